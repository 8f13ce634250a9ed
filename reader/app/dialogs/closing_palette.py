"""The command palette, which closes once however many clicks and keys ask for it."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.widgets import Input


class ClosingPalette(CommandPalette):
    """A command palette that can close only itself.

    Args:
        typed: what is searched for at first.
    """

    def __init__(self, typed: str = "") -> None:
        super().__init__(id="--command-palette")
        self._typed = typed

    def on_mount(self) -> None:
        """Search for what was typed before."""
        if self._typed:
            line = self.query_one(Input)
            line.value = self._typed
            line.cursor_position = len(self._typed)

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close the palette, if it is still on top."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)  # type: ignore[arg-type]


def open_palette(app: App[Any], typed: str = "") -> None:
    """Open the palette of the screen on top, which searches for `typed` at first.

    Does nothing where one is open.
    """
    if not any(isinstance(screen, ClosingPalette) for screen in app.screen_stack):
        app.push_screen(ClosingPalette(typed))
