"""Which parts of a report are wanted, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

PART_NAMES = {
    "summary": "summary in ten lines",
    "differences": "differences",
    "quotes": "quotations in all versions",
    "people": "people",
    "copy": "shared copy",
    "matrix": "who has what",
    "story": "the story once",
    "only": "only in one",
    "sources": "sources",
    "method": "how it was made",
}
"""The name of each part by the value of its `ReportPart`; notes are chosen separately."""
_EVERYTHING = "all parts"
_NOTES = "your notes and rejections"
_NAMED_PARTS = 3
"""Parts that are named one by one in a line."""


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """The wanted parts of a report."""

    parts: frozenset[str] = frozenset(PART_NAMES)
    """Values of `ReportPart`, without that of notes."""
    with_notes: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all parts are wanted."""
        return len(self.parts) == len(PART_NAMES)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is wanted."""
        return not self.parts and not self.with_notes

    def toggle(self, row: int) -> ReportChoice:
        """Return the choice with a row of the list the other way round."""
        if row == 0:
            return replace(self, with_notes=not self.with_notes)
        if row == 1:
            return replace(self, parts=frozenset() if self.is_whole else frozenset(PART_NAMES))
        return replace(self, parts=self.parts ^ {list(PART_NAMES)[row - 2]})

    def rows(self) -> list[tuple[bool, str]]:
        """Return the rows of the list: whether each is wanted, and its words."""
        rows = [(self.with_notes, _NOTES), (self.is_whole, _EVERYTHING)]
        return rows + [(part in self.parts, name) for part, name in PART_NAMES.items()]

    def describe(self) -> str:
        """Return the choice in words."""
        notes = "with notes" if self.with_notes else "without notes"
        if self.is_whole:
            return f"All parts, {notes}"
        named = [name for part, name in PART_NAMES.items() if part in self.parts]
        more = len(named) - _NAMED_PARTS
        parts = ", ".join(named[:_NAMED_PARTS]) or "No part"
        return f"{parts}{f' and {more} more' if more > 0 else ''}; {notes}"
