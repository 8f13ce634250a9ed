"""Verbs of a sentence that also quotes: what they report, and whose it is."""

from __future__ import annotations

import pytest

from tests.story.people_texts import cell_of, people_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Vance said she knew nothing of the note which Bo Roth told us was “a cry.”", 0),
        ("Ida Vance said that “we are late” and promising that all would go on.", 5),
        ("“They went,” said Ida Vance, complaining that the boats got no fuel.", 6),
        ("“It is late,” Ida Vance said, adding that the boats would not go.", 6),
        ("Ida Vance said the port is shut; she also called it “a great loss to us”.", 0),
        ("“It is late,” Ida Vance said, and told reporters that the vote was over.", 5),
        ("Tom Wiech called it “a loss to us” and Ida Vance claimed she was sent away.", 4),
    ],
)  # fmt: skip
def test_a_verb_that_reports_no_quotation_has_a_clause_of_its_own(text: str, words: int) -> None:
    indirect = cell_of(people_of(f"The day of the port\n\n{text}"), "Ida Vance").indirect
    assert (indirect.times, indirect.words) == (1, words)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vance said the port was “a great loss to us all” on Monday.",
        "Ida Vance said, of the clerk who says he left, that it was “a loss to us”.",
        "“He told them that it was late,” Ida Vance said.",
    ],
)
def test_a_clause_that_a_quotation_is_part_of_is_not_counted_again(text: str) -> None:
    assert not cell_of(people_of(f"The day of the port\n\n{text}"), "Ida Vance").indirect


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vance never said “the port is shut for good”.",
        "Ida Vance did not say “the port is shut for good”.",
        "Ida Vance would have said “the port is shut for good”.",
        "Ida Vance allegedly said “the port is shut for good”.",
    ],
)
def test_words_that_are_denied_or_alleged_are_nobodys(text: str) -> None:
    people = people_of(f"The day of the port\n\n{text}")
    assert not cell_of(people, "Ida Vance").is_heard
    assert people.unknown[0].times == 1


def test_who_is_told_after_and_is_no_speaker() -> None:
    people = people_of(
        "The day\n\nIda Vance said “it is late,” and told reporters to leave the port."
    )
    assert cell_of(people, "Ida Vance").quoted.times == 1
    assert people.others == ()


def test_the_question_of_an_aide_with_a_title_is_not_of_who_replies() -> None:
    people = people_of(
        "The day\n\nAsked by one of Ms. Vance’s aides, “Is this the last word on the port,” "
        "Mr. Wiech replied at once."
    )
    assert not cell_of(people, "Wiech").is_heard


def test_who_asks_in_a_clause_with_after_is_its_subject() -> None:
    people = people_of(
        "The day\n\nTom Wiech is seen holding the wrist of a clerk after the man approached the "
        "mayor and asked if he backed the “harbour plan for all”."
    )
    assert not cell_of(people, "Tom Wiech").is_heard


def test_words_about_him_without_an_attribution_are_only_perhaps_his() -> None:
    people = people_of(
        "The day\n\n“I was pushed at the port,” Mr. Tom Wiech said, noting that it had been a "
        "“long day.”\n\n“His conduct is that of a child, and he should leave the board.”"
    )
    cell = cell_of(people, "Tom Wiech")
    assert (cell.quoted.times, cell.perhaps.times) == (2, 1)
