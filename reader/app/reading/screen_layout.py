"""The sizes of the parts of the reading screen."""

from __future__ import annotations

from typing import NamedTuple

from reader.app.reading import link_map
from reader.app.reading.display_options import DisplayOptions
from reader.app.reading.why_size import WhySize, drawer_height, whole_drawer_height
from reader.app.widgets.bars import header_height

SMALLEST_COLUMNS, SMALLEST_ROWS = 24, 8
"""The smallest terminal in which anything can be read."""
_BAR_ROWS = 2
"""Rows of the title bar and the key line."""


class ScreenLayout(NamedTuple):
    """Rows and columns of each part, for one size of the screen."""

    columns: int
    rows: int
    header_rows: int
    why_rows: int
    """Rows of the drawer, 0 while it is closed."""
    map_columns: int
    """Columns of the map, 0 while it is closed."""
    pane_columns: tuple[int, ...]
    """Columns of each pane, from left to right; the wider ones are on the left."""

    @classmethod
    def of(
        cls,
        columns: int,
        rows: int,
        options: DisplayOptions,
        articles: int,
        panes: int,
        why_lines: int = 0,
    ) -> ScreenLayout:
        """Return the layout of a screen.

        Args:
            columns: columns of the screen.
            rows: rows of the screen.
            options: what is shown beside the text.
            articles: how many articles are open.
            panes: how many of them are on the screen.
            why_lines: how many lines the drawer needs for everything; 0 where in brief is enough.
        """
        map_columns = 0
        if options.shows_map(columns, articles):
            map_columns = min(link_map.map_width(articles), columns // 3)
        share, wider = divmod(columns - map_columns, panes)
        return cls(
            columns=columns,
            rows=rows,
            header_rows=header_height(rows),
            why_rows={
                WhySize.CLOSED: 0,
                WhySize.BRIEF: max(drawer_height(rows, panes), min(why_lines, rows // 3)),
                WhySize.WHOLE: whole_drawer_height(why_lines, rows),
            }[options.why],
            map_columns=map_columns,
            pane_columns=tuple(share + (number < wider) for number in range(panes)),
        )

    @property
    def is_too_small(self) -> bool:
        """Whether nothing can be read at this size."""
        return self.columns < SMALLEST_COLUMNS or self.rows < SMALLEST_ROWS

    @property
    def pane_rows(self) -> int:
        """Rows of a pane."""
        return max(1, self.rows - _BAR_ROWS - self.why_rows - self.header_rows)

    def pane_at(self, column: int) -> int | None:
        """Return the pane, counted from the left, that has a column of the screen."""
        right = 0
        for number, width in enumerate(self.pane_columns):
            right += width
            if column < right:
                return number
        return None
