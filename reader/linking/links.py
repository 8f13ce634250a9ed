"""Links between paragraphs: where they are, how strong, at which level."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.articles import Passage, Place

SAME_FLOOR = 0.60
"""The lowest score, 0..1, of a *same* link."""
PROBABLY_FLOOR = 0.40
"""The lowest score, 0..1, of a link that is *probably the same*: from here to `SAME_FLOOR` about
seven in ten are the same moment, below it about half (tests/benchmarks/link_words.py)."""
CONFLICT_CEILING = PROBABLY_FLOOR - 0.0001
"""The highest score, 0..1, of a link whose ends conflict: it is *related*, no surer."""
RELATED_FLOOR = 0.30
"""The lowest score, 0..1, of the links that are shown unless the reader moves the line: from this
score on most links are right, on the labelled articles where they were judged and on the seeds."""
LOWEST_FLOOR = 0.05
"""Links with a lower score are dropped."""


class Level(str, Enum):
    """How sure a link is."""

    SAME = "same"
    """Both report the same moment, and it is the main content of at least one of them."""
    PROBABLY = "probably"
    """Likely the same moment."""
    RELATED = "related"
    """The same occasion; whether it is the same moment is open."""
    PERHAPS = "perhaps"
    """Something alike, and most often another moment: below the usual threshold."""

    @property
    def words(self) -> str:
        """The level as it is said to a reader."""
        return "probably the same" if self is Level.PROBABLY else self.value

    @classmethod
    def of_score(cls, score: float) -> Level:
        """The level of a link with this score, 0..1."""
        if score >= SAME_FLOOR:
            return cls.SAME
        if score >= PROBABLY_FLOOR:
            return cls.PROBABLY
        return cls.RELATED if score >= RELATED_FLOOR else cls.PERHAPS


class LinkCounts(NamedTuple):
    """How many links there are of each level."""

    same: int = 0
    probably: int = 0
    related: int = 0
    perhaps: int = 0
    """0 unless the threshold is below the usual one."""

    @property
    def all(self) -> int:
        """The number of links of all levels."""
        return sum(self)

    def __str__(self) -> str:
        """The counts in words: "3 same, 2 probably the same, 0 related"."""
        words = [f"{self.same} same", f"{self.probably} probably the same"]
        words.append(f"{self.related} related")
        return ", ".join(words + ([f"{self.perhaps} perhaps"] if self.perhaps else []))


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
