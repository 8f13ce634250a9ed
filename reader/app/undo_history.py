"""What the user changed since the start, the last change first, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

MOST_UNDONE = 50
"""Changes that can be taken back."""


class UndoableChange(NamedTuple):
    """A change that can be taken back."""

    description: str
    """What was changed, in words: "note on ¶4"."""
    take_back: Callable[[], None]
    is_of_articles: bool = False
    """Whether it changed which articles are open, or what they are."""


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
        """The change that is taken back next."""
        return self._changes[-1] if self._changes else None

    def take_back(self) -> UndoableChange | None:
        """Take the last change back and return it; None where there is none."""
        if not self._changes:
            return None
        change = self._changes.pop()
        change.take_back()
        return change

    def find_obstacle(self) -> str:
        """Return why nothing can be taken back; empty where something can."""
        return "" if self._changes else "There is nothing to take back."
