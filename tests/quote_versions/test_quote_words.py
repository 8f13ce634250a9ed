"""The words of a quote, their weights and stems."""

from __future__ import annotations

import pytest

from reader.quote_versions.quote_words import MAX_WORDS, normalize_words, read_quote_words
from reader.quote_versions.word_weights import stem_key, stem_words, weigh_words


def test_a_very_long_quote_is_cut() -> None:
    text = "word " * (MAX_WORDS + 50)
    assert len(read_quote_words(text, [(0, len(text))])) == MAX_WORDS
    assert len(normalize_words(text)) == MAX_WORDS + 50


def test_stop_words_names_and_words_in_brackets_weigh_less() -> None:
    text = "We [the US] will rebuild Ashford"
    words = read_quote_words(text, [(0, len(text))])
    weights = dict(zip((word.key for word in words), weigh_words(text, words), strict=True))
    assert weights["rebuild"] == 1
    assert 0 < weights["we"] < weights["ashford"] < weights["rebuild"]
    assert weights["the"] == weights["us"] == 0


@pytest.mark.parametrize(
    ("one", "other"), [("working", "works"), ("rebuilt", "rebui"), ("harbours", "harbour")]
)
def test_inflected_words_have_one_stem(one: str, other: str) -> None:
    assert stem_key(one) == stem_key(other)


def test_stop_words_and_short_words_have_no_stem() -> None:
    text = "we will see the old harbour"
    assert stem_words(read_quote_words(text, [(0, len(text))])) == {stem_key("harbour")}
