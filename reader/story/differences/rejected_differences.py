"""Differences that the user rejected, as a value."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from reader.articles import Passage, Place
from reader.story.differences.difference import Difference, DifferenceKind
from reader.text.plain_words import plain_words

StatedWords = tuple[Place, str]
"""A paragraph, and words of it as `plain_words` gives them."""


@dataclass(frozen=True, slots=True)
class RejectedDifference:
    """What is no difference after all: the kind, and what the articles state."""

    kind: DifferenceKind
    sides: frozenset[StatedWords]

    def covers(self, difference: Difference) -> bool:
        """Return whether a difference says nothing but this."""
        return difference.kind is self.kind and self.sides.issuperset(
            stated_words(side.passage) for side in difference.sides
        )


def stated_words(passage: Passage) -> StatedWords:
    """Return a paragraph and its words that differ, in a form that outlasts their printing."""
    return passage.place, plain_words(passage.text)


def leave_rejected_out(
    differences: Iterable[Difference], rejected: Collection[RejectedDifference]
) -> tuple[Difference, ...]:
    """Return the differences that the user has not rejected."""
    return tuple(
        difference
        for difference in differences
        if not any(each.covers(difference) for each in rejected)
    )
