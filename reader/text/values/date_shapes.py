"""Reading the dates that a text states: "26 April 2024", "Tuesday", "2024-04-26", "in 2024"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.counted_nouns import is_plural
from reader.text.values.lexemes import APART, GLUED, NUMBER, SPACED, WORD, lexeme_at
from reader.text.values.units import unit_at
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.text.values.digits import LanguageFormat
    from reader.text.values.lexemes import Lexeme

_FIRST_YEAR, _LAST_YEAR = 1700, 2199
_BARE_YEARS = range(1900, 2100)
_DECADES = range(1700, 2100)
_DASHES = "-–—‐‑"
_AMBIGUOUS = ("may", "march", "mar", "sun", "sat", "mon", "wed")


class DateParts(NamedTuple):
    """The stated parts of a date, and the index of the lexeme after it."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    first: date | None = None
    last: date | None = None
    is_approximate: bool = False


def numeric_date(lexemes: list[Lexeme], index: int) -> DateParts | None:
    """Read 2024-04-26 and 26/04/2024; 04/05/2024 has a year only."""
    parts = lexemes[index : index + 5]
    if len(parts) < 5 or any(part.gap != GLUED for part in parts[1:]):
        return None
    mark = parts[1].raw
    numbers = [part.raw for part in parts[::2]]
    if mark != parts[3].raw or mark not in "-/" or not all(n.isdigit() for n in numbers):
        return None
    return _three_numbers(numbers, index + 5)


def dotted_date(lexeme: Lexeme, index: int) -> DateParts | None:
    """Read 26.04.2024."""
    numbers = lexeme.raw.split(".")
    if len(numbers) != 3 or len(lexeme.raw) > 10 or not all(n.isdigit() for n in numbers):
        return None
    if len(numbers[2]) != 4 or int(numbers[1]) > 12:
        return None
    return _checked(DateParts(index + 1, int(numbers[2]), int(numbers[1]), int(numbers[0])))


def _three_numbers(numbers: list[str], end: int) -> DateParts | None:
    lengths = [len(number) for number in numbers]
    if lengths == [4, 2, 2]:
        return _checked(DateParts(end, int(numbers[0]), int(numbers[1]), int(numbers[2])))
    if lengths[2] != 4 or max(lengths[:2]) > 2:
        return None
    one, two, year = (int(number) for number in numbers)
    if one > 12 or one == two:
        return _checked(DateParts(end, year, two, one))
    if two > 12:
        return _checked(DateParts(end, year, one, two))
    return _checked(DateParts(end, year))


def year_shape(lexemes: list[Lexeme], index: int, is_english: bool) -> DateParts | None:
    """Read a year ("in 2024", "the 2019 vote") and a decade ("the 1990s")."""
    number = lexemes[index].raw
    if len(number) != 4 or not number.isdigit() or int(number) not in _DECADES:
        return None
    year = int(number)
    after = lexeme_at(lexemes, index + 1)
    end = _decade_end(lexemes, index)
    if end:
        decade = DateParts(end, first=date(year, 1, 1), last=date(year + 9, 12, 31))
        return None if year % 10 else decade
    if not is_english or (after.gap == GLUED and after.raw in "/-–%:$€£°"):
        return None
    is_year = _is_recent_year if year in _BARE_YEARS else _is_other_year
    return DateParts(index + 1, year) if is_year(lexemes, index) else None


def _decade_end(lexemes: list[Lexeme], index: int) -> int:
    """Return the index behind the ending of "1990s" or "1990's", 0 where there is none."""
    after, last = lexeme_at(lexemes, index + 1), lexeme_at(lexemes, index + 2)
    if after.gap == GLUED and after.lower == "s":
        return index + 2
    is_apostrophe = after.gap == GLUED and after.raw in "'’"
    is_plural = is_apostrophe and last.gap == GLUED and last.lower == "s"
    year = int(lexemes[index].raw)
    return index + 3 if is_plural and year % 10 == 0 else 0


