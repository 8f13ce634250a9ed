"""What a screen offers its parts and the screens over it: other screens, threads, held keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen
from textual.worker import Worker

from reader.app.background_work import start_background_work
from reader.app.screen_commands import ShowsMessages
from reader.app.terminal.terminal_app import TerminalApp
from reader.app.terminal.textual_internals import FaultKeepingApp, OncePaintedScreen

_Result = TypeVar("_Result")


class HostScreen(OncePaintedScreen):
    """The part of a `ReadingHost` that knows nothing of what is read."""

    @property
    def columns(self) -> int:
        """Columns of the screen."""
        return self.app.size.width

    @property
    def rows(self) -> int:
        """Rows of the screen."""
        return self.app.size.height

    @property
    def is_leaving(self) -> bool:
        """Whether the program is being left: nothing is shown any more."""
        app = self.app
        return not app.screen_stack or (isinstance(app, FaultKeepingApp) and app.is_leaving)

    def open_screen(
        self, screen: Screen[_Result], on_close: Callable[[_Result | None], None] | None = None
    ) -> None:
        """Open a screen or dialog over this one."""
        self.app.push_screen(screen, on_close)

    def return_to_texts(self) -> None:
        """Close every screen that is open over this one."""
        while self.app.screen is not self:
            self.app.pop_screen()

    def hold_keys(self) -> None:
        """Hold the keys typed from now on for the screen that is going to open."""
        if isinstance(self.app, TerminalApp):
            self.app.hold_keys()

    def release_keys(self) -> None:
        """Pass the held keys on to the screen that is open now."""
        if isinstance(self.app, TerminalApp):
            self.app.release_keys()

    def install_screen(self, screen: Screen[_Result], name: str) -> None:
        """Reserve a screen that is opened more than once, so that closing does not end it."""
        self.app.install_screen(screen, name)

    def start_work(
        self,
        name: str,
        work: Callable[[Callable[[], bool]], _Result | None],
        on_result: Callable[[_Result], None],
    ) -> Worker[None]:
        """Start a computation in a thread, as `start_background_work` does."""
        return start_background_work(self, name, work, on_result)

    def cancel_work(self, name: str) -> None:
        """Cancel the computations started under a name."""
        self.workers.cancel_group(self, name)

    def call_in_thread_of_screen(self, call: Callable[[], None]) -> None:
        """Call a function in the thread of the screen, from a thread of `start_work`."""
        self.app.call_from_thread(call)

    def call_soon(self, call: Callable[[], None]) -> None:
        """Call a function in the thread of the screen, from any thread; does not wait for it."""

        def call_while_open() -> None:
            # If the user has left in between, there is no screen to show it on.
            if not self.is_leaving:
                call()

        self.call_later(call_while_open)

    def call_after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call a function after so many seconds."""
        self.set_timer(seconds, call)

    def find_front_screen(self) -> ShowsMessages | None:
        """Return the screen over this one that has a line for messages; None without one."""
        stack = self.app.screen_stack
        front = stack[-1] if stack else self
        return front if isinstance(front, ShowsMessages) else None
