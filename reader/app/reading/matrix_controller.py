"""The coverage matrix, built in a thread, and the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import AwaitedResult, Find, OnProgress
from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost, needs_several_articles
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.matrix.matrix_screen import MatrixScreen, OtherScreens
    from reader.story.matrix import CoverageMatrix

_SETTLING_SECONDS = 2.0
"""Seconds without a key from the links to the matrix that nobody asked for: it needs quotes and
differences, which are looked for before."""


class MatrixController:
    """Opens the matrix at the paragraph being read; reads on where a cell of it leads.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
        get_other_screens: gives what leads from the matrix to other screens.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        get_styles: Callable[[], Styles],
        get_other_screens: Callable[[], OtherScreens],
    ) -> None:
        self._host = host
        self._state = host.state
        self._signs = signs
        self._get_styles = get_styles
        self._get_other_screens = get_other_screens
        self._screen: MatrixScreen | None = None
        self._awaited: AwaitedResult[Coverage, CoverageMatrix] = AwaitedResult(
            host,
            "matrix",
            "what each article reports",
            self._get_coverage,
            _begin,
            "The matrix is there: m opens it.",
        )
        self._awaited.on_found = self._show_again

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"matrix": Command(lambda: self._awaited.ask(self._open), self._find_obstacle)}

    def prepare(self) -> None:
        """Build the matrix beforehand, while no key is pressed, if that takes no long time."""
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self._awaited.start_when_idle(_SETTLING_SECONDS)

    def follow_corrections(self) -> None:
        """Show the moments as the user corrected them, where the screen is open."""
        if self._screen is not None and self._screen.is_attached:
            self._awaited.start()

    def note_key(self) -> None:
        """Note that a key was pressed: what nobody asked for waits."""
        self._awaited.note_key()

    def stop(self) -> bool:
        """Stop building a matrix that was asked for; return False if none was."""
        return self._awaited.stop()

    def give_up(self) -> None:
        """Say that the matrix was not built because of a fault."""
        self._awaited.give_up("The matrix of these articles could not be built.")

    def _get_coverage(self) -> Coverage | None:
        links = self._state.visible_links
        return links.coverage if links is not None else None

    def _find_obstacle(self) -> str:
        obstacle = needs_several_articles(self._host)()
        if not obstacle and self._state.visible_links is None:
            return "The links are not known yet."
        return obstacle

    def _open(self, matrix: CoverageMatrix) -> None:
        from reader.app.matrix.listed_rows import ListedRows
        from reader.app.matrix.matrix_screen import MatrixScreen
        from reader.app.matrix.matrix_state import MatrixState

        if not matrix.rows:
            self._host.say("There is no moment to show: the articles have no story.")
            return
        place = self._state.place
        if self._screen is None:
            # Reused the next time: to open it again is half the work.
            state = MatrixState(ListedRows(matrix)).select_place(place)
            others = self._get_other_screens()
            self._screen = MatrixScreen(state, self._signs, self._get_styles, others)
            self._host.install_screen(self._screen, "matrix")
        else:
            self._screen.open(self._screen.state.of_matrix(matrix).select_place(place))
        self._host.open_screen(self._screen, self._go_to_chosen)

    def _show_again(self, _coverage: Coverage, matrix: CoverageMatrix) -> None:
        """Show another matrix on the screen that is open, also below another."""
        screen = self._screen
        if screen is not None and screen.is_attached and matrix.rows:
            screen.open(screen.state.of_matrix(matrix))

    def _go_to_chosen(self, place: Place | None) -> None:
        if place is not None:
            self._state.go_to(place)
            self._host.refresh_view()
            self._host.say("Backspace leads back to where you were.")


def _begin(coverage: Coverage) -> Find[CoverageMatrix]:
    def build(_on_progress: OnProgress, _is_cancelled: Callable[[], bool]) -> CoverageMatrix:
        # The screen is imported here, so that the first one opens at once.
        import reader.app.matrix.matrix_screen  # noqa: F401

        return coverage.matrix

    return build
