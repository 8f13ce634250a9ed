"""The words between quotation marks, in one pass over the text.

A paragraph break closes every quotation, and so do `LONGEST` characters and a depth of
`mark_pairing.DEEPEST`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.quotes.mark_pairing import DEEPEST, MarkPair, pair_marks
from reader.quotes.mark_signs import SPACES, MarkFamily, PrintedMark, find_marks
from reader.text.sentences import find_sentence_start

LONGEST = 2_000
"""Characters after which a quotation is taken as closed."""
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]")
_LINE_END_CHARS = 2
"""A quotation that ends so many characters before its line runs to the end of it."""


class MarkedSpan(NamedTuple):
    """Words between two marks: `text[start:end]`, without white space at the ends."""

    start: int
    end: int
    opened: int
    """Start of the opening mark, or `start` where there is none."""
    after: int
    """End of the closing mark, or `end` where there is none."""
    depth: int
    closed: bool
    family: MarkFamily
    paragraph: int
    """Number of the paragraph, from 0, counting those with text."""
    resumed: bool
    """Whether it goes on from the paragraph before, without an opening mark."""


def find_marked_spans(text: str) -> list[MarkedSpan]:
    """Find everything between quotation marks, in order of the opening marks.

    Spans nest or are apart, they never cross, and none runs over a line break. Time is linear in
    the length of `text`.
    """
    found: list[MarkedSpan] = []
    open_quote: _OpenQuote | None = None
    for number, line in enumerate(_LINE.finditer(text)):
        start, end = line.span()
        rows: dict[MarkFamily, list[PrintedMark]] = {}
        for mark in find_marks(text, start, end) if _WORD.search(text, start, end) else ():
            rows.setdefault(mark.family, []).append(mark)
        if not rows:
            open_quote = open_quote and open_quote.continued(end - start)
            continue
        pairs: list[MarkPair] = []
        for family, row in rows.items():
            resumes = open_quote is not None and open_quote.family is family
            pairs += pair_marks(text, start, end, row, resumes=resumes)
        spans = _nest_pairs(text, pairs, number)
        if open_quote and spans and spans[0].resumed:
            found += open_quote.paragraphs_between(text)
        found += spans
        open_quote = _find_open_quote(spans, start, end, number)
    return found


class _OpenQuote(NamedTuple):
    """A quotation that was not closed at the end of its paragraph."""

    family: MarkFamily
    length: int
    """Characters since its opening mark."""
    lines: tuple[tuple[int, int], ...]
    """The paragraphs without a mark that followed."""
    end: int
    paragraph: int

    def continued(self, length: int) -> _OpenQuote | None:
        """Extend it over a paragraph without a mark; None where it gets too long."""
        if self.length + length > LONGEST:
            return None
        begin = self.end + 1
        return self._replace(
            length=self.length + length,
            lines=(*self.lines, (begin, begin + length)),
            end=begin + length,
        )

    def paragraphs_between(self, text: str) -> Iterator[MarkedSpan]:
        """Yield the whole paragraphs between the two ends of the quotation."""
        for offset, (start, end) in enumerate(self.lines):
            first, last = _strip_spaces(text, start, end)
            if first < last:
                number = self.paragraph + 1 + offset
                yield MarkedSpan(first, last, first, last, 0, False, self.family, number, True)


def _find_open_quote(
    spans: list[MarkedSpan], start: int, end: int, number: int
) -> _OpenQuote | None:
    """Return the quotation that the line `text[start:end]` leaves open."""
    last = next((span for span in reversed(spans) if span.depth == 0), None)
    if last is None or last.closed or last.end < end - _LINE_END_CHARS:
        return None
    return _OpenQuote(last.family, max(end - last.start, 1), (), end, number)


def _nest_pairs(text: str, pairs: list[MarkPair], paragraph: int) -> list[MarkedSpan]:
    """Order the pairs, drop those that cross another or hold no word, count the depth."""
    spans: list[MarkedSpan] = []
    around: list[MarkedSpan] = []
    for pair in sorted(pairs, key=lambda p: (p.opened, -p.after, p.family)):
        while around and around[-1].after <= pair.opened:
            around.pop()
        fitted = _fit_into(around[-1], _shorten(text, pair)) if around else _shorten(text, pair)
        if fitted is None or len(around) >= DEEPEST:
            continue
        start, end = _strip_spaces(text, fitted.start, fitted.end)
        if start >= end or _WORD.search(text, start, end) is None:
            continue
        span = MarkedSpan(
            start,
            end,
            pair.opened,
            max(fitted.after, end),
            len(around),
            fitted.closed,
            pair.family,
            paragraph,
            pair.resumed,
        )
        spans.append(span)
        around.append(span)
    return spans


def _shorten(text: str, pair: MarkPair) -> MarkPair:
    """Cut a pair that is too long after its last whole sentence."""
    if pair.end - pair.start <= LONGEST:
        return pair
    last_start = find_sentence_start(text, pair.start, pair.start + LONGEST)
    end = last_start if last_start > pair.start else pair.start + LONGEST
    return pair._replace(end=end, after=end, closed=False)


def _fit_into(outer: MarkedSpan, pair: MarkPair) -> MarkPair | None:
    """Cut a pair at the end of the quotation around it; None where the two cross."""
    if pair.after <= outer.after and pair.end <= outer.end:
        return pair
    if pair.closed or pair.family is MarkFamily.SINGLE:
        return None
    return pair._replace(end=outer.end, after=outer.end)


def _strip_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the spaces at its ends."""
    while start < end and text[start] in SPACES:
        start += 1
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return start, end
