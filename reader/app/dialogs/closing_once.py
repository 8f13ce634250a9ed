"""Screens and dialogs that close once, however many clicks and keys ask for it."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

_Result = TypeVar("_Result")


class ClosingScreen(Screen[_Result]):
    """A screen that can close only itself.

    Textual's `dismiss` closes whichever screen is on top by then.
    """

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Close this screen with a result, if it is still the one on top."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)


class ClosingDialog(ClosingScreen[_Result], ModalScreen[_Result]):
    """A dialog over a screen that can close only itself.

    Where there is little room its frame takes all of it, and the keys of the screen behind, which
    have no effect now, are covered (`dialogs.tcss`).
    """

    # Textual's own annotation is not read as one of a class variable.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (50, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012

    def on_mount(self) -> None:
        """Cover the key line of the screen behind."""
        self.mount(Static(classes="cover"))

    def save_draft(self) -> None:
        """Save the text that is being typed, if the caller wants drafts: the program may end."""
