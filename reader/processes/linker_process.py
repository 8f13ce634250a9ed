"""The comparison of articles in a child process.

Linking is pure computation. In a second process it leaves the thread that draws the screen
alone, uses another core, and can be stopped at once whatever it does. The child gets nothing but
the words of the articles, on its standard input, and answers with lines of progress and the
bytes of a `Comparison`: links, moments, and the quotes that it has found on the way:

    → the number of articles, then each as the fields of its `LinkerInput`, by marshal
    ← "progress 0.2500 phase\\n", any number of times
    ← "links 51234\\n" and 51,234 bytes, or "problem reason\\n"

The input of the child stays open while it works, so that it ends with its parent.
"""

from __future__ import annotations

import marshal
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING

from reader.errors import ReaderError, StoppedError, describe_fault
from reader.processes.child_process import (
    ChildProcess,
    NoInterpreterError,
    exit_with_parent,
    ignore_interrupts,
)
from reader.processes.numeric_threads import THREAD_COUNTS

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.coverage import Coverage
    from reader.processes.link_cache import LinkCache

# Bytes of a line of the answer: a phase or reason of at most 100 characters, four bytes each.
_LINE_LIMIT = 500
_LONGEST_REASON = 100


class ComparisonError(ReaderError):
    """The comparison could not be carried out."""

    exit_code = 70


