"""Whose surname a source has alone: that of somebody whom it has introduced before."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reader.quote_check.quote_surroundings import read_line
from reader.quote_check.speaker_mentions import SpeakerMention, parse_mention
from reader.text.values import (
    ComparisonOutcome,
    PersonName,
    compare_values,
    find_person_names,
    parse_person_name,
)
from reader.text.values.value_lists import list_words
from reader.text.words import split_words

_KIN = frozenset(
    (
        *("wife", "husband", "spouse", "son", "daughter", "mother", "father", "brother", "sister"),
        *("aunt", "uncle", "cousin", "niece", "nephew", "widow", "widower"),
    )
)
_SMALL_LETTERS = 3
"""Letters of a word that may be without a capital in a title."""
_TITLE_SHARE = 0.8
_KINSHIP_CHARS = 24
"""Characters before a name in which it is said whose relative that is."""


def find_introduced(given: SpeakerMention, source: SpeakerMention) -> str:
    """Return whom a source has named by a surname before, where that is not the draft's speaker.

    Relatives of somebody whom everybody knows, so that the source has no given name, say nothing.

    Args:
        given: the speaker as the draft names him.
        source: that of the source; only a surname alone is asked after.

    Returns:
        The name; empty where it may be that of the draft's speaker, or there is none.
    """
    surname = source.speaker.mention
    person = parse_mention(given) if " " in given.name else None
    if person is None or not person.given or not surname.isalpha():
        return ""
    start = source.speaker.start
    if source.text.find(f"{person.given} {surname}", 0, start) >= 0:
        return ""
    before = [one for one in _find_bearers(surname, source.text) if one.start < start]
    if not before or any(_may_be_same(one, person) for one in before):
        return ""
    if all(is_relative(source.text, one.start) for one in before):
        return ""
    return source.text[before[-1].start : before[-1].end]


def is_relative(text: str, start: int) -> bool:
    """Return whether a name in a text is introduced as that of a relative: "his wife, Ada"."""
    before = split_words(text[max(0, start - _KINSHIP_CHARS) : start].lower())
    return not _KIN.isdisjoint(before) or before[-2:] == ["first", "lady"]


def _may_be_same(one: PersonName, other: PersonName) -> bool:
    if compare_values(one, other).outcome is not ComparisonOutcome.DIFFERS:
        return True
    # A son has the name of his father.
    return (one.given, one.surname) == (other.given, other.surname)


@lru_cache(maxsize=1 << 8)
def _find_bearers(surname: str, text: str) -> tuple[PersonName, ...]:
    """Return the persons whom a text names by a surname with another name beside it."""
    found = [one for one in _find_persons(text) if one.given and surname in one.words]
    if surname.lower() in list_words("given_names", "family first"):
        for match in re.finditer(rf"\b{surname}(?: [A-Z][\w-]+){{1,2}}(?![\w-]| [A-Z])", text):
            name = parse_person_name(match.group())
            found += [replace(name, start=match.start(), end=match.end())] if name else []
    return tuple(one for one in found if not _is_title(read_line(text, one.start)))


def _is_title(line: str) -> bool:
    """Whether nearly all longer words of a line have a capital, as in a title, names or not."""
    words = [word for word in split_words(line) if len(word) > _SMALL_LETTERS]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals > _TITLE_SHARE * len(words)


@lru_cache(maxsize=16)
def _find_persons(text: str) -> tuple[PersonName, ...]:
    return tuple(find_person_names(text))
