"""Figures of two times and days of two acts are no difference."""

from __future__ import annotations

import pytest

from reader import compare
from reader.sources import article_from_text

STORM = (
    "The storm was {} southeast of Velmont {}, moving toward the harbour with strong winds, the "
    "weather office said."
)
MET = "The mayor of Velmont met the captain of the ferry in the harbour office on {}{}."


def list_facts(*texts: str) -> list[list[str]]:
    articles = [article_from_text(f"Velmont\n\n{text}", name=text[-9:]) for text in texts]
    return [
        [side.passage.text for side in difference.sides]
        for difference in compare(articles).differences
        if difference.kind.is_fact
    ]


@pytest.mark.parametrize(
    ("here", "there", "facts"),
    [
        ("on Monday", "on Monday", [["435 miles", "280 miles"]]),
        ("at 2 p.m.", "on Monday", []),
        ("on Monday", "as of midnight", []),
    ],
)
def test_a_figure_of_two_times_does_not_differ(here: str, there: str, facts: list) -> None:
    assert list_facts(STORM.format("435 miles", here), STORM.format("280 miles", there)) == facts


@pytest.mark.parametrize(
    ("here", "there", "facts"),
    [
        ("", "", [["Monday", "Friday"]]),
        (" in their latest attempt", "", []),
        ("", ", the second time in a week", []),
    ],
)
def test_days_of_two_acts_do_not_differ(here: str, there: str, facts: list) -> None:
    assert list_facts(MET.format("Monday", here), MET.format("Friday", there)) == facts
