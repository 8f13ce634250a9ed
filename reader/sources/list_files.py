"""List files: the names of what to open, one a line."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

from reader.errors import SourceError
from reader.sources.files import read_file, shown
from reader.sources.formats.decoding import decode

MAX_LIST_BYTES = 1024 * 1024
MAX_LISTED = 1000
"""Of a list with more names only the first are opened."""

Tell = Callable[[SourceError], None]


def listed_names(path: Path, *, tell: Tell) -> list[str]:
    """The names in a list file, paths made relative to the folder of the list.

    An empty line and one that begins with `#` name nothing. Addresses stay as they are.

    Args:
        path: the list.
        tell: told of what is left out; may raise.

    Raises:
        SourceError: the list cannot be read or names nothing.
    """
    data = read_file(path, limit=MAX_LIST_BYTES).data
    return names_in_list(data, shown(path), path.parent, tell=tell)


def names_in_list(data: bytes, source: str, folder: Path, *, tell: Tell) -> list[str]:
    """The names in the content of a list; see `listed_names`.

    Args:
        data: the content.
        source: what to call the list.
        folder: what its paths are relative to.
        tell: told of what is left out; may raise.
    """
    names: list[str] = []
    for line in _lines(data):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        if len(names) == MAX_LISTED:
            tell(
                SourceError(
                    f"{source}: more than {MAX_LISTED} names, only the first {MAX_LISTED} are used"
                )
            )
            break
        names.append(name if "://" in name else str(folder / name))
    if not names:
        raise SourceError(f"{source}: it names nothing; write one file or address a line")
    return names


def _lines(data: bytes) -> list[str]:
    """The lines as names of files are given: bytes that are not UTF-8 stay what they are."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or os.name == "nt":
        return decode(data).text.split("\n")
    return [os.fsdecode(line) for line in data.removeprefix(codecs.BOM_UTF8).splitlines()]
