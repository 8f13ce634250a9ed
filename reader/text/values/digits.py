"""Reads numbers in digits, interpreting points and commas."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.text.calendar_words import month_numbers_in, weekday_numbers_in
from reader.text.values.value_lists import list_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_DIGITS = 30
_WESTERN = {
    ",": re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+"),
    ".": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+"),
}
# 12,34,567
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")


class Digits(NamedTuple):
    """The value of a number in digits."""

    value: Fraction
    decimals: int
    """The number of digits after the decimal mark."""


class LanguageFormat(NamedTuple):
    """How a language writes numbers and dates."""

    decimal: str
    groups: str
    scales: Mapping[str, int]
    months: Mapping[str, int]
    """Names and short forms in lower case, 1 to 12."""
    weekdays: Mapping[str, int]
    """Names and short forms in lower case, from 0 for Monday."""
    links: frozenset[str]
    """Words that may be between the parts of a date."""


@lru_cache(maxsize=32)
def language_format(language: str) -> LanguageFormat | None:
    """Return how `language` (a code such as "en" or "de-AT") writes, or None if not known."""
    code = language.lower().replace("_", "-").split("-")[0]
    section = list_lines("language_formats").get(code)
    if section is None:
        return None
    entries: dict[str, list[str]] = {}
    for line in section:
        key, *words = line.split()
        entries[key] = words
    scales = (word.partition("=") for word in entries.get("scale", ()))
    return LanguageFormat(
        decimal=entries["decimal"][0],
        groups=entries["groups"][0],
        scales=MappingProxyType({word: int(size) for word, _, size in scales}),
        months=month_numbers_in(code),
        weekdays=weekday_numbers_in(code),
        links=frozenset(entries.get("link", ())),
    )


def read_digits(raw: str, form: LanguageFormat) -> Digits | None:
    """Return the value of digits with points and commas, or None where they have no such shape.

    A single mark is read as the language has it: in English "1,250" is a thousand and "1.250"
    is not. Two different marks, or the same mark twice, are unambiguous.
    More than 30 digits, "1,25" in English, "12.5.3" and "0142" have no value.
    """
    if len(raw) > _MOST_DIGITS or (raw[0] == "0" and raw[1:2].isdigit()):
        return None
    if raw.isdigit():
        return Digits(Fraction(int(raw)), 0)
    whole, group, rest = _split_at_marks(raw, form)
    if group and not _is_grouped(whole, group):
        return None
    digits = whole.replace(group, "") if group else whole
    return Digits(Fraction(int(digits + rest), 10 ** len(rest)), len(rest))


def _split_at_marks(raw: str, form: LanguageFormat) -> tuple[str, str, str]:
    """Return the whole part, the mark between its groups, and the decimals."""
    marks = [character for character in raw if character in ".,"]
    if len(set(marks)) == 2:
        whole, _, rest = raw.rpartition(marks[-1])
        return whole, marks[0], rest
    if marks == [form.decimal]:
        whole, _, rest = raw.partition(form.decimal)
        return whole, "", rest
    return raw, marks[0], ""


def _is_grouped(whole: str, mark: str) -> bool:
    return bool(_WESTERN[mark].fullmatch(whole) or (mark == "," and _INDIAN.fullmatch(whole)))
