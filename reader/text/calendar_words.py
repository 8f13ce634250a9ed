"""The names of months and weekdays in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reader.text.word_lists import WordLists

_CALENDAR = WordLists(__file__, "calendar")


@lru_cache(maxsize=1)
def month_numbers() -> Mapping[str, int]:
    """Return 1 to 12 by the names of months and their short forms, in lower case, no full stop."""
    numbers: dict[str, int] = {}
    for language in _languages("months"):
        numbers.update(month_numbers_in(language))
    for line in _CALENDAR.lines["other months"]:
        number, *names = line.split()
        numbers.update(dict.fromkeys(names, int(number)))
    return MappingProxyType(numbers)


@lru_cache(maxsize=1)
def month_names() -> frozenset[str]:
    """Return the names of months and their short forms, in lower case without a full stop."""
    return frozenset(month_numbers())


@lru_cache(maxsize=1)
def weekday_names() -> frozenset[str]:
    """Return the names of weekdays and their short forms, in lower case without a full stop."""
    names = [weekday_numbers_in(language) for language in _languages("weekdays")]
    return frozenset().union(_CALENDAR.words["other weekdays"], *names)


@lru_cache(maxsize=1)
def english_month_names() -> frozenset[str]:
    """Return the whole English names of months, in lower case."""
    return _CALENDAR.words["months en"]


@lru_cache(maxsize=1)
def english_weekday_names() -> frozenset[str]:
    """Return the whole English names of weekdays, in lower case."""
    return _CALENDAR.words["weekdays en"]


def is_english_day_or_month(word: str) -> bool:
    """Return whether a word is printed as the English name of a day or month: "May", not "may"."""
    return word.istitle() and word.lower() in english_weekday_names() | english_month_names()


def month_numbers_in(language: str) -> Mapping[str, int]:
    """Return the months, 1 to 12, by their names and short forms in a language, such as "en"."""
    return _numbered("months", language, 1)


def weekday_numbers_in(language: str) -> Mapping[str, int]:
    """Return the weekdays, from 0 for Monday, by their names and short forms in a language."""
    return _numbered("weekdays", language, 0)


def _languages(kind: str) -> list[str]:
    """The languages with a section of "months" or "weekdays"."""
    sections = map(str.split, _CALENDAR.lines)
    return [words[1] for words in sections if len(words) == 2 and words[0] == kind]


@lru_cache(maxsize=32)
def _numbered(kind: str, language: str, first: int) -> Mapping[str, int]:
    sections = (f"{kind} {language}", f"short {kind} {language}")
    lines = [" ".join(_CALENDAR.lines.get(section, ())) for section in sections]
    return MappingProxyType(
        {
            name: number
            for line in lines
            for number, names in enumerate(line.split(), first)
            for name in names.split(",")
            if name != "-"
        }
    )
