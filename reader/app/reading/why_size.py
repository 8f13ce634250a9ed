"""How much of the drawer below the panes is shown, and how many lines that takes."""

from __future__ import annotations

from enum import Enum


class WhySize(Enum):
    """How much of the drawer is shown."""

    CLOSED = "closed"
    BRIEF = "brief"
    """The surest link and its first reasons."""
    WHOLE = "whole"
    """Every link with all reasons, up to half of the screen."""

    def next(self) -> WhySize:
        """Return the size that the key leads to: brief, whole, closed, brief."""
        sizes = (WhySize.BRIEF, WhySize.WHOLE, WhySize.CLOSED)
        return sizes[(sizes.index(self) + 1) % len(sizes)]


def drawer_height(screen_height: int, panes: int) -> int:
    """Return the lines of the brief drawer, its rule included."""
    if panes == 1:
        return min(4, max(2, screen_height // 3))
    return 3 if screen_height >= 32 else 2


def whole_drawer_height(lines: int, screen_height: int) -> int:
    """Return the lines of the drawer that shows all its `lines`, up to half of the screen."""
    return max(2, min(lines, screen_height // 2))
