"""The years that stand beside a figure: that of one year is not that of another, nor of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.story.differences.stated_values import write_value
from reader.text.calendar_words import english_weekday_names
from reader.text.values import DateValue, NumberValue

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import ValueSpan

_BOUNDS = frozenset(("since", "until", "till", "through"))
_ENDS = frozenset(("begins", "began", "starts", "started", "ends", "ended", "expires", "expired"))
_LEAST_DAYS = 360
"""Days of a span that is a year or more."""


def have_other_years(
    here: TextSentence, one: ValueSpan, there: TextSentence, other: ValueSpan
) -> bool:
    """Return whether two figures stand beside other years, or one year and a span of several.

    A sentence with a weekday and no year is of these days. Where either names neither, nothing is
    known.

    Args:
        here: a sentence.
        one: a value in it.
        there: another sentence.
        other: a value in that.
    """
    if isinstance(one, DateValue) or isinstance(other, DateValue):
        return False
    years, others = _find_years(here, one), _find_years(there, other)
    if bool(years) != bool(others):
        return _tells_weekday(there if years else here) and not _tells_weekday(
            here if years else there
        )
    return years != others


def _find_years(sentence: TextSentence, value: ValueSpan) -> frozenset[str]:
    """Return the years of a sentence, but for those with which something begins or ends."""
    return frozenset(
        write_value(token.value)
        for at, token in enumerate(sentence.tokens)
        if token.value is not None
        and token.value is not value
        and _is_year(token.value)
        and not _is_bound(sentence.words[max(at - 2, 0) : at])
    )


def _tells_weekday(sentence: TextSentence) -> bool:
    """Return whether a sentence names a weekday: "on Tuesday", "Tuesday's explosion"."""
    days = english_weekday_names()
    return any(
        (isinstance(token.value, DateValue) and token.value.weekday is not None)
        or word.removesuffix("'s").removesuffix("’s") in days
        for token, word in zip(sentence.tokens, sentence.words, strict=True)
    )


def _is_bound(before: tuple[str, ...]) -> bool:
    """Return whether the words before a year make it the beginning or the end of something.

    "since 2019", "until 2034", "ends in 2034": no year of a figure beside them.
    """
    *earlier, last = before or ("",)
    return last in _BOUNDS or (last == "in" and any(word in _ENDS for word in earlier))


def _is_year(value: ValueSpan) -> bool:
    """Return whether a value is a year, or a span of years: "2016", "last year", "five years"."""
    if isinstance(value, NumberValue):
        return value.unit == "year"
    if not isinstance(value, DateValue) or value.weekday is not None:
        return False
    if value.first is not None and value.last is not None:
        return (value.last - value.first).days >= _LEAST_DAYS
    return value.year is not None and value.month is None and value.day is None
