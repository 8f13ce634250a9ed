"""A server, and the system's Chromium."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parent))
from served_program import Served, run_server


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server on two articles."""
    with run_server(tmp_path) as served:
        yield served


@pytest.fixture
def browser(launch_browser: Callable[[], AbstractContextManager[Browser]]) -> Iterator[Browser]:
    """The system's Chromium."""
    with launch_browser() as browser:
        yield browser
