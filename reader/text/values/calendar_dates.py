"""Dates as values, resolved against the day a text was published, and how they compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.text.values.date_shapes import (
    DateParts,
    day_first_date,
    dotted_date,
    month_first_date,
    numeric_date,
    weekday_date,
    year_shape,
)
from reader.text.values.lexemes import APART, NUMBER, WORD
from reader.text.values.outcomes import ComparisonReason as Reason
from reader.text.values.outcomes import differs, equal, unknown
from reader.text.values.relative_dates import (
    DateContext,
    month_days,
    nearest_weekday,
    relative_date,
)
from reader.text.values.spans import ValueSpan
from reader.text.values.value_lists import list_pairs, list_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.values.lexemes import Lexeme
    from reader.text.values.outcomes import ValueComparison

_SENTENCE_ENDS = ".!?;"
_MOST_LOOKED_BACK = 14
"""Most lexemes before a weekday that are searched for a word of future."""
_ABOUT_DAYS = 3
"""How many days an approximate day may be off, at least."""


@dataclass(frozen=True, slots=True)
class DateValue(ValueSpan):
    """A day, or a stretch of days: a week, a month, a year, "26 to 28 April".

    The stated parts and the days computed from the reference are separate fields.
    """

    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    weekday: int | None = None
    """From 0 for Monday."""
    first: date | None = None
    """The first day meant; None where it is unknown."""
    last: date | None = None
    """The last day meant, equal to `first` for a single day."""
    last_day: int | None = None
    """The 28 of "April 26-28"."""
    is_approximate: bool = False
    """"Early April", "a month ago"."""


def date_at(
    lexemes: list[Lexeme], index: int, context: DateContext
) -> tuple[DateValue, int] | None:
    """Return the date that begins at `index` and the index after it, or None."""
    found = _read(lexemes, index, context)
    if found is None:
        return None
    first, last = found.first, found.last
    if first is None:
        first, last = _resolve(lexemes, index, found, context)
    value = DateValue(
        lexemes[index].start,
        lexemes[found.end - 1].end,
        found.year,
        found.month,
        found.day,
        found.weekday,
        first,
        last,
        found.last_day,
        found.is_approximate,
    )
    return value, found.end


def _read(lexemes: list[Lexeme], index: int, context: DateContext) -> DateParts | None:
    lexeme, form = lexemes[index], context.form

    def read_day(after: int) -> tuple[date, int] | None:
        return _single_day(lexemes, after, context)

    if lexeme.kind == NUMBER:
        found = (
            numeric_date(lexemes, index)
            or dotted_date(lexeme, index)
            or day_first_date(lexemes, index, form)
        )
        if found is None and context.is_english:
            found = relative_date(lexemes, index, context, read_day)
        return found or year_shape(lexemes, index, context.is_english)
    if lexeme.kind != WORD:
        return None
    if lexeme.lower in form.weekdays:
        return weekday_date(lexemes, index, form, context.is_english)
    if lexeme.lower in form.months:
        return month_first_date(lexemes, index, form, context.is_english)
    return relative_date(lexemes, index, context, read_day) if context.is_english else None


def _single_day(lexemes: list[Lexeme], index: int, context: DateContext) -> tuple[date, int] | None:
    """Read a day that is named at `index`, not one relative to another relative day."""
    if index >= len(lexemes) or lexemes[index].gap == APART:
        return None
    lower = lexemes[index].lower
    names = (context.form.weekdays, context.form.months, list_pairs("date_words", "days"))
    stated = day_first_date(lexemes, index, context.form)
    found = None
    if stated is not None or any(lower in known for known in names):
        found = date_at(lexemes, index, context)
    if found is None or found[0].first is None or found[0].first != found[0].last:
        return None
    return found[0].first, found[1]


def _resolve(
    lexemes: list[Lexeme], index: int, days: DateParts, context: DateContext
) -> tuple[date | None, date | None]:
    """Return the first and last day that the stated parts and the reference make."""
    if days.month is None:
        return _resolve_without_month(lexemes, index, days, context)
    year: int | None = days.year
    if year is None:
        if context.reference is None:
            return None, None
        ahead = context.is_english and _is_ahead(lexemes, index)
        year = _nearest_year(context.reference, days.month, days.day or 15, ahead)
    if days.day is None:
        return month_days(year, days.month)
    try:
        first = date(year, days.month, days.day)
        last = date(year, days.month, days.last_day or days.day)
    except ValueError:
        return None, None
    return first, last


def _resolve_without_month(
    lexemes: list[Lexeme], index: int, days: DateParts, context: DateContext
) -> tuple[date | None, date | None]:
    """Return the days of a weekday or a year alone."""
    if days.weekday is not None and context.reference is not None:
        day = _bare_weekday(lexemes, index, days.weekday, context)
        return day, day
    year = days.year
    # A year inside a date of uncertain order is not used.
    if year is not None and lexemes[index].raw == str(year) and days.end == index + 1:
        return date(year, 1, 1), date(year, 12, 31)
    return None, None


def _nearest_year(reference: date, month: int, day: int, ahead: bool) -> int:
    """Return the year in which a day is nearest to the reference, or next after it."""
    if ahead:
        return reference.year + ((month, day) < (reference.month, reference.day))

    def distance(year: int) -> int:
        return abs((date(year, month, min(day, 28)) - reference).days)

    return min((reference.year, reference.year - 1, reference.year + 1), key=distance)


def _bare_weekday(
    lexemes: list[Lexeme], index: int, weekday: int, context: DateContext
) -> date | None:
    """Resolve "Tuesday": the last one up to the reference, or the next after words of future."""
    reference = context.reference
    if reference is None:
        return None
    if context.is_english and _is_ahead(lexemes, index):
        return nearest_weekday(reference, weekday, 0)
    return reference - timedelta(days=(reference.weekday() - weekday) % 7)


def _is_ahead(lexemes: list[Lexeme], index: int) -> bool:
    words = list_words("date_words", "future")
    for lexeme in reversed(lexemes[max(index - _MOST_LOOKED_BACK, 0) : index]):
        if lexeme.raw in _SENTENCE_ENDS:
            return False
        if lexeme.lower in ("said", "told"):
            return False
        if lexeme.lower in words or lexeme.lower.endswith("'ll"):
            return True
    return False


def compare_dates(one: DateValue, other: DateValue) -> ValueComparison:
    """Compare two dates by their days, or by what is stated where a day is not known.

    "April 26" meets 26 April of any year, a weekday without a reference meets any date, and
    a week is not distinguished from a day in it.
    """
    days, others = _known_days(one), _known_days(other)
    if days is None or others is None:
        return _compare_parts(one, other)
    alike = one.is_approximate == other.is_approximate
    if days == others:
        return equal() if alike else unknown(Reason.QUALIFIER)
    gap = max(days[0] - others[1], others[0] - days[1]).days
    if gap <= 0:
        return unknown(Reason.LESS_SPECIFIC)
    length = max((days[1] - days[0]).days, (others[1] - others[0]).days, _ABOUT_DAYS)
    if (one.is_approximate or other.is_approximate) and gap <= length:
        return unknown(Reason.QUALIFIER)
    return differs(Reason.DATE)


def _known_days(value: DateValue) -> tuple[date, date] | None:
    return None if value.first is None or value.last is None else (value.first, value.last)


def _compare_parts(one: DateValue, other: DateValue) -> ValueComparison:
    if one.last_day != other.last_day:
        return unknown(Reason.LESS_SPECIFIC)
    parts, others = _parts(one), _parts(other)
    shared = [None not in pair for pair in zip(parts, others, strict=True)]
    pairs = zip(parts, others, shared, strict=True)
    if any(is_shared and part != its for part, its, is_shared in pairs):
        return differs(Reason.DATE)
    if not any(shared):
        return unknown(Reason.UNRESOLVED)
    if parts == others:
        same_kind = one.is_approximate == other.is_approximate
        return equal() if same_kind else unknown(Reason.QUALIFIER)
    has_day = shared[1] and shared[2]
    return equal(Reason.LESS_SPECIFIC) if has_day else unknown(Reason.LESS_SPECIFIC)


def _parts(value: DateValue) -> Sequence[int | None]:
    """Return year, month, day and weekday, as stated or as resolved."""
    if value.first is not None and value.first == value.last:
        day = value.first
        return day.year, day.month, day.day, day.weekday()
    return value.year, value.month, value.day, value.weekday
