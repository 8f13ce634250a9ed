"""Jobs done by several processes at a time, their outcomes in the order of the jobs."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from types import TracebackType

from reader.archive.reading_jobs import Outcome, ReadingJob, describe_lost_item, run_job
from reader.archive.worker_process import Worker, WorkerEndedError
from reader.processes.child_process import NoInterpreterError

_JOBS_AHEAD = 6
"""Jobs waiting or running for every process: enough that none is idle while the indexes are
written, and few enough to need little memory."""
_FEWEST_JOBS = 2
"""Fewer are done in this process: to start another would take longer."""

Done = tuple[ReadingJob, list[Outcome]]


class WorkerPool:
    """Some processes that do jobs; use it in a `with` statement.

    Args:
        processes: how many; one for every processor if None.
    """

    def __init__(self, processes: int | None = None) -> None:
        self._count = max(1, processes or os.cpu_count() or 1)
        self._threads: ThreadPoolExecutor | None = None
        self._own = threading.local()
        self._workers: list[Worker] = []
        self._is_ending = False

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_ending = True
        for worker in self._workers:
            worker.kill()
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def run(self, jobs: Iterable[ReadingJob]) -> Iterator[Done]:
        """Yield the jobs with their outcomes, in order, while later jobs run."""
        waiting = iter(jobs)
        first = list(islice(waiting, _FEWEST_JOBS))
        if len(first) < _FEWEST_JOBS:
            yield from ((job, run_job(job)) for job in first)
            return
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="archive worker")
        running: deque[tuple[ReadingJob, Future[list[Outcome]]]] = deque()
        for job in chain(first, waiting):
            running.append((job, self._threads.submit(self._do, job)))
            if len(running) >= self._count * _JOBS_AHEAD:
                done, future = running.popleft()
                yield done, future.result()
        for done, future in running:
            yield done, future.result()

    def _do(self, job: ReadingJob) -> list[Outcome]:
        """Do a job in the process of this thread; if that ends, find the item that caused it."""
        try:
            return self._ask(job)
        except WorkerEndedError:
            if self._is_ending:
                return []
        if len(job.items) == 1:
            return [describe_lost_item(job)]
        outcomes: list[Outcome] = []
        for part in job.split():
            try:
                outcomes += self._ask(part)
            except WorkerEndedError:
                outcomes.append(describe_lost_item(part))
        return outcomes

    def _ask(self, job: ReadingJob) -> list[Outcome]:
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            try:
                worker = Worker()
            except (NoInterpreterError, OSError):
                return run_job(job)
            self._own.worker = worker
            self._workers.append(worker)
        try:
            return worker.run(job)
        except WorkerEndedError:
            worker.close()
            self._own.worker = None
            raise
