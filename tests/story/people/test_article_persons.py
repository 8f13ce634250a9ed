"""Which names of a story are persons', and which name is whose."""

from __future__ import annotations

import pytest

from tests.story.people_texts import cell_of, names_of, people_of, row_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The headline reads, “THE QUEEN OF DOUBT.” Ida Vance left.", ["Ida Vance"]),
        ("The U.S. Attorney’s office asked. The U.S. Attorney Ida Vance left.", ["Ida Vance"]),
        ("She wrote in The St. Louis Post-Dispatch. Ida Vance left.", ["Ida Vance"]),
        ("The St. Louis-based U.S. attorney's office asked. Ida Vance left.", ["Ida Vance"]),
        ("Some, as the Associated General Builders of Ohio, left.", []),
        ("Rep. Ed Roy, the Ohio Republican who is chairman, left. A Republican won.", ["Ed Roy"]),
        ("Ohio Republican Dana Brodt said that it was late.", ["Dana Brodt"]),
        ("Representative John A. Brodt left.", ["John A. Brodt"]),
        (
            "The F.B.I. ruined it. It was for the F.B.I. Nothing changed. Ida Vance left.",
            ["Ida Vance"],
        ),
        ("The self-titled Harbour’s Toughest Sheriff said that it was late.", []),
        (
            "The Vance Doctrine argued for war. Tom Vance left. The Brodt Doctrine is old.",
            ["Tom Vance"],
        ),
        ("Representative C. A. Dutch Brodt left. Mr. Brodt waved.", ["C. A. Dutch Brodt"]),
        ("The chief A. Barry Brodt left. Barry Brodt came back.", ["A. Barry Brodt"]),
        (
            "He was in Ashford, D.C. Tom Brodt left. Brodt came to Ashford, D.C. Brodt left.",
            ["Tom Brodt"],
        ),
        ("It was in the Diego Union-Tribune. Tom Vance Jr. left. Jr. was late.", ["Tom Vance Jr."]),
        ("Robert Brodt’s report came. It was by Robert S. Brodt III.", ["Robert S. Brodt III"]),
        ("Vance’s brother Jeb left. Jeb Vance later said that he had not.", ["Jeb Vance"]),
        ("Some Roman Catholic leaders left.", []),
        (
            "He met Ann Lee, Bob Ross, Tuck Brodt and Xerl Limm there.",
            ["Ann Lee", "Bob Ross", "Tuck Brodt", "Xerl Limm"],
        ),
        ("He met Ann Lee, Bob Ross and Wall Street on Monday.", ["Ann Lee", "Bob Ross"]),
    ],
)
def test_a_row_needs_a_name_that_is_surely_a_persons(text: str, names: list[str]) -> None:
    assert names_of(people_of(f"Day\n\n{text}")) == names


@pytest.mark.parametrize("opening", ["Plus", "Besides", "Unlike", "Despite"])
def test_a_word_that_opens_a_sentence_is_no_given_name(opening: str) -> None:
    people = people_of(
        f"Day\n\nIda Vance came.\n\n{opening} Vance, nobody stayed. “No,” Vance said."
    )
    assert names_of(people) == ["Ida Vance"]


def test_a_verb_before_a_surname_in_a_headline_is_no_given_name() -> None:
    people = people_of(
        "U.S. Attorney Subpoenas Seel’s Campaign and Ohio G.O.P.\n\n"
        "The office asked for papers of Gov. Carl Seel. Mr. Seel said that he would help."
    )
    assert names_of(people) == ["Carl Seel"]
    assert [title.text for title in cell_of(people, "Carl Seel").titles] == ["Gov.", "Mr."]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Ob, Dawnie Zimm, said so. Ms. Zimm’s account was heard.",
        "Among them was Representative-elect Dawnie Zimm. “I asked for it,” Zimm said.",
        "The challenger, Republican Dawnie Zimm, left. “Who knew of it?” Zimm asked.",
    ],
)
def test_a_surname_that_is_a_persons_shows_the_full_name(text: str) -> None:
    people = people_of(f"Day\n\n{text}")
    assert names_of(people) == ["Dawnie Zimm"]
    assert people.others == ()


