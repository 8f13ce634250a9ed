"""A dialog that asks for a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.dialogs.line_input import LineInput
from reader.app.dialogs.note_dialog import DRAFT_SECONDS
from reader.articles import clean_line
from reader.notebook.entries import LONGEST_NAME

_HINT = "Enter takes the name · Esc cancels"


class NameDialog(ClosingDialog["str | None"]):
    """Asks for a name in one line; its result is the cleaned name, or None.

    Args:
        title: the question.
        words: the beginning of the text that the name is for.
        on_draft: called with the name while it is typed, in case the program is ended.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("save", "take", "Take the name"),
        dialog_key("close", "cancel", "Cancel: nothing changes"),
    ]

    def __init__(
        self, title: str, words: str, on_draft: Callable[[str], None] | None = None
    ) -> None:
        super().__init__()
        self._on_draft = on_draft
        self._is_draft_due = False
        """Whether a timer will save the draft."""
        self._title = title
        self._words = words
        self._line = LineInput("", self._take, LONGEST_NAME)

    def compose(self) -> ComposeResult:
        """The frame with what the name is about, and the line."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content(_HINT)
        with frame:
            yield Static(Content(self._words), classes="about")
            yield self._line

    def on_mount(self) -> None:
        """Put the cursor into the line."""
        self._line.focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._on_draft is not None and not self._is_draft_due:
            self._is_draft_due = True
            self.set_timer(DRAFT_SECONDS, self._save_draft)

    def _save_draft(self) -> None:
        self._is_draft_due = False
        if self._on_draft is not None and self.is_attached:
            self._on_draft(clean_line(self._line.value, LONGEST_NAME).strip())

    def action_take(self) -> None:
        """Give the name, and close."""
        self._take(self._line.value)

    def action_cancel(self) -> None:
        """Close without a name."""
        self.dismiss(None)

    def _take(self, typed: str) -> None:
        self.dismiss(clean_line(typed, LONGEST_NAME).strip() or None)
