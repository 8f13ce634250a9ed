"""Reading one file, safely: bounded, regular files only, and every refusal in one line."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.errors import SourceError
from reader.sources.formats.file_signatures import binary_kind
from reader.text.cleaning import Clean, clean_line

MAX_FILE_BYTES = 32 * 1024 * 1024
"""A larger file is refused: no article is that long."""

_MEGABYTE = 1024 * 1024


class FileContent(NamedTuple):
    """What was read from a file."""

    data: bytes
    identity: tuple[int, int]
    """Device and inode: what tells the file from every other."""


def read_file(path: Path, *, limit: int | None = None) -> FileContent:
    """The content of a regular file that is not empty, not too large, and may be text.

    Args:
        path: the file; a link is followed.
        limit: the most bytes it may have; None: `MAX_FILE_BYTES`.

    Raises:
        SourceError: it cannot be read, is no regular file, or is no text.
    """
    try:
        content = _read(path, MAX_FILE_BYTES if limit is None else limit)
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    if not content.data:
        raise SourceError(f"{shown(path)}: the file is empty")
    if kind := binary_kind(content.data):
        raise SourceError(f"{shown(path)}: {kind}; save its text as a .txt file and open that")
    return content


def read_bounded(read: Callable[[int], bytes | None], limit: int) -> bytes:
    """What `read` gives until it gives nothing, at most `limit` bytes of it."""
    parts = []
    while limit > 0 and (part := read(min(limit, _MEGABYTE))):
        parts.append(part)
        limit -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def refusal(path: str | Path, error: OSError | ValueError) -> SourceError:
    """Why a file or folder cannot be opened, in one line that names it."""
    if isinstance(error, FileNotFoundError):
        reason = "no such file; check the name"
    elif isinstance(error, PermissionError):
        reason = "no permission to read it; change its mode or ask its owner"
    else:
        detail = error.strerror if isinstance(error, OSError) else None
        reason = f"cannot be opened ({clean_line(detail or str(error))})"
    return SourceError(f"{shown(path)}: {reason}")


def shown(path: str | Path) -> Clean:
    """A path as it can be shown, whatever bytes its name is made of."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))


def _read(path: Path, limit: int) -> FileContent:
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{shown(path)}: {_special(status.st_mode)}, not a file of text")
        if status.st_size > limit:
            raise _too_large(path, status.st_size, limit)
        data = read_bounded(file.read, limit + 1)
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return FileContent(data, (status.st_dev, status.st_ino))


def _too_large(path: Path, size: int, limit: int) -> SourceError:
    if limit != MAX_FILE_BYTES:
        return SourceError(f"{shown(path)}: more than the {limit // 1024} kB it may have")
    return SourceError(
        f"{shown(path)}: {size / _MEGABYTE:.0f} MB are more than the "
        f"{limit // _MEGABYTE} MB an article may have; split the file"
    )


def _special(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something special")
