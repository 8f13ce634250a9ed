"""Finding the shared quotes, and opening the ladder on one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import AwaitedResult, OnProgress
from reader.app.reading.reading_host import ReadingHost, needs_several_articles
from reader.app.report_saving import SaveReport
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles
from reader.articles import Article, Place

if TYPE_CHECKING:
    from reader.app.ladder.ladder_screen import LadderScreen
    from reader.app.ladder.quote_ladders import QuoteLadders
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.quote_versions import ArticleQuotes

MOST_CHARACTERS_BEFOREHAND = 400_000
"""Characters of all articles up to which their quotes are found before they are asked for."""
_SETTLING_SECONDS = 1.0
"""Seconds from the links to the search for quotes: the first frame and the first keys come first.
Where a key asks for the quotes they are looked for at once."""


class QuoteController:
    """Opens the ladder; finds the quotes for it in a thread.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
        save_report: asks where to save a report of one of some scopes, then says where it is.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        get_styles: Callable[[], Styles],
        save_report: SaveReport,
    ) -> None:
        self._save_report = save_report
        self._host = host
        self._state = host.state
        self._signs = signs
        self._get_styles = get_styles
        self._ladder: LadderScreen | None = None
        self._awaited: AwaitedResult[tuple[Article, ...], QuoteLadders] = AwaitedResult(
            host,
            "quotes",
            "quotes",
            lambda: self._state.articles,
            lambda _articles: partial(self._find_quotes, self._state.article_quotes),
            "The quotes are found: c compares one, Q lists all.",
        )
        self.notes: ScreenNotes | None = None
        """What writes notes on quotes and corrects them."""
        self._named_languages: set[str] = set()
        """The languages of which the screen has said that speakers are not read in them."""

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        several = needs_several_articles(self._host)
        return {
            "compare": Command(self._compare_quote, several),
            "all-quotes": Command(self._list_quotes, several),
        }

    def use_quotes(self, ladders: QuoteLadders) -> None:
        """Use quotes that were found already."""
        self._awaited.keep(ladders.articles, ladders)

    def prepare(self) -> None:
        """Find the quotes beforehand, a little later, if that takes no long time."""
        state = self._state
        if len(state.articles) > 1 and state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self._host.call_after(_SETTLING_SECONDS, self._awaited.start)

    def follow_corrections(self) -> None:
        """Use the quotes as the user corrected them; the ladder, if it is open, shows them."""
        self._awaited.forget()
        if self._ladder is not None and self._ladder.is_current:
            self._awaited.follow(self._show_again)

    def note_key(self) -> None:
        """Note that a key was pressed, which after a while means that the user reads on."""
        self._awaited.note_key()

    def stop(self) -> bool:
        """Stop looking for quotes that were asked for; return False if none were."""
        return self._awaited.stop()

    def give_up(self) -> None:
        """Say that the quotes were not found because of a fault."""
        self._awaited.give_up("The quotes of these articles could not be compared.")

    def compare_at(self, place: Place) -> None:
        """Open the ladder of the quote in a paragraph, once the quotes are found."""
        self._awaited.ask(lambda ladders: self._open_at(ladders, place))

    def _compare_quote(self) -> None:
        self.compare_at(self._state.place)

    def _list_quotes(self) -> None:
        self._awaited.ask(self._open_list)

    def _open_at(self, ladders: QuoteLadders, place: Place) -> None:
        found = ladders.find(place)
        if found is None:
            number = self._state.articles[place.article].paragraphs[place.paragraph].number
            self._host.say(f"No quote in ¶{number} is carried by others. Q lists those that are.")
            return
        others = ladders.count_in(place) - 1
        more = f"{others} more of this paragraph’s quotes in the list (j k)" if others else ""
        self._open_ladder(ladders, *found, message=more)

    def _open_list(self, ladders: QuoteLadders) -> None:
        if ladders.quotes:
            found = ladders.find(self._state.place) or (0, 0)
            self._open_ladder(ladders, *found, is_list_open=True)
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
        from reader.app.ladder.ladder_screen import LadderScreen
        from reader.app.ladder.ladder_state import LadderState

        state = LadderState(ladders, quote, rung, is_list_open=is_list_open)
        message = " ".join(filter(None, (self._explain_missing_speakers(ladders), message)))
        if self._ladder is None:
            # Reused the next time: to open it again is half the work.
            self._ladder = LadderScreen(
                state, self._signs, self._get_styles, message, self.notes, self._save_report
            )
            self._host.install_screen(self._ladder, "ladder")
        else:
            self._ladder.open(state, message)
        self._host.open_screen(self._ladder, self._go_to_chosen)

    def _show_again(self, ladders: QuoteLadders) -> None:
        """Show the quote of the ladder as it is now."""
        ladder = self._ladder
        if ladder is None or not ladder.is_current:
            return
        if not ladders.quotes:
            ladder.dismiss(None)
            return
        from reader.app.ladder.ladder_state import LadderState

        quote, rung = ladders.find_again(ladder.state.current, ladder.state.rungs)
        ladder.open(LadderState(ladders, quote, rung, is_list_open=ladder.state.is_list_open), None)

    def _explain_missing_speakers(self, ladders: QuoteLadders) -> str:
        """Return in which languages speakers are not read, said once of each; else nothing."""
        from reader.quotes.other_languages.unread_speakers import name_unread_languages

        languages = name_unread_languages(ladders.articles)
        unsaid = [name for name in languages if name not in self._named_languages]
        self._named_languages.update(unsaid)
        return f"Speakers are not read in {' and '.join(unsaid)}." if unsaid else ""

    def _go_to_chosen(self, place: Place | None) -> None:
        if place is not None:
            self._host.return_to_texts()
            self._state.go_to(place)
            self._host.refresh_view()
            self._host.say("Backspace leads back to where you were.")

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
            # What the first ladder needs is computed now, while nobody waits for it.
            columns, rows = self._host.columns, self._host.rows
            draw_page(LadderState(found), columns, rows, self._signs, brackets=False)
        return found
