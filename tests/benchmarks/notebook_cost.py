"""Measure what the notebook costs at a start and after a key, in processor time.

    python tests/benchmarks/notebook_cost.py [articles] [entries]

Each figure stands beside the time of opening and hashing the same articles, in one run. A start
without a notebook reads nothing; one with a notebook reads it in a thread of its own.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

from reader import compare
from reader.articles import Article, Clean, Passage, Place, parse_article
from reader.notebook import Notebook, hash_text
from reader.notebook.claims import find_claims, read_entries_about
from reader.notebook.entries import Entry, new_entry_id, now
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex

_ROUNDS = 5
_PARAGRAPHS = 20
_WORDS = [
    "harbour", "ferry", "ramp", "wave", "mayor", "repair", "winter", "summer", "council", "ticket",
    "island", "storm", "bridge",
]  # fmt: skip


def main(count: int = 5, entries: int = 10_000) -> None:
    """Print the least processor time of each step, and its ratio to opening the articles."""
    articles = make_articles(count)
    coverage = compare(articles)
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook(Path(folder) / "notebook.sqlite3")
        empty = Notebook(Path(folder) / "none.sqlite3")
        fill(notebook, articles, entries)
        placed = read_entries_about(articles, notebook)
        opening = least(lambda: [hash_text(each) for each in make_articles(count)])
        steps: dict[str, Callable[[], object]] = {
            "a start without a notebook": lambda: read_entries_about(articles, empty),
            f"a start with {entries:,} entries": lambda: read_entries_about(articles, notebook),
            "x: links, moments after a rejected link": lambda: find_claims(placed).apply(coverage),
            "E: all entries": notebook.read_entries,
        }
        print(f"{count} articles of {_PARAGRAPHS} paragraphs, opened in {opening * 1000:.1f} ms")
        for name, step in steps.items():
            spent = least(step)
            print(f"  {name:44} {spent * 1000:9.2f} ms  {spent / opening:8.3f} of that")


def make_articles(count: int) -> tuple[Article, ...]:
    """Return made-up articles that have every second paragraph in common."""
    articles = []
    for number in range(count):
        texts = []
        for paragraph in range(_PARAGRAPHS):
            own = number if paragraph % 2 else 0
            chosen = [_WORDS[(paragraph * 5 + own * 7 + at * 3) % len(_WORDS)] for at in range(12)]
            texts.append(f"On day {paragraph} the {' '.join(chosen)} was {own} times seen.")
        text = "\n\n".join(texts)
        articles.append(parse_article(text, source=Clean(f"{number}.txt"), name=Clean(str(number))))
    return tuple(articles)


def fill(notebook: Notebook, articles: tuple[Article, ...], count: int) -> None:
    """Write a rejected link of the articles, and so many notes on others."""
    index = TextIndex(articles)
    ends = [Passage.of_paragraph(articles, Place(article, 0)) for article in (0, 1)]
    template = Entry(new_entry_id(), EntryKind.REJECTED, Subject.LINK, (), created=now())
    rejected = index.make_entry(template, ends)
    anchor = rejected.anchors[0]
    others = [
        replace(
            rejected,
            id=new_entry_id(),
            kind=EntryKind.NOTE,
            subject=Subject.PARAGRAPH,
            text=Clean(f"note {number}"),
            anchors=(replace(anchor, paragraph_key=f"{number:032x}", text_key=f"{number:064x}"),),
            story=(),
        )
        for number in range(count)
    ]
    notebook.write_entries([rejected, *others], articles=index.describe_articles())


def least(step: Callable[[], object]) -> float:
    """Return the least processor time of some rounds, in seconds."""
    times = []
    for _ in range(_ROUNDS):
        before = process_time()
        step()
        times.append(process_time() - before)
    return min(times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
