from __future__ import annotations

import pytest

from reader.app.reading.starting_place import find_starting_paragraph, rank_by_links
from reader.app.reading.visible_links import VisibleLinks
from reader.app.themes.signs import UNICODE
from reader.app.widgets.article_view import ArticleView
from reader.linking.links import RELATED_FLOOR


@pytest.fixture
def find_start(make_long_article, make_coverage):
    """`find_start([((0, 3), (1, 5), 0.9)])`: the paragraph where the first article begins."""

    def find(links, articles: int = 3) -> int | None:
        coverage = make_coverage([make_long_article(20) for _ in range(articles)], links)
        visible = VisibleLinks(coverage, RELATED_FLOOR, UNICODE)
        return find_starting_paragraph(visible, ArticleView(coverage.articles[0]), 0, articles)

    return find


def test_most_other_articles_come_before_a_surer_link_to_one(find_start):
    links = [((0, 2), (1, 2), 0.99), ((0, 5), (1, 5), 0.7), ((0, 5), (2, 6), 0.7)]
    assert find_start(links) == 5


def test_of_equals_the_earliest_is_chosen(find_start):
    links = [((0, 3), (1, 2), 0.8), ((0, 4), (1, 4), 0.9), ((0, 6), (1, 6), 0.9)]
    assert find_start(links, articles=2) == 3


def test_more_than_most_of_the_others_is_no_better(find_start):
    links = [
        *(((0, 2), (other, 2), 0.8) for other in (1, 2, 3)),
        *(((0, 4), (other, 4), 0.9) for other in (1, 2, 3, 4)),
    ]
    assert find_start(links, articles=5) == 2


def test_the_end_of_the_article_is_no_place_to_begin_where_the_first_third_links(find_start):
    links = [
        ((0, 3), (1, 2), 0.8),
        *(((0, 18), (other, 9), 0.99) for other in (1, 2)),
    ]
    assert find_start(links) == 3


def test_without_an_early_link_a_later_one_is_taken(find_start):
    assert find_start([((0, 15), (1, 2), 0.8)]) == 15


def test_related_links_are_no_place_to_begin(find_start):
    assert find_start([((0, 2), (1, 2), 0.4)]) is None
    assert find_start([]) is None


def test_articles_with_more_links_come_first(make_long_article, make_coverage):
    links = [((0, 1), (2, 1), 0.9), ((0, 3), (2, 3), 0.9), ((0, 5), (3, 5), 0.9)]
    coverage = make_coverage([make_long_article(20) for _ in range(4)], links)
    visible = VisibleLinks(coverage, RELATED_FLOOR, UNICODE)
    assert rank_by_links(visible, 0, 4) == [2, 3, 1]
