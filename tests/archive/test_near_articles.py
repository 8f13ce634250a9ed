from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.article_terms import WeightedTerm
from reader.archive.date_windows import DAYS_AROUND
from reader.archive.near_articles import (
    BLOCK_DAYS,
    LEAST_COSINE,
    NEIGHBOURS,
    DatedVector,
    find_near_pairs,
    find_nearest_outside,
    list_blocks,
    pair_nearest,
)
from reader.archive.term_vectors import TermVectors, make_vector

ARTICLES = st.lists(
    st.tuples(
        st.integers(-20, 20),
        st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 9.0), max_size=5),
    ),
    max_size=8,
)


def make_dated(articles):
    return [
        DatedVector(
            number,
            day,
            "en",
            make_vector([WeightedTerm(term, weight, 1.0) for term, weight in words.items()]),
        )
        for number, (day, words) in enumerate(articles)
    ]


@given(ARTICLES)
def test_few_articles_are_near_if_their_days_and_words_are(articles):
    dated = make_dated(articles)
    vectors = TermVectors(each.vector for each in dated)
    found = find_near_pairs(dated)
    cosines = {
        (one, other): vectors.cosine(one, other)
        for one, other in combinations(range(len(dated)), 2)
        if abs(dated[one].day - dated[other].day) <= DAYS_AROUND
    }
    assert {pair for pair, cosine in cosines.items() if cosine > LEAST_COSINE + 1e-5} <= set(found)
    assert set(found) <= {pair for pair in cosines if cosines[pair] > LEAST_COSINE - 1e-5}
    assert found == pytest.approx({pair: cosines[pair] for pair in found}, abs=1e-5)


@given(ARTICLES, st.randoms())
def test_cosines_depend_on_no_order_and_on_no_other_article(articles, rng):
    dated = make_dated(articles)
    found = find_near_pairs(dated)
    rng.shuffle(dated)
    assert find_near_pairs(dated) == found
    by_number = {each.number: each for each in dated}
    for (one, other), cosine in found.items():
        assert find_near_pairs([by_number[one], by_number[other]]) == {(one, other): cosine}


@given(st.integers(-10_000, 40_000), st.integers(-DAYS_AROUND, DAYS_AROUND))
def test_the_block_of_an_article_has_all_that_is_near(day, distance):
    assert day // BLOCK_DAYS in list_blocks(day + distance)


def test_only_the_nearest_are_kept_and_of_those_as_near_the_first():
    words = {"a": 1.0}
    dated = make_dated([(0, words)] * (NEIGHBOURS + 5))
    of_last = [pair for pair in pair_nearest(dated, 0) if pair.there == NEIGHBOURS + 4]
    assert [pair.here for pair in of_last] == list(range(NEIGHBOURS))
    assert of_last[0].cosine == 1.0


def test_an_article_of_no_words_is_near_to_none():
    assert find_near_pairs(make_dated([(0, {}), (0, {}), (0, {"a": 1.0})])) == {}
    assert find_near_pairs([]) == {}


def test_languages_stay_apart_where_they_are_known():
    (first, *_), words = make_dated([(0, {"a": 1.0})]), (("de", 1), (None, 2), ("en", 3))
    others = [first._replace(number=number, language=language) for language, number in words]
    assert set(find_near_pairs([first, *others])) == {(0, 2), (0, 3), (1, 2), (2, 3)}


def test_the_nearest_outside_of_a_group_are_ordered():
    neighbours = {1: [(0.5, 7), (0.3, 2), (0.2, 8)], 2: [(0.6, 8), (0.3, 1), (0.5, 6)]}
    assert find_nearest_outside([1, 2], neighbours, 3) == [8, 6, 7]
    assert find_nearest_outside([1, 2], neighbours, 2) == [8, 6]
    assert find_nearest_outside([3], neighbours, 2) == []
