"""Parsed articles stored on disk, so that a second start with the same files parses none again.

A file has one article under a hash of the bytes that it was read from, the name and path that it
is shown by, and everything that parses: the program and Python. Cached text passes the same
cleaning as new text; a file that is damaged counts as absent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from functools import cache
from typing import Any

from reader.articles.article import Article, Paragraph, ParagraphKind
from reader.sources.cache_folder import CacheFolder
from reader.sources.code_state import hash_code_state
from reader.sources.formats.content_types import ContentKind
from reader.sources.source_content import SourceContent
from reader.text.cleaning import clean

MAX_ENTRIES = 400
MAX_BYTES = 64 * 1024 * 1024
LONGEST_SOURCE = 1024 * 1024
"""Bytes; longer ones are parsed each time."""

_MAGIC = b"reader article 1\n"
_DIGEST_BYTES = 32
_KINDS = (ContentKind.TEXT, ContentKind.MARKDOWN)
"""Kinds that are read by this program alone; what a library reads has its own cache."""
_PARSING = ("articles", "sources", "text")


class ArticleCache:
    """The folder of parsed articles; where it cannot be used, nothing is stored.

    Safe to use from several threads.

    Args:
        files: the folder; the one in the user's cache folder if None.
    """

    def __init__(self, files: CacheFolder | None = None) -> None:
        self._files = files or _cache_folder()
        self._new: list[tuple[bytes, Article]] = []

    def read_articles(
        self, content: SourceContent, parse: Callable[[], tuple[Article, ...]]
    ) -> tuple[Article, ...]:
        """Return the articles of a source, from the cache or parsed.

        Args:
            content: the bytes of the source.
            parse: parses them; an error that it raises is not stored.
        """
        if len(content.data) > LONGEST_SOURCE or content.kind not in _KINDS:
            return parse()
        key = _key_of(content)
        with suppress(OSError, ValueError, TypeError, LookupError, RecursionError):
            article = _article_from_bytes(_unseal(key, self._files.read(key)))
            self._files.mark_used(key)
            return (article,)
        articles = parse()
        if len(articles) == 1:
            self._new.append((key, articles[0]))
        return articles

    @property
    def has_new(self) -> bool:
        """Whether something was parsed that is not stored yet."""
        return bool(self._new)

    def write(self) -> None:
        """Store what was parsed; does nothing on failure."""
        new, self._new = self._new, []
        with suppress(OSError):
            for key, article in new:
                data = _article_to_bytes(article)
                self._files.write(key, _MAGIC, hashlib.sha256(key + data).digest(), data)


def clear_article_cache() -> int:
    """Remove all stored articles, and return the number of files.

    Raises:
        OSError: not all could be removed.
    """
    return _cache_folder().clear()


def _cache_folder() -> CacheFolder:
    return CacheFolder("articles", ".article", max_entries=MAX_ENTRIES, max_bytes=MAX_BYTES)


def _key_of(content: SourceContent) -> bytes:
    named = (content.source, content.name, content.suffix, content.address, content.content_type)
    asked = json.dumps([_code_state(), *named, content.charset, *content.notes])
    return asked.encode("ascii") + hashlib.sha256(content.data).digest()


def _unseal(key: bytes, content: bytes) -> bytes:
    """Return what a file holds; raise ValueError where it is damaged or of another key."""
    begin = len(_MAGIC) + _DIGEST_BYTES
    data = content[begin:]
    if content[:begin] != _MAGIC + hashlib.sha256(key + data).digest():
        raise ValueError("no article of this key")
    return data


def _article_to_bytes(article: Article) -> bytes:
    values: dict[str, Any] = {field.name: getattr(article, field.name) for field in fields(Article)}
    values["paragraphs"] = [
        (paragraph.number, paragraph.kind.value, paragraph.text, paragraph.time)
        for paragraph in article.paragraphs
    ]
    return json.dumps(values).encode("ascii")


def _article_from_bytes(data: bytes) -> Article:
    """Read an article; raise ValueError, TypeError or LookupError where the data holds none."""
    text = data.decode("ascii")
    values: dict[str, Any] = json.loads(text)
    paragraphs = tuple(
        Paragraph(int(number), ParagraphKind(kind), _cleaned(words), _cleaned(time))
        for number, kind, words, time in values.pop("paragraphs")
    )
    return Article(
        paragraphs=paragraphs, **{name: _cleaned(value) for name, value in values.items()}
    )


def _cleaned(value: Any) -> Any:
    """Clean a text, or each of several; None stays."""
    if value is None:
        return None
    return clean(value) if isinstance(value, str) else tuple(map(clean, value))


@cache
def _code_state() -> str:
    return hash_code_state(_PARSING, ())
