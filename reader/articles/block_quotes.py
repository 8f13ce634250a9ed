"""Adds quotation marks to quotations that are set as a block without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.quote_signs import UNMISTAKABLE_SIGNS

OPENING_MARK, CLOSING_MARK = "“", "”"
_ATTRIBUTION = re.compile(r"\s{0,9}(?:[-–—―]|&mdash;|by\b)\s{0,3}\S", re.IGNORECASE)
"""The beginning of a last line that says who is quoted: "— Ida Vance"."""
_NOTICE = re.compile(r"\s{0,9}\[!\w{1,20}\]")
"""The beginning of a block that Markdown shows as a notice: "[!NOTE]"."""
_CLOSING = ".,;:!?…"


class BlockMarks(NamedTuple):
    """The marks of a paragraph of a block: at its beginning, and at its end."""

    opening: str = ""
    closing: str = ""


def choose_block_marks(paragraphs: Sequence[str]) -> list[BlockMarks]:
    """Return the marks that the paragraphs of a block need in order to read as a quotation.

    Each paragraph opens, and the last one closes. A block that has marks at either end already, or
    is a notice, needs none, and neither does a last line that names the speaker.
    """
    words = [number for number, text in enumerate(paragraphs) if text.strip()]
    if len(words) > 1 and _ATTRIBUTION.match(paragraphs[words[-1]]):
        words.pop()
    marks = [BlockMarks() for _ in paragraphs]
    if not words or _NOTICE.match(paragraphs[words[0]]):
        return marks
    first, last = paragraphs[words[0]].strip(), paragraphs[words[-1]].strip()
    if first[0] in UNMISTAKABLE_SIGNS or last.rstrip(_CLOSING)[-1:] in UNMISTAKABLE_SIGNS:
        return marks
    for number in words:
        closing = CLOSING_MARK if number == words[-1] else ""
        marks[number] = BlockMarks(OPENING_MARK, closing)
    return marks


def mark_block(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs of a block with the marks that they need."""
    return [
        f"{marks.opening}{text}{marks.closing}"
        for text, marks in zip(paragraphs, choose_block_marks(paragraphs), strict=True)
    ]
