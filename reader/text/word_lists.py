"""The word lists of the package: text files in a folder `data` beside the code that reads them.

A line of such a file is one entry. Empty lines and lines that begin with `#` are left out, and a
line `[name]` begins a section; entries before the first of them belong to the section "".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from os.path import dirname, join


class WordLists:
    """The word lists of one file, read at the first use of an attribute.

    Args:
        module: the `__file__` of the module beside whose folder `data` the file is.
        name: of the file, without `.txt`.
    """

    # No importlib.resources: its import alone takes as long as reading all files.
    def __init__(self, module: str, name: str) -> None:
        self._path = join(dirname(module), "data", f"{name}.txt")

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """The entries of each section, in their order."""
        sections: dict[str, list[str]] = {}
        entries: list[str] = sections.setdefault("", [])
        with open(self._path, encoding="utf-8") as file:
            for line in map(str.strip, file):
                if line.startswith("[") and line.endswith("]"):
                    entries = sections.setdefault(line[1:-1], [])
                elif line and not line.startswith("#"):
                    entries.append(line)
        return {section: tuple(entries) for section, entries in sections.items()}

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The words of each section, where entries are words separated by white space."""
        return {
            section: frozenset(word for line in lines for word in line.split())
            for section, lines in self.lines.items()
        }

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The words of each entry, of all sections one after the other."""
        return tuple(tuple(line.split()) for lines in self.lines.values() for line in lines)
