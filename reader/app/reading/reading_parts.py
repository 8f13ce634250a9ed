"""The parts of the reading screen that answer keys: imported and made after its first frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.app.next_key import NextKeyChoice
from reader.app.notes.claim_controller import ClaimController
from reader.app.notes.claim_effects import ClaimEffects, ShowLinks
from reader.app.notes.moment_notes import MomentNotes
from reader.app.notes.note_controller import NoteController
from reader.app.notes.note_list import NoteList
from reader.app.notes.notebook_session import NotebookSession
from reader.app.notes.screen_notes import ScreenNotes
from reader.app.prompt_controller import PromptController
from reader.app.reading.archive_controller import ArchiveController
from reader.app.reading.article_editor import ArticleEditor, EditListener
from reader.app.reading.article_reloading import ArticleReloading, Reopen
from reader.app.reading.coverage_screens import CoverageScreens
from reader.app.reading.dossier_controller import DossierController
from reader.app.reading.general_commands import GeneralCommands
from reader.app.reading.lens_controller import LensController
from reader.app.reading.navigation import Navigation
from reader.app.reading.pane_commands import PaneCommands
from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.reading.report_controller import ReportController
from reader.app.reading.search_controller import SearchController
from reader.app.themes.signs import Signs
from reader.app.undo_history import UndoHistory
from reader.errors import ReaderError

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.app.reading.article_editor import ParagraphCorrection
    from reader.app.screen_commands import Command
    from reader.app.themes.styles import Styles
    from reader.coverage import Coverage


@dataclass(frozen=True)
class PartCalls:
    """What the parts call on the screen, beside its `ReadingHost`."""

    show_links: ShowLinks
    show_change: Callable[[Coverage | None], None]
    """Shows other articles, with their links where they are known."""
    report_correction: Callable[[ParagraphCorrection], None]
    report_problems: Callable[[Sequence[ReaderError]], None]
    answer_prompt: Callable[[str, str], None]
    """Takes the sign of the prompt and what was typed."""
    close: Callable[[], None]
    """Closes the open part of the screen."""
    call_soon: Callable[[Callable[[], None]], None]
    """Calls a function in the thread of the screen, from any thread."""
    current_styles: Callable[[], Styles]


class ReadingParts:
    """The parts of the reading screen, each with its commands.

    Args:
        host: the screen as its parts see it.
        screen: the same screen, for Textual's widgets and application.
        calls: what the parts call on it.
        signs: the signs of this terminal.
        problems: what could not be opened; read each time it is shown.
        reopen: opens the articles again, in a thread; None where that is impossible.
        next_key: takes the key that answers a question.
    """

    def __init__(
        self,
        host: ReadingHost,
        screen: Screen[None],
        calls: PartCalls,
        signs: Signs,
        problems: Sequence[ReaderError],
        reopen: Reopen | None,
        next_key: NextKeyChoice,
    ) -> None:
        self.panes = PaneCommands(host, next_key)
        self.search = SearchController(host)
        self.session = NotebookSession(calls.call_soon)
        reports = ReportController(host, self.session)
        self.coverage_screens = CoverageScreens(host, signs, calls.current_styles, reports.ask)
        history = UndoHistory()
        editor = ArticleEditor(
            host,
            EditListener(
                on_change=calls.show_change,
                on_correction=calls.report_correction,
                on_problems=calls.report_problems,
            ),
            history,
        )
        archive = ArchiveController(host, editor.add)
        self.coverage_screens.quotes.look_up = archive.look_up
        self.effects = ClaimEffects(
            host, self.session, calls.show_links, self.coverage_screens.follow_corrections
        )
        self.notes = NoteController(host, self.session, history, self._follow_notes)
        self.claims = ClaimController(host, signs, self.notes)
        screen_notes = ScreenNotes(host, self.notes, history)
        moment_notes = MomentNotes(host, signs, self.notes, self.claims, screen_notes)
        self.coverage_screens.take_notes(screen_notes, moment_notes)
        self.navigation = Navigation(
            host, signs, {"note": screen_notes.note_link, "reject": self.claims.reject_link}
        )
        moves = self.navigation.commands()
        self.lens = LensController(host, next_key, signs, moves)
        self.note_list = NoteList(host, signs, self.notes, editor.replace, calls.report_problems)
        self.reloading = ArticleReloading(host, reopen, editor.replace, calls.report_problems)
        self.dossiers = DossierController(host, self.session)
        self.prompt = PromptController(screen, needs_article(host), calls.answer_prompt)
        general = GeneralCommands(host, screen, signs, problems, calls.close)
        self.commands: dict[str, Command] = {
            **moves,
            **self.panes.commands(),
            **self.search.commands(),
            **self.lens.commands(),
            **self.coverage_screens.commands(),
            **editor.commands(),
            **archive.commands(),
            **self.notes.commands(),
            **self.note_list.commands(),
            **self.claims.commands(),
            **self.reloading.commands(),
            **reports.commands(),
            **self.dossiers.commands(),
            **self.prompt.commands(),
            **general.commands(),
        }

    def _follow_notes(self) -> None:
        """Apply the user's claims, and update the notes on the screens, too."""
        self.effects.follow()
        self.coverage_screens.show_notes()
