"""The layout of the lines of the ladder, and functions that all of them use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.app.ladder.version_text import EditBrackets
from reader.app.themes.signs import Signs
from reader.app.widgets.line_widget import Line, Part


@dataclass(frozen=True, slots=True)
class LadderLayout:
    """The size of the ladder and the signs of this terminal."""

    width: int
    """Cells of a line."""
    signs: Signs
    brackets: EditBrackets
    """The brackets around words that differ."""
    is_roomy: bool = False
    """Whether there are empty lines between the rungs."""

    def narrower(self, cells: int) -> LadderLayout:
        """Return the same layout, narrower by a number of cells."""
        return replace(self, width=self.width - cells)


def count_words(count: int) -> str:
    """Return a number of words as printed: `1 word`, `3 words`."""
    return f"{count} word{'' if count == 1 else 's'}"


def indent(line: Iterable[Part], cells: int) -> Line:
    """Return a line indented by a number of empty cells."""
    return ((" " * cells, ""), *line)
