"""Reading the word lists beside this module."""

from __future__ import annotations

from functools import lru_cache
from os.path import dirname, join

_FOLDER = join(dirname(__file__), "data")


@lru_cache(maxsize=8)
def lines_by_section(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of a list by its `[section]` headings; comments and empty lines left out.

    Lines before the first heading are found under the empty string.
    """
    sections: dict[str, list[str]] = {}
    lines: list[str] = sections.setdefault("", [])
    with open(join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        for line in map(str.strip, file):
            if line.startswith("[") and line.endswith("]"):
                lines = sections.setdefault(line[1:-1], [])
            elif line and not line.startswith("#"):
                lines.append(line)
    return {section: tuple(lines) for section, lines in sections.items()}


@lru_cache(maxsize=8)
def words_by_section(name: str) -> dict[str, frozenset[str]]:
    """The same, where the lines are words separated by white space."""
    return {
        section: frozenset(word for line in lines for word in line.split())
        for section, lines in lines_by_section(name).items()
    }
