"""Edits inside copied words by which one of two texts says something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

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


class MeaningEdits(dict[tuple[str, str], bool]):
    """Whether one text denies what the other says, or states another value or name.

    The key is what the two texts have at the place of an edit; either may be empty. Many articles
    of one copy have the same edits: each is judged once, at its first look-up.

    It is true where a negation is on one side alone, or where both sides have a value, a name or
    a word that the other's contradicts. Words put in, left out or worded otherwise change nothing.
    Negations and opposites are known in English only.

    Args:
        language: of both texts, ISO 639-1; None is taken as English.
    """

    def __init__(self, language: str | None = None) -> None:
        super().__init__()
        self._language = language or "en"
        self._sides: dict[str, _EditSide] = {}

    def __missing__(self, texts: tuple[str, str]) -> bool:
        here, there = map(self._read, texts)
        found = self[texts] = self[texts[1], texts[0]] = self._judge(here, there)
        return found

    def _read(self, text: str) -> _EditSide:
        side = self._sides.get(text)
        if side is None:
            side = self._sides[text] = _EditSide(text, self._language)
        return side

    def _judge(self, here: _EditSide, there: _EditSide) -> bool:
        if here.text and there.text and _differ_in_word(here, there):
            return True
        if self._language == "en" and here.is_denied != there.is_denied:
            return True
        return _differ_in_value(here, there)


@dataclass(frozen=True)
class _EditSide:
    """What one text has at the place of an edit, each kind read at its first use."""

    text: str
    language: str

    @cached_property
    def is_denied(self) -> bool:
        """Whether it has a negation."""
        clause = read_clause(self.text) if may_have_markers(self.text) else None
        return clause is not None and any(marker.kind in _DENIALS for marker in clause.markers)

    @cached_property
    def values(self) -> Sequence[QuantityValue]:
        """Its numbers, money, dates and times."""
        return find_values(self.text, None, self.language)

    @cached_property
    def may_have_values(self) -> bool:
        """Whether it may have values."""
        return may_have_values(self.text, self.language)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of the words with a capital letter."""
        if self.text.islower():
            return frozenset()
        return frozenset(word_key(word) for word in self._words if word[0].isupper())

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words."""
        return frozenset(stem_word(word, "en") for word in self._words)

    @cached_property
    def opposites(self) -> frozenset[str]:
        """The stems of the words that are the opposite of one."""
        return frozenset().union(*map(list_opposites, self.stems))

    @cached_property
    def _words(self) -> Sequence[str]:
        return [self.text[start:end] for start, end in word_spans(self.text)]


def _differ_in_value(here: _EditSide, there: _EditSide) -> bool:
    if not (here.may_have_values and there.may_have_values):
        return False
    if not here.values or not there.values:
        return False
    pairs = product(here.values, there.values)
    outcomes = {compare_values(one, other).outcome for one, other in pairs}
    return ComparisonOutcome.DIFFERS in outcomes and ComparisonOutcome.EQUAL not in outcomes


def _differ_in_word(here: _EditSide, there: _EditSide) -> bool:
    """Return whether both have a name and none in common, or words that are opposites."""
    if here.names and there.names and here.names.isdisjoint(there.names):
        return True
    return not here.opposites.isdisjoint(there.stems)
