"""The command line in a process of its own, with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SECONDS_TO_END = 120

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, in which `run` runs the program."""
    folder = tmp_path / "stories"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of the program: its home, cache and state are folders of the test."""
    return os.environ | {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(tmp_path),
        "LOCALAPPDATA": str(tmp_path / "local"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }


@pytest.fixture
def run(folder: Path, environment: dict[str, str]) -> Run:
    """`run("links", "a.txt")`: the program without a terminal; options as of `subprocess.run`."""

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        settings: dict[str, object] = {
            "cwd": folder,
            "capture_output": True,
            "encoding": "utf-8",
            "timeout": SECONDS_TO_END,
            "env": environment,
        }
        if "input" not in options:
            settings["stdin"] = subprocess.DEVNULL
        command = [sys.executable, "-m", "reader", *arguments]
        return subprocess.run(command, **(settings | options))  # type: ignore[call-overload,no-any-return]

    return run


@pytest.fixture
def run_in_shell(folder: Path, environment: dict[str, str]) -> Run:
    """`run_in_shell("reader a.txt | head")`: a line of bash in which `reader` is the program."""

    def run(line: str) -> subprocess.CompletedProcess[str]:
        function = f'reader() {{ {sys.executable} -m reader "$@"; }}\n'
        return subprocess.run(
            ["bash", "-c", function + line],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS_TO_END,
            check=False,
        )

    return run
