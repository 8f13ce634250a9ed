"""Words of a paragraph with their context."""

from __future__ import annotations

from reader.articles import Passage

CONTEXT = 48
"""Characters of a paragraph on each side of some words of it."""


def excerpt_words(passage: Passage) -> tuple[str, str, str]:
    """Return the words of a passage and the words of its paragraph before and after them."""
    return excerpt_around(passage.paragraph.text, passage.start, passage.end)


def excerpt_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return a stretch of a text and the text before and after it, cut between words."""
    first = max(0, start - CONTEXT)
    if first:
        first = text.find(" ", first, start) + 1 or start
    last = min(len(text), end + CONTEXT)
    if last < len(text):
        last = max(end, text.rfind(" ", end, last))
    before = ("… " if first else "") + text[first:start]
    return before, text[start:end], text[end:last] + (" …" if last < len(text) else "")
