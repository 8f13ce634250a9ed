"""Answers kept on disk, so that a second start needs no network.

One file for each address, named by a hash of it: a line of JSON about the answer, then
the body as it came. Files and folder are the user's own alone. The oldest used go when
there are too many. What is damaged is as good as absent; where nothing can be kept, the
program goes on without.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError

MAX_ENTRIES = 500
MAX_BYTES = 128 * 1024 * 1024

_FORM = 1
_SUFFIX = ".page"
_UNFINISHED = ".part"
_LONGEST_HEAD = 64 * 1024
# One that is older was left by a process that was killed while writing.
_SECONDS_TO_WRITE = 3600


class CacheError(ReaderError):
    """Answers could not be kept, or those kept not removed; the message says why."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A successful answer as it is kept."""

    address: str
    """Where it came from in the end, after redirects."""
    content_type: str | None
    charset: str | None
    fetched: float
    """When, in seconds since 1970."""
    data: bytes


class Cache:
    """The answers kept in one folder.

    Args:
        folder: where; None for the place that the system has for such files.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        max_entries: int = MAX_ENTRIES,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._folder = folder
        self._max_entries = max_entries
        self._max_bytes = max_bytes

    @property
    def folder(self) -> Path:
        """Raises OSError where the system has no place for it."""
        if self._folder is None:
            from platformdirs import user_cache_path

            try:
                self._folder = user_cache_path("reader", appauthor=False) / "pages"
            except (RuntimeError, KeyError) as error:
                raise OSError("no home folder") from error
        return self._folder

    def get(self, typed: str) -> Kept | None:
        """What is kept for the address that was typed, or None; never fails."""
        try:
            path = self._path(typed)
            kept = _parsed(_content(path, self._max_bytes))
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            os.utime(path)
        return kept

    def put(self, typed: str, kept: Kept) -> None:
        """Keep an answer; what was kept for the address is replaced as a whole.

        Raises:
            CacheError: it could not be kept.
        """
        try:
            folder = self.folder
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _make_private(folder)
            _write(self._path(typed), _head(kept), kept.data)
            self._trim()
        except OSError as error:
            reason = (error.strerror or str(error) or "it failed").lower()
            raise CacheError(f"pages could not be kept for the next start: {reason}") from error

    def clear(self) -> int:
        """Remove all that is kept; how many answers that was.

        Raises:
            CacheError: not all could be removed.
        """
        removed = 0
        try:
            for path, _ in self._files():
                path.unlink(missing_ok=True)
                removed += path.suffix == _SUFFIX
        except OSError as error:
            reason = (error.strerror or "it failed").lower()
            raise CacheError(f"the kept pages could not be removed: {reason}") from error
        return removed

    def _path(self, typed: str) -> Path:
        name = hashlib.sha256(typed.encode("utf-8", "backslashreplace")).hexdigest()
        return self.folder / (name + _SUFFIX)

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Every file of the cache; what else lies in the folder is not touched."""
        try:
            with os.scandir(self.folder) as entries:
                found = list(entries)
        except FileNotFoundError:
            return
        for entry in found:
            if entry.name.endswith((_SUFFIX, _UNFINISHED)) and not entry.is_dir():
                with suppress(FileNotFoundError):
                    yield Path(entry.path), entry.stat(follow_symlinks=False)

    def _trim(self) -> None:
        files = sorted(self._files(), key=lambda file: file[1].st_mtime, reverse=True)
        entries = size = 0
        for path, status in files:
            if path.suffix == _UNFINISHED:
                superfluous = status.st_mtime < time.time() - _SECONDS_TO_WRITE
            else:
                entries += 1
                size += status.st_size
                superfluous = entries > self._max_entries or size > self._max_bytes
            if superfluous:
                path.unlink(missing_ok=True)


def clear_cache() -> int:
    """Remove all pages that were kept; how many.

    Raises:
        CacheError: not all could be removed.
    """
    return Cache().clear()


def _make_private(folder: Path) -> None:
    if hasattr(os, "getuid") and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _head(kept: Kept) -> bytes:
    about = {
        "form": _FORM,
        "address": kept.address,
        "content_type": kept.content_type,
        "charset": kept.charset,
        "fetched": kept.fetched,
        "length": len(kept.data),
        "hash": hashlib.sha256(kept.data).hexdigest(),
    }
    return json.dumps(about).encode("ascii") + b"\n"


def _write(path: Path, *parts: bytes) -> None:
    """All or nothing, whatever happens in between."""
    descriptor, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=path.parent)
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


def _content(path: Path, limit: int) -> bytes:
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("no regular file")
        return file.read(limit)


def _parsed(content: bytes) -> Kept:
    """Raises ValueError where anything is not as it was written."""
    end = content.find(b"\n", 0, _LONGEST_HEAD)
    try:
        about = json.loads(content[: max(end, 0)])
    except RecursionError as error:
        raise ValueError("damaged") from error
    data = content[end + 1 :]
    if not isinstance(about, dict) or about.get("form") != _FORM:
        raise ValueError("another form")
    if about.get("length") != len(data) or about.get("hash") != hashlib.sha256(data).hexdigest():
        raise ValueError("damaged")
    address, fetched = about.get("address"), about.get("fetched")
    content_type, charset = about.get("content_type"), about.get("charset")
    if not isinstance(address, str) or not isinstance(fetched, (int, float)):
        raise ValueError("damaged")
    if not isinstance(content_type, (str, type(None))) or not isinstance(
        charset, (str, type(None))
    ):
        raise ValueError("damaged")
    return Kept(address, content_type, charset, float(fetched), data)
