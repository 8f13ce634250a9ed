"""Saving a report while reading: of everything or of what is being read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.app.notes.notebook_session import NotebookSession
from reader.app.reading.reading_host import ReadingHost, needs_links
from reader.app.report_choice import ReportChoice
from reader.app.report_saving import (
    WHOLE,
    ReportScope,
    SaveRequest,
    scope_of_moment,
    scope_of_place_quote,
)
from reader.app.screen_commands import Command
from reader.notebook.placed_entries import with_lost_notes


class ReportController:
    """Opens the dialog that saves a report.

    Args:
        host: the screen.
        session: the notebook.
    """

    def __init__(self, host: ReadingHost, session: NotebookSession) -> None:
        self._host = host
        self._state = host.state
        self._session = session
        self._choice = ReportChoice()
        """The parts of the last report that was saved."""

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"report": Command(self._save, self._find_obstacle)}

    def ask(self, scopes: Sequence[ReportScope], say: Callable[[str], None]) -> None:
        """Ask where to save a report, and save it.

        Args:
            scopes: the possible subjects, the likeliest first.
            say: shows a message with its path.
        """
        from reader.app.dialogs.save_report import SaveReportDialog
        from reader.app.report_saving import save_report
        from reader.reports.report_names import suggest_file_name

        if obstacle := self._find_obstacle():
            say(obstacle)
            return
        links = self._state.visible_links
        assert links is not None
        coverage, floor = links.coverage, links.floor
        notes = with_lost_notes(self._session.placed, self._session.lost)

        choices: list[ReportChoice] = []

        def save(request: SaveRequest) -> str:
            choices.append(request.choice)
            return save_report(coverage, floor, request, notes)

        def show_result(said: str | None) -> None:
            if said is not None:
                # Not that of a report that was refused or stopped.
                self._choice = choices[-1]
                say(said)

        name = suggest_file_name(coverage.articles)
        dialog = SaveReportDialog(name, scopes, save, self._choice)
        self._host.open_screen(dialog, show_result)

    def _find_obstacle(self) -> str:
        return needs_links(self._host)()

    def _save(self) -> None:
        place = self._state.place
        scopes = (WHOLE, scope_of_moment(place), scope_of_place_quote(place))
        self.ask(scopes, self._host.say)
