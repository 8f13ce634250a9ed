"""The screen of what the articles state otherwise, and the signs of it in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import AwaitedResult, Find, OnProgress
from reader.app.reading.placed_differences import PlacedDifferences
from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost, needs_several_articles
from reader.app.reading.why_drawer import WhySize
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.differences.difference_screen import DifferenceScreen
    from reader.app.differences.difference_state import DifferenceState
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.story import Difference

_SETTLING_SECONDS = 1.5
"""Seconds without a key from the links to the search that nobody asked for."""


class DifferenceController:
    """Opens the screen of differences; finds them in a thread, beforehand when nobody types.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
    """

    def __init__(self, host: ReadingHost, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        self._host = host
        self._state = host.state
        self._signs = signs
        self._get_styles = get_styles
        self.notes: ScreenNotes | None = None
        """What writes notes on differences and rejects them."""
        self._screen: DifferenceScreen | None = None
        """The screen that was opened last."""
        self._last: DifferenceState | None = None
        """What the screen showed last."""
        self._awaited: AwaitedResult[Coverage, Sequence[Difference]] = AwaitedResult(
            host,
            "differences",
            "differences",
            self._get_coverage,
            _begin,
            "The differences are found: D lists them.",
        )
        self._awaited.on_found = self._show_in_text

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"differences": Command(self._list, self._find_obstacle)}

    def prepare(self) -> None:
        """Find the differences beforehand, while no key is pressed, if that takes no long time."""
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self._awaited.start_when_idle(_SETTLING_SECONDS, self._is_drawer_open)

    def follow_corrections(self) -> None:
        """Show the differences that the user has not rejected, where they are on the screen."""
        if self._screen is not None and self._screen.is_current:
            self._awaited.follow(self._show_again)

    def note_key(self) -> None:
        """Note that a key was pressed: the search that nobody asked for waits."""
        self._awaited.note_key()

    def stop(self) -> bool:
        """Stop looking for differences; return False if nothing was looked for."""
        return self._awaited.stop()

    def give_up(self) -> None:
        """Say that the differences were not found because of a fault."""
        self._awaited.give_up("The differences of these articles could not be found.")

    def list_differences(self, first: Difference | None = None) -> None:
        """Open the screen, at one of the differences if that is given."""
        self._awaited.ask(lambda found: self._open(found, first))

    def _list(self) -> None:
        self.list_differences()

    def _get_coverage(self) -> Coverage | None:
        links = self._state.visible_links
        return links.coverage if links is not None else None

    def _find_obstacle(self) -> str:
        obstacle = needs_several_articles(self._host)()
        if not obstacle and self._state.visible_links is None:
            return "The links are not known yet."
        return obstacle

    def _is_drawer_open(self) -> bool:
        return self._state.options.why is not WhySize.CLOSED

    def _show_in_text(self, coverage: Coverage, found: Sequence[Difference]) -> None:
        self._state.show_differences(PlacedDifferences(coverage, found))
        if any(difference.kind.is_fact for difference in found):
            self._host.refresh_view()

    def _open(self, found: Sequence[Difference], first: Difference | None) -> None:
        if not found:
            self._host.say("No difference found in the linked passages (only English is read).")
            return
        from reader.app.differences.difference_screen import DifferenceScreen
        from reader.app.differences.difference_state import DifferenceState

        state = self._last
        if state is None or state.every != tuple(found):
            every = DifferenceState.of(self._state.articles, found)
            state = every.select_place(self._state.place)
        if first is not None:
            state = state.select_difference(first)
        screen = DifferenceScreen(state, self._signs, self._get_styles, self.notes)
        self._screen = screen

        def close(place: Place | None) -> None:
            self._last = screen.state
            if place is not None:
                self._host.return_to_texts()
                self._state.go_to(place)
                self._host.refresh_view()
                self._host.say("They differ; which is right is not known. Backspace leads back.")

        self._host.open_screen(screen, close)

    def _show_again(self, found: Sequence[Difference]) -> None:
        screen = self._screen
        if screen is None or not screen.is_current:
            return
        if found:
            screen.open(screen.state.of_others(found))
        else:
            screen.dismiss(None)
            self._host.say("No difference is left. U brings the last one back.")


def _begin(coverage: Coverage) -> Find[Sequence[Difference]]:
    def find(_on_progress: OnProgress, _is_cancelled: Callable[[], bool]) -> Sequence[Difference]:
        # The screen is imported here, so that the first one opens at once.
        import reader.app.differences.difference_screen  # noqa: F401

        return coverage.differences

    return find
