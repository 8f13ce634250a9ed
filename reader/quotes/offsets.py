"""The text of a whole article, and the passage that a span of it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from reader.articles import Article, Paragraph, Passage
from reader.quotes.quote import Quote


def join_paragraphs(article: Article) -> str:
    """Join all paragraphs, one a line: the text that offsets of quotes refer to."""
    return "\n".join(paragraph.text.replace("\n", " ") for paragraph in article.paragraphs)


class ArticleText:
    """The text of a whole article, to which the offsets of its quotes refer.

    Args:
        article: the article.
        position: its position among those that are compared, from 0.
    """

    __slots__ = ("_position", "_starts", "article", "text")

    def __init__(self, article: Article, position: int = 0) -> None:
        self.article = article
        self.text = join_paragraphs(article)
        self._position = position
        self._starts: list[int] = []
        start = 0
        for paragraph in article.paragraphs:
            self._starts.append(start)
            start += len(paragraph.text) + 1

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage `text[start:end]`, in logarithmic time.

        A span never crosses a paragraph break.

        Raises:
            IndexError: it begins outside the text.
        """
        if not 0 <= start <= len(self.text) or not self._starts:
            raise IndexError(f"no such offset: {start}")
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        paragraph = self.article.paragraphs[number]
        return Passage(self.article, paragraph, start - first, end - first, self._position)

    def passages(self, spans: Iterable[tuple[int, int]]) -> tuple[Passage, ...]:
        """Return the passages of several spans, in their order."""
        return tuple(self.passage(start, end) for start, end in spans)

    def place_quotes(self, quotes: Iterable[Quote]) -> list[Quote]:
        """Return quotes of this text with their words and their passages."""
        return [
            replace(
                quote,
                text=self.text[quote.start : quote.end],
                passage=self.passage(quote.start, quote.end),
            )
            for quote in quotes
        ]

    def start_of(self, paragraph: Paragraph) -> int:
        """Return the offset at which a paragraph of the article begins."""
        return self._starts[paragraph.number - 1]

    def offset(self, passage: Passage) -> int:
        """Return the offset at which a passage begins."""
        return self._starts[passage.place.paragraph] + passage.start
