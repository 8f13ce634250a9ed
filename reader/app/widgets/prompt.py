"""The line at the bottom where something is typed: words to find, a paragraph, a command."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.app.key_table import make_binding
from reader.articles import clean_line


class _PromptInput(Input):
    """One line to type in."""

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted, which comes from outside, before the input takes it."""
        event.text = clean_line(event.text)


class Prompt(Horizontal):
    """Asks for one line, and reports it to the screen.

    Args:
        sign: the key that opened it, shown before the line.
        hint: what to type, shown while nothing is.
    """

    class Answered(Message):
        """The prompt was left by Enter (the text) or Escape (None)."""

        def __init__(self, sign: str, text: str | None) -> None:
            super().__init__()
            self.sign = sign
            self.text = text

    DEFAULT_CSS = """
    Prompt {
        layer: prompt;
        dock: bottom;
        height: 1;
        background: $panel;
        Label { width: 3; padding: 0 1; color: $accent; text-style: bold; }
        Input, Input:focus {
            width: 1fr;
            height: 1;
            border: none;
            padding: 0;
            background: $panel;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        make_binding("prompt", "close", "cancel", "close", "Close without an answer")
    ]

    def __init__(self, sign: str, hint: str) -> None:
        super().__init__()
        self._sign = sign
        self._label = Label(sign, markup=False)
        self._input = _PromptInput(placeholder=hint)

    def compose(self) -> ComposeResult:
        """The sign, then the line."""
        yield self._label
        yield self._input

    def on_mount(self) -> None:
        """Put the cursor into the line."""
        self._input.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(self._sign, event.value))

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.post_message(self.Answered(self._sign, None))
