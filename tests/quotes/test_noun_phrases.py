"""Where a noun phrase ends, and the name in it."""

from __future__ import annotations

import pytest

from reader.quotes.noun_phrases import read_noun_phrase
from reader.quotes.sentence_tokens import tokenize_sentence


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("John Smith said", "John Smith", "John Smith"),
        ("Prime Minister Theresa May said", "Prime Minister Theresa May", "Theresa May"),
        ("the central bank warned", "the central bank", ""),
        ("police arrested a man", "police", ""),
        ("a spokesman for Ryanair said", "a spokesman", ""),
        (
            "the Fish and Wildlife Service said",
            "the Fish and Wildlife Service",
            "Fish and Wildlife Service",
        ),
        ("Col. Yusuf Adan added", "Col. Yusuf Adan", "Yusuf Adan"),
        ("he said", "he", ""),
        ("China's Xi Jinping said", "China's Xi Jinping", "Xi Jinping"),
        ("a source close to the talks", "a source", ""),
    ],
)
def test_a_phrase_ends_before_its_verb_or_preposition(text: str, phrase: str, name: str) -> None:
    tokens = tokenize_sentence(text, 0, len(text))
    found = read_noun_phrase(tokens, 0, len(tokens))
    assert found is not None
    end = tokens[found.last - 1].end
    assert text[tokens[found.first].start : end] == phrase
    assert (text[tokens[found.name].start : end] if found.has_name else "") == name


@pytest.mark.parametrize("text", [", he said", "of the town", "", "angry"])
def test_no_phrase_begins_with_a_sign_or_a_preposition(text: str) -> None:
    tokens = tokenize_sentence(text, 0, len(text))
    assert read_noun_phrase(tokens, 0, len(tokens)) is None
