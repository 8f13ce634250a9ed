"""The people of a coverage, found in a thread, and the screen that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.reading_host import ReadingHost
from reader.app.reading.row_screen_controller import RowScreenController, RowScreenParts
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.matrix.matrix_screen import OtherScreens
    from reader.app.people.people_screen import PeopleScreen
    from reader.app.people.people_state import PeopleState
    from reader.story.people import CoveragePeople

_WORDS = ResultWords(
    "people",
    "who is named and who is heard",
    "The people are there: P opens them.",
    "The people of these articles could not be found.",
)


class PeopleController:
    """Opens the people at whoever is heard or named in the paragraph being read.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
        get_other_screens: gives what leads from a person to other screens.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        get_styles: Callable[[], Styles],
        get_other_screens: Callable[[], OtherScreens],
    ) -> None:
        self._signs = signs
        self._get_styles = get_styles
        self._get_other_screens = get_other_screens
        parts = RowScreenParts(
            command="people",
            words=_WORDS,
            find=_find,
            make_state=_make_state,
            make_screen=self._make_screen,
            nothing="There is nobody to show: the articles name and quote nobody.",
        )
        self._screen = RowScreenController(host, parts)
        self.awaited = self._screen.awaited
        self.awaited.on_found = self._show_again

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return self._screen.commands()

    def follow_corrections(self) -> None:
        """Show the people as the user corrected their quotes, where the screen is open."""
        if self._screen.opener.is_open:
            self.awaited.start()

    def _make_screen(self, state: PeopleState) -> PeopleScreen:
        from reader.app.people.people_screen import PeopleScreen

        return PeopleScreen(state, self._signs, self._get_styles, self._get_other_screens())

    def _show_again(self, _coverage: Coverage, people: CoveragePeople) -> None:
        """Show other people on the screen that is open, also below another."""
        opener = self._screen.opener
        state = opener.state.of_people_again(people) if opener.state is not None else None
        if state is not None:
            opener.show_again(state)


def _make_state(
    people: CoveragePeople, before: PeopleState | None, place: Place
) -> PeopleState | None:
    from reader.app.people.people_state import PeopleState

    state = before.of_people_again(people) if before else PeopleState.of_people(people)
    return state.select_place(place) if state is not None else None


def _find(coverage: Coverage) -> CoveragePeople:
    # The screen is imported here, so that the first one opens at once.
    import reader.app.people.people_screen  # noqa: F401

    return coverage.people
