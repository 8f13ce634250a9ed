"""The borders between the rooms, seen from outside: who imports what."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli.command_names import COMMANDS

PACKAGE = Path(__file__).parents[1] / "reader"
CORE = ("text", "articles", "quotes", "quote_versions", "linking", "story", "coverage", "notebook")
NETWORK = ("socket", "ssl", "http.client", "urllib.request", "urllib3", "asyncio")


def modules(*rooms: str) -> list[str]:
    files = [file for room in rooms for file in sorted((PACKAGE / room).rglob("*.py"))]
    names = [file.relative_to(PACKAGE.parent).with_suffix("").parts for file in files]
    return [".".join(part for part in name if part != "__init__") for name in names]


def loaded_by(code: str, *arguments: str) -> set[str]:
    """The modules that a new process has loaded after running some code, and not at its start."""
    code = (
        "import sys; at_start = set(sys.modules)\n"
        f"{code}\n"
        "print(*set(sys.modules) - at_start, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def imported_by(*names: str) -> set[str]:
    """The modules that a new process has loaded after importing `names`."""
    return loaded_by("import importlib\nfor n in sys.argv[1:]: importlib.import_module(n)", *names)


def roots(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("room", CORE)
def test_the_core_loads_no_screen_and_no_network(room: str) -> None:
    names = modules(room)
    assert names
    imported = imported_by(*names)
    assert set(names) <= imported
    assert not {"textual", "rich"} & roots(imported)
    assert not set(NETWORK) & imported
    assert "reader.app" not in imported
    assert "reader.reports" not in imported


def test_sources_and_reports_load_no_screen() -> None:
    imported = imported_by(*modules("sources", "reports"))
    assert "reader.reports" in imported
    assert "textual" not in roots(imported)
    assert "reader.app" not in imported


def test_the_package_of_the_app_loads_nothing_of_textual() -> None:
    imported = imported_by("reader.app")
    assert "reader.app" in imported
    assert "textual" not in roots(imported)


def test_articles_and_quotes_load_nothing_that_comes_after_them() -> None:
    imported = imported_by(*modules("articles", "quotes"))
    later = ("sources", "linking", "reports", "app")
    assert "reader.quotes" in imported
    assert not {f"reader.{room}" for room in later} & imported


def imported_names(file: Path) -> Iterator[str]:
    """The modules that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_sources_web_imports_modules_that_open_connections() -> None:
    opening = {
        file.relative_to(PACKAGE).parent.as_posix()
        for file in PACKAGE.rglob("*.py")
        for name in imported_names(file)
        if any(f"{name}.".startswith(f"{module}.") for module in NETWORK if module != "asyncio")
    }
    assert opening == {"sources/web"}


def test_importing_the_package_loads_no_module_of_it() -> None:
    assert {name for name in imported_by("reader") if name.startswith("reader")} == {"reader"}


def test_opening_text_and_starting_the_linker_loads_nothing_large() -> None:
    imported = imported_by("reader.cli.main", "reader.sources", "reader.processes.linker_process")
    assert "reader.processes.linker_process" in imported
    large = {"numpy", "rapidfuzz", "textual", "rich", "charset_normalizer"}
    assert not large & roots(imported)


def test_the_screen_of_texts_loads_nothing_that_other_screens_and_lenses_compute() -> None:
    imported = {name for name in imported_by("reader.app.app") if name.startswith("reader.")}
    assert "reader.app.reading.reading_screen" in imported
    rooms = ("story", "reports", "quotes", "quote_versions", "text.values", "archive")
    of_rooms = {name for name in imported for room in rooms if name.startswith(f"reader.{room}.")}
    assert of_rooms == {"reader.story.moments"}


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], *([command, "--help"] for command in COMMANDS)],
    ids=" ".join,
)
def test_the_version_and_every_help_load_no_library(arguments: list[str]) -> None:
    loaded = loaded_by(
        "from reader.__main__ import main; assert main(sys.argv[1:]) == 0", *arguments
    )
    assert "reader.cli.main" in loaded
    assert roots(loaded) <= {*sys.stdlib_module_names, "reader"}
    slow = {"dataclasses", "inspect", "typing", "json", "asyncio", "subprocess", "ssl", "logging"}
    assert not slow & loaded


def test_no_text_is_escaped_into_markup() -> None:
    files = sorted((PACKAGE / "app").rglob("*.py"))
    assert files
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert "markup import escape" not in source, file
        assert 'notify(f"' not in source, file
