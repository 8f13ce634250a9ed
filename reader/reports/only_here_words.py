"""How many moments only one article has, in words."""

from __future__ import annotations


def count_only_here(sure: int, doubtful: int) -> str:
    """Return how many moments only one article has: `17 only here, 10 perhaps`.

    Args:
        sure: those that no other article has.
        doubtful: those that another article may have in other words.
    """
    if not sure and doubtful:
        return f"{doubtful} perhaps only here"
    return f"{sure} only here" + (f", {doubtful} perhaps" if doubtful else "")
