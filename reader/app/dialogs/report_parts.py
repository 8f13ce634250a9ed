"""The list in which the parts of a report are chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.report_choice import ReportChoice


class PartList(OptionList):
    """The rows of a choice, each with its box.

    Args:
        choice: the parts chosen at first.
        on_change: called with the choice whenever it changes.
        on_submit: called when Enter is pressed.
        on_leave: called when the list is left at its top.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark", show=False, id="parts.mark"),
        Binding("enter", "submit", "Save", show=False, id="parts.submit"),
        Binding("up,k", "up", "Up", show=False, id="parts.up"),
        Binding("down,j", "cursor_down", "Down", show=False, id="parts.down"),
        Binding("tab", "screen.turn", "Turn", show=False, id="parts.turn"),
    ]

    def __init__(
        self,
        choice: ReportChoice,
        on_change: Callable[[ReportChoice], None],
        on_submit: Callable[[], None],
        on_leave: Callable[[], None],
    ) -> None:
        super().__init__(*(Option(_show_row(*row)) for row in choice.rows()), compact=True)
        self._choice = choice
        self._on_change = on_change
        self._on_submit = on_submit
        self._leave_list = on_leave

    def action_mark(self) -> None:
        """Choose the highlighted row, or choose it no longer."""
        highlighted = self.highlighted or 0
        self._choice = self._choice.toggle(highlighted)
        for number, row in enumerate(self._choice.rows()):
            self.replace_option_prompt_at_index(number, _show_row(*row))
        self._on_change(self._choice)

    def action_submit(self) -> None:
        """Report Enter at once."""
        self._on_submit()

    def action_up(self) -> None:
        """Highlight the row above; leave the list at its top."""
        if self.highlighted:
            self.action_cursor_up()
        else:
            self._leave_list()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a row that is clicked."""
        event.stop()
        self.highlighted = event.option_index
        self.action_mark()


def _show_row(is_wanted: bool, words: str) -> Content:
    return Content(f"[{'x' if is_wanted else ' '}] {words}")
