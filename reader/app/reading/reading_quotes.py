"""What the keys of the reading screen do that have to do with quotes: ladder and lens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events, work
from textual.worker import Worker, WorkerState, get_current_worker

from reader.app.background_work import run_detached
from reader.app.reading.lenses import LENSES, Lens, Marks
from reader.app.reading.reading_view import ReadingView
from reader.app.widgets.bars import Progress
from reader.articles import Article

if TYPE_CHECKING:
    from reader.app.ladder.ladder_screen import LadderScreen
    from reader.app.ladder.quote_ladders import QuoteLadders
    from reader.coverage import Coverage
    from reader.linking import Place

FOUND_BEFOREHAND = 400_000
"""Characters of all articles up to which their shared quotes are found before anyone asks."""
_PATIENCE = 2.0
"""Seconds after which who presses another key does not want the ladder to open under it."""
_UNTOLD = 0.2
"""Seconds that one may wait for the quotes before the screen says so."""
_QUIET = 0.3
"""Seconds after the links until then: the first keys come first."""

QUOTE_ACTIONS = {"compare_quote", "all_quotes", "lens"}


class ReadingQuotes(ReadingView):
    """Opens the ladder, and marks quotes in the panes."""

    _quotes: QuoteLadders | None = None
    _wanted: Callable[[], None] | None = None
    _seeking: Worker[None] | None = None
    _asked_at = 0.0
    _sought = 0.0
    """The share of the search for quotes that is done."""
    _read_on = False
    """Whether the reader went on reading while the quotes were looked for."""
    _choosing_lens = False
    _ladder: LadderScreen | None = None

    def check_quote_action(self, action: str) -> bool:
        """Whether a key that has to do with quotes works now."""
        if action == "lens":
            return bool(self.state.articles)
        return len(self.state.articles) > 1

    def link(self, coverage: Coverage) -> None:
        """The links are known now; the quotes are looked for when the screen has settled."""
        super().link(coverage)
        if len(self.state.articles) > 1 and sum(self.state.characters) <= FOUND_BEFOREHAND:
            self.set_timer(_QUIET, self._find_quotes_beforehand)

    # The ladder

    def action_compare_quote(self) -> None:
        """Open the ladder on the quote of the paragraph being read."""
        place = self.state.place
        self._with_quotes(lambda: self._compare(place))

    def action_all_quotes(self) -> None:
        """Open the ladder with the list of quotes."""
        self._with_quotes(self._list_quotes)

    def _compare(self, place: Place) -> None:
        assert self._quotes is not None
        found = self._quotes.find(place)
        if found is None:
            number = self.state.articles[place.article].paragraphs[place.paragraph].number
            self.say(f"No quote in ¶{number} is carried by others. Q lists those that are.")
        else:
            others = self._quotes.count_in(place) - 1
            more = f"{others} more of this paragraph’s quotes in the list (j k)" if others else ""
            self._open_ladder(*found, message=more)

    def _list_quotes(self) -> None:
        assert self._quotes is not None
        if self._quotes.quotes:
            found = self._quotes.find(self.state.place) or (0, 0)
            self._open_ladder(*found, listing=True)
        else:
            self.say("There are no quotes in these articles.")

    def _open_ladder(
        self, quote: int, rung: int, *, listing: bool = False, message: str = ""
    ) -> None:
        from reader.app.ladder.ladder_screen import LadderScreen
        from reader.app.ladder.ladder_state import LadderState

        assert self._quotes is not None
        state = LadderState(self._quotes, quote, rung, is_list_open=listing)

        def chosen(place: Place | None) -> None:
            if place is not None:
                self.state.go_to(place)
                self._show()
                self.say("Backspace leads back to where you were.")

        if self._ladder is None:
            # Kept for the next time: to open it again is half the work.
            self._ladder = LadderScreen(state, self._signs, self.current_styles, message)
            self.app.install_screen(self._ladder, "ladder")
        else:
            self._ladder.open(state, message)
        self.app.push_screen(self._ladder, chosen)

    # Finding quotes

    def _with_quotes(self, then: Callable[[], None]) -> None:
        """Do something once the shared quotes are known: now, or when they are found."""
        if self._quotes is not None and self._quotes.articles is self.state.articles:
            then()
            return
        self._wanted, self._asked_at, self._read_on = then, monotonic(), False
        self.set_timer(_UNTOLD, self._tell_progress)
        if self._seeking is None or self._seeking.is_finished:
            self._seeking = self._find_quotes(self.state.articles)

    def _find_quotes_beforehand(self) -> None:
        known = self._quotes is not None and self._quotes.articles is self.state.articles
        if not known and (self._seeking is None or self._seeking.is_finished):
            self._seeking = self._find_quotes(self.state.articles)

    @work(thread=True, exclusive=True, group="quotes", exit_on_error=False, description="quotes")
    def _find_quotes(self, articles: tuple[Article, ...]) -> None:
        import reader.app.ladder.ladder_screen  # noqa: F401  so that the first ladder opens at once
        from reader.app.ladder.ladder_page import draw_page
        from reader.app.ladder.ladder_state import LadderState
        from reader.app.ladder.quote_ladders import find_quote_ladders

        worker = get_current_worker()

        def progress(share: float, doing: str) -> None:
            self._sought = share
            if self._wanted is not None and not worker.is_cancelled:
                self.app.call_from_thread(self._tell_progress)

        def cancelled() -> bool:
            return worker.is_cancelled

        self._sought = 0.0
        found = run_detached(lambda: find_quote_ladders(articles, progress, cancelled), cancelled)
        if found is not None and found.quotes:
            width, rows = self.app.size
            # What the first ladder needs is worked out now, while nobody waits for it.
            draw_page(LadderState(found), width, rows, self._signs, brackets=False)
        if found is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._quotes_found, found)

    def _tell_progress(self) -> None:
        """Say how far it is, if somebody has waited for it a little while."""
        if self._wanted is not None and monotonic() - self._asked_at >= _UNTOLD:
            self.show_progress(Progress("finding quotes: Esc stops", self._sought))

    def _quotes_found(self, found: QuoteLadders) -> None:
        if found.articles is not self.state.articles:
            return
        self._quotes = found
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self.show_progress(None)
        if self._read_on:
            self.say("The quotes are found: c compares one, Q lists all.")
        else:
            wanted()

    def stop_finding_quotes(self) -> bool:
        """Give up what was asked for and is still looked for; False if nothing is."""
        if self._wanted is None:
            return False
        self._wanted = None
        self.show_progress(None)
        if self._seeking is not None:
            self._seeking.cancel()
            self._seeking = None
        self.say("Stopped looking for quotes.")
        return True

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say it where the quotes could not be compared."""
        if event.worker.group in {"quotes", "lens"} and event.state is WorkerState.ERROR:
            self._wanted = None
            self.show_progress(None)
            self.say("The quotes of these articles could not be compared.")

    # Lenses

    def action_lens(self) -> None:
        """Choose a lens by the next key."""
        self._choosing_lens = True
        names = "   ".join(f"{lens.key} {lens.label}" for lens in LENSES)
        self.say(f"Look through which lens?   {names}")

    def on_key(self, event: events.Key) -> None:
        """After `v` a key chooses a lens; any other key does what it always does."""
        if self._wanted is not None and monotonic() - self._asked_at > _PATIENCE:
            self._read_on = True
        if not self._choosing_lens:
            return
        self._choosing_lens = False
        lens = next((lens for lens in LENSES if lens.key == event.key), None)
        if lens is not None or event.key == "escape":
            event.stop()
        if lens is not None:
            self.call_next(self._look_through, lens)

    def _look_through(self, lens: Lens) -> None:
        if lens.marks is None:
            self.workers.cancel_group(self, "lens")
            self._look("", {})
            self.say("The plain text.")
        else:
            self.show_progress(Progress(f"finding {lens.label}"))
            self._grind(lens, self.state.articles)

    @work(thread=True, exclusive=True, group="lens", exit_on_error=False, description="lens")
    def _grind(self, lens: Lens, articles: tuple[Article, ...]) -> None:
        """Work out what a lens marks in every article."""
        marks_of, worker = lens.marks, get_current_worker()
        assert marks_of is not None
        marked: dict[int, Marks] = {}
        for position, article in enumerate(articles):
            marks = run_detached(partial(marks_of, article), lambda: worker.is_cancelled)
            if marks is None or worker.is_cancelled:
                return
            marked[position] = marks
        self.app.call_from_thread(self._ground, lens, articles, marked)

    def _ground(self, lens: Lens, articles: tuple[Article, ...], marked: dict[int, Marks]) -> None:
        self.show_progress(None)
        if articles is self.state.articles:
            self._look(lens.label, marked)
            count = sum(len(marks) for found in marked.values() for marks in found.values())
            self.say(f"{count} {lens.label} marked; v a for the plain text.")

    def look_anew(self) -> None:
        """Other articles are open, or their paragraphs are others: look at them as before."""
        lens = next((lens for lens in LENSES if lens.label == self._lens and lens.marks), None)
        self._marks = {}
        if lens is not None:
            self._look_through(lens)

    def _look(self, label: str, marked: dict[int, Marks]) -> None:
        self._lens, self._marks = label, marked
        self._arrange()
