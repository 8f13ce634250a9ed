"""The widgets of the matrix screen: title, table, key line."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Size

from reader.app.key_table import first_key
from reader.app.matrix.matrix_keys import MATRIX_KEYS
from reader.app.matrix.matrix_layout import lay_out
from reader.app.matrix.matrix_page import MatrixPage, draw_page
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.matrix_title import draw_title
from reader.app.matrix.row_lines import TableLines
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.app.widgets.bars import key_line
from reader.app.widgets.line_widget import PaintedLines
from reader.story.matrix import CoverageMatrix

SMALLEST_COLUMNS, SMALLEST_ROWS = 24, 8
"""Columns and rows of the smallest terminal that shows a matrix."""


class MatrixView:
    """Shows a `MatrixState` in three widgets.

    Args:
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
    """

    def __init__(self, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        self.signs = signs
        self.size = Size(0, 0)
        """The size of the screen that was drawn last."""
        self.page: MatrixPage | None = None
        """The page that was drawn last."""
        self._lines: TableLines | None = None
        self._laid_out: CoverageMatrix | None = None
        self.title = PaintedLines(get_styles, id="title")
        self.table = PaintedLines(get_styles, id="table")
        self.keys = PaintedLines(get_styles, id="keys")
        self.table.styles.height = "1fr"

    def show(self, state: MatrixState, size: Size) -> MatrixPage | None:
        """Show title and page of a state; return the page, or None where it has no room.

        Args:
            state: the state to show.
            size: the size of the screen.
        """
        self.size = size
        if size.width < SMALLEST_COLUMNS or size.height < SMALLEST_ROWS:
            self.page = None
            self.title.show([])
            self.table.show([(("Make this window larger.", "strong"),)])
            self.keys.show([])
            return None
        self.page = draw_page(state, self._lay_out(state, size.width), size.height - 2)
        self.title.show([draw_title(state, size.width, self.signs)])
        self.table.show(self.page.lines)
        return self.page

    def show_keys(self, keys: list[tuple[str, str]], message: str) -> None:
        """Show a message in the last line, or without one the (keys, word) that work now."""
        self.keys.show([key_line(keys, self.size.width, message)])

    def line_at(self, row: int) -> int | None:
        """Return the position of the table line at a row of the page, or None."""
        if self.page is None or row >= len(self.page.rows):
            return None
        return self.page.rows[row]

    def article_at(self, row: int, column: int) -> int | None:
        """Return the article whose column is at a cell of the table or above it, or None."""
        if self.page is None or self._lines is None:
            return None
        if self.line_at(row) is None and row >= self.page.heads:
            return None
        return self._lines.layout.article_at(column, self.page.left)

    def action_at(self, column: int) -> str | None:
        """Return the action of the key at a column of the key line, or None."""
        key = self.keys.part_at(0, column)
        return next((each.action for each in MATRIX_KEYS if first_key(each) == key), None)

    def _lay_out(self, state: MatrixState, width: int) -> TableLines:
        """Return the lines of the table, laid out once for each matrix and width."""
        lines, matrix = self._lines, state.rows.matrix
        if lines is None or lines.layout.width != width or self._laid_out is not matrix:
            lines = self._lines = TableLines(lay_out(matrix, width, self.signs))
            self._laid_out = matrix
        return lines
