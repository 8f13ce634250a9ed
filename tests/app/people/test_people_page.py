"""How the people screen looks at a size, without a terminal."""

from __future__ import annotations

import pytest

from reader.app.people.people_layout import lay_out
from reader.app.people.people_page import draw_page
from reader.app.people.people_state import PeopleState
from reader.app.people.people_title import draw_title
from reader.app.themes.signs import ASCII, UNICODE, Signs
from reader.app.widgets.line_widget import Line, parts_width
from tests.story.people_texts import COURIER, HERALD, people_of


@pytest.fixture(scope="module")
def state() -> PeopleState:
    found = PeopleState.of_people(people_of(HERALD, COURIER))
    assert found is not None
    return found


def draw(state: PeopleState, width: int, height: int, signs: Signs = UNICODE) -> list[str]:
    page = draw_page(state, lay_out(state.article_count, width, signs), height)
    return [show(line) for line in page.lines]


def show(line: Line) -> str:
    return "".join(text for text, _ in line)


@pytest.mark.parametrize(("width", "height"), [(24, 6), (40, 13), (80, 22), (120, 38), (200, 48)])
@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_every_line_is_as_wide_as_the_screen(
    state: PeopleState, width: int, height: int, signs: Signs
) -> None:
    page = draw_page(state, lay_out(state.article_count, width, signs), height)
    assert len(page.lines) == len(page.rows) == height
    assert {parts_width(line) for line in page.lines} == {width}
    assert parts_width(draw_title(state, width, signs)) == width


def test_ascii_signs_alone_are_drawn(state: PeopleState) -> None:
    plain = [line for line in draw(state, 100, 20, ASCII) if "called" not in line]
    drawn = "".join(plain).replace("’", "'").replace("¶", "")
    assert not set(drawn) & set("█▄○·─│×")


def test_a_row_has_the_words_of_every_article(state: PeopleState) -> None:
    (line,) = [line for line in draw(state, 120, 38) if line.startswith("▶ Ida Vance")]
    assert line.split().count("1×") + line.split().count("2×") >= 2
    assert "the owner of the only ferry" in "\n".join(draw(state, 120, 38))


def test_the_selected_row_is_always_on_the_screen(state: PeopleState) -> None:
    drawn = [draw(state.select_line(line), 80, 12) for line in range(len(state.rows))]
    assert [sum(each.startswith("▶") for each in lines) for lines in drawn] == [1] * len(drawn)


def test_the_detail_has_the_words_of_the_selected_article(state: PeopleState) -> None:
    drawn = "\n".join(draw(state, 120, 38))
    assert "direct 1× 19 words" in drawn
    assert "“Nobody warned us,”" in drawn
    other = "\n".join(draw(state.select_article(1), 120, 38))
    assert "“Nobody warned us, nobody came down to the quay,”" in other


def test_named_and_not_heard_has_a_sign_of_its_own(state: PeopleState) -> None:
    (line,) = [line for line in draw(state, 120, 38) if line.strip().startswith("Arlo Pym")]
    assert "○ 1×" in line
    assert "·" in line


def test_many_articles_scroll_to_the_selected_one() -> None:
    found = PeopleState.of_people(people_of(*[HERALD] * 12))
    assert found is not None
    heads = draw(found.select_article(11), 60, 12)[0]
    assert "▶c" in heads
    assert "▶1" in draw(found, 60, 12)[0]


def test_the_title_counts_or_says_the_filter(state: PeopleState) -> None:
    title = show(draw_title(state, 120, UNICODE))
    assert "3 heard, 2 in one article only" in title
    assert "3 named, never heard" in title
    assert "1 row with “lawyer”" in show(draw_title(state.filter_by("lawyer"), 120, UNICODE))
    assert "3 heard, 3 never" in show(draw_title(state, 40, UNICODE))
