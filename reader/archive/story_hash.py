"""A hash of the words of a story, and the number of an article that follows from it."""

from __future__ import annotations

import re
from hashlib import blake2b
from unicodedata import normalize

from reader.articles import Article, ParagraphKind

_WORDS = re.compile(r"\w+")
_HASH_BYTES = 16
"""Enough bytes that no two texts among billions share a hash."""


def number_article(words_hash: bytes, outlet: str | None) -> int:
    """Return the number of an article that follows from its words and its outlet alone.

    It is the same in every archive and on every machine.

    Args:
        words_hash: as `hash_story` gives it.
        outlet: its outlet, in any case; None if unknown.

    Returns:
        A number of 63 bits: no two articles among a million share one by chance, but for one time
        in ten million.
    """
    named = words_hash + (outlet or "").casefold().encode("utf-8", "replace")
    return int.from_bytes(blake2b(named, digest_size=8).digest(), "big") >> 1


def hash_story(article: Article) -> bytes:
    """Return a hash of the words of a story; typography, case and furniture don't change it.

    Where there is no story, all paragraphs are hashed.
    """
    digest = blake2b(digest_size=_HASH_BYTES)
    story = [each for each in article.paragraphs if each.kind is not ParagraphKind.FURNITURE]
    for paragraph in story or article.paragraphs:
        words = _WORDS.findall(normalize("NFKC", paragraph.text).casefold())
        digest.update(" ".join([*words, ""]).encode("utf-8", "replace"))
    return digest.digest()