class PendingComparison:
    """A comparison running in a child process, safe to use from any thread.

    Returned by `start_comparison` and `prepare_comparison`.
    """

    def __init__(self) -> None:
        self._articles: tuple[Article, ...] = ()
        self._link_cache: LinkCache | None = None
        self._finished = threading.Event()
        self._finishing = threading.Lock()
        self._on_finish: list[Callable[[], None]] = []
        self._begun = False
        self._coverage: Coverage | None = None
        self._problem: ReaderError | None = None
        self._progress = (0.0, "")
        self._cancelled = False
        self._child = _start_child()

    def begin(self, articles: Sequence[Article], link_cache: LinkCache | None = None) -> None:
        """Hand over the articles and return at once; call it once.

        Args:
            articles: the articles.
            link_cache: stores the result, after `result` returns; None: it is not stored.
        """
        # Both threads need it: imported by two at once, one may find it half made.
        import reader.coverage  # noqa: F401

        self._articles = tuple(articles)
        self._link_cache = link_cache
        self._begun = True
        threading.Thread(target=self._run, name="comparison", daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the child process."""
        return self._child.pid

    @property
    def progress(self) -> tuple[float, str]:
        """The share done, 0..1, and the current phase in words."""
        return self._progress

    def done(self) -> bool:
        """Whether `result` returns, or raises, at once."""
        return self._finished.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait at most `timeout` seconds; whether the comparison is done."""
        return self._finished.wait(timeout)

    def call_when_done(self, call: Callable[[], None]) -> None:
        """Call a function when the comparison is done or cancelled; at once where it is.

        It is called in any thread, and must not wait.
        """
        with self._finishing:
            if not self._finished.is_set():
                self._on_finish.append(call)
                return
        call()

    def result(self) -> Coverage:
        """Wait for the comparison and return it.

        Raises:
            ComparisonError: the child failed; `compare` does the same work in this process.
            StoppedError: `cancel` was called.
        """
        self._finished.wait()
        if self._cancelled:
            raise StoppedError()
        if self._coverage is None:
            raise self._problem or ComparisonError("the comparison gave no answer")
        return self._coverage

    def cancel(self) -> None:
        """Kill the child; does nothing where the comparison is done."""
        if not self._finished.is_set():
            self._cancelled = True
            self._child.kill()
            if not self._begun:
                self._child.close()
            self._finish()

    def _run(self) -> None:
        data = b""
        try:
            data = self._ask_child()
            self._coverage = self._read_coverage(data)
        except (OSError, EOFError, ValueError, TypeError) as problem:
            self._problem = ComparisonError(f"the articles could not be compared: {problem}")
        except ReaderError as problem:
            self._problem = problem
        finally:
            self._child.close()
            self._finish()
        if self._link_cache is not None and self._coverage is not None:
            self._link_cache.write(self._articles, data)

    def _finish(self) -> None:
        with self._finishing:
            self._finished.set()
            calls, self._on_finish = self._on_finish, []
        for call in calls:
            call()

    def _read_coverage(self, data: bytes) -> Coverage:
        from reader.coverage.stored_comparison import read_coverage

        return read_coverage(self._articles, data)

    def _ask_child(self) -> bytes:
        from reader.linking.linker_input import linker_input

        marshal.dump(len(self._articles), self._child.input)
        for article in self._articles:
            given = linker_input(article)
            fields = (given.paragraph_count, given.language, given.texts, given.furniture)
            marshal.dump(fields, self._child.input)
        self._child.input.flush()
        return self._read_answer(self._child.output)

    def _read_answer(self, output: IO[bytes]) -> bytes:
        while line := output.readline(_LINE_LIMIT):
            kind, _, rest = line.rstrip(b"\n").partition(b" ")
            if kind == b"progress":
                share, _, phase = rest.partition(b" ")
                self._progress = (float(share), phase.decode())
            elif kind == b"links":
                length = int(rest)
                data = output.read(length)
                if len(data) != length:
                    raise EOFError("the answer is cut short")
                return data
            elif kind == b"problem":
                raise ComparisonError(f"the articles could not be compared: {rest.decode()}")
            else:
                raise ValueError("the answer cannot be read")
        raise EOFError("the helper process ended early")


def prepare_comparison() -> PendingComparison:
    """Start the child before the articles are known; it loads its modules until `begin`.

    Raises:
        ComparisonError: no child can be started, as in a program frozen into one file.
    """
    return PendingComparison()


def start_comparison(
    articles: Sequence[Article], link_cache: LinkCache | None = None
) -> PendingComparison:
    """Compare articles in a child process; returns within a few milliseconds.

    Args:
        articles: the articles.
        link_cache: as for `PendingComparison.begin`.

    Raises:
        ComparisonError: no child can be started; `compare` does the same work in this process.
    """
    pending = PendingComparison()
    pending.begin(articles, link_cache)
    return pending


def serve() -> None:
    """Run the child: read the articles, write progress and links, exit."""
    import gc

    # The process ends with its one answer, so no garbage need be collected: in large groups
    # every full collection takes part of a second.
    gc.disable()
    ignore_interrupts()
    from reader.coverage.comparison import compare_inputs
    from reader.linking.linker import load_linker
    from reader.linking.linker_input import LinkerInput
    from reader.linking.phase_progress import PhaseProgress

    answer = sys.stdout.buffer

    def report_progress(share: float, phase: str) -> None:
        answer.write(f"progress {share:.4f} {phase[:_LONGEST_REASON]}\n".encode())
        answer.flush()

    try:
        load_linker()
        count = marshal.load(sys.stdin.buffer)
        inputs = [LinkerInput(*marshal.load(sys.stdin.buffer)) for _ in range(count)]
        exit_with_parent()
        data = compare_inputs(inputs, PhaseProgress(report_progress)).to_bytes()
        answer.write(b"links %d\n" % len(data))
        answer.write(data)
    except BrokenPipeError:
        pass
    # The border of the process: every error is reported to the parent in one line.
    except Exception as problem:
        reason = describe_fault(problem)[:_LONGEST_REASON]
        answer.write(f"problem {reason}\n".encode(errors="replace"))
    _exit_after(answer)


def _start_child() -> ChildProcess:
    try:
        # One thread in the child: the other core is for the screen.
        return ChildProcess(__name__, dict.fromkeys(THREAD_COUNTS, "1"))
    except NoInterpreterError as problem:
        raise ComparisonError("no Python to start for the comparison") from problem
    except OSError as problem:
        raise ComparisonError(f"the comparison could not be started: {problem}") from problem


def _exit_after(answer: IO[bytes]) -> None:
    # Skips the normal shutdown of the interpreter, which only takes time.
    try:
        answer.flush()
    finally:
        os._exit(0)
