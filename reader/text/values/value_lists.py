"""The word lists of this package, as sets and tables."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.text.calendar_words import english_month_names, english_weekday_names
from reader.text.word_lists import WordLists

if TYPE_CHECKING:
    from collections.abc import Mapping

_TITLE_SECTIONS = ("men", "women", "any")


@lru_cache(maxsize=32)
def _read_lists(name: str) -> WordLists:
    return WordLists(__file__, name)


def list_lines(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of `data/<name>.txt` by section."""
    return _read_lists(name).lines


def list_words(name: str, section: str) -> frozenset[str]:
    """Return the words of a section whose lines hold words separated by white space."""
    return _read_lists(name).words[section]


@lru_cache(maxsize=64)
def list_phrases(name: str, section: str) -> frozenset[str]:
    """Return the lines of a section, each of which is one word or phrase."""
    return frozenset(list_lines(name)[section])


@lru_cache(maxsize=64)
def list_numbers(name: str, section: str) -> Mapping[str, int]:
    """Return a section whose lines are a word and a whole number."""
    pairs = (line.rsplit(None, 1) for line in list_lines(name)[section])
    return MappingProxyType({word: int(value) for word, value in pairs})


@lru_cache(maxsize=64)
def list_pairs(name: str, section: str) -> Mapping[str, str]:
    """Return a section of `word=other` pairs separated by white space."""
    pairs = (word.partition("=") for word in list_words(name, section))
    return MappingProxyType({word: other for word, _, other in pairs})


@lru_cache(maxsize=1)
def words_of_no_person() -> frozenset[str]:
    """Return words in lower case that are no part of a person's name, whatever their case.

    Names of months that are given names, such as "April", are not among them.
    """
    months = english_month_names() - {"april", "may", "june"}
    named = list_words("not_persons", "") | list_words("not_persons", "partisans")
    return named | english_weekday_names() | months


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """Return the titles before names in lower case, without a full stop."""
    return frozenset().union(*(list_words("person_titles", name) for name in _TITLE_SECTIONS))


def role_words() -> frozenset[str]:
    """Return the common nouns in lower case that stand before a name."""
    return list_words("person_titles", "roles")


@lru_cache(maxsize=1)
def exclusive_roles() -> Mapping[str, tuple[str, int]]:
    """Return roles by their words in lower case; of two of one kind nobody has both.

    A role is its kind and a number: "judge" and "justice" are one. A candidate, a leader or a
    critic may have any other role, too.
    """
    lines = list_lines("person_titles")
    found = {
        word: (kind, number)
        for kind in ("offices", "exclusive roles")
        for number, line in enumerate(lines[kind])
        for word in line.split()
    }
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def given_name_genders() -> Mapping[str, str]:
    """Return "m" or "f" by the given names, in lower case, that one sex bears."""
    men, women = list_words("given_names", "men"), list_words("given_names", "women")
    return MappingProxyType({**dict.fromkeys(men - women, "m"), **dict.fromkeys(women - men, "f")})
