"""The subject of a reporting verb, before and after it."""

from __future__ import annotations

import pytest

from reader.quotes.clause_subjects import find_main_subject, find_subject
from reader.quotes.inverted_subjects import find_inverted_subject
from reader.quotes.noun_phrases import NounPhrase
from reader.quotes.sentence_tokens import Token, tokenize_sentence


def words_of(text: str, tokens: list[Token], phrase: NounPhrase | None) -> str | None:
    if phrase is None:
        return None
    return text[tokens[phrase.first].start : tokens[phrase.last - 1].end]


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ("John Smith", "John Smith"),
        ("John Smith also", "John Smith"),
        ("John Smith, who came late,", "John Smith"),
        ("In Paris, John Smith", "John Smith"),
        ("His wife, Mary Jones,", "Mary Jones"),
        ("John Smith came late and", "John Smith"),
        ("John Smith had to", "John Smith"),
        ("a man who", "a man"),
        ("she", "she"),
        ("", None),
    ],
)
def test_the_subject_is_before_auxiliaries_and_appositions(
    before: str, subject: str | None
) -> None:
    text = f"{before} said".strip()
    tokens = tokenize_sentence(text, 0, len(text))
    assert words_of(text, tokens, find_subject(tokens, len(tokens) - 1)) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("said attorney Kassie Siegel", "attorney Kassie Siegel"),
        ("said the chief of the union, Mary Jones,", "the chief of the union, Mary Jones"),
        ("said also a spokesman for Ryanair", "a spokesman"),
        ("said on Monday", None),
        ("said that he came", None),
    ],
)
def test_an_inverted_subject_follows_its_verb(text: str, subject: str | None) -> None:
    tokens = tokenize_sentence(text, 0, len(text))
    assert words_of(text, tokens, find_inverted_subject(tokens, 0, len(tokens))) == subject


def test_the_main_subject_is_in_no_adverbial() -> None:
    text = "After the storm in May, the mayor of the town smiled"
    tokens = tokenize_sentence(text, 0, len(text))
    assert words_of(text, tokens, find_main_subject(tokens, len(tokens))) == "the mayor"
