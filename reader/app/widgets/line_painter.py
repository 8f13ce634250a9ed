"""Paints one line of a paragraph: gutter, and text with its marks.

No widget and no state: a `ParagraphStyle` says everything visible about a paragraph, so
that painted lines can be cached and reused as long as it is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.themes.paragraph_style import (
    HighlightRole,
    LensSign,
    OtherArticle,
    ParagraphStyle,
    Span,
)
from reader.app.themes.signs import Signs
from reader.app.themes.styles import PaneStyles
from reader.linking.links import Level

_STRONG = Style(bold=True)
_PLAIN_BLANK = Style(underline=False)
_FEWEST_CELLS, _MOST_PLACES = 3, 5
"""Cells for number and marks; places beyond the fifth go on the next line."""


def gutter_width(highest_number: int, places: int = 0) -> int:
    """Return the cells before the text: the sign, the number and marks, a space.

    Args:
        highest_number: of the paragraphs.
        places: how many articles have a place of their own.
    """
    return 2 + max(_FEWEST_CELLS, len(str(highest_number)), min(places, _MOST_PLACES))


class LinePainter(NamedTuple):
    """Paints lines of one width."""

    width: int
    """Cells of a line, gutter included."""
    gutter: int
    """Cells of the gutter."""
    styles: PaneStyles
    signs: Signs

    def paint_line(
        self, text: str, line: Span, line_number: int, paragraph: ParagraphStyle
    ) -> Strip:
        """Paint one line of a paragraph.

        Args:
            text: the whole paragraph, cleaned.
            line: the characters of this line.
            line_number: from 0; the first line has the number, the next ones the marks.
            paragraph: the appearance of the paragraph.

        Returns:
            A strip of exactly `width` cells.
        """
        ground = self.styles.ground(paragraph)
        segments = list(self._gutter_segments(paragraph, line_number))
        used = self.gutter
        start, end = line
        for first, last, style in _runs(paragraph, start, end, len(text), self.styles):
            words = text[first:last]
            used += cell_len(words)
            segments.append(Segment(words, style))
        if used < self.width:
            blank = self.styles.mixed(ground, _PLAIN_BLANK) if ground.underline else ground
            segments.append(Segment(" " * (self.width - used), blank))
            used = self.width
        strip = Strip(segments, used)
        return strip if used == self.width else strip.crop(0, self.width)

    def paint_gap(self, paragraph: ParagraphStyle, lines: int) -> Strip:
        """Paint the empty line under a paragraph, with the marks that found no line beside it.

        Args:
            paragraph: the style of the paragraph above.
            lines: how many lines the paragraph has.
        """
        cells = self.gutter - 2
        left = _marks_on_line(paragraph, lines, cells)
        segments = [Segment(" ", self.styles.text)]
        segments.extend(_mark_segments(left, cells, self.styles.text, self.styles))
        segments.append(Segment(" " * (self.width - self.gutter + 1), self.styles.text))
        return Strip(segments, self.width)

    def _gutter_segments(self, paragraph: ParagraphStyle, line_number: int) -> Iterable[Segment]:
        styles, cells = self.styles, self.gutter - 2
        ground = styles.ground(paragraph, in_gutter=True)
        hue = styles.hue(paragraph.hue)
        is_read = paragraph.role is HighlightRole.READING
        is_plain = paragraph.role is HighlightRole.PLAIN
        # The sign of the one being read is half a cell wide; the other half is of its ground.
        yield Segment(self._sign(paragraph), ground if is_plain else styles.mixed(ground, hue))
        note = paragraph.note if line_number == 0 else ""
        if line_number == 0 and not note and not is_plain:
            note = self._lens_sign(paragraph)
        if line_number == 0 and paragraph.number:
            layers = (ground, styles.number, hue) if is_read else (ground, styles.number)
            before = note[: max(0, cells - len(paragraph.number))]
            note = note[len(before) :]
            if before:
                yield Segment(before, styles.mixed(ground, _STRONG))
                cells -= len(before)
            yield Segment(paragraph.number.rjust(cells), styles.mixed(*layers))
        else:
            marks = _marks_on_line(paragraph, line_number, cells)
            yield from _mark_segments(marks, cells, ground, styles)
        # Where the number leaves no room, a sign is beside the text.
        if note:
            yield Segment(note[0], styles.mixed(ground, _STRONG))
        else:
            yield Segment(" ", ground)

    def _sign(self, paragraph: ParagraphStyle) -> str:
        """Return the sign at the left edge: of the reading place, a link, or a lens."""
        role = paragraph.role
        if role is HighlightRole.READING:
            return self.signs.here
        if role.level is not None:
            return self.signs.level(role.level)
        return self._lens_sign(paragraph) or " "

    def _lens_sign(self, paragraph: ParagraphStyle) -> str:
        signs = {LensSign.ONLY_HERE: self.signs.only_here, LensSign.COPY: self.signs.copy}
        return "" if paragraph.lens_sign is None else signs[paragraph.lens_sign]


def article_at(paragraph: ParagraphStyle, line_number: int, cells: int, column: int) -> int | None:
    """Return the article whose mark is on a cell of the gutter, if one is.

    Args:
        paragraph: the paragraph beside the gutter.
        line_number: from 0.
        cells: cells of the number and the marks.
        column: from 0 at the left edge of the pane, where the sign is.
    """
    marks = _marks_on_line(paragraph, line_number, cells)
    index = column - 1 - (cells - len(marks))
    return marks[index].hue if 0 <= index < len(marks) else None


def _marks_on_line(
    paragraph: ParagraphStyle, line_number: int, cells: int
) -> tuple[OtherArticle, ...]:
    """Return the articles whose marks are in the gutter of a line, `cells` of them at most."""
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
        color = styles.number if other.hue is None else styles.hue(other.hue)
        weight = (_STRONG,) if other.level is Level.SAME else ()
        yield Segment(other.mark, styles.mixed(ground, color, *weight))


def _runs(
    paragraph: ParagraphStyle, start: int, end: int, length: int, styles: PaneStyles
) -> Iterable[tuple[int, int, Style]]:
    """Cut a line where its styles change; yield (first, last, style)."""
    ground = styles.ground(paragraph)
    layers = [
        (max(first, start), min(last, end), style)
        for first, last, style in _layers(paragraph, length, styles)
        if first < end and last > start
    ]
    if not layers:
        if start < end:
            yield start, end, ground
        return
    cuts = sorted({start, end, *(cut for first, last, _ in layers for cut in (first, last))})
    for first, last in pairwise(cuts):
        over = [style for low, high, style in layers if low <= first and last <= high]
        yield first, last, styles.mixed(ground, *over) if over else ground


def _layers(
    paragraph: ParagraphStyle, length: int, styles: PaneStyles
) -> Iterable[tuple[int, int, Style]]:
    """Yield (first, last, style) of everything marked in a paragraph, the lowest layer first."""
    for start, end, name in paragraph.marked:
        yield start, end, styles.lens(name)
    for start, end in paragraph.shared:
        yield start, end, styles.shared
    for start, end in paragraph.found:
        yield start, end, styles.found
    if paragraph.current is not None:
        yield (*paragraph.current, styles.current)
    if paragraph.selected is not None:
        start, end = paragraph.selected
        yield start, length if end < 0 else end, styles.selected
