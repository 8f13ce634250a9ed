"""A dialog with a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key


class Choice(NamedTuple):
    """One entry of the list."""

    head: str
    text: str = ""
    """A text below the head; may be empty."""


class ChoiceDialog(ClosingDialog["int | None"]):
    """Lets the user choose; its result is the index of the choice, or None.

    Args:
        title: what is to be chosen.
        choices: the choices.
        initial: the index of the choice highlighted at first.
        on_highlight: called with the index of every choice that is highlighted.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("close", "cancel", "Choose nothing"),
        dialog_key("quit", "cancel", "Choose nothing"),
        dialog_key("next", "step(1)", "Next choice"),
        dialog_key("previous", "step(-1)", "Previous choice"),
        dialog_key("top", "end(-1)", "First choice"),
        dialog_key("end", "end(1)", "Last choice"),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        initial: int = 0,
        on_highlight: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._initial = initial
        self._on_highlight = on_highlight

    def compose(self) -> ComposeResult:
        """The frame with the list."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content("Enter chooses · Esc closes")
        options = [Option(_choice_content(choice)) for choice in self._choices]
        with frame:
            yield OptionList(*options, compact=True)

    def on_mount(self) -> None:
        """Highlight the first choice."""
        choices = self.query_one(OptionList)
        choices.highlighted = self._initial
        choices.focus()

    def action_step(self, count: int) -> None:
        """Highlight the next choice, or the previous one."""
        choices = self.query_one(OptionList)
        if count > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()

    def action_end(self, direction: int) -> None:
        """Highlight the first choice (-1) or the last one (1)."""
        choices = self.query_one(OptionList)
        if direction < 0:
            choices.action_first()
        else:
            choices.action_last()

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _report_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if self._on_highlight is not None:
            self._on_highlight(event.option_index)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


def _choice_content(choice: Choice) -> Content:
    if not choice.text:
        return Content(choice.head)
    return Content.assemble((choice.head, "bold"), f"\n{choice.text}")
