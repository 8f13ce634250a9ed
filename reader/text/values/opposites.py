"""Words of which one can't be true where the other is: profit, loss."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from reader.text.word_lists import WordLists
from reader.text.words import stem_word

_OPPOSITES = WordLists(__file__, "opposites")


def are_opposites(word: str, other: str) -> bool:
    """Return whether two English words, as printed, are opposites."""
    return stem_word(other, "en") in list_opposites(stem_word(word, "en"))


def list_opposites(stem: str) -> Set[str]:
    """Return the stems of the opposites of a word, by its stem."""
    return _opposites().get(stem, frozenset())


def has_opposite(stem: str) -> bool:
    """Return whether the list has an opposite of a word, by its stem."""
    return stem in _opposites()


@lru_cache(maxsize=1)
def list_act_sides() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return of each act the words of its two sides, in every form."""
    return tuple(
        tuple(tuple(word.strip() for word in side.split(",")) for side in line.split(" / "))
        for line in _OPPOSITES.lines["acts"]
    )


@lru_cache(maxsize=1)
def _opposites() -> dict[str, set[str]]:
    pairs = [line.split() for line in _OPPOSITES.lines["pairs"]]
    for one_side, other_side in list_act_sides():
        pairs += [[one, other] for one in one_side for other in other_side]
    opposites: dict[str, set[str]] = {}
    for one, other in pairs:
        # Phrases are known to those that look for acts only.
        if " " not in one + other:
            first, second = stem_word(one, "en"), stem_word(other, "en")
            opposites.setdefault(first, set()).add(second)
            opposites.setdefault(second, set()).add(first)
    return opposites
