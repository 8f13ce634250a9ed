"""Names that brackets, lists of writers and nouns for bodies stand beside."""

from __future__ import annotations

import pytest

from tests.story.people_texts import cell_of, names_of, people_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They thanked Governor [Rick] Vance.", ["Rick Vance"]),
        ("“[Board Chairman Patrick] Lodd agreed,” said Ann Lee.", ["Ann Lee", "Patrick Lodd"]),
        ("“I like (Secretary of State Jim) Lodd,” said Ann Lee.", ["Ann Lee", "Jim Lodd"]),
        ("“I like [the harbour] Lodd,” said Ann Lee.", ["Ann Lee"]),
        ("Ann Lodd and Bo Roe and Ida Vance\n\nThe ferry left, Ann Lee said.", ["Ann Lee"]),
        ("Ed Roy of South Carolina and Jim Brodt of Ohio left.", ["Ed Roy", "Jim Brodt"]),
        ("They read the satirical newspaper Charlie Lodd. Charlie Lodd sold out.", []),
        ("The newspaper Charlie Lodd owns was late.", ["Charlie Lodd"]),
        ("They commented on the CEO’s remarks. The CEO left. Ida Vance left.", ["Ida Vance"]),
        ("It was a report after Election Day. Ida Vance left.", ["Ida Vance"]),
        ("Al Jazeera said that it was late. Ida Vance left.", ["Ida Vance"]),
        ("The President Vance-backed Ohio candidate left. Ann Lee left.", ["Ann Lee"]),
        (
            "They are Tom Wiech, 29, Ida Vance, 20, Dorla Lodd, 21, and Ann DaLee, 23.",
            ["Ann DaLee", "Dorla Lodd", "Ida Vance", "Tom Wiech"],
        ),
    ],
)
def test_words_beside_a_name_show_whose_it_is(text: str, names: list[str]) -> None:
    assert names_of(people_of("The day\n\n" + text)) == names


def test_a_noun_for_a_body_holds_in_the_other_articles() -> None:
    people = people_of(
        "The day\n\nThey read the magazine Charlie Lodd.",
        "The day\n\nCharlie Lodd was attacked, Ann Lee said.",
    )
    assert names_of(people) == ["Ann Lee"]


def test_a_title_shows_a_surname_in_the_other_articles() -> None:
    people = people_of(
        "The day\n\nPresident Vance left the harbour.",
        "The day\n\nVance said on Monday: “The harbour is open to everybody again.”",
    )
    assert names_of(people) == ["Vance"]
    assert cell_of(people, "Vance", 1).direct.times == 1


def test_a_king_is_not_who_has_his_name_as_a_surname() -> None:
    people = people_of(
        "The day\n\nKing Salmar came. Crown Prince Mohamad bin Salmar met him.\n\n“It is a very "
        "good day,” King Salmar said.\n\n“We will build a port,” Prince Mohamad said."
    )
    assert names_of(people) == ["Mohamad bin Salmar", "Salmar"]
    assert cell_of(people, "Salmar").direct.times == 1
    assert cell_of(people, "Mohamad bin Salmar").direct.times == 1


def test_two_verbs_of_one_subject_make_one_row() -> None:
    people = people_of(
        "The day\n\nSeveral members of the board called the plan “unacceptable” and demanded an "
        "“open and fair” vote."
    )
    assert [row.name for row in people.others] == ["Several members of the board"]


def test_a_body_after_the_end_of_a_sentence_is_named_alone() -> None:
    people = people_of(
        "The day\n\nHe was seen in Ashford County. The Harbour Department said that he had left."
    )
    assert [row.name for row in people.others] == ["Harbour Department"]


def test_an_office_holder_of_a_body_is_not_whom_the_body_is_named_after() -> None:
    people = people_of(
        "The day\n\nPresident Vance left.\n\nThe Vance cabinet member involved in two accidents "
        "will take a leave, he announced on Monday."
    )
    assert not cell_of(people, "Vance").indirect.times


def test_who_is_named_after_a_source_is_not_the_source() -> None:
    people = people_of(
        "The day\n\nTom Wiech left.\n\nAccording to a harbour official, Wiech was on leave when "
        "the boats were lost.\n\nAccording to the mayor, Ada Brodt, the harbour was open all day."
    )
    assert not cell_of(people, "Tom Wiech").indirect.times
    assert cell_of(people, "Ada Brodt").indirect.times == 1
