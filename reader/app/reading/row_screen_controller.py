"""A value of the coverage, found in a thread, and the screen of rows that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.app.reading.awaited_result import AwaitedResult, Find, OnProgress, ResultWords
from reader.app.reading.reading_host import ReadingHost, can_await_links
from reader.app.reading.row_screen_opener import RowScreenOpener
from reader.app.screen_commands import Command
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.row_screens.row_screen import RowScreen, RowState

_State = TypeVar("_State", bound="RowState")
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class RowScreenParts(Generic[_Value, _State]):
    """What is particular to one screen of rows.

    Nothing here may import the screen or what computes at the top of a module: `find` does, in
    its thread, so that neither the first frame nor the screen waits for it.
    """

    command: str
    """The name of the key that opens it, as in `KEY_TABLE`."""
    words: ResultWords
    """What the value is called."""
    find: Callable[[Coverage], _Value]
    """Computes the value; imports the screen."""
    make_state: Callable[[_Value, _State | None, Place], _State | None]
    """Makes a state of a value: of the state that was shown last, None at first, and the place
    that is read. None where there is nothing to list."""
    make_screen: Callable[[_State], RowScreen[_State]]
    nothing: str
    """The message where there is nothing to list."""


class RowScreenController(Generic[_Value, _State]):
    """Opens a screen of rows by its key; finds what it shows in a thread.

    Args:
        host: the reading screen.
        parts: what is particular to the screen.
        message: what is said where one reads on; None says how to go back.
    """

    def __init__(
        self, host: ReadingHost, parts: RowScreenParts[_Value, _State], message: str | None = None
    ) -> None:
        self._host = host
        self._parts = parts
        says = {} if message is None else {"message": message}
        self.opener = RowScreenOpener(host, parts.words.name, parts.make_screen, **says)
        self.awaited: AwaitedResult[Coverage, _Value] = AwaitedResult(
            host, parts.words, lambda: host.state.coverage, self._begin
        )

    def commands(self) -> dict[str, Command]:
        """Return the command by its name."""
        return {self._parts.command: Command(self.ask, can_await_links(self._host))}

    def ask(self) -> None:
        """Open the screen, once the value is found."""
        self.awaited.ask(self.open)

    def open(self, value: _Value, change: Callable[[_State], _State] = lambda state: state) -> None:
        """Open the screen with a value, or say that there is nothing to list.

        Args:
            value: the value.
            change: what is selected in the state that it makes.
        """
        state = self._parts.make_state(value, self.opener.state, self._host.state.place)
        if state is None:
            self._host.say(self._parts.nothing)
        else:
            self.opener.open(change(state))

    def _begin(self, coverage: Coverage) -> Find[_Value]:
        def find(_on_progress: OnProgress, _is_cancelled: Callable[[], bool]) -> _Value:
            return self._parts.find(coverage)

        return find
