"""Adding to an archive: articles a second, sizes, memory, and how they grow, beside bare tantivy.

    .venv/bin/python tests/benchmarks/archive_adding.py [SIZE…] [--corpus FOLDER]

The corpus is that of archive_corpus.py; it is made once and kept in the folder. Each size is added
in a process of its own, the whole way in: JSON, cleaning, paragraphs, quotations, terms, prints,
store, three indexes, near-duplicates. The baseline, in turn with it, gives title and text to one
index of tantivy as they are (its English stemmer, positions, nothing stored). Seconds of processor
time are of all processes together: they compare on a busy machine, wall times do not. Memory is
that of all processes together, mapped files left out.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice, pairwise
from math import log
from pathlib import Path
from typing import Any

from process_memory import MemoryWatch

sys.path.insert(0, str(Path(__file__).parent))
SIZES = (10_000, 100_000)
_HEAP = 128_000_000
_MEGABYTE = 1_000_000


def main() -> int:
    """Measure the sizes and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--task", choices=("archive", "tantivy"))
    arguments = parser.parse_args()
    if arguments.task:
        task = {"archive": _add_to_archive, "tantivy": _add_to_tantivy}[arguments.task]
        print(json.dumps(_measure(task, arguments.corpus)))
        return 0
    with tempfile.TemporaryDirectory() as made:
        corpus = arguments.corpus or Path(made)
        corpus.mkdir(parents=True, exist_ok=True)
        runs = [_run_size(size, corpus) for size in arguments.sizes or SIZES]
    _print_growth(runs)
    return 0


def _run_size(size: int, corpus: Path) -> tuple[int, dict[str, float], dict[str, float]]:
    lines = corpus / f"articles-{size}.jsonl"
    if not lines.exists():
        _make_corpus(size, lines)
    found = []
    for task in ("archive", "tantivy"):
        command = [sys.executable, __file__, "--task", task, "--corpus", str(lines)]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        found.append(json.loads(done.stdout.splitlines()[-1]))
    ours, bare = found
    text = ours["text_bytes"]
    print(f"{size:,} articles, {text / _MEGABYTE:,.0f} MB of text")
    for name, run in (("archive", ours), ("bare tantivy", bare)):
        print(
            f"  {name:<13}{run['articles'] / run['wall']:>8,.0f} articles/s"
            f"{run['wall']:>9,.1f} s wall{run['cpu']:>9,.1f} s processor"
            f"{run['memory'] / _MEGABYTE:>8,.0f} MB memory"
        )
    parts = ", ".join(
        f"{name} {ours[f'{name}_bytes'] / text:.2f}"
        for name in ("articles", "quotes", "prints", "store")
    )
    indexes = sum(ours[f"{name}_bytes"] for name in ("articles", "quotes", "prints"))
    print(f"  size/text    all indexes {indexes / text:.2f} ({parts}); "
          f"bare tantivy {bare['index_bytes'] / text:.2f}", flush=True)  # fmt: skip
    return size, ours, bare


def _print_growth(runs: list[tuple[int, dict[str, float], dict[str, float]]]) -> None:
    for (small, ours, bare), (large, theirs, other) in pairwise(runs):
        growth = log(large / small)
        print(
            f"exponent {small:,} to {large:,}: "
            f"archive {log(theirs['cpu'] / ours['cpu']) / growth:.2f} processor, "
            f"{log(theirs['wall'] / ours['wall']) / growth:.2f} wall; "
            f"bare tantivy {log(other['cpu'] / bare['cpu']) / growth:.2f} processor"
        )


def _make_corpus(size: int, lines: Path) -> None:
    from archive_corpus import generate

    part = lines.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as file:
        for article in islice(generate(size), size):
            record = {
                key: getattr(article, key) for key in ("title", "text", "domain", "date", "url")
            }
            file.write(json.dumps(record) + "\n")
    part.replace(lines)


def _measure(task: Callable[[Path, Path], dict[str, float]], lines: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir=lines.parent) as folder:
        start, before = time.perf_counter(), _processor_seconds()
        with MemoryWatch() as memory:
            found = task(lines, Path(folder))
        found["wall"] = time.perf_counter() - start
        found["cpu"] = _processor_seconds() - before
        found["memory"] = float(memory.own)
    return found


def _add_to_archive(lines: Path, folder: Path) -> dict[str, float]:
    from reader.archive.archive import Archive

    with Archive.open(folder / "archive") as archive:
        result = archive.add(lines, on_problem=lambda problem: print(problem.message))
    texts = map(json.loads, open(lines, encoding="utf-8"))  # noqa: SIM115
    found = {
        "articles": float(result.added + result.duplicates),
        "text_bytes": float(sum(len(each["text"].encode()) + len(each["title"]) for each in texts)),
        "store_bytes": _size(folder / "archive" / "articles.sqlite3"),
    }
    for name in ("articles", "quotes", "prints"):
        found[f"{name}_bytes"] = _size(folder / "archive" / "indexes" / name)
    return found


def _add_to_tantivy(lines: Path, folder: Path) -> dict[str, float]:
    import tantivy

    schema: Any = tantivy.SchemaBuilder()
    schema.add_text_field("title", tokenizer_name="en_stem")
    schema.add_text_field("text", tokenizer_name="en_stem")
    index: Any = tantivy.Index(schema.build(), str(folder))
    writer = index.writer(_HEAP, 1)
    count = 0
    with open(lines, encoding="utf-8") as file:
        for count, line in enumerate(file, 1):  # noqa: B007
            record = json.loads(line)
            writer.add_document(tantivy.Document(title=record["title"], text=record["text"]))
    writer.commit()
    writer.wait_merging_threads()
    return {"articles": float(count), "index_bytes": _size(folder)}


def _processor_seconds() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _size(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return float(sum(each.stat().st_size for each in files if each.is_file()))


if __name__ == "__main__":
    sys.exit(main())
