"""A moment as it is copied: each article's words with their source."""

from __future__ import annotations

from reader.app.matrix.row_citation import cite_row


def test_every_article_that_has_the_moment_is_cited_with_its_words(make_matrix):
    matrix = make_matrix("Q3 . q5+! r6! ?")
    text = cite_row(matrix, matrix.rows[0])
    assert text.startswith("The ferry of year 3")
    assert "[1] The ferry of year 3 was begun in 1900" in text
    assert "— paper 1, ¶3 (paper 1.txt)\n  quoted, first third" in text
    assert "paper 3 says. … The quarry of year 6" in text
    assert "— paper 3, ¶5 6 (paper 3.txt)\n  quoted in part, first third" in text
    assert "[2] The" not in text


def test_who_leaves_it_out_and_what_differs_is_said(make_matrix):
    matrix = make_matrix("Q3 . q5+! r6! ?")
    lines = cite_row(matrix, matrix.rows[0]).splitlines()
    assert lines[-3:] == [
        "Left out by [2].",
        "Perhaps in [5].",
        "Differs (date): 1902 [3] / 1903 [4]",
    ]
