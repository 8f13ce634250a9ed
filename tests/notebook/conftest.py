"""An article, a notebook about it, and their content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import Article, Clean, Passage, Place, parse_article
from reader.notebook import Notebook
from reader.notebook.entries import Entry, new_entry_id, now
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex

TEXT = "The bridge was closed on Monday.\n\nShare this\n\nIt will open again in May, the city said."


@pytest.fixture
def article() -> Article:
    return parse_article(TEXT, source=Clean("a.txt"), name=Clean("a"))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "state" / "notebook.sqlite3")


@pytest.fixture
def make_entry(article: Article) -> Callable[..., Entry]:
    """Makes a note on a paragraph of the article, by its number."""
    index = TextIndex([article])

    def make(text: str = "look here", number: int = 1, **fields: object) -> Entry:
        passage = Passage.of_paragraph((article,), Place(0, number - 1))
        entry = Entry(
            new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean(text), created=now()
        )
        return replace(index.make_entry(entry, [passage]), **fields)  # type: ignore[arg-type]

    return make
