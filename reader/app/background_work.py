"""Long computations that whoever waits for them can leave at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from typing import TypeVar

_Result = TypeVar("_Result")
_ASK_EVERY = 0.05


def run_detached(work: Callable[[], _Result], cancelled: Callable[[], bool]) -> _Result | None:
    """What `work` gives, or None where `cancelled` said so first; its faults are raised here.

    The work runs in a thread of its own that does not keep the program alive. To be
    called from a worker thread: it waits.
    """
    done: Future[_Result] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as problem:
            done.set_exception(problem)

    threading.Thread(target=run, name="apart", daemon=True).start()
    while not cancelled():
        try:
            return done.result(timeout=_ASK_EVERY)
        except NotYet:
            if done.done():
                raise
    return None
