"""The differences screen, and the signs of differences in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.placed_differences import PlacedDifferences
from reader.app.reading.reading_host import ReadingHost, finds_beforehand
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.row_screen_controller import (
    RowScreenController,
    RowScreenParts,
    ScreenSetup,
)
from reader.app.reading.why_size import WhySize
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.differences.difference_screen import DifferenceScreen
    from reader.app.differences.difference_state import DifferenceState
    from reader.story import Difference

_SETTLING_SECONDS = 1.5
"""Seconds without a key, after the links are found, before an unasked search starts."""


class DifferenceController(RowScreenController["Sequence[Difference]", "DifferenceState"]):
    """Opens the differences screen; finds differences in a thread, beforehand during a pause.

    Args:
        host: the screen.
        setup: the arguments of the differences screen.
    """

    def __init__(self, host: ReadingHost, setup: ScreenSetup) -> None:
        super().__init__(host, _PARTS, setup)
        self._state = host.state
        self.awaited.on_found = self._show_in_text

    def prepare(self) -> None:
        """Find the differences beforehand, during a pause of the keys, if that is quick."""
        if finds_beforehand(self._host):
            self.awaited.start_when_idle(_SETTLING_SECONDS, self._is_drawer_open)

    def follow_corrections(self) -> None:
        """Update the open screen to show the differences that the user has not rejected."""
        if self.opener.is_open:
            self.awaited.follow(self._list_others)

    def list_differences(self, first: Difference | None = None) -> None:
        """Open the screen, at one of the differences if that is given."""
        if first is None:
            self.ask()
        else:
            self.awaited.ask(
                lambda found: self.open(found, lambda state: state.select_difference(first))
            )

    def explain_nothing(self) -> str:
        """Return a message that no difference was found, and where none was searched for."""
        from reader.reports.difference_report import explain_nothing

        return explain_nothing(self._state.articles)

    def _is_drawer_open(self) -> bool:
        return self._state.options.why is not WhySize.CLOSED

    def _show_in_text(self, coverage: Coverage, found: Sequence[Difference]) -> None:
        self._state.show_differences(PlacedDifferences(coverage, found))
        if any(difference.kind.is_fact for difference in found):
            self._host.refresh_view()

    def show_notes(self) -> None:
        """Update the notes on the screen, if it is open."""
        self.opener.draw_again()

    def _list_others(self, found: Sequence[Difference]) -> None:
        opener = self.opener
        if opener.state is not None and found:
            opener.show_again(opener.state.of_others(found))
        elif opener.is_open:
            opener.close()
            self._host.say("No difference is left. U brings the last one back.")


def _find(coverage: Coverage) -> Sequence[Difference]:
    # Imported here, in the thread of the search, so that the screen opens at once.
    import reader.app.differences.difference_screen  # noqa: F401

    return coverage.differences


def _make_state(
    found: Sequence[Difference], before: DifferenceState | None, reading: ReadingState
) -> DifferenceState | None:
    from reader.app.differences.difference_state import DifferenceState

    if not found:
        return None
    if before is not None and before.every == tuple(found):
        return before
    return DifferenceState.of(reading.articles, found).select_place(reading.place)


def _make_screen(state: DifferenceState, setup: ScreenSetup) -> DifferenceScreen:
    from reader.app.differences.difference_screen import DifferenceScreen

    return DifferenceScreen(state, setup.signs, setup.get_styles, setup.notes)


_PARTS = RowScreenParts(
    command="differences",
    words=ResultWords(
        "differences",
        "differences",
        "The differences are found: D lists them.",
        "The differences of these articles could not be found.",
    ),
    find=_find,
    make_state=_make_state,
    make_screen=_make_screen,
    nothing="No difference found in the linked passages.",
    way_back="They differ; which is right is not known. Backspace leads back.",
)
