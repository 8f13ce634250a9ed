"""A child may use so much processor time, and wait as long as it must."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from reader.processes.child_limits import ended_by_processor_limit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")

_START = (
    "import signal, time; from reader.processes.child_limits import *;"
    "signal.signal(signal.SIGPROF, signal.SIG_IGN); limit_processor_time(0.05);"
)


def _run(code: str) -> int:
    return subprocess.run([sys.executable, "-c", _START + code], check=False).returncode


def test_work_beyond_the_limit_ends_the_process() -> None:
    exit_code = _run("sum(iter(int, 1))")
    assert exit_code == -signal.SIGPROF
    assert ended_by_processor_limit(exit_code)


def test_time_in_which_others_work_does_not_count() -> None:
    exit_code = _run("time.sleep(0.5)")
    assert exit_code == 0
    assert not ended_by_processor_limit(exit_code)


def test_a_limit_that_was_lifted_ends_nothing() -> None:
    code = "lift_processor_limit(); end = time.process_time() + 0.2\n"
    assert _run(code + "while time.process_time() < end: pass") == 0
