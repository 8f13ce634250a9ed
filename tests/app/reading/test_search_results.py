from __future__ import annotations

import pytest

from reader.app.reading.search_results import SearchResults
from reader.articles import Place
from reader.articles.text_search import SearchHit

HITS = (
    SearchHit(0, 2, 0, 3),
    SearchHit(0, 2, 8, 11),
    SearchHit(1, 0, 4, 7),
    SearchHit(2, 5, 0, 3),
)


@pytest.fixture
def results() -> SearchResults:
    return SearchResults("the").start_from(HITS, Place(0, 3))


def test_a_search_starts_at_the_first_hit_after_the_place(results):
    assert results.current_place == Place(1, 0)
    assert results.start_from(HITS, Place(0, 2)).current == 0
    assert results.start_from(HITS, Place(9, 0)).current == 0, "after the last one the first"


def test_steps_go_round_both_ends(results):
    assert [results.step(count).current for count in (1, 2, -1, -3)] == [3, 0, 1, 3]


def test_hits_are_counted_and_grouped_by_article_and_paragraph(results):
    assert [results.count_in(article) for article in range(4)] == [2, 1, 1, 0]
    marked = results.step(-1).hits_in(0)
    assert marked[2].spans == ((0, 3), (8, 11))
    assert marked[2].current == (8, 11)
    assert results.hits_in(0)[2].current is None
    assert results.hits_in(3) == {}


def test_no_hits_are_at_no_place():
    empty = SearchResults("xyzzy").start_from([], Place(0, 0))
    assert empty.current_place is None
    assert empty.step(1) == empty


def test_hits_in_other_articles_are_at_none_of_them(results):
    again = results.with_hits(HITS[:1])
    assert again.words == "the"
    assert again.current_place is None
    assert again.step(1).current_place == Place(0, 2)
