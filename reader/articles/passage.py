"""Positions in articles: a paragraph of several articles by number, and a stretch of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from reader.articles.article import Article, Paragraph
from reader.text.cleaning import Clean
from reader.text.excerpts import excerpt


class Place(NamedTuple):
    """A paragraph of several articles, by position: what a coverage and the panes count with."""

    article: int
    """From 0, in the order of the articles."""
    paragraph: int
    """From 0, paragraphs of all kinds counted."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paragraph, with the article and the paragraph that it is of."""

    article: Article
    paragraph: Paragraph
    start: int
    """Offset in the text of the paragraph."""
    end: int
    article_position: int = 0
    """Position of the article among those that were compared, from 0."""
    place: Place = field(init=False, compare=False)
    """The positions of article and paragraph, by which a coverage addresses the paragraph."""

    def __post_init__(self) -> None:
        # Stored, because every link is accessed by its places.
        place = Place(self.article_position, self.paragraph.number - 1)
        object.__setattr__(self, "place", place)

    @classmethod
    def of_paragraph(cls, articles: tuple[Article, ...], place: Place) -> Passage:
        """Return the passage that is a whole paragraph.

        Raises:
            IndexError: there is no such paragraph.
        """
        position, number = place
        if position < 0 or number < 0:
            raise IndexError(f"no such paragraph: {place}")
        paragraph = articles[position].paragraphs[number]
        return cls(articles[position], paragraph, 0, len(paragraph.text), position)

    @property
    def text(self) -> Clean:
        """The words of the passage."""
        return Clean(self.paragraph.text[self.start : self.end])

    @property
    def number(self) -> int:
        """The number of the paragraph, from 1."""
        return self.paragraph.number

    def overlaps(self, other: Passage) -> bool:
        """Return whether it shares characters with another passage."""
        return (
            self.start < other.end
            and other.start < self.end
            and self.paragraph.number == other.paragraph.number
            and self.article_position == other.article_position
        )

    def __hash__(self) -> int:
        # The other fields add nothing, and hashing a whole article takes long.
        return hash((self.article_position, self.paragraph.number, self.start, self.end))

    def __repr__(self) -> str:
        return f"<Passage {self.article.name} ¶{self.number}: {excerpt(self.text)!r}>"
