"""What is added up in cells, by search or by hand is the same."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import candidates, context_features
from reader.linking.candidates import Candidates, find_candidates
from reader.linking.context_features import in_common
from reader.linking.sentence_terms import read_words
from reader.linking.work_progress import phases

ROWS = 9
Strengths = dict[tuple[int, int], float]

strengths = st.dictionaries(
    st.sampled_from(list(combinations(range(ROWS), 2))),
    st.integers(1, 16).map(lambda sixteenths: sixteenths / 16),
    min_size=1,
)
"""Pairs of rows with what they share; fractions whose products and sums are exact."""


def unasked(_share: float) -> None:
    pass


def candidates_of(shared: Strengths) -> Candidates:
    here, there = (np.array(column, np.int32) for column in zip(*sorted(shared), strict=True))
    weight = np.array([shared[pair] for pair in sorted(shared)], np.float32)
    return Candidates(here, there, weight, weight, weight, np.ones(ROWS, np.float32))


def asked(shared: Strengths, *, few_rows: int) -> tuple[list[float], list[float]]:
    pairs = candidates_of(shared)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context_features, "FEW_ROWS", few_rows)
        patch.setattr(context_features, "CELLS", 2 * ROWS)
        patch.setattr(context_features, "STEP", 12)
        best, cosine = in_common(pairs, pairs.shared, ROWS, unasked)
    return best.tolist(), cosine.tolist()


@given(strengths)
def test_third_sentences_say_the_same_in_cells_and_by_search(shared: Strengths) -> None:
    assert asked(shared, few_rows=ROWS) == asked(shared, few_rows=0)


@given(strengths)
def test_third_sentences_say_what_their_ties_are(shared: Strengths) -> None:
    tied = shared | {(b, a): strength for (a, b), strength in shared.items()}
    length = {
        row: sum(strength**2 for (one, _), strength in tied.items() if one == row) ** 0.5
        for row in range(ROWS)
    }
    best, cosine = asked(shared, few_rows=ROWS)
    assert len(best) == len(cosine) == len(shared)
    for number, (a, b) in enumerate(sorted(shared)):
        thirds = [(tied[a, t], tied[b, t]) for t in range(ROWS) if {(a, t), (b, t)} <= tied.keys()]
        assert best[number] == max((min(ties) for ties in thirds), default=0.0)
        alike = sum(one * two for one, two in thirds) / (length[a] * length[b])
        assert cosine[number] == pytest.approx(alike, rel=1e-5)


words = st.lists(
    st.sampled_from(["ash", "birch", "cedar", "Elm", "fir", "of", "the", "12"]), max_size=6
)


@given(st.lists(st.lists(words, max_size=5), min_size=2, max_size=4))
def test_shared_words_weigh_the_same_in_cells_and_sorted(articles: list[list[list[str]]]) -> None:
    documents = [[" ".join(sentence) for sentence in article] for article in articles]
    read = read_words(documents, ["en"] * len(documents), unasked)
    every = np.ones((len(documents),) * 2, bool)
    found = []
    for cells in (0, 10**9):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(candidates, "CELLS_A_PAIR", cells)
            patch.setattr(candidates, "STEP", 5)
            found.append(find_candidates(read, every, phases(None, None)(0.0, 1.0, "")))
    for name in ("here", "there", "plain", "named", "shared"):
        np.testing.assert_array_equal(getattr(found[0], name), getattr(found[1], name))
