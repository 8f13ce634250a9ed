"""Whom somebody tells something is no part of what is told; what is told has its whole clause."""

import pytest

from tests.story.people_texts import cell_of, people_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Vance told the Harbour Star she could not see it.", 5),
        ("Ida Vance told Vale & Friends one of the aims is to see it.", 8),
        ("Ida Vance told Tom Wiech and Ned Ross she had left the quay.", 5),
        ("Ida Vance told reporters at the Old Harbour on Monday she would not go.", 4),
        ("Ida Vance told the group the bridge was shut at noon.", 6),
        ("Ida Vance told a class of new officers at the old school on Friday that he was late.", 4),
        ("Ida Vance said it was a country where many children must work.", 9),
        ("The ferry was shut after it sank, its owner, Ida Vance, said.", 7),
        ("The ferry was shut after it sank, said the owner, Ida Vance.", 7),
    ],
)
def test_the_words_of_a_statement_are_those_that_are_told(text: str, words: int) -> None:
    said = cell_of(people_of("The day\n\nIda Vance came.\n\n" + text), "Ida Vance").indirect
    assert (said.times, said.words) == (1, words)


def test_the_words_are_not_counted_where_nothing_shows_whom_they_are_told() -> None:
    said = cell_of(people_of("Ida Vance told old friends Ned and Tom were late."), "Ida Vance")
    assert said.indirect.words == 0


def test_a_quotation_that_is_printed_again_is_no_indirect_speech() -> None:
    text = "“It was a great day for the whole harbour,” Ida Vance said."
    said = cell_of(people_of(f"{text}\n\nThe quay was shut.\n\n{text}"), "Ida Vance")
    assert (said.direct.times, said.indirect.times) == (1, 0)


def test_a_participle_is_of_the_last_clause_with_a_subject() -> None:
    people = people_of(
        "The boats left after Ned Ross learned of it, but Ida Vance has gone on, saying that "
        "it was late."
    )
    assert cell_of(people, "Ida Vance").indirect.times == 1


def test_who_is_named_in_the_clause_of_a_far_verb_has_not_said_it() -> None:
    people = people_of(
        "Ned Ross has left after a fifth accuser -- who is a cousin -- came and alleged that Ross "
        "hit him."
    )
    assert not cell_of(people, "Ned Ross").spoken


def test_words_before_the_verb_that_are_no_clause_are_the_reporter_s() -> None:
    text = "Ida Vance came.\n\nOn the Sunday morning talk shows, Ms. Vance said fraud had occurred."
    assert cell_of(people_of(text), "Ida Vance").indirect.words == 3


def test_who_is_spoken_of_as_he_right_after_another_spoke_has_perhaps_said_it() -> None:
    people = people_of(
        "Ned Ross was with them for years, said Dr. Tom Wiech, the chief.\n\n“He was a loving, "
        "caring doctor” who served all “with the utmost of respect,” he said."
    )
    assert not cell_of(people, "Ned Ross").spoken


def test_a_quotation_after_a_paragraph_about_another_is_perhaps_continued() -> None:
    people = people_of(
        "“We keep on for good,” said Ida Vance. “We fight on.”\n\nMayor Ned Ross signed the order "
        "on May 15.\n\n“To all of you, this stands as a sign of our deep belief.”"
    )
    vance = cell_of(people, "Ida Vance")
    assert (vance.direct.times, vance.perhaps.times) == (1, 1)
