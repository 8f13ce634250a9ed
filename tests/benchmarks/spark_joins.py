"""The joins on Spark beside a plain loop: the same edges and groups, and what both cost.

    python tests/benchmarks/spark_joins.py [SIZE…] [--corpus FOLDER] [--master local[2]]
        [--conf NAME=VALUE] [--without-plain]

The corpus is that of archive_corpus.py; it is made once and kept in the folder. Each size is joined
in a process of its own by `reader archive spark` and by plain_joins.py. Seconds of processor time
are of all processes together, those of Java and of its Python workers too: they compare on a busy
machine, wall times do not. Needs the extra `spark`, Java, and Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from hashlib import blake2b
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

import archive_corpus
from plain_joins import join_plainly

SIZES = (100_000, 200_000, 400_000)
_TICKS = os.sysconf("SC_CLK_TCK")
_KILOBYTES_A_GIGABYTE = 1e6
_LOOK_SECONDS = 0.5

Found = dict[str, Any]


def main() -> int:
    """Measure the sizes, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--conf", action="append", default=[])
    parser.add_argument("--without-plain", action="store_true")
    parser.add_argument("--task", choices=("spark", "plain"))
    options = parser.parse_args()
    if options.task:
        task = {"spark": _join_on_spark, "plain": _join_plainly}[options.task]
        print(json.dumps(task(options)))
        return 0
    engines = ["spark"] if options.without_plain else ["spark", "plain"]
    is_same = True
    with tempfile.TemporaryDirectory() as made:
        runs = {}
        for size in options.sizes:
            found = runs[size] = _run_size(size, options, Path(made), engines)
            differing = []
            if len(engines) == 2:
                differing = [name for name in found["plain"]["digests"] if _differs(found, name)]
                is_same = is_same and not differing
                print(f"          {'differ: ' + ', '.join(differing) if differing else 'the same'}")
    for engine in engines:
        for (size, before), (larger, after) in pairwise(runs.items()):
            growth = log(after[engine]["cpu"] / before[engine]["cpu"]) / log(larger / size)
            print(f"{engine:6} exponent {size:,} to {larger:,}: {growth:.2f}")
    return 0 if is_same else 1


