"""Edits inside copied words by which one of two texts says something else."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from reader.text.values import (
    ComparisonOutcome,
    compare_values,
    find_values,
    may_have_values,
    read_clause,
)
from reader.text.values.opposites import are_opposites
from reader.text.words import word_key, word_spans

_DENIALS = frozenset(("negation", "weak negation", "denial", "ended"))


@lru_cache(maxsize=16_384)
def changes_meaning(here: str, there: str, language: str | None = None) -> bool:
    """Return whether one text denies what the other says, or states another value or name.

    Many articles of one copy have the same edits: each is judged once.

    Args:
        here: what one text has at the place of the edit; may be empty.
        there: what the other has there.
        language: of both, ISO 639-1; None is taken as English.

    Returns:
        True where a negation is on one side alone, or where both sides have a value, a name or a
        word that the other's contradicts. Words put in, left out or worded otherwise change
        nothing. Negations and opposites are known in English only.
    """
    if here and there and _differ_in_word(here, there):
        return True
    if language in (None, "en") and _is_denied(here) != _is_denied(there):
        return True
    return _differ_in_value(here, there, language or "en")


@lru_cache(maxsize=1024)
def _is_denied(text: str) -> bool:
    clause = read_clause(text)
    return clause is not None and any(marker.kind in _DENIALS for marker in clause.markers)


def _differ_in_value(here: str, there: str, language: str) -> bool:
    if not (may_have_values(here, language) and may_have_values(there, language)):
        return False
    pairs = product(find_values(here, None, language), find_values(there, None, language))
    outcomes = {compare_values(one, other).outcome for one, other in pairs}
    return ComparisonOutcome.DIFFERS in outcomes and ComparisonOutcome.EQUAL not in outcomes


def _differ_in_word(here: str, there: str) -> bool:
    """Return whether both have a name and none in common, or words that are opposites."""
    words, others = _words(here), _words(there)
    names, other_names = _names(words), _names(others)
    if names and other_names and names.isdisjoint(other_names):
        return True
    return any(are_opposites(one, other) for one, other in product(set(words), set(others)))


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


def _names(words: list[str]) -> set[str]:
    return {word_key(word) for word in words if word[0].isupper()}
