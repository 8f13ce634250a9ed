"""Measure the stories of pages on an extraction benchmark, with its own script and key.

    python tests/benchmarks/extraction_benchmark.py FOLDER

FOLDER is a copy of https://github.com/scrapinghub/article-extraction-benchmark (`html`,
`ground-truth.json`, `evaluate.py`). Nothing of it is part of this project.

Printed: F1, precision and recall of all pages, of the sites developed on and of the others, as
`metadata_libraries.py` splits sites; with everything that is shown, and without the standfirst,
which the key counts as no part of a story and the reader has as a field.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from reader.articles import Article, ParagraphKind, clean_line
from reader.errors import SourceError
from reader.sources.formats.pages import read_page


class Body(NamedTuple):
    """The text of one page."""

    shown: str
    without_standfirst: str


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure stories on an extraction benchmark.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    key = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    script = load_script(folder / "evaluate.py")
    bodies = {name: read_body(folder / "html" / f"{name}.html.gz") for name in key}
    developed = {name for name, entry in key.items() if is_developed_on(entry)}
    print("| | pages | F1 | precision | recall |\n|---|--:|--:|--:|--:|")
    for field, label in (("shown", "shown"), ("without_standfirst", "without the standfirst")):
        scores = {
            name: script.string_shingle_matching(
                true=entry.get("articleBody", ""), pred=getattr(bodies[name], field)
            )
            for name, entry in key.items()
        }
        for part, names in (
            ("all", set(key)),
            ("developed on", developed),
            ("other", set(key) - developed),
        ):
            measured = script.metrics_from_tp_fp_fns([scores[name] for name in sorted(names)])
            row = (f"{measured[each]:.3f}" for each in ("f1", "precision", "recall"))
            print(f"| {label}, {part} | {len(names)} | {' | '.join(row)} |")


def load_script(path: Path) -> ModuleType:
    """Return the benchmark's own script as a module."""
    spec = importlib.util.spec_from_file_location("evaluate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_developed_on(entry: dict[str, Any]) -> bool:
    """Return whether the site of a page is one of those developed on."""
    address = entry.get("url", "")
    site = urlsplit(address if "//" in address else f"//{address}").netloc.removeprefix("www.")
    return bool(zlib.crc32(site.encode()) % 2)


def read_body(path: Path) -> Body:
    """Return the text of a page, empty where it cannot be read."""
    name = clean_line(path.name)
    try:
        article = read_page(gzip.decompress(path.read_bytes()), source=name, name=name)
    except SourceError:
        return Body("", "")
    shown = [p.text for p in article.paragraphs if p.kind is not ParagraphKind.FURNITURE]
    return Body("\n\n".join(shown), "\n\n".join(_without_standfirst(article)))


def _without_standfirst(article: Article) -> Iterator[str]:
    rest = article.standfirst or ""
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        if rest.startswith(paragraph.text):
            rest = rest[len(paragraph.text) :].lstrip()
        else:
            yield paragraph.text


if __name__ == "__main__":
    main()