def _run_size(
    size: int, options: argparse.Namespace, made: Path, engines: list[str]
) -> dict[str, Found]:
    corpus = (options.corpus or made) / f"corpus-{size}"
    if not (corpus / "truth.jsonl").exists():
        archive_corpus.write_corpus(size, corpus)
    found = {}
    for engine in engines:
        command = [sys.executable, __file__, "--task", engine, "--corpus", str(corpus)]
        command += ["--master", options.master, *(f"--conf={each}" for each in options.conf)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
        found[engine] = json.loads(done.stdout.splitlines()[-1])
        print(f"{size:>9,} {engine:6} {_describe(found[engine])}", flush=True)
    return found


def _describe(found: Found) -> str:
    counts = ", ".join(f"{count:,} {name}" for name, count in found["counts"].items())
    times = f"{found['cpu']:,.0f} s processor, {found['wall']:,.0f} s wall"
    return f"{times}, {found['memory']:.2f} GB; {counts}"


def _differs(found: dict[str, Found], name: str) -> bool:
    return bool(found["plain"]["digests"][name] != found["spark"]["digests"][name])


def _join_plainly(options: argparse.Namespace) -> Found:
    started = time.monotonic()
    joins = join_plainly(options.corpus / "articles.jsonl")
    usage = resource.getrusage(resource.RUSAGE_SELF)
    tables: dict[str, set[Any]] = {
        "articles": joins.articles,
        "quote pairs": {
            (*here, *there, *told) for (here, there), told in joins.quote_pairs.items()
        },
        "quote groups": {tuple(sorted(group)) for group in joins.quote_groups},
        "copy pairs": {(*pair, shared) for pair, shared in joins.copy_pairs.items()},
        "event pairs": {(*pair, cosine) for pair, cosine in joins.event_pairs.items()},
        "events": {tuple(sorted(group)) for group in joins.events},
    }
    return {
        "wall": time.monotonic() - started,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / _KILOBYTES_A_GIGABYTE,
        **_summarise(tables),
    }


def _join_on_spark(options: argparse.Namespace) -> Found:
    from reader.archive.spark.spark_run import SparkOptions, run_spark

    settings = dict(each.partition("=")[::2] for each in options.conf)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, _Children() as children:
        output = Path(folder) / "output"
        run_spark(
            [str(options.corpus / "articles.jsonl")],
            str(output),
            SparkOptions(master=options.master, settings=settings),
            on_problem=lambda problem: print(problem.message, file=sys.stderr),
            on_table=lambda name, rows: _report_table(name, rows, started, children),
        )
        wall = time.monotonic() - started
        own = resource.getrusage(resource.RUSAGE_SELF)
        return {
            "wall": wall,
            "cpu": children.seconds + own.ru_utime + own.ru_stime,
            "memory": children.gigabytes,
            **_summarise(_read_tables(output)),
        }


def _report_table(name: str, rows: int, started: float, children: _Children) -> None:
    seconds = f"{time.monotonic() - started:,.0f} s, processor {children.seconds:,.0f} s"
    print(f"  {name}: {rows:,} rows after {seconds}", file=sys.stderr, flush=True)


class _Children:
    """The processor time and memory of all processes below this one, also of those that ended.

    What a worker of Spark took is lost with it, so that the processes are looked at twice a second.
    """

    def __init__(self) -> None:
        self._measured: dict[int, tuple[float, float]] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Children:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    @property
    def seconds(self) -> float:
        """Seconds of processor time, of all together."""
        return sum(seconds for seconds, _ in self._measured.copy().values())

    @property
    def gigabytes(self) -> float:
        """The peak memory of the process that had most."""
        return max((memory for _, memory in self._measured.copy().values()), default=0.0)

    def _watch(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            self._look()

    def _look(self) -> None:
        children: dict[int, list[int]] = defaultdict(list)
        running: dict[int, tuple[float, float]] = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                status = (folder / "stat").read_text().rpartition(")")[2].split()
                lines = (folder / "status").read_text().splitlines()
                peak = next(line for line in lines if line.startswith("VmHWM"))
            except (OSError, StopIteration):
                continue
            children[int(status[1])].append(int(folder.name))
            seconds = sum(map(int, status[11:13])) / _TICKS
            running[int(folder.name)] = (seconds, int(peak.split()[1]) / _KILOBYTES_A_GIGABYTE)
        found = list(children[os.getpid()])
        for process in found:
            found += children[process]
        self._measured.update((process, running[process]) for process in found)


def _read_tables(output: Path) -> dict[str, set[Any]]:
    from pyarrow.parquet import read_table

    def rows(name: str) -> set[Any]:
        return set(zip(*read_table(output / name).to_pydict().values(), strict=True))

    def groups(found: set[Any]) -> set[Any]:
        members = defaultdict(list)
        for group, *member in found:
            members[group].append(tuple(member) if len(member) > 1 else member[0])
        return {tuple(sorted(each)) for each in members.values()}

    return {
        "articles": set(read_table(output / "articles", columns=["id"])["id"].to_pylist()),
        "quote pairs": rows("quote_pairs"),
        "quote groups": groups(rows("quote_groups")),
        "copy pairs": rows("copy_pairs"),
        "event pairs": rows("event_pairs"),
        "events": groups(rows("events")),
    }


def _summarise(tables: dict[str, set[Any]]) -> Found:
    """Return how many rows tables have, and a hash of all of each."""
    return {
        "counts": {name: len(rows) for name, rows in tables.items()},
        "digests": {
            name: blake2b(repr(sorted(rows)).encode(), digest_size=16).hexdigest()
            for name, rows in tables.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())
