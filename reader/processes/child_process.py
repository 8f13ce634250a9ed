"""An isolated Python interpreter as a child process, for the linker and for the page parser.

The child runs the function `serve` of one module and speaks with its parent over two pipes, its
standard input and output. Nothing else holds the other end of its input: when the parent ends,
however it ends, the input ends too. Each module has a protocol and limits of its own.
"""

from __future__ import annotations

import marshal
import os
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_BOOTSTRAP = (
    "import marshal, sys; sys.path[:] = marshal.load(sys.stdin.buffer);"
    "from {module} import serve; serve()"
)
# Isolated, no user site, no site module: the child takes the parent's import path, so the
# search for site packages, about a third of an interpreter's start, would be lost time.
_FLAGS = ("-I", "-S")


class NoInterpreterError(Exception):
    """There is no Python to start, as in a program frozen into one file."""


class ChildProcess:
    """A child that runs `serve` of a module.

    Args:
        module: the full name of the module.
        environment: variables that are set in the child beside those of this process.

    Raises:
        NoInterpreterError: there is no Python to start.
        OSError: the process could not be started.
    """

    def __init__(self, module: str, environment: Mapping[str, str] | None = None) -> None:
        self._process = _start_interpreter(_BOOTSTRAP.format(module=module), environment or {})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.input: IO[bytes] = self._process.stdin
        self.output: IO[bytes] = self._process.stdout
        try:
            self.send(marshal.dumps([os.path.abspath(entry) for entry in sys.path]))
        except OSError:
            self.close()
            raise

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def send(self, data: bytes) -> None:
        """Write to the input of the child, at once."""
        self.input.write(data)
        self.input.flush()

    def kill(self) -> None:
        """End the process now; harmless where it has ended."""
        self._process.kill()

    def wait(self, seconds: float | None = None) -> int:
        """Wait until the process has ended; its exit code."""
        return self._process.wait(seconds)

    def close(self) -> int:
        """End the process and release its pipes and its entry in the table; its exit code."""
        self.kill()
        for stream in (self.input, self.output):
            # A pipe to a killed child may still hold bytes that nobody will read.
            with suppress(OSError):
                stream.close()
        return self.wait()


def ignore_interrupts() -> None:
    """Ignore Ctrl+C in this child: it reaches all processes of a terminal; the parent decides."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def exit_with_parent() -> None:
    """End this child when its parent ends; for a child whose input is read to its last message."""

    def wait_for_end_of_input() -> None:
        sys.stdin.buffer.read()
        os._exit(1)

    threading.Thread(target=wait_for_end_of_input, daemon=True).start()


def _start_interpreter(code: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    import subprocess

    if getattr(sys, "frozen", False) or not sys.executable:
        raise NoInterpreterError
    return subprocess.Popen(
        [sys.executable, *_FLAGS, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
