"""What is beside a quotation and can't have said it. All sentences are made up."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


def read_last_speaker(text: str) -> str | None:
    """Return the name of the last quote's speaker."""
    quotes = find_quotes(text)
    assert quotes
    return quotes[-1].speaker.name if quotes[-1].speaker else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Senator Ola Prenn, R-Ohio, wanted “a list of all ships”.", None),
        ("As Sen. Ola Prenn, R-Ohio, put it, “the sea is nobody's house.”", "Ola Prenn"),
        (
            "While Sen. Ola Prenn (D-Maine), in an interview, called the plan “a gift to nobody”.",
            "Ola Prenn",
        ),
        ("The board, led by Ola Prenn, D-Maine, requested “every single page”.", "The board"),
    ],
)
def test_a_party_and_a_state_are_no_name(text: str, speaker: str | None) -> None:
    assert read_last_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 percent said “the town is going the wrong way.”",
        "The 30% said “the town is going the wrong way.”",
        "The 30 described it as “a bad day for the town.”",
    ],
)
def test_a_number_says_nothing(text: str) -> None:
    assert read_last_speaker(text) is None


def test_a_tax_rate_yields_to_who_says_it() -> None:
    text = "The 12% tax announced by Ola Prenn is a “bad plan”, Trade Minister Mirl Tarn said."
    assert read_last_speaker(text) == "Mirl Tarn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Even Trask admitted “the figures are wrong and late.”", "Trask"),
        ("Trask has left twice since losing power and so professes to “know the way”.", "Trask"),
        ("After signing the deal the firm hailed “a new dawn for steel.”", "the firm"),
        ("But sister Ola Prenn takes up the tale: “We saw the roof go.”", "Ola Prenn"),
        ("Ola Prenn raises the alarm: “Nobody came when we called.”", "Ola Prenn"),
        ("Ola Prenn, R-Ohio, sent a clear message to us: “You have lost the sea.”", "Ola Prenn"),
        (
            "The Ashford Register on July 20, 2006, described him as “a man of war”.",
            "Ashford Register",
        ),
        ("On Velmar, Mr. Trask said he was “deeply sad about it all”.", "Trask"),
        ("Tarn said the firms had sent a bad message to “all who vote here for us.”", "Tarn"),
    ],
)
def test_only_the_words_of_a_name_belong_to_the_speaker(text: str, speaker: str) -> None:
    assert read_last_speaker(text) == speaker
