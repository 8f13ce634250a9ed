"""The forms under which words are matched."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.linking import sentence_terms as words_module
from reader.linking.sentence_terms import family_and_stem, read_words, word_families, word_keys

FAMILIES = Path(words_module.__file__).with_name("data") / "families.txt"


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


def test_a_word_is_of_one_family_and_no_family_has_one_word() -> None:
    lines = FAMILIES.read_text(encoding="utf-8").splitlines()
    families = [line.split() for line in lines if line and not line.startswith(("#", "["))]
    stems = [[word_keys(word, "en")[0] for word in family] for family in families]
    once: set[str] = set()
    for family, keys in zip(families, stems, strict=True):
        assert len(keys) > 1, family
        for word, key in zip(family, keys, strict=True):
            assert key not in once, f"{word} in {' '.join(family)} is in the list twice"
            once.add(key)
    assert word_families().keys() == once


def test_no_family_has_a_stop_word() -> None:
    text = " ".join(FAMILIES.read_text(encoding="utf-8").split("[", 1)[1].split())
    words = read_words([[text[i : i + 200] for i in range(0, len(text), 200)]], ["en"], print)
    assert not words.stop[words.family >= 0].any()


def test_the_letters_of_an_acronym_are_one_word_with_stops_and_without() -> None:
    dotted = read_words([["The F.B.I. and the A.T.F raided."]], ["en"], lambda _: None)
    plain = read_words([["The FBI and the ATF raided."]], ["en"], lambda _: None)
    assert dotted.terms.tolist() == plain.terms.tolist()
    assert word_keys("1.5") != word_keys("15")


def test_words_of_one_family_are_known_in_every_inflection() -> None:
    one, other = family_and_stem("Tremors", "en"), family_and_stem("quake’s", None)
    assert one is not None
    assert other is not None
    assert one[0] == other[0]
    assert one[1] != other[1]
    assert family_and_stem("Tremors", "de") is None
    assert family_and_stem("tortoise", "en") is None


def test_a_word_of_another_language_is_of_no_family() -> None:
    documents = [["Bank and quake."], ["Die Bank war zu."]]
    for language, families in (("en", {"bank", "quake", "die", "war"}), ("de", {"quake"})):
        words = read_words(documents, ["en", language], lambda _: None)
        texts = ["bank", "and", "quake", "die", "war", "zu"]
        found = {text for text, family in zip(texts, words.family, strict=True) if family >= 0}
        assert found == families


def test_words_that_say_nothing_are_known_in_the_language_of_the_article() -> None:
    german = ["Der Minister ist nach Ventspils gereist und hat die Brücke unter der Burg geöffnet"]
    words = read_words([german], ["de"], lambda _: None)
    heard = {int(term) for term in words.terms}
    silent = sum(bool(words.stop[term]) for term in heard)
    assert silent >= 6, "der, ist, nach, und, hat, die, unter"
    unknown = read_words([german], [None], lambda _: None)
    assert silent > sum(bool(unknown.stop[int(term)]) for term in set(unknown.terms.tolist()))


def test_words_that_say_nothing_are_known_in_every_language_that_is_recognised() -> None:
    sentence = "O que não se disse do porto."
    printed = sentence.casefold().rstrip(".").split()
    words = read_words([[sentence]], ["pt"], lambda _: None)
    silent = {printed[place] for place in range(len(printed)) if words.stop[place]}
    assert silent == {"o", "que", "não", "se", "do"}
