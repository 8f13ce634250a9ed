"""The notes of an editor in brackets: "(emphasis added)", "[laughs]"."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_word_class

_NOTE = re.compile(r"[ \u00a0]{0,2}[(\[]([^()\[\]\n]{2,60})[)\]]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def is_editor_note(words: str) -> bool:
    """Whether words in brackets are an editor's note and nobody's words."""
    known = load_word_class("editor_notes")
    found = [word.lower().replace("’", "'") for word in _WORD.findall(words)]
    return bool(found) and known.issuperset(found)


def skip_editor_note(text: str, position: int) -> int:
    """Return the offset behind an editor's note that begins at an offset, else that offset."""
    note = _NOTE.match(text, position)
    return note.end() if note and is_editor_note(note.group(1)) else position
