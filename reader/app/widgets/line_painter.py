"""Paints one line of a paragraph: gutter, text with its marks, nothing else.

No widget and no state: a `Look` says everything visible about a paragraph, so
that painted lines can be kept and reused as long as their look is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.themes.paragraph_style import Look, OtherArticle, Role, Span
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Inks


def gutter_width(highest_number: int) -> int:
    """Cells before the text: the sign, the number and marks, a space."""
    return 2 + max(3, len(str(highest_number)))


def paint_line(
    text: str,
    line: Span,
    line_number: int,
    look: Look,
    width: int,
    gutter: int,
    inks: Inks,
    signs: Signs,
) -> Strip:
    """Paint one line of a paragraph.

    Args:
        text: the whole paragraph, cleaned.
        line: the characters of this line.
        line_number: from 0; the first line carries the number, the next ones the marks.
        look: everything visible about the paragraph.
        width: cells of the whole line, gutter included.
        gutter: cells of the gutter.
        inks: the styles.
        signs: the signs.

    Returns:
        A strip of exactly `width` cells.
    """
    ground = inks.ground(look)
    segments = list(_gutter(look, line_number, gutter, inks.ground(look, gutter=True), inks, signs))
    used = gutter
    start, end = line
    for first, last, style in _runs(look, start, end, len(text), ground, inks):
        words = text[first:last]
        used += cell_len(words)
        segments.append(Segment(words, style))
    if used < width:
        segments.append(Segment(" " * (width - used), ground))
        used = width
    strip = Strip(segments, used)
    return strip if used == width else strip.crop(0, width)


def paint_gap(look: Look, lines: int, width: int, gutter: int, inks: Inks) -> Strip:
    """Paint the empty line under a paragraph, with the marks that found no line beside the text.

    Args:
        look: the look of the paragraph above.
        lines: how many lines the paragraph has.
        width: cells of the whole line.
        gutter: cells of the gutter.
        inks: the styles.
    """
    left = _marks_on_line(look, lines, gutter - 2)
    segments = [Segment(" ", inks.text)]
    segments.extend(_mark_segments(left, gutter - 2, inks.text, inks))
    segments.append(Segment(" " * (width - gutter + 1), inks.text))
    return Strip(segments, width)


def _gutter(
    look: Look, line_number: int, gutter: int, ground: Style, inks: Inks, signs: Signs
) -> Iterable[Segment]:
    hue = inks.hue(look.hue)
    sign = {
        Role.READING: signs.here,
        Role.SAME: signs.same,
        Role.RELATED: signs.related,
    }.get(look.role, " ")
    if look.role is Role.READING:
        # The bar is half a cell wide; its other half belongs to the paragraph.
        yield Segment(sign, inks.mixed(ground, hue))
    elif look.role is Role.PLAIN:
        yield Segment(sign, ground)
    else:
        yield Segment(sign, inks.mixed(ground, hue))
    cells = gutter - 2
    if line_number == 0 and look.number:
        number = (
            inks.mixed(ground, inks.number, hue)
            if look.role is Role.READING
            else inks.mixed(ground, inks.number)
        )
        yield Segment(look.number.rjust(cells), number)
    else:
        yield from _mark_segments(_marks_on_line(look, line_number, cells), cells, ground, inks)
    yield Segment(" ", ground)


def _marks_on_line(look: Look, line_number: int, cells: int) -> tuple[OtherArticle, ...]:
    row = line_number - 1 if look.number else line_number
    if row < 0:
        return ()
    return look.others[row * cells : (row + 1) * cells]


def _mark_segments(
    others: Sequence[OtherArticle], cells: int, ground: Style, inks: Inks
) -> Iterable[Segment]:
    if len(others) < cells:
        yield Segment(" " * (cells - len(others)), ground)
    for other in others:
        yield Segment(other.mark, inks.mixed(ground, inks.hue(other.hue)))


def _runs(
    look: Look, start: int, end: int, length: int, ground: Style, inks: Inks
) -> Iterable[tuple[int, int, Style]]:
    """Cut a line where its styles change; yields (first, last, style)."""
    layers: list[tuple[int, int, Style]] = []
    for mark in look.marked:
        for span in _within((mark[:2],), start, end):
            layers.append((*span, inks.lens(mark.style)))
    layers += [(*span, inks.shared) for span in _within(look.shared, start, end)]
    layers += [(*span, inks.found) for span in _within(look.found, start, end)]
    if look.current is not None:
        layers += [(*span, inks.current) for span in _within((look.current,), start, end)]
    if look.selected is not None:
        first, last = look.selected
        span = (first, length if last < 0 else last)
        layers += [(*span, inks.selected) for span in _within((span,), start, end)]
    if not layers:
        if start < end:
            yield start, end, ground
        return
    cuts = sorted({start, end, *(cut for first, last, _ in layers for cut in (first, last))})
    for first, last in pairwise(cuts):
        over = [style for low, high, style in layers if low <= first and last <= high]
        yield first, last, inks.mixed(ground, *over) if over else ground


def _within(spans: Iterable[Span], start: int, end: int) -> Iterable[Span]:
    for first, last in spans:
        if first < end and last > start:
            yield max(first, start), min(last, end)
