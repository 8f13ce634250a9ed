"""The cache of what was extracted from pages, so that a second start extracts nothing again.

An answer of the page parser is cached under a hash of the page, the options, and everything that
extracts: the program, its libraries, Python. It is read back as untrusted as it came. A damaged
file counts as absent; where nothing can be written, the program continues without the cache.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reader import __version__
from reader.sources.cache_folder import CacheFolder

MAX_ENTRIES = 500
MAX_BYTES = 64 * 1024 * 1024

Answer = dict[str, object]

_PACKAGE = Path(__file__).parents[2]
# Folders of the program whose code and data the extraction uses.
_EXTRACTING = ("articles", "sources/formats", "text")
_LIBRARIES = ("trafilatura", "lxml", "feedparser")


def extract_cached(
    task: str,
    payload: bytes,
    options: Mapping[str, object],
    parse: Callable[[str, bytes, Mapping[str, object]], Answer],
) -> Answer:
    """Return the answer of a parser, from the cache where it was asked the same before.

    Args:
        task: as for `parse_in_sandbox`, like `payload` and `options`.
        payload: the untrusted bytes.
        options: arguments of the task.
        parse: `parse_in_sandbox`; what it raises is not cached.
    """
    files = _cache_folder()
    asked = json.dumps([task, dict(options), _fingerprint()], sort_keys=True).encode()
    key = asked + hashlib.sha256(payload).digest()
    # ValueError: it is no JSON, or a number of too many digits.
    with suppress(OSError, ValueError, RecursionError):
        answer = json.loads(files.read(key))
        if isinstance(answer, dict):
            files.mark_used(key)
            return answer
    answer = parse(task, payload, options)
    with suppress(OSError, ValueError):
        files.write(key, json.dumps(answer).encode("ascii"))
    return answer


def clear_extraction_cache() -> int:
    """Remove all that is cached, and return the number of pages.

    Raises:
        OSError: not all could be removed.
    """
    return _cache_folder().clear()


def _cache_folder() -> CacheFolder:
    return CacheFolder("extracted", ".json", max_entries=MAX_ENTRIES, max_bytes=MAX_BYTES)


@cache
def _fingerprint() -> str:
    """Return what changes with the code that extracts, also where the version stays."""
    state = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for path in _extracting_files():
        with suppress(OSError):
            status = path.stat()
            state.update(f"{path.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return state.hexdigest()


def _extracting_files() -> Iterator[Path]:
    for folder in _EXTRACTING:
        for place, folders, names in os.walk(_PACKAGE / folder):
            folders[:] = sorted(set(folders) - {"__pycache__"})
            yield from (Path(place, name) for name in sorted(names))
    for library in _LIBRARIES:
        found = find_spec(library)
        if found and found.origin:
            yield Path(found.origin)
