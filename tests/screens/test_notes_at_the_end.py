"""The real program in a pseudo-terminal: however it ends, no note is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.notebook import Notebook

LIMIT = 60.0
"""Seconds after which something is taken to hang."""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of the first program that `start_program` starts."""
    return tmp_path / "state0" / "reader"


@pytest.fixture
def reader(start_program, state):
    terminal = start_program()
    assert terminal.read_until(b"keys", LIMIT)
    return terminal


@contextmanager
def locked(state: Path) -> Iterator[None]:
    """Another process writes into the notebook."""
    Notebook(state / "notebook.sqlite3").write_entries([])
    holder = sqlite3.connect(state / "notebook.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


def texts(state: Path) -> list[str]:
    notebook = Notebook(state / "notebook.sqlite3")
    notebook.take_in_drafts()
    return [entry.text for entry in notebook.read_entries()]


def until(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + LIMIT
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)
    return is_so()


@pytest.mark.parametrize("end", ["q", "ctrl+q", "SIGTERM", "SIGHUP"])
def test_a_note_that_a_locked_notebook_cannot_take_is_kept_and_said(reader, state, end):
    with locked(state):
        reader.write(b"eheld up\x13")
        assert reader.read_until("✎".encode(), LIMIT)
        if end.startswith("SIG"):
            reader.send(getattr(signal, end))
        else:
            reader.write(b"q" if end == "q" else b"\x11")
        code = 128 + getattr(signal, end) if end.startswith("SIG") else 74
        assert reader.wait(LIMIT) == code
        _screen, _, after = reader.written.rpartition(b"\x1b[?1049l")
        assert b"1 change is not in the notebook (" in after.replace(b"\r\n", b"")
        assert b"taken in at the next start" in after.replace(b"\r\n", b"")
    assert texts(state) == ["held up"]


def test_a_note_being_typed_is_kept_where_the_terminal_is_closed(tmp_path):
    pty = pytest.importorskip("pty")
    process, descriptor = pty.fork()
    if process == 0:
        environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": str(tmp_path)}
        os.execve(sys.executable, [sys.executable, "-m", "reader"], environment)
    shown = b""
    while b"keys" not in shown:
        shown += os.read(descriptor, 1 << 16)
    os.write(descriptor, b"ehalf a tho")
    while b"tho" not in shown:
        shown += os.read(descriptor, 1 << 16)
    os.close(descriptor)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 128 + signal.SIGHUP
    assert texts(tmp_path / "reader") == ["half a tho"]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_note_being_typed_is_kept_where_a_signal_ends_the_program(reader, state, name):
    reader.write(b"ehalf a tho")
    assert reader.read_until(b"tho", LIMIT)
    reader.send(getattr(signal, name))
    assert reader.wait(LIMIT) == 128 + getattr(signal, name)
    assert texts(state) == ["half a tho"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="has no SIGKILL")
def test_a_note_being_typed_is_offered_again_where_the_program_was_killed(
    reader, state, start_program, monkeypatch
):
    reader.write(b"ehalf a tho")
    assert until(lambda: any(b"half a tho" in path.read_bytes() for path in state.glob("*draft*")))
    reader.send(signal.SIGKILL)
    assert reader.wait(LIMIT) is not None
    (state.parent.parent / "state1").symlink_to(state.parent)
    again = start_program()
    assert again.read_until(b"The note you were writing on", LIMIT)
    again.write(b"eught\x13q")
    assert again.wait(LIMIT) == 0
    assert texts(state) == ["half a thought"]
