"""The three indexes of an archive, written and read together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.article_store import StoredArticle
from reader.archive.indexes import (
    ArticleDocument,
    ArticleIndex,
    PrintDocument,
    PrintIndex,
    QuoteDocument,
    QuoteIndex,
    SearchIndex,
)

if TYPE_CHECKING:
    from reader.archive.prepared_articles import IndexedWords


class IndexedArticle(NamedTuple):
    """An article of the store with the values that are indexed."""

    article_id: int
    outlet: str | None
    day: int
    """Days from 1970-01-01; `NO_DAY` if unknown."""
    indexed: IndexedWords


class IndexSet:
    """The indexes in a folder.

    Args:
        folder: where they are.
        create: whether they are made where there are none.

    Raises:
        ArchiveError: one is missing, damaged or of another version, or tantivy is missing.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.articles = ArticleIndex(folder / ArticleIndex.name, create=create)
        self.quotes = QuoteIndex(folder / QuoteIndex.name, create=create)
        self.prints = PrintIndex(folder / PrintIndex.name, create=create)

    @property
    def all(self) -> tuple[SearchIndex, ...]:
        """The indexes."""
        return self.articles, self.quotes, self.prints

    def reload(self) -> None:
        """Make later commits visible."""
        for index in self.all:
            index.reload()

    def begin_writing(self) -> None:
        """Open the indexes for writing."""
        for index in self.all:
            index.begin_writing()

    def end_writing(self, *, merges: bool = False) -> None:
        """Close the indexes for writing; see `SearchIndex.end_writing`."""
        for index in self.all:
            index.end_writing(merges=merges)

    def add(self, articles: Iterable[IndexedArticle]) -> None:
        """Add articles, to be written by the next commit."""
        added = list(articles)
        self.articles.add(
            ArticleDocument(
                each.article_id,
                each.indexed.title,
                each.indexed.words,
                each.indexed.language or "",
                (each.outlet or "").lower(),
                each.day,
            )
            for each in added
        )
        self.quotes.add(
            QuoteDocument(
                each.article_id,
                number,
                words,
                speaker.lower(),
                each.indexed.language or "",
                each.day,
            )
            for each in added
            for number, words, speaker in each.indexed.utterances
        )
        self.prints.add(
            PrintDocument(each.article_id, list(each.indexed.prints))
            for each in added
            if each.indexed.prints
        )

    def remove(self, article_ids: Iterable[int]) -> None:
        """Delete articles, by the next commit."""
        numbers = list(article_ids)
        for index in self.all:
            index.remove(numbers)

    def commit(self) -> None:
        """Write what was added and deleted through to the disk."""
        for index in self.all:
            index.commit()


def index_stored(stored: StoredArticle, words: IndexedWords) -> IndexedArticle:
    """Return what is indexed of an article of the store."""
    return IndexedArticle(stored.id, stored.outlet, stored.known_date.index_day, words)
