from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.reading.link_map import (
    MapColumn,
    articles_on_map,
    find_map_place,
    map_lines,
    map_width,
)
from reader.app.themes.signs import ASCII, UNICODE
from reader.app.widgets.line_widget import parts_width

signs_of_links = st.sampled_from([UNICODE.same, UNICODE.related])
columns = st.lists(
    st.tuples(
        st.integers(0, 3000),
        st.floats(-0.5, 1),
        st.floats(0, 1),
        st.dictionaries(st.integers(0, 2999), signs_of_links, max_size=5),
    ),
    min_size=1,
    max_size=12,
).map(
    lambda rows: [
        MapColumn(
            position,
            count,
            begin,
            begin + length,
            {index: sign for index, sign in marks.items() if index < count},
        )
        for position, (count, begin, length, marks) in enumerate(rows)
    ]
)


def text_of(line) -> str:
    return "".join(text for text, _ in line)


@given(columns, st.integers(0, 70), st.sampled_from([UNICODE, ASCII]))
def test_the_map_stays_within_its_place(columns, height, signs):
    lines = map_lines(columns, 0, height, signs)
    assert len(lines) <= height
    assert all(parts_width(line) <= map_width(len(columns)) for line in lines)


@given(columns, st.integers(3, 70))
def test_no_match_is_left_off_the_map(columns, height):
    lines = map_lines(columns, 0, height, UNICODE)
    assert lines
    for position, column in enumerate(columns):
        cell = 2 + 2 * position
        drawn = "".join(text_of(line)[cell : cell + 1] for line in lines[2:])
        if UNICODE.same in column.marks.values():
            assert UNICODE.same in drawn
        elif UNICODE.related in column.marks.values():
            assert UNICODE.related in drawn


def test_marks_are_in_the_order_of_the_article():
    marks = {2: UNICODE.here, 50: UNICODE.same, 97: UNICODE.related}
    lines = map_lines([MapColumn(0, 100, 0.0, 0.3, marks)], 0, 20, UNICODE)
    drawn = [text_of(line)[2:3] for line in lines[2:]]
    places = [drawn.index(sign) for sign in (UNICODE.here, UNICODE.same, UNICODE.related)]
    assert places == sorted(places)
    assert places[1] == pytest.approx(len(drawn) / 2, abs=1)


def test_an_article_that_fits_has_one_row_a_paragraph():
    lines = map_lines([MapColumn(0, 7, 0.0, 1.0, {3: UNICODE.same})], 0, 20, UNICODE)
    assert len(lines) == 2 + 7
    assert UNICODE.same in text_of(lines[2 + 3])


def test_the_stretch_on_the_screen_has_another_ground():
    lines = map_lines([MapColumn(0, 10, 0.2, 0.5, {})], 0, 20, UNICODE)
    rows = [n for n, line in enumerate(lines[2:]) if any("bar" in style for _, style in line)]
    assert rows == [2, 3, 4]


def test_an_article_off_the_screen_has_none():
    lines = map_lines([MapColumn(0, 10, -1.0, -1.0, {})], 0, 20, UNICODE)
    assert not any("bar" in style for line in lines for _, style in line)


def test_every_article_is_named_by_its_mark():
    lines = map_lines([MapColumn(n, 5, 0, 1, {}) for n in (0, 4, 11)], 4, 20, UNICODE)
    assert text_of(lines[1]).split() == ["1", "5", "c"]


def test_a_tall_map_explains_its_signs():
    page = "\n".join(
        text_of(line) for line in map_lines([MapColumn(0, 5, 0, 1, {})], 0, 40, UNICODE)
    )
    for words in ("you are here", "same moment", "related", "on screen"):
        assert words in page


@pytest.mark.parametrize("count", range(1, 40))
def test_the_map_asks_for_room_for_all_its_articles(count):
    assert articles_on_map(map_width(count)) >= count


@given(columns, st.integers(4, 60))
def test_every_sign_leads_to_a_paragraph_that_has_it(columns, height):
    lines = map_lines(columns, 0, height, UNICODE)
    wrong = []
    for row, line in enumerate(lines):
        text = "".join(part for part, _ in line)
        for number, column in enumerate(columns):
            found = find_map_place(columns, height, row, 2 + 2 * number)
            if found is None:
                continue
            article, index = found
            is_marked = text[2 + 2 * number] not in (UNICODE.dot, " ")
            if article != column.position or is_marked != (index in column.marks):
                wrong.append((row, found))
    assert wrong == []


def test_the_legend_and_the_edges_lead_nowhere():
    columns = [MapColumn(0, 5, 0.0, 1.0, {}), MapColumn(1, 2, 0.0, 1.0, {})]
    assert find_map_place(columns, 40, 3, 2) == (0, 1)
    assert find_map_place(columns, 40, 3, 4) == (1, 1)
    outside = ((0, 2), (1, 2), (7, 2), (4, 4), (3, 0), (3, 6), (38, 2))
    assert {find_map_place(columns, 40, row, column) for row, column in outside} == {None}
