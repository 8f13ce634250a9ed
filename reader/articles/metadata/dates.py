"""Dates and times as texts print them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.calendar_words import month_names, weekday_names
from reader.text.word_lists import WordLists

DATE_WORDS = WordLists(__file__, "dates")

# A careless copy has no space between a year and the time.
_TOKEN = re.compile(r"(?:19|20)\d\d(?=\d{1,2}:\d\d)|[^\W\d_]+|\d+")
_WIDE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日(?:\s{0,2}\d{1,2}(?:[:：]\d{2}|[時时点](?:\d{1,2}分)?))?"
)
_LONGEST_LINE = 200


class PrintedDate(NamedTuple):
    """A date with its time where one is stated, inside a line."""

    span: slice
    """`line[span]` is the date as printed."""
    label: str
    """The lower-case words before it that say what it is (`published`, `updated`), or ""."""
    alone: bool
    """Nothing else is on the line."""


def find_date(line: str) -> PrintedDate | None:
    """The first date of a short line: a day and month, or three numbers, with what belongs to it.

    `2024`, `April 2024 budget` and `2 hours ago` are no dates.
    """
    if len(line) > _LONGEST_LINE or not any(character.isdigit() for character in line):
        return None
    if wide := _WIDE.search(line):
        return PrintedDate(slice(*wide.span()), "", wide.group() == line.strip())
    tokens = list(_TOKEN.finditer(line))
    for first, last in _runs(tokens):
        trimmed = _trim(tokens, first, last)
        if trimmed and _is_date(line, tokens[trimmed[0] : trimmed[1] + 1]):
            first, last = trimmed
            label = _label(tokens, first)
            alone = first - len(label) == 0 and last == len(tokens) - 1
            span = slice(tokens[first].start(), _with_point(line, tokens[last].end()))
            return PrintedDate(span, " ".join(label), alone)
    return None


def is_date_word(word: str) -> bool:
    """Return whether a word in lower case may belong to a date or stand beside one."""
    return (
        word in month_names()
        or word in weekday_names()
        or any(word in words for words in DATE_WORDS.words.values())
    )


def _kind(token: re.Match[str]) -> str:
    word = token.group().lower()
    if word.isdigit():
        return "number" if len(word) <= 4 else ""
    if word in month_names():
        return "months"
    if word in weekday_names():
        return "weekdays"
    return "around" if word in DATE_WORDS.words["around"] else ""


def _runs(tokens: list[re.Match[str]]) -> list[tuple[int, int]]:
    """First and last position of each longest run of tokens that may belong to a date."""
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


def _trim(tokens: list[re.Match[str]], first: int, last: int) -> tuple[int, int] | None:
    while first <= last and _kind(tokens[first]) == "around":
        first += 1
    closing = (DATE_WORDS.words["labels"] - {"am"}) | {"at", "on", "the", "of", "de"}
    while last >= first and tokens[last].group().lower() in closing:
        last -= 1
    return (first, last) if first <= last else None


def _is_date(line: str, tokens: list[re.Match[str]]) -> bool:
    kinds = [_kind(token) for token in tokens]
    for position, kind in enumerate(kinds):
        if kind != "months":
            continue
        beside = kinds[max(position - 2, 0) : position + 3]
        days = [
            token.group()
            for token in tokens[max(position - 2, 0) : position + 3]
            if token.group().isdigit()
        ]
        if "number" in beside and any(1 <= int(day) <= 31 and len(day) <= 2 for day in days):
            return True
    numbers = [token for token in tokens if token.group().isdigit()]
    return any(
        _is_numeric_date(line, three)
        for three in zip(numbers, numbers[1:], numbers[2:], strict=False)
    )


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


def _label(tokens: list[re.Match[str]], first: int) -> list[str]:
    words: list[str] = []
    known = DATE_WORDS.words
    for token in reversed(tokens[:first]):
        word = token.group().lower()
        if word not in known["labels"] and word not in known["around"]:
            break
        words.insert(0, word)
    return words


def _with_point(line: str, end: int) -> int:
    """Take the last full stop of `a.m.` and `p.m.` with it."""
    return end + 1 if line[end - 3 : end + 1].lower() in ("a.m.", "p.m.") else end
