"""A dialog that works on for a while once it was answered."""

from __future__ import annotations

from typing import TypeVar

from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.terminal.terminal_app import TerminalApp

_Result = TypeVar("_Result")

_DROPPED = "The keys typed since are dropped."


class WorkingDialog(ClosingDialog[_Result]):
    """A dialog that closes only if the work that its answer starts succeeds.

    Keys typed meanwhile are held: they are for the screen behind, and dropped if the answer is
    refused. Escape stops the work.
    """

    def hold_keys(self) -> None:
        """Hold the keys typed from now on, until it is known whether the answer is accepted."""
        if isinstance(self.app, TerminalApp):
            self.app.hold_keys()

    def accept(self, result: _Result) -> None:
        """Close with a result; the held keys go to the screen behind."""
        self.dismiss(result)
        if isinstance(self.app, TerminalApp):
            self.app.release_keys()

    def refuse(self, reason: str) -> str:
        """Drop the held keys; return the reason, with a word about them if there were any."""
        if isinstance(self.app, TerminalApp) and self.app.drop_held_keys():
            return f"{reason.rstrip()} {_DROPPED}"
        return reason
