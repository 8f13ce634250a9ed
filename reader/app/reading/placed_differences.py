"""The differences of a comparison by the paragraphs that they are in, for drawer and gutter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.articles import Place
from reader.reports.difference_words import join_sides

if TYPE_CHECKING:
    from reader.coverage import Coverage
    from reader.story import Difference

_LONGEST_WORDS = 30
"""Characters of the words of one side."""


class PlacedDifferences:
    """The facts in which articles differ, by paragraph.

    Args:
        coverage: the comparison.
        differences: its differences.
    """

    def __init__(self, coverage: Coverage, differences: Iterable[Difference]) -> None:
        self.coverage = coverage
        self._at: dict[Place, list[str]] = {}
        for difference in differences:
            if not difference.kind.is_fact:
                continue
            for side in difference.sides:
                words = _describe(difference, side.passage.place)
                self._at.setdefault(side.passage.place, []).append(words)

    def at(self, place: Place) -> tuple[str, ...]:
        """Return each difference of a paragraph, its own words first: "12 / 14"."""
        return tuple(self._at.get(place, ()))

    def paragraphs(self, article: int) -> tuple[int, ...]:
        """Return the positions of the paragraphs of an article with a difference."""
        return tuple(place.paragraph for place in self._at if place.article == article)


def _describe(difference: Difference, place: Place) -> str:
    own = [side for side in difference.sides if side.passage.place == place]
    others = [side for side in difference.sides if side.passage.place != place]
    return join_sides((*own, *others), _LONGEST_WORDS)
