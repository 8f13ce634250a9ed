"""Folders of cached files: private, limited in size, written atomically.

The least recently used files are removed when there are too many. Files and folder are readable
by the user alone; other files in a folder are not touched.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_UNFINISHED_SUFFIX = ".part"
# Seconds. An older unfinished file was left by a process that was killed while writing.
_WRITING_TIME = 3600


class CacheFolder:
    """One folder of cached files, each under a key.

    Args:
        name: of the folder in the place that the system has for cached files.
        suffix: of the files in it, with the dot.
        max_entries: the most files.
        max_bytes: the most bytes of all files.
        folder: its path, instead of the usual place.
    """

    def __init__(
        self,
        name: str,
        suffix: str,
        *,
        max_entries: int,
        max_bytes: int,
        folder: Path | None = None,
    ) -> None:
        self._name = name
        self._suffix = suffix
        self._max_entries = max_entries
        self._max_bytes = max_bytes
        self._folder = folder

    @property
    def path(self) -> Path:
        """The path of the folder.

        Raises:
            OSError: the system has no place for it.
        """
        if self._folder is None:
            from platformdirs import user_cache_path

            try:
                self._folder = user_cache_path("reader", appauthor=False) / self._name
            except (RuntimeError, KeyError) as error:
                raise OSError("no home folder") from error
        return self._folder

    def path_of(self, key: str | bytes) -> Path:
        """Return the path of the file under a key.

        Raises:
            OSError: the system has no place for the folder.
        """
        data = key if isinstance(key, bytes) else key.encode("utf-8", "backslashreplace")
        return self.path / (hashlib.sha256(data).hexdigest() + self._suffix)

    def read(self, key: str | bytes) -> bytes:
        """Return the content of the file under a key.

        Raises:
            OSError: there is none, or it cannot be read.
        """
        return _read_regular_file(self.path_of(key), self._max_bytes)

    def mark_used(self, key: str | bytes) -> None:
        """Note that the file under a key was used now; never fails."""
        with suppress(OSError):
            os.utime(self.path_of(key))

    def write(self, key: str | bytes, *parts: bytes) -> None:
        """Write the file under a key, and remove the oldest files beyond the limits.

        Raises:
            OSError: it could not be written.
        """
        folder = self.path
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(folder)
        _write_atomically(self.path_of(key), *parts)
        self._remove_superfluous()

    def clear(self) -> int:
        """Remove all files, and return the number of entries.

        Raises:
            OSError: not all could be removed.
        """
        removed = 0
        for path, _ in self._files():
            path.unlink(missing_ok=True)
            removed += path.suffix == self._suffix
        return removed

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        try:
            with os.scandir(self.path) as entries:
                found = list(entries)
        except FileNotFoundError:
            return
        for entry in found:
            if entry.name.endswith((self._suffix, _UNFINISHED_SUFFIX)) and not entry.is_dir():
                with suppress(FileNotFoundError):
                    yield Path(entry.path), entry.stat(follow_symlinks=False)

    def _remove_superfluous(self) -> None:
        files = sorted(self._files(), key=lambda file: file[1].st_mtime, reverse=True)
        entries = size = 0
        for path, status in files:
            if path.suffix == _UNFINISHED_SUFFIX:
                is_superfluous = status.st_mtime < time.time() - _WRITING_TIME
            else:
                entries += 1
                size += status.st_size
                is_superfluous = entries > self._max_entries or size > self._max_bytes
            if is_superfluous:
                path.unlink(missing_ok=True)


def _make_private(folder: Path) -> None:
    if hasattr(os, "getuid") and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _write_atomically(path: Path, *parts: bytes) -> None:
    """Write a file as a whole or not at all."""
    # Imported here: it loads many modules, and a start with a full cache writes nothing.
    import tempfile

    descriptor, name = tempfile.mkstemp(suffix=_UNFINISHED_SUFFIX, dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(descriptor)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _read_regular_file(path: Path, limit: int) -> bytes:
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("no regular file")
        return file.read(limit)
