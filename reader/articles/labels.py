"""Fields of a header, `Author: Simon Lewis`, above or below a text."""

from __future__ import annotations

from reader.articles.wordlists import words_by_section

_LONGEST_LABEL = 250
_LONGEST_SOURCE = 60


def is_label(text: str) -> bool:
    """Is it a field of a header, `Author: Simon Lewis`?"""
    key, colon, value = text.replace("：", ":", 1).partition(":")
    return (
        bool(colon and value.strip())
        and len(text) <= _LONGEST_LABEL
        and key.strip().lower() in words_by_section("names")["labels"]
    )


def is_source(text: str) -> bool:
    """Is it the line `Source: Daily Star` above or below a story?"""
    key = text.replace("：", ":", 1).partition(":")[0].strip().lower()
    return (
        len(text) <= _LONGEST_SOURCE
        and is_label(text)
        and key in words_by_section("names")["label outlet"]
    )
