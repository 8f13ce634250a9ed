"""The base classes of screens of rows that show a whole story; each can open the others."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import ClassVar, Protocol, TypeVar

from reader.app.row_screens.other_screens import OtherScreens
from reader.app.row_screens.row_screen import RowScreen, RowState, RunCommands
from reader.app.row_screens.screen_keys import WHOLE_STORY_KEYS
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.articles import Article, Place

_Self = TypeVar("_Self")
_State = TypeVar("_State", bound=RowState)


class StoryScreen(RowScreen[_State]):
    """A screen of rows that shows a whole story.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: opens other screens.
    """

    NAME: ClassVar[str]
    """The name of the key that opens it."""

    def __init__(
        self, state: _State, signs: Signs, get_styles: Callable[[], Styles], others: OtherScreens
    ) -> None:
        self.others = others
        super().__init__(state, signs, get_styles)

    def list_shared_commands(self) -> RunCommands:
        """Return the shared commands, and those that open the other screens of a story."""
        others = {
            name: partial(self.others.open_screen, name)
            for name in WHOLE_STORY_KEYS
            if name != self.NAME
        }
        return {**super().list_shared_commands(), **others, self.NAME: no_obstacle}

    def close_part(self) -> bool:
        """Stop waiting for another screen, or list all rows again; return False for neither."""
        return self.others.stop_waiting() or super().close_part()

    def leave(self) -> None:
        """Go back, and stop waiting for another screen."""
        self.others.stop_waiting()
        super().leave()


class TableState(RowState, Protocol):
    """A state whose rows have a column for each article; one cell is selected."""

    @property
    def article(self) -> int:
        """The position of the article whose column is selected."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles."""

    def select_article(self: _Self, article: int) -> _Self:
        """Select the column of an article, or the nearest end."""

    def select_line(self: _Self, line: int) -> _Self:
        """Select a line by its position, or the nearest end."""


_Table = TypeVar("_Table", bound=TableState)


class TableScreen(StoryScreen[_Table]):
    """A screen of rows with a column for each article."""

    @abstractmethod
    def find_cell(self, row: int, column: int) -> tuple[int | None, int | None]:
        """Return the line of the table at a row, and the article whose column is there."""

    @abstractmethod
    def read_cell(self) -> None:
        """Read the paragraph of the selected cell."""

    def list_shared_commands(self) -> RunCommands:
        """Return the shared commands, and those that select a column."""
        columns = self.article_commands(
            "The column of which article?",
            lambda: len(self.state.articles),
            lambda article: self.change(self.state.select_article(article)),
        )
        return {
            **super().list_shared_commands(),
            **columns,
            "next-pane": partial(self._step_article, 1),
            "previous-pane": partial(self._step_article, -1),
            "open": self.read_cell,
        }

    def click_row(self, row: int, column: int) -> None:
        """Select the cell that was clicked; read it if it is selected already."""
        line, article = self.find_cell(row, column)
        state = self.state
        if article is not None:
            state = state.select_article(article)
        if line is not None:
            state = state.select_line(line)
        if not self.change(state) and line is not None and article is not None:
            self.read_cell()

    def go_to_number(self, number: int) -> None:
        """Read a paragraph of the selected article."""
        article = self.state.article
        paragraph = self.state.articles[article].find_position(number)
        if paragraph is None:
            self.show_message(f"[{article_mark(article)}] has no paragraph {number}.")
        else:
            self.dismiss(Place(article, paragraph))

    def turn_page(self, share: float) -> None:
        """Select the line a share of a page further on."""
        self.step(self.lines_of_page(share))

    def _step_article(self, count: int) -> None:
        state = self.state.select_article(self.state.article + count)
        self.move_to(state, count, "article")
