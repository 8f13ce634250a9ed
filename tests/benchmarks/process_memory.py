"""The memory of a program and its children while it works, read from Linux's /proc."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

_SECONDS = 0.2


class MemoryWatch:
    """Watches this program and its children while a block runs.

    `own` is the most that they had together of memory of their own, in bytes: pages that the system
    can't drop. Pages of files that they map (the indexes) are left out: they are copies of what is
    on the disk, and the system takes them back when it wants room.
    """

    def __init__(self) -> None:
        self.own = 0
        self._ends = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()

    def _watch(self) -> None:
        while True:
            self.own = max(self.own, sum(map(read_own_memory, _list_programs(os.getpid()))))
            if self._ends.wait(_SECONDS):
                return


def _list_programs(number: int) -> Iterator[int]:
    """Yield a program and all that it started, by their numbers."""
    yield number
    for task in Path(f"/proc/{number}/task").glob("*/children"):
        for child in _read(task).split():
            yield from _list_programs(int(child))


def read_own_memory(number: int) -> int:
    """Return the bytes of its own that a program has, mapped files left out; 0 where it ended."""
    for line in _read(Path(f"/proc/{number}/status")).splitlines():
        name, _, value = line.partition(":")
        if name == "RssAnon":
            return 1024 * int(value.split()[0])
    return 0


def _read(path: Path) -> str:
    """Return what the system says; nothing of a program that has ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
