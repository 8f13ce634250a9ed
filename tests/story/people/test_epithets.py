"""Whom an article means by an epithet, a role or a pronoun beside what is said."""

from __future__ import annotations

import pytest

from tests.story.people_texts import cell_of, people_of

_SAID = "“It was a long and weary night for us,” {} said."


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("Rep. Ida Vance (R-Ohio) left the board.", "the four-term congresswoman", "Ida Vance"),
        ("Sen. Ida Vance met Gov. Tom Roe there.", "the senator", "Ida Vance"),
        ("Sen. Ida Vance met Gov. Tom Roe there.", "the governor", "Tom Roe"),
        (
            "Sen. Ida Vance, a Democrat, met Sen. Tom Roe, a Republican.",
            "the Democrat",
            "Ida Vance",
        ),
        ("Ida Vance bought the ferry.", "the 43-year-old", "Ida Vance"),
        ("Ida Vance, the host of the show, left Mr. Roe.", "the Fox News host", "Ida Vance"),
        (
            "Rep. Ida Vance (D-Calif.) won.\n\nRep. Tom Roe (D-Ga.) left.",
            "the California Democrat",
            "Ida Vance",
        ),
    ],
)
def test_an_epithet_is_of_the_person_whom_it_fits(before: str, words: str, name: str) -> None:
    people = people_of(f"Day\n\n{before}\n\n{_SAID.format(words)}")
    assert cell_of(people, name).direct.words == 9
    assert people.unknown[0].times == 0


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Sen. Ida Vance met Sen. Tom Roe there.", "the senator"),
        ("Ida Vance met Tom Roe there.", "the 43-year-old"),
        ("Gov. Ida Vance left.", "the senator"),
        ("Sen. Ida Vance left.", "the chairman of the board"),
        ("Rep. Ida Vance (D-Ga.) left.", "the California Democrat"),
    ],
)
def test_an_epithet_that_fits_nobody_or_several_is_nobodys(before: str, words: str) -> None:
    people = people_of(f"Day\n\n{before}\n\n{_SAID.format(words)}")
    assert people.persons
    assert not any(row.is_heard for row in people.persons)


def test_a_role_of_several_is_of_the_holder_named_last() -> None:
    people = people_of(
        "Day\n\nPresident Tom Roe left in 2008.\n\nPresident Ida Vance came.\n\n"
        "Ms. Vance was glad of it.\n\nThe president said that it was late."
    )
    assert cell_of(people, "Ida Vance").indirect.times == 1


def test_a_pronoun_after_two_names_is_the_subjects() -> None:
    people = people_of(
        "Day\n\nIn his speech, Tom Roe attacked Bob Pym for what he called “a long and dark night”."
    )
    assert cell_of(people, "Tom Roe").partial.words == 5


def test_who_is_told_of_with_a_pronoun_is_only_perhaps_heard() -> None:
    people = people_of(
        "Day\n\nMayor Ida Vance left.\n\nTom Roe wrote, saying he and the mayor had spoken and "
        "“both believe that the port is old and dark”."
    )
    assert not cell_of(people, "Ida Vance").is_heard
