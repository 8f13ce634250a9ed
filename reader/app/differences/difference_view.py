"""The widgets of the differences screen: title, list, key line."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Size

from reader.app.differences.difference_keys import DIFFERENCE_KEYS
from reader.app.differences.difference_page import DifferencePage, draw_page, draw_title
from reader.app.differences.difference_state import DifferenceState
from reader.app.key_table import first_key
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.app.widgets.bars import key_line
from reader.app.widgets.line_widget import PaintedLines

SMALLEST_COLUMNS, SMALLEST_ROWS = 24, 6
"""Columns and rows of the smallest terminal that shows differences."""


class DifferenceView:
    """Shows a `DifferenceState` in three widgets.

    Args:
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
    """

    def __init__(self, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        self.signs = signs
        self.size = Size(0, 0)
        """The size of the screen that was drawn last."""
        self.page: DifferencePage | None = None
        """The page that was drawn last."""
        self.title = PaintedLines(get_styles, id="title")
        self.list = PaintedLines(get_styles, id="list")
        self.keys = PaintedLines(get_styles, id="keys")
        self.list.styles.height = "1fr"

    def show(self, state: DifferenceState, size: Size) -> DifferencePage | None:
        """Show title and page of a state; return the page, or None where it has no room.

        Args:
            state: the state to show.
            size: the size of the screen.
        """
        self.size = size
        if size.width < SMALLEST_COLUMNS or size.height < SMALLEST_ROWS:
            self.page = None
            self.title.show([])
            self.list.show([(("Make this window larger.", "strong"),)])
            self.keys.show([])
            return None
        self.page = draw_page(state, size.width, size.height - 2, self.signs)
        self.title.show([draw_title(state, size.width, self.signs)])
        self.list.show(self.page.lines)
        return self.page

    def show_keys(self, keys: list[tuple[str, str]], message: str) -> None:
        """Show a message in the last line, or without one the (keys, word) that work now."""
        self.keys.show([key_line(keys, self.size.width, message)])

    def entry_at(self, row: int) -> tuple[int, int] | None:
        """Return the positions of the difference and the side at a row of the list, or None."""
        if self.page is None or row >= len(self.page.rows):
            return None
        return self.page.rows[row]

    def action_at(self, column: int) -> str | None:
        """Return the action of the key at a column of the key line, or None."""
        key = self.keys.part_at(0, column)
        return next((each.action for each in DIFFERENCE_KEYS if first_key(each) == key), None)
