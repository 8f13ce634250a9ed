"""The terms under which printed words are matched: their stems, and figures for number words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reader.text.stop_words import stop_stems
from reader.text.values.value_lists import list_numbers
from reader.text.words import is_unspaced, stem_word, word_key

_LARGEST_FIGURE = 20
"""Larger number words are of two words as a rule."""


@lru_cache(maxsize=1 << 16)
def word_terms(printed: str, language: str | None = None) -> tuple[str, ...]:
    """The terms under which a printed word is matched.

    One for a word: its stem; figures for number words ("five" → "5"). Several for a run of
    unspaced script: every two neighbouring characters.

    Args:
        printed: one of `split_words`.
        language: ISO 639-1 code; guessed from the script if None.
    """
    key = word_key(printed)
    if is_unspaced(key):
        return tuple(key[place : place + 2] for place in range(max(1, len(key) - 1)))
    return (_figures().get(key) or stem_word(printed, language),)


def find_stop_terms(terms: Iterable[str], languages: Iterable[str | None]) -> list[bool]:
    """For every term whether it is one of a stop word of English or the languages, or a letter."""
    stop = frozenset[str]().union(*map(stop_stems, [None, *languages]))
    return [term in stop or (len(term) == 1 and _is_letter(term)) for term in terms]


def _is_letter(term: str) -> bool:
    return term.isalpha() and not is_unspaced(term)


@lru_cache(maxsize=1)
def _figures() -> dict[str, str]:
    words = {**list_numbers("number_words", "units"), **list_numbers("number_words", "tens")}
    return {word: str(number) for word, number in words.items() if number <= _LARGEST_FIGURE}
