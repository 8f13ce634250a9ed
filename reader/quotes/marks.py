"""Which marks open and which close a quotation, in one pass over the text.

Straight marks do not say which they are, typographic ones are often set the wrong
way round, and one is often missing. So the marks of a paragraph are read together:
every mark has a cost as an opening, a closing or a meaningless one, from the
characters beside it, and the cheapest reading of the whole row is taken (Viterbi's
algorithm over the depth). A paragraph break closes everything, and so do 2,000
characters and a depth of 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 2_000
"""Characters after which a quotation is taken as closed."""
DEEPEST = 8
"""Quotations that may stand in each other."""
_ROW = 256

_FAMILIES = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "''", "``", "＂"], 0),
    **dict.fromkeys("«»‹›", 1),
    **dict.fromkeys("「」『』", 2),
    **dict.fromkeys("'‘’‚", 3),
}
_PARTNERS = {"「": "」", "『": "』"}
# A single mark between two letters is an apostrophe and never looked at.
_LONG_RUN = r"""(?P<run>["“”„‟＂«»‹›「」『』‘‚'’`](?: ?["“”„‟＂«»‹›「」『』‘‚'’`]){8,})|"""
_MARK = re.compile(
    _LONG_RUN + "[\"“”„‟＂«»‹›「」『』‘‚]|'(?=''(?!'))|''|``|(?<![^\\W_])['’]|['’](?![^\\W_])"
)
_LINE = re.compile(r"[^\n]+")
_BEFORE_OPEN = frozenset(" \u00a0\u202f\u2009([{—–-/\t")
_AFTER_CLOSE = frozenset(" \u00a0\u202f\u2009)]}—–-.,;:!?…/\t")
_SENTENCE_END = frozenset(".?!…")
_SPACES = " \u00a0\u202f\u2009\t"
_CLIPPED = re.compile(
    r"\s?(?:s|t|re|ve|ll|d|m|em|n|tis|twas|cause|til|till|round|bout|cos|\d\ds?)(?![^\W_])", re.I
)
_MEASURE = re.compile(r"\d\s?$")
_SENTENCE_STOP = re.compile(r"[.!?…]+[)\]]?\s")

_IMPOSSIBLE = 99.0


class Marked(NamedTuple):
    """Words between two marks: `text[start:end]`, white space at the ends left out."""

    start: int
    end: int
    opened: int
    """Where the opening mark begins, or `start` where the words go on without one."""
    after: int
    """The position after the closing mark, or `end` where there is none."""
    depth: int
    closed: bool
    family: int
    """0 double, 1 angle, 2 corner, 3 single marks."""
    paragraph: int
    """Number of the paragraph, from 0, counting those with text."""
    resumed: bool
    """True where it has no opening mark: it goes on from the paragraph before."""


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str


class _Pair(NamedTuple):
    opened: int
    start: int
    end: int
    after: int
    closed: bool
    family: int
    resumed: bool


def marked_spans(text: str) -> list[Marked]:
    """Find everything between quotation marks, in order of the opening marks.

    Spans nest or are apart, they never cross, and none runs over a line break.
    Linear in the length of `text`.
    """
    found: list[Marked] = []
    carried = _NO_CARRY
    for number, line in enumerate(_LINE.finditer(text)):
        start, end = line.span()
        marks = list(_marks(text, start, end)) if _WORD.search(text, start, end) else []
        if not marks:
            carried = carried.over(end - start)
            continue
        pairs: list[_Pair] = []
        for family in (0, 1, 2, 3):
            row = [mark for mark in marks if _FAMILIES[mark.sign] == family]
            if row:
                resumes = carried.length if family == carried.family else 0
                pairs += _pairs(text, start, end, row, family, resumes)
        kept = _nested(text, pairs, number)
        if carried.lines and kept and kept[0].resumed:
            found += carried.between(text, found)
        found += kept
        carried = _carry(kept, start, end, number)
    return found


class _Carry(NamedTuple):
    """A quotation that was not closed at the end of its paragraph."""

    family: int
    length: int
    """Characters since its opening mark, 0 where nothing is carried."""
    lines: tuple[tuple[int, int], ...]
    end: int
    paragraph: int

    def over(self, length: int) -> _Carry:
        """The same after a paragraph without a mark."""
        if not self.length or self.length + length > LONGEST:
            return _NO_CARRY
        begin = self.end + 1
        return self._replace(
            length=self.length + length,
            lines=(*self.lines, (begin, begin + length)),
            end=begin + length,
        )

    def between(self, text: str, found: list[Marked]) -> Iterator[Marked]:
        """The whole paragraphs that stand between the two ends of the quotation."""
        for offset, (start, end) in enumerate(self.lines):
            first, last = _trimmed(text, start, end)
            if first < last:
                number = self.paragraph + 1 + offset
                yield Marked(first, last, first, last, 0, False, self.family, number, True)


_NO_CARRY = _Carry(-1, 0, (), 0, 0)


def _carry(kept: list[Marked], start: int, end: int, number: int) -> _Carry:
    if kept and not kept[-1].closed and kept[-1].end >= end - 2 and kept[-1].depth == 0:
        return _Carry(kept[-1].family, max(end - kept[-1].start, 1), (), end, number)
    return _NO_CARRY


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        if match.lastgroup is None:
            yield _Mark(match.start(), match.end(), match.group())


def _pairs(
    text: str, start: int, end: int, row: list[_Mark], family: int, resumes: int
) -> list[_Pair]:
    if family == 2:
        return _corner_pairs(row, end)
    pairs: list[_Pair] = []
    if plain := _plain_pairs(text, start, end, row, family):
        return plain
    germanic = any(mark.sign in "„‚»" for mark in row) and _closes_with_opening(text, row)
    for begin in range(0, len(row), _ROW):
        part = row[begin : begin + _ROW]
        limit = row[begin + _ROW].start if begin + _ROW < len(row) else end
        costs = [_costs(text, start, end, mark, family, germanic) for mark in part]
        acts = _cheapest(costs, family, resumes if begin == 0 else 0)
        pairs += _paired(part, acts, start, limit, family)
    return pairs


def _plain_pairs(text: str, start: int, end: int, row: list[_Mark], family: int) -> list[_Pair]:
    """The pairs of a row in which every mark is set as it should be, else nothing."""
    if len(row) % 2:
        return []
    pairs: list[_Pair] = []
    opener = row[0]
    for index, mark in enumerate(row):
        left = mark.start == start or text[mark.start - 1] in _BEFORE_OPEN
        right = mark.end == end or text[mark.end] in _AFTER_CLOSE
        if left == right or mark.sign in "„‟«»‹›‚":
            return []
        if index % 2 == 0:
            if not left or mark.sign in "”’" or (family == 3 and mark.sign != "‘"):
                return []
            opener = mark
        else:
            if not right or mark.sign in "“‘" or text[mark.start - 1].isdigit():
                return []
            if family == 3 and text[mark.start - 1] not in ".,!?":
                return []
            pairs.append(_Pair(opener.start, opener.end, mark.start, mark.end, True, family, False))
    return pairs


def _closes_with_opening(text: str, row: list[_Mark]) -> bool:
    """Whether “ closes („so“) or « closes (»so«), judged by the first low or turned mark."""
    for mark in row:
        if mark.sign in "„‚»":
            after = text[mark.end : mark.end + 1]
            before = text[mark.start - 1 : mark.start] if mark.start else " "
            return after.isalnum() and not before.isalnum()
    return False


class _Costs(NamedTuple):
    opening: float
    closing: float
    nothing: float
    again: float
    """Extra cost of an opening mark while the last one is still open."""
    inner: float
    """Extra cost of an opening mark inside a quotation with the same sort of marks."""


def _costs(text: str, start: int, end: int, mark: _Mark, family: int, germanic: bool) -> _Costs:
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end] if mark.end < end else " "
    left = before in _BEFORE_OPEN
    right = after in _AFTER_CLOSE
    last = before
    position = mark.start - 1
    while last in _SPACES and position > start and mark.start - position < 4:
        position -= 1
        last = text[position]
    if mark.start == start or position < start:
        last = ""
    opening, closing = _by_spacing(
        left, right, before, after, last, text[mark.end + 1 : mark.end + 2]
    )
    if last == "":
        closing += 1.5
    if not text[mark.end : mark.end + 4].strip():
        opening += 2.0
    opening, closing = _by_sign(mark.sign, opening, closing, germanic)
    again = 1.0 if last == "" else 1.3 if last in _SENTENCE_END else 2.6
    inner = 6.0 if mark.sign in ('"', "''", "``", "'") else 1.0
    nothing = 4.0
    if family == 3:
        return _single_costs(text, end, mark, before, after, opening, closing)
    if _MEASURE.search(text, max(start, mark.start - 2), mark.start):
        opening += 1.0
        nothing = 1.2 if after not in ".,;:!?" else 2.2
    return _Costs(opening, closing, nothing, again, inner)


def _by_spacing(
    left: bool, right: bool, before: str, after: str, last: str, following: str
) -> tuple[float, float]:
    stop = last in _SENTENCE_END
    if left and right:
        if before in _SPACES and after not in _SPACES and after in ".,;:!?)":
            return 2.5, 0.0
        if not (stop or (last and last in ",;")):
            return 0.6, 0.5
        return (1.1, 0.2) if last == "," and following.islower() else (0.6, 0.2)
    if left:
        if last and last in ",;":
            return 0.3, 0.8
        if stop and after.islower():
            return 0.3, 0.8
        return (0.0, 1.4) if stop and last in "?!" else (0.0, 2.5)
    if right:
        return (3.0, 0.0) if last not in ":" else (1.0, 1.0)
    if before in ",.!?;…":
        return 1.8, 0.4
    return 1.4, 1.4


def _by_sign(sign: str, opening: float, closing: float, germanic: bool) -> tuple[float, float]:
    if sign in ("“", "‘", "‟", "``"):
        return (opening + 2.5, closing * 0.5) if germanic else (opening * 0.5, closing + 2.5)
    if sign in ("”", "’"):
        return opening + 2.5, closing * 0.5
    if sign in ("„", "‚"):
        return opening * 0.3, closing + 4.0
    if sign in ("«", "‹", "»", "›"):
        opens = (sign in "»›") if germanic else (sign in "«‹")
        return (opening * 0.3, closing + 4.0) if opens else (opening + 4.0, closing * 0.3)
    return opening, closing


def _single_costs(
    text: str, end: int, mark: _Mark, before: str, after: str, opening: float, closing: float
) -> _Costs:
    if mark.sign != "‘" and _CLIPPED.match(text, mark.end, min(end, mark.end + 9)):
        return _Costs(opening + 3.0, closing + 2.5, 0.0, 9.0, 9.0)
    nothing = 1.5
    if before.isalnum():
        nothing = 0.1 if before in "sSzx" else 0.6
        closing += 0.3 if after not in " " else 0.5
    elif before in ".,!?…":
        nothing = 2.5
    if after.isdigit() and mark.sign != "‘":
        opening += 1.0
    if mark.sign == "’" and before == " " and after == " ":
        nothing = 0.3
    if before.isdigit():
        nothing = 0.0
    return _Costs(opening + 0.4, closing, nothing, 9.0, 9.0)


_OPEN, _CLOSE, _AGAIN, _NOTHING = range(4)


def _cheapest(costs: list[_Costs], family: int, resumes: int) -> list[int]:
    """The cheapest act for every mark; a first act of _CLOSE goes with a resumed quotation."""
    depths = 3 if family < 2 else 2
    unclosed = 1.4 if family < 2 else 5.0
    totals = [0.0] + [_IMPOSSIBLE] * (depths - 1)
    if resumes:
        totals[0], totals[1] = 0.6, 0.0
    back: list[list[tuple[int, int]]] = []
    for cost in costs:
        best = [_IMPOSSIBLE * 9] * depths
        come = [(0, _NOTHING)] * depths
        for depth in range(depths):
            total = totals[depth]
            if total >= _IMPOSSIBLE * 9:
                continue
            if total + cost.nothing < best[depth]:
                best[depth] = total + cost.nothing
                come[depth] = (depth, _NOTHING)
            if depth:
                if total + cost.closing < best[depth - 1]:
                    best[depth - 1] = total + cost.closing
                    come[depth - 1] = (depth, _CLOSE)
                again = total + cost.opening + cost.again
                if again < best[depth]:
                    best[depth] = again
                    come[depth] = (depth, _AGAIN)
            if depth + 1 < depths:
                inside = total + cost.opening + (cost.inner if depth else 0.0)
                if inside < best[depth + 1]:
                    best[depth + 1] = inside
                    come[depth + 1] = (depth, _OPEN)
        low = min(best)
        totals = [value - low if value < _IMPOSSIBLE else value for value in best]
        back.append(come)
    depth = min(range(depths), key=lambda d: totals[d] + unclosed * d)
    acts: list[int] = []
    for come in reversed(back):
        depth, act = come[depth]
        acts.append(act)
    acts.reverse()
    return acts


def _paired(row: list[_Mark], acts: list[int], start: int, limit: int, family: int) -> list[_Pair]:
    pairs: list[_Pair] = []
    open_marks: list[_Mark] = []
    for mark, act in zip(row, acts, strict=True):
        if act == _CLOSE and not open_marks:
            pairs.append(_Pair(start, start, mark.start, mark.end, True, family, True))
        elif act == _CLOSE:
            opener = open_marks.pop()
            pairs.append(_Pair(opener.start, opener.end, mark.start, mark.end, True, family, False))
        elif act == _AGAIN and open_marks:
            opener = open_marks.pop()
            pairs.append(
                _Pair(opener.start, opener.end, mark.start, mark.start, False, family, False)
            )
            open_marks.append(mark)
        elif act in (_OPEN, _AGAIN):
            if act == _AGAIN:
                pairs.append(_Pair(start, start, mark.start, mark.start, False, family, True))
            open_marks.append(mark)
    for opener in open_marks:
        pairs.append(_Pair(opener.start, opener.end, limit, limit, False, family, False))
    return pairs


def _corner_pairs(row: list[_Mark], end: int) -> list[_Pair]:
    """Corner brackets say what they are; the innermost fitting one is closed."""
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    for mark in row:
        if mark.sign in _PARTNERS:
            if len(stack) < DEEPEST:
                stack.append(mark)
            continue
        fitting = [
            index for index, opener in enumerate(stack) if _PARTNERS[opener.sign] == mark.sign
        ]
        if fitting:
            for opener in stack[fitting[-1] + 1 :]:
                pairs.append(
                    _Pair(opener.start, opener.end, mark.start, mark.start, False, 2, False)
                )
            opener = stack[fitting[-1]]
            del stack[fitting[-1] :]
            pairs.append(_Pair(opener.start, opener.end, mark.start, mark.end, True, 2, False))
    for opener in stack:
        pairs.append(_Pair(opener.start, opener.end, end, end, False, 2, False))
    return pairs


def _nested(text: str, pairs: list[_Pair], paragraph: int) -> list[Marked]:
    """Order the pairs, drop those that cross another or hold no word, count the depth."""
    kept: list[Marked] = []
    around: list[Marked] = []
    for pair in sorted(pairs, key=lambda p: (p.opened, -p.after, p.family)):
        start, end, closed, after = pair.start, pair.end, pair.closed, pair.after
        if end - start > LONGEST:
            end = after = _last_sentence(text, start)
            closed = False
        while around and around[-1].after <= pair.opened:
            around.pop()
        if around:
            outer = around[-1]
            if after > outer.after or end > outer.end:
                if closed or pair.family == 3:
                    continue
                end = after = outer.end
        start, end = _trimmed(text, start, end)
        if start >= end or not _has_word(text, start, end) or len(around) >= DEEPEST:
            continue
        marked = Marked(
            start,
            end,
            pair.opened,
            max(after, end),
            len(around),
            closed,
            pair.family,
            paragraph,
            pair.resumed,
        )
        kept.append(marked)
        around.append(marked)
    return kept


def _last_sentence(text: str, start: int) -> int:
    last = start + LONGEST
    for match in _SENTENCE_STOP.finditer(text, start, start + LONGEST):
        last = match.end()
    return last


_EDGE = _SPACES + '"“”„‟＂«»「」『』'


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return start, end


_WORD = re.compile(r"[^\W_]")


def _has_word(text: str, start: int, end: int) -> bool:
    return _WORD.search(text, start, end) is not None
