"""The coverage matrix, built in a thread, and the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost, needs_several_articles
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.app.widgets.bars import Progress
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.matrix.matrix_screen import MatrixScreen, OtherScreens
    from reader.story.matrix import CoverageMatrix

_SILENT_SECONDS = 0.2
"""Seconds that one may wait before the screen says what it is doing."""
_SETTLING_SECONDS = 2.0
"""Seconds from the links to the matrix that nobody asked for: it needs quotes and differences,
which are looked for before."""


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
        self._is_waiting = False
        self._found: tuple[Coverage, CoverageMatrix] | None = None
        """The comparison whose matrix was built last, and that matrix."""
        self._building: Coverage | None = None
        """The comparison whose matrix is being built."""
        self._screen: MatrixScreen | None = None

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"matrix": Command(self._show, self._find_obstacle)}

    def prepare(self) -> None:
        """Build the matrix beforehand, a little later, if that takes no long time."""
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self._host.call_after(_SETTLING_SECONDS, self._start_building)

    def stop(self) -> bool:
        """Stop building a matrix that was asked for; return False if none was."""
        if not self._is_waiting:
            return False
        self._end_waiting()
        self._building = None
        self._host.cancel_work("matrix")
        self._host.say("Stopped building the matrix.")
        return True

    def give_up(self) -> None:
        """Say that the matrix was not built because of a fault."""
        self._end_waiting()
        self._building = None
        self._host.say("The matrix of these articles could not be built.")

    def _find_obstacle(self) -> str:
        obstacle = needs_several_articles(self._host)()
        if not obstacle and self._state.visible_links is None:
            return "The links are not known yet."
        return obstacle

    def _show(self) -> None:
        links = self._state.visible_links
        if self._is_waiting or links is None:
            return
        if self._found is not None and self._found[0] is links.coverage:
            self._open(self._found[1])
            return
        self._is_waiting = True
        self._host.hold_keys()
        self._host.call_after(_SILENT_SECONDS, self._show_progress)
        self._start_building()

    def _start_building(self) -> None:
        links = self._state.visible_links
        if links is None:
            return
        coverage = links.coverage
        is_found = self._found is not None and self._found[0] is coverage
        if is_found or self._building is coverage:
            return
        self._building = coverage

        def build(is_cancelled: Callable[[], bool]) -> CoverageMatrix:
            # Imported while nobody waits, so that the first matrix opens at once.
            import reader.app.matrix.matrix_screen  # noqa: F401

            return coverage.matrix

        self._host.start_work("matrix", build, lambda matrix: self._receive(coverage, matrix))

    def _receive(self, coverage: Coverage, matrix: CoverageMatrix) -> None:
        if self._building is coverage:
            self._building = None
        links = self._state.visible_links
        if links is None or links.coverage is not coverage:
            if self._is_waiting:
                self._start_building()
            return
        self._found = coverage, matrix
        if self._is_waiting:
            self._open(matrix)
            self._end_waiting()

    def _show_progress(self) -> None:
        if self._is_waiting:
            self._host.show_progress(Progress("building the matrix: Esc stops"))

    def _end_waiting(self) -> None:
        self._is_waiting = False
        self._host.show_progress(None)
        self._host.release_keys()

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
            before = self._screen.state
            is_same = before.rows.matrix is matrix
            state = before if is_same else MatrixState(ListedRows(matrix))
            self._screen.open(state.select_place(place))
        self._host.open_screen(self._screen, self._go_to_chosen)

    def _go_to_chosen(self, place: Place | None) -> None:
        if place is not None:
            self._state.go_to(place)
            self._host.refresh_view()
            self._host.say("Backspace leads back to where you were.")
