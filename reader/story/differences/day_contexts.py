"""What the words beside a day tell of it: no two days of one act, or one day after all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reader.text.values import DateValue

if TYPE_CHECKING:
    from reader.story.differences.measured_values import MeasuredValue
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import ValueSpan

_WEEK = 7
"""Days between two days of one name that one weekday may mean."""
_LATE, _EARLY = frozenset({"late", "night", "evening"}), frozenset({"early", "overnight"})
"""Words beside a day of which another clock may say the next day, or the day before."""
_BOUNDS = frozenset(
    {"through", "until", "till", "since", "from", "before", "after", "by", "between", "to"}
)
"""Words before a day that begins or ends a stretch of days and is no day of an act."""


def are_days_of_one_use(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether two days are both the day of an act, or in one way not.

    "Extended it through July 31" and "extended it on Wednesday" tell two days; so do "refused on
    Monday" and "the judge's Jan. 9 order", where the day belongs to the noun.
    """
    return _find_bound(one) == _find_bound(other) and _is_of_noun(one) == _is_of_noun(other)


def may_be_one_day(here: TextSentence, at: int, there: TextSentence, other_at: int) -> bool:
    """Return whether two days that are read as two may be one.

    A weekday is the last or the next one, and "today" depends on when a text was published, which
    two articles give a day apart.

    Args:
        here: a sentence.
        at: the position of a day in it.
        there: another sentence.
        other_at: that of a day in that.
    """
    one, other = here.tokens[at].value, there.tokens[other_at].value
    if _is_distance(one) != _is_distance(other):
        return True
    parts = _read_part(here, at), _read_part(there, other_at)
    days = _read_day(one), _read_day(other)
    if days[0] is None or days[1] is None:
        return _may_be_next_weekday((one, other), parts)
    distance = abs((days[0] - days[1]).days)
    if any(_is_weekday(value) for value in (one, other)) and distance == _WEEK:
        return True
    is_relative = any(_is_relative(value) for value in (one, other))
    first, second = parts if days[0] < days[1] else parts[::-1]
    return distance == 1 and (is_relative or _meet_at_midnight(first, second))


def _may_be_next_weekday(values: tuple[object, object], parts: tuple[str, str]) -> bool:
    """Return whether two weekdays without a date may be the two days of one night."""
    weekdays = [each.weekday if isinstance(each, DateValue) else None for each in values]
    if weekdays[0] is None or weekdays[1] is None:
        return False
    distance = (weekdays[1] - weekdays[0]) % _WEEK
    return (distance == 1 and _meet_at_midnight(*parts)) or (
        distance == _WEEK - 1 and _meet_at_midnight(*parts[::-1])
    )


def _meet_at_midnight(first: str, second: str) -> bool:
    """Return whether parts of a day and of the next one may be one time on two clocks."""
    return (first == "late") != (second == "late") or second == "early"


def _read_part(sentence: TextSentence, at: int) -> str:
    """Return "early" or "late" as the words beside a day tell the part of it, else ""."""
    beside = {*sentence.words[max(0, at - 1) : at], *sentence.words[at + 1 : at + 2]}
    if beside & _LATE:
        return "late"
    return "early" if beside & _EARLY else ""


def _find_bound(value: MeasuredValue) -> str:
    """Return the preposition of a stretch of days before a day, or ""."""
    before = value.sentence.words[max(0, value.at - 1) : value.at]
    return before[0] if before and before[0] in _BOUNDS else ""


def _is_of_noun(value: MeasuredValue) -> bool:
    """Return whether a day is between a genitive and its noun: "a judge's Jan. 9 order"."""
    before = value.sentence.words[max(0, value.at - 1) : value.at]
    return bool(before) and before[0].replace("’", "'").endswith(("'s", "s'"))


def _read_day(value: ValueSpan | None) -> date | None:
    if not isinstance(value, DateValue) or value.first != value.last:
        return None
    return value.first


def _is_distance(value: ValueSpan | None) -> bool:
    """Return whether a day is given as a rough distance: "a month ago", "last week"."""
    if not isinstance(value, DateValue) or not _is_relative(value):
        return False
    return value.is_approximate or value.first != value.last


def _is_weekday(value: ValueSpan | None) -> bool:
    """Return whether nothing but a weekday is stated."""
    if not isinstance(value, DateValue) or value.weekday is None:
        return False
    return value.day is None and value.month is None


def _is_relative(value: ValueSpan | None) -> bool:
    """Return whether a day is stated by its distance alone: "today", "two days ago"."""
    if not isinstance(value, DateValue):
        return False
    return value.weekday is None and value.day is None and value.month is None
