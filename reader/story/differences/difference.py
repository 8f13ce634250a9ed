"""Differences: what linked passages of several articles state of one thing, each otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from reader.articles import Passage
from reader.text.cleaning import Clean

COMPARED_LANGUAGES = frozenset({None, "en"})
"""The languages in which differences are looked for: English, also where none is known."""


class DifferenceKind(Enum):
    """What stands against what. The values are stable: they are written to reports."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    NAME = "name"
    """Two persons in one place."""
    SPELLING = "spelling"
    """One name spelled in two ways that aren't both right."""
    ROLE = "role"
    NEGATION = "negation"
    MODALITY = "modality"
    OPPOSITE = "opposite"
    PLACE = "place"
    ATTRIBUTION = "attribution"
    """Who said one quotation."""
    QUOTE = "quote"
    """The words between the marks, or what the verb makes of them."""
    WORDING = "wording"
    """Other words in the same place. Whether they say something else is not known."""

    @property
    def is_fact(self) -> bool:
        """Whether the articles can't both be right of one thing."""
        return self not in (DifferenceKind.QUOTE, DifferenceKind.WORDING)

    @property
    def in_records(self) -> str:
        """What records call it: a spelling is a `name` there, marked by a field of its own."""
        return DifferenceKind.NAME.value if self is DifferenceKind.SPELLING else self.value

    @property
    def rank(self) -> int:
        """Where it is listed: facts (0) before quotations (1) before wording (2)."""
        return 2 if self is DifferenceKind.WORDING else int(self is DifferenceKind.QUOTE)


@dataclass(frozen=True, slots=True)
class DifferenceSide:
    """What one article states."""

    passage: Passage
    """The words that differ."""
    value: str
    """The same in a form that can be compared: "12", "dollar 4200000", "Tuesday"."""

    def states_same(self, other: DifferenceSide) -> bool:
        """Return whether both state the same; a number may name what it counts in one of them."""
        shorter, longer = sorted((self.value, other.value), key=len)
        return shorter == longer or (shorter.isdecimal() and longer.startswith(f"{shorter} "))


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of which articles state otherwise. Who is right is not known."""

    kind: DifferenceKind
    certainty: float
    """How sure it is, 0..1, that the articles speak of one thing and state otherwise."""
    about: Clean
    """The words around it that the articles share, as the first one prints them."""
    sides: tuple[DifferenceSide, ...]
    """In the order of the articles; one of each article that states it."""
    silent: tuple[int, ...] = ()
    """The positions of the articles that report the same moment and don't state it."""

    @property
    def articles(self) -> tuple[int, ...]:
        """The positions of the articles that state it."""
        return tuple(side.passage.article_position for side in self.sides)


def group_sides(sides: Iterable[DifferenceSide]) -> list[list[DifferenceSide]]:
    """Return the sides of a difference that state the same together, in their order."""
    groups: list[list[DifferenceSide]] = []
    for side in sides:
        group = next((each for each in groups if each[0].states_same(side)), None)
        if group is None:
            groups.append([side])
        else:
            group.append(side)
    return groups
