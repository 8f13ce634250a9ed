"""List files: the names of what to open, one a line."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from reader.errors import SourceError
from reader.sources.callbacks import OnProblem
from reader.sources.files import format_path, read_file
from reader.sources.formats.decoding import decode

MAX_LIST_BYTES = 1024 * 1024
MAX_LISTED = 1000
"""Of a list with more names only the first are opened."""
_TYPICAL_NAME = 100
"""Bytes."""


def read_list_file(
    path: Path, *, on_problem: OnProblem, most_listed: int = MAX_LISTED
) -> list[str]:
    """Return the names in a list file, paths made relative to the folder of the list.

    Empty lines and lines that begin with `#` are left out. Addresses stay as they are.

    Args:
        path: the list.
        on_problem: called if names are left out; may raise.
        most_listed: of a list with more names only the first are used.

    Raises:
        SourceError: the list cannot be read or has no name in it.
    """
    limit = max(MAX_LIST_BYTES, most_listed * _TYPICAL_NAME)
    data = read_file(path, limit=limit).data
    return parse_list(
        data, format_path(path), path.parent, on_problem=on_problem, most_listed=most_listed
    )


def parse_list(
    data: bytes, source: str, folder: Path, *, on_problem: OnProblem, most_listed: int = MAX_LISTED
) -> list[str]:
    """Return the names in the content of a list; see `read_list_file`.

    Args:
        data: the content.
        source: the name of the list in messages.
        folder: what its paths are relative to.
        on_problem: called if names are left out; may raise.
        most_listed: of a list with more names only the first are used.
    """
    names: list[str] = []
    for line in _split_lines(data):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        if len(names) == most_listed:
            on_problem(
                SourceError(
                    f"{source}: more than {most_listed} names, only the first {most_listed} are "
                    "used"
                )
            )
            break
        names.append(name if "://" in name else str(folder / name))
    if not names:
        raise SourceError(f"{source}: it names nothing; write one file or address a line")
    return names


def _split_lines(data: bytes) -> list[str]:
    """Return the lines as names of files: bytes that are not UTF-8 are preserved."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or os.name == "nt":
        return decode(data).text.split("\n")
    return [os.fsdecode(line) for line in data.removeprefix(codecs.BOM_UTF8).splitlines()]
