"""The documents can be followed: links lead somewhere, commands are understood."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reader.cli.command_parsers import parse_arguments

PROJECT = Path(__file__).parents[1]
PAGES = [
    page
    for folder in (PROJECT, PROJECT / "docs", PROJECT / "tests" / "benchmarks")
    for page in sorted(folder.glob("*.md"))
]


def name_page(page: Path) -> str:
    """The path of a page in the project, as the name of a test."""
    return page.relative_to(PROJECT).as_posix()


def read_targets(page: Path) -> set[str]:
    """The targets of the links and pictures of a page that do not lead out of the project."""
    found = {
        str(inside.attrs.get("href") or inside.attrs.get("src"))
        for token in MarkdownIt().enable("table").parse(page.read_text("utf-8"))
        for inside in token.children or ()
        if inside.type in {"link_open", "image"}
    }
    return {target for target in found if "://" not in target and not target.startswith("mailto:")}


def read_anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as hosts of repositories make them."""
    tokens = MarkdownIt().enable("table").parse(page.read_text("utf-8"))
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def find_broken(page: Path) -> list[str]:
    """The links of a page that lead to no file or to no heading."""
    broken = []
    for target in read_targets(page):
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in read_anchors(file)):
            broken.append(target)
    return broken


@pytest.mark.parametrize("page", PAGES, ids=name_page)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    assert find_broken(page) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A Heading, here\n\n[a](#a-heading-here) [b](#b) [c](c.md) [d](page.md#d)")
    assert sorted(find_broken(page)) == ["#b", "c.md", "page.md#d"]


def test_every_page_is_in_the_index() -> None:
    index = read_targets(PROJECT / "docs" / "README.md")
    pages = {page.name for page in (PROJECT / "docs").glob("*.md")} - {"README.md"}
    assert pages <= index


def read_commands(page: Path) -> list[str]:
    """The commands of a page that call the program, without pipes and redirections."""
    blocks = re.findall(r"^```sh\n(.+?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    commands = [re.search(r"(?:^|\| )(?:\.venv/bin/)?reader( [^|<>]*)?", line) for line in lines]
    return [(found[1] or "").strip() for found in commands if found]


COMMANDS = [
    pytest.param(command, id=f"{name_page(page)}: {command[:40]}")
    for page in PAGES
    for command in read_commands(page)
]


def test_the_documents_have_commands() -> None:
    assert len(COMMANDS) > 50


@pytest.mark.parametrize("command", COMMANDS)
def test_the_program_understands_a_command_of_the_documents(command: str) -> None:
    words = shlex.split(command, comments=True)
    assert parse_arguments(words) is not None
