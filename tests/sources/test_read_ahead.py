"""Reading ahead: in parallel, in order, and cancelled at once."""

from __future__ import annotations

import threading

import pytest

from reader.errors import SourceError, StoppedError
from reader.sources.read_ahead import ReadAhead


def nothing() -> None:
    """The check of a caller that never stops."""


def test_results_come_in_order_and_jobs_run_at_the_same_time() -> None:
    # Each job waits until another runs beside it.
    together = threading.Barrier(2, timeout=30)

    def job(number: int) -> int:
        together.wait()
        return number

    ahead = ReadAhead([lambda number=n: job(number) for n in range(6)], parallel=2)
    assert [ahead.result(n, nothing) for n in range(6)] == list(range(6))


def test_no_more_jobs_than_allowed_are_started() -> None:
    started: list[int] = []
    ahead = ReadAhead([lambda number=n: started.append(number) for n in range(9)], parallel=3)
    ahead.result(0, nothing)
    assert set(started) <= {0, 1, 2}
    ahead.result(5, nothing)
    assert 5 in started
    assert 8 not in started


def test_a_failure_is_raised_where_its_result_is_taken_and_the_others_come() -> None:
    def fail() -> int:
        raise SourceError("a.html: no text")

    ahead = ReadAhead([fail, lambda: 1], parallel=2)
    with pytest.raises(SourceError, match=r"a\.html"):
        ahead.result(0, nothing)
    assert ahead.result(1, nothing) == 1


def test_a_wait_ends_when_it_is_cancelled() -> None:
    released = threading.Event()
    ahead = ReadAhead([lambda: released.wait(60)], parallel=1)

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        ahead.result(0, stop)
    assert not released.is_set()
    released.set()
