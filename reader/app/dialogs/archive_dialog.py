"""The dialog that lists articles found in an archive, to be added, with scores and reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from reader.app.background_work import run_detached
from reader.app.dialogs.add_article import AddedArticles
from reader.app.dialogs.closing_once import ClosingDialog
from reader.app.dialogs.dialog_keys import dialog_key
from reader.articles import Article
from reader.errors import ReaderError

_HITS_A_PAGE = 4
_CLOSE = "Esc closes"
_LIST = "Enter adds · + marks several"
_WIDER = "A searches all days"


class ArchiveHit(NamedTuple):
    """An article that was found."""

    article: Article
    head: str
    """Score, date and outlet."""
    lines: tuple[str, ...]
    """The heading and the reasons."""
    is_open: bool = False
    """Whether it is open already; then it is listed but cannot be added."""


class ArchiveAnswer(NamedTuple):
    """What an archive answered."""

    words: str
    """Which date was used, or how many articles there are."""
    hits: tuple[ArchiveHit, ...]
    nothing: str
    """The message where nothing was found."""
    can_widen: bool = False
    """Whether days were left out."""


AskArchive = Callable[[bool, Callable[[], bool]], ArchiveAnswer]
"""Asks the archive, given whether to search all days and whether it is cancelled."""


class ArchiveDialog(ClosingDialog["AddedArticles | None"]):
    """Asks an archive and lists what was found; its result is the articles to be added, or None.

    Args:
        title: what is searched for.
        ask: asks the archive; called in a thread.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("close", "cancel", "Add nothing"),
        dialog_key("quit", "cancel", "Add nothing"),
        dialog_key("next", "step(1)", "Next article"),
        dialog_key("previous", "step(-1)", "Previous article"),
        dialog_key("page-down", "page(1)", "Some articles further down"),
        dialog_key("page-up", "page(-1)", "Some articles further up"),
        dialog_key("top", "end(-1)", "First article"),
        dialog_key("end", "end(1)", "Last article"),
        dialog_key("add", "mark", "Mark this article to be added, or not"),
        dialog_key("archive", "widen", "Search all days"),
    ]

    def __init__(self, title: str, ask: AskArchive) -> None:
        super().__init__()
        self._title = title
        self._ask = ask
        self._answer: ArchiveAnswer | None = None
        self._marked: set[int] = set()
        self._asking: Worker[None] | None = None
        self._words = "Looking in the archive … Esc stops"
        self._status = Static(Content(self._words), classes="about")
        self._list = OptionList(compact=True)

    def compose(self) -> ComposeResult:
        """The frame with what was found."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content(_CLOSE)
        with frame:
            yield self._status
            yield self._list

    def on_mount(self) -> None:
        """Ask the archive."""
        self._list.display = False
        self._asking = self._search(False)

    def action_step(self, count: int) -> None:
        """Highlight the next article, or the previous one."""
        if count > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_page(self, direction: int) -> None:
        """Highlight an article some further down (1) or up (-1)."""
        if self.hits:
            highlighted = (self._list.highlighted or 0) + direction * _HITS_A_PAGE
            self._list.highlighted = max(0, min(len(self.hits) - 1, highlighted))

    def action_end(self, direction: int) -> None:
        """Highlight the first article (-1) or the last one (1)."""
        if direction < 0:
            self._list.action_first()
        else:
            self._list.action_last()

    def action_cancel(self) -> None:
        """Close without adding anything."""
        if self._asking is not None:
            self._asking.cancel()
        self.dismiss(None)

    def action_mark(self) -> None:
        """Mark the highlighted article, or take its mark away; the next one is highlighted."""
        highlighted = self._list.highlighted
        if highlighted is None or highlighted >= len(self.hits):
            return
        if self.hits[highlighted].is_open:
            self._show_hints("It is open already.")
            return
        self._marked ^= {highlighted}
        self._list.replace_option_prompt_at_index(highlighted, self._describe(highlighted))
        self._list.action_cursor_down()
        self._show_hints()

    def action_widen(self) -> None:
        """Search all days, where some were left out."""
        if self._answer is not None and self._answer.can_widen:
            self._answer = None
            self._marked.clear()
            self._list.display = False
            self._say("Looking on all days … Esc stops")
            self._asking = self._search(True)

    @property
    def is_answered(self) -> bool:
        """Whether the archive has answered."""
        return self._answer is not None

    @property
    def hits(self) -> Sequence[ArchiveHit]:
        """What is listed."""
        return self._answer.hits if self._answer else ()

    @property
    def words(self) -> str:
        """The words above the list."""
        return self._words

    def _say(self, words: str, style: str = "") -> None:
        self._words = words
        self._status.update(Content.styled(words, style) if style else Content(words))

    @work(thread=True, exclusive=True, group="archive", exit_on_error=False, description="archive")
    def _search(self, all_days: bool) -> None:
        worker = get_current_worker()

        def is_cancelled() -> bool:
            return worker.is_cancelled

        try:
            answer = run_detached(lambda: self._ask(all_days, is_cancelled), is_cancelled)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show_refusal, error.message)
            return
        if answer is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_answer, answer)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a fault prevented the search."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and isinstance(error, Exception):
            event.stop()
            self._show_refusal(f"The archive could not be asked: {type(error).__name__}.")

    def _show_refusal(self, words: str) -> None:
        self._say(words, "$text-error")

    def _show_answer(self, answer: ArchiveAnswer) -> None:
        self._answer = answer
        self._list.clear_options()
        if not answer.hits:
            self._say(f"{answer.nothing}\n{answer.words}")
        else:
            self._say(answer.words)
            self._list.add_options(
                Option(self._describe(number)) for number in range(len(answer.hits))
            )
            self._list.display = True
            addable = (at for at, hit in enumerate(answer.hits) if not hit.is_open)
            self._list.highlighted = next(addable, 0)
            self._list.focus()
        self._show_hints()

    def _show_hints(self, message: str = "") -> None:
        """Show in the frame what the keys do, after a message."""
        if self._marked:
            count = len(self._marked)
            hints = [f"Enter adds {count} article{'s' * (count > 1)}", "+ marks"]
        else:
            hints = [_LIST] if self.hits else []
        if self._answer is not None and self._answer.can_widen:
            hints.append(_WIDER)
        words = " · ".join([*filter(None, [message]), *hints, _CLOSE])
        self.query_one(".frame", Vertical).border_subtitle = Content(words)

    def _describe(self, number: int) -> Content:
        hit = self.hits[number]
        box = "    " if hit.is_open else "[+] " if number in self._marked else "[ ] "
        head = f"{hit.head}, open already" if hit.is_open else hit.head
        lines = "".join(f"\n{line}" for line in hit.lines)
        return Content.assemble((f"{box}{head}", "dim" if hit.is_open else "bold"), lines)

    @on(OptionList.OptionSelected)
    def _add(self, event: OptionList.OptionSelected) -> None:
        """Add the marked articles, or the highlighted one where none is marked."""
        chosen = sorted(self._marked) or [event.option_index]
        if not self._marked and self.hits[event.option_index].is_open:
            self._show_hints("It is open already.")
            return
        self.dismiss(AddedArticles(tuple(self.hits[number].article for number in chosen)))
