"""A passage has its article, its paragraph and its words."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.articles import Article, Passage, Place

MakeArticle = Callable[..., Article]


@pytest.fixture
def article(make_article: MakeArticle) -> Article:
    return make_article("herald", "The first paragraph.", "The minister spoke on Monday.")


def test_a_passage_is_a_stretch_of_a_paragraph(article: Article) -> None:
    passage = Passage(article, article.paragraphs[1], 4, 12, article_position=3)
    assert passage.text == "minister"
    assert passage.number == 2
    assert passage.place == Place(3, 1)
    assert repr(passage) == "<Passage herald ¶2: 'minister'>"


def test_a_whole_paragraph_is_a_passage(article: Article, make_article: MakeArticle) -> None:
    articles = (make_article("star", "Words."), article)
    passage = Passage.of_paragraph(articles, Place(1, 0))
    assert passage.article is article
    assert passage.text == "The first paragraph."
    assert passage.place == Place(1, 0)


@pytest.mark.parametrize("place", [(1, 0), (0, 2), (-1, 0), (0, -1)])
def test_a_paragraph_that_does_not_exist_is_no_passage(
    article: Article, place: tuple[int, int]
) -> None:
    with pytest.raises(IndexError):
        Passage.of_paragraph((article,), Place(*place))


def test_equal_passages_are_one_in_a_set(article: Article) -> None:
    one, two = (Passage(article, article.paragraphs[1], 4, 12) for _ in range(2))
    other = Passage(article, article.paragraphs[1], 4, 13)
    elsewhere = Passage(article, article.paragraphs[1], 4, 12, article_position=1)
    assert {one, two, other, elsewhere} == {one, other, elsewhere}
    assert len({one, two, other, elsewhere}) == 3


def test_its_place_follows_what_is_replaced(article: Article) -> None:
    passage = Passage(article, article.paragraphs[0], 0, 3)
    other = replace(passage, paragraph=article.paragraphs[1], article_position=2)
    assert passage.place == (0, 0)
    assert other.place == (2, 1)
    assert pickle.loads(pickle.dumps(other)).place == (2, 1)
