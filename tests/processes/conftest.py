"""The processes of the system, for the tests of child processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

LIMIT = 60.0
"""Seconds after which a process is taken to run for ever."""


@pytest.fixture
def wait_until_ended() -> Callable[[int], None]:
    """`wait_until_ended(pid)`: fails where a process that is no child of ours does not end."""
    if os.name != "posix":
        pytest.skip("finds a process by its number")

    def wait(pid: int) -> None:
        deadline = time.monotonic() + LIMIT
        while _is_running(pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not _is_running(pid), "the process does not end"

    return wait


def _is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        os.kill(pid, 0)
        return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
    # It may end between any two of these steps.
    except (ProcessLookupError, FileNotFoundError):
        return False
