"""Which of two persons of a surname is meant, parent or child: "Vance Jr.", "the elder Vance"."""

from __future__ import annotations

import re
from enum import Enum

_BEFORE = re.compile(
    r"\b[Tt]he (younger|elder|older) (?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\. |[A-Z][a-z]+ )?$"
)
_AFTER = re.compile(r",? ((?:[Jj]r|[Ss]r)\b|(?:II|III|IV)\b)")
_BEFORE_CHARS = 30
"""Characters before a name in which such a word is read."""


class Generation(Enum):
    """Which of two of one surname somebody is."""

    YOUNGER = "younger"
    ELDER = "elder"


_OF_SUFFIX = {
    "jr": Generation.YOUNGER,
    "junior": Generation.YOUNGER,
    "ii": Generation.YOUNGER,
    "iii": Generation.YOUNGER,
    "iv": Generation.YOUNGER,
    "sr": Generation.ELDER,
    "senior": Generation.ELDER,
}


def generation_of(suffix: str) -> Generation | None:
    """Return what a suffix in whatever case says: "Jr." of the younger one; None of another."""
    return _OF_SUFFIX.get(suffix.lower().rstrip("."))


def read_generation(text: str, start: int, end: int | None = None) -> Generation | None:
    """Return what the words beside a name say: "the younger" Vance, "the elder Mr." Vance.

    Args:
        text: the text.
        start: where the name begins, with its title or without.
        end: where it ends, without "Jr."; None to look for no "Jr." after it.
    """
    if end is not None and (suffix := _AFTER.match(text, end)):
        return generation_of(suffix.group(1))
    match = _BEFORE.search(text, max(0, start - _BEFORE_CHARS), start)
    if match is None:
        return None
    return Generation.YOUNGER if match.group(1) == "younger" else Generation.ELDER
