"""Boxes of links at names that a copied text has in its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import article_from_text
from reader.articles.name_boxes import remove_name_boxes

BOX = "Holm Ida Ann HolmHarbour plan fails in council Ferry row goes on MORE"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Senator {BOX} said no.", "Senator Holm said no."),
        (
            f"Senator {BOX}’s ferry sank, and so did {BOX}.",
            "Senator Holm’s ferry sank, and so did Holm.",
        ),
        ("Chief of staff Ida Holm Ida Ann HolmMORE left.", "Chief of staff Ida Holm left."),
        ("Ida Holm Ida Holm Ferry row goes on MORE (L) left.", "Ida Holm (L) left."),
        ("Ida HolmIda Ann HolmFerry row MORE, a sailor, left.", "Ida Holm, a sailor, left."),
    ],
)
def test_a_sentence_goes_on_behind_the_box(text: str, words: str) -> None:
    assert remove_name_boxes(text)[0] == words


@pytest.mark.parametrize(
    "text",
    [
        "READ MORE ABOUT THE FERRY",
        "Holm told Ida Holm that the ferry needs MORE money.",
        "McHolm said that Holm and McDonald want MORE of it.",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert remove_name_boxes(text) == (text, 0)


def test_the_article_says_how_many_are_left_out() -> None:
    article = article_from_text(
        f"The ferry\n\nSenator {BOX} said no.\n\nThen {BOX} left.", name="ferry"
    )
    assert [one.text for one in article.paragraphs] == [
        "The ferry",
        "Senator Holm said no.",
        "Then Holm left.",
    ]
    assert "2 boxes of links at names left out of sentences" in article.notes


@given(st.text(alphabet="Holm Ia’MORE.", max_size=300))
def test_what_stays_are_parts_of_the_text(text: str) -> None:
    words, count = remove_name_boxes(text)
    assert len(words) <= len(text)
    assert (words == text) == (count == 0)
