"""The command palette, which closes once however many clicks and keys ask for it."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class ClosingPalette(CommandPalette):
    """A command palette that can close only itself."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close the palette, if it is still on top."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)  # type: ignore[arg-type]
