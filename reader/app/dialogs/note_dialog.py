"""A dialog in which a note of several lines is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key
from reader.articles import clean
from reader.notebook.entries import LONGEST_NOTE

_HINT = "Esc saves · Ctrl+g cancels · an empty note is removed"
_QUESTION = "Drop what you typed? Ctrl+g drops it, Esc saves it, Enter goes on writing."
_ASKED = "Ctrl+g drops · Esc saves"

DRAFT_SECONDS = 0.5
"""Seconds of typing that may be lost where the process is killed."""


class _NoteArea(TextArea):
    """Several lines to type in."""

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted, which comes from outside, before the lines take it."""
        room = max(0, LONGEST_NOTE - len(self.text))
        words = clean(event.text)
        event.text = words[:room]
        if len(words) > room and isinstance(self.parent, Widget):
            cut = f"A note has {LONGEST_NOTE:,} characters at most: the end was not pasted"
            self.parent.border_subtitle = Content(cut)


class NoteDialog(ClosingDialog[None]):
    """Lets the user write a note; typed text is dropped only after a confirmation.

    Args:
        title: what the note is on.
        on_close: called once with the text, also where the program ends while the dialog is open.
        words: the beginning of the passage that the note is on.
        text: the present text of the note.
        on_draft: called with the text while it is typed, in case the program is ended.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("save", "save", "Save the note and close"),
        dialog_key("close", "save", "Save the note and close"),
        dialog_key("cancel", "cancel", "Leave the note as it was; asks where something was typed"),
    ]

    def __init__(
        self,
        title: str,
        on_close: Callable[[str], None],
        words: str,
        text: str = "",
        on_draft: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._on_draft = on_draft
        self._is_draft_due = False
        """Whether a timer will save the draft."""
        self._on_close = on_close
        self._is_given = False
        self._before = text
        self._has_asked = False
        """Whether the dialog asked if the typed text should be dropped."""
        self._title = title
        self._words = words
        self._about = Static(Content(words), classes="about")
        self._lines = _NoteArea(
            text, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True
        )
        # A blinking cursor repaints the screen all the time and distracts from the text.
        self._lines.cursor_blink = False

    def compose(self) -> ComposeResult:
        """The frame with what the note is on, and the lines."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content(_HINT)
        with frame:
            yield self._about
            yield self._lines

    def on_mount(self) -> None:
        """Put the cursor at the end of the note."""
        self._lines.focus()
        self._lines.move_cursor(self._lines.document.end)

    def on_text_area_changed(self, _event: TextArea.Changed) -> None:
        """Start a timer that saves the draft."""
        if self._on_draft is not None and not self._is_draft_due:
            self._is_draft_due = True
            self.set_timer(DRAFT_SECONDS, self.save_draft)

    def save_draft(self) -> None:
        """Save the text as a draft, unless the note was saved."""
        self._is_draft_due = False
        if self._on_draft is not None and not self._is_given:
            self._on_draft(self._text)

    def action_save(self) -> None:
        """Give the note, and close."""
        self._give(self._text)
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Close and leave the note as it was; ask first where something was typed."""
        if self._has_asked or self._text == self._before:
            self._give(self._before)
            self.dismiss(None)
        else:
            self._ask(True)

    def on_key(self, event: events.Key) -> None:
        """Go on writing on Enter, where the dialog asked; letters are not taken then."""
        if self._has_asked and event.key == "enter":
            event.stop()
            self._ask(False)

    def _ask(self, is_asking: bool) -> None:
        """Ask whether the typed text should be dropped, or write on."""
        self._has_asked = self._lines.read_only = is_asking
        if is_asking:
            self._about.update(Content.styled(_QUESTION, "bold $warning"))
            self._show_hint(_ASKED, "bold $warning")
        else:
            self._about.update(Content(self._words))
            self._show_hint(_HINT)

    def on_unmount(self) -> None:
        """Pass the note on where the program ends while it is written."""
        self._give(self._text)

    def _give(self, text: str) -> None:
        if not self._is_given:
            self._is_given = True
            self._on_close(text)

    def _show_hint(self, words: str, style: str = "") -> None:
        frame = self.query_one(".frame", Vertical)
        frame.border_subtitle = Content.styled(words, style) if style else Content(words)

    @property
    def _text(self) -> str:
        return clean(self._lines.text)[:LONGEST_NOTE].strip()
