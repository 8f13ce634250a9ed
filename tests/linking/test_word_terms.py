"""The terms under which words are matched."""

from __future__ import annotations

import pytest

from reader.linking.word_terms import word_terms


@pytest.mark.parametrize(
    ("printed", "other", "language"),
    [
        ("Stabilising", "stabilise", None),
        ("Biden’s", "Biden's", None),
        ("Biden’s", "Biden", None),
        ("café", "CAFE", None),
        ("five", "5", None),
        ("1,000", "1000", None),
        ("Häuser", "Häusern", "de"),
        ("пассажиры", "пассажиров", None),
        ("ﬁre", "fire", None),
        ("F.B.I.", "FBI", None),
    ],
)
def test_typography_case_and_inflection_do_not_matter(
    printed: str, other: str, language: str | None
) -> None:
    assert word_terms(printed, language) == word_terms(other, language)


def test_the_point_of_a_number_matters() -> None:
    assert word_terms("1.5") != word_terms("15")


def test_unspaced_writing_is_matched_by_pairs_of_characters() -> None:
    assert word_terms("東京都内") == ("東京", "京都", "都内")
