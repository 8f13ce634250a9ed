"""Reading several sources at the same time, while their results are taken in order.

What is read here waits for a child process most of the time, so threads use all processors.
They are daemon threads: nothing waits for them when the program ends.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotDone
from typing import Generic, TypeVar

_Result = TypeVar("_Result")
_CHECK_SECONDS = 0.05
"""Seconds between checks for cancellation while waiting; short enough not to be noticed."""


class ReadAhead(Generic[_Result]):
    """Starts jobs in their order, and some ahead of the one whose result is awaited.

    Args:
        jobs: each reads one source.
        parallel: how many run at the same time. One more than there are processors by default:
            while an article is made of one page, the children parse the next ones.
    """

    def __init__(
        self, jobs: Sequence[Callable[[], _Result]], *, parallel: int | None = None
    ) -> None:
        self._jobs = jobs
        self._parallel = parallel or min(os.cpu_count() or 1, 4) + 1
        self._results: dict[int, Future[_Result]] = {}
        self._started = 0

    def result(self, position: int, check: Callable[[], None]) -> _Result:
        """Return the result of a job; the results of earlier ones are dropped.

        Args:
            position: of the job; never one before that of the last call.
            check: called often while waiting; may raise to stop waiting.

        Raises:
            Exception: what the job or `check` raised.
        """
        self._started = max(self._started, position)
        while self._started < min(position + self._parallel, len(self._jobs)):
            self._start(self._started)
            self._started += 1
        for earlier in [at for at in self._results if at < position]:
            del self._results[earlier]
        future = self._results.pop(position)
        while True:
            check()
            try:
                return future.result(timeout=_CHECK_SECONDS)
            except NotDone:
                if future.done():
                    raise

    def _start(self, position: int) -> None:
        future: Future[_Result] = Future()
        self._results[position] = future
        job = self._jobs[position]

        def run() -> None:
            try:
                future.set_result(job())
            except BaseException as error:  # handed on to the thread that waits
                future.set_exception(error)

        threading.Thread(target=run, name=f"read source {position}", daemon=True).start()
