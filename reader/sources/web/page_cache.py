"""The cache of fetched pages on disk, so that a second start needs no network.

One file for each address, named by a hash of it: a line of JSON about the answer, then
the body as it came. Files and folder are readable by the user alone. The least recently
used are removed when there are too many. A damaged file counts as absent; where nothing can
be written, the program continues without the cache.
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

_FORMAT_VERSION = 1
_PAGE_SUFFIX = ".page"
_UNFINISHED_SUFFIX = ".part"
# Bytes.
_LONGEST_HEADER = 64 * 1024
# Seconds. An older unfinished file was left by a process that was killed while writing.
_WRITING_TIME = 3600


class CacheError(ReaderError):
    """Pages could not be cached, or removed from the cache; the message says why."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A successful answer in the cache."""

    address: str
    """Where it came from in the end, after redirects."""
    content_type: str | None
    charset: str | None
    fetched: float
    """When, in seconds since 1970."""
    data: bytes


class PageCache:
    """The pages cached in one folder.

    Args:
        folder: its path; None for the place that the system has for such files.
        max_entries: the most pages.
        max_bytes: the most bytes of all their files.
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
        """The folder of the cache.

        Raises:
            OSError: the system has no place for it.
        """
        if self._folder is None:
            from platformdirs import user_cache_path

            try:
                self._folder = user_cache_path("reader", appauthor=False) / "pages"
            except (RuntimeError, KeyError) as error:
                raise OSError("no home folder") from error
        return self._folder

    def get(self, address: str) -> CachedPage | None:
        """Return the page cached for the address that was typed, or None; never fails."""
        try:
            path = self.path_of(address)
            page = parse_page_file(_read_regular_file(path, self._max_bytes))
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            os.utime(path)
        return page

    def put(self, address: str, page: CachedPage) -> None:
        """Cache a page; one that is cached for the address is replaced as a whole.

        Raises:
            CacheError: it could not be cached.
        """
        try:
            folder = self.folder
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _make_private(folder)
            _write_atomically(self.path_of(address), _format_header(page), page.data)
            self._remove_superfluous()
        except OSError as error:
            reason = (error.strerror or str(error) or "it failed").lower()
            raise CacheError(f"pages could not be kept for the next start: {reason}") from error

    def clear(self) -> int:
        """Remove everything from the cache, and return the number of pages.

        Raises:
            CacheError: not all could be removed.
        """
        removed = 0
        try:
            for path, _ in self._files():
                path.unlink(missing_ok=True)
                removed += path.suffix == _PAGE_SUFFIX
        except OSError as error:
            reason = (error.strerror or "it failed").lower()
            raise CacheError(f"the kept pages could not be removed: {reason}") from error
        return removed

    def path_of(self, address: str) -> Path:
        """Return the path of the file in which the page of an address is cached."""
        name = hashlib.sha256(address.encode("utf-8", "backslashreplace")).hexdigest()
        return self.folder / (name + _PAGE_SUFFIX)

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Yield every file of the cache; other files in the folder are not touched."""
        try:
            with os.scandir(self.folder) as entries:
                found = list(entries)
        except FileNotFoundError:
            return
        for entry in found:
            if entry.name.endswith((_PAGE_SUFFIX, _UNFINISHED_SUFFIX)) and not entry.is_dir():
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


def clear_page_cache() -> int:
    """Remove all pages from the usual cache, and return their number.

    Raises:
        CacheError: not all could be removed.
    """
    return PageCache().clear()


def parse_page_file(content: bytes) -> CachedPage:
    """Return the page in a file of the cache.

    Raises:
        ValueError: the file is not as it was written.
    """
    end = content.find(b"\n", 0, _LONGEST_HEADER)
    try:
        header = json.loads(content[: max(end, 0)])
    except RecursionError as error:
        raise ValueError("damaged") from error
    data = content[end + 1 :]
    if not isinstance(header, dict) or header.get("form") != _FORMAT_VERSION:
        raise ValueError("another format")
    if header.get("length") != len(data) or header.get("hash") != hashlib.sha256(data).hexdigest():
        raise ValueError("damaged")
    address, fetched = header.get("address"), header.get("fetched")
    content_type, charset = header.get("content_type"), header.get("charset")
    if not isinstance(address, str) or not isinstance(fetched, (int, float)):
        raise ValueError("damaged")
    if not isinstance(content_type, (str, type(None))) or not isinstance(
        charset, (str, type(None))
    ):
        raise ValueError("damaged")
    return CachedPage(address, content_type, charset, float(fetched), data)


def _format_header(page: CachedPage) -> bytes:
    header = {
        "form": _FORMAT_VERSION,
        "address": page.address,
        "content_type": page.content_type,
        "charset": page.charset,
        "fetched": page.fetched,
        "length": len(page.data),
        "hash": hashlib.sha256(page.data).hexdigest(),
    }
    return json.dumps(header).encode("ascii") + b"\n"


def _make_private(folder: Path) -> None:
    if hasattr(os, "getuid") and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _write_atomically(path: Path, *parts: bytes) -> None:
    """Write a file as a whole or not at all."""
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
