"""One answer to what the words of a text are, and under which form each is compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking.word_terms import word_terms
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.word_weights import stem_words
from reader.quotes.sentence_tokens import tokenize_sentence
from reader.text import is_stop_word, split_words, stem_word, word_key, word_spans
from reader.text.word_alignment import find_words
from reader.text.words import is_possessive

KEYS = {
    "Norland’s": "norland",
    "NORLAND'S": "norland",
    "don’t": "dont",
    "organised": "organised",
    "U.S.": "us",
    "Zoë": "zoe",
    "it’s": "its",
    "Paris’s": "paris",
    "1,250.5": "1250.5",
    "12505": "12505",
    "O’Hara": "ohara",
    "Łęcka": "lecka",
    "ＡＢＣ": "abc",
    "ﬁre": "fire",
    "don ’ t": "dont",
    "ёлка": "елка",
    "йод": "йод",
    "東京": "東京",
    "だ": "だ",
    "ta": "ta",
}
WORDS = st.text(min_size=1, max_size=12)


@pytest.mark.parametrize(("printed", "key"), KEYS.items())
def test_the_key_of_a_word_is_one_wherever_it_is_read(printed: str, key: str) -> None:
    assert word_key(printed) == key
    assert "".join(word.key for word in read_quote_words(printed, [(0, len(printed))])) == key
    (word, *others) = find_words(printed)
    assert word.key + "".join(other.key for other in others) == key
    assert len(tokenize_sentence(printed, 0, len(printed))) == 1


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("harbours", "harbour"),
        ("Norland’s", "Norland"),
        ("organised", "organizing"),
        ("colours", "color"),
        ("rebuilt", "rebuilding"),
    ],
)
def test_the_stem_of_a_word_is_one_wherever_it_is_read(printed: str, other: str) -> None:
    stem = stem_word(printed)
    assert stem == stem_word(other)
    assert word_terms(printed) == word_terms(other) == (stem,)
    assert stem_words(read_quote_words(printed, [(0, len(printed))])) == {stem}


def test_the_stem_of_a_key_is_that_of_the_word() -> None:
    assert [stem_word(word_key(printed)) for printed in KEYS] == list(map(stem_word, KEYS))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norland’s (so-called) aid", ["Norland’s", "so", "called", "aid"]),
        ("It ended.Nobody left.", ["It", "ended", "Nobody", "left"]),
        ("U.S.-led, J.R.R. Hale", ["U.S", "led", "J.R.R", "Hale"]),
        ("1,250.5 at 10:30, 2-1", ["1,250.5", "at", "10:30", "2", "1"]),
        ("a snake_case ‘word’", ["a", "snake", "case", "word"]),
        ("he didn ’ t go", ["he", "didn ’ t", "go"]),
        ("the 's' in it", ["the", "s", "in", "it"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("كِتَابٌ", ["كِتَابٌ"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("東京都、ロン・ヘイル", ["東京都", "ロン", "ヘイル"]),
        ("…!? — ・", []),
    ],
)
def test_words_are_what_unicode_takes_for_letters_digits_and_marks(
    text: str, words: list[str]
) -> None:
    assert split_words(text) == words


def test_of_unspaced_script_every_character_is_a_word_with_its_marks() -> None:
    text = "ab東京 ที่นี่"
    printed = [text[start:end] for start, end in word_spans(text)]
    assert printed == ["ab", "東", "京", "ที่", "นี่"]


@given(WORDS)
def test_every_letter_and_digit_is_in_one_word(text: str) -> None:
    spans = list(word_spans(text))
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert inside >= {place for place, letter in enumerate(text) if letter.isalnum()}


@given(WORDS)
def test_the_key_of_a_key_is_that_key(text: str) -> None:
    keys = list(map(word_key, split_words(text)))
    assert list(map(word_key, keys)) == keys
    assert all(keys)


@pytest.mark.parametrize("printed", ["Norland’s", "Paris's", "Ashford ’ s", "MR HALE'S"])
def test_a_possessive_ending_is_seen(printed: str) -> None:
    assert is_possessive(printed)


@pytest.mark.parametrize("printed", ["it’s", "What's", "workers", "O’Hara", "s", "don't"])
def test_other_endings_are_not_possessive(printed: str) -> None:
    assert not is_possessive(printed)


def test_a_stop_word_is_one_in_every_form() -> None:
    assert all(map(is_stop_word, ("The", "don’t", "DON'T", "dont", "it's")))
    assert not any(map(is_stop_word, ("harbour", "shell", "nicht")))
    assert is_stop_word("NICHT", "de")
    assert is_stop_word("the", "de")


@given(st.text(alphabet="aézß'’.,:-5 _ws\u2009\u2014ทเ漢e\u0301\u05d0\u05b8", max_size=30))
def test_texts_without_marks_have_the_words_that_the_whole_pattern_finds(text):
    with_marks = f"{text} q\u0301"
    assert split_words(with_marks) == [*split_words(text), "q\u0301"]
    assert list(word_spans(with_marks))[:-1] == list(word_spans(text))
