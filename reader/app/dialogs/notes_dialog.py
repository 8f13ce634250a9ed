"""The list of everything in the notebook, over all stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.notes.entry_choices import describe_entry
from reader.app.prompt_controller import PromptController
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs
from reader.articles import clean_line
from reader.notebook.entries import Entry, KnownArticle
from reader.reports.notes_report import filter_entries

_ENTRIES_A_PAGE = 8
_MOST_LISTED = 1_000
"""Most entries that are listed, the latest ones; a search finds the others."""
_HINT = "Enter opens · / searches · Del removes · Esc closes"


class NotebookContent(NamedTuple):
    """The content of the notebook."""

    entries: Sequence[Entry]
    """The latest first."""
    known: Mapping[str, KnownArticle]
    """The articles that they are about, by the key of their text."""
    lost: frozenset[str] = frozenset()
    """The ids of entries whose paragraphs are no longer in the open articles."""


class NotesDialog(ClosingDialog["Entry | None"]):
    """Lists all entries; its result is the one to go to, or None.

    Args:
        content: the entries.
        signs: the signs of this terminal.
        on_remove: called with an entry that is to be removed.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("close", "cancel", "List all again, or close"),
        dialog_key("quit", "dismiss", "Close"),
        dialog_key("all-notes", "dismiss", "Close"),
        dialog_key("next", "step(1)", "Next note"),
        dialog_key("previous", "step(-1)", "Previous note"),
        dialog_key("page-down", "page(1)", "Some notes further down"),
        dialog_key("page-up", "page(-1)", "Some notes further up"),
        dialog_key("top", "end(-1)", "First note"),
        dialog_key("end", "end(1)", "Last note"),
        dialog_key("search", "search", "List those with some words"),
        dialog_key("remove", "remove", "Remove this note"),
    ]

    def __init__(
        self, content: NotebookContent, signs: Signs, on_remove: Callable[[Entry], None]
    ) -> None:
        super().__init__()
        self._content = content
        self._signs = signs
        self._on_remove = on_remove
        self._listed: list[Entry] = list(content.entries)
        self._words = ""
        self._list = OptionList(compact=True)
        self._prompt = PromptController(self, no_obstacle, self._filter)

    def compose(self) -> ComposeResult:
        """The frame with the list."""
        frame = Vertical(classes="frame")
        frame.border_subtitle = Content(_HINT)
        with frame:
            yield self._list

    def on_mount(self) -> None:
        """List everything."""
        self._show()
        self._list.focus()

    def action_step(self, count: int) -> None:
        """Highlight the next entry, or the previous one."""
        if count > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_page(self, direction: int) -> None:
        """Highlight an entry some further down (1) or up (-1)."""
        highlighted = (self._list.highlighted or 0) + direction * _ENTRIES_A_PAGE
        if self._listed:
            self._list.highlighted = max(0, min(len(self._listed) - 1, highlighted))

    def action_end(self, direction: int) -> None:
        """Highlight the first entry (-1) or the last one (1)."""
        if direction < 0:
            self._list.action_first()
        else:
            self._list.action_last()

    async def action_dismiss(self, result: Entry | None = None) -> None:
        """Close."""
        self.dismiss(result)

    def action_cancel(self) -> None:
        """List everything again after a search, else close."""
        if self._words:
            self._filter("/", "")
        else:
            self.dismiss(None)

    async def action_search(self) -> None:
        """Ask for the words that listed entries must have."""
        await self._prompt.ask_words("words of a note, an article, a passage; empty: all")

    def action_remove(self) -> None:
        """Remove the highlighted entry."""
        highlighted = self._list.highlighted
        if highlighted is None or highlighted >= len(self._listed):
            return
        entry = self._listed[highlighted]
        rest = tuple(each for each in self._content.entries if each.id != entry.id)
        self._content = self._content._replace(entries=rest)
        self._on_remove(entry)
        self._show(highlighted)

    def _filter(self, _sign: str, typed: str) -> None:
        self._words = " ".join(typed.split())
        self._show()
        self._list.focus()

    def _show(self, highlighted: int = 0) -> None:
        entries, known, _ = self._content
        found = filter_entries(entries, known, self._words)
        self._listed = found[:_MOST_LISTED]
        self._list.clear_options()
        self._list.add_options(Option(self._describe(entry)) for entry in self._listed)
        if self._listed:
            self._list.highlighted = min(highlighted, len(self._listed) - 1)
        is_part = len(self._listed) < len(entries)
        count = f"{len(self._listed)} of {len(entries)}" if is_part else f"{len(entries)}"
        searched = f" with “{clean_line(self._words, 40)}”" if self._words else ""
        self.query_one(".frame", Vertical).border_title = Content(f"Notes: {count}{searched}")

    def _describe(self, entry: Entry) -> Content:
        said, where = describe_entry(entry, self._content.known, self._signs)
        lost = "  has lost its paragraph" if entry.id in self._content.lost else ""
        return Content.assemble((said, "bold"), "\n", (lost, "$text-warning"), where)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self._listed):
            self.dismiss(self._listed[event.option_index])
