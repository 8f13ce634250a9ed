"""The cache of stories extracted from pages, so that a second start extracts none again.

An answer of the page parser is cached under a hash of the page, the options, and everything that
extracts: the program, its libraries, Python. It is read back as untrusted as it came. A damaged
file counts as absent; where nothing can be written, the program continues without the cache.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache

from reader.sources.cache_folder import CacheFolder
from reader.sources.code_state import hash_code_state

MAX_ENTRIES = 500
MAX_BYTES = 64 * 1024 * 1024

Answer = dict[str, object]

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
    asked = json.dumps([task, dict(options), _code_state()], sort_keys=True).encode()
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
def _code_state() -> str:
    return hash_code_state(_EXTRACTING, _LIBRARIES)
