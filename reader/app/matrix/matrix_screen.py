"""The matrix screen: the moments of a coverage by its articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.matrix.cell_text import sign_meanings
from reader.app.matrix.listed_rows import rank_differences
from reader.app.matrix.matrix_keys import MATRIX_KEYS, find_obstacles, find_quoting_cell
from reader.app.matrix.matrix_layout import lay_out
from reader.app.matrix.matrix_page import MatrixPage, draw_page
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.matrix_title import draw_title, name_order, name_rows
from reader.app.matrix.row_citation import cite_row
from reader.app.matrix.row_filter import FILTER_HINT, RowFilter
from reader.app.matrix.row_lines import TableLines
from reader.app.report_saving import WHOLE, scope_of_row
from reader.app.row_screens.row_screen import RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.row_screens.story_screen import TableScreen
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles

if TYPE_CHECKING:
    from reader.app.notes.moment_notes import MomentNotes
    from reader.app.row_screens.other_screens import OtherScreens
    from reader.story.matrix.coverage_matrix import CoverageMatrix


class MatrixScreen(TableScreen[MatrixState]):
    """Shows a `MatrixState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: opens other screens.
        notes: writes notes on moments and rejects their links; None where that is impossible.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(MATRIX_KEYS)
    KEYS = ScreenKeys(MATRIX_KEYS)
    NAME = "matrix"
    WORDS = RowWords("moment", "Keys of the matrix", FILTER_HINT)

    def __init__(
        self,
        state: MatrixState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        others: OtherScreens,
        notes: MomentNotes | None = None,
    ) -> None:
        super().__init__(state, signs, get_styles, others)
        self._notes = notes
        self.page: MatrixPage | None = None
        """The page that was drawn last."""
        self._lines: TableLines | None = None
        self._laid_out: CoverageMatrix | None = None
        """The matrix that `_lines` are of."""

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "only-one": self._fold,
            "order": self._sort,
            "compare": self._compare_quote,
            "differences": self._list_differences,
            "note": self._write_note,
            "reject": self._reject,
            "undo": self._take_back,
            "report": self._save_report,
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        obstacles = find_obstacles(self.state)
        if self._notes is None:
            return obstacles
        rejecting = self._notes.find_obstacle(self.state.row, self.state.article)
        return {**obstacles, "reject": rejecting}

    def draw(self, size: Size) -> RowPage:
        """Draw title and table."""
        table = self._lay_out(size.width)
        page = self.page = draw_page(self.state, table, size.height - 2)
        self.state = self.state.scroll_to(page.top, page.left)
        return RowPage(draw_title(self.state, size.width, self.signs), page.lines, page.room)

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the letters and signs of the screen with their meanings."""
        return sign_meanings(self.signs)

    def click_row(self, row: int, column: int) -> None:
        """Select the cell that was clicked; read it if it is selected, or unfold the rows."""
        line, _ = self.find_cell(row, column)
        if line is not None and self.state.lines[line] is None:
            self.change(self.state.fold_single())
        else:
            super().click_row(row, column)

    def find_cell(self, row: int, column: int) -> tuple[int | None, int | None]:
        """Return the line of the table at a row, and the article whose column is there."""
        page, lines = self.page, self._lines
        if page is None or lines is None:
            return None, None
        line = page.rows[row] if row < len(page.rows) else None
        is_table = line is not None or row < page.heads
        return line, lines.layout.article_at(column, page.left) if is_table else None

    def read_cell(self) -> None:
        """Read the moment in the selected article; on the line that folds, fold or unfold."""
        if self.state.row is None:
            self._fold()
        elif self.state.cell_to_read is not None:
            self.dismiss(self.state.cell_to_read.passages[0].place)

    def cite(self) -> tuple[str, str] | None:
        """Return the moment in each article's words, with the sources."""
        row = self.state.row
        if row is None:
            return None
        count = len(row.cells)
        what = f"the moment in {count} article{'' if count == 1 else 's'} with citations"
        return cite_row(self.state.rows.matrix, row), what

    def explain_filter(self, typed: str) -> str:
        """Return how many rows are listed, and how many more perhaps match."""
        if not typed:
            return super().explain_filter(typed)
        every = self.state.unfiltered or self.state.rows
        doubtful = every.count_doubtful(RowFilter.parse(typed, self.state.article_count))
        more = f" {doubtful} more perhaps: not surely left out." if doubtful else ""
        return f"{name_rows(self.state.rows.count)} with this: Esc lists all.{more}"

    # What is listed

    def _fold(self) -> None:
        self.change(self.state.fold_single())
        listed = "listed too" if self.state.lists_single else "not listed"
        self.show_message(f"{self.state.rows.only_here}: {listed}.")

    def _sort(self) -> None:
        self.change(self.state.sort_by_next_order())
        self.show_message(f"Order: {name_order(self.state)}.")

    # To other screens

    def _compare_quote(self) -> None:
        cell = find_quoting_cell(self.state)
        if cell is not None:
            self.others.compare_quote(cell.passages[0].place)

    def _list_differences(self) -> None:
        differences = rank_differences(self.state.row) if self.state.row else ()
        self.others.list_differences(differences[0] if differences else None)

    def _save_report(self) -> None:
        """Save a report of this moment, or of the whole comparison."""
        row = self.state.row
        scopes = (WHOLE,) if row is None else (scope_of_row(row.number), WHOLE)
        self.others.save_report(scopes, self.show_message)

    # The notebook

    def _write_note(self) -> None:
        cell = self.state.cell_to_read
        if self._notes is not None and cell is not None:
            self._notes.note_cell(cell)

    def _reject(self) -> None:
        if self._notes is not None and self.state.row is not None:
            self._notes.reject(self.state.row, self.state.article)

    def _take_back(self) -> None:
        if self._notes is not None:
            self._notes.take_back()

    # The table

    def _lay_out(self, width: int) -> TableLines:
        """Return the lines of the table, laid out once for each matrix and width."""
        lines, matrix = self._lines, self.state.rows.matrix
        if lines is None or lines.layout.width != width or self._laid_out is not matrix:
            lines = self._lines = TableLines(lay_out(matrix, width, self.signs))
            self._laid_out = matrix
        return lines
