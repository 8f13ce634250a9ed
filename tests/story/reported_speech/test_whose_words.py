"""Whose words a sentence of indirect speech gives, and where they end."""

from __future__ import annotations

import pytest

from tests.story.people_texts import cell_of, people_of


def _heard(text: str) -> dict[str, tuple[int, int]]:
    """Return how often each person is surely heard, and with how many words."""
    people = people_of(f"The day of the port\n\n{text}")
    rows = (*people.persons, *people.others)
    return {row.name: (row.spoken.times, row.spoken.words) for row in rows if row.is_heard}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (
            "Ida Vance and Tom Wiech met. Vance said the pier was shut and Wiech said it was open.",
            {"Ida Vance": (1, 4), "Tom Wiech": (1, 3)},
        ),
        (
            "Ida Vance and Tom Wiech came. It was Vance, not Wiech, who said the pier was shut.",
            {"Ida Vance": (1, 4)},
        ),
        (
            "Ida Vance left. The mayor, Ann Roth, came. The day Vance left, said Roth, was bad.",
            {"Ann Roth": (1, 6)},
        ),
        ("Tom Wiech died there, said his son, Carl Seel.", {"Carl Seel": (1, 4)}),
        (
            "Judge Ida Vance asked first. Justices Vance and Bo Roth said they were late.",
            {"Ida Vance": (1, 3), "Bo Roth": (1, 3)},
        ),
        ("Ida Vance came. Vance claimed Tom Wiech asked her for a boat.", {"Ida Vance": (1, 7)}),
        (
            "Ida Vance took hits at owners, claiming a lack of boats from the Council is to blame.",
            {"Ida Vance": (1, 10)},
        ),
        ("Ida Vance issued a statement saying she was sorry.", {"Ida Vance": (1, 3)}),
        ("Ida Vance said Tom Wiech, though, would go if the board went.", {"Ida Vance": (1, 9)}),
        (
            "Yet by the time Ida Vance said Monday on the pier that it was late, for all, the "
            "boats had gone.",
            {"Ida Vance": (1, 0)},
        ),
        (
            "Ida Vance said after the talks that the board would stay, as long as the port is "
            "open.",
            {"Ida Vance": (1, 12)},
        ),
        (
            "Ida Vance urged the owners there to help the fund and thanked the clerks.",
            {"Ida Vance": (1, 0)},
        ),
        (
            "Ida Vance said the owners must prove what they hold or where they work.",
            {"Ida Vance": (1, 11)},
        ),
        (
            "Ida Vance said the notes were old, a point on which the board disagrees.",
            {"Ida Vance": (1, 4)},
        ),
        (
            "Reps. Ida Vance, Tom Wiech and Carl Seel said they were late.",
            {"Ida Vance": (1, 3), "Tom Wiech": (1, 3), "Carl Seel": (1, 3)},
        ),
        ("Ida Vance called on the owners to leave.", {"Ida Vance": (1, 4)}),
        (
            "Ida Vance said the port should be shut but still declined to say when.",
            {"Ida Vance": (1, 0)},
        ),
        (
            "Sand, Ida Vance told the harbour board, is the trouble of the port.",
            {"Ida Vance": (1, 7)},
        ),
        (
            "But the mayor has kept still, Ida Vance said Sunday, and her plans were unknown.",
            {"Ida Vance": (1, 0)},
        ),
        (
            "Ida Vance blamed owners as well as clerks, saying she did not know their aims.",
            {"Ida Vance": (1, 6)},
        ),
    ],
)
def test_words_are_of_the_subject_of_their_verb_and_end_with_the_clause(
    text: str, heard: dict[str, tuple[int, int]]
) -> None:
    assert _heard(text) == heard


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vance came. There is no proof that Vance said the pier was shut.",
        "Ida Vance came. Nobody knows whether Vance said the pier was shut.",
        "Ida Vance and Tom Wiech would set new limits on pay, stipulating that it should not grow.",
        "Ida Vance came. It was the support that Vance predicted she had.",
    ],
)
def test_a_clause_that_nobody_states_to_be_said_is_nobodys(text: str) -> None:
    assert _heard(text) == {}


def test_what_a_leaflet_claims_that_somebody_said_is_the_leaflets() -> None:
    heard = _heard("Ida Vance came. The leaflet falsely claims Vance said the pier was shut.")
    assert "Ida Vance" not in heard


def test_a_pronoun_after_the_words_of_another_is_not_surely_the_subjects() -> None:
    heard = _heard("Tom Wiech died there, said his son, Carl Seel. He said it was late.")
    assert "Tom Wiech" not in heard


def test_a_pronoun_goes_on_from_sentence_to_sentence() -> None:
    people = people_of(
        "The day\n\nMr. Tom Wiech spoke of how Mr. Carl Seel and he met.\n\nHe recalled when he "
        "was with Mr. Seel.\n\n“We spent five days on the boat,” he said."
    )
    assert cell_of(people, "Tom Wiech").direct.times == 1


def test_the_only_person_named_in_the_sentence_is_the_pronouns() -> None:
    people = people_of(
        "The day\n\nMr. Carl Seel ran the port.\n\nAnd when Mr. Tom Wiech left, he did so "
        "because he said he was ill."
    )
    assert cell_of(people, "Tom Wiech").indirect.times == 1


def test_a_pronoun_long_after_a_name_is_not_even_perhaps_its() -> None:
    filler = "\n\nThe boats lay at the pier, and nothing was done there all day."
    people = people_of(
        f"The day\n\nThe mayor and his wife, Ida Vance, came.{filler * 5}\n\nA first guest was "
        "booed when she disclosed that she was late."
    )
    assert not cell_of(people, "Ida Vance").perhaps


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vance lied to the board, and it was sorry.",
        "The mayor, said Prime Minister Ida Vance’s planned talk was off.",
        "It was not clear what Ida Vance said that he thought was late.",
        "Ida Vance posted a photo of her boat.",
        "The Ida Vance email was late.",
        "Ida Vance issued a subpoena on Monday.",
    ],
)
def test_who_says_nothing_beside_a_verb_is_never_heard(text: str) -> None:
    people = people_of(f"The day of the port\n\n{text}")
    assert "Ida Vance" in {row.name for row in people.never_heard}
