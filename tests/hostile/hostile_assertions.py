"""Assertions on a program in a terminal, shared by the tests of this folder."""

from __future__ import annotations

import time
from collections.abc import Iterable

from hostile_terminal import Terminal, find_harm_on_screen, find_unrestored_modes, is_alive

LIMIT = 60.0
"""Seconds after which something is taken to hang."""

READY = b"keys"
"""The end of the first frame: the last words of the footer."""


def assert_ended_in_order(terminal: Terminal, *codes: int) -> None:
    """The program ends with one of the exit codes, wrote no harm, and restored its terminal."""
    code = terminal.wait(LIMIT)
    assert code in codes, terminal.written[-600:]
    assert find_unrestored_modes(terminal.written) == []
    assert find_harm_on_screen(terminal.written) == []
    assert terminal.settings_restored()


def assert_ended(processes: Iterable[int]) -> None:
    """All of the processes end."""
    running = list(processes)
    deadline = time.monotonic() + LIMIT
    while any(map(is_alive, running)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(is_alive, running))
