"""The differences screen: what the articles state otherwise, facts first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from reader.app.dialogs.closing_once import ClosingScreen
from reader.app.differences.difference_citation import cite_difference
from reader.app.differences.difference_keys import (
    DIFFERENCE_KEYS,
    explain_key,
    explain_unavailable,
    list_working_keys,
)
from reader.app.differences.difference_page import sign_meanings
from reader.app.differences.difference_state import DifferenceState
from reader.app.differences.difference_view import DifferenceView
from reader.app.key_table import binding_name, parse_command
from reader.app.next_key import NextKeyChoice
from reader.app.prompt_controller import PromptController
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import PaintedLines
from reader.articles import Place, clean_line

if TYPE_CHECKING:
    from textual.command import Provider

    from reader.app.notes.screen_notes import ScreenNotes

_WHEEL_LINES = 3
_FILTER_HINT = "words of a difference; empty: all differences"


def _difference_commands() -> type[Provider]:
    """Return the commands of the palette; imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import DifferenceCommands

    return DifferenceCommands


class DifferenceScreen(ClosingScreen[Place | None]):
    """Shows a `DifferenceState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        notes: writes notes on differences and rejects them; None: nothing can be.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(DIFFERENCE_KEYS)
    COMMANDS = {_difference_commands}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(
        self,
        state: DifferenceState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        notes: ScreenNotes | None = None,
    ) -> None:
        super().__init__()
        self._notes = notes
        self.state = state
        self.view = DifferenceView(signs, get_styles)
        self._message = ""
        self._next_key = NextKeyChoice()
        self._prompt = PromptController(self, no_obstacle, self._answer)
        self._commands = self._list_commands()
        self.styles.layers = "base prompt"

    def open(self, state: DifferenceState) -> None:
        """Show other differences; the message stays."""
        self._change(state)

    def _list_commands(self) -> dict[str, Callable[[], object]]:
        """Return what each key does, by the name of its meaning."""
        sides = {
            f"article-{number}": partial(self._select_article, number - 1)
            for number in range(1, 10)
        }
        return {
            "next": partial(self._step, 1),
            "previous": partial(self._step, -1),
            "next-pane": partial(self._step_side, 1),
            "previous-pane": partial(self._step_side, -1),
            "line-down": partial(self._scroll, 1),
            "line-up": partial(self._scroll, -1),
            "half-down": partial(self._page, 0.5),
            "half-up": partial(self._page, -0.5),
            "page-down": partial(self._page, 1),
            "page-up": partial(self._page, -1),
            "top": lambda: self._change(self.state.select(0)),
            "end": lambda: self._change(self.state.select(len(self.state.listed))),
            "any-article": self._ask_article,
            "go-to": self._prompt.ask_command,
            **sides,
            "search": partial(self._prompt.ask_words, _FILTER_HINT),
            "order": self._sort,
            "open": self._open,
            "copy": self._copy,
            "copied": self._name_last_copy,
            "back": self._leave,
            "close": self._close,
            "quit": self._leave,
            "differences": no_obstacle,
            "note": self._write_note,
            "reject": self._reject,
            "undo": self._take_back,
            "theme": self._choose_theme,
            "commands": lambda: self.app.action_command_palette(),
            "keys": self._show_help,
        }

    def compose(self) -> ComposeResult:
        """Create title bar, list and key line."""
        yield self.view.title
        yield self.view.list
        yield self.view.keys

    def on_mount(self) -> None:
        """Show the first frame."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the page for the new size, unless it is the one that is shown."""
        if self.view.size != self.app.size:
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does anything now; the key line shows only those that do."""
        if action == "command":
            return not explain_unavailable(str(parameters[0]), self.state)
        return True

    def on_key(self, event: events.Key) -> None:
        """End the last message; take an answer; show why a key does nothing."""
        if self._prompt.is_open:
            return
        if self._message:
            self.show_message("")
        if self._next_key.answer(event.key):
            event.stop()
        elif reason := explain_key(event.key, self.state):
            self.show_message(reason)

    async def action_command(self, name: str) -> None:
        """Run a command of the key table; what it opens takes the next key."""
        result = self._commands[name]()
        if isawaitable(result):
            await result

    def show_message(self, message: str) -> None:
        """Show a message in the last line until the next key."""
        self._message = message
        self._show_keys()

    # What is selected

    def _step(self, count: int) -> None:
        if not self._change(self.state.select(self.state.index + count)):
            self.show_message("The last difference." if count > 0 else "The first difference.")

    def _step_side(self, count: int) -> None:
        if not self._change(self.state.select_side(self.state.side + count)):
            self.show_message("The last article." if count > 0 else "The first article.")

    def _select_article(self, article: int) -> None:
        difference = self.state.selected
        if article >= len(self.state.articles):
            self.show_message(f"There is no article {article_mark(article)}.")
        elif article in difference.silent:
            self.show_message(f"[{article_mark(article)}] has this and does not say.")
        elif article not in difference.articles:
            self.show_message(f"[{article_mark(article)}] is not compared here.")
        else:
            self._change(self.state.select_article(article))

    def _ask_article(self) -> None:
        articles = range(len(self.state.articles))
        choices = {article_mark(each): partial(self._select_article, each) for each in articles}
        self._next_key.ask(choices)
        self.show_message("The words of which article? Press its number or letter.")

    def _scroll(self, lines: int) -> None:
        self._change(self.state.scroll(lines))

    def _page(self, share: float) -> None:
        room = self.view.page.room if self.view.page else 1
        lines = max(1, round(abs(share) * (room - 1)))
        self._scroll(lines if share > 0 else -lines)

    # What is listed

    def _sort(self) -> None:
        self._change(self.state.sort_by_next_order())
        self.show_message(f"Order: {self.state.order.value}.")

    def _filter(self, typed: str) -> None:
        """List the differences with these words, all of them if nothing was typed."""
        state = self.state.filter_by(typed)
        if state.filter != typed:
            self.show_message(f"No difference has “{clean_line(typed, 40)}”.")
            return
        self._change(state)
        self.show_message("Esc lists all." if typed else "All differences.")

    # The notebook

    def _write_note(self) -> None:
        if self._notes is not None:
            self._notes.note_difference(self.state.selected)

    def _reject(self) -> None:
        if self._notes is not None:
            self._notes.reject_difference(self.state.selected)

    def _take_back(self) -> None:
        if self._notes is not None:
            self._notes.take_back()

    # To other screens

    def _open(self) -> None:
        self.dismiss(self.state.selected_side.passage.place)

    def _leave(self) -> None:
        self.dismiss(None)

    def _close(self) -> None:
        """List all differences again, or go back."""
        if self.state.filter:
            self._filter("")
        else:
            self._leave()

    async def _copy(self) -> None:
        """Copy the difference in each article's words."""
        from reader.app.terminal.clipboard import copy_text

        difference = self.state.selected
        text = cite_difference(self.state.articles, difference)
        what = f"what {len(difference.sides)} articles state with citations"
        self.show_message(await copy_text(self.app, text, what))

    def _name_last_copy(self) -> None:
        from reader.app.terminal.clipboard import explain_last_copy

        self.show_message(explain_last_copy())

    def _choose_theme(self) -> None:
        from reader.app.dialogs.theme_choice import choose_theme

        choose_theme(self.app)

    def _show_help(self) -> None:
        """List every key and sign of this screen."""
        from reader.app.dialogs.help_text import help_text, signs_text
        from reader.app.dialogs.text_dialog import TextDialog

        signs = signs_text(sign_meanings(self.view.signs))
        content = Content.assemble(help_text(DIFFERENCE_KEYS), signs)
        self.app.push_screen(TextDialog("Keys of the differences", content, opened_by="keys"))

    def _answer(self, sign: str, typed: str) -> None:
        """Filter the differences, or run the command that was typed."""
        if sign == "/":
            self._filter(" ".join(typed.split()))
            return
        command = parse_command(typed, DIFFERENCE_KEYS)
        if command is None or isinstance(command, int):
            self.show_message(f"No command is called “{clean_line(typed, 40)}”: Ctrl+p lists all.")
        elif reason := explain_unavailable(binding_name(command), self.state):
            self.show_message(reason)
        else:
            self.call_later(self.run_action, command.action)

    # Mouse

    @on(PaintedLines.Clicked, "#keys")
    def _click_key(self, event: PaintedLines.Clicked) -> None:
        """Do what the key does that was clicked in the key line."""
        event.stop()
        action = None if self._message else self.view.action_at(event.column)
        if action is not None:
            self.call_later(self.run_action, action)

    @on(PaintedLines.Clicked, "#list")
    def _click_list(self, event: PaintedLines.Clicked) -> None:
        """Select what was clicked; read it there if it is selected already."""
        event.stop()
        entry = self.view.entry_at(event.row)
        if entry is None:
            return
        index, side = entry
        state = self.state.select(index)
        if side >= 0:
            state = state.select_side(side)
        if not self._change(state) and side >= 0:
            self.dismiss(state.selected_side.passage.place)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list."""
        event.stop()
        self._scroll(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list."""
        event.stop()
        self._scroll(-_WHEEL_LINES)

    # Showing the state

    def _change(self, state: DifferenceState) -> bool:
        """Show a state; return whether it is another one than before."""
        is_other = state != self.state
        self.state = state
        self._show()
        return is_other

    def _show(self) -> None:
        page = self.view.show(self.state, self.app.size)
        if page is not None:
            self.state = self.state.scroll_to(page.top)
            self._show_keys()

    def _show_keys(self) -> None:
        self.view.show_keys(list_working_keys(self.state), self._message)
