"""Shares as they are printed."""

from __future__ import annotations


def print_share(share: float) -> str:
    """Return a share, 0..1, as a whole percentage: `45%`.

    Rounding never makes all of what is nearly all, nor nothing of what is little: `99%`, `<1%`.
    """
    if 0 < share < 0.01:
        return "<1%"
    return f"{min(round(100 * share), 99 if share < 1 else 100)}%"
