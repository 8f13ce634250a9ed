"""Which marks of one line and one family belong together.

Straight marks do not show whether they open or close, typographic ones are often set the wrong
way round, and one is often missing. So the marks of a line are read together: of all ways to
read the row the cheapest one is taken (Viterbi's algorithm over the depth of nesting, with the
costs of `mark_costs`).
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from reader.quotes.mark_costs import MarkCosts, compute_mark_costs
from reader.quotes.mark_signs import (
    AFTER_CLOSING,
    BEFORE_OPENING,
    CLOSING_CORNERS,
    MarkFamily,
    PrintedMark,
)
from reader.text.quote_signs import ANGLES, LOW_SIGNS

DEEPEST = 8
"""Quotations that can be nested."""
_ROW_MARKS = 256
"""Marks that are read together: a longer row is read in parts."""
_UNREACHABLE = 99.0
"""The cost of a depth that no reading leads to."""
_UNCLOSED, _UNCLOSED_INNER, _UNCLOSED_SINGLE = 1.4, 0.7, 5.0
"""The cost of a quotation that the line leaves open, and of one more inside it, whose closing mark
is often left out; set by hand like those of `mark_costs`."""
_RESUMED_CLOSED, _RESUMED_OPEN = 0.6, 0.0
"""The costs of beginning a line outside and inside a quotation that the line before left open."""
_DIRECTED_OR_UNUSUAL = frozenset(LOW_SIGNS + "‟" + ANGLES)
_GERMAN_OPENING = frozenset(LOW_SIGNS + "»")


class MarkPair(NamedTuple):
    """Two marks that belong together, or one without its partner."""

    opened: int
    """Start of the opening mark."""
    start: int
    end: int
    """The words between the marks."""
    after: int
    """End of the closing mark."""
    closed: bool
    family: MarkFamily
    resumed: bool
    """Whether it goes on from the paragraph before, without an opening mark."""


class _Reading(Enum):
    """What a mark is read as."""

    OPEN = auto()
    CLOSE = auto()
    REPEAT = auto()
    """It opens again while the last one is still open."""
    NOTHING = auto()


class _ReadingStep(NamedTuple):
    """The cheapest way to reach a depth: the depth before and the reading of the mark."""

    depth: int
    reading: _Reading


def pair_marks(
    text: str, start: int, end: int, row: list[PrintedMark], *, resumes: bool
) -> list[MarkPair]:
    """Pair the marks of one family in the line `text[start:end]`.

    `resumes` says that a quotation of this family was left open in the paragraph before.
    """
    family = row[0].family
    if family is MarkFamily.CORNER:
        return _pair_corners(row, end)
    if plain := _pair_plain_row(text, start, end, row):
        return plain
    german_style = _is_german_style(text, row)
    pairs: list[MarkPair] = []
    for begin in range(0, len(row), _ROW_MARKS):
        part = row[begin : begin + _ROW_MARKS]
        limit = row[begin + _ROW_MARKS].start if begin + _ROW_MARKS < len(row) else end
        costs = [
            compute_mark_costs(text, start, end, mark, german_style=german_style) for mark in part
        ]
        readings = _find_cheapest_readings(costs, family, resumes=resumes and begin == 0)
        pairs += _build_pairs(part, readings, start, limit)
    return pairs


def _pair_plain_row(text: str, start: int, end: int, row: list[PrintedMark]) -> list[MarkPair]:
    """Pair a row in which every mark is set as it should be; return nothing for another row."""
    if len(row) % 2:
        return []
    pairs: list[MarkPair] = []
    for opening, closing in zip(row[::2], row[1::2], strict=True):
        if not (
            _is_set_open(text, start, end, opening) and _is_set_closed(text, start, end, closing)
        ):
            return []
        pairs.append(
            MarkPair(
                opening.start, opening.end, closing.start, closing.end, True, opening.family, False
            )
        )
    return pairs


def _check_sides(text: str, start: int, end: int, mark: PrintedMark) -> tuple[bool, bool]:
    """Whether a mark is set as an opening one on its left and as a closing one on its right."""
    left = mark.start == start or text[mark.start - 1] in BEFORE_OPENING
    right = mark.end == end or text[mark.end] in AFTER_CLOSING
    return left, right


def _is_set_open(text: str, start: int, end: int, mark: PrintedMark) -> bool:
    """Whether place and sign of a mark show that it opens a quotation."""
    if mark.sign in _DIRECTED_OR_UNUSUAL or mark.sign in "”’":
        return False
    left, right = _check_sides(text, start, end, mark)
    return left and not right and (mark.family is not MarkFamily.SINGLE or mark.sign == "‘")


def _is_set_closed(text: str, start: int, end: int, mark: PrintedMark) -> bool:
    """Whether place and sign of a mark show that it closes a quotation."""
    if mark.sign in _DIRECTED_OR_UNUSUAL or mark.sign in "“‘":
        return False
    left, right = _check_sides(text, start, end, mark)
    if left or not right or text[mark.start - 1].isdigit():
        return False
    return mark.family is not MarkFamily.SINGLE or text[mark.start - 1] in ".,!?"


def _is_german_style(text: str, row: list[PrintedMark]) -> bool:
    """Whether “ closes („so“) or « closes (»so«), judged by the first low or turned mark."""
    first = next((mark for mark in row if mark.sign in _GERMAN_OPENING), None)
    if first is None:
        return False
    before = text[first.start - 1] if first.start else " "
    return text[first.end : first.end + 1].isalnum() and not before.isalnum()


def _find_cheapest_readings(
    costs: list[MarkCosts], family: MarkFamily, *, resumes: bool
) -> list[_Reading]:
    """Find the cheapest reading of a row.

    CLOSE as the first reading closes a quotation of the paragraph before.
    """
    is_single = family is MarkFamily.SINGLE
    depths = 2 if is_single else 3
    totals = [0.0] + [_UNREACHABLE] * (depths - 1)
    if resumes:
        totals[:2] = _RESUMED_CLOSED, _RESUMED_OPEN
    steps: list[list[_ReadingStep]] = []
    for cost in costs:
        totals, reached = _read_mark(totals, cost)
        steps.append(reached)
    unclosed = (0.0, _UNCLOSED_SINGLE if is_single else _UNCLOSED, _UNCLOSED + _UNCLOSED_INNER)
    depth = min(range(depths), key=lambda d: totals[d] + unclosed[d])
    readings: list[_Reading] = []
    for reached in reversed(steps):
        depth, reading = reached[depth]
        readings.append(reading)
    return readings[::-1]


def _read_mark(totals: list[float], cost: MarkCosts) -> tuple[list[float], list[_ReadingStep]]:
    """Extend the cheapest readings by one mark: the new cost and the last step, by depth."""
    best = [_UNREACHABLE * 9] * len(totals)
    reached = [_ReadingStep(0, _Reading.NOTHING)] * len(totals)
    for depth, total in enumerate(totals):
        if total >= _UNREACHABLE * 9:
            continue
        ways = [(depth, total + cost.nothing, _Reading.NOTHING)]
        if depth:
            ways.append((depth - 1, total + cost.closing, _Reading.CLOSE))
            ways.append((depth, total + cost.opening + cost.repeated, _Reading.REPEAT))
        if depth + 1 < len(totals):
            inner = cost.inner if depth else 0.0
            ways.append((depth + 1, total + cost.opening + inner, _Reading.OPEN))
        for target, value, reading in ways:
            if value < best[target]:
                best[target], reached[target] = value, _ReadingStep(depth, reading)
    low = min(best)
    return [value - low if value < _UNREACHABLE else value for value in best], reached


def _build_pairs(
    row: list[PrintedMark], readings: list[_Reading], start: int, limit: int
) -> list[MarkPair]:
    """Build the pairs of a row that is read from `start` to `limit`."""
    family = row[0].family
    pairs: list[MarkPair] = []
    open_marks: list[PrintedMark] = []

    def close(opening: PrintedMark | None, end: int, after: int, *, closed: bool) -> None:
        opened, first = (opening.start, opening.end) if opening else (start, start)
        pairs.append(MarkPair(opened, first, end, after, closed, family, opening is None))

    for mark, reading in zip(row, readings, strict=True):
        if reading is _Reading.CLOSE:
            opening = open_marks.pop() if open_marks else None
            close(opening, mark.start, mark.end, closed=True)
        elif reading is _Reading.REPEAT:
            opening = open_marks.pop() if open_marks else None
            close(opening, mark.start, mark.start, closed=False)
        if reading in (_Reading.OPEN, _Reading.REPEAT):
            open_marks.append(mark)
    for opening in open_marks:
        close(opening, limit, limit, closed=False)
    return pairs


def _pair_corners(row: list[PrintedMark], end: int) -> list[MarkPair]:
    """Pair corner brackets, which show their direction; the innermost fitting one is closed."""
    pairs: list[MarkPair] = []
    stack: list[PrintedMark] = []

    def close(opening: PrintedMark, stop: int, after: int, *, closed: bool) -> None:
        pairs.append(
            MarkPair(opening.start, opening.end, stop, after, closed, MarkFamily.CORNER, False)
        )

    for mark in row:
        if mark.sign in CLOSING_CORNERS:
            if len(stack) < DEEPEST:
                stack.append(mark)
            continue
        fitting = [
            n for n, opening in enumerate(stack) if CLOSING_CORNERS[opening.sign] == mark.sign
        ]
        if fitting:
            for opening in stack[fitting[-1] + 1 :]:
                close(opening, mark.start, mark.start, closed=False)
            close(stack[fitting[-1]], mark.start, mark.end, closed=True)
            del stack[fitting[-1] :]
    for opening in stack:
        close(opening, end, end, closed=False)
    return pairs
