"""Whether the speaker of a draft is a woman where the source has a man of that surname, or so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.quote_check.speaker_mentions import SpeakerMention, drop_before_title, parse_mention
from reader.text.values import parse_person_name

_BEFORE_SURNAME = r"(?<!\w)(?:[A-Z][\w.’'-]*[ \n]){1,3}"
"""Titles and given names before a surname."""


class _Bearer(NamedTuple):
    """A person of a surname as a text calls him."""

    printed: str
    gender: str
    """`m` or `f`."""


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
    return bearers[0].printed


@lru_cache(maxsize=1 << 8)
def _find_bearers(surname: str, text: str) -> tuple[_Bearer, ...]:
    found = []
    for match in re.finditer(rf"{_BEFORE_SURNAME}{re.escape(surname)}(?!\w)", text):
        words = drop_before_title(match.group().split())
        # What stands before a title may be the first word of the sentence.
        persons = (parse_person_name(" ".join(words[first:])) for first in range(len(words) - 1))
        for person in persons:
            if person is not None and person.surname == surname and person.gender:
                found.append(_Bearer(" ".join(words), person.gender))
                break
    return tuple(found)
