"""The application: opens the articles, has them compared, and shows the reading screen."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual import work
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from reader.app.article_comparison import COMPARING, ArticleComparison, report_missing_links
from reader.app.background_work import run_detached
from reader.app.key_table import make_binding
from reader.app.reading.reading_screen import ReadingScreen
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.screen_start import begin_as_chosen
from reader.app.terminal.process_end import end_without_terminal
from reader.app.terminal.signals import exit_on_signals
from reader.app.terminal.terminal_app import TerminalApp
from reader.app.terminal.textual_internals import guard_against_control_characters
from reader.app.themes.color_themes import OWN_THEMES, variable_defaults
from reader.app.themes.exact_colors import use_exact_colors
from reader.app.themes.signs import ASCII, signs_for_terminal
from reader.app.themes.theme_files import read_themes
from reader.app.widgets.bars import Progress
from reader.articles import Article, clean_line
from reader.coverage import Coverage
from reader.errors import ReaderError
from reader.processes.link_cache import LinkCache
from reader.processes.linker_process import PendingComparison
from reader.settings import DEFAULTS, Memory, Remembered, Settings
from reader.settings.memory import OpenedArticle, add_places
from reader.settings.settings_file import SettingsError, themes_path

if TYPE_CHECKING:
    from reader.app.reading.article_reloading import Reopen

SWITCH_SECONDS = 0.0005
"""Seconds after which a computing thread lets another one run: a key press passes through
several threads and waits for each of them."""
_INTERNAL_ERROR = 70
"""Exit code of a fault of the program: EX_SOFTWARE of sysexits.h."""

guard_against_control_characters()


class ReaderApp(TerminalApp):
    """Several articles side by side.

    Args:
        articles: the articles, or None to open `names` in the background.
        pending: their comparison, if it was begun already.
        coverage: their links, if they are known.
        link_cache: stores links for the next start; None: they are not stored.
        names: what to open where `articles` is None.
        problems: what could not be opened so far.
        at: number of the article and of its paragraph to open at, both from 1; None chooses.
        lens: the key of the lens to open with; empty for the plain text.
        settings: what the user chose.
        memory: what is remembered from one reading to the next; None remembers nothing.
        reopen: opens the sources again; None where that is impossible.
        opening: the key under which the opened articles are remembered; empty: they are not.
    """

    TITLE = "reader"
    # Given to the application, not to the screen: so the style sheet is parsed once.
    CSS_PATH = "reading/reading.tcss"
    BINDINGS = [  # noqa: RUF012
        make_binding("app", "quit-now", "quit", "quit", "Quit from anywhere", has_priority=True),
        make_binding("app", "suspend", "suspend_process", "suspend", "Suspend the program"),
    ]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        *,
        articles: Sequence[Article] | None = None,
        pending: PendingComparison | None = None,
        coverage: Coverage | None = None,
        link_cache: LinkCache | None = None,
        names: Sequence[str] = (),
        problems: Sequence[ReaderError] = (),
        at: tuple[int, int] | None = None,
        lens: str = "",
        settings: Settings = DEFAULTS,
        memory: Memory | None = None,
        reopen: Reopen | None = None,
        opening: str = "",
    ) -> None:
        super().__init__()
        self._settings = settings
        self.keeps_copies = settings.keep_copies
        """Whether the last copied text is also written to a file."""
        self._memory = memory if settings.keep_places else None
        self._saving = threading.RLock()
        self._remembered = self._memory.read() if self._memory else Remembered()
        self._opening = opening
        self._start = begin_as_chosen(settings, self._remembered, at, lens)._replace(
            opened_before=self._remembered.openings.get(opening, ())
        )
        self._reopen = reopen
        self._names = tuple(names)
        self._articles = None if articles is None else tuple(articles)
        self._comparison = ArticleComparison(self, pending, link_cache)
        self._coverage = coverage
        self._problems = list(problems)
        self._reading: ReadingScreen | None = None
        self._writes_ascii = False
        self.exit_code = 0
        self.unopened: list[ReaderError] = []
        """What could not be opened, where nothing could be."""
        is_exact = self.console.color_system == "256"
        for theme in OWN_THEMES:
            self.register_theme(use_exact_colors(theme) if is_exact else theme)
        for theme in read_themes(themes_path(), self._problems.append):
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            # Set without its watcher, which would compute every style twice at the start.
            self.set_reactive(App.theme, self._choose_theme())
            self.follow_theme()
            self.stylesheet.set_variables(self.get_css_variables())

    def _choose_theme(self) -> str:
        """Return the theme of the settings, or the last one, or the program's own."""
        if self._settings.theme in self.available_themes:
            return str(self._settings.theme)
        if self._settings.theme is not None:
            self._problems.append(
                SettingsError(f"settings: there is no theme {clean_line(self._settings.theme)}")
            )
        if self._remembered.theme in self.available_themes:
            return str(self._remembered.theme)
        return OWN_THEMES[0].name

    def _describe_screen(self, state: ReadingState) -> Remembered:
        """Return what is remembered for the next time."""
        links = state.visible_links
        return Remembered(
            theme=self.theme,
            follow=state.is_following,
            threshold=links.floor if links else self._start.floor,
            why=state.options.why.value,
            has_map=state.options.map_choice,
            places=add_places(self._remembered.places, state.list_places()),
            openings=self._list_openings(),
        )

    def _list_openings(self) -> dict[str, tuple[OpenedArticle, ...]]:
        openings = dict(self._remembered.openings)
        if self._opening and self._reading is not None and self._reading.opened:
            openings.pop(self._opening, None)
            openings[self._opening] = self._reading.opened
        return openings

    def action_command_palette(self) -> None:
        """Open the palette, which closes once however many clicks ask for it."""
        from reader.app.dialogs.closing_palette import open_palette

        open_palette(self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return nothing: the screens offer all commands."""
        return ()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what the styles need where a theme does not define it."""
        return variable_defaults(self.current_theme)

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen, the only one at the start: nothing is laid out below it."""
        signs = ASCII if self._settings.ascii else signs_for_terminal()
        self._writes_ascii = not signs.unicode
        self._reading = ReadingScreen(
            self._articles or (),
            signs,
            self._problems,
            start=self._start,
            reopen=self._reopen,
        )
        if self._coverage is not None:
            # Before the screen is laid out, which it is then once and not twice.
            self._reading.link(self._coverage)
        return self._reading

    def on_mount(self) -> None:
        """Open the articles, or have their links found, unless they are known."""
        # The shell used the terminal in between, so the whole screen must be painted.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._writes_ascii:
            self.write_ascii()
        if self._articles is None:
            self._open_articles()
        elif self._coverage is None and self._reading is not None:
            self._comparison.start(self._reading, self._articles)

    def on_ready(self) -> None:
        """Collect garbage from now on, or once the articles are opened."""
        if self._articles is not None:
            self._collect_garbage()

    def on_unmount(self) -> None:
        """Stop the comparison; remember how the screen was."""
        self._comparison.cancel()
        self.save_before_end()
        if self.is_headless:
            self.finish_notebook()
        else:
            # Python collects garbage once more as it ends, seconds long in large articles.
            gc.disable()
            gc.freeze()

    def _collect_garbage(self) -> None:
        """Collect garbage from now on, seldom, and never what was created so far.

        Full collections make a key wait, the longer the more articles there are.
        """
        if not self.is_headless:
            gc.freeze()
            gc.set_threshold(5_000, 4, 400)
            gc.enable()

    def save_before_end(self) -> None:
        """Save notes and the state of the screen, once; also called when the terminal closes."""
        # The thread of the keys and the handler of a signal may both end the process: whichever
        # comes second waits until the first has written.
        with self._saving:
            self._save_notes()
            links = self._reading.state.visible_links if self._reading is not None else None
            if links is not None and not links.is_carried:
                self._comparison.store_findings(links.coverage)
            memory, self._memory = self._memory, None
            if memory is None or self._reading is None:
                return
            # Read again: another reader may have been left in between, elsewhere or in this folder.
            self._remembered = memory.read()
            memory.write(self._describe_screen(self._reading.state))

    def _save_notes(self) -> None:
        """Write all notes to the disk, also the one that is being typed."""
        # The module of the dialog itself takes a tenth of the start to import.
        from reader.app.dialogs.closing_once import ClosingDialog

        for screen in self.screen_stack:
            if isinstance(screen, ClosingDialog):
                screen.save_draft()
        if self._reading is not None:
            self._reading.save_notes()

    def finish_notebook(self) -> str:
        """Wait a little until all notes are saved; return a message about those that are not."""
        return self._reading.finish_notes() if self._reading is not None else ""

    def exit(self, result: int | None = None, return_code: int = 0, message: object = None) -> None:
        """Leave with an exit code; of several, the first is used."""
        if not self.is_leaving:
            self.exit_code = return_code or result or 0
        super().exit(result, return_code=return_code)

    async def run_async(self, **options: Any) -> int | None:
        """Run until the user leaves or a signal ends the program."""
        loop = asyncio.get_running_loop()

        def leave(code: int) -> None:
            if self.is_terminal_gone():
                end_without_terminal(self.save_before_end)
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._leave, code)

        with exit_on_signals(leave, self.end_now):
            return await super().run_async(**options)

    def action_help_quit(self) -> None:
        """Leave on Ctrl+c, where nothing is selected that it could copy."""
        self._leave(128 + signal.SIGINT)

    def _leave(self, code: int) -> None:
        self.exit(return_code=code)

    @work(thread=True, exit_on_error=False, group="open", description="open articles")
    def _open_articles(self) -> None:
        worker = get_current_worker()
        problems: list[ReaderError] = []

        def is_cancelled() -> bool:
            return worker.is_cancelled

        def open_all() -> tuple[tuple[Article, ...], Coverage | None] | ReaderError:
            from reader.notebook import Notebook, apply_corrections
            from reader.notebook.held_notes import holding_notes
            from reader.sources import open_articles

            try:
                articles = open_articles(
                    self._names,
                    on_problem=problems.append,
                    on_progress=progress,
                    is_cancelled=is_cancelled,
                    on_dossier=holding_notes(problems.append),
                )
            except ReaderError as error:
                return error
            articles = apply_corrections(articles, Notebook(), problems.append)
            return articles, self._comparison.read_stored(articles)

        def progress(share: float, doing: str) -> None:
            if not worker.is_cancelled:
                self.call_from_thread(self._show_progress, Progress(doing, share))

        sys.setswitchinterval(SWITCH_SECONDS)
        # Detached: nothing waits for it when the user leaves in the middle of a large article.
        opened = run_detached(open_all, is_cancelled)
        if opened is None or worker.is_cancelled:
            return
        if isinstance(opened, ReaderError):
            self.call_from_thread(self._end_without_articles, [*problems, opened])
        else:
            self.call_from_thread(self._show_articles, *opened, problems)

    def _show_progress(self, progress: Progress | None) -> None:
        if self._reading is not None:
            self._reading.show_progress(progress)

    def _end_without_articles(self, problems: list[ReaderError]) -> None:
        if self.is_leaving:
            return
        self.unopened = problems[:-1]
        self.fault = problems[-1]
        self.exit(return_code=problems[-1].exit_code)

    def _show_articles(
        self, articles: tuple[Article, ...], coverage: Coverage | None, problems: list[ReaderError]
    ) -> None:
        assert self._reading is not None
        self._articles = articles
        self._collect_garbage()
        self._reading.open(articles)
        self._reading.report_problems(problems)
        if coverage is None:
            self._comparison.start(self._reading, articles)
        else:
            self._reading.show_progress(None)
            self._reading.link(coverage)

    def on_reading_screen_changed(self, event: ReadingScreen.Changed) -> None:
        """Compare the articles that are open now, unless their links are known."""
        reading = self._reading
        if reading is None:
            return
        self._comparison.stop(reading)
        if not event.is_compared:
            self._articles = event.articles
            self._comparison.start(reading, event.articles)

    def on_reading_screen_corrected(self, event: ReadingScreen.Corrected) -> None:
        """Store the kind that the user gave a paragraph, for the next start."""
        reading, (article, number, kind) = self._reading, event.correction
        if reading is None:
            return

        def report(problem: str) -> None:
            if problem:
                reading.say(problem)

        reading.parts.session.correct_kind(article, number, kind, on_written=report)

    def on_row_screen_notes_wanted(self) -> None:
        """List all notes over the screen that is open."""
        if self._reading is not None:
            self._reading.list_notes()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """End the program on a fault in a worker, unless reading can go on without its result."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or not isinstance(error, Exception):
            return
        # A worker that reports to an ending application always fails.
        if self.is_leaving:
            return
        if event.worker.group == COMPARING:
            if self._reading is not None:
                reason = f"the articles could not be compared: {type(error).__name__}"
                report_missing_links(self._reading, reason)
        else:
            self.fault = error
            self.exit(return_code=_INTERNAL_ERROR)
