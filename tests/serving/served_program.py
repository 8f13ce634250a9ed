"""`reader serve` in a process of its own, and the requests of an attacker."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERALD = "Ferry stops\n\nThe ferry stopped on Tuesday with 12 people.\n\nIt will sail again in May."
COURIER = "No ferry\n\nThe ferry stopped on Tuesday with 15 people.\n\nThe harbour said nothing."
SECONDS_TO_END = 60


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    process: subprocess.Popen[str]
    address: str
    """With the token."""

    @property
    def port(self) -> int:
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/open/[\w-]{40,}", self.address)
        assert found
        return int(found[1])

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def run_server(tmp_path: Path, most_files: int = 0) -> Iterator[Served]:
    """Run a server on two articles in a folder, with as many open files at most, where given."""
    (tmp_path / "herald.txt").write_text(HERALD)
    (tmp_path / "courier.txt").write_text(COURIER)
    root = str(Path(__file__).parents[2])
    environment = os.environ | {
        "PYTHONPATH": root,
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    limit = ["sh", "-c", f'ulimit -n {most_files}; exec "$@"', "sh"] if most_files else []
    process = subprocess.Popen(
        [*limit, sys.executable, "-m", "reader", "serve", "herald.txt", "courier.txt"],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=(tmp_path / "errors.txt").open("w"),
        text=True,
    )
    assert process.stdout is not None
    try:
        yield Served(process, process.stdout.readline().strip())
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(SECONDS_TO_END)
        process.stdout.close()


def list_children(process: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    path = Path(f"/proc/{process}/task/{process}/children")
    children = [int(word) for word in path.read_text().split()] if path.exists() else []
    return [*children, *(each for child in children for each in list_children(child))]
