"""The input line at the bottom for words to find, a paragraph number or a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from reader.app.key_table import make_binding
from reader.articles import clean_line


class _PromptInput(Input):
    """One line to type in.

    Args:
        hint: advice on what to type, shown while the line is empty.
        on_submit: called with the line on Enter, before the next key is passed on.
    """

    def __init__(self, hint: str, on_submit: Callable[[str], None]) -> None:
        super().__init__(placeholder=hint)
        self._on_submit = on_submit

    async def action_submit(self) -> None:
        """Report the line at once; Textual's own posts a message, which the next key overtakes."""
        self._on_submit(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted, which comes from outside, before the input takes it."""
        event.text = clean_line(event.text)


class Prompt(Horizontal):
    """Asks for one line.

    Args:
        sign: the key that opened it, shown before the line.
        hint: advice on what to type, shown while the line is empty.
        on_answer: called with the line on Enter, with None on Escape.
    """

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

    def __init__(self, sign: str, hint: str, on_answer: Callable[[str | None], None]) -> None:
        super().__init__()
        self._on_answer = on_answer
        self._label = Label(sign, markup=False)
        self._input = _PromptInput(hint, on_answer)

    def compose(self) -> ComposeResult:
        """The sign, then the line."""
        yield self._label
        yield self._input

    def on_mount(self) -> None:
        """Put the cursor into the line."""
        self.screen.set_focus(self._input)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self._on_answer(None)
