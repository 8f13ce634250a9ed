"""Whether two names may be one person's: given name, surname, suffix and office."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache

from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    PersonName,
    compare_values,
)
from reader.text.values.name_runs import is_compound_modifier, is_state
from reader.text.values.name_spelling import given_name_gender, plain_name
from reader.text.values.person_names import gender_of
from reader.text.values.value_lists import list_lines, list_words, words_of_no_person

_ARABIC_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|ar)[-‑](?=\w{3})", re.IGNORECASE)
"""That some articles print before a surname and others leave out."""
NameWords = tuple[str, ...]
Offices = frozenset[int]
"""Lines of the list of offices in `person_titles.txt`."""


def is_full(name: PersonName) -> bool:
    """Return whether a name has a given name or an initial, and a surname."""
    return bool(name.given and name.surname)


def has_whole_name(name: PersonName) -> bool:
    """Return whether more than initials come before a surname: "A. Barry Vance"."""
    return any(len(word.rstrip(".")) > 1 for word in (name.given, *name.middle))


def is_given_name(word: str) -> bool:
    """Return whether a list of given names has a word."""
    is_listed = word.lower() in list_words("given_names", "any")
    return is_listed or bool(given_name_gender(word)) or word in load_vocabulary().gender


def is_no_name(words: NameWords) -> bool:
    """Return whether words cannot be a person's full name: "OF DOUBT", "U. S. Attorney"."""
    if is_state("".join(words[:2])) or any(map(is_compound_modifier, words)):
        return True
    names = [word.lower() for word in (words if words[0].isupper() else words[1:])]
    names = [name for name in names if len(name) > 1]
    return not words_of_no_person().isdisjoint(names)


def name_form(name: PersonName) -> NameWords:
    """Return the words of a name as printed, and its suffix."""
    return (*name.words, name.suffix)


def surname_key(name: PersonName) -> str:
    """Return the key under which names of one person are looked for: its last word."""
    return plain_name(_ARABIC_ARTICLE.sub("", name.words[-1].split()[-1])) if name.words else ""


def may_be_called(name: PersonName, key: str) -> bool:
    """Return whether a key is a surname's, which may come first in a name ("Kim Jong Un")."""
    return key == surname_key(name) or (
        name.is_order_uncertain and key == plain_name(name.words[0])
    )


def may_be_one(one: PersonName, other: PersonName) -> bool:
    """Return whether two full names are one person's, as far as their words say.

    Initials, nicknames and other transliterations of a name are that name; another spelling of
    one is not: it may be a slip or another person.
    """
    return _may_be_one(bare_name(one), bare_name(other))


def may_be_spelt_otherwise(one: PersonName, other: PersonName) -> bool:
    """Return whether two full names differ in no more than the spelling of one of their words.

    ("Nouri" and "Nuri al-Rami", "Virginia Giffre" and "Virginia Gifre")
    """
    if not is_full(one) or not is_full(other) or has_both_suffixes((one, other)):
        return False
    is_surname = surname_key(one) == surname_key(other)
    if not is_surname and plain_name(one.given) != plain_name(other.given):
        return False
    return compare_values(bare_name(one), bare_name(other)).reason is ComparisonReason.SPELLING


def bare_name(name: PersonName) -> PersonName:
    """Return a name without its place, title and role, which change from place to place."""
    return replace(name, start=0, end=0, title="", role="", represents="")


@lru_cache(maxsize=1 << 14)
def _may_be_one(one: PersonName, other: PersonName) -> bool:
    if _compare(one, other):
        return True
    return any(
        _compare(first, second)
        for first, second in ((_by_middle(one), other), (one, _by_middle(other)))
        if first is not None and second is not None
    )


def _compare(one: PersonName, other: PersonName) -> bool:
    return compare_values(one, other).outcome is ComparisonOutcome.EQUAL


def _by_middle(name: PersonName) -> PersonName | None:
    """Return a name as it is used where an initial comes first: "J. Christopher Stevens"."""
    has_initial = len(name.given.rstrip(".")) == 1 and name.middle
    if not has_initial or len(name.middle[0].rstrip(".")) < 2:
        return None
    return replace(name, given=name.middle[0], middle=name.middle[1:])


def shown_gender(name: PersonName) -> str:
    """Return the gender that a name shows: none by a surname alone that men have as given name.

    A given name shows none where lists of names contradict.
    """
    if gender := gender_of(name.title.split(), name.role, ""):
        return gender
    return _given_name_gender(name.given) if is_full(name) else ""


def _given_name_gender(given: str) -> str:
    if given.lower() in list_words("given_names", "any"):
        return ""
    known = {given_name_gender(given), load_vocabulary().gender.get(given, "")} - {""}
    return known.pop() if len(known) == 1 else ""


def fits_gender(one: str, other: str) -> bool:
    """Return whether two genders, m, f or empty where unknown, do not contradict."""
    return not one or not other or one == other


def find_offices(title: str) -> Offices:
    """Return the offices that a title in lower case names; none of one that somebody had.

    "Attorney general" is no rank.
    """
    words = title.split()
    if not words or not list_words("person_titles", "other holders").isdisjoint(words):
        return frozenset()
    if words[-1] == "general" and len(words) > 1:
        return frozenset()
    if len(words) > 1 and words[-2] in ("vice", "deputy"):
        return frozenset()
    return frozenset(
        number
        for number, line in enumerate(list_lines("person_titles")["offices"])
        if words[-1] in line.split()
    )


def offices_contradict(one: Collection[int], other: Collection[int]) -> bool:
    """Return whether two persons hold offices, and none in common."""
    return bool(one) and bool(other) and not set(one) & set(other)


def has_both_suffixes(names: Iterable[PersonName]) -> bool:
    """Return whether some of the names have "Jr." and some have none.

    A number is left out at will: "Ned Vance III" is "Ned Vance".
    """
    return len({name.suffix in ("jr", "sr") for name in names}) > 1
