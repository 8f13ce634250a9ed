from __future__ import annotations

import pytest

from reader.app.reading.display_options import (
    MAP_FROM_COLUMNS,
    MAP_POSSIBLE_FROM_COLUMNS,
    DisplayOptions,
)


@pytest.mark.parametrize(
    ("columns", "articles", "is_shown"),
    [(MAP_FROM_COLUMNS, 2, True), (MAP_FROM_COLUMNS - 1, 2, False), (200, 1, False)],
)
def test_the_map_is_shown_where_there_is_room_for_it(columns, articles, is_shown):
    assert DisplayOptions().shows_map(columns, articles) is is_shown


def test_what_the_user_chose_holds_at_every_width_that_has_room():
    opened = DisplayOptions().toggle_map(80, 3)
    assert opened.shows_map(80, 3)
    assert opened.shows_map(MAP_POSSIBLE_FROM_COLUMNS, 3)
    assert not opened.shows_map(MAP_POSSIBLE_FROM_COLUMNS - 1, 3)
    closed = DisplayOptions().toggle_map(200, 3)
    assert not closed.shows_map(200, 3)
    assert closed.toggle_map(200, 3).shows_map(200, 3)
