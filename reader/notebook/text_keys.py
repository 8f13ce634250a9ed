"""Keys that identify articles and paragraphs by their words, independent of paths."""

from __future__ import annotations

from reader.articles import Article
from reader.text.plain_words import plain_words

KEY_DIGITS = 32
"""Hexadecimal digits of the key of a paragraph: enough that no two paragraphs share one."""


def hash_text(article: Article) -> str:
    """Return the key of an article's text; the kinds of its paragraphs don't change it."""
    # Imported here, so that a start without a notebook does not pay for it.
    from hashlib import sha256

    digest = sha256()
    for paragraph in article.paragraphs:
        digest.update(paragraph.text.encode("utf-8", "replace"))
        digest.update(b"\n\n")
    return digest.hexdigest()


def hash_words(text: str) -> str:
    """Return the key of some words; case, accents, typography and spacing don't change it."""
    from hashlib import sha256

    return sha256(plain_words(text).encode("utf-8", "replace")).hexdigest()[:KEY_DIGITS]


def hash_paragraphs(article: Article) -> tuple[str, ...]:
    """Return the key of every paragraph of an article, in their order."""
    return tuple(hash_words(paragraph.text) for paragraph in article.paragraphs)
