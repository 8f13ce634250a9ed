"""The kit, built once, and the program in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["*"]
else:
    # The scripts of this folder import one another by name, from wherever they are started.
    sys.path.insert(0, str(Path(__file__).parent))

    from hostile_groups import build_kit
    from hostile_kit import Case, story
    from hostile_terminal import Terminal


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    return build_kit(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def companion(tmp_path: Path) -> str:
    """A harmless article, so that there are two."""
    path = tmp_path / "companion.txt"
    path.write_text(story("Ferries sail from another pier."), encoding="utf-8")
    return str(path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Terminal]]:
    """`start("a.txt", size=(80, 24))`: the program in a terminal, ended after the test."""
    terminals: list[Terminal] = []

    def start(*arguments: str, **options: Any) -> Terminal:
        terminals.append(Terminal(arguments, **{"home": home, **options}))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def large_articles(tmp_path: Path) -> list[str]:
    """Two articles that take seconds to read and to compare."""
    paths = []
    for place in ("Geneva", "Vienna"):
        path = tmp_path / f"{place}.txt"
        path.write_text(
            "".join(
                f"Paragraph {number} tells that the talks in {place} on bridge {number % 97} "
                f"ended on day {number % 31} without a result.\n\n"
                for number in range(30_000)
            )
        )
        paths.append(str(path))
    return paths
