"""Fields of a header, `Author: Simon Lewis`, above or below a text."""

from __future__ import annotations

from reader.text.word_lists import WordLists

FIELD_NAMES = WordLists(__file__, "header_fields")
"""The names of fields: all under `fields`, those of one field of an article under its name."""

# Characters.
_LONGEST_FIELD = 250
_LONGEST_SOURCE_FIELD = 60


def split_header_field(text: str) -> tuple[str, str]:
    """Return the name in lower case and the value of a field; without a colon the value is ""."""
    name, _, value = text.replace("：", ":", 1).partition(":")
    return name.strip().lower(), value.strip()


def is_header_field(text: str) -> bool:
    """Return whether it is a field of a header: `Author: Simon Lewis`."""
    if len(text) > _LONGEST_FIELD:
        return False
    name, value = split_header_field(text)
    return bool(value) and name in FIELD_NAMES.words["fields"]


def is_source_field(text: str) -> bool:
    """Return whether it is the line `Source: Daily Star` above or below a story."""
    return (
        len(text) <= _LONGEST_SOURCE_FIELD
        and is_header_field(text)
        and split_header_field(text)[0] in FIELD_NAMES.words["outlet"]
    )
