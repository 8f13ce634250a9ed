"""The text of a whole article, and the paragraph in which an offset of it lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.articles import Article


class QuotePlace(NamedTuple):
    """A position: a paragraph by its index (from 0) and an offset in its text."""

    paragraph: int
    offset: int


def join_paragraphs(article: Article) -> str:
    """Join all paragraphs, one a line: the text that offsets of quotes refer to."""
    return "\n".join(paragraph.text.replace("\n", " ") for paragraph in article.paragraphs)


class ArticlePlaces:
    """Maps offsets of `join_paragraphs(article)` to paragraphs, each in logarithmic time."""

    def __init__(self, article: Article) -> None:
        self._starts: list[int] = []
        position = 0
        for paragraph in article.paragraphs:
            self._starts.append(position)
            position += len(paragraph.text) + 1
        self._length = max(0, position - 1)

    def place(self, offset: int) -> QuotePlace:
        """Find the place of an offset. Raises IndexError where it is outside the text."""
        if not 0 <= offset <= self._length or not self._starts:
            raise IndexError(f"no such offset: {offset}")
        paragraph = bisect_right(self._starts, offset) - 1
        return QuotePlace(paragraph, offset - self._starts[paragraph])

    def offset(self, place: QuotePlace) -> int:
        """Return the offset of a place in the joined text."""
        return self._starts[place.paragraph] + place.offset

    def slices(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, slice]]:
        """Map spans to (paragraph, slice of its text). A span never crosses a paragraph break."""
        places = []
        for start, end in spans:
            paragraph, offset = self.place(start)
            places.append((paragraph, slice(offset, offset + end - start)))
        return places
