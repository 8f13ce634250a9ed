"""Forms of one word have the same normal form, and other words do not."""

from __future__ import annotations

from importlib import import_module

import pytest

from reader.linking.word_terms import word_terms
from reader.text import word_forms
from reader.text.word_forms import normal_form
from reader.text.word_lists import WordLists


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("took", "takes"),
        ("Written", "writing"),
        ("gunmen", "gunman"),
        ("children’s", "child"),
        ("organised", "organizing"),
        ("privatisation", "privatization"),
        ("analysed", "analyzes"),
        ("Labour", "labor"),
        ("favourites", "favorite"),
        ("neighbourhood", "neighborhoods"),
        ("honourable", "honorable"),
        ("advertised", "advertisement"),
        ("televised", "television"),
        ("okay", "OK"),
        ("Okay", "O.K."),
        ("email", "mails"),
        ("adviser", "advisors"),
        ("centres", "center"),
    ],
)
def test_forms_of_one_word_are_one_word(form: str, other: str) -> None:
    assert word_terms(form, "en") == word_terms(other, "en")
    assert word_terms(form, None) == word_terms(other, None)


@pytest.mark.parametrize(
    "word",
    ["promise", "supervised", "rising", "wiser", "tour", "hours", "downpour", "course"],
)
def test_other_words_stay_as_they_are(word: str) -> None:
    assert normal_form(word) == word


def test_forms_of_other_languages_are_left_alone() -> None:
    assert word_terms("took", "nl") != word_terms("take", "nl")


def test_a_form_belongs_to_one_word_and_the_stemmer_does_not_know_it() -> None:
    stem = import_module("Stemmer").Stemmer("english").stemWord
    words = WordLists(word_forms.__file__, "irregular").groups
    forms = [form for line in words for form in line]
    assert len(forms) == len(set(forms))
    for word, *others in words:
        assert others, word
        assert normal_form(word) == word
        assert all(stem(form) != stem(word) for form in others), word
