"""The dialog that adds an article while reading: a path, an address, or pasted text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from reader.app.background_work import run_detached
from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.dialogs.working_dialog import WorkingDialog
from reader.articles import Article, clean_line
from reader.errors import ReaderError, SourceError

LONGEST_PASTE = 4_000_000
"""Most characters of pasted text; a longer text should be saved as a file."""
LONGEST_NAME = 4_096
"""Most characters of a path or an address."""
_NAMES_LISTED = 2_000
"""Most names of a folder that are searched for a completion."""

HINT = "Text can be pasted · Tab completes a path · Enter adds · Esc closes"


@dataclass(frozen=True, slots=True)
class AddedArticles:
    """The result of the dialog: the articles opened, and those that could not be."""

    articles: tuple[Article, ...]
    problems: tuple[ReaderError, ...] = ()


class PathSuggester(Suggester):
    """Completes the name of a file or a folder."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first name in the folder that begins as typed; None for an address."""
        if not value or "://" in value:
            return None
        folder, begun = os.path.split(value)
        try:
            with os.scandir(os.path.expanduser(folder) or ".") as entries:
                listed = [entry for entry, _ in zip(entries, range(_NAMES_LISTED), strict=False)]
                names = sorted(
                    entry.name + (os.sep if entry.is_dir() else "")
                    for entry in listed
                    if entry.name.startswith(begun) and _can_be_typed(entry.name)
                    if begun.startswith(".") or not entry.name.startswith(".")
                )
        except (OSError, ValueError):
            return None
        return value + names[0][len(begun) :] if names else None


class SourceInput(Input):
    """One line for a name; text of several lines that is pasted is an article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False, id="input.complete")
    ]

    class TextPasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def action_complete(self) -> None:
        """Accept the suggestion."""
        self.cursor_position = len(self.value)
        self.action_cursor_right()

    def on_paste(self, event: events.Paste) -> None:
        """Report text of several lines; clean a name before the input takes it."""
        words = event.text.strip()
        if "\n" in words or "\r" in words or len(words) > LONGEST_NAME:
            event.stop()
            event.prevent_default()
            self.post_message(self.TextPasted(event.text))
        else:
            # What is pasted comes from outside, so it is cleaned first.
            event.text = clean_line(words, LONGEST_NAME)


class AddArticleDialog(WorkingDialog["AddedArticles | None"]):
    """Asks for an article and opens it; its result is what was opened, or None.

    Args:
        pasted_before: how many texts were pasted so far, to name the next one.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [dialog_key("close", "cancel", "Stop, or close")]

    def __init__(self, pasted_before: int = 0) -> None:
        super().__init__()
        self._pasted_before = pasted_before
        self._text: str | None = None
        self._opening: Worker[None] | None = None
        self._line = SourceInput(
            placeholder="a file, a folder or https://…",
            suggester=PathSuggester(),
            compact=True,
        )
        # A blinking cursor repaints the screen all the time and distracts from the text.
        self._line.cursor_blink = False
        self._status = Static(Content(HINT))

    def compose(self) -> ComposeResult:
        """The frame with the line and the status below it."""
        frame = Vertical(classes="frame")
        frame.border_title = Content("Add an article")
        with frame:
            yield self._line
            yield self._status

    def on_mount(self) -> None:
        """Put the cursor into the line."""
        self._line.focus()

    def action_cancel(self) -> None:
        """Stop opening, or else close."""
        if self._opening is not None and not self._opening.is_finished:
            self._opening.cancel()
            self._opening = None
            self._show_status("Stopped. " + HINT)
        elif self._text is not None:
            self._text = None
            self._show_status("The pasted text is dropped. " + HINT)
        else:
            self.dismiss(None)

    @on(SourceInput.TextPasted)
    def _paste(self, event: SourceInput.TextPasted) -> None:
        if len(event.text) > LONGEST_PASTE:
            self._show_status(
                "That is too much to paste: save it as a file and name that.", is_error=True
            )
            return
        self._line.clear()
        self._text = event.text
        lines = sum(bool(line.strip()) for line in event.text.splitlines())
        self._show_status(
            f"Pasted: {lines:,} lines, {len(event.text.split()):,} words, beginning with\n"
            f"“{clean_line(event.text, 120)}”\nEnter adds it · Esc drops it"
        )

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value and self._text is not None:
            self._text = None
            self._show_status(HINT)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._opening is not None and not self._opening.is_finished:
            return
        name = plain_name(event.value)
        if self._text is None and not name:
            self._show_status("Nothing to add yet. " + HINT)
            return
        self._show_status(f"Opening {clean_line(name, 60) or 'the pasted text'} … Esc stops")
        self.hold_keys()
        self._opening = self._open(name, self._text)

    @work(thread=True, exclusive=True, group="add", exit_on_error=False, description="add")
    def _open(self, name: str, text: str | None) -> None:
        worker = get_current_worker()
        problems: list[ReaderError] = []

        def opened() -> tuple[Article, ...]:
            from reader.notebook import Notebook, apply_corrections
            from reader.notebook.held_notes import holding_notes
            from reader.sources import article_from_text, open_articles

            articles: tuple[Article, ...]
            if text is not None:
                articles = (article_from_text(text, name=f"pasted {self._pasted_before + 1}"),)
            else:
                articles = open_articles(
                    [name],
                    on_problem=problem,
                    on_progress=progress,
                    is_cancelled=stopped,
                    on_dossier=holding_notes(problems.append),
                )
            return apply_corrections(articles, Notebook(), problems.append)

        def stopped() -> bool:
            return worker.is_cancelled

        def problem(error: SourceError) -> None:
            problems.append(error)

        def progress(share: float, doing: str) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(
                    self._show_status, f"{clean_line(doing, 80)} … {share:.0%}"
                )

        try:
            articles = run_detached(opened, stopped)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show_refusal, [*problems, error])
            return
        if articles is not None and not worker.is_cancelled:
            self.app.call_from_thread(self.accept, AddedArticles(articles, tuple(problems)))

    def _show_refusal(self, problems: Sequence[ReaderError]) -> None:
        self._show_status(f"{self.refuse(problems[0].message)}\n{HINT}", is_error=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a fault prevented opening; another article can be tried."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and isinstance(error, Exception):
            event.stop()
            words = self.refuse(f"It could not be opened: {type(error).__name__}.")
            self._show_status(f"{words} {HINT}", is_error=True)

    def _show_status(self, words: str, *, is_error: bool = False) -> None:
        self._status.update(Content.styled(words, "$text-error") if is_error else Content(words))


def plain_name(typed: str) -> str:
    """Return a path or an address without what a terminal adds to a file dropped onto it.

    That is quotation marks or backslashes; `~` is spelled out.
    """
    name = typed.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1]
    if "://" in name:
        return name
    if "\\" in name and os.sep == "/" and not Path(name).exists():
        name = name.replace("\\", "")
    return os.path.expanduser(name)


def _can_be_typed(name: str) -> bool:
    return name.isprintable() and clean_line(name) == name
