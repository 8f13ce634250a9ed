"""Whether articles report one event, by what sets them apart from the others."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.linking.same_event import (
    LONG_ARTICLE,
    OPENING_REPORTED,
    are_joined_by_third,
    are_openings_reported,
    estimate_same_event,
    group_by_average_linkage,
    is_surely_same_event,
    measure_similarity,
)
from reader.linking.score_model import load_weights
from reader.linking.sentence_terms import read_sentence_terms

QUAKE = "A quake shook the coast near {place} on {day}, and {number} people were hurt."
AFTER = "Rescuers in {place} searched the ruins, the mayor of {place} said on {day}."
HERE = {"place": "Valdivia", "day": "Monday", "number": "41"}
ELSEWHERE = {"place": "Oaxaca", "day": "Friday", "number": "17"}


def articles_on(*facts: dict[str, str]) -> list[list[str]]:
    return [[text.format(**each) for text in (QUAKE, AFTER)] for each in facts]


def excess_similarity(documents: list[list[str]]) -> Any:
    terms = read_sentence_terms(documents, [None] * len(documents))
    return measure_similarity(terms, len(documents)).excess


def test_two_events_of_one_kind_are_distinguished() -> None:
    excess = excess_similarity(articles_on(*[HERE] * 4, *[ELSEWHERE] * 4))
    probable = estimate_same_event(excess, *load_weights().same_event)
    assert probable[:4, :4].min() > 0.9
    assert probable[4:, 4:].min() > 0.9
    assert probable[:4, 4:].max() < 0.5
    assert not is_surely_same_event(excess, probable)[:4, 4:].any()


def test_two_of_a_few_articles_are_compared_as_if_alone() -> None:
    documents = articles_on(HERE, ELSEWHERE, HERE)
    alone = excess_similarity(documents[:2])
    np.testing.assert_allclose(excess_similarity(documents)[:2, :2], alone, atol=1e-5)


def test_few_articles_on_one_event_stay_together() -> None:
    for number in (2, 3, 5):
        excess = excess_similarity(articles_on(*[HERE] * number))
        probable = estimate_same_event(excess, *load_weights().same_event)
        assert probable.min() > 0.9
        assert is_surely_same_event(excess, probable).all()


def test_copies_report_one_event_however_many_there_are() -> None:
    for number in (2, 8, 20, 50):
        copies = [{**HERE, "number": str(100 + each)} for each in range(number)]
        excess = excess_similarity(articles_on(*copies))
        probable = estimate_same_event(excess, *load_weights().same_event)
        assert is_surely_same_event(excess, probable).all(), number


def groups_one_by_one(odds: Any) -> set[frozenset[int]]:
    """Average linkage as it is defined: the two nearest groups are joined, again and again."""
    groups = [[article] for article in range(len(odds))]
    while len(groups) > 1:
        means = {
            (i, j): float(odds[np.ix_(groups[i], groups[j])].mean())
            for i in range(len(groups))
            for j in range(i)
        }
        (i, j), nearest = max(means.items(), key=lambda item: item[1])
        if nearest < 0:
            break
        groups[j] += groups.pop(i)
    return {frozenset(group) for group in groups}


@given(st.integers(1, 12), st.integers(0, 10**6))
def test_groups_are_those_of_average_linkage(number: int, seed: int) -> None:
    odds = np.random.default_rng(seed).normal(size=(number, number))
    odds = odds + odds.T
    found = group_by_average_linkage(odds)
    assert {
        frozenset(a for a in range(number) if found[a] == group) for group in found
    } == groups_one_by_one(odds)


def opening_of_two(reported: float, reported_back: float, sentences: tuple[int, int]) -> bool:
    square = np.array([[1.0, reported], [reported_back, 1.0]])
    found = are_openings_reported(square, np.array(sentences))
    assert found[0, 1] == found[1, 0]
    return bool(found[0, 1])


def test_two_articles_that_leave_out_each_others_opening_may_report_two_events() -> None:
    much, little = 2 * OPENING_REPORTED, OPENING_REPORTED / 2
    assert opening_of_two(much, little, (20, 20))
    assert not opening_of_two(little, little, (20, 20))


def test_a_long_article_need_not_open_with_the_event_of_a_short_one() -> None:
    enough, sentences = 1.2 * OPENING_REPORTED, (4 * LONG_ARTICLE, LONG_ARTICLE // 2)
    assert opening_of_two(enough, 0.0, sentences)
    assert not opening_of_two(0.0, enough, sentences)
    assert not opening_of_two(enough, 0.0, (LONG_ARTICLE, LONG_ARTICLE))


def test_a_third_article_joins_two_that_open_otherwise() -> None:
    alone = np.eye(2, dtype=bool)
    assert not are_joined_by_third(alone)[0, 1]
    is_one = np.eye(4, dtype=bool)
    is_one[0, 2] = is_one[2, 0] = is_one[1, 2] = is_one[2, 1] = True
    joined = are_joined_by_third(is_one)
    assert joined[0, 1]
    assert joined[1, 0]
    assert not joined[:3, 3].any()


HISTORY = (
    "In the year {year} the {trade} of the {town} guild sold {ware} to the {buyer} of the valley.",
    "The {trade} kept a ledger of {ware}, and {buyer} families paid in {town} coin.",
)


def make_history(paragraphs: int) -> list[str]:
    """Sentences on many other things, no two of them on one."""
    words = {
        "trade": ("cooper", "miller", "tanner", "potter", "glazier", "weaver", "joiner"),
        "town": ("Harrow", "Elm", "Tarn", "Wick", "Dale"),
        "ware": ("barrels", "flour", "hides", "jugs", "panes", "cloth", "chairs", "ropes", "reeds"),
        "buyer": ("farrier", "chandler", "thatcher", "turner"),
    }
    return [
        HISTORY[number % 2].format(
            year=1800 + number, **{name: each[number % len(each)] for name, each in words.items()}
        )
        for number in range(paragraphs)
    ]


def test_a_long_article_with_the_event_in_a_part_of_it_is_on_the_event() -> None:
    brief, *_ = articles_on(HERE)
    long = [*make_history(40), brief[0], *make_history(90)[40:], brief[1]]
    excess = excess_similarity([brief, long])
    probable = estimate_same_event(excess, *load_weights().same_event)
    assert is_surely_same_event(excess, probable)[0, 1]


def test_a_long_article_with_another_event_in_a_part_of_it_is_not_surely_on_the_event() -> None:
    brief, other = articles_on(HERE, ELSEWHERE)
    long = [*make_history(40), other[0], *make_history(90)[40:], other[1]]
    excess = excess_similarity([brief, long])
    probable = estimate_same_event(excess, *load_weights().same_event)
    assert not is_surely_same_event(excess, probable)[0, 1]
