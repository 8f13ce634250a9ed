"""What third sentences say is the same in cells, by search or by hand."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import third_parties
from reader.linking.candidates import CandidatePairs
from reader.linking.third_parties import measure_cooccurrence, measure_third_party_support

ROWS = 9
Strengths = dict[tuple[int, int], float]

strengths = st.dictionaries(
    st.sampled_from(list(combinations(range(ROWS), 2))),
    st.integers(1, 16).map(lambda sixteenths: sixteenths / 16),
    min_size=1,
)
"""Pairs of rows with what they share; fractions whose products and sums are exact."""


def pairs_of(shared: Strengths) -> CandidatePairs:
    here, there = (np.array(column, np.int32) for column in zip(*sorted(shared), strict=True))
    weight = np.array([shared[pair] for pair in sorted(shared)], np.float32)
    return CandidatePairs(here, there, weight, weight, weight, np.ones(ROWS, np.float32))


def measured(shared: Strengths, *, small_group_rows: int) -> tuple[list[float], list[float]]:
    pairs = pairs_of(shared)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(third_parties, "SMALL_GROUP_ROWS", small_group_rows)
        patch.setattr(third_parties, "CELLS", 2 * ROWS)
        patch.setattr(third_parties, "CHUNK", 12)
        patch.setattr(third_parties, "TIE_PAIRS_BY_CELL", 4)
        patch.setattr(third_parties, "TIE_PAIRS_BY_SEARCH", 1)
        best, cosine = measure_third_party_support(pairs, pairs.overlap, ROWS)
    return best.tolist(), cosine.tolist()


@given(strengths)
def test_third_sentences_say_the_same_in_cells_and_by_search(shared: Strengths) -> None:
    assert measured(shared, small_group_rows=ROWS) == measured(shared, small_group_rows=0)


@given(strengths)
def test_third_sentences_say_what_their_ties_are(shared: Strengths) -> None:
    tied = shared | {(b, a): strength for (a, b), strength in shared.items()}
    length = {
        row: sum(strength**2 for (one, _), strength in tied.items() if one == row) ** 0.5
        for row in range(ROWS)
    }
    best, cosine = measured(shared, small_group_rows=ROWS)
    assert len(best) == len(cosine) == len(shared)
    for number, (a, b) in enumerate(sorted(shared)):
        thirds = [(tied[a, t], tied[b, t]) for t in range(ROWS) if {(a, t), (b, t)} <= tied.keys()]
        assert best[number] == max((min(ties) for ties in thirds), default=0.0)
        alike = sum(one * two for one, two in thirds) / (length[a] * length[b])
        assert cosine[number] == pytest.approx(alike, rel=1e-5)


def test_cooccurrence_counts_the_third_sentences_that_both_probably_link_to() -> None:
    pairs = pairs_of(dict.fromkeys([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], 0.0))
    likely = np.array([0.1, 0.8, 0.5, 0.5, 0.01, 0.9], np.float32)
    found = measure_cooccurrence(pairs, likely, 4)
    # By row 2 alone: what ties 1 to 3 is too unlikely to count.
    assert found[0] == pytest.approx(0.8 * 0.5)
    # By rows 1 and 3; by row 2 alone; by rows 0 and 2.
    assert found[1] == pytest.approx(0.1 * 0.5 + 0.5 * 0.9)
    assert found[2] == pytest.approx(0.8 * 0.9)
    assert found[4] == pytest.approx(0.1 * 0.5 + 0.5 * 0.9)


def test_near_copies_need_no_third_row_where_there_are_more_than_are_read() -> None:
    """Two altered copies, 0 and 1, are among the strongest few of no third copy."""
    rows = 8
    strong = dict.fromkeys(combinations(range(2, rows), 2), 0.9)
    weak = {(n, other): 0.7 for n in (0, 1) for other in range(2, rows)}
    shared = {**strong, **weak, (0, 1): 0.7}
    pairs = pairs_of(shared)
    alone = sorted(shared).index((0, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(third_parties, "PARTNERS_READ", 4)
        support, _ = measure_third_party_support(pairs, pairs.overlap, rows)
        together = measure_cooccurrence(pairs, pairs.overlap, rows)
        patch.setattr(third_parties, "CROWDED", 1.0)
        unaided, _ = measure_third_party_support(pairs, pairs.overlap, rows)
    assert support[alone] == np.float32(0.7)
    assert together[alone] >= 4 * 0.7**2 - 1e-6
    assert unaided.max() == np.float32(0.9), "what third rows say is still counted"
