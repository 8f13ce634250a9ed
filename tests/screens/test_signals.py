"""The real program in a pseudo-terminal: it ends on a signal, and when its terminal goes."""

from __future__ import annotations

import os
import select
import signal
import sys
import time

import pytest

from reader.settings import Memory

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


def read_until(descriptor: int, words: bytes) -> bytes:
    """What a terminal shows until these words came, for at most `LIMIT` seconds."""
    written, end = b"", time.monotonic() + LIMIT
    while words not in written and time.monotonic() < end:
        if select.select([descriptor], [], [], 0.2)[0]:
            written += os.read(descriptor, 1 << 16)
    return written


def wait_for_end(process: int) -> int | None:
    """The exit code of a process; None where it had to be killed after `LIMIT` seconds."""
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return None


def test_the_place_is_kept_when_the_terminal_is_closed(tmp_path):
    pty = pytest.importorskip("pty")
    process, descriptor = pty.fork()
    if process == 0:
        environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": str(tmp_path)}
        os.execve(sys.executable, [sys.executable, "-m", "reader"], environment)
    assert b"keys" in read_until(descriptor, b"keys")
    os.write(descriptor, b":9\r")
    read = "why · ¶9".encode()
    assert read in read_until(descriptor, read)
    os.close(descriptor)
    assert wait_for_end(process) == 128 + signal.SIGHUP
    remembered = Memory(tmp_path / "reader" / "remembered.json").read()
    assert list(remembered.places.values())[-1] == 9


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
    assert wait_for_end(process) is not None
