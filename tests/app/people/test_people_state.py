"""Who is selected and listed on the people screen, without a terminal."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.people.listed_people import HEARD, HEARD_ONCE, OTHERS, SILENT, PeopleOrder
from reader.app.people.people_state import PeopleState
from reader.articles import Place
from tests.story.people_texts import COURIER, HERALD, people_of


def make_state(*texts: str) -> PeopleState:
    state = PeopleState.of_people(people_of(*(texts or (HERALD, COURIER))))
    assert state is not None
    return state


@pytest.fixture(scope="module")
def state() -> PeopleState:
    return make_state()


def names(state: PeopleState) -> list[str]:
    return [row.name for row in state.rows]


def test_rows_are_in_sections_those_with_most_words_first(state: PeopleState) -> None:
    assert [section.heading for section in state.sections] == [HEARD, SILENT, OTHERS]
    assert names(state)[0] == "Ida Vance"
    assert len(state.rows) == len(state.people.persons) + len(state.people.others)


def test_nobody_makes_no_state() -> None:
    assert PeopleState.of_people(people_of("Rain\n\nIt rained.")) is None


def test_orders_follow_each_other_and_the_row_stays_selected(state: PeopleState) -> None:
    selected = state.select_line(2)
    by_name = selected.sort_by_next_order()
    assert by_name.order is PeopleOrder.NAME
    assert [name.split()[-1] for name in names(by_name)[:6]] == [
        "Brodt", "Pym", "Ross", "Teague", "Vance", "Wiech",
    ]  # fmt: skip
    assert by_name.row == selected.row
    once = by_name.sort_by_next_order()
    assert once.sections[0].heading == HEARD_ONCE
    assert once.sort_by_next_order().order is PeopleOrder.WORDS


def test_folding_leaves_out_those_in_one_article_only(state: PeopleState) -> None:
    folded = state.fold()
    assert names(folded) == ["Ida Vance", "Marian Teague"]
    assert folded.counts.in_one_article == len(state.rows) - 2
    assert names(folded.fold()) == names(state)
    alone = make_state(HERALD)
    assert alone.fold() == alone


def test_a_filter_has_words_and_articles(state: PeopleState) -> None:
    assert names(state.filter_by("lawyer")) == ["Arlo Pym"]
    assert names(state.filter_by("warn 2")) == ["Lena Brodt"]
    assert "Lena Brodt" not in names(state.filter_by("-2"))
    assert state.filter_by("nobody at all") == state
    filtered = state.filter_by("owner")
    assert names(filtered) == ["Ida Vance"]
    assert names(filtered.filter_by("")) == names(state)


def test_the_paragraph_that_is_read_selects_who_is_heard_there(state: PeopleState) -> None:
    place = state.people.persons[0].cells[1].speeches[0].passage.place
    selected = state.select_place(place)
    assert (selected.row.name, selected.article) == ("Ida Vance", 1)
    assert state.select_place(Place(1, 0)).article == 1


def test_the_only_cell_of_a_row_is_read_from_any_column(state: PeopleState) -> None:
    brodt = state.select_line(names(state).index("Lena Brodt"))
    assert brodt.cell is None
    assert brodt.cell_to_read is brodt.row.cells[0]
    ross = state.select_line(names(state).index("Ida Vance")).select_article(1)
    assert ross.cell_to_read is ross.row.cells[1]


def test_other_people_of_the_same_articles_keep_the_view(state: PeopleState) -> None:
    changed = state.sort_by_next_order().filter_by("owner").select_article(1)
    again = changed.of_people_again(people_of(HERALD, COURIER))
    assert again is not None
    assert (again.order, again.article, again.row.name) == (PeopleOrder.NAME, 1, "Ida Vance")
    other = changed.of_people_again(people_of(HERALD))
    assert other is not None
    assert (other.order, other.article) == (PeopleOrder.WORDS, 0)


KEYS = ("j", "k", "G", "g", "S", "o", "/owner", "/", "l", "h", "J", "K")


def press(state: PeopleState, key: str) -> PeopleState:
    """Return the state after a key."""
    if key.startswith("/"):
        return state.filter_by(key[1:])
    return {
        "j": lambda: state.step(1),
        "k": lambda: state.step(-1),
        "G": lambda: state.select_end(1),
        "g": lambda: state.select_end(-1),
        "S": state.sort_by_next_order,
        "o": state.fold,
        "l": lambda: state.select_article(state.article + 1),
        "h": lambda: state.select_article(state.article - 1),
        "J": lambda: state.scroll(1),
        "K": lambda: state.scroll(-1),
    }[key]()


@given(st.lists(st.sampled_from(KEYS), max_size=12))
def test_whatever_is_pressed_a_listed_row_is_selected(keys: list[str]) -> None:
    states = list(accumulate(keys, press, initial=STATE))
    assert len(states) == len(keys) + 1
    assert all(state.row in state.rows for state in states)
    assert all(0 <= state.article < state.article_count for state in states)


STATE = make_state()
