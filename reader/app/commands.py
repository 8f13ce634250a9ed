"""What a screen can do, by the names of `key_table`, and whether it can be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Command(NamedTuple):
    """One thing a screen can do."""

    run: Callable[[], object]
    is_available: Callable[[], bool]
    """Whether it does anything now; the key line shows only those that do."""


def action_of(name: str) -> str:
    """Return the action that Textual runs for a command."""
    return f"command('{name}')"
