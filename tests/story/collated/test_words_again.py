"""Sentences that stand in passages of other articles, nearly word for word."""

from __future__ import annotations

import pytest

from reader import Passage, Place, article_from_text
from reader.story.collated.words_again import take_words_again

TOLD = (
    "“We heard a bang, and then it was dark. I’m not saying that I am going to sue,” Ohl said, "
    "“and I don’t know who would.”"
)


def divide(told: str, *apart: str) -> tuple[list[str], list[str]]:
    """Return what is left of texts of other articles than the first, and what stands in its."""
    articles = tuple(article_from_text(each, name="n") for each in (told, *apart))
    passages = [Passage.of_paragraph(articles, Place(at, 0)) for at in range(len(articles))]
    left, standing = take_words_again(passages[:1], {each.place: (each,) for each in passages[1:]})
    again = standing.list_in(passages)
    return [each.text for own in left.values() for each in own], [each.text for each in again]


@pytest.mark.parametrize(
    "sentence",
    [
        "'I'm not saying that I am going to sue,' she said.",
        "“I don’t know who would.”",
        "We heard a bang and then it was dark!",
    ],
)
def test_a_sentence_with_nearly_the_same_words_stands_there(sentence: str) -> None:
    assert divide(TOLD, sentence) == ([], [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "“I don’t know.”",
        "Ohl heard that a bang would sue the dark.",
        "We don’t know who said a bang",
    ],
)
def test_few_words_or_like_words_in_another_order_stand_nowhere(sentence: str) -> None:
    assert divide(TOLD, sentence) == ([sentence], [])


def test_the_rest_of_a_paragraph_is_left() -> None:
    paragraph = "It rained. We heard a bang, and then it was dark. Nobody came."
    left, again = divide(TOLD, paragraph)
    assert [each.strip() for each in left] == ["It rained.", "Nobody came."]
    assert again == ["We heard a bang, and then it was dark."]


def test_of_two_that_stand_in_each_other_the_longer_stays() -> None:
    shorter = "The yard will tow her at high tide."
    longer = "The yard will tow her at high tide on Friday."
    assert divide(TOLD, shorter, longer) == ([longer], [shorter])


def test_an_article_does_not_repeat_itself() -> None:
    twice = "The yard will tow her at high tide. The yard will tow her at high tide."
    assert divide(TOLD, twice) == ([twice], [])
