"""A process that reads and prepares articles for an archive, beside the one that writes.

It gets jobs and answers with their outcomes, each a length and a pickled value; nothing else
reaches these pipes. It ends when its input ends, so it never outlives the program.
"""

from __future__ import annotations

import gc
import sys
from itertools import count
from typing import cast

from reader.archive.reading_jobs import Outcome, ReadingJob, run_job
from reader.processes.child_process import ChildProcess, ignore_interrupts
from reader.processes.pickled_messages import ChildEndedError, read_value, write_value

_JOBS_BETWEEN_COLLECTIONS = 20


class WorkerEndedError(Exception):
    """The process ended before it answered."""


class Worker:
    """A process that does one job after the other.

    Raises:
        NoInterpreterError: there is no Python to start.
        OSError: it cannot be started.
    """

    def __init__(self) -> None:
        self._child = ChildProcess(__name__)

    def run(self, job: ReadingJob) -> list[Outcome]:
        """Return the outcomes of a job.

        Raises:
            WorkerEndedError: the process ended before.
        """
        try:
            write_value(self._child.input, job)
            return cast("list[Outcome]", read_value(self._child.output))
        except (OSError, ValueError, ChildEndedError) as error:
            raise WorkerEndedError from error

    def close(self) -> None:
        """End the process."""
        self._child.close()

    def kill(self) -> None:
        """End the process now, from whatever thread."""
        self._child.kill()


def serve() -> None:
    """Do the jobs of the standard input until it ends."""
    ignore_interrupts()
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    # The output of libraries must not mix with the answers.
    sys.stdout = sys.stderr
    # The search for reference cycles takes a seventh of the time, and there are hardly any.
    gc.disable()
    for number in count(1):
        try:
            job = cast("ReadingJob", read_value(jobs))
        except ChildEndedError:
            return
        write_value(answers, run_job(job))
        if number == 1:
            gc.freeze()
        elif number % _JOBS_BETWEEN_COLLECTIONS == 0:
            gc.collect()
