from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.article_terms import WeightedTerm
from reader.archive.event_groups import MOST_LINKED, find_components, link_group, split_group
from reader.archive.term_vectors import TermVectors

WORDS = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 9.0), min_size=1),
    min_size=1,
    max_size=6,
)


def make_vectors(articles):
    vectors = TermVectors()
    for words in articles:
        vectors.add([WeightedTerm(term, weight, 1.0) for term, weight in words.items()])
    return vectors


@given(WORDS)
def test_cosines_are_those_of_every_pair(articles):
    vectors = make_vectors(articles)
    square = vectors.cosines(range(len(articles)))
    for one in range(len(articles)):
        assert square[one, one] == 0.0
        for other in range(one):
            assert square[one, other] == pytest.approx(vectors.cosine(one, other), abs=1e-5)
            assert 0.0 <= square[one, other] <= 1.0001
    assert len(vectors) == len(articles)


def test_an_article_without_terms_is_like_no_other():
    vectors = make_vectors([{}, {"a": 1.0}])
    assert vectors.cosine(0, 1) == 0.0
    assert vectors.cosines([0, 1])[0, 1] == 0.0


@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.floats(0.0, 1.0)))
def test_components_are_what_near_edges_connect(edges):
    found = find_components(10, edges, 0.5)
    group_of = {number: place for place, group in enumerate(found) for number in group}
    for (one, other), cosine in edges.items():
        if cosine >= 0.5 and one != other:
            assert group_of[one] == group_of[other]
    assert all(len(group) > 1 for group in found)
    assert sum(map(len, found)) == len(group_of)


def test_a_component_that_is_too_large_is_connected_by_nearer_articles():
    size = MOST_LINKED + 10
    edges = {(number, number + 1): 0.9 for number in range(size - 1)}
    middle = size // 2
    edges[middle, middle + 1] = 0.21
    found = find_components(size, edges, 0.2)
    assert [len(group) for group in found] == [middle + 1, size - middle - 1]


def test_a_chain_of_neighbours_is_no_event():
    vectors = make_vectors(
        [{"a": 3.0}, {"a": 1.0, "b": 3.0}, {"b": 1.0, "c": 3.0}, {"c": 1.0, "d": 3.0}]
    )
    groups = link_group(vectors, range(4), lambda one, other: True)
    assert sorted(map(len, groups)) == [2, 2]


def test_articles_that_are_far_apart_in_time_are_not_joined():
    vectors = make_vectors([{"a": 1.0}, {"a": 1.0}])
    assert sorted(map(len, link_group(vectors, range(2), lambda one, other: False))) == [1, 1]


def test_two_events_of_one_kind_are_taken_apart():
    def report(place, name, count):
        return [
            f"An earthquake of magnitude {count} struck {place} on Monday, {name} said.",
            f"{name} of the {place} rescue service counted {count}00 damaged houses in {place}.",
            f"Schools in {place} stay closed, and {name} asked for tents.",
        ]

    one = [report("Tolmouth", "Mara Lind", 5), report("Tolmouth", "Mara Lind", 5)]
    other = [report("Ostvale", "Ivo Brandt", 7), report("Ostvale", "Ivo Brandt", 7)]
    articles = [*one, *other]
    parts = list(split_group(range(4), (), articles.__getitem__))
    assert sorted(map(sorted, parts)) in ([[0, 1], [2, 3]], [[0, 1, 2, 3]])
    assert sorted(number for part in parts for number in part) == [0, 1, 2, 3]
