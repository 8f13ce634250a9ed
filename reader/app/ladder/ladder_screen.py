"""The ladder screen: one quote as the articles carry it, from the fullest version down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.ladder.ladder_keys import LADDER_KEYS, find_obstacles, hide_comparing
from reader.app.ladder.ladder_page import WIDE_FROM, LadderPage, draw_page
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.ladder_styles import LadderStyles, needs_brackets
from reader.app.ladder.ladder_title import draw_title
from reader.app.ladder.quote_list import FOLD_ROW, count_single, ladder_sign_meanings
from reader.app.ladder.version_citation import cite_versions, name_cited_versions
from reader.app.report_saving import WHOLE, SaveReport, scope_of_quote
from reader.app.row_screens.row_screen import RowScreen, RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.articles import Place

if TYPE_CHECKING:
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.quote_versions import Version


_LINES_PER_QUOTE = 2
_LINES_AROUND_PAGE = 7
"""Lines of the screen that hold no rungs."""


class LadderScreen(RowScreen[LadderState]):
    """Shows a `LadderState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        reading_styles: returns the styles of the reading screen.
        notes: writes notes on quotes and corrects them; None where that is impossible.
        save_report: asks where to save a report of one of the given scopes, then shows its path.
        look_up: looks a version up in the archive; None where that is impossible.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(LADDER_KEYS)
    KEYS = ScreenKeys(LADDER_KEYS)
    WORDS = RowWords(
        "quote", "Keys of the quotes screen", "words, speaker, outlet or form; empty: all quotes"
    )

    def __init__(
        self,
        state: LadderState,
        signs: Signs,
        reading_styles: Callable[[], Styles],
        notes: ScreenNotes | None = None,
        save_report: SaveReport | None = None,
        look_up: Callable[[Version], None] | None = None,
    ) -> None:
        self.theme_styles = LadderStyles(reading_styles)
        super().__init__(state, signs, self.theme_styles.current)
        self._notes = notes
        self._save_report_of = save_report
        self._look_up_version = look_up
        self.page: LadderPage | None = None
        """The page that was drawn last."""

    @property
    def is_wide(self) -> bool:
        """Whether list and ladder are shown side by side."""
        return self.view.size.width >= WIDE_FROM

    def open(self, state: LadderState, message: str | None = "") -> None:
        """Show another state, with a message; the message is unchanged if None."""
        self.theme_styles.reset()
        super().open(state, message)

    def notify_style_update(self) -> None:
        """Use the styles of the new theme."""
        super().notify_style_update()
        self.theme_styles.reset()

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "next-pane": partial(self._step_rung, 1),
            "previous-pane": partial(self._step_rung, -1),
            **self.article_commands(
                "The version of which article?",
                lambda: len(self.state.ladders.articles),
                self._select_article,
            ),
            "all-quotes": self._show_list,
            "compare": self._show_ladder,
            "only-one": self._fold,
            "order": self._sort,
            "open": self._open,
            "back": self.close,
            "quit": self.close,
            "word-by-word": self._change_style,
            "base": self._change_base,
            "zoom": lambda: self.change(self.state.toggle_pair()),
            "note": self._write_note,
            "reject": self._reject,
            "undo": self._take_back,
            "report": self._save_report,
            "archive": self._look_up,
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        return find_obstacles(self.state, is_wide=self.is_wide)

    def list_shown_keys(self) -> list[tuple[str, str]]:
        """Return the (keys, word) of the key line: nothing that compares a single version."""
        return self.KEYS.list_working({**self.find_obstacles(), **hide_comparing(self.state)})

    def draw(self, size: Size) -> RowPage:
        """Draw title, list and rungs."""
        if self._notes is not None:
            self.state = replace(self.state, notes=self._notes.placed)
        page = self.page = draw_page(
            self.state, size.width, size.height - 2, self.signs, brackets=self._needs_brackets
        )
        title = draw_title(self.state, size.width, self.signs)
        self.state = self.state.scroll_to(page.top, page.list_top)
        return RowPage(title, page.lines, max(1, size.height - _LINES_AROUND_PAGE))

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings."""
        return ladder_sign_meanings(self.signs)

    def click_row(self, row: int, column: int) -> None:
        """Select the quote or the rung that was clicked."""
        if self.page is None:
            return
        quote, rung = self.page.quote_at(row, column), self.page.rung_at(row, column)
        if quote == FOLD_ROW:
            self._fold()
        elif quote is not None:
            self.change(self.state.select_quote(quote).open_list(False))
        elif rung is not None:
            self.change(self.state.select_rung(rung))

    def cite(self) -> tuple[str, str]:
        """Return the current version with its citation, in a pair both versions."""
        what = f"{name_cited_versions(self.state)} with citation"
        return cite_versions(self.state, self.signs), what

    def explain_filter(self, typed: str) -> str:
        """Return how many quotes are listed."""
        if not typed:
            return super().explain_filter(typed)
        count = len(self.state.ladders.quotes)
        return f"{count} quote{'' if count == 1 else 's'} with this: Esc lists all."

    def go_to_number(self, number: int) -> None:
        """Go to a paragraph of the current version's article."""
        article = self.state.current.article
        position = self.state.ladders.articles[article].find_position(number)
        if position is None:
            self.show_message(f"This article has no paragraph {number}.")
        else:
            self.dismiss(Place(article, position))

    def step(self, count: int) -> None:
        """Select the next or previous quote, or the line that folds those of one article."""
        was_on_fold = self.state.is_on_fold
        super().step(count)
        if self.state.is_on_fold and not was_on_fold:
            self.show_message(f"{count_single(self.state)}: Enter or o lists them.")

    def scroll(self, lines: int) -> None:
        """Scroll the rungs; where the list is shown alone, go through its quotes."""
        if self._shows_list_alone:
            quotes = max(1, abs(lines) // _LINES_PER_QUOTE)
            step = quotes if lines > 0 else -quotes
            self.change(self.state.select_quote(self.state.quote + step))
        else:
            super().scroll(lines)

    def turn_wheel(self, column: int, direction: int) -> None:
        """Scroll the rungs, or the list if the mouse is on it."""
        if self.page is not None and self.page.is_list_at(column):
            self.change(self.state.step(direction))
        else:
            super().turn_wheel(column, direction)

    def filter(self, typed: str) -> None:
        """List the quotes that match; the list opens where it is not beside the ladder."""
        super().filter(typed)
        if typed and self.state.filter == typed:
            self.change(self.state.open_list(True))

    def close_part(self) -> bool:
        """Show the ladder again after a pair, or all quotes after some; False for neither."""
        if not self.state.is_pair:
            return super().close_part()
        self.change(self.state.toggle_pair())
        return True

    # Rungs and list

    def _step_rung(self, count: int) -> None:
        if not self.change(self.state.step_rung(count)):
            self.show_message(
                "The slightest version." if count > 0 else "The fullest version here."
            )

    def _select_article(self, article: int) -> None:
        """Select the next version of an article."""
        if not self.state.has_version_of(article):
            self.show_message(f"Article {article_mark(article)} does not have this quote.")
        else:
            self.change(self.state.select_article(article))

    def _show_list(self) -> None:
        if self.is_wide:
            self.change(self.state.toggle_pair())
        else:
            self.change(self.state.open_list(True))

    def _show_ladder(self) -> None:
        """Show the ladder of the compared quote, after the list or a pair."""
        ladder = self.state.open_list(False)
        self.change(ladder.toggle_pair() if ladder.is_pair else ladder)

    def _fold(self) -> None:
        self.change(self.state.fold_single())
        shown = "listed too" if self.state.lists_single else "not listed"
        self.show_message(f"{count_single(self.state)}: {shown}.")

    def _sort(self) -> None:
        self.change(self.state.sort_by_next_order())
        self.show_message(f"Sorted by {self.state.order.value}.")

    # The comparison

    def _change_style(self) -> None:
        self.change(self.state.show_next_style())
        self.show_message(f"Differences: {self.state.style.value}.")

    def _change_base(self) -> None:
        """Compare with the current rung, or with the fullest again."""
        self.change(self.state.toggle_base())
        base = self.state.base_rung
        name = "base" if self.state.base else "fullest here"
        self.show_message(
            f"Compared with [{article_mark(base.article)}] {base.paragraphs}, the {name}."
        )

    # The notebook

    def _write_note(self) -> None:
        if self._notes is not None:
            self._notes.note_quotation(self.state.current.version)

    def _reject(self) -> None:
        """Ask what is wrong with the current version: that it is one, or its speaker."""
        current = self.state.current
        others = [rung.version for rung in self.state.rungs if rung.number != current.number]
        if self._notes is not None:
            self._notes.ask_what_to_reject(current.version, others)

    def _take_back(self) -> None:
        if self._notes is not None:
            self._notes.take_back()

    # To other screens

    def _open(self) -> None:
        """Go to the current version in its article; in the list alone, to its ladder."""
        if self.state.is_on_fold:
            self._fold()
        elif self._shows_list_alone:
            self._show_ladder()
        else:
            self.dismiss(self.state.current.place)

    def _look_up(self) -> None:
        """Look the current version up in the archive; articles added there become rungs."""
        if self._look_up_version is not None:
            self._look_up_version(self.state.current.version)

    def _save_report(self) -> None:
        """Save a report of this quotation, or of the whole comparison."""
        shared = self.state.shared
        if self._save_report_of is None or len(shared.articles) < 2:
            self.show_message("This quotation is in one article only: there is no report of it.")
        else:
            self._save_report_of((scope_of_quote(shared.number), WHOLE), self.show_message)

    @property
    def _shows_list_alone(self) -> bool:
        return self.state.is_list_open and not self.is_wide

    @property
    def _needs_brackets(self) -> bool:
        """Whether words that differ are in brackets."""
        return needs_brackets(self.app, self.signs)
