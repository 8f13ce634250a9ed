from __future__ import annotations

import threading
from itertools import chain, repeat

import pytest
from textual.app import App
from textual.worker import WorkerState

from reader.app.background_work import run_detached, start_background_work


def test_the_result_of_the_work_is_returned():
    assert run_detached(lambda: 7, lambda: False) == 7


def test_an_error_of_the_work_is_raised():
    with pytest.raises(ZeroDivisionError):
        run_detached(lambda: 1 / 0, lambda: False)


def test_a_time_out_of_the_work_itself_is_an_error_too():
    def work():
        raise TimeoutError("of the work")

    with pytest.raises(TimeoutError, match="of the work"):
        run_detached(work, lambda: False)


def test_a_cancelled_call_returns_while_the_work_goes_on():
    go_on = threading.Event()
    answers = chain([False], repeat(True))
    assert run_detached(lambda: go_on.wait(60), lambda: next(answers)) is None
    go_on.set()


def test_the_work_does_not_keep_the_program_alive():
    seen = []
    run_detached(lambda: seen.append(threading.current_thread().daemon), lambda: False)
    assert seen == [True]


@pytest.fixture
def start_work():
    """`await start_work(work)`: a list that gets the result, and the worker."""

    async def start(work):
        app = App()
        results = []
        async with app.run_test() as pilot:
            worker = start_background_work(app, "name", work, results.append)
            await app.workers.wait_for_complete()
            await pilot.pause()
        return results, worker

    return start


async def test_the_result_reaches_the_thread_of_the_screen(start_work):
    results, worker = await start_work(lambda is_cancelled: ["done", is_cancelled()])
    assert results == [["done", False]]
    assert worker.state is WorkerState.SUCCESS


async def test_work_without_a_result_reports_nothing(start_work):
    results, worker = await start_work(lambda _is_cancelled: None)
    assert results == []
    assert worker.state is WorkerState.SUCCESS


async def test_work_begun_again_cancels_what_was_begun_before():
    app = App()
    results = []
    first_sees = threading.Event()

    def wait(is_cancelled):
        while not is_cancelled():
            first_sees.wait(0.01)
        return "first"

    async with app.run_test() as pilot:
        first = start_background_work(app, "name", wait, results.append)
        second = start_background_work(app, "name", lambda _: "second", results.append)
        await app.workers.wait_for_complete([second])
        await pilot.pause()
        assert first.is_cancelled
    assert results == ["second"]
