"""How many words two quotes share, in order."""

from __future__ import annotations

import pytest

from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.word_overlap import measure_overlap


def quote(words: str) -> ComparableQuote:
    (found,) = read_comparable_quotes(0, f"“{words},” Ann Lee said.")
    return found


@pytest.mark.parametrize(
    ("one", "other", "run", "content_words"),
    [
        ("we will rebuild the harbour", "we will rebuild the harbour", 5, 2),
        ("we will rebuild the harbour", "we will rebuild the bridge", 4, 1),
        ("rebuild the harbour soon", "open the harbour to trade", 2, 1),
        ("we will rebuild the harbour", "they never saw it", 0, 0),
    ],
)
def test_the_longest_run_and_its_content_words_are_counted(
    one: str, other: str, run: int, content_words: int
) -> None:
    found = measure_overlap(quote(one), quote(other))
    assert (found.run, found.content_words) == (run, content_words)
    assert measure_overlap(quote(other), quote(one)) == found


def test_the_share_is_that_of_the_lighter_quote() -> None:
    whole = quote("we will rebuild the harbour, the bridge and the old town before winter")
    assert measure_overlap(whole, quote("rebuild the harbour")).share == pytest.approx(1.0)
    assert measure_overlap(whole, whole).share == pytest.approx(1.0)
    assert 0 < measure_overlap(whole, quote("rebuild the harbour for ships")).share < 1


def test_words_that_are_scattered_do_not_count() -> None:
    found = measure_overlap(
        quote("the harbour of this town is old and small"),
        quote("a new harbour would cost much more than what an old one earns"),
    )
    assert found.run == 0
