"""Whether two phrases set what was said at one time and place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.quote_versions.setting_agreement import settings_agree
from reader.quotes import Phrase

SETTINGS = [
    *("on Monday", "in Oslo", "in Norway", "at a press conference", "in an interview"),
    *(
        "at 5 p.m.",
        "after the vote",
        "in a statement",
        "in a tweet on April 3",
        "in Oslo on Sunday",
    ),
]


def phrase(text: str) -> Phrase:
    return Phrase(text, 0, len(text))


def agree(one: str, other: str) -> bool | None:
    answer = settings_agree(phrase(one), phrase(other))
    assert settings_agree(phrase(other), phrase(one)) is answer
    return answer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "at a press conference on Tuesday"),
        ("on 3 April", "on April 4"),
        ("at 5 p.m.", "at 6:15 p.m."),
        ("in Oslo", "in Riga on Monday"),
        ("at a news conference in Oslo", "at a press briefing in Riga"),
        ("in an interview with a local station", "during a press conference"),
    ],
)
def test_settings_that_exclude_each_other_differ(one: str, other: str) -> None:
    assert agree(one, other) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "in an interview Monday"),
        ("on April 3", "on 3 April 2019"),
        ("at 5 p.m.", "at 17:00"),
        ("in Oslo", "after talks, in Oslo"),
        ("at a news conference", "during a press conference in Oslo"),
        ("In the ring", "in the ring after the fight"),
    ],
)
def test_settings_of_which_one_says_less_are_the_same(one: str, other: str) -> None:
    assert agree(one, other) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Oslo", "on Monday"),
        ("in a statement", "in an e-mail"),
        ("in Oslo", "in Norway"),
        ("in Oslo", "at the harbour"),
        ("in French newspapers", "in Oslo"),
        ("in Parliament", "in London"),
        ("on Monday", "on April 3"),
        ("on Monday", "after the talks of Tuesday"),
        ("on Monday", "before Tuesday’s vote"),
        ("on Monday", "at Tuesday’s vote"),
        ("on Oslo's plan to lend", "in Oslo"),
        ("before the trial", "in an interview"),
        ("in a letter", "at the age of 91"),
    ],
)
def test_settings_of_different_things_are_unknown(one: str, other: str) -> None:
    assert agree(one, other) is None


@given(st.sampled_from(SETTINGS) | st.text(max_size=40))
def test_a_setting_agrees_with_itself_and_says_nothing_of_none(text: str) -> None:
    assert settings_agree(phrase(text), phrase(text)) is True
    assert settings_agree(phrase(text), None) is None
    assert settings_agree(None, None) is None
