"""Screens and dialogs that are closed once, however many clicks and keys ask for it."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen

_Result = TypeVar("_Result")


class ClosingScreen(Screen[_Result]):
    """A screen that closes nothing but itself.

    Textual's `dismiss` closes the screen on top, whichever that is by then.
    """

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Close this screen with a result, if it is still the one on top."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)


class ClosingDialog(ClosingScreen[_Result], ModalScreen[_Result]):
    """A dialog over a screen, likewise."""

    def keep_draft(self) -> None:
        """Have what is being typed kept, where that is asked for, as the program may end now."""


class ClosingPalette(CommandPalette):
    """The command palette, likewise."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close the palette, if it is still on top."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)  # type: ignore[arg-type]
