"""Words with a capital at the start of a headline or sentence are no part of the name behind."""

from __future__ import annotations

import pytest

from reader import find_quotes


def speaker_below(headline: str, *, body: str = "") -> str:
    body = body or "Jane Warrick left the mill at noon, her office said."
    far = "Nobody saw the boats leave the old pier that night. " * 10
    text = f"{headline}\n{body}\n{far}\n“It was late,” Warrick said."
    speaker = find_quotes(text)[-1].speaker
    return speaker.name if speaker else ""


@pytest.mark.parametrize(
    "headline",
    [
        "Silencing Jane Warrick backfires on mill owners",
        "Watch Jane Warrick leave the mill at noon",
        "Meet Jane Warrick of the mill",
        "Inside Warrick’s mill, nobody sleeps at night",
        "Inside Warrick backers meet a wall of doubt",
        "Backing Warrick has cost the mill a year",
        "Silencing Jane Warrick backfires on Owners of the mill",
    ],
)
def test_a_headline_lends_a_name_no_word(headline: str) -> None:
    assert speaker_below(headline) == "Jane Warrick"


def test_a_sentence_lends_a_name_no_word() -> None:
    body = "The mill shut. Silencing Jane Warrick was no help. Jane Warrick left."
    assert speaker_below("Mill shuts", body=body) == "Jane Warrick"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Zephra Jane Warrick left the mill. Later Zephra Jane Warrick slept.",
            "Zephra Jane Warrick",
        ),
        ("Zephra Warrick left the mill at noon.", "Zephra Warrick"),
    ],
)
def test_a_given_name_that_no_list_has_stays(body: str, name: str) -> None:
    assert speaker_below("The mill shuts", body=body) == name


def test_two_of_one_surname_keep_their_given_names() -> None:
    text = "“It was late,” Zephra Warrick said. Jane Warrick slept."
    speaker = find_quotes(text)[0].speaker
    assert speaker is not None
    assert speaker.name == "Zephra Warrick"
