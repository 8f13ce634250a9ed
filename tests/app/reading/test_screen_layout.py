from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.reading.display_options import DisplayOptions
from reader.app.reading.screen_layout import SMALLEST_COLUMNS, SMALLEST_ROWS, ScreenLayout
from reader.app.reading.why_size import WhySize


@given(
    st.integers(SMALLEST_COLUMNS, 300),
    st.integers(SMALLEST_ROWS, 100),
    st.integers(1, 12),
    st.integers(1, 7),
    st.sampled_from(WhySize),
    st.integers(0, 100),
)
def test_the_parts_fill_the_screen_exactly(columns, rows, articles, panes, why, why_lines):
    options = DisplayOptions(why=why)
    layout = ScreenLayout.of(columns, rows, options, articles, panes, why_lines)
    assert sum(layout.pane_columns) + layout.map_columns == columns
    assert max(layout.pane_columns) - min(layout.pane_columns) <= 1
    assert list(layout.pane_columns) == sorted(layout.pane_columns, reverse=True)
    assert layout.pane_rows + layout.header_rows + layout.why_rows + 2 == rows
    assert (layout.why_rows > 0) is (why is not WhySize.CLOSED)


@pytest.mark.parametrize(("columns", "rows", "most"), [(80, 24, 5), (120, 40, 7)])
def test_the_text_has_the_screen_but_for_a_few_rows(columns, rows, most):
    panes = columns // 40
    assert rows - ScreenLayout.of(columns, rows, DisplayOptions(), 5, panes).pane_rows <= most


def test_the_whole_drawer_takes_what_it_needs_up_to_half_of_the_screen():
    whole = DisplayOptions(why=WhySize.WHOLE)
    assert ScreenLayout.of(80, 24, whole, 5, 2, why_lines=7).why_rows == 7
    assert ScreenLayout.of(80, 24, whole, 5, 2, why_lines=70).why_rows == 12


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
