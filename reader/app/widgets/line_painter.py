"""Paints one line of a paragraph: gutter, text with its marks, nothing else.

No widget and no state: a `ParagraphStyle` says everything visible about a paragraph, so
that painted lines can be kept and reused as long as their paragraph is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.themes.paragraph_style import OtherArticle, ParagraphRole, ParagraphStyle, Span
from reader.app.themes.signs import Signs
from reader.app.themes.styles import PaneStyles


def gutter_width(highest_number: int) -> int:
    """Cells before the text: the sign, the number and marks, a space."""
    return 2 + max(3, len(str(highest_number)))


def paint_line(
    text: str,
    line: Span,
    line_number: int,
    paragraph: ParagraphStyle,
    width: int,
    gutter: int,
    styles: PaneStyles,
    signs: Signs,
) -> Strip:
    """Paint one line of a paragraph.

    Args:
        text: the whole paragraph, cleaned.
        line: the characters of this line.
        line_number: from 0; the first line carries the number, the next ones the marks.
        paragraph: everything visible about the paragraph.
        width: cells of the whole line, gutter included.
        gutter: cells of the gutter.
        styles: the styles.
        signs: the signs.

    Returns:
        A strip of exactly `width` cells.
    """
    ground = styles.ground(paragraph)
    segments = list(
        _gutter(
            paragraph, line_number, gutter, styles.ground(paragraph, gutter=True), styles, signs
        )
    )
    used = gutter
    start, end = line
    for first, last, style in _runs(paragraph, start, end, len(text), ground, styles):
        words = text[first:last]
        used += cell_len(words)
        segments.append(Segment(words, style))
    if used < width:
        segments.append(Segment(" " * (width - used), ground))
        used = width
    strip = Strip(segments, used)
    return strip if used == width else strip.crop(0, width)


def paint_gap(
    paragraph: ParagraphStyle, lines: int, width: int, gutter: int, styles: PaneStyles
) -> Strip:
    """Paint the empty line under a paragraph, with the marks that found no line beside the text.

    Args:
        paragraph: the paragraph of the paragraph above.
        lines: how many lines the paragraph has.
        width: cells of the whole line.
        gutter: cells of the gutter.
        styles: the styles.
    """
    left = _marks_on_line(paragraph, lines, gutter - 2)
    segments = [Segment(" ", styles.text)]
    segments.extend(_mark_segments(left, gutter - 2, styles.text, styles))
    segments.append(Segment(" " * (width - gutter + 1), styles.text))
    return Strip(segments, width)


def _gutter(
    paragraph: ParagraphStyle,
    line_number: int,
    gutter: int,
    ground: Style,
    styles: PaneStyles,
    signs: Signs,
) -> Iterable[Segment]:
    hue = styles.hue(paragraph.hue)
    sign = {
        ParagraphRole.READING: signs.here,
        ParagraphRole.SAME: signs.same,
        ParagraphRole.RELATED: signs.related,
    }.get(paragraph.role, " ")
    if paragraph.role is ParagraphRole.READING:
        # The bar is half a cell wide; its other half belongs to the paragraph.
        yield Segment(sign, styles.mixed(ground, hue))
    elif paragraph.role is ParagraphRole.PLAIN:
        yield Segment(sign, ground)
    else:
        yield Segment(sign, styles.mixed(ground, hue))
    cells = gutter - 2
    if line_number == 0 and paragraph.number:
        number = (
            styles.mixed(ground, styles.number, hue)
            if paragraph.role is ParagraphRole.READING
            else styles.mixed(ground, styles.number)
        )
        yield Segment(paragraph.number.rjust(cells), number)
    else:
        yield from _mark_segments(
            _marks_on_line(paragraph, line_number, cells), cells, ground, styles
        )
    yield Segment(" ", ground)


def _marks_on_line(
    paragraph: ParagraphStyle, line_number: int, cells: int
) -> tuple[OtherArticle, ...]:
    row = line_number - 1 if paragraph.number else line_number
    if row < 0:
        return ()
    return paragraph.others[row * cells : (row + 1) * cells]


def _mark_segments(
    others: Sequence[OtherArticle], cells: int, ground: Style, styles: PaneStyles
) -> Iterable[Segment]:
    if len(others) < cells:
        yield Segment(" " * (cells - len(others)), ground)
    for other in others:
        yield Segment(other.mark, styles.mixed(ground, styles.hue(other.hue)))


def _runs(
    paragraph: ParagraphStyle, start: int, end: int, length: int, ground: Style, styles: PaneStyles
) -> Iterable[tuple[int, int, Style]]:
    """Cut a line where its styles change; yields (first, last, style)."""
    layers: list[tuple[int, int, Style]] = []
    for mark in paragraph.marked:
        for span in _within((mark[:2],), start, end):
            layers.append((*span, styles.lens(mark.style)))
    layers += [(*span, styles.shared) for span in _within(paragraph.shared, start, end)]
    layers += [(*span, styles.found) for span in _within(paragraph.found, start, end)]
    if paragraph.current is not None:
        layers += [(*span, styles.current) for span in _within((paragraph.current,), start, end)]
    if paragraph.selected is not None:
        first, last = paragraph.selected
        span = (first, length if last < 0 else last)
        layers += [(*span, styles.selected) for span in _within((span,), start, end)]
    if not layers:
        if start < end:
            yield start, end, ground
        return
    cuts = sorted({start, end, *(cut for first, last, _ in layers for cut in (first, last))})
    for first, last in pairwise(cuts):
        over = [style for low, high, style in layers if low <= first and last <= high]
        yield first, last, styles.mixed(ground, *over) if over else ground


def _within(spans: Iterable[Span], start: int, end: int) -> Iterable[Span]:
    for first, last in spans:
        if first < end and last > start:
            yield max(first, start), min(last, end)
