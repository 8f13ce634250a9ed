from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.reading.display_options import DisplayOptions
from reader.app.reading.screen_layout import SMALLEST_COLUMNS, SMALLEST_ROWS, ScreenLayout


@given(
    st.integers(SMALLEST_COLUMNS, 300),
    st.integers(SMALLEST_ROWS, 100),
    st.integers(1, 12),
    st.integers(1, 7),
    st.booleans(),
)
def test_the_parts_fill_the_screen_exactly(columns, rows, articles, panes, has_why):
    options = DisplayOptions(has_why=has_why)
    layout = ScreenLayout.of(columns, rows, options, articles, panes)
    assert sum(layout.pane_columns) + layout.map_columns == columns
    assert max(layout.pane_columns) - min(layout.pane_columns) <= 1
    assert list(layout.pane_columns) == sorted(layout.pane_columns, reverse=True)
    assert layout.pane_rows + layout.header_rows + layout.why_rows + 2 == rows
    assert (layout.why_rows > 0) is has_why


def test_a_column_belongs_to_the_pane_above_it():
    layout = ScreenLayout.of(101, 30, DisplayOptions(), 3, 2)
    assert layout.pane_columns == (51, 50)
    assert [layout.pane_at(column) for column in (0, 50, 51, 100)] == [0, 0, 1, 1]
    assert layout.pane_at(101) is None


@pytest.mark.parametrize(
    ("columns", "rows", "is_too_small"),
    [
        (SMALLEST_COLUMNS, SMALLEST_ROWS, False),
        (SMALLEST_COLUMNS - 1, SMALLEST_ROWS, True),
        (SMALLEST_COLUMNS, SMALLEST_ROWS - 1, True),
    ],
)
def test_a_screen_is_too_small_below_the_smallest_size(columns, rows, is_too_small):
    layout = ScreenLayout.of(columns, rows, DisplayOptions(), 2, 1)
    assert layout.is_too_small is is_too_small
    assert layout.pane_rows >= 1
