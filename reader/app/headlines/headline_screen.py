"""The screen of headlines and ledes: what each article begins with, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.headlines.headline_keys import HEADLINE_KEYS, find_obstacles
from reader.app.headlines.headline_page import (
    HeadlinePage,
    draw_page,
    draw_title,
    sign_meanings,
)
from reader.app.headlines.headline_state import HeadlineState
from reader.app.row_screens.row_screen import RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.row_screens.story_screen import StoryScreen
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.reports.citations import cite_paragraph

if TYPE_CHECKING:
    from reader.app.row_screens.other_screens import OtherScreens


class HeadlineScreen(StoryScreen[HeadlineState]):
    """Shows a `HeadlineState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: opens other screens.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(HEADLINE_KEYS)
    KEYS = ScreenKeys(HEADLINE_KEYS)
    NAME = "headlines"
    WORDS = RowWords("article", "Keys of the headlines", "words of a headline or a first paragraph")

    def __init__(
        self,
        state: HeadlineState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        others: OtherScreens,
    ) -> None:
        super().__init__(state, signs, get_styles, others)
        self.page: HeadlinePage | None = None
        """The page that was drawn last."""

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "next-pane": partial(self.step, 1),
            "previous-pane": partial(self.step, -1),
            **self.article_commands(
                "The headline of which article?",
                lambda: len(self.state.every),
                self._select_article,
            ),
            "open": self._open,
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        return find_obstacles(self.state)

    def draw(self, size: Size) -> RowPage:
        """Draw title and openings."""
        page = self.page = draw_page(self.state, size.width, size.height - 2, self.signs)
        self.state = self.state.scroll_to(page.top, page.left)
        return RowPage(draw_title(self.state, size.width, self.signs), page.lines, page.room)

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings."""
        return sign_meanings(self.signs)

    def click_row(self, row: int, column: int) -> None:
        """Select the article that was clicked; read it if it is selected already."""
        cells = self.page.cells[row] if self.page and row < len(self.page.cells) else ()
        if not cells:
            return
        at = cells[min(len(cells) - 1, column * len(cells) // max(1, self.app.size.width))]
        if not self.change(self.state.select(at)):
            self._open()

    def cite(self) -> tuple[str, str] | None:
        """Return the first paragraph of the selected article with its headline and source."""
        opening = self.state.selected
        if opening.first is None:
            return None
        text = cite_paragraph(opening.article, opening.first.place.paragraph)
        return text, f"the first paragraph of [{article_mark(opening.position)}] with citation"

    def _select_article(self, article: int) -> None:
        state = self.state.select_article(article)
        if state.selected.position != article:
            self.show_message(f"[{article_mark(article)}] is not listed: Esc lists all.")
        else:
            self.change(state)

    def _open(self) -> None:
        first = self.state.selected.first
        if first is not None:
            self.dismiss(first.place)
