"""The dialog that saves a report or a dossier: a file name, what it is about, and its parts."""

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
from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.dialogs.line_input import LineInput
from reader.app.dialogs.report_parts import PartList
from reader.app.dialogs.working_dialog import WorkingDialog
from reader.app.report_choice import ReportChoice
from reader.app.report_saving import FileExistsAlreadyError, ReportScope, SaveRequest
from reader.articles import clean_line
from reader.errors import ReaderError

SUFFIXES = ".md .html .txt .json .csv, .svg for a quotation as a card; Ctrl+s: a dossier"
_LINES_AROUND, _NARROW_LINES_AROUND = 9, 10
"""Lines of the dialog beside the list of parts, the others in one line or in two."""
_NARROW = 70
"""Columns of the screen below which a line of the dialog may be two."""
_FEWEST_ROWS = 3


Save = Callable[[SaveRequest], str]
"""Writes a report; returns in words where it is."""


class _NameInput(LineInput):
    """One line for the name of a file, below which something can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "choose", "Choose", show=False, id="input.choose"),
        Binding("tab", "screen.turn", "Turn", show=False, id="input.turn"),
    ]

    def __init__(
        self, name: str, on_submit: Callable[[str], None], on_choose: Callable[[], None]
    ) -> None:
        super().__init__(name, on_submit, LONGEST_NAME)
        self._on_choose = on_choose

    def action_choose(self) -> None:
        """Report that what is below is to be chosen."""
        self._on_choose()


class SaveReportDialog(WorkingDialog["str | None"]):
    """Asks where to save a file and saves it; its result is a message with the path, or None.

    Args:
        name: the name of the file to begin with.
        scopes: what the report can be about, the likeliest first.
        save: writes it.
        choice: the parts chosen at first; None where there are no parts to choose.
        title: the title of the dialog.
        hint: the advice about file names.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("close", "cancel", "Stop, or close"),
    ]

    def __init__(
        self,
        name: str,
        scopes: Sequence[ReportScope],
        save: Save,
        choice: ReportChoice | None,
        *,
        title: str = "Save a report",
        hint: str = SUFFIXES,
    ) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._scopes = scopes
        self._scope = 0
        self._save = save
        self._has_parts = choice is not None
        self._choice = choice or ReportChoice()
        self._confirmed = ""
        """The name whose file is replaced if it is given again."""
        self._saving: Worker[None] | None = None
        self._line = _NameInput(name, self._submit, self._open_list)
        self._list = PartList(self._choice, self._choose, self._submit_line, self._close_list)
        self._about = Static()
        self._status = Static(Content(hint))

    def compose(self) -> ComposeResult:
        """The frame with the line, what the report is about, and the status below."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        with frame:
            yield self._line
            yield self._about
            yield self._list
            yield self._status

    def on_mount(self) -> None:
        """Put the cursor into the line; what is typed replaces the name."""
        self._list.display = False
        self._show_scope()
        self._line.focus()

    def on_resize(self) -> None:
        """Leave room for the other lines beside the list."""
        around = _NARROW_LINES_AROUND if self.size.width < _NARROW else _LINES_AROUND
        self._list.styles.max_height = max(_FEWEST_ROWS, self.size.height * 9 // 10 - around)

    def action_turn(self) -> None:
        """Choose the next subject of the report."""
        self._scope = (self._scope + 1) % len(self._scopes)
        self._confirmed = ""
        self._show_scope()

    def action_cancel(self) -> None:
        """Stop saving, or else close the list of parts, or else the dialog."""
        if self._is_saving:
            assert self._saving is not None
            self._saving.cancel()
            self._saving = None
            self._take_keys()
            self._show_status(f"Stopped. {self._hint}")
        elif self._list.display:
            self._close_list()
        else:
            self.dismiss(None)

    @property
    def _is_saving(self) -> bool:
        return self._saving is not None and not self._saving.is_finished

    def _open_list(self) -> None:
        if not self._has_parts:
            return
        self._list.display = True
        self._list.highlighted = self._list.highlighted or 0
        self._list.focus()
        self._show_scope()

    def _close_list(self) -> None:
        self._list.display = False
        self._line.focus()
        self._show_scope()

    def _choose(self, choice: ReportChoice) -> None:
        self._has_parts = choice is not None
        self._choice = choice or ReportChoice()
        self._confirmed = ""
        self._show_scope()

    def _show_scope(self) -> None:
        names = [scope.name for scope in self._scopes]
        following = names[(self._scope + 1) % len(names)]
        keys = [f"Tab: {following}"] if len(names) > 1 else []
        if self._list.display:
            # The list shows the chosen parts, and needs the lines of the status.
            self._about.update(Content(f"{names[self._scope]} · Space marks · Enter saves"))
            return
        choose = ["Down: parts, notes"] if self._has_parts else []
        keys += [*choose, "Enter saves", "Esc closes"]
        chosen = f" · {self._choice.describe()}" if self._has_parts else ""
        self._about.update(Content(f"{names[self._scope]}{chosen}\n{' · '.join(keys)}"))

    def _submit_line(self) -> None:
        self._submit(self._line.value)

    def _submit(self, typed: str) -> None:
        if self._is_saving:
            return
        name = plain_name(typed)
        if not name:
            self._show_status("Name the file.", is_error=True)
            return
        if self._choice.is_empty:
            self._show_status("Choose a part of the report: Space marks it.", is_error=True)
            return
        self._show_status(f"Saving {clean_line(name, 60)} … Esc stops")
        scope = self._scopes[self._scope]
        request = SaveRequest(scope, self._choice, name, self._confirmed == name)
        # What is typed meanwhile is not meant for the name that is being written.
        self._line.disabled = self._list.disabled = True
        # A name that is refused is edited, not replaced.
        self._line.select_on_focus = False
        self.hold_keys()
        self._saving = self._write(request)

    def _take_keys(self) -> None:
        """Take keys again, where they went before the report was written."""
        self._line.disabled = self._list.disabled = False
        (self._list if self._list.display else self._line).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._confirmed = ""

    @work(thread=True, exclusive=True, group="save", exit_on_error=False, description="save")
    def _write(self, request: SaveRequest) -> None:
        worker = get_current_worker()

        def stopped() -> bool:
            return worker.is_cancelled

        try:
            said = run_detached(lambda: self._save(request), stopped)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show_refusal, request.name, error)
            return
        if said is not None and not worker.is_cancelled:
            self.app.call_from_thread(self.accept, said)

    def _show_refusal(self, name: str, error: ReaderError) -> None:
        if isinstance(error, FileExistsAlreadyError):
            self._confirmed = name
        self._take_keys()
        self._show_status(self.refuse(error.message), is_error=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a fault prevented saving; another name or format can be tried."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and isinstance(error, Exception):
            event.stop()
            self._take_keys()
            words = self.refuse(f"It could not be saved: {type(error).__name__}.")
            self._show_status(words, is_error=True)

    def _show_status(self, words: str, *, is_error: bool = False) -> None:
        shown = clean_line(words, LONGEST_NAME)
        self._status.update(Content.styled(shown, "$text-error") if is_error else Content(shown))
