"""Paragraphs about persons whom no other article names."""

from __future__ import annotations

import pytest

from reader.articles import Place
from reader.coverage import own_persons
from reader.coverage.own_persons import OwnPersons
from reader.text.word_alignment import find_words

OTHER = "Mayor Anna Olsen said the ferry would be mended. Its captain, Erik Dahl, was hurt."


@pytest.fixture
def ask(make_english):
    """Whether the last of some paragraphs is about somebody whom the other one does not name."""

    def ask(*paragraphs: str, other: str = OTHER) -> bool:
        articles = [make_english("a", *paragraphs), make_english("b", other)]
        place = Place(0, len(paragraphs) - 1)
        persons = OwnPersons(
            articles, lambda at: find_words(articles[at.article].paragraphs[at.paragraph].text)
        )
        return persons.is_about_own_person(place)

    return ask


@pytest.mark.parametrize(
    "paragraph",
    [
        "Senator Mila Varga said the ferry was old.",
        "Mr. Varga’s neighbour, Senator Jonas Quill, told Mayor Anna Olsen that it was old.",
        "Beside Mayor Anna Olsen, Senator Mila Varga said the ferry was old.",
        "Senator Mila Varga met Mayor Anna Olsen on the quay.",
    ],
)
def test_who_speaks_or_is_named_first_is_named_only_here(ask, paragraph: str) -> None:
    assert ask(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mayor Anna Olsen said the ferry was old.",
        "Mayor Anna Olsen met Senator Mila Varga on the quay.",
        "After Senator Mila Varga had left, Mayor Anna Olsen said the ferry was old.",
        "Senator Mila Varga’s friend Erik Dahl came in the end.",
        "Mayor Anna Olsen’s visit was softer than that of Senator Mila Varga.",
        "The ferry was old, as everybody on the quay said.",
    ],
)
def test_who_is_named_in_another_article_may_be_reported_there(ask, paragraph: str) -> None:
    assert not ask(paragraph)


@pytest.mark.parametrize(
    ("paragraph", "is_own"),
    [
        ("The council praised the ferry. Senator Mila Varga said it was old.", False),
        ("“The ferry is the pride of us all. It is old,” Senator Mila Varga said.", True),
    ],
)
def test_it_is_about_whom_its_first_sentence_names_or_quotes(ask, paragraph, is_own) -> None:
    assert ask(paragraph) is is_own


def test_a_surname_is_a_persons_if_the_article_shows_it_anywhere(ask) -> None:
    first = "Senator Mila Varga came by train."
    assert ask(first, "The quay is empty.", "Varga said the ferry was old.")
    assert not ask("The quay is empty.", "Wednesday said the ferry was old.")


def test_she_is_who_was_named_before(ask) -> None:
    own, other = "Senator Mila Varga came by train.", "Mayor Anna Olsen came by train."
    assert ask(own, "“The ferry is old,” she said.")
    assert not ask(own, other, "“The ferry is old,” she said.")
    assert not ask(own, "The ferry is old.")


def test_a_very_long_article_is_not_searched_for_persons(ask, monkeypatch) -> None:
    paragraphs = ("The quay is empty.", "Senator Mila Varga said the ferry was old.")
    assert ask(*paragraphs)
    monkeypatch.setattr(own_persons, "PARAGRAPHS_READ", 1)
    assert not ask(*paragraphs)


def test_a_surname_is_a_persons_where_only_another_article_has_the_whole_name(ask) -> None:
    paragraph = "Olsen’s visit was softer than that of Senator Mila Varga."
    assert not ask(paragraph)
    assert ask(paragraph, other="The ferry would be mended.")