def _is_recent_year(lexemes: list[Lexeme], index: int) -> bool:
    before = lexeme_at(lexemes, index - 1).lower
    return before in list_words("date_words", "year before") or _is_year_of(lexemes, index, before)


def _is_other_year(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a number is a year where hardly anything else is meant."""
    before, season = lexeme_at(lexemes, index - 1).lower, lexeme_at(lexemes, index - 2).lower
    has_season = before == "of" and season in list_words("date_words", "seasons")
    return has_season or before in ("in", "since")


def _is_year_of(lexemes: list[Lexeme], index: int, before: str) -> bool:
    """Return whether four digits are the year of what follows: "the 2019 vote", not "men"."""
    after = lexemes[index + 1] if index + 1 < len(lexemes) else None
    if before == "(" and after is not None:
        return after.raw == ")"
    if before not in list_words("date_words", "year of"):
        return False
    if after is None or after.kind != WORD or after.gap != SPACED:
        return False
    if after.raw[0].isupper():
        return True
    ends = list_words("counting", "phrase ends")
    return (
        after.lower not in ends and not is_plural(after.lower) and not unit_at(lexemes, index + 1)
    )


def day_number(lexemes: list[Lexeme], index: int) -> tuple[int, int] | None:
    """Read 26, 26th or "26." and return the day with the index after it."""
    raw = lexemes[index].raw if index < len(lexemes) else ""
    if len(raw) > 2 or not raw.isdigit() or not 1 <= int(raw) <= 31:
        return None
    after = index + 1
    if after < len(lexemes) and lexemes[after].gap == GLUED:
        if lexemes[after].lower in ("st", "nd", "rd", "th"):
            return int(raw), after + 1
        if lexemes[after].kind == WORD or lexemes[after].raw in "%:/°":
            return None
    return int(raw), after


def _follows(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether there is a lexeme at `index`, near the one before it."""
    return index < len(lexemes) and lexemes[index].gap != APART


def _day_range(lexemes: list[Lexeme], after: int, first: int) -> tuple[int, int] | None:
    """Read the second day of "26-28" or "26 to 28"."""
    if after >= len(lexemes) or lexemes[after].gap == APART:
        return None
    if lexemes[after].raw not in _DASHES and lexemes[after].lower not in ("to", "and"):
        return None
    second = day_number(lexemes, after + 1) if _follows(lexemes, after + 1) else None
    return second if second and second[0] > first else None


def _month_at(lexemes: list[Lexeme], index: int, form: LanguageFormat) -> tuple[int, int] | None:
    """Read a month, in English with a capital, and the full stop of a short form."""
    if index >= len(lexemes):
        return None
    lexeme = lexemes[index]
    month = form.months.get(lexeme.lower)
    if month is None or ("of" in form.links and lexeme.raw.islower()):
        return None
    return month, _after_stop(lexemes, index)


def _after_stop(lexemes: list[Lexeme], index: int) -> int:
    """Return the index after a short form of up to four letters and its full stop."""
    after = index + 1
    short = len(lexemes[index].raw) <= 4 and after < len(lexemes)
    # A full stop before another number or word; at the end of a sentence it stays outside.
    if short and lexemes[after].raw == "." and lexemes[after].gap == GLUED:
        following = lexemes[after + 1] if after + 1 < len(lexemes) else None
        if following is not None and following.kind == NUMBER:
            return after + 1
    return after


def _year_at(lexemes: list[Lexeme], index: int, links: frozenset[str]) -> tuple[int, int] | None:
    """Read a year with a comma or a linking word before it."""
    if index < len(lexemes) and (lexemes[index].raw == "," or lexemes[index].lower in links):
        index += 1
    if index >= len(lexemes) or lexemes[index].gap != SPACED or len(lexemes[index].raw) != 4:
        return None
    raw = lexemes[index].raw
    if not raw.isdigit() or not _FIRST_YEAR <= int(raw) <= _LAST_YEAR:
        return None
    return int(raw), index + 1


def day_first_date(lexemes: list[Lexeme], index: int, form: LanguageFormat) -> DateParts | None:
    """Read "26 April 2024", "26th of April", "26. April", "26-28 April"."""
    found = day_number(lexemes, index)
    if found is None:
        return None
    day, after = found
    last_day = None
    if second := _day_range(lexemes, after, day):
        last_day, after = second
    if after < len(lexemes) and lexemes[after].lower in form.links | {"."}:
        if lexemes[after].raw == "." and (lexemes[after].gap != GLUED or "of" in form.links):
            return None
        after += 1
    month = _month_at(lexemes, after, form) if _follows(lexemes, after) else None
    if month is None:
        return None
    year = _year_at(lexemes, month[1], form.links)
    end = year[1] if year else month[1]
    return _checked(DateParts(end, year and year[0], month[0], day, last_day=last_day))


def month_first_date(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, is_english: bool
) -> DateParts | None:
    """Read "April 26, 2024", "April 26-28", "April 2024", and "April" after "in" and the like."""
    found = _month_at(lexemes, index, form)
    if found is None:
        return None
    month, after = found
    if is_english and _follows(lexemes, after) and (day := day_number(lexemes, after)):
        last_day, end = None, day[1]
        if second := _day_range(lexemes, end, day[0]):
            last_day, end = second
        year = _year_at(lexemes, end, frozenset())
        end = year[1] if year else end
        return _checked(DateParts(end, year and year[0], month, day[0], last_day=last_day))
    if year := _year_at(lexemes, after, form.links):
        return DateParts(year[1], year[0], month)
    return _month_alone(lexemes, index, month, is_english)


def _month_alone(
    lexemes: list[Lexeme], index: int, month: int, is_english: bool
) -> DateParts | None:
    before = lexeme_at(lexemes, index - 1).lower
    if is_english and before in list_words("date_words", "month before"):
        is_vague = before in ("early", "late", "mid")
        return DateParts(index + 1, None, month, is_approximate=is_vague)
    if lexemes[index].lower in _AMBIGUOUS or len(lexemes[index].raw) < 4:
        return None
    # "31 April" is no day, and not the month either.
    if before.isdigit() and len(before) <= 2:
        return None
    return DateParts(index + 1, None, month)


def weekday_date(
    lexemes: list[Lexeme], index: int, form: LanguageFormat, is_english: bool
) -> DateParts | None:
    """Read "Tuesday", "Tuesday, April 26" and "Tues 26 April 2024"."""
    lexeme = lexemes[index]
    weekday = form.weekdays[lexeme.lower]
    if is_english and lexeme.raw.islower():
        return None
    after = _after_weekday(lexemes, index, is_english)
    if lexeme_at(lexemes, after).gap == SPACED:
        dated = day_first_date(lexemes, after, form)
        if dated is None and lexemes[after].lower in form.months:
            dated = month_first_date(lexemes, after, form, is_english)
        if dated is not None and dated.day is not None:
            return DateParts(dated.end, dated.year, dated.month, dated.day, weekday, dated.last_day)
    if lexeme.lower in _AMBIGUOUS or len(lexeme.raw) < 4:
        return None
    return DateParts(index + 1, weekday=weekday)


def _after_weekday(lexemes: list[Lexeme], index: int, is_english: bool) -> int:
    """Return the index after a weekday, a comma and "the"."""
    after = _after_stop(lexemes, index)
    comma = lexeme_at(lexemes, after)
    if comma.raw == "," and comma.gap == GLUED:
        after += 1
    return after + (is_english and lexeme_at(lexemes, after).lower == "the")


def _checked(days: DateParts) -> DateParts | None:
    """Return `days` if such a day exists."""
    if days.month is None or days.day is None:
        return days
    try:
        date(days.year or 2024, days.month, days.last_day or days.day)
    except ValueError:
        return None
    return days
