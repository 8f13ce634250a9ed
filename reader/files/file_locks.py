"""Locks of open files: one process at a time holds a lock, and releases it when it ends."""

from __future__ import annotations

import os
import sys
from errno import EACCES, EAGAIN
from pathlib import Path

_HELD = (EACCES, EAGAIN)
"""The errors of the system where another process has the lock."""


def try_lock(descriptor: int) -> bool:
    """Lock an open file until it is closed; return False where it is locked already.

    Raises:
        OSError: the file system has no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def is_file_at(descriptor: int, path: Path) -> bool:
    """Return whether a path still names an open file, which may have been replaced."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except OSError:
        return False
