"""The base class of full screens that list rows of a coverage."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message

from reader.app.article_choice import ask_for_article
from reader.app.dialogs.closing_once import ClosingScreen
from reader.app.key_table import binding_name
from reader.app.next_key import NextKeyChoice
from reader.app.prompt_controller import PromptController, search_commands
from reader.app.row_screens.row_widgets import RowPage, RowWidgets
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import PaintedLines
from reader.app.widgets.long_message import LongMessage
from reader.articles import Place, clean_line

if TYPE_CHECKING:
    from textual.command import Provider

_WHEEL_LINES = 3
_LONGEST_TYPED = 40
"""Most characters of the typed text that a message repeats."""
_SMALLEST = Size(24, 8)

_Self = TypeVar("_Self")
RunCommands = Mapping[str, Callable[[], object]]
"""The function of each key, by the name of its meaning in `KEY_TABLE`."""


class RowState(Protocol):
    """The state of a screen of rows: an immutable value; every change gives a new one."""

    @property
    def filter(self) -> str:
        """The filter of the listed rows, as typed; empty where all are listed."""

    def step(self: _Self, count: int) -> _Self:
        """Select the row `count` further on, or the nearest end."""

    def select_end(self: _Self, direction: int) -> _Self:
        """Select the last row; the first if `direction` is negative."""

    def scroll(self: _Self, lines: int) -> _Self:
        """Scroll by some lines."""

    def filter_by(self: _Self, typed: str) -> _Self:
        """List the rows that a filter matches, all if it is empty; unchanged if it matches none."""


_State = TypeVar("_State", bound=RowState)


class RowWords(NamedTuple):
    """The words for the rows of a screen in its messages."""

    row: str
    """One of them: "moment"."""
    help_title: str
    filter_hint: str
    """The hint about filters, shown after `/`."""


def _screen_commands() -> type[Provider]:
    """Return the commands of the palette; imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import ScreenCommands

    return ScreenCommands


