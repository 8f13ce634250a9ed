"""Sequences that are worked out at their first use."""

from __future__ import annotations

import pickle

import pytest

from reader.story.shared_copy.lazy_sequence import LazySequence


def test_the_items_are_asked_for_once_and_late() -> None:
    calls: list[str] = []

    def find() -> list[str]:
        calls.append("found")
        return ["a", "b"]

    items = LazySequence(find)
    assert not calls
    assert list(items) == ["a", "b"]
    assert (len(items), items[1], items[:1], items[-1], "b" in items) == (2, "b", ("a",), "b", True)
    assert calls == ["found"]


@pytest.mark.parametrize("items", [(), (1, 2)])
def test_it_is_compared_printed_and_stored_as_a_tuple(items: tuple[int, ...]) -> None:
    lazy = LazySequence(lambda: items)
    assert lazy == items
    assert lazy == LazySequence(lambda: items)
    assert lazy != (*items, 3)
    assert hash(lazy) == hash(items)
    assert repr(lazy) == repr(items)
    assert bool(lazy) is bool(items)
    assert pickle.loads(pickle.dumps(lazy)) == items
