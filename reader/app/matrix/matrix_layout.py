"""The columns of the matrix for a width: the content of cells, and how many articles fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.app.themes.signs import Signs
from reader.story.matrix.coverage_matrix import CoverageMatrix

_MOST_MARKS = 12
"""Articles whose marks are listed in the column `in`; more are counted."""
_WIDEST_COLUMN = 14
_WIDEST_LABEL = 72
_WIDEST_DIFFERENCE = 44
_AMPLE_LABEL = 52
"""Cells of a label from which on the names of the articles get more room before it does."""
_NARROWEST_LABEL = 12
_DIFFERENCE_GAP = 2
"""Empty cells before what differs."""


class CellForm(Enum):
    """How much of a cell is shown."""

    FULL = "letter, number, several passages, copy, differs"
    NUMBER = "letter, number and one sign"
    LETTER = "letter and one sign"


class _TableForm(NamedTuple):
    """A form of the table, and the fewest cells of its columns of words."""

    form: CellForm
    label: int
    difference: int
    """0: the column is left out."""


_TABLE_FORMS = (
    _TableForm(CellForm.FULL, 32, 24),
    _TableForm(CellForm.NUMBER, 28, 18),
    _TableForm(CellForm.FULL, 28, 0),
    _TableForm(CellForm.NUMBER, 22, 0),
    _TableForm(CellForm.LETTER, 16, 0),
)
"""Forms in which all articles are shown, the best first."""
_SCROLLING_NUMBERS_FROM = 60
"""Cells from which on the columns that are shown of too many articles have numbers."""


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """The columns of the table, whose widths add up to at most that of the screen."""

    width: int
    """Cells of a line."""
    signs: Signs
    form: CellForm
    digits: int
    """Digits of the greatest paragraph number."""
    label_width: int
    """Cells of the label, without the sign of the selected line before it."""
    column_width: int
    """Cells of an article, with one before the text."""
    visible: int
    """How many articles are shown."""
    article_count: int
    count_width: int
    """Cells of the column `in`, with one before the text; 0: it is left out."""
    difference_width: int
    """Cells of what differs, with the gap before it; 0: it is left out."""

    @property
    def cell_width(self) -> int:
        """Cells of the text of a table cell."""
        return _CELL_SIGNS[self.form] + (self.digits if self.form is not CellForm.LETTER else 0)

    @property
    def lists_marks(self) -> bool:
        """Whether the column `in` has the marks of the articles, because not all are shown."""
        return self.visible < self.article_count <= _MOST_MARKS

    def first_article(self, article: int, left: int) -> int:
        """Return the first article on the screen, where one must be shown.

        Args:
            article: the one that must be shown.
            left: the first one on the screen so far.
        """
        left = max(0, min(left, self.article_count - self.visible))
        return min(max(left, article - self.visible + 1), article)

    def article_at(self, column: int, left: int) -> int | None:
        """Return the article whose column is at a cell of a line; None beside the columns."""
        number = (column - 1 - self.label_width) // self.column_width
        return left + number if 0 <= number < self.visible else None


_CELL_SIGNS = {CellForm.FULL: 4, CellForm.NUMBER: 2, CellForm.LETTER: 2}
"""Cells of letter and signs of a cell."""
_GAPS = {CellForm.FULL: 2, CellForm.NUMBER: 1, CellForm.LETTER: 1}
"""Empty cells between two columns."""


def lay_out(matrix: CoverageMatrix, width: int, signs: Signs) -> MatrixLayout:
    """Return the columns for a width.

    Args:
        matrix: the matrix.
        width: cells of a line.
        signs: the signs.
    """
    digits = _count_digits(matrix)
    count = len(matrix.articles)
    has_differences = any(row.differences for row in matrix.rows)
    for form, label, difference in _TABLE_FORMS:
        if difference and not has_differences:
            continue
        columns = count * _column_width(form, digits)
        counted = 1 + max(2, len(str(len(matrix.articles))))
        rest = width - 1 - columns - counted - (_DIFFERENCE_GAP + difference if difference else 0)
        if rest >= label:
            return _share_out(matrix, width, signs, _TableForm(form, label, difference))
    return _lay_out_some(matrix, width, signs)


def _share_out(
    matrix: CoverageMatrix, width: int, signs: Signs, wanted: _TableForm
) -> MatrixLayout:
    """Return the columns of all articles, which share what is left of the width."""
    count, digits = len(matrix.articles), _count_digits(matrix)
    column = _column_width(wanted.form, digits)
    counted = 1 + max(2, len(str(count)))
    difference = _DIFFERENCE_GAP + wanted.difference if wanted.difference else 0
    rest = width - 1 - count * column - counted - difference - wanted.label
    label = wanted.label
    # First what names a moment, then what differs in it, then the names of the articles.
    more = min(rest, max(0, _AMPLE_LABEL - label))
    label, rest = label + more, rest - more
    if difference:
        more = min(rest, max(0, _WIDEST_DIFFERENCE - difference))
        difference, rest = difference + more, rest - more
    if wanted.form is CellForm.FULL:
        more = max(0, min(rest // count, _WIDEST_COLUMN - column))
        column, rest = column + more, rest - count * more
    label += min(rest, _WIDEST_LABEL - label)
    return MatrixLayout(
        width, signs, wanted.form, digits, label, column, count, count, counted, difference
    )


def _lay_out_some(matrix: CoverageMatrix, width: int, signs: Signs) -> MatrixLayout:
    """Return the columns of as many articles as fit beside the label."""
    count, digits = len(matrix.articles), _count_digits(matrix)
    has_numbers = width >= _SCROLLING_NUMBERS_FROM
    form = CellForm.NUMBER if has_numbers else CellForm.LETTER
    column = _column_width(form, digits)
    marks = count if count <= _MOST_MARKS else 2 * len(str(count)) + 1
    counted = 1 + max(2, marks)
    label = max(_NARROWEST_LABEL, width * 2 // 5)
    if width - 1 - label - counted < column:
        counted = 0
        label = max(1, min(label, width - 1 - column))
    visible = max(1, min(count, (width - 1 - label - counted) // column))
    label = max(1, width - 1 - counted - visible * column)
    return MatrixLayout(width, signs, form, digits, label, column, visible, count, counted, 0)


def _column_width(form: CellForm, digits: int) -> int:
    text = _CELL_SIGNS[form] + (digits if form is not CellForm.LETTER else 0)
    return text + _GAPS[form]


def _count_digits(matrix: CoverageMatrix) -> int:
    """Return the digits of the greatest paragraph number, at least 2."""
    numbers = (
        passage.number for row in matrix.rows for cell in row.cells for passage in cell.passages[:1]
    )
    return max(2, len(str(max(numbers, default=1))))
