"""The text of a whole article, and where an offset of it lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.articles import Article


class QuotePlace(NamedTuple):
    """Where something stands: a paragraph by position (from 0) and an offset in its text."""

    paragraph: int
    offset: int


def join_paragraphs(article: Article) -> str:
    """The text that quotes of an article refer to: all paragraphs, one a line."""
    return "\n".join(paragraph.text.replace("\n", " ") for paragraph in article.paragraphs)


class ArticlePlaces:
    """Maps offsets of `join_paragraphs` to paragraphs, each in logarithmic time."""

    def __init__(self, article: Article) -> None:
        self._starts: list[int] = []
        position = 0
        for paragraph in article.paragraphs:
            self._starts.append(position)
            position += len(paragraph.text) + 1
        self._length = max(0, position - 1)

    def place(self, offset: int) -> QuotePlace:
        """The place of an offset. Raises IndexError where it is outside the text."""
        if not 0 <= offset <= self._length or not self._starts:
            raise IndexError(f"no such offset: {offset}")
        paragraph = bisect_right(self._starts, offset) - 1
        return QuotePlace(paragraph, offset - self._starts[paragraph])

    def offset(self, place: QuotePlace) -> int:
        """The offset in `join_paragraphs` of a place."""
        return self._starts[place.paragraph] + place.offset

    def slices(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, slice]]:
        """Spans as (paragraph, slice of its text); a span never runs over a paragraph break."""
        places = []
        for start, end in spans:
            paragraph, offset = self.place(start)
            places.append((paragraph, slice(offset, offset + end - start)))
        return places
