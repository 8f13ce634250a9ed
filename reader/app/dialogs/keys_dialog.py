"""The dialog that lists every key and sign of a screen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.dialogs.help_text import HelpText
from reader.app.dialogs.text_dialog import TextDialog
from reader.app.prompt_controller import PromptController
from reader.app.screen_commands import no_obstacle
from reader.articles import clean_line

_LONGEST_SHOWN = 30
"""Characters of what was searched for that the title of the frame shows."""


class KeysDialog(TextDialog):
    """Lists keys and signs; those with some words are found as they are in a list of notes.

    Args:
        title: the title of the frame.
        text: the keys and signs.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("search", "search", "List those with some words"),
        dialog_key("close", "cancel", "List all again, or close"),
    ]

    def __init__(self, title: str, text: HelpText) -> None:
        super().__init__(title, text.write, opened_by="keys")
        self._all = text
        self._words = ""
        self._prompt = PromptController(self, no_obstacle, self._filter)

    def on_mount(self) -> None:
        """Name the keys."""
        self.query_one(".frame", Vertical).border_subtitle = Content(
            "/ finds · j k scroll · Esc closes"
        )

    async def action_search(self) -> None:
        """Ask for the words that the listed keys must have."""
        await self._prompt.ask_words("a word of what a key does; empty: all")

    def action_cancel(self) -> None:
        """List everything again after a search, else close."""
        if self._words:
            self._filter("/", "")
        else:
            self.dismiss(None)

    def _filter(self, _sign: str, typed: str) -> None:
        self._words = clean_line(typed, _LONGEST_SHOWN).strip()
        self.show(self._all.filtered(self._words).write)
        frame = self.query_one(".frame", Vertical)
        searched = f" with “{self._words}”" if self._words else ""
        frame.border_title = Content(f"{self._title}{searched}")
