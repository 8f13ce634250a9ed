"""Sharing the lines of `reader check --jsonl` among processes, the answers in order.

Lines that are there at one time are shared; a line that comes alone is answered at once.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import thread_time
from types import TracebackType
from typing import TYPE_CHECKING

from reader.cli.check_lines import AnsweredLines, LineChecker
from reader.processes.child_process import NoInterpreterError
from reader.processes.pickled_messages import ChildEndedError

if TYPE_CHECKING:
    from reader.cli.line_worker import LineWorker, NumberedLines

_LINES_A_JOB = 16
"""Lines that a process answers at a time: some 15 ms, as long as one may wait for the other."""
_MOST_PROCESSES = 4
_SECONDS_TO_START = 0.5
"""What another process takes until it answers, beside the time to index the sources."""
_SECONDS_OF_WAITING = 1.0


@dataclass(eq=False, slots=True)
class _Job:
    lines: NumberedLines
    answered: AnsweredLines | None = None


class LineSharing:
    """Answers lines in this process and, where there is much to do, in others; for a `with` block.

    Args:
        checker: answers the lines of this process.
        processes: how many at most, this one among them; one for every processor if None.
    """

    def __init__(self, checker: LineChecker, processes: int | None = None) -> None:
        self._checker = checker
        self._most = processes or min(count_processors(), _MOST_PROCESSES)
        self._changed = threading.Condition()
        self._waiting: deque[_Job] = deque()
        self._threads: list[threading.Thread] = []
        self._workers: list[LineWorker] = []
        self._is_ending = False
        self._first_seconds: float | None = None
        self._seconds = 0.0
        self._own_count = 0
        self.count = 0
        """Number of lines answered; empty ones are not."""
        self.has_errors = False
        """Whether a line could not be checked."""
        self.needs_review = False
        """Whether a quotation needs a look."""

    def __enter__(self) -> LineSharing:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._changed:
            self._is_ending = True
            self._waiting.clear()
            for worker in self._workers:
                worker.kill()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def answer(self, batches: Iterable[list[bytes]]) -> Iterator[str]:
        """Yield the answers to lines in order; see `LineChecker.answer`.

        Args:
            batches: lines that are there at one time.
        """
        number = 1
        for batch in batches:
            lines = list(enumerate(batch, number))
            number += len(lines)
            for answered in self._answer_batch(lines):
                self.count += len(answered.answers)
                self.has_errors |= answered.has_errors
                self.needs_review |= answered.needs_review
                yield from answered.answers

    def _answer_batch(self, lines: NumberedLines) -> Iterator[AnsweredLines]:
        starts = range(0, len(lines), _LINES_A_JOB)
        jobs = [_Job(lines[start : start + _LINES_A_JOB]) for start in starts]
        with self._changed:
            self._waiting.extend(jobs)
            self._changed.notify_all()
        for job in jobs:
            while (answered := job.answered) is None:
                self._work_or_wait(job)
            yield answered

    def _work_or_wait(self, wanted: _Job) -> None:
        """Do a job in this process; if none is left, wait for the wanted one."""
        with self._changed:
            if not self._waiting:
                if wanted.answered is None:
                    # On some systems Ctrl+C is noticed only between waits.
                    self._changed.wait(timeout=_SECONDS_OF_WAITING)
                return
            job = self._waiting.popleft()
        self._answer_here(job)
        if not self._threads and self._most > 1 and self._has_much_to_do():
            for _ in range(self._most - 1):
                thread = threading.Thread(target=self._use_worker, name="line worker", daemon=True)
                self._threads.append(thread)
                thread.start()

    def _answer_here(self, job: _Job) -> None:
        started = thread_time()
        job.answered = self._checker.answer(job.lines)
        seconds = thread_time() - started
        if self._first_seconds is None:
            self._first_seconds = seconds
        else:
            self._seconds += seconds
            self._own_count += len(job.lines)

    def _has_much_to_do(self) -> bool:
        """Whether the lines at hand take more processor time than to start another process."""
        left = sum(len(job.lines) for job in self._waiting)
        if left < 2 * _LINES_A_JOB or self._first_seconds is None or not self._own_count:
            return False
        expected = left * self._seconds / self._own_count
        return expected + self._seconds > _SECONDS_TO_START + self._first_seconds

    def _use_worker(self) -> None:
        """Have another process do jobs until the end, or until that process ends."""
        from reader.cli.line_worker import LineWorker

        try:
            worker = LineWorker(self._checker)
        except (NoInterpreterError, OSError):
            return
        try:
            with self._changed:
                self._workers.append(worker)
            while (job := self._take_job()) is not None:
                answered = None
                try:
                    answered = worker.answer(job.lines)
                except ChildEndedError:
                    return
                finally:
                    if answered is None:
                        self._give_back(job)
                with self._changed:
                    job.answered = answered
                    self._changed.notify_all()
        finally:
            worker.close()

    def _take_job(self) -> _Job | None:
        with self._changed:
            while not self._waiting and not self._is_ending:
                self._changed.wait()
            return None if self._is_ending else self._waiting.popleft()

    def _give_back(self, job: _Job) -> None:
        """Leave a job to the other processes."""
        with self._changed:
            if not self._is_ending:
                self._waiting.appendleft(job)
            self._changed.notify_all()


def count_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
