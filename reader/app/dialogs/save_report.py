"""The dialog that saves a report or a dossier: a file name, and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from reader.app.background_work import run_detached
from reader.app.dialogs.add_article import LONGEST_NAME, plain_name
from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.dialogs.line_input import LineInput
from reader.app.report_saving import FileExistsAlreadyError, ReportScope
from reader.articles import clean_line
from reader.errors import ReaderError

SUFFIXES = ".md .html .txt .json .csv, .svg for a quotation as a card; Ctrl+s: a dossier"
Save = Callable[[ReportScope, str, bool], str]
"""Writes what a report is about to a file, replacing it or not; returns in words where it is."""


class _NameInput(LineInput):
    """One line for the name of a file, in which Tab reports that another scope is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn", "Turn", show=False, id="input.turn")
    ]

    def __init__(
        self, name: str, on_submit: Callable[[str], None], on_turn: Callable[[], None]
    ) -> None:
        super().__init__(name, on_submit, LONGEST_NAME)
        self._on_turn = on_turn

    def action_turn(self) -> None:
        """Report that another scope is wanted."""
        self._on_turn()


class SaveReportDialog(ClosingDialog["str | None"]):
    """Asks where to save a file and saves it; gives in words where it is, or None.

    Args:
        name: the name of the file to begin with.
        scopes: what the report can be about, the likeliest first.
        save: writes it.
        title: the title of the dialog.
        hint: what is said of names of files.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [dialog_key("close", "cancel", "Stop, or close")]

    def __init__(
        self,
        name: str,
        scopes: Sequence[ReportScope],
        save: Save,
        *,
        title: str = "Save a report",
        hint: str = SUFFIXES,
    ) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._scopes = scopes
        self._scope = 0
        self._save = save
        self._confirmed = ""
        """The name whose file is replaced if it is given again."""
        self._saving: Worker[None] | None = None
        self._line = _NameInput(name, self._submit, self._turn)
        self._about = Static()
        self._status = Static(Content(hint))

    def compose(self) -> ComposeResult:
        """The frame with the line, what the report is about, and the status below."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        with frame:
            yield self._line
            yield self._about
            yield self._status

    def on_mount(self) -> None:
        """Put the cursor into the line; what is typed replaces the name."""
        self._show_scope()
        self._line.focus()

    def action_cancel(self) -> None:
        """Stop saving, or else close."""
        if self._is_saving:
            assert self._saving is not None
            self._saving.cancel()
            self._saving = None
            self._show_status(f"Stopped. {self._hint}")
        else:
            self.dismiss(None)

    @property
    def _is_saving(self) -> bool:
        return self._saving is not None and not self._saving.is_finished

    def _turn(self) -> None:
        self._scope = (self._scope + 1) % len(self._scopes)
        self._confirmed = ""
        self._show_scope()

    def _show_scope(self) -> None:
        others = [scope.name for scope in self._scopes]
        following = others[(self._scope + 1) % len(others)]
        keys = f"Tab: {following} · Enter saves · Esc closes"
        if len(others) == 1:
            keys = "Enter saves · Esc closes"
        self._about.update(Content(f"{others[self._scope]}\n{keys}"))

    def _submit(self, typed: str) -> None:
        if self._is_saving:
            return
        name = plain_name(typed)
        if not name:
            self._show_status("Name the file.", is_error=True)
            return
        self._show_status(f"Saving {clean_line(name, 60)} … Esc stops")
        self._saving = self._write(name, self._confirmed == name)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._confirmed = ""

    @work(thread=True, exclusive=True, group="save", exit_on_error=False, description="save")
    def _write(self, name: str, replace: bool) -> None:
        worker = get_current_worker()
        scope = self._scopes[self._scope]

        def stopped() -> bool:
            return worker.is_cancelled

        try:
            said = run_detached(lambda: self._save(scope, name, replace), stopped)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show_refusal, name, error)
            return
        if said is not None and not worker.is_cancelled:
            self.app.call_from_thread(self.dismiss, said)

    def _show_refusal(self, name: str, error: ReaderError) -> None:
        if isinstance(error, FileExistsAlreadyError):
            self._confirmed = name
        self._show_status(error.message, is_error=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a fault prevented saving; another name or format can be tried."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and isinstance(error, Exception):
            event.stop()
            self._show_status(f"It could not be saved: {type(error).__name__}.", is_error=True)

    def _show_status(self, words: str, *, is_error: bool = False) -> None:
        shown = clean_line(words, LONGEST_NAME)
        self._status.update(Content.styled(shown, "$text-error") if is_error else Content(shown))
