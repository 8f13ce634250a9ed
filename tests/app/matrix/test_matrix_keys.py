"""Which keys of the matrix work, and why others do nothing."""

from __future__ import annotations

import pytest

from reader.app.matrix.listed_rows import ListedRows
from reader.app.matrix.matrix_keys import (
    MATRIX_KEYS,
    find_obstacles,
    find_quoting_cell,
)
from reader.app.matrix.matrix_state import MatrixState
from reader.app.row_screens.screen_keys import ScreenKeys

ROWS = ("r3 . q5 Q6", "? r7! r8! .", ". . r1 .")


@pytest.fixture
def state(make_matrix):
    return MatrixState(ListedRows(make_matrix(*ROWS)))


KEYS = ScreenKeys(MATRIX_KEYS)


def words_of(state):
    return {word for _, word in KEYS.list_working(find_obstacles(state))}


def explain_key(key, state):
    return KEYS.explain(key, find_obstacles(state))


def test_the_key_line_has_only_what_works_now(state):
    assert {"moment", "read", "quote", "one article", "differences"} <= words_of(state)
    assert "quote" not in words_of(state.step(1))
    assert "read" not in words_of(state.select_article(1))


def test_a_key_that_does_nothing_says_why(state, make_matrix):
    assert explain_key("enter", state.select_article(1)).startswith("[2] does not have this")
    assert "where is not known" in explain_key("enter", state.step(1))
    assert explain_key("enter", state.step(9)) == "", "it unfolds"
    assert explain_key("c", state.step(1)) == "No article quotes this."
    assert explain_key("y", state.step(9)) == "Select a moment to copy it."
    assert "w does nothing on this screen" in explain_key("w", state)
    shared = MatrixState(ListedRows(make_matrix("r1 r2")))
    assert explain_key("o", shared) == "Every moment is in more than one article."
    assert explain_key("D", shared) == "No difference is found."
    assert explain_key("j", shared) == "There is only one moment."


def test_enter_on_a_moment_in_one_article_reads_it_from_every_column(state):
    single = state.fold_single()
    assert single.row.is_in_one_article
    assert [single.select_article(article).cell_to_read.article for article in range(4)] == [2] * 4
    assert explain_key("enter", single.select_article(0)) == ""
    assert state.select_article(1).cell_to_read is None


def test_the_quote_of_the_selected_cell_goes_before_that_of_another(state):
    assert find_quoting_cell(state).article == 2
    assert find_quoting_cell(state.select_article(3)).article == 3
    assert find_quoting_cell(state.select_article(1)).article == 2
    assert find_quoting_cell(state.step(1)) is None
    assert find_quoting_cell(state.step(9)) is None
