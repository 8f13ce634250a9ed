"""The listed rows of a matrix: in an order, filtered and counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import lru_cache

from reader.app.matrix.row_filter import RowFilter, searched_text
from reader.articles import Article, Place
from reader.reports.only_here_words import count_only_here
from reader.story.differences.difference import Difference
from reader.story.matrix.coverage_matrix import CoverageMatrix, MatrixCell, MatrixRow


class RowOrder(Enum):
    """An order of the rows."""

    STORY = "the story’s"
    ARTICLE = "this article’s"
    OUTLETS = "most outlets"
    DIFFERENCES = "most differences"


class ListedRows:
    """The rows of a matrix that are listed.

    Args:
        matrix: the matrix that they are of.
        rows: the rows, in the order in which they are listed; all of the matrix if None.
    """

    def __init__(self, matrix: CoverageMatrix, rows: Sequence[MatrixRow] | None = None) -> None:
        self.matrix = matrix
        listed = matrix.rows if rows is None else tuple(rows)
        self.shared = tuple(row for row in listed if not row.is_in_one_article)
        self.single = tuple(row for row in listed if row.is_in_one_article)
        sure = sum(row.is_only_here for row in self.single)
        self.only_here = count_only_here(sure, len(self.single) - sure)
        """How many rows only one article reports, in words: `17 only here, 10 perhaps`."""
        self._text = lru_cache(maxsize=None)(self._searched_text)
        self._numbered = {row.number: row for row in listed}

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the matrix."""
        return self.matrix.articles

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.shared) + len(self.single)

    def sorted_by(self, order: RowOrder, article: int) -> ListedRows:
        """Return the same rows in an order.

        Args:
            order: the order.
            article: the position of the article whose order is meant by `RowOrder.ARTICLE`.
        """
        key = _sort_key(order, article)
        return ListedRows(self.matrix, sorted((*self.shared, *self.single), key=key))

    def filtered(self, row_filter: RowFilter) -> ListedRows:
        """Return the rows that a filter lists, in this order."""
        rows = (*self.shared, *self.single)
        matching = [row for row in rows if row_filter.matches(row, self._text(row.number))]
        return ListedRows(self.matrix, matching)

    def count_doubtful(self, row_filter: RowFilter) -> int:
        """Count the rows that a filter leaves out because an article perhaps reports them."""
        rows = (*self.shared, *self.single)
        return sum(row_filter.is_doubtful(row, self._text(row.number)) for row in rows)

    def count_single(self, article: int) -> int:
        """Count the rows that one article alone reports."""
        return sum(row.cells[0].article == article for row in self.single)

    def describe_single(self, article: int) -> str:
        """Return how many rows one article alone reports: `8 only here, 12 perhaps`."""
        own = [row for row in self.single if row.cells[0].article == article]
        sure = sum(row.is_only_here for row in own)
        return count_only_here(sure, len(own) - sure) if own else ""

    def find(self, place: Place) -> MatrixRow | None:
        """Return the first row with a passage in a paragraph; None without one."""
        rows = sorted((*self.shared, *self.single), key=lambda row: row.number)
        return next((row for row in rows if _has_passage(row, place)), None)

    def _searched_text(self, number: int) -> str:
        return searched_text(self._numbered[number])


def rank_differences(row: MatrixRow) -> list[Difference]:
    """Return the differences of a moment: of facts, then of quotations, then of wording."""
    return sorted(row.differences, key=lambda difference: difference.kind.rank)


def longest_cell(row: MatrixRow) -> MatrixCell:
    """Return the cell whose passages have the most words, of several the first."""
    return max(row.cells, key=count_cell_words)


def count_cell_words(cell: MatrixCell) -> int:
    """Return how many words the passages of a cell have."""
    return sum(len(passage.text.split()) for passage in cell.passages)


def _has_passage(row: MatrixRow, place: Place) -> bool:
    cell = row.cell(place.article)
    return cell is not None and any(passage.place == place for passage in cell.passages)


def _sort_key(order: RowOrder, article: int) -> Callable[[MatrixRow], tuple[int, ...]]:
    """Return the key of an order; the story's order decides between equals."""

    def by_article(row: MatrixRow) -> tuple[int, ...]:
        cell = row.cell(article)
        if cell is None:
            return 1, row.number
        first = cell.passages[0]
        return 0, first.number, first.start, row.number

    def by_differences(row: MatrixRow) -> tuple[int, ...]:
        facts = sum(difference.kind.is_fact for difference in row.differences)
        return -facts, -len(row.differences), row.number

    keys: dict[RowOrder, Callable[[MatrixRow], tuple[int, ...]]] = {
        RowOrder.STORY: lambda row: (row.number,),
        RowOrder.ARTICLE: by_article,
        RowOrder.OUTLETS: lambda row: (-len(row.cells), row.number),
        RowOrder.DIFFERENCES: by_differences,
    }
    return keys[order]
