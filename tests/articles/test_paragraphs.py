"""Splitting into paragraphs, whatever the layout."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import clean, parse_article
from reader.articles.paragraphs import find_wrap_width, split_paragraphs

WORDS = st.text("abcdefgh", min_size=1, max_size=9)
SENTENCE = st.lists(WORDS, min_size=6, max_size=30).map(lambda words: " ".join(words) + ".")
PROSE = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)

LONG = (
    "The committee met for the ninth time on Thursday and found once more that it had no quorum, "
    "since the member for the northern district had been taken ill on the train that morning."
)
SHORT = "The chair read the minutes to an empty room, which they also recorded as having been so."


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\n", "\r\n", "\r\n\r\n", "\u2029"])
def test_lines_and_blank_lines_both_end_a_paragraph(between: str) -> None:
    article = parse_article(between.join([LONG, SHORT, LONG]), source="a", name="a")
    assert [paragraph.text for paragraph in article.paragraphs] == [LONG, SHORT, LONG]
    assert [paragraph.number for paragraph in article.paragraphs] == [1, 2, 3]


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("indent", ["", "    "])
def test_wrapped_lines_are_joined(width: int, indent: str) -> None:
    wrapped = [
        textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)
        for text in (LONG, SHORT, LONG + " " + SHORT)
    ]
    between = "\n" if indent else "\n\n"
    lines = between.join(wrapped).split("\n")
    assert list(split_paragraphs(lines)) == [LONG, SHORT, LONG + " " + SHORT]


def test_a_word_broken_at_the_margin_keeps_its_hyphen() -> None:
    lines = [
        "They spoke at length about the need for closer co-",
        "operation between the two ministries, which had at",
        "last been given the means and the people for it.",
    ]
    assert find_wrap_width(lines) is not None
    assert "closer co-operation between" in next(split_paragraphs(lines))


def test_short_lines_of_a_page_are_not_joined() -> None:
    lines = ["Home", "Saturday, May 4, 2024", "Support our work", "", LONG, SHORT, LONG]
    assert list(split_paragraphs(lines)) == [line for line in lines if line]


@pytest.mark.slow
@given(st.lists(PROSE, min_size=1, max_size=8), st.sampled_from(["\n", "\n\n"]))
def test_every_paragraph_of_a_file_is_in_the_article_once(texts: list[str], between: str) -> None:
    if between == "\n" and find_wrap_width(texts):
        return
    article = parse_article(between.join(texts), source="a", name="a")
    assert [paragraph.text for paragraph in article.paragraphs] == texts


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), max_size=300), st.booleans())
def test_no_character_is_lost_or_doubled(text: str, wrapped: bool) -> None:
    if wrapped:
        text = textwrap.fill(text, 45)
    article = parse_article(text, source="a", name="a")
    joined = "".join(paragraph.text for paragraph in article.paragraphs)
    assert "".join(joined.split()) == "".join(clean(text).split())
    assert [paragraph.number for paragraph in article.paragraphs] == list(
        range(1, len(article.paragraphs) + 1)
    )
    assert all(clean(paragraph.text) == paragraph.text for paragraph in article.paragraphs)
