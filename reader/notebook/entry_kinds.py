"""What an entry of the notebook is, and what it is about."""

from __future__ import annotations

from enum import Enum


class EntryKind(str, Enum):
    """The kind of an entry. The values are stable: they are stored and exported."""

    NOTE = "note"
    REJECTED = "rejected"
    """A claim of the program is wrong."""
    ADDED = "added"
    """Two paragraphs report the same moment."""
    SPEAKER = "speaker"
    """Who said it."""


class Subject(str, Enum):
    """The subject of an entry. The values are stable: they are stored and exported."""

    PARAGRAPH = "paragraph"
    LINK = "link"
    """Two paragraphs of two articles."""
    QUOTATION = "quotation"
    DIFFERENCE = "difference"
    VERSION = "version"
    """The words of one article, and those of another whose version they are said to be."""
    SPEAKER = "speaker"
