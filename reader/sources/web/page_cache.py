"""The cache of fetched pages on disk, so that a second start needs no network.

One file for each address, named by a hash of it: a line of JSON about the answer, then
the body as it came (see `CacheFolder`). A damaged file counts as absent; where nothing can
be written, the program continues without the cache.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError
from reader.sources.cache_folder import CacheFolder

MAX_ENTRIES = 500
MAX_BYTES = 128 * 1024 * 1024

_FORMAT_VERSION = 1
_PAGE_SUFFIX = ".page"
# Bytes.
_LONGEST_HEADER = 64 * 1024


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
        self._files = CacheFolder(
            "pages", _PAGE_SUFFIX, max_entries=max_entries, max_bytes=max_bytes, folder=folder
        )

    @property
    def folder(self) -> Path:
        """The folder of the cache.

        Raises:
            OSError: the system has no place for it.
        """
        return self._files.path

    def get(self, address: str) -> CachedPage | None:
        """Return the page cached for the address that was typed, or None; never fails."""
        try:
            page = parse_page_file(self._files.read(address))
        except (OSError, ValueError):
            return None
        self._files.mark_used(address)
        return page

    def put(self, address: str, page: CachedPage) -> None:
        """Cache a page; one that is cached for the address is replaced as a whole.

        Raises:
            CacheError: it could not be cached.
        """
        try:
            self._files.write(address, _format_header(page), page.data)
        except OSError as error:
            reason = (error.strerror or str(error) or "it failed").lower()
            raise CacheError(f"pages could not be stored for the next start: {reason}") from error

    def clear(self) -> int:
        """Remove everything from the cache, and return the number of pages.

        Raises:
            CacheError: not all could be removed.
        """
        try:
            return self._files.clear()
        except OSError as error:
            reason = (error.strerror or "it failed").lower()
            raise CacheError(f"the cached pages could not be removed: {reason}") from error

    def path_of(self, address: str) -> Path:
        """Return the path of the file in which the page of an address is cached."""
        return self._files.path_of(address)


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
