"""The one form in which dates are shown: `2031-05-04 17:40 EET`."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone
from typing import NamedTuple

from reader.articles.metadata.dates import DATE_WORDS
from reader.text.calendar_words import month_numbers
from reader.text.cleaning import Clean, clean_line

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ]{1,2}(\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(Z|[A-Z]{2,5}|[+-]\d{2}(?::?\d{2})?|[A-Z][a-z]{2,20}/[A-Z][A-Za-z_]{2,30})?"
    r"(?:\[[\w/+-]{1,40}\])?)?"
)
# https://www.iso.org/iso-8601-date-and-time-format.html, the basic format
_BASIC = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(?:\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(Z|[A-Z]{2,5}|[+-]\d{2}(?::?\d{2})?)?)?"
)
_UNIX_SECONDS = re.compile(r"(\d{9,10})(?:\d{3}|\.\d{1,9})?")
_RFC_2822 = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}.{0,30}")
_UTC_NAMES = ("Z", "GMT", "UTC", "+00:00", "+0000", "-00:00", "+00")
# From 1990-01-01 to 2100-01-01. Other numbers of as many digits are no time.
_UNIX_RANGE = range(631152000, 4102444800)
_YEARS = range(1900, 2200)
# Characters.
_LONGEST_PRINTED = 200
_LONGEST_MACHINE_FORM = 80
# Tokens on either side of a month among which its day and year are searched.
_REACH = 3

_WORD = re.compile(r"[^\W\d_]+|\d+")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{2,4})(?!\d{3})")
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[:.：]|\s?h\s?|[時时点시]\s?)(\d{2})(?:[:.]\d{2}(?:[.,]\d{1,6})?)?(?!\d)"
    r"[분分]?\s?([ap]\.?\s?m\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d.:])(\d{1,2})\s?([ap]\.?m\b|uhr\b|h\b)", re.IGNORECASE)
_ZONE = re.compile(
    r"(?:\s?(?:[Uu]hr|[Uu]ur|h|hrs)\b)?\.?,?\s?\(?"
    r"((?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?\b|[A-ZА-Я]{2,5}\b|Z\b)"
)


class _Day(NamedTuple):
    value: date
    span: tuple[int, int]
    """Where it is in the text."""


def format_date(stated: str) -> str:
    """Return a date as people write it, without the seconds, where a machine wrote it.

    Read are ISO 8601 in both formats and with names of zones, seconds since 1970, and the
    dates of mail; everything else is returned as it is.
    """
    text = stated.strip()
    if len(text) > _LONGEST_MACHINE_FORM:
        return stated
    for form in (_ISO, _BASIC):
        if (match := form.fullmatch(text)) and (shown := _format_match(match)):
            return shown
    if match := _UNIX_SECONDS.fullmatch(text):
        seconds = int(match[1])
        if seconds in _UNIX_RANGE:
            return f"{datetime.fromtimestamp(seconds, timezone.utc):%Y-%m-%d %H:%M} UTC"
    if _RFC_2822.fullmatch(text):
        return _format_printed(text) or stated
    return stated


def readable_date(printed: str) -> str:
    """Return a date in the one form in which dates are shown; `printed` where it is not known.

    A date without a year, and one of numbers whose order is not certain (`04/05/2031`), stay
    as printed.
    """
    formatted = format_date(printed)
    if formatted != printed or len(printed) > _LONGEST_PRINTED:
        return formatted
    if _ISO.fullmatch(printed):
        return printed
    return _format_printed(printed) or printed


def show_date(printed: Clean | None) -> Clean | None:
    """Return a date of an article as it is shown, None for None; see `readable_date`."""
    return clean_line(readable_date(printed)) if printed else None


def _format_printed(text: str) -> str | None:
    day = _find_day(text)
    if day is None:
        return None
    start, end = day.span
    return f"{day.value.isoformat()}{_read_time(f'{text[:start]} {text[end:]}')}"


def _format_match(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, zone = match.groups()
    value = _make_date(int(year), int(month), int(day))
    if value is None or value.year not in _YEARS or (hour and not _is_time(hour, minute)):
        return None
    if not hour:
        return value.isoformat()
    return f"{value.isoformat()} {hour}:{minute}{_format_zone(zone)}"


def _format_zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in _UTC_NAMES:
        return " UTC"
    offset = zone.removeprefix("GMT").removeprefix("UTC")
    digits = offset[1:].replace(":", "")
    if offset[:1] in ("+", "-") and digits.isdigit():
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        return f" {offset[0]}{hours.zfill(2)}:{minutes}"
    return f" {zone}"


def _find_day(text: str) -> _Day | None:
    """Return the day that the text states beyond doubt, or None."""
    if match := _EAST_ASIAN.search(text):
        value = _make_date(int(match[1]), int(match[2]), int(match[3]))
        return _Day(value, match.span()) if value else None
    return _find_named_day(text) or _find_numeric_day(text)


def _find_named_day(text: str) -> _Day | None:
    """Return the day beside the name of a month."""
    tokens = list(_WORD.finditer(text))
    for position, token in enumerate(tokens):
        month = month_numbers().get(token.group().lower())
        if month is None:
            continue
        near = range(max(position - _REACH, 0), min(position + _REACH + 1, len(tokens)))
        nearest = sorted(near, key=lambda at: abs(at - position))
        day = next((at for at in nearest if _is_day(text, tokens[at])), None)
        year = next((at for at in nearest if _year_of(tokens[at]) is not None), None)
        if day is None or year is None:
            continue
        value = _make_date(_year_of(tokens[year]) or 0, month, int(tokens[day].group()))
        first, last = min(day, year, position), max(day, year, position)
        end = tokens[last].start() + min(len(tokens[last].group()), 4)
        return _Day(value, (tokens[first].start(), end)) if value else None
    return None


def _is_day(text: str, token: re.Match[str]) -> bool:
    """Return whether it may be a day of a month and no part of a time of day."""
    number = token.group()
    if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 31:
        return False
    before, after = text[: token.start()][-1:], text[token.end() :][:2]
    return before != ":" and not (after[:1] in (":", ".", "h") and after[1:2].isdigit())


def _year_of(token: re.Match[str]) -> int | None:
    """Return the year that a number is or begins with, as where the time follows at once."""
    number = token.group()
    if number.isdecimal() and 4 <= len(number) <= 6 and int(number[:4]) in _YEARS:
        return int(number[:4])
    return None


def _find_numeric_day(text: str) -> _Day | None:
    for match in _NUMERIC.finditer(text):
        one, mark, other, last = match.groups()
        if len(one) == 4:
            value = _make_date(int(one), int(other), int(last)) if len(last) <= 2 else None
        elif len(last) != 4 or len(one) > 2:
            continue
        else:
            value = _order_numbers(int(one), int(other), int(last), mark)
        if value is not None and value.year in _YEARS:
            return _Day(value, match.span())
    return None


def _order_numbers(one: int, other: int, year: int, mark: str) -> date | None:
    """Return the day of two numbers of which either may be the month; None in doubt.

    With points the day is first everywhere.
    """
    if mark == "." or one > 12 or one == other:
        return _make_date(year, other, one)
    return _make_date(year, one, other) if other > 12 else None


def _read_time(text: str) -> str:
    """Return ` 17:40 EET` for the time of day in a text, "" without one."""
    match = _CLOCK.search(text)
    if match is not None:
        hour, minute, half = int(match[1]), match[2], match[3]
    else:
        match = _HOUR.search(text)
        if match is None:
            return ""
        hour, minute = int(match[1]), "00"
        half = match[2] if match[2][0].lower() in "ap" else None
    if half:
        hour = hour % 12 + 12 * (half[0].lower() == "p")
    if not _is_time(str(hour), minute):
        return ""
    zone = _ZONE.match(text, match.end())
    name = zone[1] if zone else ""
    if name.isalpha() and name not in DATE_WORDS.words["zones"]:
        name = ""
    return f" {hour:02}:{minute}{_format_zone(name)}"


def _is_time(hour: str, minute: str) -> bool:
    return int(hour) < 24 and int(minute) < 60


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
