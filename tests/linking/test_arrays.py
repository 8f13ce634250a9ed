"""Operations on arrays give what NumPy, or a loop, gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import arrays
from reader.linking.arrays import chunks, sorted_unique, stable_order, strongest, strongest_by_row


@given(st.lists(st.integers(-3, 12) | st.integers(-(2**60), 2**60), max_size=60))
def test_unique_numbers_are_those_of_numpy(numbers: list[int]) -> None:
    array = np.array(numbers, np.int64)
    np.testing.assert_array_equal(sorted_unique(array), np.unique(array))


@given(st.lists(st.integers(0, 12) | st.integers(-(2**60), 2**60), max_size=200))
def test_a_stable_order_is_that_of_python(keys: list[int]) -> None:
    expected = sorted(range(len(keys)), key=lambda position: keys[position])
    assert stable_order(np.array(keys, np.int64)).tolist() == expected


@given(st.integers(0, 100), st.integers(1, 20))
def test_chunks_cover_everything_once(length: int, size: int) -> None:
    covered = [place for some in chunks(length, size) for place in range(length)[some]]
    assert covered == list(range(length))


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 9)), max_size=60),
    st.integers(1, 4),
)
def test_the_strongest_few_of_every_row_and_group(
    entries: list[tuple[int, int, int]], count: int
) -> None:
    row, group, score = (np.array([entry[k] for entry in entries], np.int64) for k in range(3))
    expected = []
    for place, (r, g, s) in enumerate(entries):
        before = [
            other
            for other, entry in enumerate(entries)
            if entry[:2] == (r, g) and (-entry[2], other) < (-s, place)
        ]
        if len(before) < count:
            expected.append(place)
    assert strongest(row, group, score.astype(np.float32), count).tolist() == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "CHUNK", 7)
        in_chunks = strongest_by_row(row, group, score.astype(np.float32), count).tolist()
    assert sorted(in_chunks) == expected
    assert row[in_chunks].tolist() == sorted(row[expected].tolist())


def test_more_rows_and_groups_than_fit_beside_a_score() -> None:
    row = np.array([5, 2**40, 2**40, 5], np.int64)
    group = np.array([2**20, 1, 1, 2**20], np.int64)
    score = np.array([1.0, 2.0, 3.0, 4.0], np.float32)
    assert strongest(row, group, score, 1).tolist() == [2, 3]
