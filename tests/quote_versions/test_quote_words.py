"""The words of a quote, their weights and stems."""

from __future__ import annotations

import re

import pytest

from reader.quote_versions.quote_words import MAX_WORDS, read_quote_words
from reader.quote_versions.word_weights import stem_words, weigh_words
from reader.text.words import stem_word, word_keys


def test_a_very_long_quote_is_cut() -> None:
    text = "word " * (MAX_WORDS + 50)
    assert len(read_quote_words(text, [(0, len(text))])) == MAX_WORDS
    assert len(word_keys(text)) == MAX_WORDS + 50


def test_stop_words_names_and_words_in_brackets_weigh_less() -> None:
    text = "We [the US] will rebuild Ashford"
    words = read_quote_words(text, [(0, len(text))])
    weights = dict(zip((word.key for word in words), weigh_words(text, words), strict=True))
    assert weights["rebuild"] == 1
    assert 0 < weights["we"] < weights["ashford"] < weights["rebuild"]
    assert weights["the"] == weights["us"] == 0


def test_stop_words_and_short_words_have_no_stem() -> None:
    text = "we will see the old harbour"
    assert stem_words(read_quote_words(text, [(0, len(text))])) == {stem_word("harbour")}


def test_a_letter_in_brackets_belongs_to_its_word() -> None:
    text = "[O]rchards near [the] mill feed u[s], [a] town of many"
    found = read_quote_words(text, [(0, len(text))])
    assert (found[0].key, found[0].bracketed) == ("orchards", False)
    assert text[found[0].start : found[0].end] == "[O]rchards"
    assert [word.key for word in found if word.bracketed] == ["the", "s", "a"]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("“We lost,” said Ida Vance. “Boats are gone.”", True),
        ("“Who lost?” asked Ida Vance, “Boats are gone.”", True),
        ("“We lost,” said Ida Vance:\n“Boats are gone.”", True),
        ("“We lost,” said Mr. Ida Vance, “Boats are gone.”", False),
        ("“We in the U.S.,” said Ida Vance, “Boats are gone.”", False),
        ("“We in the U.S.” said Ida Vance. “Boats are gone.”", True),
        ("“We lost,” said Ida Vance. “boats are gone.”", False),
    ],
)
def test_a_part_behind_an_attribution_may_open_a_sentence(text: str, *, opens: bool) -> None:
    spans = [match.span(1) for match in re.finditer("“(.*?)”", text)]
    words = read_quote_words(text, spans)
    assert [word.opens_sentence for word in words if word.part] == [opens, False, False]
