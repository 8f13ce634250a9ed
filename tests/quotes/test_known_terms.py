"""Terms in quotation marks that are no statement, and roles of one person before the name."""

from __future__ import annotations

import pytest

from reader.quote_versions import shared_quotes_of_texts
from reader.quotes import find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "Carl Osk was firm, arguing that the silver that was part of the deal to keep the town "
        "from going over the “winter cliff” was all they would give.",
        "Carl Osk said the town proposes bogus savings, as well as failing to offset a levy known "
        "as the “lamp fix” in its sums.",
    ],
)
def test_a_known_term_far_from_the_verb_is_nobody_s_statement(text: str) -> None:
    assert find_quotes(text)[-1].speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Carl Osk said that the pier was the “best thing” for it.",
        "Carl Osk said he had the “absolute right” to leave.",
    ],
)
def test_a_word_or_two_near_the_verb_are_the_speaker_s(text: str) -> None:
    speaker = find_quotes(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Carl Osk"


def test_a_name_in_marks_is_no_part_of_a_statement_that_has_it() -> None:
    full = "“We will seek trade and friends in a free and open Amber-Coast region,” Carl Osk said."
    term = "The team of Osk calls for more boats. The papers have the old name “Amber-Coast” still."
    assert shared_quotes_of_texts([full, term]) == ()


def test_roles_joined_before_a_name_are_those_of_one_person() -> None:
    text = (
        "“The town is lost,” tweeted Rep. Bo Rusk.\n\n“The pier is a stain, as is this mayor,” "
        "wrote guild candidate and Lodd senator Kamila Harvey. “We will not forget it.”"
    )
    names = [quote.speaker.name for quote in find_quotes(text) if quote.speaker]
    assert names == ["Bo Rusk", "Kamila Harvey", "Kamila Harvey"]