def test_a_title_of_the_other_sex_is_another_person() -> None:
    people = people_of("Day\n\nHillary Brodt spoke. Mr. Brodt was glad.", "Day\n\nBill Brodt left.")
    assert row_of(people, "Hillary Brodt").named_in == (0,)
    assert row_of(people, "Bill Brodt").named_in == (0, 1)


def test_a_given_name_of_both_sexes_fits_every_title() -> None:
    people = people_of("Day\n\nTerry O'Nell spoke.", "Day\n\nTerry O’Nell left. Ms. O’Nell sang.")
    assert len(people.persons) == 1
    assert row_of(people, "Terry O'Nell").mentions == 3


def test_somebody_who_speaks_for_a_person_without_a_title_is_no_person() -> None:
    people = people_of("Day\n\nBob Brodt left. Brodt’s spokesman said that it was late.")
    assert not row_of(people, "Bob Brodt").is_heard


def test_a_surname_after_two_who_are_named_at_once_is_of_neither() -> None:
    people = people_of("Day\n\nAs Tom and Ida Vance left, Vance’s plans were undone.")
    assert names_of(people) == ["Ida Vance", "Tom Vance"]
    assert all(row.mentions == 1 for row in people.persons)


def test_a_surname_is_of_the_one_of_a_pair_who_is_named_elsewhere() -> None:
    people = people_of("Day\n\nTom Vance spoke. As Tom and Ida Vance left, Vance waved.")
    assert row_of(people, "Tom Vance").mentions == 3


def test_the_name_of_a_child_is_not_the_parents() -> None:
    people = people_of(
        "Day\n\nMichael Richard Brodt took the oath. Mr. Brodt smiled as his children, Michael and "
        "Audrey, watched. Mike Brodt left."
    )
    assert row_of(people, "Michael Richard Brodt").mentions == 3


def test_an_office_shows_which_of_one_surname_is_meant() -> None:
    people = people_of(
        "Day\n\nPresident Hal Vance left. His brother Tom Vance stayed. "
        "President Vance said that the sea is rising."
    )
    assert row_of(people, "Hal Vance").mentions == 2
    assert row_of(people, "Hal Vance").is_heard
    assert not row_of(people, "Tom Vance").is_heard


@pytest.mark.parametrize(
    "relatives",
    [
        "The mayor’s daughter Ida Vance met Ned Ross.",
        "They wrote to Xerla and Ida Vance.",
        "The first lady, Ida Vance, met Ned Ross.",
    ],
)
def test_an_office_is_not_that_of_a_relative_who_alone_is_named_in_full(relatives: str) -> None:
    text = f"{relatives} A message from President Vance came. “We go on,” Mr. Vance said."
    people = people_of(f"Day\n\n{text}", "Day\n\nPresident Tom Vance left.")
    assert row_of(people, "Ida Vance").mentions == 1
    assert not row_of(people, "Ida Vance").is_heard
    assert row_of(people, "Tom Vance").mentions == 3
    assert row_of(people, "Tom Vance").quoted.words == 3


def test_a_son_of_the_same_name_who_comes_later_is_another_one() -> None:
    people = people_of(
        "Ban\n\nPresident Vance spoke. “It is a ban,” Mr. Vance said.\n\nA photo showed Tom Vance "
        "Jr. with a fish. They forced Vance to think.",
        "Ban\n\nPresident Tom Vance left.",
    )
    assert names_of(people) == ["Tom Vance", "Tom Vance Jr."]
    assert row_of(people, "Tom Vance").mentions == 4
    assert row_of(people, "Tom Vance Jr.").mentions == 1


