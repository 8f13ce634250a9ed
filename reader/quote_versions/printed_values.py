"""The numbers, sums, dates and times of a quotation as values that can be compared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.quote_versions.printed_words import PrintedWords
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    DateValue,
    ValueSpan,
    compare_values,
    find_values,
)

_SAME_VALUE = (ComparisonReason.SAME, ComparisonReason.LESS_SPECIFIC)
"""Reasons of an equal outcome that leave the words the speaker's: no conversion of units."""
_DIGITS = re.compile(r"\d{3}")
_FIGURES = re.compile(r"\d+")
_FIGURES_OF_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{2}){1,2}")
"""A date of which either figure before the year may be the month."""
_THREE_DECIMALS = re.compile(r"(?<![\d.])[1-9]\d{0,2}\.\d{3}(?![\d.])")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_BEFORE_TIMES = frozenset(("at", "until", "till", "from", "since", "before", "after", "around"))
"""Before a figure each says that it is a time of day."""
_BESIDE = 3
"""Characters before the first word that may belong to its number: a sign, a currency."""
_AFTER = 40
"""Characters after the last word in which its number may go on."""
_DEGREES = frozenset({"barely", "considerably", "far", "just", "little", "slightly", "way", "well"})
"""Words that say how far a figure is above or below a bound."""


class FoundValue(NamedTuple):
    """A value and the words that it is read from, as positions."""

    value: ValueSpan
    first: int
    last: int
    text: str
    before: str
    """The word before it, in lower case."""


def read_values(printed: PrintedWords) -> list[FoundValue]:
    """Return the values that have words of a quotation, with the positions of these."""
    if not printed.words:
        return []
    start, end = printed.words[0].start, printed.words[-1].end
    begin = max(0, start - _BESIDE)
    limit = printed.text.find("\n", end, end + _AFTER)
    region = printed.text[begin : limit if limit >= 0 else end + _AFTER]
    starts = [word.start for word in printed.words]
    ends = [word.end for word in printed.words]
    found = []
    for value in find_line_values(region):
        first = bisect_right(ends, begin + value.start)
        last = bisect_left(starts, begin + value.end)
        if first < last:
            text = _plain(region[value.start : value.end])
            before = region[: value.start].lower().split()[-1:]
            found.append(FoundValue(value, first, last, text, "".join(before)))
    return found


@lru_cache(maxsize=1 << 13)
def find_line_values(text: str) -> tuple[ValueSpan, ...]:
    """Return the values of a line of text."""
    return tuple(find_values(text))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").split())


def are_equal(here: Sequence[FoundValue], there: Sequence[FoundValue]) -> bool:
    """Whether two rows of values are the same, one by one; rows without any are, too."""
    if len(here) != len(there):
        return False
    return all(map(_is_one_clock_time, here, there)) or all(map(_is_one_value, here, there))


def _is_one_value(one: FoundValue, other: FoundValue) -> bool:
    result = compare_values(_read_length(one), _read_length(other))
    is_equal = result.outcome is ComparisonOutcome.EQUAL and result.reason in _SAME_VALUE
    return is_equal and _is_comparable(one, other)


def _is_one_clock_time(one: FoundValue, other: FoundValue) -> bool:
    """Whether two values are one time of day with either sign: "at 10:30", "at 10.30"."""
    is_time = all(
        _CLOCK.fullmatch(found.text) and found.before in _BEFORE_TIMES for found in (one, other)
    )
    return is_time and one.text.replace(":", ".") == other.text.replace(":", ".")


def _is_comparable(one: FoundValue, other: FoundValue) -> bool:
    """Whether two equal values say the same: days without figures only in the same words."""
    # "Four hour" is no form of "four hours": what is counted is a word like any other.
    if one.text != other.text and one.text.removesuffix("s") == other.text.removesuffix("s"):
        return False
    # "1030" is no form of "10:30" that everybody reads so.
    if _is_run_of_digits(one) != _is_run_of_digits(other) and ":" in one.text + other.text:
        return False
    if _has_three_decimals(one) != _has_three_decimals(other):
        return False
    if _read_degree(one) != _read_degree(other):
        return False
    values = _read_length(one), _read_length(other)
    if not any(isinstance(value, DateValue) for value in values):
        return True
    if any(_FIGURES_OF_DATE.fullmatch(found.text) for found in (one, other)):
        return _has_known_day(one, other) or _read_figures(one) == _read_figures(other)
    has_figures = [any(letter.isdigit() for letter in found.text) for found in (one, other)]
    return all(has_figures) or sorted(one.text.split()) == sorted(other.text.split())


def _read_degree(found: FoundValue) -> frozenset[str]:
    """Return the words that say how far a figure is passed or missed: "just over", "well over"."""
    return _DEGREES.intersection(found.text.lower().split())


def _has_three_decimals(found: FoundValue) -> bool:
    """Whether a number may be read in two ways: 1.000 is one, or a thousand."""
    return _THREE_DECIMALS.search(found.text) is not None


def _has_known_day(one: FoundValue, other: FoundValue) -> bool:
    """Whether both dates are of one day, whichever figure of either is the month."""
    return all(isinstance(each.value, DateValue) and each.value.day for each in (one, other))


def _read_figures(found: FoundValue) -> list[int]:
    return [int(figure) for figure in _FIGURES.findall(found.text)]


def _is_run_of_digits(found: FoundValue) -> bool:
    return _DIGITS.search(found.text) is not None


def _read_length(found: FoundValue) -> ValueSpan:
    """Return how long ago a time is that is counted from now, else the value: "five years ago"."""
    counted, is_ago = found.text.removesuffix(" ago"), found.text.endswith(" ago")
    lengths = find_line_values(counted) if is_ago else ()
    return lengths[0] if len(lengths) == 1 else found.value
