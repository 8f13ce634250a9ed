"""All screens over the texts that show a part of the coverage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.app.reading.awaited_group import AwaitedGroup
from reader.app.reading.difference_controller import DifferenceController
from reader.app.reading.origin_controller import OriginController
from reader.app.reading.quote_controller import QuoteController
from reader.app.reading.reading_host import ReadingHost
from reader.app.reading.row_screen_controller import RowScreenController, ScreenSetup
from reader.app.reading.story_screens import STORY_SCREENS
from reader.app.reading.text_version_controller import TextVersionController
from reader.app.report_saving import SaveReport
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles

if TYPE_CHECKING:
    from reader.app.notes.moment_notes import MomentNotes
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.app.row_screens.other_screens import OtherScreens


class CoverageScreens:
    """Opens each screen by its key, and updates all of them when links or corrections change.

    Args:
        host: the reading screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
        save_report: asks where to save a report of one of the given scopes, then shows its path.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        get_styles: Callable[[], Styles],
        save_report: SaveReport,
    ) -> None:
        self._host = host
        self._save_report = save_report
        self._setup = ScreenSetup(signs, get_styles, self._list_other_screens)
        self.quotes = QuoteController(host, self._setup, save_report)
        """Opens the ladder."""
        self._differences = DifferenceController(host, self._setup)
        self._origins = OriginController(host)
        self._screens: list[RowScreenController[Any, Any]] = [
            self._differences,
            *(RowScreenController(host, parts, self._setup) for parts in STORY_SCREENS),
            TextVersionController(host, self._setup),
        ]
        self.awaited = AwaitedGroup(
            [
                self.quotes.awaited,
                self._origins.awaited,
                *(screen.awaited for screen in self._screens),
            ]
        )

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        commands = self.quotes.commands()
        for screen in self._screens:
            commands |= screen.commands()
        return commands

    def take_notes(self, screen_notes: ScreenNotes, moment_notes: MomentNotes) -> None:
        """Let the screens write notes, on quotes, differences and moments."""
        self._setup.notes, self._setup.moment_notes = screen_notes, moment_notes

    def prepare(self) -> None:
        """Compute short results beforehand, and those that were asked for before the links."""
        self.quotes.prepare()
        self._origins.prepare()
        for screen in self._screens:
            screen.prepare()
        self.awaited.resume()

    def look_ahead(self) -> None:
        """Compute now what the texts display, without waiting for a pause of the keys."""
        self._differences.awaited.start()
        self._origins.awaited.start()

    def follow_corrections(self, has_other_quotes: bool) -> None:
        """Update the open screens after a correction of the user."""
        if has_other_quotes:
            self.quotes.follow_corrections()
        for screen in self._screens:
            screen.follow_corrections()

    def show_notes(self) -> None:
        """Update the notes on the screens that list them."""
        self.quotes.show_notes()
        for screen in self._screens:
            screen.show_notes()

    def _list_other_screens(self) -> OtherScreens:
        """Return the functions that open others of these screens."""
        from reader.app.row_screens.other_screens import OtherScreens

        return OtherScreens(
            compare_quote=self.quotes.compare_at,
            list_differences=self._differences.list_differences,
            stop_waiting=self.awaited.stop,
            save_report=self._save_report,
            open_screen=self._open_screen,
        )

    def _open_screen(self, name: str) -> None:
        """Open a screen by the name of its key, or report why it cannot be opened."""
        command = self.commands()[name]
        if obstacle := command.find_obstacle():
            self._host.say(obstacle)
        else:
            command.run()
