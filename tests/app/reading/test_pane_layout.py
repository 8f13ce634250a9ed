from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.app.reading.pane_layout import PAIR_FROM_COLUMNS, PaneLayout, panes_that_fit

articles = st.integers(0, 7)
operations = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["focus_on", "hide"]), articles),
        st.tuples(st.just("move"), st.integers(-3, 3)),
        st.tuples(st.just("step"), st.sampled_from([-1, 1]), st.integers(1, 9)),
        st.tuples(st.sampled_from(["zoom", "evenly"])),
        st.tuples(st.just("prefer"), st.permutations(range(8))),
    ),
    max_size=25,
)


def changed(layout: PaneLayout, operation: tuple[object, ...]) -> PaneLayout:
    name, *arguments = operation
    count = len(layout.order)
    if name == "prefer":
        ranked = [article for article in arguments[0] if article < count]
        return layout.prefer(ranked)
    if name in {"focus_on", "hide"}:
        arguments = [min(arguments[0], count - 1)]
    return getattr(layout, str(name))(*arguments)


@given(st.integers(1, 8), operations, st.integers(1, 9))
def test_every_operation_keeps_every_article_once(count, operations, capacity):
    layout = PaneLayout.of(count)
    assert layout.visible(capacity)
    for operation in operations:
        layout = changed(layout, operation)
        assert sorted(layout.order) == list(range(count))
        assert sorted(layout.priority) == list(range(count))
        visible = layout.visible(capacity)
        assert layout.focus in visible, f"{operation} lost the article being read"
        assert layout.focus not in layout.hidden
        assert 1 <= len(visible) <= capacity
        assert list(visible) == [article for article in layout.order if article in visible]


@given(st.integers(1, 8), st.data())
def test_the_last_article_stays(count, data):
    layout = PaneLayout.of(count)
    for article in data.draw(st.permutations(range(count))):
        layout = layout.hide(article)
    assert len(layout.visible(9)) == 1


def test_hiding_the_article_being_read_reads_the_one_to_its_right():
    assert PaneLayout.of(3).focus_on(1).hide(1).focus == 2
    assert PaneLayout.of(3).focus_on(2).hide(2).focus == 1


def test_reading_an_article_brings_it_onto_the_screen():
    layout = PaneLayout.of(5)
    assert 4 not in layout.visible(2)
    assert layout.focus_on(4).visible(2) == (0, 4)
    assert layout.focus_on(4).focus == 4


def test_the_panes_keep_their_order():
    assert PaneLayout.of(5).focus_on(1).focus_on(3).visible(3) == (0, 1, 3)


def test_stepping_goes_round_and_leaves_out_what_is_hidden():
    layout = PaneLayout.of(4).hide(1)
    places = [layout.focus]
    for _ in range(3):
        layout = layout.step(1, 4)
        places.append(layout.focus)
    assert places == [0, 2, 3, 0]
    assert layout.step(-1, 4).focus == 3


def test_stepping_stays_on_the_screen_until_its_edge():
    layout = PaneLayout.of(5).focus_on(3).focus_on(0)
    assert layout.visible(2) == (0, 3)
    layout = layout.step(1, 2)
    assert (layout.focus, layout.visible(2)) == (3, (0, 3))
    layout = layout.step(1, 2)
    assert (layout.focus, layout.visible(2)) == (4, (3, 4))
    layout = layout.step(-1, 2).step(-1, 2)
    assert (layout.focus, layout.visible(2)) == (2, (2, 3))


@given(st.integers(2, 8), operations, st.integers(1, 9), st.sampled_from([-1, 1]))
def test_steps_reach_every_article_that_is_not_hidden(count, operations, capacity, direction):
    layout = PaneLayout.of(count)
    for operation in operations:
        layout = changed(layout, operation)
    assume(not layout.is_zoomed)
    shown, reached = set(range(count)) - layout.hidden, set()
    for _ in range(2 * count):
        layout = layout.step(direction, capacity)
        reached.add(layout.focus)
    assert reached == shown


def test_round_the_last_one_the_first_comes_with_those_that_follow():
    layout = PaneLayout.of(5).focus_on(3).focus_on(4)
    assert layout.visible(2) == (3, 4)
    layout = layout.step(1, 2)
    assert (layout.focus, layout.visible(2)) == (0, (0, 1))
    layout = layout.step(-1, 2)
    assert (layout.focus, layout.visible(2)) == (4, (3, 4))


@given(st.integers(1, 8), st.sampled_from([-1, 1]))
def test_stepping_where_all_are_on_the_screen_reaches_all(count, direction):
    layout, reached = PaneLayout.of(count), set()
    for _ in range(count):
        layout = layout.step(direction, count)
        reached.add(layout.focus)
    assert reached == set(range(count))


def test_an_article_that_comes_back_goes_where_it_was_and_is_read():
    layout = PaneLayout.of(4).focus_on(1)
    removed = layout.rearranged((0, 2, 3))
    back = removed.rearranged((0, None, 1, 2), layout)
    assert back.order == (0, 1, 2, 3)
    assert back.focus == 1


def test_the_panes_beside_an_article_that_comes_back_are_those_it_had():
    layout = PaneLayout.of(5).focus_on(3).focus_on(1)
    assert layout.visible(2) == (1, 3)
    back = layout.rearranged((0, 2, 3, 4)).rearranged((0, None, 1, 2, 3), layout)
    assert (back.focus, back.visible(2)) == (1, (1, 3))


def test_panes_moved_in_between_stay_where_they_are_when_an_article_comes_back():
    layout = PaneLayout.of(3).focus_on(0)
    moved = layout.rearranged((1, 2)).move(1)
    assert moved.order == (1, 0)
    assert moved.rearranged((None, 0, 1), layout).order == (0, 2, 1)


def test_moving_stops_at_the_edges():
    layout = PaneLayout.of(3).focus_on(2)
    assert layout.move(1).order == (0, 1, 2)
    assert layout.move(-1).order == (0, 2, 1)
    assert layout.move(-9).order == (2, 0, 1)


def test_zoom_shows_one_article_and_the_same_others_again():
    layout = PaneLayout.of(5).focus_on(2)
    assert layout.zoom().visible(5) == (2,)
    assert layout.zoom().zoom() == layout
    assert layout.zoom().evenly().visible(5) == (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("columns", "panes"), [(1, 1), (40, 1), (PAIR_FROM_COLUMNS - 1, 1), (80, 2), (120, 3), (200, 5)]
)
def test_as_many_panes_fit_as_can_be_read(columns, panes):
    assert panes_that_fit(columns) == panes


def test_a_wider_window_never_holds_fewer_panes():
    counts = [panes_that_fit(columns) for columns in range(1, 300)]
    assert counts == sorted(counts)
