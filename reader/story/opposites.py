"""Words of which one can't be true where the other is: profit, loss."""

from __future__ import annotations

from functools import lru_cache

from reader.text.word_lists import WordLists
from reader.text.words import stem_word

_OPPOSITES = WordLists(__file__, "opposites")


def are_opposites(word: str, other: str) -> bool:
    """Return whether two English words, as printed, are opposites."""
    opposites = _opposites().get(stem_word(word, "en"))
    return opposites is not None and stem_word(other, "en") in opposites


def has_opposite(stem: str) -> bool:
    """Return whether the list has an opposite of a word, by its stem."""
    return stem in _opposites()


@lru_cache(maxsize=1)
def _opposites() -> dict[str, set[str]]:
    opposites: dict[str, set[str]] = {}
    for line in _OPPOSITES.lines[""]:
        one, other = (stem_word(word, "en") for word in line.split())
        opposites.setdefault(one, set()).add(other)
        opposites.setdefault(other, set()).add(one)
    return opposites
