"""Edits by which one of two texts says something else."""

from __future__ import annotations

import pytest

from reader.story.meaning_edits import changes_meaning


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
    assert changes_meaning(here, there)
    assert changes_meaning(there, here)


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
    assert not changes_meaning(here, there)
    assert not changes_meaning(there, here)


def test_denials_are_known_in_english_only() -> None:
    assert not changes_meaning("", "no", "es")


def test_the_order_of_the_texts_and_what_was_asked_before_change_nothing() -> None:
    texts = ["rose", "fell", "will not", "12", "20", "Velmont", "Lorn", "the", ""]
    first = {(one, other): changes_meaning(one, other) for one in texts for other in texts}
    changes_meaning.cache_clear()
    again = {(one, other): changes_meaning(other, one) for one in texts for other in texts}
    assert first == again
    assert first["12", "20"]
    assert not first["the", ""]
