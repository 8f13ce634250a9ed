"""The way from offsets in a whole article to paragraphs, and back."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.quotes import ArticlePlaces, join_paragraphs

TEXT = (
    "A headline\n\nAnn Lee spoke on Monday in the old harbour, as she had promised to do.\n\n"
    "“We will rebuild the harbour,” Lee told reporters in Leith. “And the bridge, too.”\n"
)
ARTICLE = parse_article(TEXT, source="a.txt", name="a")


def test_offsets_lead_to_paragraphs_and_back() -> None:
    places = ArticlePlaces(ARTICLE)
    text = join_paragraphs(ARTICLE)
    assert len(text) > 20
    for offset in range(len(text)):
        place = places.place(offset)
        assert places.offset(place) == offset
        paragraph = ARTICLE.paragraphs[place.paragraph].text
        if place.offset < len(paragraph):
            assert paragraph[place.offset] == text[offset]


def test_an_offset_outside_the_text_has_no_place() -> None:
    with pytest.raises(IndexError):
        ArticlePlaces(ARTICLE).place(len(TEXT) + 100)
