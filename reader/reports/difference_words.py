"""What the sides of a difference state, in their words."""

from __future__ import annotations

from collections.abc import Iterable

from reader.articles import clean_line
from reader.story.differences.difference import DifferenceSide, group_sides


def join_sides(sides: Iterable[DifferenceSide], longest: int | None = None) -> str:
    """Return each statement once, all its words together: `12, a dozen / Fifteen`.

    Args:
        sides: the sides of a difference, in the order in which they are named.
        longest: the most characters of the words of one side; None: all.
    """
    statements = []
    for group in group_sides(sides):
        words = (side.passage.text for side in group)
        cut = words if longest is None else (clean_line(each, longest) for each in words)
        statements.append(", ".join(dict.fromkeys(cut)))
    return " / ".join(statements)
