"""Dates and times as texts print them."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from reader.text.calendar_words import month_names, weekday_names
from reader.text.word_lists import WordLists

DATE_WORDS = WordLists(__file__, "dates")

# A careless copy has no space between a year and the time.
_TOKEN = re.compile(r"(?:19|20)\d\d(?=\d{1,2}:\d\d)|[^\W\d_]+|\d+")
_WIDE_DATE = re.compile(
    r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"(?:\s{0,2}(?:\d{1,2}[:：]\d{2}|\d{1,2}[時时点시]\s?(?:\d{1,2}[分분])?))?"
)
# A zone by the name of a place, in brackets: `(heure de Paris)`.
_ZONE_NOTE = re.compile(
    r"\((?:heure|hora|ora|ortszeit|local time|time in|время)\b[^()]{0,30}\)", re.IGNORECASE
)
# Characters.
_LONGEST_LINE = 200
_LONGEST_NUMBER = 4
# Tokens on either side of a month among which its day is searched.
_DAY_REACH = 2


class PrintedDate(NamedTuple):
    """A date with its time where one is stated, inside a line."""

    span: slice
    """`line[span]` is the date as printed."""
    label: str
    """The lower-case words before it that state its meaning (`published`, `updated`), or ""."""
    is_alone: bool
    """Whether nothing but dates and their labels is on the line."""


class _TokenKind(Enum):
    NUMBER = auto()
    MONTH = auto()
    WEEKDAY = auto()
    BESIDE_DATE = auto()


def find_date(line: str) -> PrintedDate | None:
    """Return the first date of a short line, with its time and zone, or None.

    A date is a day and a month, or three numbers; `2024`, `April 2024 budget` and
    `2 hours ago` are not dates.
    """
    dates = find_printed_dates(line)
    return dates[0] if dates else None


def find_printed_dates(line: str) -> list[PrintedDate]:
    """Return all dates of a short line; see `find_date`."""
    if len(line) > _LONGEST_LINE or not any(character.isdigit() for character in line):
        return []
    return _find_wide_dates(line) or _find_spelled_dates(line)


def _find_spelled_dates(line: str) -> list[PrintedDate]:
    plain = _ZONE_NOTE.sub(lambda note: " " * len(note.group()), line)
    tokens = list(_TOKEN.finditer(plain))
    found: list[tuple[slice, str]] = []
    following = 0
    is_alone = True
    for run in _runs(tokens):
        first, last = _trim(tokens, *run)
        if first <= last and _is_date(line, tokens[first : last + 1]):
            label = _label_before(tokens[following:first])
            is_alone = is_alone and first - len(label) == following
            following = last + 1
            span = slice(tokens[first].start(), _include_stop(line, tokens[last].end()))
            found.append((span, " ".join(label)))
    is_alone = is_alone and following == len(tokens)
    return [PrintedDate(span, label, is_alone) for span, label in found]


def _find_wide_dates(line: str) -> list[PrintedDate]:
    """Return the dates in Chinese, Japanese and Korean."""
    found: list[tuple[slice, str]] = []
    others: list[str] = []
    end = 0
    for match in _WIDE_DATE.finditer(line):
        before = [token.group() for token in _TOKEN.finditer(line[end : match.start()])]
        labels = [word for word in before if word in DATE_WORDS.words["date labels"]]
        others += [word for word in before if word not in labels]
        found.append((slice(*match.span()), " ".join(labels)))
        end = match.end()
    others += _TOKEN.findall(line[end:])
    return [PrintedDate(span, label, not others) for span, label in found]


def is_date_word(word: str) -> bool:
    """Return whether a word in lower case may be part of a date or occur beside one."""
    return (
        word in month_names()
        or word in weekday_names()
        or any(word in words for words in DATE_WORDS.words.values())
    )


def _kind(token: re.Match[str]) -> _TokenKind | None:
    word = token.group().lower()
    if word.isdigit():
        return _TokenKind.NUMBER if len(word) <= _LONGEST_NUMBER else None
    if word in month_names():
        return _TokenKind.MONTH
    if word in weekday_names():
        return _TokenKind.WEEKDAY
    return _TokenKind.BESIDE_DATE if word in DATE_WORDS.words["beside dates"] else None


def _runs(tokens: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Return first and last position of each longest run of tokens that may belong to a date."""
    runs = []
    start = None
    for position, token in enumerate(tokens):
        if _kind(token):
            start = position if start is None else start
        elif start is not None:
            runs.append((start, position - 1))
            start = None
    if start is not None:
        runs.append((start, len(tokens) - 1))
    return runs


def _trim(tokens: list[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    """Return the run without words at its ends that do not belong to the date.

    Where nothing is left of it, its first position is after its last.
    """
    while first <= last and _kind(tokens[first]) is _TokenKind.BESIDE_DATE:
        first += 1
    not_last = (DATE_WORDS.words["date labels"] - {"am"}) | {"at", "on", "the", "of", "de"}
    while last >= first and tokens[last].group().lower() in not_last:
        last -= 1
    return first, last


def _is_date(line: str, tokens: list[re.Match[str]]) -> bool:
    has_day_and_month = any(
        _kind(token) is _TokenKind.MONTH and _has_day_beside(tokens, position)
        for position, token in enumerate(tokens)
    )
    if has_day_and_month:
        return True
    numbers = [token for token in tokens if token.group().isdigit()]
    return any(
        _is_numeric_date(line, three)
        for three in zip(numbers, numbers[1:], numbers[2:], strict=False)
    )


def _has_day_beside(tokens: list[re.Match[str]], position: int) -> bool:
    """Return whether a number from 1 to 31 is near the month at `position`."""
    beside = tokens[max(position - _DAY_REACH, 0) : position + _DAY_REACH + 1]
    numbers = [token.group() for token in beside if token.group().isdigit()]
    return any(len(number) <= 2 and 1 <= int(number) <= 31 for number in numbers)


def _is_numeric_date(
    line: str, numbers: tuple[re.Match[str], re.Match[str], re.Match[str]]
) -> bool:
    first, second, third = numbers
    mark = line[first.end() : second.start()]
    if mark != line[second.end() : third.start()] or mark not in ("-", "/", ".", ". "):
        return False
    values = [int(number.group()) for number in numbers]
    year = values[0] if len(first.group()) == 4 else values[2]
    others = values[1:] if len(first.group()) == 4 else values[:2]
    return (
        (1900 <= year <= 2200 or (year < 100 and (mark != "." or ":" in line)))
        and all(1 <= value <= 31 for value in others)
        and min(others) <= 12
    )


def _label_before(tokens: list[re.Match[str]]) -> list[str]:
    """Return the last of the tokens that state the meaning of the date after them."""
    words: list[str] = []
    known = DATE_WORDS.words
    for token in reversed(tokens):
        word = token.group().lower()
        if word not in known["date labels"] and word not in known["beside dates"]:
            break
        words.insert(0, word)
    return words


def _include_stop(line: str, end: int) -> int:
    """Return the end of a date with the last full stop of `a.m.` and `p.m.`"""
    return end + 1 if line[end - 3 : end + 1].lower() in ("a.m.", "p.m.") else end
