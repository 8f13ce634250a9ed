"""A command that is typed while reading without a full screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

Lines = Iterator[str]


class LinearCommand(NamedTuple):
    """A command with its names and its function."""

    names: tuple[str, ...]
    """The keys of the screen first, then words."""
    explanation: str
    run: Callable[[str], Lines]
    """Called with the text after the name."""
    takes_words: bool = False
    """Whether there may be a text after the name."""
