"""Which changes of a text a correction note speaks of, as far as its words tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.story.differences.stated_values import is_among
from reader.text.cleaning import Clean
from reader.text.stop_words import stop_words
from reader.text.values import ValueSpan, find_values
from reader.text.words import stem_word, word_spans

_LEAST_NAMED = 0.5
"""The share, 0..1, of the words of weight of a change that a note has, or of those of the note
that a long change has."""
_FEWEST_OF_PARAGRAPH = 3
"""So many words of weight of a note are in a longer change that it speaks of."""
_LONG_CHANGE = 8
"""Words of weight of a change that is compared by the words of the note."""


def point_at_changes(
    notes: Sequence[Clean], changes: Sequence[tuple[str, str]]
) -> dict[int, Clean]:
    """Find the changes that notes speak of.

    A note names what a text had wrongly or has now: figures are compared as values, other words by
    their stems. It points at all changes that it names as well as any other.

    Args:
        notes: what the outlet corrects, in its words.
        changes: the words before and after each change.

    Returns:
        The note by the position of the change; changes that no note names are left out.
    """
    pointed: dict[int, Clean] = {}
    if not notes:
        return pointed
    sides = [(_NamedWords(old), _NamedWords(new)) for old, new in changes]
    for note in notes:
        named = _NamedWords(note)
        shares = [max(named.share_of(side) for side in each) for each in sides]
        both = [sum(named.share_of(side) for side in each) for each in sides]
        best = max(both, default=0.0)
        for number, share in enumerate(shares):
            if share >= _LEAST_NAMED and both[number] >= best:
                pointed.setdefault(number, note)
    return pointed


@lru_cache(maxsize=1)
def _stop_stems() -> frozenset[str]:
    return frozenset(stem_word(word) for word in stop_words())


class _NamedWords:
    """The values and words of weight of a text."""

    def __init__(self, text: str) -> None:
        self._values: Sequence[ValueSpan] = find_values(text)
        self._stems = {
            stem_word(text[start:end])
            for start, end in word_spans(text)
            if not any(value.start <= start < value.end for value in self._values)
        } - _stop_stems()

    def share_of(self, words: _NamedWords) -> float:
        """Return how much of some changed words this note names, 0..1."""
        size = len(words._stems) + len(words._values)
        shared = len(self._stems & words._stems)
        values = sum(is_among(value, self._values) for value in words._values)
        if size > _LONG_CHANGE:
            if shared + values < _FEWEST_OF_PARAGRAPH:
                return 0.0
            size = len(self._stems) + len(self._values)
        return (shared + values) / size if size else 0.0
