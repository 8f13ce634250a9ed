"""The real program in a pseudo-terminal: it ends when it is told to, or when its terminal goes."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

pty = pytest.importorskip("pty")

LIMIT = 60.0
"""Seconds after which something is taken to hang."""


class Terminal:
    """`python -m reader` on the seeds in a terminal of its own."""

    def __init__(self) -> None:
        self.output = b""
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, [sys.executable, "-m", "reader"])
        os.set_blocking(self.descriptor, False)
        self._wait_for(lambda: b"keys" in self.output)

    def read(self) -> None:
        try:
            while data := os.read(self.descriptor, 65536):
                self.output += data
        except OSError:
            pass

    def ended(self) -> int | None:
        """The exit code, once there is one; that of a signal is negative."""
        codes: list[int] = []

        def over() -> bool:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                codes.append(os.waitstatus_to_exitcode(status))
            return bool(process)

        self._wait_for(over)
        return codes[0] if codes else None

    def _wait_for(self, done: object) -> None:
        deadline = time.monotonic() + LIMIT
        while not done() and time.monotonic() < deadline:  # type: ignore[operator]
            self.read()
            time.sleep(0.01)


@pytest.fixture
def terminal():
    terminal = Terminal()
    yield terminal
    try:
        os.kill(terminal.process, signal.SIGKILL)
        os.waitpid(terminal.process, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


def test_it_ends_when_its_terminal_is_closed(terminal):
    os.close(terminal.descriptor)
    assert terminal.ended() is not None


@pytest.mark.parametrize("name", ["SIGTERM", "SIGQUIT"])
def test_a_signal_ends_it_and_restores_the_terminal(terminal, name):
    number = getattr(signal, name)
    os.kill(terminal.process, number)
    assert terminal.ended() == 128 + number
    terminal.read()
    assert b"\x1b[?1049l" in terminal.output, "the alternate screen is left"
    assert b"\x1b[?1003l" in terminal.output, "mouse reports are off"


def test_q_ends_it_with_code_0(terminal):
    os.write(terminal.descriptor, b"q")
    assert terminal.ended() == 0
