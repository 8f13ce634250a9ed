"""Figures that change from hour to hour, and what happens again and again.

Two reports of a storm, a count of votes or a stock index state it at two times; two that tell of
meetings may tell of two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.story.differences.difference import DifferenceKind

if TYPE_CHECKING:
    from reader.story.differences.difference import Difference

FIGURES = frozenset({DifferenceKind.NUMBER, DifferenceKind.PERCENT, DifferenceKind.MONEY})
"""The kinds of figures that may change from hour to hour."""
_TIMES = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\bas of \w+|\b[\d.]+ (?:percent|per cent|%)"
    r" of (?:the )?(?:\w+[’']s )?(?:precincts|votes|ballots)|\bat (?:noon|midnight)\b",
    re.IGNORECASE,
)
"""The time or the state of a count that a paragraph gives for its figures."""
_AGAIN = re.compile(
    r"\b(?:again|another|latest|second|third|fourth|until|first time|next|last time)\b",
    re.IGNORECASE,
)
"""Words that tell of one act of several, or of a day that is no day of the act."""
_REACH = 90
"""Characters on each side of a day in which they are read."""


def is_of_two_times(difference: Difference) -> bool:
    """Return whether figures that differ are given for two times, or one of them for one time."""
    if difference.kind not in FIGURES:
        return False
    times = {
        frozenset(each.lower() for each in _TIMES.findall(side.passage.paragraph.text))
        for side in difference.sides
        if not _is_of_word(side.passage.text)
    }
    return len(times) > 1


def is_of_two_acts(difference: Difference) -> bool:
    """Return whether days that differ are beside words that tell of one act of several."""
    return difference.kind is DifferenceKind.DATE and any(
        _AGAIN.search(
            side.passage.paragraph.text,
            max(0, side.passage.start - _REACH),
            side.passage.end + _REACH,
        )
        for side in difference.sides
    )


def _is_of_word(text: str) -> bool:
    """Return whether a figure is part of a word: a 38-word oath is no longer at noon."""
    return "-" in text