class RowScreen(ClosingScreen[Place | None], Generic[_State]):
    """Shows a state as rows between a title and a key line; returns the place to read, or None.

    A subclass defines its keys and words (`KEYS`, `WORDS`), its commands beside the shared ones
    (`list_own_commands`), why they are unavailable (`find_obstacles`), and how a state is drawn
    (`draw`).

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
    """

    class NotesWanted(Message):
        """The user wants the list of all notes, which the application opens."""

    KEYS: ClassVar[ScreenKeys]
    WORDS: ClassVar[RowWords]
    SMALLEST: ClassVar[Size] = _SMALLEST
    """Columns and rows of the smallest terminal that has room for it."""
    COMMANDS = {_screen_commands}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(self, state: _State, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        super().__init__()
        self.state = state
        self.signs = signs
        self.view = RowWidgets(get_styles, self.SMALLEST)
        self._message = ""
        self._long_message = LongMessage(self, get_styles)
        self._next_key = NextKeyChoice()
        self._prompt = PromptController(self, no_obstacle, self._answer)
        self._commands = {**self.list_shared_commands(), **self.list_own_commands()}
        self.styles.layers = "base prompt"

    # Defined by subclasses

    @abstractmethod
    def list_own_commands(self) -> RunCommands:
        """Return the commands of its own keys, and those that override a shared command."""

    @abstractmethod
    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""

    @abstractmethod
    def draw(self, size: Size) -> RowPage:
        """Draw the state, and note in it how far it could be scrolled.

        Args:
            size: the size of the screen; the title and the key line take a line each.
        """

    @abstractmethod
    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings, for the help."""

    @abstractmethod
    def click_row(self, row: int, column: int) -> None:
        """Carry out a click on a cell between title and key line."""

    def cite(self) -> tuple[str, str] | None:
        """Return the text that `y` copies, and its name in a message; None where there is none."""
        return None

    def explain_filter(self, typed: str) -> str:
        """Return the message after the rows were filtered by what was typed."""
        return "Esc lists all." if typed else f"All {self.WORDS.row}s."

    def go_to_number(self, number: int) -> None:
        """Go to a paragraph by its number typed after `:`."""
        self.show_message(f"No row has the number {number}.")

    def list_shown_keys(self) -> list[tuple[str, str]]:
        """Return the (keys, word) of the key line."""
        return self.KEYS.list_working(self.find_obstacles())

    # Shared by all screens

    def open(self, state: _State, message: str | None = "") -> None:
        """Show another state, with a message; the message is unchanged if None."""
        self.state = state
        if message is not None:
            self._message = message
        self.show_state()

    def begin_with(self, message: str) -> None:
        """Set the message of the first frame; call this before the screen is opened."""
        self._message = message

    def change(self, state: _State) -> bool:
        """Show a state; return whether it differs from the previous one."""
        is_other = state != self.state
        self.state = state
        self.show_state()
        return is_other

    def show_state(self) -> None:
        """Draw the state for the size of the screen."""
        size = self.app.size
        if self.view.take_size(size):
            self.view.show(self.draw(size))
            self._show_keys()

    def show_message(self, message: str) -> None:
        """Show a message in the last line until the next key."""
        self._message = message
        self._show_keys()

    def move_to(self, state: _State, direction: int, what: str) -> None:
        """Show the next state in a direction, or report that the end is reached.

        Args:
            state: the state.
            direction: forwards if positive, else backwards.
            what: the name of what is stepped through: "article".
        """
        if not self.change(state):
            self.show_message(f"The {'last' if direction > 0 else 'first'} {what}.")

    def step(self, count: int) -> None:
        """Select a row further on, or report that there is none."""
        self.move_to(self.state.step(count), count, self.WORDS.row)

    def scroll(self, lines: int) -> None:
        """Scroll the rows."""
        self.change(self.state.scroll(lines))

    def turn_page(self, share: float) -> None:
        """Scroll by a share of a page."""
        lines = self.lines_of_page(share)
        self.scroll(lines)

    def lines_of_page(self, share: float) -> int:
        """Return the lines of a share of a page, at least one; one line stays on the screen."""
        lines = max(1, round(abs(share) * (self.view.room - 1)))
        return lines if share > 0 else -lines

    def filter(self, typed: str) -> None:
        """List the rows that match the typed words, all rows if none were typed."""
        state = self.state.filter_by(typed)
        if state.filter != typed:
            words = clean_line(typed, _LONGEST_TYPED)
            self.show_message(f"No {self.WORDS.row} matches “{words}”.")
        else:
            self.change(state)
            self.show_message(self.explain_filter(typed))

    def leave(self) -> None:
        """Return to the screen from which this one was opened."""
        self.dismiss(None)

    def close(self) -> None:
        """Close an open part of the screen, else go back."""
        if not self.close_part():
            self.leave()

    def close_part(self) -> bool:
        """List all rows again; return False where they are listed."""
        if not self.state.filter:
            return False
        self.filter("")
        return True

    def article_commands(
        self, question: str, count: Callable[[], int], select: Callable[[int], object]
    ) -> dict[str, Callable[[], object]]:
        """Return the commands that choose an article.

        Args:
            question: the question when a number or letter must be pressed.
            count: returns how many articles there are.
            select: selects one, by its position from 0.
        """

        def choose(article: int) -> None:
            if article >= count():
                self.show_message(f"There is no article {article_mark(article)}.")
            else:
                select(article)

        def ask() -> None:
            ask_for_article(
                self._next_key,
                count(),
                select,
                lambda key: self.show_message(f"There is no article {key} here."),
            )
            self.show_message(f"{question} Press its number or letter.")

        numbered = {f"article-{each + 1}": partial(choose, each) for each in range(9)}
        return {**numbered, "any-article": ask}

    def ask_next_key(self, choices: Mapping[str, Callable[[], object]], question: str) -> None:
        """Ask for one key; a character that is not among the choices is refused."""
        self._next_key.ask(choices, lambda key: self.show_message(f"There is no {key} to choose."))
        self.show_message(question)

    def list_shared_commands(self) -> RunCommands:
        """Return the commands of the keys that all screens have."""
        return {
            "next": partial(self.step, 1),
            "previous": partial(self.step, -1),
            "top": lambda: self.change(self.state.select_end(-1)),
            "end": lambda: self.change(self.state.select_end(1)),
            "line-down": partial(self.scroll, 1),
            "line-up": partial(self.scroll, -1),
            "half-down": partial(self.turn_page, 0.5),
            "half-up": partial(self.turn_page, -0.5),
            "page-down": partial(self.turn_page, 1),
            "page-up": partial(self.turn_page, -1),
            "go-to": self._prompt.ask_command,
            "search": partial(self._prompt.ask_words, self.WORDS.filter_hint),
            "copy": self._copy,
            "copied": self._name_last_copy,
            "back": self.leave,
            "close": self.close,
            "quit": self.leave,
            "all-notes": self._list_notes,
            "theme": self._choose_theme,
            "commands": lambda: self.app.action_command_palette(),
            "keys": self._show_help,
        }

    def compose(self) -> ComposeResult:
        """Create title bar, rows and key line."""
        yield from self.view.list_widgets()

    def on_mount(self) -> None:
        """Show the first frame."""
        self.show_state()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the page for the new size, unless it is the one that is shown."""
        if self.view.size != self.app.size:
            self.show_state()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does anything now; the palette lists only those that do."""
        if action == "command":
            return not self.find_obstacles().get(str(parameters[0]))
        return True

    def on_key(self, event: events.Key) -> None:
        """Clear the last message; take an answer; show why a key has no effect."""
        if self._prompt.is_open:
            return
        if self._message:
            self.show_message("")
        if self._next_key.answer(event.key, event.character if event.is_printable else None):
            event.stop()
        elif reason := self.KEYS.explain(event.key, self.find_obstacles()):
            self.show_message(reason)

    async def action_command(self, name: str) -> None:
        """Run a command of the key table; what it opens takes the next key."""
        result = self._commands[name]()
        if isawaitable(result):
            await result

    @on(PaintedLines.Clicked, "#keys")
    def _click_key(self, event: PaintedLines.Clicked) -> None:
        """Run the command of the key that was clicked in the key line."""
        event.stop()
        action = None if self._message else self.KEYS.find_action(self.view.key_at(event.column))
        if action is not None:
            self.call_later(self.run_action, action)

    @on(PaintedLines.Clicked, "#rows")
    def _click_row(self, event: PaintedLines.Clicked) -> None:
        event.stop()
        self.click_row(event.row, event.column)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll what is below the mouse."""
        event.stop()
        self.turn_wheel(int(event.screen_x), 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll what is below the mouse."""
        event.stop()
        self.turn_wheel(int(event.screen_x), -1)

    def turn_wheel(self, column: int, direction: int) -> None:
        """Scroll at a column, up if the direction is negative."""
        self.scroll(_WHEEL_LINES * direction)

    def _answer(self, sign: str, typed: str) -> None:
        """Filter the rows, read a paragraph, or run the command that was typed."""
        if sign == "/":
            self.filter(" ".join(typed.split()))
            return
        from reader.app.command_search import parse_command

        command = parse_command(typed, self.KEYS.bindings)
        if isinstance(command, int):
            self.go_to_number(command)
        elif command is None:
            search_commands(self.app, typed)
        elif reason := self.find_obstacles().get(binding_name(command)):
            self.show_message(reason)
        else:
            self.call_later(self.run_action, command.action)

    async def _copy(self) -> None:
        from reader.app.terminal.clipboard import copy_text

        cited = self.cite()
        if cited is not None:
            text, what = cited
            self.show_message(await copy_text(self.app, text, what))

    def _name_last_copy(self) -> None:
        from reader.app.terminal.clipboard import explain_last_copy

        self.show_message(explain_last_copy())

    def _list_notes(self) -> None:
        self.post_message(RowScreen.NotesWanted())

    def _choose_theme(self) -> None:
        from reader.app.dialogs.theme_choice import choose_theme

        choose_theme(self.app)

    def _show_help(self) -> None:
        """List every key and sign of this screen."""
        from reader.app.dialogs.help_text import HelpGroup, HelpText, list_keys
        from reader.app.dialogs.keys_dialog import KeysDialog

        signs = HelpGroup("Signs", self.list_sign_meanings())
        text = HelpText([*list_keys(self.KEYS.bindings), signs])
        self.app.push_screen(KeysDialog(self.WORDS.help_title, text))

    def _show_keys(self) -> None:
        self.view.show_keys(self.list_shown_keys(), self._message)
        self._long_message.show(self._message, self.app.size.width)
