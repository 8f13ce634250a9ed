"""The package as a whole: what it declares, and what the README promises."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import reader

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "reader"
MODULES = sorted(PACKAGE.rglob("*.py"))
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = ("pdf", "archive", "parquet", "web", "spark")
"""What a user may install beside the rest."""

SEEDS = {
    "000_11cd6da2f50c277f.txt": "2360022631213943fa144a50686227d4ecae9a33fad4e1a08f2cd2017ea7a519",
    "001_642e8637e511a774.txt": "4990545ef47d00171630ade08ce7df9918ce7934313ca582474d71a63421d602",
    "002_4928581245729e2f.txt": "00bcd52506e29bd6d27f5fc310689170580e2550decc5891526fa532e0dd2127",
    "003_d6cbc6820d1273b7.txt": "011ac6f3fc7c48e524f6e47cb06c2e9b78c7c35071112c20e2a3e3c20b1e8839",
    "004_d4ef530995723a20.txt": "521ca0989e709a983d3cfdabcb5c2da052992dfdb24c6584646dff34a2d62fd3",
}


def test_private_names_of_textual_and_rich_are_imported_in_one_file_only() -> None:
    private = re.compile(r"\b(?:textual|rich)(?:\.\w+)*\._\w|from (?:textual|rich)[.\w]* import _")
    found = {
        module.relative_to(PACKAGE).as_posix()
        for module in MODULES
        if private.search(module.read_text("utf-8"))
    }
    assert found == {"app/terminal/textual_internals.py"}


def test_every_public_name_is_importable() -> None:
    assert all(getattr(reader, name) is not None for name in reader.__all__)
    assert set(reader.__all__) <= set(dir(reader))


def test_every_library_imported_is_declared() -> None:
    declared = {
        re.split(r"[<>=!~; \[]", requirement)[0].lower()
        for requirement in (
            *DECLARED["dependencies"],
            *(each for extra in EXTRAS for each in DECLARED["optional-dependencies"][extra]),
        )
    }
    imported = {name.partition(".")[0] for module in MODULES for name in _imports(module)}
    outside = imported - set(sys.stdlib_module_names) - {"reader", "tomllib"}
    assert outside
    provided = set(declared)
    for distribution in declared:
        with suppress(PackageNotFoundError):
            provided |= {path.parts[0].split(".")[0] for path in files(distribution) or ()}
    undeclared = outside - provided
    assert not undeclared


def test_every_module_has_a_docstring() -> None:
    without = [
        module.relative_to(PROJECT).as_posix()
        for module in MODULES
        if module.read_text("utf-8").strip()
        and not ast.get_docstring(ast.parse(module.read_text("utf-8")))
    ]
    assert MODULES
    assert not without


def test_the_seeds_are_the_five_articles_byte_for_byte() -> None:
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (PROJECT / "seeds").iterdir()
    }
    assert found == SEEDS


def test_the_readme_has_one_test_command_and_the_check_runs_that_one() -> None:
    blocks = re.findall(
        r"<!-- test-command -->\n```sh\n(.+)\n```\n", (PROJECT / "README.md").read_text("utf-8")
    )
    assert len(blocks) == 1
    assert "pip" in blocks[0]
    assert "[test]" in blocks[0]
    assert "pytest" in blocks[0]
    check = (PROJECT / ".ci" / "run").read_text("utf-8")
    assert "<!-- test-command -->" in check
    assert '-c "$test_command"' in check


def test_the_changelog_has_this_version() -> None:
    assert f"## [{reader.__version__}]" in (PROJECT / "CHANGELOG.md").read_text("utf-8")


def test_pictures_fetch_nothing_from_the_network() -> None:
    pictures = sorted((PROJECT / "screenshots").glob("*.svg"))
    assert pictures
    addresses = {
        (picture.name, address)
        for picture in pictures
        for address in re.findall(r"https?://[^\s\"')]+", picture.read_text("utf-8"))
        if address != "http://www.w3.org/2000/svg"
    }
    assert not addresses


def _imports(module: Path) -> Iterator[str]:
    """The names of the modules imported, wherever in the file."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "reader":
                yield from (f"reader.{alias.name}" for alias in node.names if _room(alias.name))
            else:
                yield node.module


def _room(name: str) -> bool:
    return importlib.util.find_spec(f"reader.{name}") is not None
