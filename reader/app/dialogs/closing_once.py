"""Screens and dialogs that close once, however many clicks and keys ask for it."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

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

    Where there is little room its frame takes all of it (`dialogs.tcss`).
    """

    # Textual's own annotation is not read as one of a class variable.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (50, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012

    def save_draft(self) -> None:
        """Save the text that is being typed, if the caller wants drafts: the program may end."""
