"""Fields of a header, `Author: Simon Lewis`, above or below a text."""

from __future__ import annotations

from reader.text.word_lists import WordLists

HEADER_WORDS = WordLists(__file__, "header_fields")
_LONGEST_LABEL = 250
_LONGEST_SOURCE = 60


def split_label(text: str) -> tuple[str, str]:
    """The key in lower case and the value of a field; the value is empty where there is none."""
    key, _, value = text.replace("：", ":", 1).partition(":")
    return key.strip().lower(), value.strip()


def is_label(text: str) -> bool:
    """Is it a field of a header, `Author: Simon Lewis`?"""
    if len(text) > _LONGEST_LABEL:
        return False
    key, value = split_label(text)
    return bool(value) and key in HEADER_WORDS.words["labels"]


def is_source(text: str) -> bool:
    """Is it the line `Source: Daily Star` above or below a story?"""
    return (
        len(text) <= _LONGEST_SOURCE
        and is_label(text)
        and split_label(text)[0] in HEADER_WORDS.words["label outlet"]
    )
