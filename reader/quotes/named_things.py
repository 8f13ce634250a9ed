"""Names of things before which a participle says that they are names: "a film called “…”"."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class

_NAMED = re.compile(
    r"\b(?:an?(?: [\w’'-]+){0,2}?|(?P<definite>the|his|her|its|their)(?: [\w’'-]+){0,2}?)"
    r" (?P<noun>[a-z-]+),? (?P<verb>called|dubbed|entitled|headlined|named|titled)$",
    re.IGNORECASE,
)
_MOST_CHARS = 60
"""Characters before a quote that are read."""
_NEVER_SAYING = frozenset(("entitled", "headlined", "titled"))
_WORKS = load_word_class("documents") | {"video", "film", "movie", "song", "book", "ad", "show"}
"""Nouns for what may speak, and has a name."""


def names_thing(words: str) -> bool:
    """Return whether words right before a quote say that it is the name of a thing.

    ("posted a film called", but not "the mayor called")
    """
    match = _NAMED.search(words.rstrip()[-_MOST_CHARS:])
    if match is None:
        return False
    if match.group("verb").lower() in _NEVER_SAYING:
        return True
    is_speaker = match.group("noun") in load_vocabulary().roles - _WORKS
    return match.group("definite") is None and not is_speaker
