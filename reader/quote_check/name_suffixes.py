"""Suffixes that part persons of one name: "Jr.", "III"."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.quote_check.speaker_mentions import SpeakerMention, last_name
from reader.text.values.value_lists import list_words

_SPELLINGS = {"jr": "jr|junior", "sr": "sr|senior", "junior": "jr|junior", "senior": "sr|senior"}

_BEHIND = re.compile(r",\s(\w+)\b")


def add_suffix(mention: SpeakerMention) -> str:
    """Return a name with the suffix that is behind a comma: "Ned Quill, Sr."."""
    behind = _BEHIND.match(mention.text, mention.speaker.end)
    if behind and behind.group(1).lower() in list_words("person_titles", "suffixes"):
        return f"{mention.name} {behind.group(1)}"
    return mention.name


@lru_cache(maxsize=1 << 10)
def match_suffixed(name: str) -> re.Pattern[str] | None:
    """Return a pattern for the surname with the suffix of a name: "Quill, Jr." of "Ned Quill Jr.".

    None where the name has no suffix.
    """
    words = name.split()
    suffix = words[-1].lower().strip(".,")
    if len(words) < 2 or suffix not in list_words("person_titles", "suffixes"):
        return None
    spelled = _SPELLINGS.get(suffix, suffix)
    last = re.escape(last_name(name))
    return re.compile(rf"\b{last},?\s(?i:{spelled})\b")
