"""Surnames that a source has alone, after it has introduced somebody, and offices of places."""

from __future__ import annotations

import pytest

from reader.quote_check import QuoteCheck, check_quote, check_quotes

SAID = "“We sold the old boats,”"


def check(source: str, speaker: str) -> QuoteCheck:
    return check_quote("We sold the old boats", f"A day in Leith\n{source}", speaker)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        ("Sen. Kim Jong-un came.\n{} Kim said.", "Kim Jong-un", "Kim Yo-jong"),
        ("Nguyen Van Minh came.\n{} Nguyen said.", "Nguyen Van Minh", "Nguyen Thi Lan"),
        ("Amb. Wang Wei came.\n{} Amb. Wang said.", "Wang Wei", "Wang Hong"),
        ("Ada Power came.\n{} Power said.", "Ada Power", "Helen Power"),
        (
            "Emil Fitch came.\n{} Fitch said.\nHis cousin, Otto Fitch, was away.",
            "Emil Fitch",
            "Otto Fitch",
        ),
    ],
)
def test_a_surname_is_that_of_who_was_introduced(source: str, right: str, wrong: str) -> None:
    text = source.format(SAID)
    assert not check(text, right).needs_review
    assert check(text, wrong).needs_review


@pytest.mark.parametrize(
    "source",
    [
        "Otto Power Jr. came.\n{} Power said.",
        "First lady Ada Power came.\nPresident Power was away.\n{} President Power said.",
    ],
)
def test_others_of_the_surname_say_nothing_of_who_is_known_to_all(source: str) -> None:
    assert not check(source.format(SAID), "Otto Power").needs_review


def test_a_title_introduces_nobody() -> None:
    source = f"Li Scoffs At Toll Plan In Leith Harbour\nThe crowd cheered.\n{SAID} Li said."
    assert not check_quote("We sold the old boats", source, "Li Keqiang").needs_review


def test_the_reason_names_who_was_introduced() -> None:
    found = check(f"Kim Jong-un came.\n{SAID} Kim said.", "Kim Yo-jong")
    assert [one.text for one in found.reasons] == ["other speaker: Kim Jong-un in the source"]


@pytest.mark.parametrize(
    "source",
    [
        "Mayor Otto Marsh of Riga came. {} Marsh said.",
        "Otto Marsh, the mayor of Riga, came. {} he said.",
        "{} said Otto Marsh, the Riga mayor.",
    ],
)
def test_the_mayor_of_another_town_is_another_speaker(source: str) -> None:
    text = source.format(SAID)
    assert not check(text, "the mayor of Riga").needs_review
    assert not check(text, "the mayor").needs_review
    assert check(text, "the mayor of Oslo").needs_review
    (found,) = check_quotes(f"{SAID} said the mayor of Oslo.", text)
    assert "the source does not say that Otto Marsh is the mayor of Oslo" in [
        one.text for one in found.reasons
    ]
