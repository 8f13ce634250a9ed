"""Sorting in steps gives what sorting at once gives, and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import StoppedError
from reader.linking import work_progress
from reader.linking.work_progress import distinct, stable_order, steps, strongest


def unasked(_share: float) -> None:
    pass


@pytest.fixture(scope="module", autouse=True)
def short_steps() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work_progress, "STEP", 7)
        yield


@given(st.lists(st.integers(-3, 12) | st.integers(-(2**60), 2**60), max_size=60))
def test_distinct_numbers_are_those_of_numpy(numbers: list[int]) -> None:
    array = np.array(numbers, np.int64)
    np.testing.assert_array_equal(distinct(array), np.unique(array))


@given(st.lists(st.integers(0, 12) | st.integers(-(2**60), 2**60), max_size=200))
def test_a_stable_order_is_that_of_numpy(keys: list[int]) -> None:
    key = np.array(keys, np.int64)
    assert stable_order(key, unasked).tolist() == np.argsort(key, kind="stable").tolist()


@given(st.lists(st.integers(0, 50), min_size=8, max_size=100))
def test_a_stable_order_tells_how_far_it_is(keys: list[int]) -> None:
    shares: list[float] = []
    stable_order(np.array(keys), shares.append)
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] <= shares[-1] <= 1.0


def test_a_stable_order_can_be_stopped() -> None:
    def stop(share: float) -> None:
        if share > 0.4:
            raise StoppedError()

    with pytest.raises(StoppedError):
        stable_order(np.arange(100)[::-1], stop)


@given(st.integers(0, 100), st.integers(1, 20))
def test_steps_cover_everything_once(length: int, step: int) -> None:
    covered = [place for some in steps(length, step=step) for place in range(length)[some]]
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


def test_more_rows_and_groups_than_fit_beside_a_score() -> None:
    row = np.array([5, 2**40, 2**40, 5], np.int64)
    group = np.array([2**20, 1, 1, 2**20], np.int64)
    score = np.array([1.0, 2.0, 3.0, 4.0], np.float32)
    assert strongest(row, group, score, 1).tolist() == [2, 3]
