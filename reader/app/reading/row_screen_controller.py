"""Computes a value of the coverage in a thread, and opens the screen of rows that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.app.reading.awaited_result import AwaitedResult, Find, OnProgress, ResultWords
from reader.app.reading.reading_host import ReadingHost, can_await_links, finds_beforehand
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.row_screen_opener import WAY_BACK, RowScreenOpener
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.notes.moment_notes import MomentNotes
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.app.row_screens.other_screens import OtherScreens
    from reader.app.row_screens.row_screen import RowScreen, RowState
    from reader.notebook.placed_entries import PlacedEntries

_State = TypeVar("_State", bound="RowState")
_Value = TypeVar("_Value")


@dataclass
class ScreenSetup:
    """The arguments common to all screens of rows."""

    signs: Signs
    """The signs of this terminal."""
    get_styles: Callable[[], Styles]
    """Returns the styles of the present theme."""
    list_other_screens: Callable[[], OtherScreens]
    """Returns the functions that open other screens from one of these."""
    notes: ScreenNotes | None = None
    """Writes notes on paragraphs, quotes and differences, and rejects them."""
    moment_notes: MomentNotes | None = None
    """Writes notes on moments."""


@dataclass(frozen=True)
class RowScreenParts(Generic[_Value, _State]):
    """The parameters of one screen of rows.

    The module that defines them must not import the screen or the computation at its top:
    `find` does so in its thread, so that the first frame does not wait for the import.
    """

    command: str
    """The name of the key that opens it, as in `KEY_TABLE`."""
    words: ResultWords
    """The words for the value in messages."""
    find: Callable[[Coverage], _Value]
    """Computes the value; imports the screen."""
    make_state: Callable[[_Value, _State | None, ReadingState], _State | None]
    """Makes a state of a value: of the state that was shown last, None at first, and of what is
    read. None where there is nothing to list."""
    make_screen: Callable[[_State, ScreenSetup], RowScreen[_State]]
    nothing: str
    """The message where there is nothing to list."""
    update: Callable[[_State, _Value, ReadingState], _State | None] | None = None
    """Makes of the state of an open screen that of another value, after the user corrected
    something; None shows nothing else. Absent where corrections change nothing."""
    add_notes: Callable[[_State, PlacedEntries], _State] | None = None
    """Returns the state of an open screen with the user's notes."""
    settling_seconds: float | None = None
    """Seconds without a key after the first key until the value is found beforehand; None: it is
    found when it is asked for."""
    way_back: str = WAY_BACK
    """The message after a place to read was chosen on the screen."""


class RowScreenController(Generic[_Value, _State]):
    """Opens a screen of rows by its key; computes its value in a thread.

    Args:
        host: the reading screen.
        parts: the parameters of the screen.
        setup: the common arguments.
    """

    def __init__(
        self, host: ReadingHost, parts: RowScreenParts[_Value, _State], setup: ScreenSetup
    ) -> None:
        self._host = host
        self._parts = parts
        self.opener: RowScreenOpener[_State] = RowScreenOpener(
            host, parts.words.name, lambda state: parts.make_screen(state, setup), parts.way_back
        )
        self.awaited: AwaitedResult[Coverage, _Value] = AwaitedResult(
            host, parts.words, lambda: host.state.coverage, self._begin
        )
        self.awaited.on_found = self._show_again

    def commands(self) -> dict[str, Command]:
        """Return the command by its name."""
        return {self._parts.command: Command(self.ask, can_await_links(self._host))}

    def ask(self) -> None:
        """Open the screen, once the value is found."""
        self.awaited.ask(self.open)

    def open(self, value: _Value, change: Callable[[_State], _State] = lambda state: state) -> None:
        """Open the screen with a value, or report that there is nothing to list.

        Args:
            value: the value.
            change: selects something in the new state.
        """
        state = self._parts.make_state(value, self.opener.state, self._host.state)
        if state is None:
            self._host.say(self.explain_nothing())
        else:
            self.opener.open(change(state))

    def explain_nothing(self) -> str:
        """Return the message that there is nothing to list."""
        return self._parts.nothing

    def prepare(self) -> None:
        """Compute the value beforehand, in a pause of the keys, if that is quick.

        Nothing on the reading screen needs it, so nothing is computed before the first key.
        """
        seconds = self._parts.settling_seconds
        if seconds is not None and finds_beforehand(self._host):
            self.awaited.start_after_key(seconds)

    def follow_corrections(self) -> None:
        """Update the screen after a correction of the user, if it is open."""
        if self._parts.update is not None and self.opener.is_open:
            self.awaited.start()

    def show_notes(self) -> None:
        """Update the user's notes on the screen, if it is open."""
        state, add_notes = self.opener.state, self._parts.add_notes
        if add_notes is not None and state is not None and self.opener.is_open:
            self.opener.show_again(add_notes(state, self._host.state.notes))

    def _show_again(self, _coverage: Coverage, value: _Value) -> None:
        """Show a new value on the open screen, even if another screen covers it."""
        before, update = self.opener.state, self._parts.update
        if before is None or update is None:
            return
        state = update(before, value, self._host.state)
        if state is not None:
            self.opener.show_again(state)

    def _begin(self, coverage: Coverage) -> Find[_Value]:
        def find(_on_progress: OnProgress, _is_cancelled: Callable[[], bool]) -> _Value:
            return self._parts.find(coverage)

        return find
