"""Which edits of two versions of a text change a fact, by the edited words alone."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from reader.story.differences.difference import DifferenceKind
from reader.story.differences.stated_values import find_kind
from reader.story.differences.telling_edits import read_stance
from reader.story.text_versions.text_change import RowEdit
from reader.text.sentences import split_sentences
from reader.text.values import (
    ComparisonOutcome,
    NumberValue,
    ValueSpan,
    compare_values,
    find_values,
)
from reader.text.words import split_words

_MOST_WORDS = 8
"""Words of each side of an edit that changes one thing."""
_FEWEST_AROUND = 3
"""Words of its sentence that stay at least."""
_MOST_TEXTS = 256
"""Texts whose values are remembered: one text is compared with many copies of it."""
_NUMBER_SIGN = re.compile(r"\bNo\.?(?=\s?\d)")
"""The short form of "number", which denies nothing."""


class StatedFacts:
    """What two aligned stretches of text state, read once for all their edits.

    Args:
        here: the one text.
        there: the other.
        language: ISO 639-1 code of both; None where it is not known.
    """

    def __init__(self, here: str, there: str, language: str | None) -> None:
        self._texts = here, there
        self._language = language

    def find_changed(self, edit: RowEdit) -> DifferenceKind | None:
        """Return what kind of fact an edit changes, None where none is known.

        An edit of few words inside a sentence changes one thing; a longer one tells something
        else. Values of both sides are compared, in their order, where there are as many; in
        English, words that deny are told from others.
        """
        if not self._is_of_one_thing(edit):
            return None
        return self._find_value(edit) or self._find_negation(edit)

    def _find_value(self, edit: RowEdit) -> DifferenceKind | None:
        sides = [
            [value for value in values if value.start < part.stop and part.start < value.end]
            for values, part in zip(self._values, edit, strict=True)
        ]
        if len(sides[0]) != len(sides[1]):
            return None
        for one, other in zip(*sides, strict=True):
            if _are_comparable(one, other) and _differ(one, other):
                return find_kind(one, other)
        return None

    def _find_negation(self, edit: RowEdit) -> DifferenceKind | None:
        if self._language not in (None, "en"):
            return None
        stances = [
            read_stance(_NUMBER_SIGN.sub("", text[part]))[0]
            for text, part in zip(self._texts, edit, strict=True)
        ]
        return DifferenceKind.NEGATION if stances[0] != stances[1] else None

    def _is_of_one_thing(self, edit: RowEdit) -> bool:
        """Return whether an edit is short, and the sentences around it are otherwise the same."""
        for text, part, sentences in zip(self._texts, edit, self._sentences, strict=True):
            words = len(split_words(text, part.start, part.stop))
            if words > _MOST_WORDS:
                return False
            if not words:
                continue
            around = [
                each for each in sentences if each.start < part.stop and part.start < each.stop
            ]
            if len(around) != 1:
                return False
            whole = split_words(text, around[0].start, around[0].stop)
            if len(whole) - words < _FEWEST_AROUND:
                return False
        return True

    @cached_property
    def _sentences(self) -> tuple[tuple[slice, ...], ...]:
        return tuple(map(split_sentences, self._texts))

    @cached_property
    def _values(self) -> tuple[tuple[ValueSpan, ...], ...]:
        return tuple(_read_values(text, self._language or "en") for text in self._texts)


@lru_cache(maxsize=_MOST_TEXTS)
def _read_values(text: str, language: str) -> tuple[ValueSpan, ...]:
    return tuple(find_values(text, language=language))


def _are_comparable(one: ValueSpan, other: ValueSpan) -> bool:
    are_numbers = isinstance(one, NumberValue) and isinstance(other, NumberValue)
    return are_numbers or type(one) is type(other)


def _differ(one: ValueSpan, other: ValueSpan) -> bool:
    return compare_values(one, other).outcome is ComparisonOutcome.DIFFERS
