"""A process that answers lines of `reader check --jsonl`, beside the one that reads and prints.

It gets how to answer, then some lines at a time, and ends when its input ends.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import cast

from reader.cli.check_lines import AnsweredLines, LineChecker, LineSettings
from reader.processes.child_process import ChildProcess, ignore_interrupts
from reader.processes.pickled_messages import ChildEndedError, read_value, write_value

NumberedLines = Sequence[tuple[int, bytes]]


class LineWorker:
    """A process that answers lines as a checker does.

    Raises:
        NoInterpreterError: there is no Python to start.
        OSError: it cannot be started.
    """

    def __init__(self, checker: LineChecker) -> None:
        self._checker = checker
        self._child = ChildProcess(__name__)
        self._is_ready = False

    def answer(self, lines: NumberedLines) -> AnsweredLines:
        """Return the answers to lines.

        Raises:
            ChildEndedError: the process ended before.
        """
        try:
            if not self._is_ready:
                write_value(self._child.input, self._checker.settings)
                self._is_ready = True
            write_value(self._child.input, lines)
            return cast("AnsweredLines", read_value(self._child.output))
        except (OSError, ValueError) as error:
            raise ChildEndedError from error

    def kill(self) -> None:
        """End the process now, from whatever thread."""
        self._child.kill()

    def close(self) -> None:
        """End the process and release its pipes."""
        self._child.close()


def serve() -> None:
    """Answer the lines of the standard input until it ends."""
    ignore_interrupts()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # The output of libraries must not mix with the answers.
    sys.stdout = sys.stderr
    gc.disable()
    try:
        checker = LineChecker(*cast("LineSettings", read_value(requests)))
        while True:
            write_value(answers, checker.answer(cast("NumberedLines", read_value(requests))))
    except (ChildEndedError, BrokenPipeError):
        return
