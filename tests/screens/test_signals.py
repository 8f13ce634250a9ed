"""The real program in a pseudo-terminal: it ends on a signal, and when its terminal goes."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

LIMIT = 60.0
"""Seconds after which something is taken to hang."""


@pytest.fixture
def reader(start_program):
    terminal = start_program()
    assert terminal.read_until(b"keys", LIMIT)
    return terminal


@pytest.mark.parametrize("name", ["SIGTERM", "SIGQUIT"])
def test_a_signal_ends_it_and_restores_the_terminal(reader, name):
    number = getattr(signal, name)
    reader.send(number)
    assert reader.wait(LIMIT) == 128 + number
    assert b"\x1b[?1049l" in reader.written, "the alternate screen is left"
    assert b"\x1b[?1003l" in reader.written, "mouse reports are off"


def test_q_ends_it_with_code_0(reader):
    reader.write(b"q")
    assert reader.wait(LIMIT) == 0


def test_it_ends_when_its_terminal_is_closed():
    pty = pytest.importorskip("pty")
    process, descriptor = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-m", "reader"])
    shown = b""
    while b"keys" not in shown:
        shown += os.read(descriptor, 65536)
    os.close(descriptor)
    ended, deadline = 0, time.monotonic() + LIMIT
    while not ended and time.monotonic() < deadline:
        ended, _status = os.waitpid(process, os.WNOHANG)
        time.sleep(0.01)
    if not ended:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    assert ended
