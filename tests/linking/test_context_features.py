"""What surrounds a pair: its neighbours and its alternatives."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.linking import context_features
from reader.linking.candidates import CandidatePairs
from reader.linking.context_features import (
    Alternatives,
    compare_alternatives,
    measure_neighbours,
    measure_openings,
)
from reader.linking.sentence_terms import read_sentence_terms


def test_neighbours_share_what_the_sentences_beside_them_share() -> None:
    here, there = np.array([0, 1, 2], np.int32), np.array([3, 4, 5], np.int32)
    overlap = np.array([1.0, 2.0, 4.0], np.float32)
    pairs = CandidatePairs(here, there, overlap, overlap, overlap, np.ones(6, np.float32))
    one_article_each = np.array([0, 0, 0, 1, 1, 1], np.int32)
    assert measure_neighbours(pairs, one_article_each).tolist() == [1.0, 2.5, 1.0]
    last_is_another = np.array([0, 0, 0, 1, 1, 2], np.int32)
    assert measure_neighbours(pairs, last_is_another).tolist() == [1.0, 0.5, 0.0]


def test_an_opening_is_reported_as_far_as_its_sentences_are_matched() -> None:
    documents = [["Ferries stopped.", "Nurses struck."], ["Snow fell.", "Apples froze.", "Owls."]]
    terms = read_sentence_terms(documents, ["en"] * 2)
    overlap = np.array([0.5, 1.0, 0.25], np.float32)
    pairs = CandidatePairs(
        np.array([0, 0, 1], np.int32),
        np.array([2, 3, 4], np.int32),
        *[overlap] * 3,
        np.ones(5, np.float32),
    )
    reported = measure_openings(pairs, terms, 2, sentences=2)
    assert reported[1, 0] == (1.0 + 0.25) / 2
    assert reported[0, 1] == (0.5 + 1.0) / 2


def test_a_repeated_sentence_of_an_opening_is_reported_like_the_first() -> None:
    documents = [["Ferries stopped.", "Ferries stopped."], ["Snow fell."]]
    terms = read_sentence_terms(documents, ["en"] * 2)
    one = np.ones(1, np.float32)
    pairs = CandidatePairs(
        np.array([0], np.int32), np.array([2], np.int32), one, one, one, np.ones(3, np.float32)
    )
    assert measure_openings(pairs, terms, 2, sentences=2)[1, 0] == 1.0


def alternatives(
    odds: Sequence[float], likely: Sequence[float], lead: Sequence[float]
) -> Alternatives:
    """Rows 0 and 1 of one article with rows 2 and 3 of another, all four pairs."""
    pairs = CandidatePairs(
        np.array([0, 0, 1, 1], np.int32),
        np.array([2, 3, 2, 3], np.int32),
        *[np.zeros(4, np.float32)] * 3,
        np.zeros(4, np.float32),
    )
    columns = (np.array(values, np.float32) for values in (odds, likely, lead))
    article = np.array([0, 0, 1, 1], np.int32)
    return compare_alternatives(pairs, *columns, article)


def test_of_equal_partners_the_early_one_is_meant() -> None:
    lead_gain, rivals = alternatives([1.0] * 4, [0.0] * 4, [1.0, 1.0, 1.0, 0.5])
    # For row 0 the mean lead is 0.75; row 2 has two early partners, row 3 two late ones.
    np.testing.assert_allclose(lead_gain, [0.125, -0.125, 0.125, -0.125])
    assert not rivals.any()


def test_an_early_position_says_nothing_without_alternatives() -> None:
    lead_gain, _ = alternatives([1e6, 1e-6, 1e-6, 1e6], [0.0] * 4, [1.0, 0.2, 1.0, 0.2])
    np.testing.assert_allclose(lead_gain[[0, 3]], 0.0, atol=1e-5)


def test_rivals_are_the_other_partners_that_are_probably_right() -> None:
    _, rivals = alternatives([1.0] * 4, [0.9, 0.5, 0.0, 0.25], [1.0] * 4)
    expected = [
        (np.log1p(0.5) + np.log1p(0.0)) / 2,
        (np.log1p(0.9) + np.log1p(0.25)) / 2,
        (np.log1p(0.25) + np.log1p(0.9)) / 2,
        (np.log1p(0.0) + np.log1p(0.5)) / 2,
    ]
    np.testing.assert_allclose(rivals, expected, rtol=1e-6)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_alternatives_are_the_same_in_one_chunk_and_in_many(seed: int) -> None:
    numbers = np.random.default_rng(seed)
    rows = np.flatnonzero(numbers.random(30 * 30) < 0.4)
    here, there = rows // 30, rows % 30 + 30
    article = np.repeat(np.arange(6), 10)
    none = np.zeros(len(rows), np.float32)
    pairs = CandidatePairs(here, there, none, none, none, np.zeros(60, np.float32))
    odds, likely = numbers.random((2, len(rows))).astype(np.float32) + 0.01
    lead = numbers.random(60).astype(np.float32)
    given_ = (pairs, odds, likely, lead, article)
    whole = compare_alternatives(*given_)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context_features, "CHUNK", 56)
        in_chunks = compare_alternatives(*given_)
    assert len(whole) == len(in_chunks) > 0
    for one, other in zip(whole, in_chunks, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)
