"""Safe reading of one file: bounded, regular files only, and every refusal in one line."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.errors import SourceError
from reader.sources.formats.file_signatures import find_unreadable_kind
from reader.sources.special_names import DOSSIER_SUFFIX
from reader.text.cleaning import Clean, clean_line

MAX_FILE_BYTES = 32 * 1024 * 1024
"""A larger file is refused: no article is that long."""

_MEGABYTE = 1024 * 1024
_FILE_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class FileContent(NamedTuple):
    """The content of a file."""

    data: bytes
    identity: tuple[int, int]
    """Device and inode, which differ for every other file."""


def read_file(path: Path, *, limit: int | None = None) -> FileContent:
    """Read a regular file that is not empty, not too large, and may be text.

    Args:
        path: the file; a link is followed.
        limit: the most bytes it may have; None: `MAX_FILE_BYTES`.

    Raises:
        SourceError: it cannot be read, is no regular file, or is no text.
    """
    try:
        content = _read(path, MAX_FILE_BYTES if limit is None else limit)
    except (OSError, ValueError) as error:
        raise opening_error(path, error) from error
    if not content.data:
        raise SourceError(f"{format_path(path)}: the file is empty")
    # What is wrong with a damaged dossier is said by its parser.
    is_dossier = path.suffix.lower() == DOSSIER_SUFFIX
    if not is_dossier and (kind := find_unreadable_kind(content.data)):
        raise SourceError(f"{format_path(path)}: {kind.name}; {kind.advice}")
    return content


def read_bounded(read: Callable[[int], bytes | None], limit: int) -> bytes:
    """Call `read` until it returns nothing or `limit` bytes were read; return them."""
    parts = []
    while limit > 0 and (part := read(min(limit, _MEGABYTE))):
        parts.append(part)
        limit -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def opening_error(path: str | Path, error: OSError | ValueError) -> SourceError:
    """Return the error for a file or folder that cannot be opened, with the reason in one line."""
    if isinstance(error, FileNotFoundError):
        reason = "no such file; check the name"
    elif isinstance(error, PermissionError):
        reason = "no permission to read it; change its mode or ask its owner"
    else:
        detail = error.strerror if isinstance(error, OSError) else None
        reason = f"cannot be opened ({clean_line(detail or str(error))})"
    return SourceError(f"{format_path(path)}: {reason}")


def format_path(path: str | Path) -> Clean:
    """Return a path as it can be shown, whatever bytes its name consists of."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))


def refuse_special(path: Path, status: os.stat_result) -> None:
    """Refuse what is no regular file: reading a named pipe may never end.

    Raises:
        SourceError: it is a folder, a pipe, a device or the like.
    """
    if not stat.S_ISREG(status.st_mode):
        kind = _FILE_KINDS.get(stat.S_IFMT(status.st_mode), "something special")
        raise SourceError(f"{format_path(path)}: {kind}, not a file of text")


def _read(path: Path, limit: int) -> FileContent:
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        refuse_special(path, status)
        if status.st_size > limit:
            raise _too_large_error(path, status.st_size, limit)
        data = read_bounded(file.read, limit + 1)
    if len(data) > limit:
        raise _too_large_error(path, len(data), limit)
    return FileContent(data, (status.st_dev, status.st_ino))


def _too_large_error(path: Path, size: int, limit: int) -> SourceError:
    if limit != MAX_FILE_BYTES:
        return SourceError(f"{format_path(path)}: more than the {limit // 1024} kB it may have")
    return SourceError(
        f"{format_path(path)}: {size / _MEGABYTE:.0f} MB are more than the "
        f"{limit // _MEGABYTE} MB an article may have; split the file"
    )
