"""Which edits of two versions of a text change a fact, by the edited words alone."""

from __future__ import annotations

from functools import cached_property

from reader.story.difference import DifferenceKind
from reader.story.stated_values import find_kind
from reader.story.telling_edits import read_stance
from reader.story.text_change import RowEdit
from reader.text.values import ComparisonOutcome, ValueSpan, compare_values, find_values


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

        Values of both sides are compared, in their order, where there are as many; in English,
        words that deny are told from others.
        """
        sides = [
            [value for value in values if value.start < part.stop and part.start < value.end]
            for values, part in zip(self._values, edit, strict=True)
        ]
        if sides[0] and len(sides[0]) == len(sides[1]):
            for one, other in zip(*sides, strict=True):
                if compare_values(one, other).outcome is ComparisonOutcome.DIFFERS:
                    return find_kind(one, other)
        if self._language not in (None, "en"):
            return None
        old, new = (text[part] for text, part in zip(self._texts, edit, strict=True))
        return DifferenceKind.NEGATION if read_stance(old)[0] != read_stance(new)[0] else None

    @cached_property
    def _values(self) -> tuple[tuple[ValueSpan, ...], ...]:
        return tuple(
            tuple(find_values(text, language=self._language or "en")) for text in self._texts
        )
