"""Choosing an article by the keys pressed next."""

from __future__ import annotations

import pytest

from reader.app.article_choice import ask_for_article
from reader.app.next_key import NextKeyChoice


def press(count: int, *keys: str) -> list[object]:
    """Return what was chosen, by position, or refused."""
    chosen: list[object] = []
    choice = NextKeyChoice()
    ask_for_article(choice, count, chosen.append, chosen.append)
    for key in keys:
        choice.answer(key, key if len(key) == 1 else None)
    return chosen


@pytest.mark.parametrize(
    ("count", "keys", "chosen"),
    [
        (5, "3", [2]),
        (12, "1", [0]),
        (12, "b", [10]),
        (45, "7", [6]),
        (45, "41", [40]),
        (45, "47", ["7"]),
        (45, "b", [10]),
        (120, "118", [117]),
        (120, "13", [12]),
    ],
)
def test_an_article_is_chosen_by_number_or_letter(count, keys, chosen):
    assert press(count, *keys) == chosen


def test_enter_ends_a_number_that_could_go_on():
    assert press(45, "4") == []
    assert press(45, "4", "enter") == [3]
    assert press(120, "1", "1", "enter") == [10]
