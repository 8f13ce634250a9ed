"""Atomic replacement of files: a reader gets either the old or the new content."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from reader.files.file_locks import try_lock

OWNER_ONLY = 0o600
_UNFINISHED = (".reader-", ".tmp")
"""The prefix and the suffix of the name of an incomplete file."""


def is_unfinished(name: str) -> bool:
    """Return whether a file of this name is incomplete; a killed process leaves such files."""
    return name.startswith(_UNFINISHED[0]) and name.endswith(_UNFINISHED[1])


def unfinished_file_of(name: str) -> str:
    """Return the name of the file that an incomplete one was to replace; empty where unknown."""
    begin, end = _UNFINISHED
    return name.removeprefix(begin).removesuffix(end).rpartition("~")[0]


def replace_file(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Replace the content of a file, or create it; on the disk when this returns.

    Args:
        path: the file.
        content: its new content.
        mode: its permissions.

    Raises:
        OSError: it could not be written; it has its old content.
    """
    os.close(_replace(path, content, mode))


def replace_locked_file(path: Path, content: bytes) -> int:
    """Replace the content of a file that is for its owner alone, and lock it.

    At no time is there a file of this name that another process could lock.

    Returns:
        The open file; the lock holds until it is closed.

    Raises:
        OSError: it could not be written.
    """
    return _replace(path, content, OWNER_ONLY, named_after=path)


def _replace(path: Path, content: bytes, mode: int, *, named_after: Path | None = None) -> int:
    begin, end = _UNFINISHED
    if named_after is not None:
        begin = f"{begin}{named_after.name}~"
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=begin, suffix=end)
    try:
        # Locked before it has any content: an incomplete file that nobody holds is left over.
        # A file system without locks: the file is as good without one.
        with suppress(OSError):
            try_lock(descriptor)
        with open(descriptor, "wb", closefd=False) as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        os.chmod(temporary, mode)
        if sys.platform == "win32":
            # There an open file cannot be renamed.
            os.close(descriptor)
            os.replace(temporary, path)
            return os.open(path, os.O_RDONLY)
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            os.close(descriptor)
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return descriptor


def _sync_folder(folder: Path) -> None:
    """Write the names in a folder to the disk, too; not all file systems support that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
