"""The screen of versions of one text: what changed between two of them, facts first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.ladder.ladder_styles import LadderStyles, needs_brackets
from reader.app.ladder.version_text import NO_BRACKETS, EditBrackets
from reader.app.row_screens.row_screen import RowScreen, RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.text_versions.change_citation import cite_entry
from reader.app.text_versions.text_version_keys import TEXT_VERSION_KEYS, find_obstacles
from reader.app.text_versions.text_version_page import (
    TextVersionPage,
    draw_page,
    draw_title,
    sign_meanings,
)
from reader.app.text_versions.text_version_state import TextVersionState, list_places
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.articles import Place


class TextVersionScreen(RowScreen[TextVersionState]):
    """Shows a `TextVersionState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(TEXT_VERSION_KEYS)
    KEYS = ScreenKeys(TEXT_VERSION_KEYS)
    WORDS = RowWords(
        "change", "Keys of the versions", "words of a change or its note; empty: all changes"
    )
    SMALLEST = Size(24, 6)

    def __init__(
        self, state: TextVersionState, signs: Signs, get_styles: Callable[[], Styles]
    ) -> None:
        self._styles_of_edits = LadderStyles(get_styles)
        super().__init__(state, signs, self._styles_of_edits.current)
        self.page: TextVersionPage | None = None
        """The page that was drawn last."""

    def notify_style_update(self) -> None:
        """Take the styles of the new theme."""
        super().notify_style_update()
        self._styles_of_edits.reset()

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "open": self._open,
            "word-by-word": self._toggle_text,
            "base": self._choose_base,
            "next-pane": partial(self._step_version, 1),
            "previous-pane": partial(self._step_version, -1),
            "versions": lambda: self.change(self.state.select_next_text()),
            **self.article_commands(
                "Compare which version?", lambda: len(self.state.articles), self._compare
            ),
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        return find_obstacles(self.state)

    def draw(self, size: Size) -> RowPage:
        """Draw title, versions and changes."""
        page = self.page = draw_page(
            self.state, size.width, size.height - 2, self.signs, self._brackets()
        )
        self.state = self.state.scroll_to(page.top)
        return RowPage(draw_title(self.state, size.width, self.signs), page.lines, page.room)

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings."""
        return sign_meanings(self.signs)

    def click_row(self, row: int, column: int) -> None:
        """Select what was clicked; read it there if it is selected already."""
        index = self.page.rows[row] if self.page and row < len(self.page.rows) else None
        if index is not None and not self.change(self.state.select(index)):
            self._open()

    def cite(self) -> tuple[str, str] | None:
        """Return the selected words of both versions, with their sources."""
        selected = self.state.selected
        if selected is None:
            return None
        articles = (self.state.articles[self.state.base], self.state.articles[self.state.other])
        return cite_entry(selected, articles), "this change with citations"

    def go_to_number(self, number: int) -> None:
        """Select the row about a paragraph of the version that is compared."""
        state = self.state
        paragraph = state.articles[state.other].find_position(number)
        if paragraph is None:
            selected = state
        else:
            selected = state.select_paragraph(Place(state.other, paragraph))
        if selected is state:
            self.show_message(f"Nothing is listed of ¶{number}: W shows the whole text.")
        else:
            self.change(selected)

    def _open(self) -> None:
        selected = self.state.selected
        if selected is None:
            return
        places = list_places(selected, (self.state.base, self.state.other))
        if places:
            self.dismiss(places[0])
        else:
            self.show_message("The headline is no paragraph of the text.")

    def _toggle_text(self) -> None:
        self.change(self.state.toggle_text())
        shown = "The whole text" if self.state.shows_text else "What changed"
        self.show_message(f"{shown}: W shows the other.")

    def _choose_base(self) -> None:
        """Exchange two versions; with more than two, ask which is the base."""
        others = self.state.versions.articles
        if len(others) == 2:
            self._set_base(self.state.other)
            return
        choices = {article_mark(each): partial(self._set_base, each) for each in others}
        self.ask_next_key(choices, f"Compare with which version? Press {', '.join(choices)}.")

    def _set_base(self, article: int) -> None:
        self.change(self.state.set_base(article))
        self.show_message(f"Compared with [{article_mark(article)}].")

    def _compare(self, article: int) -> None:
        if article not in self.state.versions.articles:
            self.show_message(f"[{article_mark(article)}] is no version of this text.")
        else:
            self.change(self.state.compare_with(article))

    def _step_version(self, count: int) -> None:
        self.move_to(self.state.step_version(count), count, "version")

    def _brackets(self) -> EditBrackets:
        """Return the brackets, unless the terminal is known to strike words out."""
        if needs_brackets(self.app, self.signs):
            return EditBrackets(self.signs.dropped, self.signs.added)
        return NO_BRACKETS
