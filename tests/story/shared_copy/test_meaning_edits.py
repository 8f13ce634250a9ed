"""Edits by which one of two texts says something else."""

from __future__ import annotations

import pytest

from reader.story.shared_copy.meaning_edits import MeaningEdits


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("", "not"),
        ("Two managers have", "No one has"),
        ("will", "won’t"),
        ("twelve", "thirty"),
        ("on Monday", "on Tuesday"),
        ("Judge Holm", "Mayor Vance"),
        ("a profit", "the loss"),
    ],
)
def test_denials_and_other_values_and_names_change_the_meaning(here: str, there: str) -> None:
    assert MeaningEdits()[here, there]
    assert MeaningEdits()[there, here]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("", ""),
        ("", "in the morning"),
        ("vessel", "barge"),
        ("twelve", "12"),
        ("not", "never"),
        ("Mr. Holm", "Judge Holm"),
        ("has", "have"),
    ],
)
def test_words_put_in_or_worded_otherwise_change_nothing(here: str, there: str) -> None:
    assert not MeaningEdits()[here, there]
    assert not MeaningEdits()[there, here]


def test_denials_are_known_in_english_only() -> None:
    assert not MeaningEdits("es")["", "no"]


def test_the_order_of_the_texts_and_what_was_asked_before_change_nothing() -> None:
    texts = ["rose", "fell", "will not", "12", "20", "Velmont", "Lorn", "the", ""]
    edits = MeaningEdits()
    first = {(one, other): edits[one, other] for one in texts for other in texts}
    again = {(one, other): MeaningEdits()[other, one] for one in texts for other in texts}
    assert first == again
    assert first["12", "20"]
    assert not first["the", ""]
