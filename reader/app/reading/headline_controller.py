"""What the articles begin with, worked out in a thread, and the screen that shows it."""

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
    from reader.app.headlines.headline_screen import HeadlineScreen
    from reader.app.headlines.headline_state import HeadlineState
    from reader.app.matrix.matrix_screen import OtherScreens
    from reader.story.article_openings import ArticleOpening

_WORDS = ResultWords(
    "headlines",
    "headlines and ledes",
    "The headlines are there: H opens them.",
    "What these articles begin with could not be compared.",
)


class HeadlineController:
    """Opens the screen of headlines at the article being read; reads on where it leads.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
        get_other_screens: gives what leads from the headlines to other screens.
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
            command="headlines",
            words=_WORDS,
            find=_find,
            make_state=_make_state,
            make_screen=self._make_screen,
            nothing="No article is open yet.",
        )
        self._screen = RowScreenController(host, parts)
        self.awaited = self._screen.awaited

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return self._screen.commands()

    def _make_screen(self, state: HeadlineState) -> HeadlineScreen:
        from reader.app.headlines.headline_screen import HeadlineScreen

        return HeadlineScreen(state, self._signs, self._get_styles, self._get_other_screens())


def _make_state(
    openings: tuple[ArticleOpening, ...], before: HeadlineState | None, place: Place
) -> HeadlineState | None:
    from reader.app.headlines.headline_state import HeadlineState

    if not openings:
        return None
    is_same = before is not None and before.every == openings
    state = before if before is not None and is_same else HeadlineState.of(openings)
    return state.select_place(place)


def _find(coverage: Coverage) -> tuple[ArticleOpening, ...]:
    # The screen is imported here, so that the first one opens at once.
    import reader.app.headlines.headline_screen  # noqa: F401

    return coverage.openings
