"""The widgets of a screen of rows: title, rows, key line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.geometry import Size
from textual.widget import Widget

from reader.app.themes.styles import Styles
from reader.app.widgets.bars import key_line
from reader.app.widgets.line_widget import Line, PaintedLines


class RowPage(NamedTuple):
    """The content of a screen of rows above the key line, drawn for a size."""

    title: Line
    """The first line."""
    lines: Sequence[Line]
    """The lines between title and key line."""
    room: int
    """Lines of rows that are on the screen at once."""


class RowWidgets:
    """Three widgets that show a `RowPage` and the keys that work.

    Args:
        get_styles: returns the styles of the present theme.
        smallest: columns and rows of the smallest terminal that has room for a page.
    """

    def __init__(self, get_styles: Callable[[], Styles], smallest: Size) -> None:
        self._smallest = smallest
        self.size = Size(0, 0)
        """The size of the screen that was drawn last."""
        self.room = 1
        """Lines of rows that were on the screen then."""
        self.title = PaintedLines(get_styles, id="title")
        self.rows = PaintedLines(get_styles, id="rows")
        self.keys = PaintedLines(get_styles, id="keys")
        self.rows.styles.height = "1fr"

    def list_widgets(self) -> list[Widget]:
        """Return the widgets from top to bottom."""
        return [self.title, self.rows, self.keys]

    def take_size(self, size: Size) -> bool:
        """Set the size of the screen; if too small, ask for a larger window and return False."""
        self.size = size
        if size.width >= self._smallest.width and size.height >= self._smallest.height:
            return True
        self.title.show([])
        self.rows.show([(("Make this window", "strong"),), (("larger.", "strong"),)])
        self.keys.show([])
        return False

    def show(self, page: RowPage) -> None:
        """Show title and rows of a page."""
        self.room = page.room
        self.title.show([page.title])
        self.rows.show(page.lines)

    def show_keys(self, keys: list[tuple[str, str]], message: str) -> None:
        """Show a message in the last line, or without one the (keys, word) that work now."""
        self.keys.show([key_line(keys, self.size.width, message)])

    def key_at(self, column: int) -> str:
        """Return the key at a column of the key line as printed; empty where there is none."""
        return self.keys.part_at(0, column)
