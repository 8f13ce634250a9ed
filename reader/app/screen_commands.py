"""The commands of a screen, by the names of `key_table`, and why they are unavailable now."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, runtime_checkable


class Command(NamedTuple):
    """A command of a screen."""

    run: Callable[[], object]
    find_obstacle: Callable[[], str]
    """Returns why it has no effect now, as a sentence; empty where it has one."""

    @property
    def is_available(self) -> bool:
        """Whether it has an effect now; the key line shows only such commands."""
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
    """Return no obstacle, for commands that are always available."""
    return ""
