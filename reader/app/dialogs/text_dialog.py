"""A dialog with a text to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key

WriteContent = Callable[[int], Content]


class _Text(Static):
    """A text that may be wrapped again when the width changes."""

    def __init__(self, content: Content | WriteContent) -> None:
        super().__init__(content if isinstance(content, Content) else "")
        self._write = None if isinstance(content, Content) else content
        self._width = 0

    def write(self, write: WriteContent) -> None:
        """Show another text, written for the width that there is."""
        self._write = write
        self.update(write(self._width))

    def on_resize(self) -> None:
        """Write the text for this width."""
        if self._write is not None and self.size.width != self._width:
            self._width = self.size.width
            # An update while widgets are laid out would not lay them out again.
            self.call_after_refresh(self.update, self._write(self._width))


class TextDialog(ClosingDialog[None]):
    """Shows a text in a frame.

    Args:
        title: the title of the frame.
        content: the text, or a function that returns it for a number of cells in a line.
        opened_by: the name of the key that opened it, which closes it too.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("close", "dismiss", "Close"),
        dialog_key("quit", "dismiss", "Close"),
        dialog_key("keys", "close_by('keys')", "Close the keys"),
        dialog_key("about", "close_by('about')", "Close what is known about the article"),
        dialog_key("word-by-word", "close_by('word-by-word')", "Close the words"),
        dialog_key("next", "scroll(1)", "One line down"),
        dialog_key("previous", "scroll(-1)", "One line up"),
        dialog_key("line-down", "scroll(1)", "One line down"),
        dialog_key("line-up", "scroll(-1)", "One line up"),
        dialog_key("half-down", "page(0.5)", "Half a page down"),
        dialog_key("half-up", "page(-0.5)", "Half a page up"),
        dialog_key("page-down", "page(1)", "A page down"),
        dialog_key("page-up", "page(-1)", "A page up"),
        dialog_key("top", "end(-1)", "To the top"),
        dialog_key("end", "end(1)", "To the end"),
    ]

    def __init__(self, title: str, content: Content | WriteContent, *, opened_by: str) -> None:
        super().__init__()
        self._title = title
        self._content = content
        self._opened_by = opened_by

    def compose(self) -> ComposeResult:
        """The frame with the text."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content("Esc closes · j k scroll")
        with frame, VerticalScroll(can_focus=False):
            yield _Text(self._content)

    def show(self, write: WriteContent) -> None:
        """Show another text, from its beginning."""
        self.query_one(_Text).write(write)
        self.action_end(-1)

    async def action_dismiss(self, result: None = None) -> None:
        """Close."""
        self.dismiss(result)

    def action_close_by(self, name: str) -> None:
        """Close, if the key is the one that opened the dialog."""
        if name == self._opened_by:
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll the text by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, share: float) -> None:
        """Scroll the text by a share of what is seen of it."""
        height = self.query_one(VerticalScroll).size.height
        self.action_scroll(round(share * max(1, height - 1)))

    def action_end(self, direction: int) -> None:
        """Scroll to the top (-1) or to the end (1)."""
        text = self.query_one(VerticalScroll)
        if direction < 0:
            text.scroll_home(animate=False)
        else:
            text.scroll_end(animate=False)
