"""The interface of the reading screen for its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.screen import Screen
from textual.worker import Worker

from reader.app.reading.reading_state import ReadingState
from reader.app.widgets.bars import Progress

_Result = TypeVar("_Result")

_MOST_CHARACTERS_BEFOREHAND = 400_000
"""Characters of all articles up to which results are computed before a key asks for them."""


class ReadingHost(Protocol):
    """The reading screen as its parts see it."""

    @property
    def state(self) -> ReadingState:
        """The state; it is changed by its methods, then shown by `refresh_view`."""

    @property
    def columns(self) -> int:
        """Columns of the screen."""

    @property
    def rows(self) -> int:
        """Rows of the screen."""

    @property
    def is_leaving(self) -> bool:
        """Whether the program is being left: nothing is shown any more."""

    def refresh_view(self) -> None:
        """Show the state before the next frame, once for however many changes."""

    def say(self, message: str) -> None:
        """Show a message in the last line until the next key, on the screen that is in front."""

    def offer(self, message: str) -> None:
        """Show a message that nobody asked for; where another is shown, after the next key."""

    def show_progress(self, progress: Progress | None) -> None:
        """Show the progress of the program; None if it is idle."""

    def open_screen(
        self, screen: Screen[_Result], on_close: Callable[[_Result | None], None] | None = None
    ) -> None:
        """Open a screen or dialog over this one.

        Args:
            screen: the screen.
            on_close: called with its result, None where it was cancelled.
        """

    def return_to_texts(self) -> None:
        """Close every screen that is open over this one."""

    def hold_keys(self) -> None:
        """Hold the keys typed from now on for the screen that is going to open."""

    def release_keys(self) -> None:
        """Pass the held keys on to the screen that is open now."""

    def install_screen(self, screen: Screen[_Result], name: str) -> None:
        """Reserve a screen that is opened more than once, so that closing does not end it."""

    def start_work(
        self,
        name: str,
        work: Callable[[Callable[[], bool]], _Result | None],
        on_result: Callable[[_Result], None],
    ) -> Worker[None]:
        """Start a computation in a thread, as `start_background_work` does."""

    def cancel_work(self, name: str) -> None:
        """Cancel the computations started under a name."""

    def call_in_thread_of_screen(self, call: Callable[[], None]) -> None:
        """Call a function in the thread of the screen, from a thread of `start_work`."""

    def call_after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call a function after so many seconds."""


def finds_beforehand(host: ReadingHost) -> bool:
    """Return whether the articles are short enough to compute comparisons beforehand."""
    state = host.state
    return len(state.articles) > 1 and state.characters <= _MOST_CHARACTERS_BEFOREHAND


def needs_article(host: ReadingHost) -> Callable[[], str]:
    """Return the obstacle of a command that needs an open article."""
    return lambda: "" if host.state.articles else "No article is open yet."


def needs_links(host: ReadingHost) -> Callable[[], str]:
    """Return the obstacle of a command that needs the links of more than one open article."""
    needs_several = needs_several_articles(host)

    def find_obstacle() -> str:
        if obstacle := needs_several():
            return obstacle
        if host.state.visible_links is not None:
            return ""
        return host.state.missing_links or "The links are not known yet."

    return find_obstacle


def can_await_links(host: ReadingHost) -> Callable[[], str]:
    """Return the obstacle of a command that waits for those links, unless none will come."""
    needs_several = needs_several_articles(host)
    return lambda: needs_several() or host.state.missing_links


def needs_several_articles(host: ReadingHost) -> Callable[[], str]:
    """Return the obstacle of a command that needs more than one open article."""

    def find_obstacle() -> str:
        if len(host.state.articles) > 1:
            return ""
        return needs_article(host)() or "There is only one article: + adds another."

    return find_obstacle
