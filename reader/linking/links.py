"""Links between paragraphs: where they are, how strong, at which level."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.articles import Passage, Place

SAME_FLOOR = 0.60
"""The lowest score, 0..1, of a *same* link."""
RELATED_FLOOR = 0.30
"""The lowest score, 0..1, of the links that are shown unless the reader moves the line: from this
score on most links are right, on the labelled articles where they were judged and on the seeds."""
LOWEST_FLOOR = 0.05
"""Links with a lower score are dropped."""


class Level(str, Enum):
    """How sure a link is."""

    SAME = "same"
    """Both report the same moment, and it is the main content of at least one of them."""
    RELATED = "related"
    """Same occasion, other content; or too little in common to be sure."""


class Link(NamedTuple):
    """Two passages of different articles that report the same moment."""

    here: Passage
    there: Passage
    score: float
    """Calibrated, in 0..1: about this share of the links with this score is right."""
    level: Level

    @property
    def passages(self) -> tuple[Passage, Passage]:
        """Both ends."""
        return self.here, self.there

    def __repr__(self) -> str:
        ends = ", ".join(f"{one.article.name} ¶{one.number}" for one in self.passages)
        return f"<Link, {self.level.value}, {self.score:.2f}: {ends}>"


class LinkedPlaces(NamedTuple):
    """A link between two paragraphs that are given by position."""

    here: Place
    there: Place
    score: float
    """As that of a `Link`."""
    level: Level

    @classmethod
    def of_link(cls, link: Link) -> LinkedPlaces:
        """Return the positions that a link connects."""
        return cls(link.here.place, link.there.place, link.score, link.level)
