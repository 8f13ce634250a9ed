"""Figures that change from hour to hour, and what happens again and again.

Two reports of a storm, a count of votes or a stock index state it at two times; two that tell of
meetings may tell of two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.story.differences.difference import DifferenceKind

if TYPE_CHECKING:
    from reader.story.differences.difference import Difference, DifferenceSide

FIGURES = frozenset({DifferenceKind.NUMBER, DifferenceKind.PERCENT, DifferenceKind.MONEY})
"""The kinds of figures that may change from hour to hour."""
_TIMES = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\bas of \w+|\b[\d.]+ (?:percent|per cent|%)"
    r" of (?:the )?(?:\w+[’']s )?(?:precincts|votes|ballots)|\bat (?:noon|midnight)\b",
    re.IGNORECASE,
)
"""The time or the state of a count that a paragraph gives for its figures."""
_MARKETS = re.compile(
    r"\b(?:index|indices|stocks?|shares|futures|yields?|crude|barrel|bitcoin|exchange rate)\b",
    re.IGNORECASE,
)
"""Words for what is traded, whose figures change from minute to minute,"""
_CLOSING = re.compile(r"\b(?:clos(?:ed?|ing)|ended|finished|settled)\b", re.IGNORECASE)
"""but for those at the end of a day."""
_CLOSING_REACH = 40
"""Characters before a figure in which such a word stands."""
_AGAIN = re.compile(
    r"\b(?:again|another|latest|second|third|fourth|until|first time|next|last time)\b",
    re.IGNORECASE,
)
"""Words that tell of one act of several, or of a day that is no day of the act."""
_REACH = 90
"""Characters on each side of a day or figure in which such words are read."""


def is_of_two_times(difference: Difference) -> bool:
    """Return whether figures that differ are given for two times, or one of them for one time."""
    if difference.kind not in FIGURES:
        return False
    if all(map(_is_of_market, difference.sides)):
        return True
    times = {
        frozenset(each.lower() for each in _TIMES.findall(side.passage.paragraph.text))
        for side in difference.sides
        if not _is_of_word(side.passage.text)
    }
    return len(times) > 1


def is_of_two_acts(difference: Difference) -> bool:
    """Return whether days that differ are beside words that tell of one act of several."""
    return difference.kind is DifferenceKind.DATE and any(
        _stands_near(side, _AGAIN) for side in difference.sides
    )


def _is_of_market(side: DifferenceSide) -> bool:
    """Return whether a figure is of something traded, and not of the end of a day."""
    passage = side.passage
    start = max(0, passage.start - _CLOSING_REACH)
    is_closing = _CLOSING.search(passage.paragraph.text, start, passage.start)
    return _stands_near(side, _MARKETS) and not is_closing


def _stands_near(side: DifferenceSide, words: re.Pattern[str]) -> bool:
    passage = side.passage
    start, end = max(0, passage.start - _REACH), passage.end + _REACH
    return bool(words.search(passage.paragraph.text, start, end))


def _is_of_word(text: str) -> bool:
    """Return whether a figure is part of a word: a 38-word oath is no longer at noon."""
    return "-" in text
