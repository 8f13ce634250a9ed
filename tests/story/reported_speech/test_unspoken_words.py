"""Sentences and names that look like somebody's words, and are nobody's, or are another's."""

from __future__ import annotations

import pytest

from reader import SpeakerKind
from tests.story.people_texts import cell_of, names_of, people_of, row_of


def _heard(text: str) -> dict[str, int]:
    """Return how often each person is heard in an article with a headline."""
    people = people_of(f"The day of the port\n\n{text}")
    return {row.name: row.spoken.times for row in (*people.persons, *people.others)}


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vance did not say that the port was closed.",
        "Ida Vance has not yet said whether she will run for the seat.",
        "It will be known when Ida Vance announces whether she steps down.",
        "Ida Vance came to the port. The growth she promised has turned into a long loss.",
        "Ida Vance was asked whether the port would be closed to all.",
        "Ida Vance said little about the port and its boats.",
        "Ida Vance told friends of her plans in a call.",
        "According to the Velmont Post, Ida Vance is in the middle of the field.",
        "Ida Vance rejected the notion that the port should be closed to boats.",
    ],
)
def test_a_verb_that_gives_no_words_is_counted_for_nobody(text: str) -> None:
    assert _heard(text)["Ida Vance"] == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Vance told Sens. Carl Seel, of Ohio, and Ann Reed that she regrets it.", 4),
        ("Ida Vance said over the weekend that she regrets it.", 4),
        ("Ida Vance said Monday she regrets it.", 3),
        ("The trouble, Ida Vance said, is the sand in the old port.", 9),
        ("Ida Vance, who would be expected to come, said it was a long way.", 5),
    ],
)
def test_words_of_indirect_speech_are_those_that_are_said(text: str, words: int) -> None:
    people = people_of(f"The day of the port\n\n{text}")
    assert cell_of(people, "Ida Vance").indirect.words == words


@pytest.mark.parametrize(
    "name",
    ["Harbour Rising, a committee of owners,", "OPDO Action, the arm of a firm,"],
)
def test_a_body_is_no_person(name: str) -> None:
    text = f"The day\n\nNothing came of it on Monday. {name} called the plan a fault. It was late."
    assert names_of(people_of(text)) == []


def test_words_for_a_speaker_are_whole() -> None:
    people = people_of(
        "The day\n\nThe mayor of Velmont said that the port was closed. People with knowledge of "
        "the case said that it was late."
    )
    names = {row.name for row in people.others}
    assert {"The mayor of Velmont", "People with knowledge of the case"} <= names


def test_a_pronoun_after_another_name_is_only_perhaps_of_the_person() -> None:
    people = people_of(
        "The day\n\nThe plan was set by the radio host Carl Seel, and Bob Reed did not like it."
        "\n\n“It will be a good year,” he declared at one point."
    )
    assert not any(row.is_heard for row in people.persons)


def test_a_sir_is_called_by_the_given_name() -> None:
    people = people_of("The day\n\nSir Keir Seel came. “We will build,” Sir Keir said on Monday.")
    assert row_of(people, "Keir Seel").spoken.times == 1


def test_two_with_parties_speak_together() -> None:
    heard = _heard("“It is dead,” Ida Vance (D-Ohio) and Carl Seel (D-Iowa) said on Monday.")
    assert heard == {"Ida Vance": 1, "Carl Seel": 1}


def test_a_name_that_fits_father_and_son_is_of_neither() -> None:
    heard = _heard(
        "Carl H. W. Seel and his son, Carl W. Seel, came to the port. Carl Seel said it was fine."
    )
    assert heard == {"Carl H. W. Seel": 0, "Carl W. Seel": 0}


def test_an_arabic_article_may_be_left_out() -> None:
    people = people_of("The day\n\nPresident Omar el-Sarri came. “Yes,” Sarri said. It was late.")
    assert names_of(people) == ["Omar el-Sarri"]
    assert row_of(people, "Omar el-Sarri").spoken.times == 1


def test_a_role_that_two_have_is_only_perhaps_of_one() -> None:
    people = people_of(
        "The day\n\nGov. Ida Vance met Gov. Carl Seel. The governor said that it was a long day."
    )
    assert not any(row.is_heard for row in people.persons)


def test_what_is_said_of_a_person_may_begin_with_whose() -> None:
    people = people_of(
        "The day\n\nIda Vance, President Seel’s harbour adviser, said no. “Yes,” said Mr. Seel’s "
        "lawyer, Carl Reed. When he was a senator in Ohio, Ann Teague said, it was late."
    )
    called = {row.name: [each.text for each in row.cells[0].descriptions] for row in people.persons}
    assert called["Ida Vance"] == ["President Seel’s harbour adviser"]
    assert called["Carl Reed"] == ["Mr. Seel’s lawyer"]
    assert called["Ann Teague"] == []


def test_a_noun_for_no_person_is_no_other_speaker() -> None:
    people = people_of("The day\n\nPay is set according to a worker's contributions over a life.")
    assert SpeakerKind.GROUP not in {row.kind for row in people.others}


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vance often notes in hearings, where she sits on Mondays, the end of the port.",
        "“It is late,” was the line. Ida Vance asked Carl Seel whether “the port” was old.",
    ],
)
def test_whoever_stands_at_a_verb_of_saying_is_perhaps_heard(text: str) -> None:
    people = people_of(f"The day of the port\n\n{text}")
    assert "Ida Vance" not in {row.name for row in people.never_heard}


def test_an_epithet_of_somebody_named_is_no_row() -> None:
    people = people_of(
        "The day\n\nSen. Ida Vance met Ned Ross. “It is a long day,” the 43-year-old said."
    )
    assert people.others == ()
    assert people.unknown[0].times == 1


def test_father_and_son_of_one_name_are_two() -> None:
    people = people_of(
        "The day\n\nIt was so twice, once by President Carl Seel in 1990, and again by his son, "
        "President Carl W. Seel, in 2001."
    )
    assert names_of(people) == ["Carl Seel", "Carl W. Seel"]


def test_two_with_titles_speak_together() -> None:
    heard = _heard("“It is late,” Speaker Ida Vance and Senator Carl Seel said in a statement.")
    assert heard == {"Ida Vance": 1, "Carl Seel": 1}


def test_a_body_that_begins_as_a_rank_is_no_person() -> None:
    people = people_of("The day\n\nCarl Seel came. It was built for General Electric in 1990.")
    assert names_of(people) == ["Carl Seel"]
