"""One order of moments from the orders of several articles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.story.matrix.story_order import Precedence, merge_orders

MOMENTS = st.lists(st.integers(0, 11), unique=True, max_size=12)
ORDERS = st.lists(MOMENTS, max_size=5)


def agrees(merged: list[int], order: list[int]) -> bool:
    places = {key: place for place, key in enumerate(merged)}
    return all(places[one] < places[other] for one, other in pairwise(order))


def test_one_order_stays() -> None:
    assert merge_orders([["b", "a", "c"]]) == ["b", "a", "c"]


def test_a_moment_of_another_article_comes_between_its_neighbours() -> None:
    assert merge_orders([["a", "c"], ["a", "b", "c"]]) == ["a", "b", "c"]


def test_a_later_article_decides_what_the_others_leave_open() -> None:
    assert merge_orders([["x", "y"], ["z", "y"], ["z", "x"]]) == ["z", "x", "y"]


def test_most_articles_decide() -> None:
    assert merge_orders([["a", "b"], ["b", "a"], ["b", "a"]]) == ["b", "a"]


def test_of_as_many_articles_the_first_decides() -> None:
    assert merge_orders([["b", "a"], ["a", "b"]]) == ["b", "a"]


def test_what_only_one_article_has_follows_its_neighbour_where_the_orders_disagree() -> None:
    orders = [["a", "b"], ["a", "b"], ["b", "only", "a"]]
    assert merge_orders(orders) == ["a", "b", "only"]


def test_very_many_moments_come_by_their_mean_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.story.matrix.story_order.MOST_RANKED", 2)
    orders = [["a", "b", "c", "d"], ["b", "a", "c", "d"], ["b", "c", "d"]]
    assert merge_orders(orders) == ["b", "a", "c", "d"]


@given(ORDERS)
def test_every_member_is_there_once(orders: list[list[int]]) -> None:
    merged = merge_orders(orders)
    assert sorted(merged) == sorted({key for order in orders for key in order})


@given(st.permutations(range(12)), st.lists(st.sets(st.integers(0, 11)), max_size=6))
def test_it_agrees_with_all_orders_where_these_agree(
    whole: list[int], parts: list[set[int]]
) -> None:
    orders = [[key for key in whole if key in part] for part in parts]
    merged = merge_orders(orders)
    assert [order for order in orders if not agrees(merged, order)] == []


@given(ORDERS, st.sets(st.integers(0, 11)), st.data())
def test_an_article_that_agrees_moves_nothing(
    orders: list[list[int]], part: set[int], data: st.DataObject
) -> None:
    merged = merge_orders(orders)
    shared = {key for key in part if sum(key in order for order in orders) > 1}
    added: list[int] = [key for key in merged if key in shared]
    for new in range(12, 12 + data.draw(st.integers(0, 3))):
        added.insert(data.draw(st.integers(0, len(added))), new)
    again = merge_orders([*orders, added])
    assert [key for key in again if key < 12] == merged
    assert agrees(again, added)


def test_nothing_is_visited_for_what_the_order_has_already() -> None:
    precedence = Precedence(range(3000))
    assert all(precedence.add(number, number + 1) for number in range(2999))
    assert precedence.visited == 0


def test_a_contradiction_visits_only_what_is_between() -> None:
    precedence = Precedence(range(3000))
    for number in range(2999):
        precedence.add(number, number + 1)
    assert not precedence.add(1010, 1000)
    assert precedence.visited <= 11
