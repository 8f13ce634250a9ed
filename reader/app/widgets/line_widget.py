"""A widget of a few painted lines: title bar, headers, drawer, map, key line.

What it shows is plain data, so it is composed and tested without a terminal: a `Line` is a
tuple of (text, style names); the names are those of the style sheet, as in
`strong muted hue-3`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.app.terminal.textual_internals import UnscrolledWidget
from reader.app.themes.styles import Styles

Part = tuple[str, str]
Line = tuple[Part, ...]


def parts_width(parts: Iterable[Part]) -> int:
    """Return the cells of parts together."""
    return sum(cell_len(text) for text, _ in parts)


def fit(parts: Sequence[Part], width: int, ellipsis: str = "…") -> Line:
    """Cut parts at the right to at most `width` cells; an ellipsis ends what was cut."""
    if parts_width(parts) <= width:
        return tuple(parts)
    fitted: list[Part] = []
    left = width - cell_len(ellipsis)
    for text, style in parts:
        cells = cell_len(text)
        if cells > left:
            fitted.append((set_cell_size(text, max(0, left)).rstrip() + ellipsis, style))
            break
        fitted.append((text, style))
        left -= cells
    return tuple(fitted) if width > 0 else ()


def justify(left: Sequence[Part], right: Sequence[Part], width: int) -> Line:
    """Put parts at both ends of a line of `width` cells; the left ones are cut if needed."""
    right_cells = parts_width(right)
    if right_cells >= width:
        return fit(right, width)
    room = width - right_cells - (1 if right else 0)
    fitted = fit(left, room)
    gap = width - right_cells - parts_width(fitted)
    return (*fitted, (" " * gap, ""), *right)


def row_regions(rows: Sequence[int], width: int) -> list[Region]:
    """Return as few regions as cover these rows, which are in rising order."""
    regions: list[Region] = []
    for y in rows:
        if regions and regions[-1].bottom == y:
            last = regions[-1]
            regions[-1] = Region(0, last.y, width, last.height + 1)
        else:
            regions.append(Region(0, y, width, 1))
    return regions


def changed_regions(before: Sequence[Line], after: Sequence[Line], width: int) -> list[Region]:
    """Return regions of a widget that have all cells that differ between two states of its lines.

    Args:
        before: the lines that were shown.
        after: the lines to show.
        width: cells of the widget.
    """
    regions: list[Region] = []
    for y in range(max(len(before), len(after))):
        old = before[y] if y < len(before) else ()
        new = after[y] if y < len(after) else ()
        if old == new:
            continue
        left, right = _changed_span(old, new, width)
        last = regions[-1] if regions else None
        if last and (last.bottom, last.x, last.right) == (y, left, right):
            regions[-1] = Region(left, last.y, right - left, last.height + 1)
        else:
            regions.append(Region(left, y, right - left, 1))
    return regions


def _changed_span(old: Line, new: Line, width: int) -> tuple[int, int]:
    """Return the first cell of a line that changed, and the one after the last."""
    equal = 0
    while equal < min(len(old), len(new)) and old[equal] == new[equal]:
        equal += 1
    left = parts_width(new[:equal])
    right = width
    if parts_width(old) == parts_width(new):
        last = 0
        while last < min(len(old), len(new)) - equal and old[-1 - last] == new[-1 - last]:
            last += 1
        right = parts_width(new[: len(new) - last])
    return min(left, width), min(right, width)


class PaintedLines(UnscrolledWidget):
    """Shows lines; paints only those that changed."""

    class Clicked(Message):
        """A line was clicked: its row and column, from 0."""

        def __init__(self, lines: PaintedLines, row: int, column: int) -> None:
            super().__init__()
            self.lines = lines
            self.row = row
            self.column = column

        @property
        def control(self) -> PaintedLines:
            """The widget that was clicked."""
            return self.lines

    DEFAULT_CSS = """
    PaintedLines {
        width: 1fr;
        height: 1;
    }
    """

    ALLOW_SELECT = False

    def __init__(
        self, get_styles: Callable[[], Styles], *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._get_styles = get_styles
        self._lines: tuple[Line, ...] = ()
        self._strips: dict[int, Strip] = {}
        self._strips_width = 0
        self._style_cache: dict[str, Style] = {}

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines

    def part_at(self, row: int, column: int) -> str:
        """Return the text of the part on a cell; empty where there is none."""
        right = 0
        for text, _ in self._lines[row] if row < len(self._lines) else ():
            right += cell_len(text)
            if column < right:
                return text
        return ""

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines, from the top; the rest of the widget is empty."""
        before, self._lines = self._lines, tuple(lines)
        regions = changed_regions(before, self._lines, self.size.width)
        if regions:
            for region in regions:
                for row in range(region.y, region.bottom):
                    self._strips.pop(row, None)
            self.refresh(*regions)

    def notify_style_update(self) -> None:
        """Drop the painted lines: the theme or the styles changed."""
        super().notify_style_update()
        self._strips.clear()
        self._style_cache.clear()

    def on_click(self, event: events.Click) -> None:
        """Report the cell that was clicked."""
        self.post_message(self.Clicked(self, event.y, event.x))

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        if self._strips_width != self.size.width:
            self._strips.clear()
            self._strips_width = self.size.width
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._paint(y)
        return strip

    def _paint(self, y: int) -> Strip:
        width = self.size.width
        ground = self._style("")
        if y >= len(self._lines):
            return Strip.blank(width, ground)
        segments = [Segment(text, self._style(names)) for text, names in self._lines[y] if text]
        return Strip(segments).adjust_cell_length(width, ground)

    def _style(self, names: str) -> Style:
        style = self._style_cache.get(names)
        if style is None:
            style = self._style_cache[names] = self.rich_style + self._get_styles().style(names)
        return style
