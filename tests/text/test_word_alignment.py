"""Which words are equal in an alignment, and the runs that they make."""

from __future__ import annotations

import pytest

from reader.text.word_alignment import (
    Run,
    WordIndex,
    align,
    are_near_equal,
    find_words,
    highlighted_slices,
)


def index(text: str) -> WordIndex:
    return WordIndex(find_words(text))


def test_the_longest_run_is_aligned_first() -> None:
    here = index("Ferries stopped. The harbour bridge reopened on Monday.")
    there = index("On Monday the harbour bridge reopened, and ferries stopped.")
    assert align(here, there) == (Run(2, 2, 4), Run(0, 7, 2), Run(6, 0, 2))


def test_a_stop_word_alone_is_not_aligned() -> None:
    assert align(index("It is the end."), index("This is it.")) == ()


def test_what_is_between_two_runs_without_a_word_between_them_is_highlighted() -> None:
    text = "Repairs cost 84 million; the bridge reopened."
    words = find_words(text)
    slices = highlighted_slices(words, [(4, 3), (0, 2), (2, 2)])
    assert [text[part] for part in slices] == ["Repairs cost 84 million; the bridge reopened"]
    slices = highlighted_slices(words, [(0, 2), (5, 2)])
    assert [text[part] for part in slices] == ["Repairs cost", "bridge reopened"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stabilise", "stabilising"),
        ("criticised", "criticized"),
        ("visit", "visited"),
        ("country", "countries"),
        ("russia", "russian"),
        ("meet", "meetings"),
        ("slodkowski", "slodkovski"),
    ],
)
def test_words_that_are_near_equal(one: str, other: str) -> None:
    assert are_near_equal(one, other)
    assert are_near_equal(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jining", "jinping"),
        ("state", "statement"),
        ("part", "party"),
        ("minister", "ministry"),
        ("strain", "strait"),
        ("marked", "market"),
        ("2016", "2017"),
        ("police", "policies"),
    ],
)
def test_words_that_only_look_alike(one: str, other: str) -> None:
    assert not are_near_equal(one, other)
    assert not are_near_equal(other, one)
