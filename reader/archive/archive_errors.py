"""The error of an archive, and messages about problems with its files."""

from __future__ import annotations

import os
from errno import EDQUOT, ENOSPC
from pathlib import Path

from reader.errors import ReaderError
from reader.extras import extra_command
from reader.text.cleaning import Clean, clean_line

_LONGEST_REASON = 160
"""Characters of a reason that a library gives."""


class ArchiveError(ReaderError):
    """An archive cannot be opened, read or written; its content is unchanged."""


def missing_package_error(package: str, extra: str) -> ArchiveError:
    """Return the error that an optional package is not installed."""
    return ArchiveError(
        f"{package} is not installed, which this needs; install it with {extra_command(extra)}"
    )


def no_archive_error(folder: Path) -> ArchiveError:
    """Return the error that a folder has no archive."""
    return ArchiveError(
        f"{format_archive_path(folder)}: there is no archive here; reader archive add makes one"
    )


def file_error(path: Path, error: BaseException) -> ArchiveError:
    """Return the error for a file or folder of an archive that cannot be used, with the reason."""
    shown = format_archive_path(path)
    reason = clean_line(getattr(error, "strerror", None) or str(error), _LONGEST_REASON)
    if is_full_disk(error):
        return ArchiveError(
            f"{shown}: the disk is full; what was reported as added is saved, and the same "
            "command goes on once there is room"
        )
    if isinstance(error, PermissionError) or "readonly" in reason or "Read-only" in reason:
        return ArchiveError(
            f"{shown}: no permission to write there; change its mode, or copy the archive to where "
            "you may write"
        )
    return ArchiveError(f"{shown}: the archive cannot be used ({reason})")


def can_write(path: Path) -> bool:
    """Return whether a file can be changed, or files be made in a folder."""
    return os.access(path, os.W_OK)


def is_full_disk(error: BaseException) -> bool:
    """Return whether an error of the system, of SQLite or of the indexes says that it is full."""
    if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):
        return True
    words = str(error)
    return "disk is full" in words or "No space left" in words or "os error 28" in words


def format_archive_path(path: Path) -> Clean:
    """Return a path as it can be shown."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"), 1000)
