"""Finding the shared quotes, and opening the ladder on one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import AwaitedResult, OnProgress, ResultWords
from reader.app.reading.reading_host import ReadingHost, finds_beforehand, needs_article
from reader.app.reading.row_screen_controller import ScreenSetup
from reader.app.reading.row_screen_opener import RowScreenOpener
from reader.app.report_saving import SaveReport
from reader.app.screen_commands import Command
from reader.articles import Article, Place

if TYPE_CHECKING:
    from reader.app.ladder.ladder_screen import LadderScreen
    from reader.app.ladder.ladder_state import LadderState
    from reader.app.ladder.quote_ladders import QuoteLadders
    from reader.quote_versions import ArticleQuotes, Version

_SETTLING_SECONDS = 1.0
"""Seconds from the links to the search for quotes, so that the first frame and the first keys are
not delayed. If a key asks for the quotes, the search starts at once."""
_WORDS = ResultWords(
    "quotes",
    "quotes",
    "The quotes are found: c compares one, Q lists all.",
    "The quotes of these articles could not be compared.",
)


class QuoteController:
    """Opens the ladder; finds the quotes for it in a thread.

    Args:
        host: the screen.
        setup: the arguments of the ladder.
        save_report: asks where to save a report of one of the given scopes, then shows its path.
    """

    def __init__(self, host: ReadingHost, setup: ScreenSetup, save_report: SaveReport) -> None:
        self._save_report = save_report
        self._host = host
        self._state = host.state
        self._setup = setup
        self._ladder: RowScreenOpener[LadderState] = RowScreenOpener(
            host, "ladder", self._make_ladder
        )
        self.awaited: AwaitedResult[tuple[Article, ...], QuoteLadders] = AwaitedResult(
            host,
            _WORDS,
            lambda: self._state.articles,
            lambda _articles: partial(self._find_quotes, self._state.article_quotes),
        )
        self.look_up: Callable[[Version, Callable[[], None]], None] | None = None
        """Looks a version up in the archive, and calls a function once articles were added."""
        self._named_languages: set[str] = set()
        """The languages for which a message has said that speakers are not read in them."""

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        article = needs_article(self._host)
        return {
            "compare": Command(self._compare_quote, article),
            "all-quotes": Command(self._list_quotes, article),
        }

    def use_quotes(self, ladders: QuoteLadders) -> None:
        """Use quotes that were found already."""
        self.awaited.set_result(ladders.articles, ladders)

    def prepare(self) -> None:
        """Find the quotes beforehand, after a pause, if that is quick."""
        if finds_beforehand(self._host):
            self._host.call_after(_SETTLING_SECONDS, self.awaited.start)

    def follow_corrections(self) -> None:
        """Use the quotes as the user corrected them, also on the ladder if it is open."""
        self.awaited.forget()
        if self._ladder.is_open:
            self.awaited.follow(self._show_again)

    def show_notes(self) -> None:
        """Update the notes on the ladder, if it is open."""
        self._ladder.draw_again()

    def compare_at(self, place: Place) -> None:
        """Open the ladder of the quote in a paragraph, once the quotes are found."""
        self.awaited.ask(lambda ladders: self._open_at(ladders, place))

    def _compare_quote(self) -> None:
        self.compare_at(self._state.place)

    def _list_quotes(self) -> None:
        self.awaited.ask(self._open_list)

    def _open_at(self, ladders: QuoteLadders, place: Place) -> None:
        found = ladders.find(place)
        if found is None:
            number = self._state.articles[place.article].paragraphs[place.paragraph].number
            self._host.say(f"There is no quote in ¶{number}. Q lists those of all articles.")
            return
        others = ladders.count_in(place) - 1
        more = f"{others} more of this paragraph’s quotes in the list (j k)" if others else ""
        self._open_ladder(ladders, *found, message=more)

    def _open_list(self, ladders: QuoteLadders) -> None:
        if ladders.quotes:
            quote, rung = ladders.find(self._state.place) or (0, 0)
            if quote >= len(ladders.shared):
                # The list begins with what several articles carry.
                quote, rung = 0, 0
            self._open_ladder(ladders, quote, rung, is_list_open=True)
        else:
            self._host.say("There are no quotes in these articles.")

    def _open_ladder(
        self,
        ladders: QuoteLadders,
        quote: int,
        rung: int,
        *,
        is_list_open: bool = False,
        message: str = "",
    ) -> None:
        from reader.app.ladder.ladder_state import LadderState

        state = LadderState(
            ladders,
            quote,
            rung,
            is_list_open=is_list_open,
            # Unfold the quotes of single articles, so that such a quote can be selected.
            is_unfolded=quote >= len(ladders.shared),
        )
        message = " ".join(filter(None, (self._explain_missing_speakers(ladders), message)))
        self._ladder.open(state, message)

    def _make_ladder(self, state: LadderState) -> LadderScreen:
        from reader.app.ladder.ladder_screen import LadderScreen

        setup = self._setup
        return LadderScreen(
            state, setup.signs, setup.get_styles, setup.notes, self._save_report, self._look_up
        )

    def _look_up(self, version: Version) -> None:
        """Look a version up in the archive; articles added become rungs of the ladder."""
        if self.look_up is not None:
            self.look_up(version, lambda: self.awaited.follow(self._show_again))

    def _show_again(self, ladders: QuoteLadders) -> None:
        """Show the quote of the ladder as it is now."""
        before = self._ladder.state
        if before is None or not ladders.quotes:
            self._ladder.close()
            return
        from reader.app.ladder.ladder_state import LadderState

        quote, rung = ladders.find_again(before.current, before.rungs)
        state = LadderState(
            ladders,
            quote,
            rung,
            is_list_open=before.is_list_open,
            # A quote that one article alone has now is to be in the list that it is selected in.
            is_unfolded=before.is_unfolded or quote >= len(ladders.shared),
        )
        self._ladder.show_again(state)

    def _explain_missing_speakers(self, ladders: QuoteLadders) -> str:
        """Return a message about languages in which speakers are not read, once for each."""
        from reader.quotes.other_languages.unread_speakers import name_unread_languages

        languages = name_unread_languages(ladders.articles)
        unsaid = [name for name in languages if name not in self._named_languages]
        self._named_languages.update(unsaid)
        return f"Speakers are not read in {' and '.join(unsaid)}." if unsaid else ""

    def _find_quotes(
        self,
        get_quotes: Callable[[], ArticleQuotes],
        on_progress: OnProgress,
        is_cancelled: Callable[[], bool],
    ) -> QuoteLadders:
        import reader.app.ladder.ladder_screen  # noqa: F401  so that the first ladder opens at once
        from reader.app.ladder.ladder_page import draw_page
        from reader.app.ladder.ladder_state import LadderState
        from reader.app.ladder.quote_ladders import find_quote_ladders

        found = find_quote_ladders(
            get_quotes(), lambda share, _activity: on_progress(share), is_cancelled
        )
        if found.quotes:
            # Computed now for the first ladder, while nobody waits for it.
            columns, rows = self._host.columns, self._host.rows
            draw_page(LadderState(found), columns, rows, self._setup.signs, brackets=False)
        return found
