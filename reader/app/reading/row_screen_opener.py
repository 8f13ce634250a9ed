"""Opening a screen of rows over the texts, and reading at the place chosen there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.app.reading.reading_host import ReadingHost
from reader.articles import Place

if TYPE_CHECKING:
    from reader.app.row_screens.row_screen import RowScreen, RowState

_State = TypeVar("_State", bound="RowState")

WAY_BACK = "Backspace leads back to where you were."


class RowScreenOpener(Generic[_State]):
    """Opens a screen of rows; the screen is reused, which takes half the time of a new one.

    Args:
        host: the reading screen.
        name: a unique name for the screen.
        make_screen: creates the screen with its first state.
        message: the message after a place to read was chosen.
    """

    def __init__(
        self,
        host: ReadingHost,
        name: str,
        make_screen: Callable[[_State], RowScreen[_State]],
        message: str = WAY_BACK,
    ) -> None:
        self._host = host
        self._name = name
        self._make_screen = make_screen
        self._message = message
        self._screen: RowScreen[_State] | None = None

    @property
    def state(self) -> _State | None:
        """The state shown now or last; None where the screen was never opened."""
        return self._screen.state if self._screen is not None else None

    @property
    def is_open(self) -> bool:
        """Whether the screen is open, perhaps below another."""
        return self._screen is not None and self._screen in self._screen.app.screen_stack

    def open(self, state: _State, message: str = "") -> None:
        """Open the screen with a state and a message; one that is open comes to the front."""
        screen = self._screen
        if screen is None:
            screen = self._screen = self._make_screen(state)
            screen.begin_with(message)
            self._host.install_screen(screen, self._name)
        elif self.is_open:
            while screen.app.screen is not screen:
                screen.app.pop_screen()
            screen.open(state, message)
            return
        else:
            screen.open(state, message)
        self._host.open_screen(screen, self._read_on)

    def show_again(self, state: _State) -> None:
        """Show another state, if the screen is open; its message is unchanged."""
        if self._screen is not None and self.is_open:
            self._screen.open(state, None)

    def draw_again(self) -> None:
        """Redraw the screen after a change of the notes, if it is open."""
        if self._screen is not None:
            self.show_again(self._screen.state)

    def close(self) -> None:
        """Close the screen, where it is in front."""
        if self._screen is not None and self.is_open:
            self._screen.dismiss(None)

    def _read_on(self, place: Place | None) -> None:
        if place is not None:
            self._host.return_to_texts()
            self._host.state.go_to(place)
            self._host.refresh_view()
            self._host.say(self._message)
