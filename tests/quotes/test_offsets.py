"""The way from offsets in a whole article to paragraphs, and back."""

from __future__ import annotations

import pytest

from reader.articles import Place, parse_article
from reader.quotes import ArticleText, join_paragraphs

TEXT = (
    "A headline\n\nAnn Lee spoke on Monday in the old harbour, as she had promised to do.\n\n"
    "“We will rebuild the harbour,” Lee told reporters in Leith. “And the bridge, too.”\n"
)
ARTICLE = parse_article(TEXT, source="a.txt", name="a")


def test_offsets_lead_to_passages_and_back() -> None:
    whole = ArticleText(ARTICLE, 2)
    assert whole.text == join_paragraphs(ARTICLE)
    offsets = range(len(whole.text))
    passages = [whole.passage(offset, offset + 1) for offset in offsets]
    assert [whole.offset(passage) for passage in passages] == list(offsets)
    assert "".join(passage.text or "\n" for passage in passages) == whole.text
    assert {passage.place for passage in passages} == {Place(2, number) for number in range(3)}


def test_spans_lead_to_the_passages_with_their_words() -> None:
    whole = ArticleText(ARTICLE)
    spans = [
        (whole.text.index(word), whole.text.index(word) + len(word)) for word in ("Ann", "And")
    ]
    assert [passage.text for passage in whole.passages(spans)] == ["Ann", "And"]


def test_an_offset_outside_the_text_has_no_passage() -> None:
    for offset in (-1, len(TEXT) + 100):
        with pytest.raises(IndexError):
            ArticleText(ARTICLE).passage(offset, offset + 1)
    empty = ArticleText(parse_article("", source="b.txt", name="b"))
    with pytest.raises(IndexError):
        empty.passage(0, 0)
