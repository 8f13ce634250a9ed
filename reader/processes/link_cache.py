"""Links stored on disk, so that a second start with the same articles does not compare them.

A file has the bytes of a `Comparison` under a hash of the articles' paragraphs, their kinds and
languages, and of everything that compares: the program, its libraries, Python. It has no text of
the articles but the names and verbs that quotes are attributed to. A second file has the
evidence of the links that were looked at, with the words that the reasons name. The formats can
hold nothing but numbers and text; a file that is damaged, or not of these articles, counts as
absent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from reader.sources.cache_folder import CacheFolder
from reader.sources.code_state import hash_code_state

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.coverage import Coverage
    from reader.coverage.findings import Findings

MAX_ENTRIES = 400
MAX_BYTES = 64 * 1024 * 1024
_LONGEST_FILE = MAX_BYTES // 4
"""Bytes; the links of larger groups are found again each time."""

_MAGIC = b"reader links 1\n"
_FINDINGS_MAGIC = b"reader findings 2\n"
_DIGEST_BYTES = 32
_COMPARING = ("text", "quotes", "quote_versions", "linking", "story", "coverage")
_LIBRARIES = ("numpy", "rapidfuzz", "Stemmer")


class LinkCache:
    """The folder of stored links; where it cannot be used, nothing is stored.

    Args:
        inputs: names the inputs of this start, for `knows_inputs`; None where that is not needed.
        files: the folder; the one in the user's cache folder if None.
    """

    def __init__(
        self, inputs: Sequence[str] | None = None, files: CacheFolder | None = None
    ) -> None:
        self._inputs = None if inputs is None else tuple(inputs)
        self._files = files or _cache_folder()

    def read(self, articles: Sequence[Article]) -> Coverage | None:
        """Return the coverage of these articles in this order; None where it is not stored."""
        key = _key_of(articles)
        with suppress(OSError, ValueError):
            data = _unseal(_MAGIC, key, self._files.read(key))
            from reader.coverage.stored_comparison import read_coverage

            coverage = read_coverage(articles, data, self._read_findings(key, articles))
            self._files.mark_used(key)
            return coverage
        return None

    def write_findings(self, coverage: Coverage) -> None:
        """Store what was found out about single links of a comparison that `read` may return.

        Does nothing where there is nothing new, the user corrected the comparison, or on failure.
        """
        if coverage.is_corrected or not coverage.findings.has_new:
            return
        key = _key_of_findings(_key_of(coverage.articles), coverage.articles)
        data = coverage.findings.to_bytes()
        with suppress(OSError):
            self._files.write(key, _FINDINGS_MAGIC, _digest(key, data), data)

    def _read_findings(self, key: bytes, articles: Sequence[Article]) -> Findings | None:
        key = _key_of_findings(key, articles)
        with suppress(OSError, ValueError):
            data = _unseal(_FINDINGS_MAGIC, key, self._files.read(key))
            from reader.coverage.findings import Findings

            findings = Findings.read(data)
            self._files.mark_used(key)
            return findings
        return None

    def write(self, articles: Sequence[Article], data: bytes) -> None:
        """Store what `Comparison.to_bytes` wrote of these articles; does nothing on failure."""
        if len(data) <= _LONGEST_FILE:
            key = _key_of(articles)
            with suppress(OSError):
                self._files.write(key, _MAGIC, _digest(key, data), data)
                self.note_inputs()

    def knows_inputs(self) -> bool:
        """Return whether links of these inputs were stored; the inputs may have changed since."""
        with suppress(OSError):
            return self._inputs is not None and self._files.path_of(self._inputs_key()).is_file()
        return False

    def note_inputs(self) -> None:
        """Note that links of these inputs are stored; does nothing on failure."""
        if self._inputs is not None:
            with suppress(OSError):
                self._files.write(self._inputs_key(), _MAGIC)

    def _inputs_key(self) -> bytes:
        named = "\0".join(("inputs", _code_state(), *(self._inputs or ())))
        return hashlib.sha256(named.encode("utf-8", "surrogatepass")).digest()


def clear_link_cache() -> int:
    """Remove all stored links, and return the number of files.

    Raises:
        OSError: not all could be removed.
    """
    return _cache_folder().clear()


def _cache_folder() -> CacheFolder:
    return CacheFolder("links", ".links", max_entries=MAX_ENTRIES, max_bytes=MAX_BYTES)


def _unseal(magic: bytes, key: bytes, content: bytes) -> bytes:
    """Return what a file holds; raise ValueError where it is damaged or of another key."""
    begin = len(magic) + _DIGEST_BYTES
    data = content[begin:]
    if content[:begin] != magic + _digest(key, data):
        raise ValueError("no links of these articles")
    return data


def _key_of_findings(key: bytes, articles: Sequence[Article]) -> bytes:
    """Return the key of findings about articles; reasons may name these."""
    from reader.articles import name_articles

    names = "\0".join(article.name for article in name_articles(tuple(articles)))
    return hashlib.sha256(b"findings\0" + key + names.encode("utf-8", "surrogatepass")).digest()


def _digest(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(key + data).digest()


def _key_of(articles: Sequence[Article]) -> bytes:
    """Return a hash of all that the linker reads of articles, and of the code that links."""
    state = hashlib.sha256(_code_state().encode())
    for article in articles:
        state.update(f"\n{article.language} {len(article.paragraphs)}\n".encode())
        for paragraph in article.paragraphs:
            text = paragraph.text.encode("utf-8", "surrogatepass")
            state.update(b"%s %d\n" % (paragraph.kind.value.encode(), len(text)))
            state.update(text)
    return state.digest()


@cache
def _code_state() -> str:
    return hash_code_state(_COMPARING, _LIBRARIES)
