"""The names of offices, parties and states that are beside the names of persons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.text.values.value_lists import list_lines, list_words
from reader.text.words import word_key

PARTY = "party"
"""The head of a description by a party: "D-Calif.", "a Republican"."""
_TITLE_SECTIONS = (
    "men", "women", "any", "title qualifiers", "roles", "other holders", "lawmakers",
)  # fmt: skip


@lru_cache(maxsize=1)
def title_parts() -> frozenset[str]:
    """Return the words of titles in lower case, without full stops."""
    return frozenset().union(*(list_words("person_titles", one) for one in _TITLE_SECTIONS))


@lru_cache(maxsize=1 << 10)
def find_office(word: str) -> str:
    """Return the key of a role, that of the first name of an office: "senator" of "sen"."""
    names = _office_names().get(word)
    return names or (word_key(word) if word else "")


@lru_cache(maxsize=1)
def _office_names() -> dict[str, str]:
    lines = list_lines("person_titles")
    found: dict[str, str] = {}
    for section in ("office names", "offices"):
        for line in lines[section]:
            names = line.split()
            found.update(dict.fromkeys(names, word_key(names[0])))
    return found


def spell_office(office: str) -> list[str]:
    """Return the names of an office by its key."""
    return [name for name, key in _office_names().items() if key == office]


@lru_cache(maxsize=1)
def _joined_offices() -> re.Pattern[str]:
    heads = "|".join(sorted(list_words("person_titles", "head offices")))
    return re.compile(rf"\b({heads})[ -](general|secretary|justice|minister)s?\b", re.IGNORECASE)


def join_offices(text: str) -> str:
    """Return a description in which an office of two words is one: "presssecretary"."""
    return _joined_offices().sub(r"\1\2", text.replace("-", " "))


def exclude_each_other(one: str, others: Iterable[str]) -> bool:
    """Return whether an office is not among those of a person, and can't go with one of them.

    Args:
        one: the key of the office.
        others: the keys of what the person is called.
    """
    exclusive = _exclusive_offices()
    known = set(others)
    # A chief justice is a justice, too.
    known |= {find_office(name[5:]) for name in known if name.startswith("chief")}
    return one in exclusive and one not in known and not known.isdisjoint(exclusive)


@lru_cache(maxsize=1)
def _exclusive_offices() -> frozenset[str]:
    return frozenset(map(word_key, list_words("person_titles", "exclusive offices")))


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    found = {}
    for entry in list_words("person_titles", "states"):
        name, *short = entry.split("=")
        plain = name.replace("-", " ")
        found.update(dict.fromkeys((plain, *short), plain))
    return found


def name_state(short: str) -> str:
    """Return the name of a state in lower case: "south carolina" of "S.C."; else the words."""
    plain = short.replace(".", "").lower()
    return _states().get(plain, plain)


def is_state(name: str) -> bool:
    """Return whether a name in lower case is that of a state, written out."""
    return name in _states()
