"""The terms of sentences: stop words, names, synonym groups, repetitions."""

from __future__ import annotations

import numpy as np

from reader.linking.sentence_terms import read_sentence_terms


def test_names_numbers_and_stop_words_are_distinguished() -> None:
    printed = ["the", "mayor", "of", "kassel", "met", "12", "firemen"]
    terms = read_sentence_terms([["The mayor of Kassel met 12 Kassel firemen."]], [None])
    stop_words = {printed[term] for term in np.flatnonzero(terms.is_stop)}
    names = {printed[term] for term in np.flatnonzero(terms.is_name)}
    assert stop_words == {"the", "of"}
    assert names == {"kassel", "12"}


def test_a_repeated_sentence_is_read_once() -> None:
    terms = read_sentence_terms([["One two three."] * 3, ["One two three."]], [None, None])
    assert terms.first_copy.tolist() == [0, 0, 0, 3]
    assert np.diff(terms.offsets).tolist() == [3, 0, 0, 3]


def test_the_letters_of_an_acronym_are_one_word_with_stops_and_without() -> None:
    dotted = read_sentence_terms([["The F.B.I. and the A.T.F raided."]], ["en"])
    plain = read_sentence_terms([["The FBI and the ATF raided."]], ["en"])
    assert dotted.terms.tolist() == plain.terms.tolist()


def test_a_word_of_another_language_is_in_no_synonym_group() -> None:
    documents = [["Bank and quake."], ["Die Bank war zu."]]
    texts = ["bank", "and", "quake", "die", "war", "zu"]
    found = {}
    for language in ("en", "de"):
        terms = read_sentence_terms(documents, ["en", language])
        found[language] = {texts[term] for term in np.flatnonzero(terms.synonym_group >= 0)}
    assert found == {"en": {"bank", "quake", "die", "war"}, "de": {"quake"}}


def test_stop_words_of_the_language_of_the_article_are_known() -> None:
    german = ["Der Minister ist nach Ventspils gereist und hat die Brücke unter der Burg geöffnet"]
    counts = {
        language: int(read_sentence_terms([german], [language]).is_stop.sum())
        for language in ("de", None)
    }
    assert counts["de"] >= 6, "der, ist, nach, und, hat, die, unter"
    assert counts["de"] > (counts[None] or 0)


def test_stop_words_of_every_language_that_is_recognised_are_known() -> None:
    sentence = "O que não se disse do porto."
    printed = sentence.casefold().rstrip(".").split()
    terms = read_sentence_terms([[sentence]], ["pt"])
    stop_words = {printed[term] for term in np.flatnonzero(terms.is_stop)}
    assert stop_words == {"o", "que", "não", "se", "do"}
