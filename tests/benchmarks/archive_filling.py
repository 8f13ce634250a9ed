"""Fill an archive up to any size with articles that nobody asks for, without reading their texts.

    .venv/bin/python tests/benchmarks/archive_filling.py ARCHIVE SIZE

How fast a question is answered, and with how much memory, depends on the size of the indexes and
not on how the articles came in. So the planted articles of `archive_asking.py` are added the whole
way, and others are written beside them as `archive_corpus.py` draws them, by Zipf's law from the
same words, names and days: their terms, utterances and prints go to the writer of the program at
once, a quarter of the time of reading them. Their texts are those of some planted articles.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import archive_corpus
import numpy as np

from reader.archive.adding import open_for_writing
from reader.archive.archive_folder import ArchiveFolder
from reader.archive.archive_writer import ArchiveWriter
from reader.archive.article_dates import ArticleDate, DateSource
from reader.archive.article_store import ArticleStore
from reader.archive.article_terms import read_terms
from reader.archive.prepared_articles import IndexedWords, PreparedArticle
from reader.archive.utterance_words import read_stems

TERMS = 200
NAMES = 20
TITLE = 7
UTTERANCE = 22
PRINTS = 74
"""Of an article, in the mean of the planted ones."""
TEXTS = 500
AT_ONCE = 256
REPORT = 20_000


class Drawn:
    """Stems of the made-up words, drawn by Zipf's law."""

    def __init__(self, stems: list[str], seed: np.random.Generator) -> None:
        self._stems = np.array(stems, object)
        self._limits = np.cumsum(1 / (np.arange(len(stems)) + 2.7))
        self._random = seed

    def draw(self, count: int) -> list[str]:
        """Return so many stems."""
        places = np.searchsorted(self._limits, self._random.random(count) * self._limits[-1])
        stems: list[str] = self._stems[places].tolist()
        return stems


def make_articles(count: int, packed: list[bytes]) -> Iterator[PreparedArticle]:
    """Yield so many articles as the readers hand them to the writer."""
    random = np.random.default_rng(count)
    terms = Drawn(_stems(archive_corpus.list_words()), random)
    names = Drawn(_stems(archive_corpus.list_names()), random)
    spoken = Drawn([read_stems(word, "en")[0] for word in archive_corpus.list_words()], random)
    outlets = archive_corpus.list_outlets()
    for number in range(count):
        title = [*names.draw(2), *terms.draw(TITLE - 2)]
        words = [*title, *terms.draw(TERMS), *names.draw(NAMES)]
        utterances: tuple[Any, ...] = ((0, " ".join(spoken.draw(UTTERANCE)), names.draw(1)[0]),)
        prints = np.unique(random.integers(0, 1 << 32, PRINTS)).tolist()
        day = archive_corpus.FIRST_DAY + timedelta(int(random.integers(archive_corpus.DAYS)))
        yield PreparedArticle(
            packed=packed[number % len(packed)],
            outlet=outlets[number % len(outlets)],
            date=ArticleDate(day, DateSource.STATED),
            address=f"https://filling.example/{number}",
            origin=f"https://filling.example/{number}",
            words_hash=os.urandom(16),
            indexed=IndexedWords("en", " ".join(title), " ".join(words), utterances, tuple(prints)),
        )


def fill(path: Path, size: int) -> None:
    """Add articles until an archive has so many."""
    with open_for_writing(ArchiveFolder(path), create=True) as (store, indexes):
        writer = ArchiveWriter(store, indexes)
        there = sum(store.count_articles().values())
        started, before = time.perf_counter(), time.process_time()
        articles = make_articles(size - there, _read_texts(store))
        for number, article in enumerate(articles, 1):
            writer.begin()
            writer.add(article)
            if number % AT_ONCE == 0:
                writer.end_step({})
            if number % REPORT == 0:
                wall, spent = time.perf_counter() - started, time.process_time() - before
                print(f"{there + number:,}: {wall:,.0f} s wall, {spent:,.0f} s processor, "
                      f"{_memory()} MB", flush=True)  # fmt: skip
        writer.commit_indexes()


def _read_texts(store: ArticleStore) -> list[bytes]:
    return [packed for _, packed in store.read_packed(range(1, TEXTS))]


def _stems(words: tuple[str, ...]) -> list[str]:
    return [terms[0] for word in words if (terms := read_terms(word, "en"))]


def _memory() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
