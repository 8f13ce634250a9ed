"""What a screen can do, by the names of `key_table`, and why it cannot be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, runtime_checkable


class Command(NamedTuple):
    """One thing a screen can do."""

    run: Callable[[], object]
    find_obstacle: Callable[[], str]
    """Gives why it does nothing now, as a sentence; empty where it does something."""

    @property
    def is_available(self) -> bool:
        """Whether it does anything now; the key line shows only those that do."""
        return not self.find_obstacle()


@runtime_checkable
class ShowsMessages(Protocol):
    """A screen over the texts that has a line for messages."""

    def show_message(self, message: str) -> None:
        """Show a message until the next key."""


def action_of(name: str) -> str:
    """Return the action that Textual runs for a command."""
    return f"command('{name}')"


def no_obstacle() -> str:
    """Return no obstacle, for what can always be done."""
    return ""
