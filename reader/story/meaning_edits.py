"""Edits inside copied words by which one of two texts says something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values import (
    ComparisonOutcome,
    compare_values,
    find_values,
    may_have_markers,
    may_have_values,
    read_clause,
)
from reader.text.values.opposites import list_opposites
from reader.text.words import stem_word, word_key, word_spans

if TYPE_CHECKING:
    from reader.text.values.value_finding import QuantityValue

_DENIALS = frozenset(("negation", "weak negation", "denial", "ended"))
_KEPT_TEXTS = 8192
"""What is read of so many texts is kept: each is one side of many edits."""


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


@lru_cache(maxsize=_KEPT_TEXTS)
def _is_denied(text: str) -> bool:
    clause = read_clause(text) if may_have_markers(text) else None
    return clause is not None and any(marker.kind in _DENIALS for marker in clause.markers)


def _differ_in_value(here: str, there: str, language: str) -> bool:
    if not (_may_have_values(here, language) and _may_have_values(there, language)):
        return False
    pairs = product(_find_values(here, language), _find_values(there, language))
    outcomes = {compare_values(one, other).outcome for one, other in pairs}
    return ComparisonOutcome.DIFFERS in outcomes and ComparisonOutcome.EQUAL not in outcomes


@lru_cache(maxsize=_KEPT_TEXTS)
def _may_have_values(text: str, language: str) -> bool:
    return may_have_values(text, language)


@lru_cache(maxsize=_KEPT_TEXTS)
def _find_values(text: str, language: str) -> Sequence[QuantityValue]:
    return tuple(find_values(text, None, language))


def _differ_in_word(here: str, there: str) -> bool:
    """Return whether both have a name and none in common, or words that are opposites."""
    words, others = _read_words(here), _read_words(there)
    if words.names and others.names and words.names.isdisjoint(others.names):
        return True
    return not words.opposites.isdisjoint(others.stems)


class _EditWords(NamedTuple):
    """The words on one side of an edit."""

    names: frozenset[str]
    """The keys of those with a capital letter."""
    stems: frozenset[str]
    opposites: frozenset[str]
    """The stems of the words that are the opposite of one."""


@lru_cache(maxsize=_KEPT_TEXTS)
def _read_words(text: str) -> _EditWords:
    words = [text[start:end] for start, end in word_spans(text)]
    names = frozenset(word_key(word) for word in words if word[0].isupper())
    stems = frozenset(stem_word(word, "en") for word in words)
    return _EditWords(names, stems, frozenset().union(*map(list_opposites, stems)))
