"""The years that stand beside a figure: that of one year is not that of another, nor of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.story.stated_values import write_value
from reader.text.values import DateValue, NumberValue

if TYPE_CHECKING:
    from reader.story.sentence_pairs import TextSentence
    from reader.text.values import ValueSpan

_LEAST_DAYS = 360
"""Days of a span that is a year or more."""


def have_other_years(
    here: TextSentence, one: ValueSpan, there: TextSentence, other: ValueSpan
) -> bool:
    """Return whether two figures stand beside other years, or one year and a span of several.

    Where either sentence names no year, nothing is known.

    Args:
        here: a sentence.
        one: a value in it.
        there: another sentence.
        other: a value in that.
    """
    if isinstance(one, DateValue) or isinstance(other, DateValue):
        return False
    years, others = _find_years(here, one), _find_years(there, other)
    return bool(years) and bool(others) and years != others


def _find_years(sentence: TextSentence, value: ValueSpan) -> frozenset[str]:
    return frozenset(
        write_value(token.value)
        for token in sentence.tokens
        if token.value is not None and token.value is not value and _is_year(token.value)
    )


def _is_year(value: ValueSpan) -> bool:
    """Return whether a value is a year, or a span of years: "2016", "last year", "five years"."""
    if isinstance(value, NumberValue):
        return value.unit == "year"
    if not isinstance(value, DateValue) or value.weekday is not None:
        return False
    if value.first is not None and value.last is not None:
        return (value.last - value.first).days >= _LEAST_DAYS
    return value.year is not None and value.month is None and value.day is None
