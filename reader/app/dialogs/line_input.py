"""One line to type in."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widgets import Input

from reader.articles import clean_line


class LineInput(Input):
    """An input of one line that cleans pasted text and reports Enter at once.

    Args:
        text: the line to begin with.
        on_submit: called with the line on Enter, before the next key is passed on.
        longest: the most characters taken from pasted text.
    """

    def __init__(self, text: str, on_submit: Callable[[str], None], longest: int) -> None:
        super().__init__(text, compact=True, select_on_focus=True)
        # A blinking cursor repaints the screen all the time and distracts from the text.
        self.cursor_blink = False
        self._on_submit = on_submit
        self._longest = longest

    async def action_submit(self) -> None:
        """Report the line at once; Textual's own posts a message, which the next key overtakes."""
        self._on_submit(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted, which comes from outside, before the input takes it."""
        event.text = clean_line(event.text.strip(), self._longest)
