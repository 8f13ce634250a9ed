"""The forms under which words are matched."""

from __future__ import annotations

import pytest

from reader.linking.words import read_words, word_keys


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
    ],
)
def test_typography_case_and_inflection_do_not_matter(
    printed: str, other: str, language: str | None
) -> None:
    assert word_keys(printed, language) == word_keys(other, language)


def test_unspaced_writing_is_matched_by_pairs_of_characters() -> None:
    assert word_keys("東京都内") == ("東京", "京都", "都内")


def test_names_numbers_and_stop_words_are_told_apart() -> None:
    words = read_words([["The mayor of Kassel met 12 Kassel firemen."]], [None], lambda _: None)
    keys = ("the", "kassel", "12", "firemen")
    texts = ["the", "mayor", "of", "kassel", "met", "12", "firemen"]
    place = {key: texts.index(key) for key in keys}
    assert words.stop[place["the"]]
    assert words.named[place["kassel"]]
    assert words.named[place["12"]]
    assert not words.named[place["firemen"]]


def test_a_repeated_sentence_is_read_once() -> None:
    words = read_words([["One two three."] * 3, ["One two three."]], [None, None], lambda _: None)
    assert words.original.tolist() == [0, 0, 0, 3]
