"""The columns of the people screen for a width."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.themes.signs import Signs

_NARROWEST_NAME, _WIDEST_NAME = 16, 28
_WIDEST_COLUMN = 20
_LEAST_COLUMN = 6
"""Cells of an article: a space, and a number of four digits or a sign."""
_BAR_FROM = 10
"""Cells of an article from which on it has a bar."""
_TIMES_FROM = 14
"""Cells of an article from which on it says how often."""
_LONGEST_BAR = 6
_LEAST_CALLED = 20
"""Free cells from which on there is a column for descriptions of people."""


@dataclass(frozen=True, slots=True)
class PeopleLayout:
    """The columns of the rows, whose widths add up to that of the screen."""

    width: int
    signs: Signs
    name_width: int
    """Cells of the name, with the sign of the selected row before it."""
    column_width: int
    """Cells of an article, with one before the text."""
    visible: int
    """How many articles are shown."""
    called_width: int
    """Cells of the description of a person, with the gap before it; 0: it is left out."""

    @property
    def bar_width(self) -> int:
        """Cells of the bar of an article; 0: there is none."""
        spare = self.column_width - _BAR_FROM + 3
        return 0 if self.column_width < _BAR_FROM else min(_LONGEST_BAR, spare)

    @property
    def has_times(self) -> bool:
        """Whether a cell shows how often somebody is quoted."""
        return self.column_width >= _TIMES_FROM

    def first_article(self, article: int, left: int, count: int) -> int:
        """Return the first article on the screen, where one must be shown.

        Args:
            article: the one that must be shown.
            left: the first one on the screen so far.
            count: how many there are.
        """
        left = max(0, min(left, count - self.visible))
        return min(max(left, article - self.visible + 1), article)

    def article_at(self, column: int, left: int) -> int | None:
        """Return the article whose column is at a cell of a line; None beside the columns."""
        number = (column - self.name_width) // self.column_width
        return left + number if 0 <= number < self.visible else None


def lay_out(count: int, width: int, signs: Signs) -> PeopleLayout:
    """Return the columns for a width.

    Args:
        count: how many articles there are.
        width: cells of a line.
        signs: the signs.
    """
    name = max(_NARROWEST_NAME, min(_WIDEST_NAME, width * 3 // 10))
    fitting = max(1, (width - name) // _LEAST_COLUMN)
    visible = min(count, fitting)
    rest = width - name
    called = 0
    column = min(_WIDEST_COLUMN, rest // visible)
    for wanted in (_WIDEST_COLUMN - 2, _TIMES_FROM, _BAR_FROM):
        if rest - visible * wanted >= _LEAST_CALLED:
            column = wanted
            called = rest - visible * wanted
            break
    if column < _BAR_FROM:
        column = min(column, _LEAST_COLUMN + 1)
    name += rest - visible * column - called
    return PeopleLayout(width, signs, name, column, visible, called)
