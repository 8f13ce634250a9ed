"""The words between quotation marks, in one pass over the text.

A paragraph break closes every quotation, and so do `LONGEST` characters and a depth of
`mark_pairing.DEEPEST`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from reader.quotes.mark_pairing import DEEPEST, MarkPair, pair_marks
from reader.quotes.mark_signs import SPACES, MarkFamily, PrintedMark, find_marks
from reader.text.quote_signs import ANGLES, CORNERS, DOUBLE_SIGNS, SINGLE_SIGNS
from reader.text.sentences import find_sentence_end, find_sentence_start, split_sentences

LONGEST = 2_000
"""Characters after which a quotation is taken as closed."""
_LEAST_LINES = 5
_LEAST_SINGLE = 0.9
"""Of a text with a line for each sentence, the lines, and the share of them that is one sentence.
Of 290 articles of news with a line for each paragraph 3 in 100 are like that."""
_OTHER_MARK = re.compile(f"[{DOUBLE_SIGNS}{ANGLES}{CORNERS}]")
_SINGLE_AT_START = re.compile(f"^[{SINGLE_SIGNS}][A-Z]", re.M)
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]")
_SIDE_CHARS = 4
"""Characters after a pair of marks in which the next sign is read."""
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
    lines = _TextLines(text)
    if _OTHER_MARK.search(text) is None and lines.have_single_marks and lines.are_sentences:
        joined = _find_in_lines(text.replace("\n", " "), lines)
        return [piece for span in joined for piece in lines.split_span(span)]
    return _find_in_lines(text, lines)


def _find_in_lines(text: str, lines: _TextLines) -> list[MarkedSpan]:
    """Find everything between the marks of each line, and over lines what is left open."""
    found: list[MarkedSpan] = []
    open_quote: _OpenQuote | None = None
    for number, line in enumerate(_LINE.finditer(text)):
        start, end = line.span()
        rows = _read_rows(text, start, end)
        pairs: list[MarkPair] = []
        for family, row in rows.items():
            resumes = open_quote is not None and open_quote.family is family
            pairs += pair_marks(text, start, end, row, resumes=resumes)
        spans = _nest_pairs(text, pairs, number)
        if open_quote and open_quote.family not in rows and open_quote.reaches(end):
            open_quote = open_quote.extend(_PlainLine(start, end, number, spans))
            continue
        if open_quote:
            goes_on = bool(spans) and (
                spans[0].resumed
                or (open_quote.is_repeated(spans[0], start) and lines.are_sentences)
            )
            found += open_quote.read_lines(text, goes_on=goes_on)
        found += spans
        open_quote = _find_open_quote(spans, end)
    if open_quote:
        found += open_quote.read_lines(text, goes_on=False)
    return found


def _read_rows(text: str, start: int, end: int) -> dict[MarkFamily, list[PrintedMark]]:
    """Return the marks of a line by family."""
    rows: dict[MarkFamily, list[PrintedMark]] = {}
    for mark in find_marks(text, start, end) if _WORD.search(text, start, end) else ():
        rows.setdefault(mark.family, []).append(mark)
    return rows


class _TextLines:
    """The lines of a text, and whether they are paragraphs."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def are_sentences(self) -> bool:
        """Whether (nearly) every line is one sentence, so that a paragraph fills several."""
        lines = [line for line in self._text.split("\n") if line.strip()]
        single = sum(len(split_sentences(line)) == 1 for line in lines)
        return len(lines) >= _LEAST_LINES and single >= _LEAST_SINGLE * len(lines)

    @property
    def have_single_marks(self) -> bool:
        """Whether a line begins with a single mark, as where single marks set off speech."""
        return _SINGLE_AT_START.search(self._text) is not None

    @cached_property
    def _breaks(self) -> list[int]:
        """The offsets of all line breaks."""
        return [match.start() for match in re.finditer("\n", self._text)]

    def split_span(self, span: MarkedSpan) -> Iterator[MarkedSpan]:
        """Yield the parts of a span that runs over line breaks; each after the first is resumed."""
        start, opened, resumed = span.start, span.opened, span.resumed
        number = bisect_left(self._breaks, start)
        while (end := self._text.find("\n", start, span.end)) >= 0:
            part = span._replace(start=start, end=end, opened=opened, after=end, closed=False)
            yield part._replace(paragraph=number, resumed=resumed)
            start, number, resumed = end + 1, number + 1, True
            opened = start
        yield span._replace(start=start, opened=opened, paragraph=number, resumed=resumed)


class _PlainLine(NamedTuple):
    """A line without a mark of the family of the quotation that is open before it."""

    start: int
    end: int
    paragraph: int
    spans: list[MarkedSpan]
    """What marks of other families set off in it."""


class _OpenQuote(NamedTuple):
    """A quotation that was not closed at the end of its paragraph."""

    family: MarkFamily
    start: int
    lines: tuple[_PlainLine, ...]
    """The lines without a mark of its family that followed."""

    def reaches(self, end: int) -> bool:
        """Whether it is not too long if it goes on to `end`."""
        return end - self.start <= LONGEST

    def extend(self, line: _PlainLine) -> _OpenQuote:
        """Return it with another line that may be part of it."""
        return self._replace(lines=(*self.lines, line))

    def is_repeated(self, span: MarkedSpan, line_start: int) -> bool:
        """Whether a span opens its line with a mark of the same family."""
        return span.family is self.family and span.opened == line_start and bool(self.lines)

    def read_lines(self, text: str, *, goes_on: bool) -> Iterator[MarkedSpan]:
        """Yield what is set off in the lines; where it goes on over them, they are part of it."""
        for line in self.lines:
            first, last = _strip_spaces(text, line.start, line.end)
            if goes_on and first < last:
                family, number = self.family, line.paragraph
                yield MarkedSpan(first, last, first, last, 0, False, family, number, True)
            yield from (span._replace(depth=span.depth + goes_on) for span in line.spans)


def _find_open_quote(spans: list[MarkedSpan], end: int) -> _OpenQuote | None:
    """Return the quotation that a line with a certain end leaves open."""
    last = next((span for span in reversed(spans) if span.depth == 0), None)
    if last is None or last.closed or last.end < end - _LINE_END_CHARS:
        return None
    return _OpenQuote(last.family, last.start, ())


def _nest_pairs(text: str, pairs: list[MarkPair], paragraph: int) -> list[MarkedSpan]:
    """Order the pairs, drop those that cross another or hold no word, count the depth."""
    spans: list[MarkedSpan] = []
    around: list[MarkedSpan] = []
    for pair in sorted(pairs, key=lambda p: (p.opened, -p.after, p.family)):
        while around and around[-1].after <= pair.opened:
            around.pop()
        fitted = _fit_into(around[-1], _shorten(text, pair)) if around else _shorten(text, pair)
        if fitted is None or len(around) >= DEEPEST or _is_of_apostrophes(text, fitted):
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


def _is_of_apostrophes(text: str, pair: MarkPair) -> bool:
    """Whether single marks around several sentences are not set as those of speech are.

    Speech begins where a word can, and ends with a stop or a comma on either side of its mark.
    """
    if pair.family is not MarkFamily.SINGLE or not pair.closed:
        return False
    last = text[pair.start : pair.end].rstrip(SPACES)[-1:]
    can_begin = not text[max(0, pair.opened - 1) : pair.opened].isalnum()
    following = text[pair.after : pair.after + _SIDE_CHARS].lstrip(SPACES)[:1]
    is_set = can_begin and (last in ",.?!…—-" or following in (",", "."))
    return not is_set and find_sentence_end(text, pair.start, pair.end) < pair.end


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
