"""Sentences in which the reporter tells what one or several persons said."""

from __future__ import annotations

import pytest

from reader import find_quotes
from reader.quotes import ArticleText
from reader.story.reported_speech.speeches import find_speeches
from tests.story.people_texts import article


def said_in(sentence: str) -> list[tuple[str, list[str]]]:
    """Return who says what in a sentence without quotation marks."""
    found = article("The day\n\n" + sentence)
    whole = ArticleText(found)
    return [
        (
            speech.speaker.name if speech.speaker else "",
            [whole.text[begin:end].strip(" ,") for begin, end in speech.spans],
        )
        for speech in find_speeches(whole, find_quotes(found))
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Ida Vance left in May, saying that the ferry had been lost.",
            [("Ida Vance", ["that the ferry had been lost."])],
        ),
        (
            "Ida Vance beat Tom Wiech, openly calling him late and contending that he was lost.",
            [("Ida Vance", ["that he was lost."])],
        ),
        (
            "Ida Vance left the quay, telling reporters that the ferry was late.",
            [("Ida Vance", ["that the ferry was late."])],
        ),
        (
            "Ida Vance blamed the board after telling reporters he supported the plan.",
            [("Ida Vance", ["he supported the plan."])],
        ),
        (
            "Ida Vance said the ferry was late, while Tom Wiech argued that it was early.",
            [("Ida Vance", ["the ferry was late"]), ("Tom Wiech", ["that it was early."])],
        ),
        (
            "Ida Vance said the ferry was late, and Tom Wiech told reporters that it was early.",
            [("Ida Vance", ["the ferry was late"]), ("Tom Wiech", ["that it was early."])],
        ),
        (
            "Ida Vance, the mayor, said the plan was late and warned that the quay may fall.",
            [("Ida Vance", ["the plan was late", "that the quay may fall."])],
        ),
        (
            "Ida Vance went on to say that the quay was shut.",
            [("Ida Vance", ["that the quay was shut."])],
        ),
        (
            "Ida Vance agreed that the quay was shut.",
            [("Ida Vance", ["that the quay was shut."])],
        ),
        (
            "Ida Vance questioned why the quay was shut.",
            [("Ida Vance", ["why the quay was shut."])],
        ),
        (
            "Ida Vance, who owns a boat, often notes in hearings that she is the only sailor.",
            [("Ida Vance", ["that she is the only sailor."])],
        ),
        (
            "Ida Vance saw the sand — where a wreck is thought to be — and said it sank.",
            [("Ida Vance", ["it sank."])],
        ),
        (
            "Ida Vance announced on Monday that Tom Wiech was ill, adding that he would recover.",
            [("Ida Vance", ["that Tom Wiech was ill", "that he would recover."])],
        ),
    ],
)
def test_every_verb_of_a_sentence_gives_the_words_of_its_subject(
    sentence: str, said: list[tuple[str, list[str]]]
) -> None:
    assert said_in(sentence) == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The ferry was late, said Ida Vance and Tom Wiech.",
            ("Ida Vance and Tom Wiech", ["The ferry was late"]),
        ),
        (
            "Both Ida Vance and Tom Wiech have argued that the ferry was late.",
            ("Ida Vance and Tom Wiech", ["that the ferry was late."]),
        ),
    ],
)
def test_both_of_two_speakers_say_it(sentence: str, said: tuple[str, list[str]]) -> None:
    assert said_in(sentence) == [said]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The roads, Mr. Vance said, need work.", ["The roads", "need work."]),
        ("The roads, Mr. Vance noted, were shut.", ["The roads", "were shut."]),
        (
            "The roads need work, Mr. Vance said, adding that the money was gone.",
            ["The roads need work", "that the money was gone."],
        ),
        (
            "The roads need work, Mr. Vance said on Monday, and the quay is shut.",
            ["The roads need work"],
        ),
        ("The roads will be mended soon, Mr. Vance promised.", ["The roads will be mended soon"]),
    ],
)
def test_words_before_a_speaker_with_a_title_are_said(sentence: str, said: list[str]) -> None:
    assert said_in(sentence) == [("Vance", said)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Vance won the county, suggesting that polls were wrong.",
        "Ida Vance was late when Tom Wiech left, saying that the ferry was gone.",
        "The board agreed with that decision, so that the ferry could leave.",
        "Nobody knows what Mrs. Vance said that he believes.",
        "Ida Vance announced it on Saturday, however.",
    ],
)
def test_whose_words_a_participle_gives_is_left_open_where_it_may_be_facts_or_another(
    sentence: str,
) -> None:
    assert said_in(sentence) == []


def test_a_pronoun_after_an_adverbial_without_a_comma_is_a_subject() -> None:
    (first, second) = said_in(
        "Mr. Vance said he was late. At one point he suggested that the ferry had sunk."
    )
    assert first[0] == "Vance"
    assert second == ("Vance", ["that the ferry had sunk."])


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Certainly, as the Herald’s Ida Vance notes, it will keep the boats in the harbour.",
            "it will keep the boats in the harbour.",
        ),
        ("The quay is shut for good, as Ida Vance notes.", "The quay is shut for good"),
    ],
)
def test_a_comment_with_as_gives_the_clause_beside_it(sentence: str, said: str) -> None:
    assert said_in(sentence) == [("Ida Vance", [said])]


def test_a_participle_has_no_clause_where_that_describes_its_object() -> None:
    assert said_in("Ida Vance defends the board, disavowing openly rude signs that appear.") == []


def test_an_insertion_between_double_hyphens_has_no_verb_of_the_sentence() -> None:
    (first,) = said_in(
        "The aides said Tom Wiech -- the owner of the ferry -- acknowledged that it was late."
    )
    assert first[0] == "The aides"
