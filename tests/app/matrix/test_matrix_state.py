"""What keys change: the selected cell, the rows that are listed, their order."""

from __future__ import annotations

import pytest

from reader.app.matrix.listed_rows import ListedRows, RowOrder
from reader.app.matrix.matrix_state import MatrixState
from reader.articles import Place

ROWS = (
    "r9 r2 .",
    ". r5! r6!",
    "r4 . .",
    "r3 r7 r8",
    "? . r1",
)


@pytest.fixture
def state(make_matrix):
    return MatrixState(ListedRows(make_matrix(*ROWS)))


def listed(state):
    return [row.number if row else None for row in state.lines]


def test_rows_in_one_article_are_folded_below_a_line(state):
    assert listed(state) == [1, 2, 4, None]
    assert listed(state.fold_single()) == [1, 2, 4, None, 3, 5]
    assert listed(state.fold_single().fold_single()) == [1, 2, 4, None]


def test_the_fold_line_is_selected_only_where_it_unfolds_something(state):
    on_fold = state.step(3)
    assert on_fold.row is None
    assert on_fold.step(1) == on_fold
    unfolded = on_fold.fold_single()
    assert unfolded.row.number == 3
    assert unfolded.step(-1).row.number == 4
    assert unfolded.step(-1).step(1).row.number == 3
    assert unfolded.fold_single().row is None


@pytest.mark.parametrize("count", [-100, -1, 1, 2, 3, 100])
def test_steps_stay_in_the_table(state, count):
    for each in (state, state.fold_single()):
        assert 0 <= each.step(count).line < len(each.lines)
        assert each.select_article(count).article in range(3)


def test_without_shared_rows_those_in_one_article_are_listed(make_matrix):
    state = MatrixState(ListedRows(make_matrix("r1 .", ". r2"))).select_line(0)
    assert state.lists_single
    assert state.row.number == 1
    assert state.step(-1).row.number == 1


def test_a_place_selects_its_cell_and_unfolds_what_is_in_one_article(state):
    there = state.select_place(Place(2, 7))
    assert (there.row.number, there.article, there.cell.passages[0].number) == (4, 2, 8)
    alone = state.select_place(Place(2, 0))
    assert alone.row.number == 5
    assert alone.lists_single
    nowhere = state.step(1).select_place(Place(1, 99))
    assert (nowhere.row.number, nowhere.article) == (2, 1)


def test_orders_follow_each_other_and_the_row_stays_selected(state):
    orders = []
    each = state.step(1)
    for _ in range(4):
        each = each.sort_by_next_order()
        orders.append(each.order)
        assert each.row.number == 2
    assert orders == [RowOrder.ARTICLE, RowOrder.OUTLETS, RowOrder.DIFFERENCES, RowOrder.STORY]
    assert listed(each) == listed(state)


def test_in_another_column_the_order_is_that_of_its_article_first(state):
    first = state.sort_by_next_order()
    assert listed(first)[:3] == [4, 1, 2]
    other = first.select_article(2).sort_by_next_order()
    assert (other.order, other.order_article) == (RowOrder.ARTICLE, 2)
    assert listed(other)[:3] == [2, 4, 1]


def test_a_filter_lists_what_is_in_one_article_too_and_is_taken_back(state):
    filtered = state.step(1).filter_by("3")
    assert listed(filtered) == [2, 4, None, 5]
    assert filtered.row.number == 2
    assert filtered.unfiltered.count == 5
    back = filtered.filter_by("")
    assert listed(back) == listed(state)
    assert back.row.number == 2
    assert back.unfiltered is None


def test_a_filter_of_a_filter_starts_from_all_rows(state):
    assert listed(state.filter_by("3").filter_by("1")) == [1, 4, None, 3]


def test_a_filter_that_lists_nothing_changes_nothing(state):
    assert state.filter_by("xyzzy") == state


def test_the_order_holds_for_what_is_filtered(state):
    by_outlets = state.sort_by_next_order().sort_by_next_order()
    assert by_outlets.order is RowOrder.OUTLETS
    assert listed(by_outlets.filter_by("2"))[:3] == [4, 1, 2]


def test_a_row_in_one_article_stays_selected_without_the_filter(state):
    only = state.filter_by("3 -2")
    assert only.row.number == 5
    assert only.filter_by("").row.number == 5


def test_another_matrix_of_the_articles_is_shown_in_the_same_way(state, make_matrix):
    before = state.sort_by_next_order().filter_by("2").step(1)
    assert listed(before) == [4, 1, 2]
    other = before.of_matrix(make_matrix(*ROWS[1:]))
    assert listed(other) == [3, 1]
    assert other.filter == "2"
    assert other.order is RowOrder.ARTICLE
    assert before.of_matrix(before.rows.matrix) is before
    assert other.row is not None


def test_the_row_of_the_selected_passage_is_selected_in_another_matrix(state, make_matrix):
    there = state.step(2).of_matrix(make_matrix(*ROWS[::-1]))
    assert [cell.passages[0].number for cell in there.row.cells] == [3, 7, 8]


def test_nothing_is_kept_for_other_articles(state, make_matrix):
    other = state.step(2).filter_by("2").of_matrix(make_matrix("r1 r2", "r3 ."))
    assert (other.line, other.filter, listed(other)) == (0, "", [1, None])
