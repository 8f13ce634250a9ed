"""The screen of what the articles state otherwise, and the signs of it in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.placed_differences import PlacedDifferences
from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost
from reader.app.reading.row_screen_controller import RowScreenController, RowScreenParts
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
_WORDS = ResultWords(
    "differences",
    "differences",
    "The differences are found: D lists them.",
    "The differences of these articles could not be found.",
)


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
        parts = RowScreenParts(
            command="differences",
            words=_WORDS,
            find=_find,
            make_state=self._make_state,
            make_screen=self._make_screen,
            nothing="No difference found in the linked passages (only English is read).",
        )
        message = "They differ; which is right is not known. Backspace leads back."
        self._screen = RowScreenController(host, parts, message)
        self.awaited = self._screen.awaited
        self.awaited.on_found = self._show_in_text

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return self._screen.commands()

    def prepare(self) -> None:
        """Find the differences beforehand, while no key is pressed, if that takes no long time."""
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self.awaited.start_when_idle(_SETTLING_SECONDS, self._is_drawer_open)

    def follow_corrections(self) -> None:
        """Show the differences that the user has not rejected, where they are on the screen."""
        if self._screen.opener.is_open:
            self.awaited.follow(self._show_again)

    def list_differences(self, first: Difference | None = None) -> None:
        """Open the screen, at one of the differences if that is given."""
        if first is None:
            self._screen.ask()
        else:
            self.awaited.ask(
                lambda found: self._screen.open(found, lambda state: state.select_difference(first))
            )

    def _is_drawer_open(self) -> bool:
        return self._state.options.why is not WhySize.CLOSED

    def _show_in_text(self, coverage: Coverage, found: Sequence[Difference]) -> None:
        self._state.show_differences(PlacedDifferences(coverage, found))
        if any(difference.kind.is_fact for difference in found):
            self._host.refresh_view()

    def _make_state(
        self, found: Sequence[Difference], before: DifferenceState | None, place: Place
    ) -> DifferenceState | None:
        from reader.app.differences.difference_state import DifferenceState

        if not found:
            return None
        if before is not None and before.every == tuple(found):
            return before
        return DifferenceState.of(self._state.articles, found).select_place(place)

    def show_notes(self) -> None:
        """Show what the user noted, where the screen is open."""
        self._screen.opener.draw_again()

    def _make_screen(self, state: DifferenceState) -> DifferenceScreen:
        from reader.app.differences.difference_screen import DifferenceScreen

        return DifferenceScreen(state, self._signs, self._get_styles, self.notes)

    def _show_again(self, found: Sequence[Difference]) -> None:
        opener = self._screen.opener
        if opener.state is not None and found:
            opener.show_again(opener.state.of_others(found))
        elif opener.is_open:
            opener.close()
            self._host.say("No difference is left. U brings the last one back.")


def _find(coverage: Coverage) -> Sequence[Difference]:
    # The screen is imported here, so that the first one opens at once.
    import reader.app.differences.difference_screen  # noqa: F401

    return coverage.differences
