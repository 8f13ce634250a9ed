"""Cancellable long computations in threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotDone
from typing import TypeVar

from textual.dom import DOMNode
from textual.worker import Worker, get_current_worker

_Result = TypeVar("_Result")
_CANCEL_CHECK_SECONDS = 0.05
"""Seconds for which a cancelled computation may occupy its worker; a person notices no delay."""


def run_detached(work: Callable[[], _Result], is_cancelled: Callable[[], bool]) -> _Result | None:
    """Run `work` in a daemon thread and return its result, or None once it is cancelled.

    A daemon thread does not keep the program alive. The call waits: make it in a worker
    thread, not in the thread of the screen.

    Raises:
        Exception: what `work` raised.
    """
    done: Future[_Result] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as error:  # handed on to the thread that waits
            done.set_exception(error)

    threading.Thread(target=run, name="detached", daemon=True).start()
    while not is_cancelled():
        try:
            return done.result(timeout=_CANCEL_CHECK_SECONDS)
        except NotDone:
            if done.done():
                raise
    return None


def start_background_work(
    node: DOMNode,
    name: str,
    work: Callable[[Callable[[], bool]], _Result | None],
    on_result: Callable[[_Result], None],
) -> Worker[None]:
    """Start a computation in a thread; an earlier one of the same name is cancelled.

    Args:
        node: the screen or widget that gets a `Worker.StateChanged` message about an error.
        name: the name and group of the worker.
        work: the computation, given a function that says whether it is cancelled.
        on_result: called in the thread of the screen with the result, unless that is None or
            the work was cancelled.
    """

    def run() -> None:
        worker = get_current_worker()

        def is_cancelled() -> bool:
            return worker.is_cancelled

        result = run_detached(lambda: work(is_cancelled), is_cancelled)
        if result is not None and not worker.is_cancelled:
            node.app.call_from_thread(on_result, result)

    return node.run_worker(
        run,
        name=name,
        group=name,
        description=name,
        thread=True,
        exclusive=True,
        exit_on_error=False,
    )
