"""Returns freed memory to the operating system."""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache
from typing import Any


def give_back_memory() -> None:
    """Return freed memory to the operating system, where the C library does not do so itself.

    The GNU C library retains free memory between blocks in use: with documents of all sizes, a
    process grew by 100 MB for every 40,000 articles added.
    """
    if trim := _find_trim():
        trim(0)


@lru_cache(maxsize=1)
def _find_trim() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
