"""The history of the user's changes since the start, for undoing them in reverse order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

MOST_UNDONE = 50
"""Most changes that can be undone."""
_NOTHING = "There is nothing to take back since the start: Del in E removes what was added before."


class UndoableChange(NamedTuple):
    """A change that can be undone."""

    description: str
    """What was changed, in words: "note on ¶4"."""
    take_back: Callable[[], None]
    is_of_articles: bool = False
    """Whether it changed the open articles or the kinds of their paragraphs."""


class UndoHistory:
    """The changes of one session, of the articles and of the notebook."""

    def __init__(self) -> None:
        self._changes: list[UndoableChange] = []

    def push(self, change: UndoableChange) -> None:
        """Add a change; the oldest is forgotten where there are too many."""
        self._changes.append(change)
        del self._changes[:-MOST_UNDONE]

    @property
    def last(self) -> UndoableChange | None:
        """The change that is undone next."""
        return self._changes[-1] if self._changes else None

    def take_back(self) -> UndoableChange | None:
        """Undo the last change and return it; None where there is none."""
        if not self._changes:
            return None
        change = self._changes.pop()
        change.take_back()
        return change

    def find_obstacle(self) -> str:
        """Return why nothing can be undone; empty where something can."""
        return "" if self._changes else _NOTHING
