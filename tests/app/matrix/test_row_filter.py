"""The filter of rows: words, and articles with and without a moment."""

from __future__ import annotations

import pytest

from reader.app.matrix.listed_rows import ListedRows
from reader.app.matrix.row_filter import RowFilter, searched_text

ROWS = (
    "Q3 . q5 r6",
    "? r7 r8 .",
    "r1 r2 . r3",
    "r9 ? . a4",
    ". . m11 .",
)


def listed(make_matrix, typed):
    rows = ListedRows(make_matrix(*ROWS)).filtered(RowFilter.parse(typed, 4))
    return [row.number for row in (*rows.shared, *rows.single)]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1", [1, 3, 4]),
        ("1 4 -2", [1]),
        ("-1", [5]),
        ("1 -3", [3, 4]),
        ("-1 -2 -4", [5]),
        ("2 3", [2]),
        ("bridge", [3, 4]),
        ("BRÍDGE", [3, 4]),
        ("-bridge", [1, 2, 5]),
        ("bridge -school", [4]),
        ("harb 2", [2]),
        ("", [1, 2, 3, 4, 5]),
    ],
)
def test_words_and_articles_decide_which_rows_are_listed(make_matrix, typed, numbers):
    assert listed(make_matrix, typed) == numbers


def test_a_moment_that_is_perhaps_in_an_article_is_not_listed_as_left_out(make_matrix):
    row_filter = RowFilter.parse("1 4 -2", 4)
    rows = ListedRows(make_matrix(*ROWS))
    assert [row.number for row in rows.filtered(row_filter).shared] == [1]
    assert rows.count_doubtful(row_filter) == 1


def test_a_number_of_no_article_is_a_word():
    assert RowFilter.parse("7 -8", 4) == RowFilter(words=("7",), without_words=("8",))
    assert RowFilter.parse("12", 30).words == ("12",)


def test_letters_are_articles_only_with_their_sign():
    assert RowFilter.parse("a @a -@b", 12) == RowFilter(
        words=("a",), articles=frozenset({9}), without_articles=frozenset({10})
    )


def test_what_differs_is_searched_too(make_matrix):
    (row,) = make_matrix("r3! r4!").rows
    assert "1900" in searched_text(row)
    assert "1901" in searched_text(row)