def test_the_president_is_the_one_of_a_surname_who_is_president() -> None:
    people = people_of(
        "Fair\n\nShe wrote to Xerla and Ida Vance.\n\nThe sisters met President Vance at the fair. "
        "The president remarked that it was “puzzling that I do this.”"
    )
    assert row_of(people, "Vance").quoted.words == 5


def test_a_queen_is_nobody_of_that_given_name() -> None:
    people = people_of("Day\n\nQueen Anna II met Anna Vance. Ms. Vance left.")
    assert row_of(people, "Anna Vance").mentions == 2


def test_a_place_is_no_mention() -> None:
    people = people_of("Day\n\nTom Alder left. Mr. Alder came to Port Alder by the sea.")
    assert row_of(people, "Tom Alder").mentions == 2


def test_an_initial_tells_a_son_from_his_father() -> None:
    people = people_of(
        "Two presidents\n\nGeorge W. Vance, the former president, spoke on Tuesday. "
        "“I hope he is well,” George W. Vance said.\n\n"
        "His father, George Vance, was taken to a hospital. “I feel fine,” George Vance said."
    )
    assert row_of(people, "George W. Vance").spoken.words == 5
    assert row_of(people, "George Vance").spoken.words == 3


def test_a_surname_of_two_brothers_alone_is_nobodys() -> None:
    people = people_of(
        "Two Vances\n\nFormer Senator Tim Vance lost. His brother Xerlo Vance won.\n\n"
        "Xerlo Vance spoke about Tim Vance.\n\n“It is time,” Vance said."
    )
    assert not row_of(people, "Tim Vance").is_heard
    assert not row_of(people, "Xerlo Vance").is_heard


def test_the_title_of_a_broadcast_is_no_person() -> None:
    people = people_of(
        "On air\n\nOwen Brodt left. “We are proud,” the Dana Mercer Show said on Tuesday."
    )
    assert names_of(people) == ["Owen Brodt"]


def test_a_word_that_opens_a_sentence_is_no_speaker() -> None:
    people = people_of(
        "Quay closed\n\nOwen Brodt spoke on Tuesday. Rather than go ahead with the vote, declare "
        "that the quay is unsafe, he told the board."
    )
    assert not people.others
    assert names_of(people) == ["Owen Brodt"]


def test_a_description_between_two_names_is_of_the_one_that_speaks() -> None:
    people = people_of(
        "Day\n\nAfter meeting Judge Simon Vance, the board leader, Clara Brodt, said he “left.”"
    )
    assert not cell_of(people, "Simon Vance").descriptions


def test_an_initial_keeps_two_apart_over_articles_where_one_names_both() -> None:
    both = (
        "Two presidents\n\nGeorge W. Vance spoke on Tuesday.\n\n"
        "His father, George Vance, was taken to a hospital."
    )
    father = "Hospital\n\nGeorge Vance was taken to a hospital. “I feel fine,” George Vance said."
    son = "Day\n\nGeorge W. Vance spoke. “I feel well today,” George W. Vance said."
    for texts in ((both, father, son), (father, son, both), (son, father, both)):
        people = people_of(*texts)
        assert names_of(people) == ["George Vance", "George W. Vance"]
        assert row_of(people, "George Vance").spoken.words == 3


@pytest.mark.parametrize(
    "words",
    [
        "He was hired by Goldman Sachs and worked at Wells Fargo for years.",
        "The ferry went to Ann Arbor and back to Prince George’s County.",
        "The Teague campaign said no, and so did a Teague aide.",
    ],
)
def test_bodies_places_and_whose_a_noun_is_are_no_persons(words: str) -> None:
    assert names_of(people_of(f"Day at sea\n\nIt was a cold night. {words}")) == []


def test_a_campaign_of_somebody_elsewhere_names_nobody() -> None:
    people = people_of(
        "Day at sea\n\nMarian Teague called it late.",
        "Day at sea\n\nAides of the Teague campaign were late.",
    )
    assert row_of(people, "Marian Teague").named_in == (0,)
