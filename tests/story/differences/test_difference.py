"""What the sides of a difference state, and which state the same."""

from __future__ import annotations

import pytest

from reader.articles import Article, Clean, Paragraph, ParagraphKind, Passage, clean
from reader.reports.difference_words import join_sides
from reader.story.differences.difference import DifferenceSide, group_sides


def side(position: int, words: str, value: str) -> DifferenceSide:
    paragraphs = (Paragraph(1, ParagraphKind.BODY, clean(words)),)
    article = Article(source=Clean("a.txt"), name=Clean("a"), paragraphs=paragraphs)
    return DifferenceSide(Passage(article, paragraphs[0], 0, len(words), position), value)


SIDES = (
    side(0, "12", "12 person"),
    side(1, "Fifteen", "15 person"),
    side(2, "a dozen", "12"),
    side(3, "12", "12 person"),
)


def test_a_number_without_its_unit_states_the_same() -> None:
    groups = [[each.passage.text for each in group] for group in group_sides(SIDES)]
    assert groups == [["12", "a dozen", "12"], ["Fifteen"]]


def test_the_words_of_one_statement_are_named_together() -> None:
    assert join_sides(SIDES) == "12, a dozen / Fifteen"


@pytest.mark.parametrize(
    ("value", "other"),
    [("12 person", "12 metre"), ("12", "120 person"), ("12", "15"), ("Tuesday", "Tuesday 3")],
)
def test_other_values_state_something_else(value: str, other: str) -> None:
    assert not side(0, "one", value).states_same(side(1, "another", other))
