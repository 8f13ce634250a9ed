"""The signs between words in two texts that are compared word by word.

A sign goes with the words that it stands at: one that only one of the texts has beside its own
words is one of them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.quote_signs import DOUBLE_SIGNS, SINGLE_SIGNS

_Span = tuple[int, int]


class _Sign(NamedTuple):
    at: int
    form: str
    """The form under which it is compared."""


def widen_to_signs(
    texts: tuple[str, str],
    words: tuple[Sequence[_Span], Sequence[_Span]],
    edits: Sequence[tuple[slice, slice]],
) -> Iterator[tuple[slice, slice]]:
    """Yield edits together with the signs beside them that the texts do not have in common.

    Signs are equal whatever their typography. Where a text has no words of its own it has no
    signs of its own either.

    Args:
        texts: the two texts.
        words: the spans of the words of both, in order.
        edits: stretches of both texts, from the first to the end of the last of some words, in
            order; an empty one is at the end of the word before it.
    """
    gaps = [_Gaps(text, spans) for text, spans in zip(texts, words, strict=True)]
    for edit in edits:
        here, there = (each.signs_beside(part) for each, part in zip(gaps, edit, strict=True))
        first = _count_same(here.before, there.before)
        here, there = here.without_first(first), there.without_first(first)
        last = _count_same(here.after[::-1], there.after[::-1])
        yield (
            _widen(edit[0], here.without_last(last)),
            _widen(edit[1], there.without_last(last)),
        )


class _SignsBeside(NamedTuple):
    """The signs before and after a stretch; of no words, those of the one gap twice."""

    before: list[_Sign]
    after: list[_Sign]
    is_one_gap: bool

    def without_first(self, count: int) -> _SignsBeside:
        after = self.after[count:] if self.is_one_gap else self.after
        return self._replace(before=self.before[count:], after=after)

    def without_last(self, count: int) -> list[_Sign]:
        """Return the signs of both sides but the last ones."""
        after = self.after[: len(self.after) - count]
        return after if self.is_one_gap else [*self.before, *after]


class _Gaps:
    """What is between the words of a text."""

    def __init__(self, text: str, words: Sequence[_Span]) -> None:
        self._text = text
        self._starts = [start for start, _ in words]
        self._ends = [end for _, end in words]

    def signs_beside(self, part: slice) -> _SignsBeside:
        """Return the signs up to the words before and after a stretch."""
        before = bisect_right(self._ends, part.start)
        after = bisect_left(self._starts, part.stop)
        start = self._ends[before - 1] if before else 0
        end = self._starts[after] if after < len(self._starts) else len(self._text)
        if part.start == part.stop:
            gap = self._read(start, end)
            return _SignsBeside(gap, gap, is_one_gap=True)
        return _SignsBeside(self._read(start, part.start), self._read(part.stop, end), False)

    def _read(self, start: int, end: int) -> list[_Sign]:
        signs = enumerate(self._text[start:end], start)
        return [_Sign(at, form) for at, sign in signs for form in _list_forms(sign)]


def _list_forms(sign: str) -> str:
    """Return a sign without its typography; of white space nothing."""
    if sign.isspace():
        return ""
    if sign in DOUBLE_SIGNS:
        return '"'
    if sign in SINGLE_SIGNS:
        return "'"
    is_dash = unicodedata.category(sign) == "Pd"
    return "-" if is_dash else "".join(unicodedata.normalize("NFKC", sign).split())


def _count_same(here: Sequence[_Sign], there: Sequence[_Sign]) -> int:
    """Count the first signs that both have."""
    pairs = zip(here, there, strict=False)
    unequal = (at for at, (one, other) in enumerate(pairs) if one.form != other.form)
    return next(unequal, min(len(here), len(there)))


def _widen(part: slice, signs: Sequence[_Sign]) -> slice:
    """Return a stretch of words with some signs before and after it."""
    if not signs or part.start == part.stop:
        return part
    places = [sign.at for sign in signs]
    return slice(min(part.start, places[0]), max(part.stop, places[-1] + 1))
