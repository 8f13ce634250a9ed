"""The differences screen: what the articles state differently, facts first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.differences.difference_citation import cite_difference
from reader.app.differences.difference_keys import DIFFERENCE_KEYS, find_obstacles
from reader.app.differences.difference_page import (
    DifferencePage,
    draw_page,
    draw_title,
    sign_meanings,
)
from reader.app.differences.difference_state import DifferenceState
from reader.app.row_screens.row_screen import RowScreen, RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles

if TYPE_CHECKING:
    from reader.app.notes.screen_notes import ScreenNotes


class DifferenceScreen(RowScreen[DifferenceState]):
    """Shows a `DifferenceState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        notes: writes notes on differences and rejects them; None where that is impossible.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(DIFFERENCE_KEYS)
    KEYS = ScreenKeys(DIFFERENCE_KEYS)
    WORDS = RowWords(
        "difference",
        "Keys of the differences",
        "words of a difference; empty: all differences",
    )
    SMALLEST = Size(24, 6)

    def __init__(
        self,
        state: DifferenceState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        notes: ScreenNotes | None = None,
    ) -> None:
        super().__init__(state, signs, get_styles)
        self._notes = notes
        self.page: DifferencePage | None = None
        """The page that was drawn last."""

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "next-pane": partial(self._step_side, 1),
            "previous-pane": partial(self._step_side, -1),
            **self.article_commands(
                "The words of which article?",
                lambda: len(self.state.articles),
                self._select_article,
            ),
            "order": self._sort,
            "open": self._open,
            "differences": no_obstacle,
            "note": self._write_note,
            "reject": self._reject,
            "undo": self._take_back,
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        return find_obstacles(self.state)

    def draw(self, size: Size) -> RowPage:
        """Draw title and list."""
        if self._notes is not None:
            self.state = replace(self.state, notes=self._notes.placed)
        page = self.page = draw_page(self.state, size.width, size.height - 2, self.signs)
        self.state = self.state.scroll_to(page.top)
        return RowPage(draw_title(self.state, size.width, self.signs), page.lines, page.room)

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings."""
        return sign_meanings(self.signs)

    def click_row(self, row: int, column: int) -> None:
        """Select what was clicked; read it there if it is selected already."""
        entry = self.page.rows[row] if self.page and row < len(self.page.rows) else None
        if entry is None:
            return
        index, side = entry
        state = self.state.select(index)
        if side >= 0:
            state = state.select_side(side)
        if not self.change(state) and side >= 0:
            self._open()

    def cite(self) -> tuple[str, str]:
        """Return the difference in each article's words."""
        difference = self.state.selected
        what = f"what {len(difference.sides)} articles state with citations"
        return cite_difference(difference), what

    # The selected difference

    def _step_side(self, count: int) -> None:
        self.move_to(self.state.select_side(self.state.side + count), count, "article")

    def _select_article(self, article: int) -> None:
        difference = self.state.selected
        if article in difference.silent:
            self.show_message(f"[{article_mark(article)}] has this and does not say.")
        elif article not in difference.articles:
            self.show_message(f"[{article_mark(article)}] is not compared here.")
        else:
            self.change(self.state.select_article(article))

    def _sort(self) -> None:
        self.change(self.state.sort_by_next_order())
        self.show_message(f"Order: {self.state.order.value}.")

    def _open(self) -> None:
        self.dismiss(self.state.selected_side.passage.place)

    # The notebook

    def _write_note(self) -> None:
        if self._notes is not None:
            self._notes.note_difference(self.state.selected)

    def _reject(self) -> None:
        if self._notes is not None:
            self._notes.reject_difference(self.state.selected)

    def _take_back(self) -> None:
        if self._notes is not None:
            self._notes.take_back()
