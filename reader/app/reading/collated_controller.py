"""The collated story, worked out in a thread, and the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost
from reader.app.reading.row_screen_controller import RowScreenController, RowScreenParts
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.collated.collated_screen import CollatedScreen
    from reader.app.collated.collated_state import CollatedState
    from reader.app.matrix.matrix_screen import OtherScreens
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.story import CollatedStory

_SETTLING_SECONDS = 2.5
"""Seconds without a key from the links to the story that nobody asked for: it needs the matrix,
which is built before."""
_WORDS = ResultWords(
    "story",
    "the story once",
    "The story is there: C opens it.",
    "The story of these articles could not be put together.",
)


class CollatedController:
    """Opens the collated story at the paragraph being read; reads on where it leads.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
        get_other_screens: gives what leads from the story to other screens.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        get_styles: Callable[[], Styles],
        get_other_screens: Callable[[], OtherScreens],
    ) -> None:
        self._state = host.state
        self._signs = signs
        self._get_styles = get_styles
        self._get_other_screens = get_other_screens
        self.notes: ScreenNotes | None = None
        """What writes notes on paragraphs."""
        parts = RowScreenParts(
            command="one-story",
            words=_WORDS,
            find=_find,
            make_state=_make_state,
            make_screen=self._make_screen,
            nothing="There is no story to show: the articles have no paragraph of one.",
        )
        self._screen = RowScreenController(host, parts)
        self.awaited = self._screen.awaited
        self.awaited.on_found = self._show_again

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return self._screen.commands()

    def prepare(self) -> None:
        """Put the story together between keys, if that takes no long time."""
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self.awaited.start_after_key(_SETTLING_SECONDS)

    def follow_corrections(self) -> None:
        """Show the moments as the user corrected them, where the screen is open."""
        if self._screen.opener.is_open:
            self.awaited.start()

    def _make_screen(self, state: CollatedState) -> CollatedScreen:
        from reader.app.collated.collated_screen import CollatedScreen

        others = self._get_other_screens()
        return CollatedScreen(state, self._signs, self._get_styles, others, self.notes)

    def _show_again(self, _coverage: Coverage, story: CollatedStory) -> None:
        """Show another story on the screen that is open, also below another."""
        opener = self._screen.opener
        if opener.state is not None and story.moments:
            opener.show_again(opener.state.of_story(story))


def _make_state(
    story: CollatedStory, before: CollatedState | None, place: Place
) -> CollatedState | None:
    from reader.app.collated.collated_state import CollatedState

    if not story.moments:
        return None
    state = CollatedState.of(story) if before is None else before.of_story(story)
    return state.select_place(place)


def _find(coverage: Coverage) -> CollatedStory:
    # The screen is imported here, so that the first one opens at once.
    import reader.app.collated.collated_screen  # noqa: F401

    return coverage.collated
