"""Reads dates relative to another day: "yesterday", "a week ago", "next May"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.amounts import amount_at
from reader.text.values.date_shapes import DateParts, day_number
from reader.text.values.lexemes import APART, NUMBER, lexeme_at, phrase_at
from reader.text.values.value_lists import list_lines, list_numbers, list_pairs, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme

DayReader = Callable[[int], "tuple[date, int] | None"]
"""Takes the index of a lexeme; returns the day that begins there and the index after it."""

_LONGEST_OFFSET = {"day": 400, "week": 120, "month": 60, "year": 200}
_DIRECTIONS = {"last": -1, "this": 0, "next": 1}


class DateContext(NamedTuple):
    """The context for reading a date."""

    form: LanguageFormat
    is_english: bool
    reference: date | None
    anchor: date | None = None
    """The day that the text named last."""


@lru_cache(maxsize=8)
def _phrases(section: str) -> Mapping[str, str]:
    pairs = (line.partition(" = ") for line in list_lines("date_words")[section])
    return {phrase: value for phrase, _, value in pairs}


@lru_cache(maxsize=1)
def phrase_beginnings() -> frozenset[str]:
    """Return the words in lower case that may begin an English date without digits."""
    sections = ("day phrases", "next days", "fixed days")
    words = {phrase.split()[0] for section in sections for phrase in _phrases(section)}
    counts = set(list_numbers("number_words", "units")) | {"a", "an", "last", "next"}
    return frozenset(words | set(list_pairs("date_words", "days")) | counts)


@lru_cache(maxsize=8)
def phrase_followers(word: str) -> frozenset[str]:
    """Return the words in lower case that follow `word` in the phrases that it begins."""
    sections = ("day phrases", "next days", "fixed days")
    phrases = (phrase.split() for section in sections for phrase in _phrases(section))
    return frozenset(words[1] for words in phrases if words[0] == word and len(words) > 1)


@lru_cache(maxsize=1)
def offset_units() -> frozenset[str]:
    """Return the words in lower case for what is counted in "three days ago"."""
    return frozenset(form for unit in _LONGEST_OFFSET for form in (unit, f"{unit}s"))


def relative_date(
    lexemes: list[Lexeme], index: int, context: DateContext, read_day: DayReader
) -> DateParts | None:
    """Return the relative date that begins at `index`, or None. English.

    `read_day` reads the day after "a day after" and returns it with the index after it.
    """
    if lexemes[index].kind == NUMBER:
        return _ago(lexemes, index, context, read_day)
    word = lexemes[index].lower
    if word not in phrase_beginnings():
        return None
    for count in (4, 3, 2):
        phrase = phrase_at(lexemes, index, count)
        for section, origin in (("day phrases", context.reference), ("next days", context.anchor)):
            if phrase in _phrases(section):
                return _offset(index + count, origin, int(_phrases(section)[phrase]))
        if phrase in _phrases("fixed days"):
            month, _, day = _phrases("fixed days")[phrase].partition("-")
            return DateParts(index + count, None, int(month), int(day))
    if word in list_pairs("date_words", "days"):
        return _offset(index + 1, context.reference, int(list_pairs("date_words", "days")[word]))
    if word in ("last", "next", "this"):
        return _period(lexemes, index, context) or _named_day(lexemes, index, context)
    return _ago(lexemes, index, context, read_day)


def _offset(
    end: int, origin: date | None, days: int, approximate: bool = False
) -> DateParts | None:
    if origin is None:
        return DateParts(end, is_approximate=approximate)
    try:
        day = origin + timedelta(days=days)
    except OverflowError:
        return None
    return DateParts(end, first=day, last=day, is_approximate=approximate)


def _period(lexemes: list[Lexeme], index: int, context: DateContext) -> DateParts | None:
    """Read "last week", "this month", "next year"."""
    shift = _DIRECTIONS[lexemes[index].lower]
    unit = phrase_at(lexemes, index, 2).partition(" ")[2]
    if unit not in list_words("date_words", "periods"):
        return None
    if context.reference is None:
        return DateParts(index + 2)
    first, last = _period_days(context.reference, unit, shift)
    return DateParts(index + 2, first=first, last=last)


def _period_days(reference: date, unit: str, shift: int) -> tuple[date, date]:
    if unit == "week":
        monday = reference - timedelta(days=reference.weekday() - 7 * shift)
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(reference.year + shift, 1, 1), date(reference.year + shift, 12, 31)
    months = reference.year * 12 + reference.month - 1 + shift
    return month_days(months // 12, months % 12 + 1)


def month_days(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _named_day(lexemes: list[Lexeme], index: int, context: DateContext) -> DateParts | None:
    """Read "last Tuesday", "next April"."""
    direction = _DIRECTIONS[lexemes[index].lower]
    named, reference = lexeme_at(lexemes, index + 1), context.reference
    if named.gap == APART or named.raw.islower():
        return None
    weekday = context.form.weekdays.get(named.lower)
    if weekday is not None:
        if reference is None:
            return DateParts(index + 2, weekday=weekday)
        day = nearest_weekday(reference, weekday, direction)
        return DateParts(index + 2, weekday=weekday, first=day, last=day)
    month = context.form.months.get(named.lower)
    if month is None or day_number(lexemes, index + 2):
        return None
    if reference is None:
        return DateParts(index + 2, None, month)
    first, last = month_days(_year_of_month(reference, month, direction), month)
    return DateParts(index + 2, None, month, first=first, last=last)


def _year_of_month(reference: date, month: int, direction: int) -> int:
    """Return the year of the last (-1), this (0) or next (1) such month."""
    if direction < 0:
        return reference.year - (month >= reference.month)
    return reference.year + (direction > 0 and month <= reference.month)


def nearest_weekday(reference: date, weekday: int, direction: int) -> date:
    """Return the last (-1) or next (1) such day without the reference; with it for 0."""
    ahead = (weekday - reference.weekday()) % 7
    if direction < 0:
        return reference - timedelta(days=(7 - ahead) % 7 or 7)
    return reference + timedelta(days=ahead or (7 if direction else 0))


def _ago(
    lexemes: list[Lexeme], index: int, context: DateContext, read_day: DayReader
) -> DateParts | None:
    """Read "three days ago", "a week ago", "two days later", "a day after Tuesday"."""
    counted = _count_at(lexemes, index, context.form)
    if counted is None:
        return None
    count, after = counted
    unit = phrase_at(lexemes, after, 1).removesuffix("s")
    relation = phrase_at(lexemes, after + 1, 1)
    if unit not in _LONGEST_OFFSET or not 0 < count <= _LONGEST_OFFSET[unit]:
        return None
    later = relation in list_words("date_words", "later")
    if not later and relation not in {"ago", *list_words("date_words", "earlier")}:
        return None
    origin: date | None = context.reference if relation == "ago" else context.anchor
    end = after + 2
    if relation in ("after", "before"):
        named = read_day(end)
        if named is None:
            return DateParts(end)
        origin, end = named
    days = count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    return _offset(end, origin, days if later else -days, approximate=unit != "day")


def _count_at(lexemes: list[Lexeme], index: int, form: LanguageFormat) -> tuple[int, int] | None:
    """Return the whole number of "three days" or "a day", and the index after it."""
    amount = amount_at(lexemes, index, form, True)
    if amount is not None:
        return (int(amount.value), amount.end) if amount.kind == "cardinal" else None
    return (1, index + 1) if lexemes[index].lower in ("a", "an") else None
