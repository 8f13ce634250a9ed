"""How fast an archive answers, beside SQLite's FTS5 on the same terms in the same run.

    python tests/benchmarks/archive_speed.py FOLDER [--planted N] [--without-fts5]

FOLDER holds the archive `planted-N` (100,000) of archive_asking.py, which is made where it is not
whole. Printed are wall time and processor time of warm queries, median and 95th percentile: the
candidates alone and the whole answer; of the first query of a process after the files were dropped
from the cache of the system; of `reader find` as a command; and the memory of a program that asks
once, and how much this one has more of its own after all questions. Filling FTS5 reads all
articles; it may be left out.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import perf_counter, process_time

import archive_corpus
from archive_asking import open_planted
from process_memory import read_own_memory

from reader.archive.archive import Archive
from reader.archive.article_dates import find_article_date
from reader.archive.article_terms import read_article_terms as read_terms
from reader.archive.article_terms import weigh_terms
from reader.archive.copy_prints import read_prints
from reader.archive.date_windows import DAYS_AROUND, DateWindow
from reader.archive.utterance_words import choose_rarest, read_stems
from reader.articles import Article

QUERIES = 200
COMMANDS = 5
FIRST_QUERY = """
import sys, time
from reader.archive.archive import Archive
archive = Archive.open(sys.argv[1])
article = archive.article(int(sys.argv[2]))
import reader.archive.similar_articles, reader.linking.same_event
start = time.perf_counter()
archive.similar(article)
lines = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(time.perf_counter() - start, int(lines["VmHWM"].split()[0]) / 1024)
"""


def show(name: str, walls: Sequence[float], processor: Sequence[float]) -> None:
    """Print median and 95th percentile of both times, in milliseconds."""

    def pair(times: Sequence[float]) -> str:
        ordered = sorted(times)
        at = min(len(ordered) - 1, int(0.95 * len(ordered)))
        return f"{1000 * ordered[len(ordered) // 2]:8.1f} {1000 * ordered[at]:8.1f}"

    print(f"  {name:36} wall {pair(walls)}  processor {pair(processor)}")


def measure(name: str, subjects: Sequence[object], ask: Callable[[object], object]) -> None:
    """Time a question about each subject, after one about the first."""
    ask(subjects[0])
    walls, processor = [], []
    for subject in subjects:
        wall, used = perf_counter(), process_time()
        ask(subject)
        walls.append(perf_counter() - wall)
        processor.append(process_time() - used)
    show(name, walls, processor)


def event_terms(archive: Archive, article: Article) -> list[tuple[str, float]]:
    """Return the weighted terms that are asked for."""
    index = archive.indexes.articles
    terms = weigh_terms(read_terms(article), index.document_frequency, index.document_count)
    return [(each.term, each.frequency_weight) for each in terms]


class FullText:
    """FTS5 without contents over the terms of all articles, in a file."""

    def __init__(self, path: Path, archive: Archive) -> None:
        is_new = not path.exists()
        self._connection = sqlite3.connect(path)
        if is_new:
            self._connection.execute(
                "CREATE VIRTUAL TABLE words USING fts5(terms, content='', detail=column)"
            )
            with self._connection:
                for each in archive.store.iterate():
                    terms = read_terms(archive.article(each.id))
                    words = " ".join((*terms.title, *terms.lead, *terms.body))
                    self._connection.execute(
                        "INSERT INTO words(rowid, terms) VALUES (?, ?)", (each.id, words)
                    )

    def search(self, terms: Sequence[tuple[str, float]]) -> list[int]:
        """Return the articles with any of the terms, the best first."""
        question = " OR ".join(f'"{term}"' for term, _ in terms)
        rows = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT 21", (question,)
        )
        return [row[0] for row in rows]


def drop_from_cache(folder: Path) -> None:
    """Have the system forget the files of a folder."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measure_first(archive: Archive, number: int) -> None:
    """Print time and memory of the first query of a process, with the files in no cache."""
    times, memory = [], 0.0
    for _ in range(COMMANDS):
        drop_from_cache(archive.path)
        done = subprocess.run(
            [sys.executable, "-c", FIRST_QUERY, str(archive.path), str(number)],
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, megabytes = map(float, done.stdout.split())
        times.append(seconds)
        memory = max(memory, megabytes)
    show("first query, cold", times, [0.0] * len(times))
    print(f"  memory of that process at most {memory:,.0f} MB, mapped indexes with it")


def measure_command(archive: Archive, number: int) -> None:
    """Print the time of `reader find --like` as a command."""
    walls, processor = [], []
    for _ in range(COMMANDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "reader", "find", "--like", str(number), "--archive",
             str(archive.path)],
            capture_output=True,
            check=True,
        )  # fmt: skip
        walls.append(perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    show("reader find --like, command", walls, processor)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--planted", type=int, default=100_000)
    parser.add_argument("--without-fts5", action="store_true")
    options = parser.parse_args()
    archive, truth = open_planted(options.folder, options.planted)
    rng = Random("speed")
    numbers = rng.sample(sorted(truth), QUERIES)
    articles = [archive.article(number) for number in numbers]
    holders = sorted({u for facts in truth.values() for u, _ in facts["utterances"]})
    quotations = [
        " ".join(archive_corpus.alter(rng, archive_corpus.utterance_words(each), "changed"))
        for each in rng.sample(holders, QUERIES)
    ]
    before = read_own_memory(os.getpid())
    indexes = archive.indexes
    quote_frequency = indexes.quotes.document_frequency
    print(f"speed at {len(archive):,} articles, milliseconds: median and 95th percentile")

    def ask_event(article: Article) -> object:
        left_in = DateWindow(find_article_date(article), DAYS_AROUND).to_filter("en")
        return indexes.articles.search(event_terms(archive, article), 31, left_in)

    def ask_everywhere(article: Article) -> object:
        return indexes.articles.search(event_terms(archive, article), 31)

    def ask_quotation(text: str) -> object:
        rarest = choose_rarest(read_stems(text, "en"), quote_frequency)
        return indexes.quotes.search([(stem, 1.0) for stem in rarest], 50)

    measure("event, candidates, 3 days", articles, ask_event)  # type: ignore[arg-type]
    measure("event, candidates, all days", articles, ask_everywhere)  # type: ignore[arg-type]
    if not options.without_fts5:
        full_text = FullText(options.folder / f"fts5-{options.planted}.sqlite3", archive)
        measure("event, FTS5 on the same terms", articles,
                lambda article: full_text.search(event_terms(archive, article)))  # type: ignore[arg-type]  # fmt: skip
    measure("event, reranked with reasons", articles, archive.similar)  # type: ignore[arg-type]
    measure("quotation, candidates", quotations, ask_quotation)  # type: ignore[arg-type]
    measure("quotation, all versions", quotations,
            lambda text: archive.quotes(text, language="en"))  # type: ignore[arg-type]  # fmt: skip
    measure("copy, candidates", articles,
            lambda article: indexes.prints.search(read_prints(article), 50))  # type: ignore[arg-type]  # fmt: skip
    measure("copy, compared", articles, archive.copy_of)  # type: ignore[arg-type]
    measure_first(archive, numbers[0])
    measure_command(archive, numbers[0])
    own = read_own_memory(os.getpid()) - before
    print(f"  memory of its own that this process has more than before: {own / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
