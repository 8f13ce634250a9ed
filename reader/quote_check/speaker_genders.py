"""Whether the speaker of a draft is a woman where the source has a man of that surname, or so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reader.quote_check.bare_surnames import is_relative
from reader.quote_check.speaker_mentions import SpeakerMention, drop_before_title, parse_mention
from reader.text.values import parse_person_name

_BEFORE_SURNAME = r"(?<!\w)(?:[A-Z][\w.’'-]*[ \n]){1,3}"
"""Titles and given names before a surname."""


class _Bearer(NamedTuple):
    """A person of a surname as a text calls him."""

    printed: str
    gender: str
    """`m` or `f`."""
    is_relative: bool
    """Whether the text says whose wife, brother or the like it is."""


def find_other_gender(given: SpeakerMention, source: str) -> str:
    """Return how a source calls the bearer of a surname who can't be the speaker of a draft.

    Empty where the gender of either is not known, or where the source has a man and a woman of
    that surname.

    Args:
        given: the speaker as the draft names him.
        source: the text of the source.
    """
    person = parse_mention(given) if given.is_named else None
    if person is None or not person.gender or not person.surname:
        return ""
    # A surname such as "Warren" is a given name, too.
    if not person.given and not person.title:
        return ""
    bearers = _find_bearers(person.surname, source)
    if not bearers or any(bearer.gender == person.gender for bearer in bearers):
        return ""
    return "" if all(bearer.is_relative for bearer in bearers) else bearers[0].printed


def is_gender_open(given: SpeakerMention, said_by: str, source: str) -> bool:
    """Return whether "Mr" or "Mrs" before a surname is more than a source says of its speaker.

    Args:
        given: the speaker as the draft names him.
        said_by: the name in the source of who said it; only a surname alone leaves it open.
        source: the text of the source.
    """
    person = parse_mention(given) if given.is_named else None
    if person is None or not person.gender or not person.title or person.given:
        return False
    return said_by == person.surname and not _find_bearers(person.surname, source)


def find_bearers_elsewhere(given: SpeakerMention, texts: Iterable[str]) -> tuple[bool, str]:
    """Return whether texts have a bearer of a surname with the gender that a draft gives him.

    Returns:
        Whether one has, by a title, a given name, or a pronoun behind the surname; and how the
        texts call one of the other gender, empty where none does.
    """
    person = parse_mention(given)
    if person is None:
        return True, ""
    listed = list(texts)
    bearers = [bearer for text in listed for bearer in _find_bearers(person.surname, text)]
    others = [bearer.printed for bearer in bearers if bearer.gender != person.gender]
    if bearers:
        return len(others) < len(bearers), others[0] if others else ""
    found = {gender for text in listed for gender in _find_pronouns(person.surname, text)}
    return found == {person.gender}, ""


@lru_cache(maxsize=1 << 8)
def _find_pronouns(surname: str, text: str) -> frozenset[str]:
    """Return the genders of the first pronouns behind a surname in its sentences."""
    pattern = rf"(?<!\w){re.escape(surname)}(?!\w)[^.!?\n“”\"]*?(?<!\w)(he|his|him|she|her)(?!\w)"
    return frozenset("f" if one[1] in ("she", "her") else "m" for one in re.finditer(pattern, text))


@lru_cache(maxsize=1 << 8)
def _find_bearers(surname: str, text: str) -> tuple[_Bearer, ...]:
    found = []
    for match in re.finditer(rf"{_BEFORE_SURNAME}{re.escape(surname)}(?!\w)", text):
        words = drop_before_title(match.group().split())
        # What stands before a title may be the first word of the sentence.
        persons = (parse_person_name(" ".join(words[first:])) for first in range(len(words) - 1))
        for person in persons:
            if person is not None and person.surname == surname and person.gender:
                is_kin = is_relative(text, match.start())
                found.append(_Bearer(" ".join(words), person.gender, is_kin))
                break
    return tuple(found)
