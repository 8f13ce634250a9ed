"""The words and signs of a sentence."""

from __future__ import annotations

import pytest

from reader import find_quotes
from reader.quotes.sentence_tokens import tokenize_sentence


@pytest.mark.parametrize(
    "dateline",
    [
        "RIGA (WBX) - ",
        "Riga, Ohio (WBX) -- ",
        "RIGA, Ohio (WBX News) — ",
        "NEW RIGA/LIEPAJA (Harbourwire) – ",
        "RIGA — ",
        "RIGA, April 24 (WBX) — ",
    ],
)
def test_a_dateline_has_no_tokens(dateline: str) -> None:
    text = f"{dateline}Ida Holm said no."
    words = [token.word for token in tokenize_sentence(text, 0, len(text))]
    assert words == ["Ida", "Holm", "said", "no", "."]


@pytest.mark.parametrize("text", ["Ida Holm (L) - a sailor - left.", "Riga - it is a port."])
def test_other_dashes_stay(text: str) -> None:
    assert tokenize_sentence(text, 0, len(text))[0].start == 0


def test_the_place_of_a_dateline_is_no_speaker() -> None:
    text = "RIGA (WBX) - Ida Holm, the lawyer, said on Monday it sank “at the mayor’s wish”."
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ida Holm"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("FERRY SINKS AT NIGHT The board said", "The"),
        ("FERRY SINKS AT NIGHT A spokesman said", "A"),
        ("FERRY SINKS again, she said", "FERRY"),
        ("NATO said that it was late", "NATO"),
        ("IT IS ALL IN CAPITALS", "IT"),
    ],
)
def test_a_heading_in_capitals_is_no_part_of_the_sentence(text: str, first: str) -> None:
    assert tokenize_sentence(text, 0, len(text))[0].word == first
