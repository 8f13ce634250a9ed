"""The people screen: who is named and who is quoted, over the articles of a coverage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.matrix.row_filter import FILTER_HINT
from reader.app.people.people_keys import PEOPLE_KEYS, find_obstacles, find_quote_place
from reader.app.people.people_layout import PeopleLayout, lay_out
from reader.app.people.people_page import PeoplePage, draw_page, sign_meanings
from reader.app.people.people_state import PeopleState
from reader.app.people.people_title import draw_title, name_rows
from reader.app.people.person_citation import cite_person
from reader.app.report_saving import WHOLE
from reader.app.row_screens.row_screen import RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.row_screens.story_screen import TableScreen
from reader.app.themes.signs import Signs
from reader.app.themes.styles import Styles

if TYPE_CHECKING:
    from reader.app.row_screens.other_screens import OtherScreens


class PeopleScreen(TableScreen[PeopleState]):
    """Shows a `PeopleState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: opens other screens.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(PEOPLE_KEYS)
    KEYS = ScreenKeys(PEOPLE_KEYS)
    NAME = "people"
    WORDS = RowWords("person", "Keys of the people", FILTER_HINT)

    def __init__(
        self,
        state: PeopleState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        others: OtherScreens,
    ) -> None:
        super().__init__(state, signs, get_styles, others)
        self.page: PeoplePage | None = None
        """The page that was drawn last."""
        self._layout: PeopleLayout | None = None

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "only-one": self._fold,
            "order": self._sort,
            "compare": self._compare_quote,
            "report": lambda: self.others.save_report((WHOLE,), self.show_message),
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        return find_obstacles(self.state)

    def draw(self, size: Size) -> RowPage:
        """Draw title, rows and detail."""
        layout = self._layout = lay_out(self.state.article_count, size.width, self.signs)
        page = self.page = draw_page(self.state, layout, size.height - 2)
        self.state = self.state.scroll_to(page.top, page.left)
        return RowPage(draw_title(self.state, size.width, self.signs), page.lines, page.room)

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings."""
        return sign_meanings(self.signs)

    def find_cell(self, row: int, column: int) -> tuple[int | None, int | None]:
        """Return the line of the table at a row, and the article whose column is there."""
        page, layout = self.page, self._layout
        if page is None or layout is None or row >= len(page.rows):
            return None, None
        line = page.rows[row]
        is_table = line is not None or row == 0
        return line, layout.article_at(column, page.left) if is_table else None

    def read_cell(self) -> None:
        """Read the person's first quotation in the selected article, or else the first mention."""
        cell = self.state.cell_to_read
        if cell is not None:
            self.dismiss((cell.first_spoken or cell.first).place)

    def cite(self) -> tuple[str, str]:
        """Return the person's quotations in each article."""
        count = len(self.state.row.cells)
        what = f"this person in {count} article{'' if count == 1 else 's'} with citations"
        return cite_person(self.state.people, self.state.row), what

    def explain_filter(self, typed: str) -> str:
        """Return how many rows are listed."""
        if not typed:
            return "Everybody is listed."
        return f"{name_rows(len(self.state.rows))} with this: Esc lists all."

    def _fold(self) -> None:
        self.change(self.state.fold())
        listed = "left out" if self.state.is_folded else "listed too"
        self.show_message(
            f"{name_rows(self.state.counts.in_one_article)} in one article only: {listed}."
        )

    def _sort(self) -> None:
        self.change(self.state.sort_by_next_order())
        self.show_message(f"Order: {self.state.order.value}.")

    def _compare_quote(self) -> None:
        place = find_quote_place(self.state)
        if place is not None:
            self.others.compare_quote(place)
