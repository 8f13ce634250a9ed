from __future__ import annotations

import threading
from itertools import chain, repeat

import pytest

from reader.app.background_work import run_detached


def test_the_result_comes_back():
    assert run_detached(lambda: 7, lambda: False) == 7


def test_a_fault_is_raised_where_one_waits():
    with pytest.raises(ZeroDivisionError):
        run_detached(lambda: 1 / 0, lambda: False)


def test_a_time_out_of_the_work_itself_is_a_fault_and_not_waited_for():
    def work():
        raise TimeoutError("of the work")

    with pytest.raises(TimeoutError, match="of the work"):
        run_detached(work, lambda: False)


def test_who_waits_can_leave_while_the_work_goes_on():
    go_on = threading.Event()
    answers = chain([False], repeat(True))
    assert run_detached(lambda: go_on.wait(5), lambda: next(answers)) is None
    go_on.set()


def test_the_work_does_not_keep_the_program_alive():
    seen = []
    run_detached(lambda: seen.append(threading.current_thread().daemon), lambda: False)
    assert seen == [True]
