"""A command that is typed while reading without a full screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

Lines = Iterator[str]


class LinearCommand(NamedTuple):
    """What can be typed, and what it does."""

    names: tuple[str, ...]
    """The keys of the screen first, then words."""
    explanation: str
    run: Callable[[str], Lines]
    """Called with what follows the name."""
