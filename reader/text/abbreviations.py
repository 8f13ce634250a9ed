"""Words that are written with a full stop at the end, which need not end their sentence."""

from __future__ import annotations

from functools import lru_cache

from reader.text.word_lists import WordLists

ABBREVIATIONS = WordLists(__file__, "abbreviations")
"""By whether and when the full stop ends a sentence; without it, and with their capitals."""

_LONGEST_PART = 2
"""Letters between two full stops of an acronym."""


@lru_cache(maxsize=1)
def known_abbreviations() -> frozenset[str]:
    """Return the words, without their last full stop, that are nothing but abbreviations."""
    words = ABBREVIATIONS.words
    listed = words["before a name"] | words["before a number"] | words["anywhere"]
    return listed - words["ordinary words too"]


def is_abbreviation(word: str) -> bool:
    """Whether the full stop after a word belongs to it: "Sen", "U.S", "D-N.Y", an initial."""
    if word in known_abbreviations():
        return True
    last = word.rpartition("-")[2]
    return (len(last) == 1 and last.isupper()) or last in known_abbreviations() or is_acronym(last)


def is_acronym(word: str) -> bool:
    """Whether it is letters with full stops: "U.S", "Ph.D", but not "5.9" or "example.com"."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) <= _LONGEST_PART and part.isalpha() for part in parts)
