"""A full screen that lists rows of what a coverage holds: what all such screens do."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from reader.app.dialogs.closing_once import ClosingScreen
from reader.app.key_table import binding_name, parse_command
from reader.app.next_key import NextKeyChoice
from reader.app.prompt_controller import PromptController
from reader.app.row_screens.row_widgets import RowPage, RowWidgets
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import PaintedLines
from reader.articles import Place, clean_line

if TYPE_CHECKING:
    from textual.command import Provider

_WHEEL_LINES = 3
_LONGEST_TYPED = 40
"""Characters of what was typed that a message repeats."""
_SMALLEST = Size(24, 8)

_Self = TypeVar("_Self")
RunCommands = Mapping[str, Callable[[], object]]
"""What each key does, by the name of its meaning in `KEY_TABLE`."""


class RowState(Protocol):
    """What keys change on a screen of rows: an immutable value, each change gives another one."""

    @property
    def filter(self) -> str:
        """What the listed rows have in common, as typed; empty where all are listed."""

    def step(self: _Self, count: int) -> _Self:
        """Select the row `count` further on, or the nearest end."""

    def select_end(self: _Self, direction: int) -> _Self:
        """Select the last row; the first if `direction` is negative."""

    def scroll(self: _Self, lines: int) -> _Self:
        """Scroll by some lines."""

    def filter_by(self: _Self, typed: str) -> _Self:
        """List the rows that a filter matches, all if it is empty; as it is if it matches none."""


_State = TypeVar("_State", bound=RowState)


class RowWords(NamedTuple):
    """What the rows of a screen are called in its messages."""

    row: str
    """One of them: "moment"."""
    help_title: str
    filter_hint: str
    """What may be typed after `/`."""


def _screen_commands() -> type[Provider]:
    """Return the commands of the palette; imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import ScreenCommands

    return ScreenCommands


class RowScreen(ClosingScreen[Place | None], Generic[_State]):
    """Shows a state as rows between a title and a key line; returns the place to read, or None.

    A screen of its own says what its keys and words are (`KEYS`, `WORDS`), what they do beside
    what all screens do (`list_own_commands`), why they do nothing now (`find_obstacles`), and how
    a state looks (`draw`).

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
        self._next_key = NextKeyChoice()
        self._prompt = PromptController(self, no_obstacle, self._answer)
        self._commands = {**self.list_shared_commands(), **self.list_own_commands()}
        self.styles.layers = "base prompt"

    # What a screen of its own says

    @abstractmethod
    def list_own_commands(self) -> RunCommands:
        """Return what its own keys do, and those that do something else than on all screens."""

    @abstractmethod
    def find_obstacles(self) -> Obstacles:
        """Return why commands cannot be done now."""

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
        """Do what a click on a cell between title and key line means."""

    def cite(self) -> tuple[str, str] | None:
        """Return what `y` copies, and what that is in a message; None where there is nothing."""
        return None

    def explain_filter(self, typed: str) -> str:
        """Return the message after the rows were filtered by what was typed."""
        return "Esc lists all." if typed else f"All {self.WORDS.row}s."

    def go_to_number(self, number: int) -> None:
        """Do what a paragraph number typed after `:` means."""
        self._refuse_command(str(number))

    def list_shown_keys(self) -> list[tuple[str, str]]:
        """Return the (keys, word) of the key line."""
        return self.KEYS.list_working(self.find_obstacles())

    # What all screens do

    def open(self, state: _State, message: str | None = "") -> None:
        """Show another state, with a message; None keeps the one that is shown."""
        self.state = state
        if message is not None:
            self._message = message
        self.show_state()

    def begin_with(self, message: str) -> None:
        """Set the message that the first frame has; to be called before the screen is opened."""
        self._message = message

    def change(self, state: _State) -> bool:
        """Show a state; return whether it is another one than before."""
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
        """Show a state that is further on; where it is the one shown, say that it is at an end.

        Args:
            state: the state.
            direction: forwards if positive, else backwards.
            what: what is stepped through: "article".
        """
        if not self.change(state):
            self.show_message(f"The {'last' if direction > 0 else 'first'} {what}.")

    def step(self, count: int) -> None:
        """Select a row further on; say where there is none."""
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
        """List the rows that match what was typed, all of them if that is nothing."""
        state = self.state.filter_by(typed)
        if state.filter != typed:
            words = clean_line(typed, _LONGEST_TYPED)
            self.show_message(f"No {self.WORDS.row} matches “{words}”.")
        else:
            self.change(state)
            self.show_message(self.explain_filter(typed))

    def leave(self) -> None:
        """Go back to where the screen was opened."""
        self.dismiss(None)

    def close(self) -> None:
        """Close what is open within the screen, else go back."""
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
            question: what is asked where a number or letter is to be pressed.
            count: returns how many articles there are.
            select: selects one, by its position from 0.
        """

        def choose(article: int) -> None:
            if article >= count():
                self.show_message(f"There is no article {article_mark(article)}.")
            else:
                select(article)

        def ask() -> None:
            articles = range(count())
            self._next_key.ask({article_mark(each): partial(select, each) for each in articles})
            self.show_message(f"{question} Press its number or letter.")

        numbered = {f"article-{each + 1}": partial(choose, each) for each in range(9)}
        return {**numbered, "any-article": ask}

    def ask_next_key(self, choices: Mapping[str, Callable[[], object]], question: str) -> None:
        """Ask for one key; any other than those of the choices does what it always does."""
        self._next_key.ask(choices)
        self.show_message(question)

    def list_shared_commands(self) -> RunCommands:
        """Return what the keys do that all screens have."""
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
        """End the last message; take an answer; show why a key does nothing."""
        if self._prompt.is_open:
            return
        if self._message:
            self.show_message("")
        if self._next_key.answer(event.key):
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
        """Do what the key does that was clicked in the key line."""
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
        command = parse_command(typed, self.KEYS.bindings)
        if isinstance(command, int):
            self.go_to_number(command)
        elif command is None:
            self._refuse_command(typed)
        elif reason := self.find_obstacles().get(binding_name(command)):
            self.show_message(reason)
        else:
            self.call_later(self.run_action, command.action)

    def _refuse_command(self, typed: str) -> None:
        words = clean_line(typed, _LONGEST_TYPED)
        self.show_message(f"No command is called “{words}”: Ctrl+p lists all.")

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
        from reader.app.dialogs.help_text import help_text, signs_text
        from reader.app.dialogs.text_dialog import TextDialog

        signs = signs_text(self.list_sign_meanings())
        content = Content.assemble(help_text(self.KEYS.bindings), signs)
        self.app.push_screen(TextDialog(self.WORDS.help_title, content, opened_by="keys"))

    def _show_keys(self) -> None:
        self.view.show_keys(self.list_shown_keys(), self._message)
