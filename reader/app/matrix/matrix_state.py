"""The state of the matrix screen: the selected cell, the listed rows and their order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.app.matrix.listed_rows import ListedRows, RowOrder
from reader.app.matrix.row_filter import RowFilter
from reader.articles import Article, Place
from reader.notebook.placed_entries import PlacedEntries
from reader.story.matrix.coverage_matrix import CoverageMatrix, MatrixCell, MatrixRow

_NO_NOTES = PlacedEntries()


@dataclass(frozen=True, slots=True)
class MatrixState:
    """Everything that a key of the matrix changes; every change gives a new state."""

    rows: ListedRows
    """At least one row."""
    line: int = 0
    """The position of the selected line among `lines`."""
    article: int = 0
    """The position of the selected article."""
    order: RowOrder = RowOrder.STORY
    order_article: int = 0
    """The article whose order the rows have, where `order` is that of an article."""
    filter: str = ""
    """The filter of the listed rows, as typed; empty where all are listed."""
    unfiltered: ListedRows | None = None
    """All rows, where `filter` leaves some of them out of `rows`."""
    is_unfolded: bool | None = None
    """Whether the user listed the rows in one article only; None before the user chose."""
    top: int = 0
    """The first line on the screen."""
    left: int = 0
    """The first article on the screen."""
    is_scrolled: bool = False
    """Whether the user scrolled away from the selected line."""
    notes: PlacedEntries = _NO_NOTES
    """The user's notes and rejections in the articles."""

    @property
    def lists_single(self) -> bool:
        """Whether the rows in one article only are listed: if asked for, searched for, or alone."""
        if self.is_unfolded is not None:
            return self.is_unfolded or not self.rows.shared
        return bool(self.filter) or not self.rows.shared

    @property
    def lines(self) -> tuple[MatrixRow | None, ...]:
        """The lines of the table: rows, and None for the line that folds those in one article."""
        if not self.rows.single:
            return self.rows.shared
        below = self.rows.single if self.lists_single else ()
        return (*self.rows.shared, None, *below)

    @property
    def row(self) -> MatrixRow | None:
        """The selected row; None where the line that folds is selected."""
        return self.lines[self.line]

    @property
    def cell(self) -> MatrixCell | None:
        """The selected cell; None where the article does not have the moment."""
        return self.row.cell(self.article) if self.row else None

    @property
    def cell_to_read(self) -> MatrixCell | None:
        """The cell that is read on Enter: the selected one, or the only one of a row."""
        if self.cell is None and self.row is not None and self.row.is_in_one_article:
            return self.row.cells[0]
        return self.cell

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles."""
        return self.rows.articles

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return len(self.rows.articles)

    # The selected cell

    def step(self, count: int) -> MatrixState:
        """Select the line `count` further on, or the nearest end of the table."""
        return self.select_line(self.line + count, direction=1 if count > 0 else -1)

    def select_end(self, direction: int) -> MatrixState:
        """Select the last line of the table; the first if `direction` is negative."""
        if direction < 0:
            return self.select_line(0)
        return self.select_line(len(self.lines), direction=-1)

    def select_line(self, line: int, *, direction: int = 1) -> MatrixState:
        """Select a line; the one that folds is passed over where it has nothing to unfold.

        Args:
            line: its position; outside the table, the nearest end is meant.
            direction: the side on which the next line is taken for one that is passed over.
        """
        lines = self.lines
        line = max(0, min(len(lines) - 1, line))
        if lines[line] is None and self.lists_single:
            line += direction if 0 <= line + direction < len(lines) else -direction
        return replace(self, line=line, is_scrolled=False)

    def select_row(self, row: MatrixRow) -> MatrixState:
        """Select a row, unfolding the rows of one article if needed; unchanged if not listed."""
        listed = self
        if row in self.rows.single and not self.lists_single:
            listed = replace(self, is_unfolded=True)
        if row not in listed.lines:
            return self
        return replace(listed, line=listed.lines.index(row), is_scrolled=False)

    def select_article(self, article: int) -> MatrixState:
        """Select the column of an article, or the nearest end."""
        return replace(self, article=max(0, min(self.article_count - 1, article)))

    def select_place(self, place: Place) -> MatrixState:
        """Select the cell of a paragraph, or where it is in no row its article."""
        there = self.select_article(place.article)
        row = self.rows.find(place)
        return there.select_row(row) if row else there

    def of_matrix(self, matrix: CoverageMatrix) -> MatrixState:
        """Return the same view of another matrix; a new view where the articles are others."""
        if matrix is self.rows.matrix:
            return self
        if matrix.articles != self.rows.articles:
            return MatrixState(ListedRows(matrix))
        rows = ListedRows(matrix).sorted_by(self.order, self.order_article)
        state = replace(self, rows=rows, line=0, filter="", unfiltered=None).filter_by(self.filter)
        place = self.row.cells[0].passages[0].place if self.row else None
        row = state.rows.find(place) if place else None
        return state.select_row(row) if row else state.select_line(self.line)

    def with_notes(self, notes: PlacedEntries) -> MatrixState:
        """Return the same view with the user's notes and rejections."""
        return replace(self, notes=notes)

    # What is listed

    def fold_single(self) -> MatrixState:
        """List the rows in one article only too, selecting the first of them; or fold them."""
        folded = replace(self, is_unfolded=not self.lists_single)
        if folded.lists_single:
            return folded.select_line(len(self.rows.shared) + 1)
        return folded.select_line(min(self.line, len(self.rows.shared)))

    def sort_by_next_order(self) -> MatrixState:
        """Sort by the next order, or by that of the article now selected; keep the row selected."""
        is_of_other_article = self.order is RowOrder.ARTICLE and self.order_article != self.article
        orders = list(RowOrder)
        order = (
            self.order
            if is_of_other_article
            else orders[(orders.index(self.order) + 1) % len(orders)]
        )
        return self._list(
            replace(self, order=order, order_article=self.article),
            self.rows.sorted_by(order, self.article),
        )

    def filter_by(self, typed: str) -> MatrixState:
        """List the rows that a filter matches, all of them if nothing was typed.

        The selected row stays selected if it is listed. Nothing changes if no row would be.
        """
        if typed == self.filter:
            return self
        every = self.unfiltered or self.rows
        rows = every.filtered(RowFilter.parse(typed, self.article_count)) if typed else every
        if not rows.count:
            return self
        filtered = replace(
            self, filter=typed, unfiltered=every if typed else None, is_unfolded=None, top=0
        )
        return self._list(filtered, rows.sorted_by(self.order, self.order_article))

    def scroll(self, lines: int) -> MatrixState:
        """Scroll the table by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int, left: int) -> MatrixState:
        """Set the first line and the first article on the screen, as far as could be scrolled."""
        return replace(self, top=top, left=left)

    def _list(self, state: MatrixState, rows: ListedRows) -> MatrixState:
        """Return a state with these rows in which the row selected here is selected."""
        listed = replace(state, rows=rows, line=0, is_scrolled=False)
        row = self.row
        if row is None:
            fold = len(rows.shared)
            return listed.select_line(fold)
        if row in rows.shared or row in rows.single:
            return listed.select_row(row)
        return listed.select_line(0)
