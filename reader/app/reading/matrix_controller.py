"""The coverage matrix, built in a thread, and the screen that shows it."""

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
    from reader.app.matrix.matrix_screen import MatrixScreen, OtherScreens
    from reader.app.matrix.matrix_state import MatrixState
    from reader.app.notes.moment_notes import MomentNotes
    from reader.story.matrix import CoverageMatrix

_SETTLING_SECONDS = 2.0
"""Seconds without a key until the matrix that nobody asked for is built: it needs quotes and
differences, which are looked for before."""
_WORDS = ResultWords(
    "matrix",
    "what each article reports",
    "The matrix is there: m opens it.",
    "The matrix of these articles could not be built.",
)


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
        self._state = host.state
        self._signs = signs
        self._get_styles = get_styles
        self._get_other_screens = get_other_screens
        self.notes: MomentNotes | None = None
        """Writes notes on moments."""
        parts = RowScreenParts(
            command="matrix",
            words=_WORDS,
            find=_build,
            make_state=self._make_state,
            make_screen=self._make_screen,
            nothing="There is no moment to show: the articles have no story.",
        )
        self._screen = RowScreenController(host, parts)
        self.awaited = self._screen.awaited
        self.awaited.on_found = self._show_again

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return self._screen.commands()

    def prepare(self) -> None:
        """Build the matrix beforehand, between keys, if that takes no long time.

        Nothing on the reading screen needs it: a program that was only started builds none.
        """
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self.awaited.start_after_key(_SETTLING_SECONDS)

    def follow_corrections(self) -> None:
        """Show the moments as the user corrected them, where the screen is open."""
        if self._screen.opener.is_open:
            self.awaited.start()

    def show_notes(self) -> None:
        """Show what the user noted and rejected, where the screen is open."""
        state = self._screen.opener.state
        if state is not None and self._screen.opener.is_open:
            self._screen.opener.show_again(state.with_notes(self._state.notes))

    def _make_state(
        self, matrix: CoverageMatrix, before: MatrixState | None, place: Place
    ) -> MatrixState | None:
        state = _make_state(matrix, before, place)
        return None if state is None else state.with_notes(self._state.notes)

    def _make_screen(self, state: MatrixState) -> MatrixScreen:
        from reader.app.matrix.matrix_screen import MatrixScreen

        others = self._get_other_screens()
        return MatrixScreen(state, self._signs, self._get_styles, others, self.notes)

    def _show_again(self, _coverage: Coverage, matrix: CoverageMatrix) -> None:
        """Show another matrix on the screen that is open, also below another."""
        opener = self._screen.opener
        if opener.state is not None and matrix.rows:
            opener.show_again(opener.state.of_matrix(matrix).with_notes(self._state.notes))


def _make_state(
    matrix: CoverageMatrix, before: MatrixState | None, place: Place
) -> MatrixState | None:
    from reader.app.matrix.listed_rows import ListedRows
    from reader.app.matrix.matrix_state import MatrixState

    if not matrix.rows:
        return None
    state = MatrixState(ListedRows(matrix)) if before is None else before.of_matrix(matrix)
    return state.select_place(place)


def _build(coverage: Coverage) -> CoverageMatrix:
    # The screen is imported here, so that the first one opens at once.
    import reader.app.matrix.matrix_screen  # noqa: F401

    return coverage.matrix
