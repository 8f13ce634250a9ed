"""The matrix screen: the moments of a coverage by its articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.matrix.cell_text import sign_meanings
from reader.app.matrix.listed_rows import rank_differences
from reader.app.matrix.matrix_keys import (
    MATRIX_KEYS,
    find_obstacles,
    find_paragraph,
    find_quoting_cell,
)
from reader.app.matrix.matrix_layout import lay_out
from reader.app.matrix.matrix_page import MatrixPage, draw_page
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.matrix_title import draw_title, name_order, name_rows
from reader.app.matrix.row_citation import cite_row
from reader.app.matrix.row_filter import FILTER_HINT, RowFilter
from reader.app.matrix.row_lines import TableLines
from reader.app.report_saving import WHOLE, SaveReport, scope_of_row
from reader.app.row_screens.row_screen import RowScreen, RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.articles import Place

if TYPE_CHECKING:
    from reader.app.notes.moment_notes import MomentNotes
    from reader.story.difference import Difference
    from reader.story.matrix import CoverageMatrix


class OtherScreens(NamedTuple):
    """What leads from a row of the matrix to other screens."""

    compare_quote: Callable[[Place], None]
    """Opens the ladder of the quote in a paragraph."""
    list_differences: Callable[[Difference | None], None]
    """Opens the list of differences, at one of them if that is given."""
    stop_waiting: Callable[[], bool]
    """Gives up what one of these waits for; false where none does."""
    save_report: SaveReport
    """Asks where to save a report of one of some scopes; then says where it is."""
    open_screen: Callable[[str], None]
    """Opens another screen that shows the whole story, by the name of its key."""


class MatrixScreen(RowScreen[MatrixState]):
    """Shows a `MatrixState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: what leads to other screens.
        notes: writes notes on moments and rejects what they have; None: nothing can be.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(MATRIX_KEYS)
    KEYS = ScreenKeys(MATRIX_KEYS)
    WORDS = RowWords("moment", "Keys of the matrix", FILTER_HINT)

    def __init__(
        self,
        state: MatrixState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        others: OtherScreens,
        notes: MomentNotes | None = None,
    ) -> None:
        self._notes = notes
        self._others = others
        super().__init__(state, signs, get_styles)
        self.page: MatrixPage | None = None
        """The page that was drawn last."""
        self._lines: TableLines | None = None
        self._laid_out: CoverageMatrix | None = None
        """The matrix that `_lines` are of."""

    def list_own_commands(self) -> RunCommands:
        """Return what its own keys do."""
        return {
            "next-pane": partial(self._step_article, 1),
            "previous-pane": partial(self._step_article, -1),
            **self.article_commands(
                "The column of which article?",
                lambda: self.state.article_count,
                lambda article: self.change(self.state.select_article(article)),
            ),
            "only-one": self._fold,
            "order": self._sort,
            "open": self._open,
            "compare": self._compare_quote,
            "differences": self._list_differences,
            "note": self._write_note,
            "reject": self._reject,
            "undo": self._take_back,
            "report": self._save_report,
            "matrix": no_obstacle,
            **self.whole_story_commands("matrix", self._others.open_screen),
        }

    def find_obstacles(self) -> Obstacles:
        """Return why commands cannot be done now."""
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
        """Select the cell that was clicked; read it there if it is selected already."""
        line, article = self._cell_at(row, column)
        state = self.state
        if article is not None:
            state = state.select_article(article)
        if line is not None:
            if state.lines[line] is None:
                self.change(self.state.fold_single())
                return
            state = state.select_line(line)
        if not self.change(state) and line is not None and article is not None:
            self._open()

    def cite(self) -> tuple[str, str] | None:
        """Return the moment as each article tells it."""
        row = self.state.row
        if row is None:
            return None
        count = len(row.cells)
        what = f"the moment in {count} article{'' if count == 1 else 's'} with citations"
        return cite_row(self.state.rows.matrix, row), what

    def explain_filter(self, typed: str) -> str:
        """Return how many rows are listed, and how many more perhaps would be."""
        if not typed:
            return super().explain_filter(typed)
        every = self.state.unfiltered or self.state.rows
        doubtful = every.count_doubtful(RowFilter.parse(typed, self.state.article_count))
        more = f" {doubtful} more perhaps: not surely left out." if doubtful else ""
        return f"{name_rows(self.state.rows.count)} with this: Esc lists all.{more}"

    def go_to_number(self, number: int) -> None:
        """Read a paragraph of the selected article."""
        place = find_paragraph(self.state, number)
        if place is None:
            mark = article_mark(self.state.article)
            self.show_message(f"[{mark}] has no paragraph {number}.")
        else:
            self.dismiss(place)

    def turn_page(self, share: float) -> None:
        """Select the line a share of a page further on."""
        self.step(self.lines_of_page(share))

    def close(self) -> None:
        """Stop waiting, list all rows again, or go back."""
        if not self._others.stop_waiting():
            super().close()

    def leave(self) -> None:
        """Go back, waiting for no other screen."""
        self._others.stop_waiting()
        super().leave()

    # The selected cell and what is listed

    def _step_article(self, count: int) -> None:
        if not self.change(self.state.select_article(self.state.article + count)):
            self.show_message("The last article." if count > 0 else "The first article.")

    def _fold(self) -> None:
        self.change(self.state.fold_single())
        count = len(self.state.rows.single)
        listed = "listed too" if self.state.lists_single else "not listed"
        self.show_message(f"{name_rows(count)} in one article only: {listed}.")

    def _sort(self) -> None:
        self.change(self.state.sort_by_next_order())
        self.show_message(f"Order: {name_order(self.state)}.")

    # To other screens

    def _open(self) -> None:
        """Read the moment in the selected article; on the line that folds, fold or unfold."""
        if self.state.row is None:
            self._fold()
        elif self.state.cell_to_read is not None:
            self.dismiss(self.state.cell_to_read.passages[0].place)

    def _compare_quote(self) -> None:
        cell = find_quoting_cell(self.state)
        if cell is not None:
            self._others.compare_quote(cell.passages[0].place)

    def _list_differences(self) -> None:
        differences = rank_differences(self.state.row) if self.state.row else ()
        self._others.list_differences(differences[0] if differences else None)

    def _save_report(self) -> None:
        """Save a report of this moment, or of the whole comparison."""
        row = self.state.row
        scopes = (WHOLE,) if row is None else (scope_of_row(row.number), WHOLE)
        self._others.save_report(scopes, self.show_message)

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

    def _cell_at(self, row: int, column: int) -> tuple[int | None, int | None]:
        """Return the table line at a row, and the article whose column is there or below it."""
        page, lines = self.page, self._lines
        if page is None or lines is None:
            return None, None
        line = page.rows[row] if row < len(page.rows) else None
        is_table = line is not None or row < page.heads
        return line, lines.layout.article_at(column, page.left) if is_table else None
