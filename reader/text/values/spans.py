"""The base class of all values: the position in the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueSpan:
    """A stretch of a text, `text[start:end]`."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character; always greater than `start`."""

    def in_text(self, text: str) -> str:
        """Return the words of `text` that the value was read from."""
        return text[self.start : self.end]
