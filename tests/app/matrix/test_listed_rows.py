"""The rows of a matrix: their orders, and the cell with the most words."""

from __future__ import annotations

import pytest

from reader.app.matrix.listed_rows import ListedRows, RowOrder, longest_cell
from reader.articles import Place

ROWS = (
    "r9 r2 .",
    ". r5! r6!",
    "r4 . .",
    "r3 r7~ r8~",
    "? . r1",
)


def numbers(rows):
    return [row.number for row in rows]


@pytest.mark.parametrize(
    ("order", "article", "shared", "single"),
    [
        (RowOrder.STORY, 0, [1, 2, 4], [3, 5]),
        (RowOrder.ARTICLE, 0, [4, 1, 2], [3, 5]),
        (RowOrder.ARTICLE, 2, [2, 4, 1], [5, 3]),
        (RowOrder.OUTLETS, 0, [4, 1, 2], [3, 5]),
        (RowOrder.DIFFERENCES, 0, [2, 4, 1], [3, 5]),
    ],
)
def test_rows_are_sorted_within_those_shared_and_those_in_one_article(
    make_matrix, order, article, shared, single
):
    rows = ListedRows(make_matrix(*ROWS)).sorted_by(order, article)
    assert numbers(rows.shared) == shared
    assert numbers(rows.single) == single


def test_a_paragraph_is_found_in_any_passage_of_a_row(make_matrix):
    rows = ListedRows(make_matrix("r2 r9", "Q4+ r3"))
    assert rows.find(Place(0, 4)).number == 2
    assert rows.find(Place(1, 8)).number == 1
    assert rows.find(Place(1, 9)) is None


def test_the_longest_cell_has_the_most_words_of_all_its_passages(make_matrix):
    row = make_matrix("r2 q9+ r3").rows[0]
    assert longest_cell(row).article == 1


def test_moments_in_one_article_are_counted_by_article(make_matrix):
    rows = ListedRows(make_matrix(*ROWS))
    assert [rows.count_single(article) for article in range(3)] == [1, 0, 1]
