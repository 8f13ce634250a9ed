"""The indexes of an archive: articles, quotations and prints, each a folder of tantivy.

They identify articles by their number in the store, and can always be rebuilt from it. A
query sees the last commit, even if a writing program is killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

from reader.archive.search_index import (
    NO_FILTER,
    FieldKind,
    Hit,
    SearchFilter,
    SearchIndex,
)

__all__ = [
    "NO_FILTER",
    "ArticleDocument",
    "ArticleIndex",
    "Hit",
    "PrintDocument",
    "PrintIndex",
    "QuoteDocument",
    "QuoteIndex",
    "SearchFilter",
    "SearchIndex",
]

_MEGABYTE = 1024 * 1024


class ArticleDocument(NamedTuple):
    """An article as it is indexed; the fields of the index have the names of these."""

    id: int
    title: str
    """The terms of the title, separated by spaces."""
    words: str
    """The terms of title, lead and body, in order, separated by spaces."""
    language: str
    outlet: str
    """In lower case; empty if unknown, as is the language."""
    day: int
    """Days from 1970-01-01; `NO_DAY` if unknown."""


class QuoteDocument(NamedTuple):
    """An utterance as it is indexed."""

    id: int
    """Of its article."""
    number: int
    """From 0, of the utterance in its article."""
    words: str
    """Its stems in order, separated by spaces."""
    speaker: str
    """In lower case."""
    language: str
    day: int


class PrintDocument(NamedTuple):
    """The prints of an article as they are indexed."""

    id: int
    prints: Sequence[int]


class ArticleIndex(SearchIndex):
    """The articles by their terms."""

    name = "articles"
    heap_bytes = 64 * _MEGABYTE
    fields: ClassVar = {
        "id": FieldKind.KEY,
        "title": FieldKind.COUNTED_TERMS,
        "words": FieldKind.PLACED_TERMS,
        "language": FieldKind.NAME,
        "outlet": FieldKind.NAME,
        "day": FieldKind.DAY,
    }
    main_field = "words"

    def search(
        self,
        terms: Iterable[tuple[str, float]],
        limit: int = 20,
        left_in: SearchFilter = NO_FILTER,
    ) -> list[Hit]:
        """Return the articles with any of some terms, the best first (BM25).

        Args:
            terms: each with its weight.
            limit: at most so many articles.
            left_in: what else they must be.
        """
        return self._search(self._filtered(self._any_of("words", terms), left_in), limit)

    def search_words(
        self,
        phrases: Iterable[Sequence[str]],
        limit: int = 20,
        left_in: SearchFilter = NO_FILTER,
    ) -> list[Hit]:
        """Return the articles with all of some terms or phrases, the best first (BM25).

        A term in the title counts more.

        Args:
            phrases: each one term, or several in a row.
            limit: at most so many articles.
            left_in: what else they must be.
        """
        make, occur = self._tantivy.Query, self._tantivy.Occur
        parts: list[Any] = []
        for phrase in phrases:
            if len(phrase) == 1:
                words = make.term_query(self._index.schema, "words", phrase[0])
                title = make.term_query(self._index.schema, "title", phrase[0])
                parts.append((occur.Should, title))
            else:
                words = make.phrase_query(self._index.schema, "words", list(phrase))
            parts.append((occur.Must, words))
        if not parts:
            return []
        return self._search(self._filtered(make.boolean_query(parts), left_in), limit)


class QuoteIndex(SearchIndex):
    """The utterances by their stems."""

    name = "quotes"
    heap_bytes = 24 * _MEGABYTE
    fields: ClassVar = {
        "id": FieldKind.KEY,
        "number": FieldKind.NUMBER,
        "words": FieldKind.COUNTED_TERMS,
        "speaker": FieldKind.TERMS,
        "language": FieldKind.NAME,
        "day": FieldKind.DAY,
    }
    main_field = "words"

    def search(
        self,
        terms: Iterable[tuple[str, float]],
        limit: int = 50,
        left_in: SearchFilter = NO_FILTER,
    ) -> list[Hit]:
        """Return the utterances with any of some stems, the best first (BM25).

        Args:
            terms: each with its weight.
            limit: at most so many utterances.
            left_in: what else they must be; outlets are not known here.
        """
        query = self._filtered(self._any_of("words", terms), left_in._replace(outlets=()))
        return self._search(query, limit, with_number=True)


class PrintIndex(SearchIndex):
    """The articles by their prints."""

    name = "prints"
    heap_bytes = 40 * _MEGABYTE
    fields: ClassVar = {"id": FieldKind.KEY, "prints": FieldKind.PRINTS}
    main_field = "prints"

    def search(self, prints: Iterable[int], limit: int = 50) -> list[Hit]:
        """Return the articles with any of some prints, those that share most first.

        The score is the number of prints that they share.
        """
        make, should = self._tantivy.Query, self._tantivy.Occur.Should
        schema = self._index.schema
        parts = [
            (should, make.const_score_query(make.term_query(schema, "prints", each), 1.0))
            for each in prints
        ]
        return self._search(make.boolean_query(parts), limit) if parts else []
