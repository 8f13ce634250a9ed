"""The borders between the rooms, seen from outside: who imports what."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "reader"
CORE = ("text", "articles", "quotes", "quote_versions", "linking", "story", "coverage", "notebook")
NETWORK = ("socket", "ssl", "http.client", "urllib.request", "urllib3", "asyncio")


def modules(*rooms: str) -> list[str]:
    files = [file for room in rooms for file in sorted((PACKAGE / room).rglob("*.py"))]
    names = [file.relative_to(PACKAGE.parent).with_suffix("").parts for file in files]
    return [".".join(part for part in name if part != "__init__") for name in names]


def imported_by(*names: str) -> set[str]:
    """The modules in `sys.modules` of a new process that has imported `names`."""
    code = "import importlib, sys\nfor n in sys.argv[1:]: importlib.import_module(n)\n"
    code += "print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, *names], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def roots(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("room", CORE)
def test_the_core_knows_no_screen_and_no_network(room: str) -> None:
    names = modules(room)
    assert names
    imported = imported_by(*names)
    assert not {"textual", "rich"} & roots(imported)
    assert not set(NETWORK) & imported
    assert "reader.app" not in imported
    assert "reader.reports" not in imported


def test_sources_and_reports_know_no_screen() -> None:
    imported = imported_by(*modules("sources", "reports"))
    assert "textual" not in roots(imported)
    assert "reader.app" not in imported


def test_articles_and_quotes_know_nothing_of_what_comes_after_them() -> None:
    imported = imported_by(*modules("articles", "quotes"))
    later = ("sources", "linking", "reports", "app")
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


def test_what_the_start_needs_is_light() -> None:
    imported = roots(
        imported_by("reader.cli.main", "reader.sources", "reader.processes.linker_process")
    )
    assert not {"numpy", "rapidfuzz", "textual", "rich", "charset_normalizer"} & imported


def test_no_text_is_escaped_into_markup() -> None:
    files = sorted((PACKAGE / "app").rglob("*.py"))
    assert files
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert "markup import escape" not in source, file
        assert 'notify(f"' not in source, file
