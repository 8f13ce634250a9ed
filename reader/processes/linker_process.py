"""The comparison in a process of its own.

Linking is pure computation. In a second process it leaves the thread that draws
the screen alone, uses another core, and can be stopped at once whatever it does.
The child gets nothing but the words of the articles, on its standard input, and
answers with lines of progress and the bytes of a `Comparison`.

The child's input stays open while it works: when the parent ends, however it
ends, the input ends too, and the child stops.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from reader.errors import ReaderError, StoppedError

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.comparison import Comparison
    from reader.coverage.coverage import Coverage

_BOOTSTRAP = (
    "import marshal, sys; sys.path[:] = marshal.load(sys.stdin.buffer);"
    "from reader.processes.linker_process import serve; serve()"
)
# Isolated, no user site, no site module: the child takes the parent's import path, so the
# search for site packages, about a third of an interpreter's start, would be lost time.
_FLAGS = ("-I", "-S")
# One thread in the child: the other core is for the screen, and starting more costs time.
_THREAD_COUNTS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
_LINE_LIMIT = 400


class ComparisonError(ReaderError):
    """The comparison could not be carried out."""

    exit_code = 70


class PendingComparison:
    """A comparison under way in a child process.

    Safe to ask from any thread. Made by `start_comparison` or `prepare_comparison`.
    """

    def __init__(self) -> None:
        self._articles: tuple[Article, ...] = ()
        self._finished = threading.Event()
        self._begun = False
        self._coverage: Coverage | None = None
        self._problem: ReaderError | None = None
        self._progress = (0.0, "")
        self._cancelled = False
        self._child = _start_child()

    def begin(self, articles: Sequence[Article]) -> None:
        """Hand over the articles; returns at once. To be called once."""
        self._articles = tuple(articles)
        self._begun = True
        threading.Thread(target=self._converse, name="comparison", daemon=True).start()

    @property
    def progress(self) -> tuple[float, str]:
        """The share done, 0..1, and what is being done."""
        return self._progress

    def done(self) -> bool:
        """Whether `result` returns, or raises, at once."""
        return self._finished.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until done, at most `timeout` seconds; whether it is done."""
        return self._finished.wait(timeout)

    def result(self) -> Coverage:
        """The comparison, waited for if need be.

        Raises `ComparisonError` where the child failed, so that the caller can fall
        back to `compare`, and `StoppedError` after `cancel`.
        """
        self._finished.wait()
        if self._cancelled:
            raise StoppedError()
        if self._coverage is None:
            raise self._problem or ComparisonError("the comparison gave no answer")
        return self._coverage

    def cancel(self) -> None:
        """Stop the child now; harmless when it is done already."""
        if not self._finished.is_set():
            self._cancelled = True
            self._child.kill()
            if not self._begun:
                self._tidy()
            self._finished.set()

    def _converse(self) -> None:
        try:
            comparison = self._ask()
            from reader.coverage.coverage import Coverage

            self._coverage = Coverage(self._articles, *comparison)
        except (OSError, EOFError, ValueError, TypeError) as problem:
            self._problem = ComparisonError(f"the articles could not be compared: {problem}")
        except ReaderError as problem:
            self._problem = problem
        finally:
            self._tidy()
            self._finished.set()

    def _tidy(self) -> None:
        self._child.kill()
        for stream in (self._child.stdin, self._child.stdout):
            # A pipe to a killed child may still hold bytes that nobody will read.
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        self._child.wait()

    def _ask(self) -> Comparison:
        # Here and not above: the child is to start before this process has anything else loaded.
        from reader.coverage.comparison import Comparison
        from reader.linking.linker_input import linker_input

        to_child, from_child = self._child.stdin, self._child.stdout
        assert to_child is not None
        assert from_child is not None
        marshal.dump(len(self._articles), to_child)
        for article in self._articles:
            given = linker_input(article)
            marshal.dump((given.paragraph_count, given.language, given.texts), to_child)
        to_child.flush()
        while line := from_child.readline(_LINE_LIMIT):
            kind, _, rest = line.rstrip(b"\n").partition(b" ")
            if kind == b"progress":
                share, _, doing = rest.partition(b" ")
                self._progress = (float(share), doing.decode())
            elif kind == b"links":
                length = int(rest)
                data = from_child.read(length)
                if len(data) != length:
                    raise EOFError("the answer is cut short")
                return Comparison.from_bytes(data)
            elif kind == b"problem":
                raise ComparisonError(f"the articles could not be compared: {rest.decode()}")
            else:
                raise ValueError("the answer cannot be read")
        raise EOFError("the helper process ended early")


def prepare_comparison() -> PendingComparison:
    """Start the child before the articles are known; call `begin` on the result.

    The child loads what it needs meanwhile. Raises `ComparisonError` where no child
    can be started, for example in a program frozen into one file.
    """
    return PendingComparison()


def start_comparison(articles: Sequence[Article]) -> PendingComparison:
    """Compare articles in a child process; returns within a few milliseconds.

    Raises `ComparisonError` where no child can be started; `compare` does the same
    work in this process.
    """
    pending = PendingComparison()
    pending.begin(articles)
    return pending


def serve() -> None:
    """The child's side: read the articles, write progress and links, leave."""
    import gc
    import signal

    # A process that ends with its one answer need not look for what it could forget meanwhile:
    # in large groups every look takes part of a second.
    gc.disable()
    # Ctrl+C reaches every process of the terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from reader.coverage.comparison import compare_inputs
    from reader.linking.linker import load_linker
    from reader.linking.linker_input import LinkerInput

    answer = sys.stdout.buffer
    try:
        load_linker()
        articles = marshal.load(sys.stdin.buffer)
        inputs = [LinkerInput(*marshal.load(sys.stdin.buffer)) for _ in range(articles)]
        threading.Thread(target=_leave_with_parent, daemon=True).start()

        def progress(share: float, doing: str) -> None:
            answer.write(f"progress {share:.4f} {doing[:100]}\n".encode())
            answer.flush()

        data = compare_inputs(inputs, progress=progress).to_bytes()
        answer.write(b"links %d\n" % len(data))
        answer.write(data)
    except BrokenPipeError:
        pass
    except Exception as problem:
        reason = " ".join(f"{type(problem).__name__}: {problem}".split())
        answer.write(f"problem {reason[:100]}\n".encode(errors="replace"))
    _leave(answer)


def _start_child() -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False) or not sys.executable:
        raise ComparisonError("no Python to start for the comparison")
    try:
        child = subprocess.Popen(
            [sys.executable, *_FLAGS, "-c", _BOOTSTRAP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **dict.fromkeys(_THREAD_COUNTS, "1")},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert child.stdin is not None
        marshal.dump([os.path.abspath(entry) for entry in sys.path], child.stdin)
        child.stdin.flush()
    except OSError as problem:
        raise ComparisonError(f"the comparison could not be started: {problem}") from problem
    return child


def _leave_with_parent() -> None:
    """Nothing more is ever sent: the end of the input is the end of the parent."""
    sys.stdin.buffer.read()
    os._exit(1)


def _leave(answer: IO[bytes]) -> None:
    # The answer is all there is to leave behind; taking the modules apart would be lost time.
    try:
        answer.flush()
    finally:
        os._exit(0)
