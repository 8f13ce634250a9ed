"""The widgets of the ladder screen: title, list and rungs, key line."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Size

from reader.app.key_table import first_key
from reader.app.ladder.ladder_keys import LADDER_KEYS
from reader.app.ladder.ladder_page import WIDE_FROM, LadderPage, draw_page
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.ladder_title import draw_title
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.app.widgets.bars import key_line
from reader.app.widgets.line_widget import PaintedLines

SMALLEST_COLUMNS, SMALLEST_ROWS = 24, 8
"""Columns and rows of the smallest terminal that shows a ladder."""


class LadderView:
    """Shows a `LadderState` in three widgets.

    Args:
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
    """

    def __init__(self, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        self.signs = signs
        self.size = Size(0, 0)
        """The size of the screen that was drawn last."""
        self.page: LadderPage | None = None
        """The page that was drawn last."""
        self.title = PaintedLines(get_styles, id="title")
        self.ladder = PaintedLines(get_styles, id="ladder")
        self.keys = PaintedLines(get_styles, id="keys")
        self.ladder.styles.height = "1fr"

    @property
    def is_wide(self) -> bool:
        """Whether list and ladder are shown side by side."""
        return self.size.width >= WIDE_FROM

    def show(self, state: LadderState, size: Size, *, brackets: bool) -> LadderPage | None:
        """Show title and page of a state.

        Args:
            state: the state to show.
            size: the size of the screen.
            brackets: whether words that differ are put in brackets.

        Returns:
            The page, or None where the screen is too small for one.
        """
        self.size = size
        if size.width < SMALLEST_COLUMNS or size.height < SMALLEST_ROWS:
            self.page = None
            self.title.show([])
            self.ladder.show([(("Make this window larger.", "strong"),)])
            self.keys.show([])
            return None
        self.page = draw_page(state, size.width, size.height - 2, self.signs, brackets=brackets)
        self.title.show([draw_title(state, size.width, self.signs)])
        self.ladder.show(self.page.lines)
        return self.page

    def show_keys(self, keys: list[tuple[str, str]], message: str) -> None:
        """Show a message in the last line, or without one the (keys, word) that work now."""
        self.keys.show([key_line(keys, self.size.width, message)])

    def quote_at(self, row: int, column: int) -> int | None:
        """Return the quote of the list at a cell of the page, `FOLD_ROW`, or None."""
        if self.page is None or not self.is_list_at(column) or row >= len(self.page.quotes):
            return None
        return self.page.quotes[row]

    def rung_at(self, row: int, column: int) -> int | None:
        """Return the number of the rung at a cell of the page, or None."""
        if self.page is None or self.is_list_at(column) or row >= len(self.page.rungs):
            return None
        return self.page.rungs[row]

    def is_list_at(self, column: int) -> bool:
        """Return whether the list of quotes is shown at a column."""
        return self.page is not None and column < self.page.list_width

    def action_at(self, column: int) -> str | None:
        """Return the action of the key at a column of the key line, or None."""
        key = self.keys.part_at(0, column)
        return next((b.action for b in LADDER_KEYS if first_key(b) == key), None)
