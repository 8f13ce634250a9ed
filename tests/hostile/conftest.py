"""The kit, made once, and the programs it is given to."""

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

    import hostile_kit
    from hostile_terminal import Terminal


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[hostile_kit.Case]:
    return hostile_kit.build(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def companion(tmp_path: Path) -> str:
    """A harmless article, so that there are two."""
    path = tmp_path / "companion.txt"
    path.write_text(hostile_kit.story("Ferries sail from another pier."), encoding="utf-8")
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
