"""Saving a report while reading, of all or of what is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.app.reading.reading_host import ReadingHost, needs_links
from reader.app.report_saving import (
    WHOLE,
    ReportScope,
    scope_of_moment,
    scope_of_place_quote,
)
from reader.app.screen_commands import Command


class ReportController:
    """Opens the dialog that saves a report.

    Args:
        host: the screen.
    """

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._state = host.state

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"report": Command(self._save, self._find_obstacle)}

    def ask(self, scopes: Sequence[ReportScope], say: Callable[[str], None]) -> None:
        """Ask where to save a report, and save it.

        Args:
            scopes: what it can be about, the likeliest first.
            say: shows where it is.
        """
        from reader.app.dialogs.save_report import SaveReportDialog
        from reader.app.report_saving import save_report
        from reader.reports.documents.report_names import suggest_file_name

        if obstacle := self._find_obstacle():
            say(obstacle)
            return
        links = self._state.visible_links
        assert links is not None
        coverage, floor = links.coverage, links.floor

        def save(scope: ReportScope, name: str, replace: bool) -> str:
            return save_report(coverage, floor, scope, name, replace=replace)

        def tell(said: str | None) -> None:
            if said is not None:
                say(said)

        name = suggest_file_name(coverage.articles)
        self._host.open_screen(SaveReportDialog(name, scopes, save), tell)

    def _find_obstacle(self) -> str:
        return needs_links(self._host)()

    def _save(self) -> None:
        place = self._state.place
        scopes = (WHOLE, scope_of_moment(place), scope_of_place_quote(place))
        self.ask(scopes, self._host.say)
