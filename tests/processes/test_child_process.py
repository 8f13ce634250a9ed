"""The isolated interpreter that both child processes run in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.processes.child_process import ChildProcess, NoInterpreterError

LIMIT = 60.0
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")

MODULE = """
import os, sys, time
from reader.processes.child_process import exit_with_parent, ignore_interrupts


def serve():
    ignore_interrupts()
    words = sys.stdin.buffer.readline().decode().split()
    sys.stdout.write(repr([words, os.environ.get("COLOUR"), sys.flags.isolated]) + "\\n")
    sys.stdout.flush()
    exit_with_parent()
    time.sleep(1000)
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that answers one line and then works on."""
    (tmp_path / "echo_of_a_line.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "echo_of_a_line"


@pytest.fixture
def child(module: str) -> Iterator[ChildProcess]:
    child = ChildProcess(module, {"COLOUR": "blue"})
    yield child
    child.close()


def test_a_child_has_the_import_path_of_its_parent_and_what_is_set_for_it(
    child: ChildProcess,
) -> None:
    child.send(b"two words\n")
    assert child.output.readline() == b"[['two', 'words'], 'blue', 1]\n"
    assert child.is_running


def test_closing_ends_the_child_and_releases_its_pipes(child: ChildProcess) -> None:
    child.close()
    assert not child.is_running
    assert child.input.closed
    assert child.output.closed
    child.close()


@POSIX
def test_ctrl_c_does_not_end_a_child(child: ChildProcess) -> None:
    child.send(b"words\n")
    assert child.output.readline()
    os.kill(child.pid, signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0.2)


def test_a_child_ends_when_its_input_does(child: ChildProcess) -> None:
    child.send(b"words\n")
    assert child.output.readline()
    child.input.close()
    assert child.wait(LIMIT) == 1


def test_a_child_ends_when_its_parent_is_killed(
    module: str, wait_until_ended: Callable[[int], None]
) -> None:
    code = (
        f"import os, signal, sys; sys.path[:] = {sys.path!r}\n"
        "from reader.processes.child_process import ChildProcess\n"
        f"child = ChildProcess({module!r})\n"
        "child.send(b'words\\n')\n"
        "assert child.output.readline()\n"
        "print(child.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    parent = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=False)
    wait_until_ended(int(parent.stdout))


def test_without_an_interpreter_no_child_is_started(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", os.path.join(os.sep, "no", "such", "python"))
    with pytest.raises(FileNotFoundError):
        ChildProcess(module)
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(NoInterpreterError):
        ChildProcess(module)
    monkeypatch.undo()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(NoInterpreterError):
        ChildProcess(module)
