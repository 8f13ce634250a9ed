"""A hash of the program's code, which changes even where the version does not.

A result that the program stored on disk is valid only for the code that computed it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec

from reader import __version__

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def hash_code_state(folders: Iterable[str], libraries: Iterable[str]) -> str:
    """Return a hash of names, sizes and times of files, of the program's version and of Python's.

    Args:
        folders: folders of the package with everything below, such as `text`.
        libraries: modules of other packages; only the first file of each is read.
    """
    state = hashlib.sha256(f"{__version__} {sys.version} {sys.byteorder}".encode())
    for folder in folders:
        for name, status in _list_files(os.path.join(_PACKAGE, folder)):
            state.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    for library in libraries:
        found = find_spec(library)
        if found and found.origin:
            with suppress(OSError):
                status = os.stat(found.origin)
                state.update(f"{library} {status.st_size} {status.st_mtime_ns}\n".encode())
    return state.hexdigest()


def _list_files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _list_files(entry.path)
            else:
                yield entry.name, entry.stat()
