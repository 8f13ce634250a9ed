"""The screen of the collated story: every moment once, in its fullest words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from reader.app.collated.collated_citation import cite_moment
from reader.app.collated.collated_keys import COLLATED_KEYS, find_obstacles, find_quoting_place
from reader.app.collated.collated_page import (
    CollatedPage,
    StoryLines,
    draw_page,
    draw_title,
    name_order,
    sign_meanings,
)
from reader.app.collated.collated_state import CollatedState
from reader.app.collated.moment_block import BlockLayout
from reader.app.report_saving import WHOLE, scope_of_moment
from reader.app.row_screens.row_screen import RowWords, RunCommands
from reader.app.row_screens.row_widgets import RowPage
from reader.app.row_screens.screen_keys import Obstacles, ScreenKeys
from reader.app.row_screens.story_screen import StoryScreen
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.reports.collated_report import describe_one_article

if TYPE_CHECKING:
    from reader.app.notes.screen_notes import ScreenNotes
    from reader.app.row_screens.other_screens import OtherScreens
    from reader.story import CollatedStory


class CollatedScreen(StoryScreen[CollatedState]):
    """Shows a `CollatedState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: opens other screens.
        notes: writes notes; None where none can be written.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(COLLATED_KEYS)
    KEYS = ScreenKeys(COLLATED_KEYS)
    NAME = "one-story"
    WORDS = RowWords("moment", "Keys of the story", "words of a moment; empty: all moments")

    def __init__(
        self,
        state: CollatedState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        others: OtherScreens,
        notes: ScreenNotes | None = None,
    ) -> None:
        super().__init__(state, signs, get_styles, others)
        self._notes = notes
        self.page: CollatedPage | None = None
        """The page that was drawn last."""
        self._lines: StoryLines | None = None
        self._drawn: CollatedStory | None = None
        """The story that `_lines` are of."""

    def list_own_commands(self) -> RunCommands:
        """Return the commands of the keys that only this screen has."""
        return {
            "next-pane": partial(self._step_article, 1),
            "previous-pane": partial(self._step_article, -1),
            **self.article_commands(
                "The words of which article?",
                lambda: len(self.state.articles),
                self._show_words_of,
            ),
            "next-linked": partial(self._step_to, 1, in_one_article=False),
            "previous-linked": partial(self._step_to, -1, in_one_article=False),
            "next-only-here": partial(self._step_to, 1, in_one_article=True),
            "previous-only-here": partial(self._step_to, -1, in_one_article=True),
            "only-one": self._fold,
            "order": self._sort,
            "open": self._open,
            "compare": self._compare_quote,
            "differences": self._list_differences,
            "note": self._write_note,
            "report": self._save_report,
        }

    def find_obstacles(self) -> Obstacles:
        """Return the reasons why commands are unavailable now."""
        return find_obstacles(self.state)

    def draw(self, size: Size) -> RowPage:
        """Draw title and story."""
        page = self.page = draw_page(self.state, self._lay_out(size.width), size.height - 2)
        self.state = self.state.scroll_to(page.top)
        return RowPage(draw_title(self.state, size.width, self.signs), page.lines, page.room)

    def list_sign_meanings(self) -> Sequence[tuple[str, str]]:
        """Return the signs of the screen with their meanings."""
        return sign_meanings(self.signs)

    def click_row(self, row: int, column: int) -> None:
        """Select the moment that was clicked; open it if it is selected already."""
        entry = self.page.rows[row] if self.page and row < len(self.page.rows) else None
        if isinstance(entry, tuple):
            self._fold()
        elif entry is self.state.selected:
            self._open()
        elif entry is not None:
            self.change(self.state.select(self.state.listed.index(entry)))

    def cite(self) -> tuple[str, str]:
        """Return the displayed words with their source and the differing versions."""
        state, passages = self.state, self.state.passages
        mark = article_mark(passages[0].article_position)
        text = cite_moment(state.articles, state.selected, passages)
        return text, f"the words of [{mark}] with citation"

    def close_part(self) -> bool:
        """Show the fullest words again, or close what every screen closes; False for neither."""
        if self.others.stop_waiting() or self.change(self.state.close_versions()):
            return True
        return super().close_part()

    # The selected moment

    def _step_article(self, direction: int) -> None:
        if not self.change(self.state.step_article(direction)):
            which = "last" if direction > 0 else "first"
            self.show_message(f"The {which} article that has this moment.")

    def _show_words_of(self, article: int) -> None:
        moment, mark = self.state.selected, article_mark(article)
        if moment.passages_of(article):
            self.change(self.state.show_words_of(article))
        elif article in moment.probably_in:
            self.show_message(f"[{mark}] probably has this: a passage of it is probably the same.")
        elif article in moment.perhaps_in:
            self.show_message(f"[{mark}] perhaps has this in other words; where is not known.")
        else:
            self.show_message(f"[{mark}] does not have this moment.")

    def _step_to(self, direction: int, *, in_one_article: bool) -> None:
        if not self.change(self.state.step_to(direction, in_one_article=in_one_article)):
            what = "that one article alone tells" if in_one_article else "that several tell"
            self.show_message(f"No moment {what} {'below' if direction > 0 else 'above'}.")

    def _open(self) -> None:
        """Show all versions; where they are shown, or there is only one, read it in the article."""
        if self.state.is_open or not self.state.selected.versions:
            self.dismiss(self.state.place_to_read)
            return
        self.change(self.state.open_versions(is_open=True))
        self.show_message("All versions. Enter reads it in its article, Esc closes them.")

    # What is listed

    def _fold(self) -> None:
        self.change(self.state.fold())
        folded = "folded" if self.state.is_folded else "shown"
        self.show_message(f"{describe_one_article(self.state.story)}: {folded}.")

    def _sort(self) -> None:
        self.change(self.state.sort_by_next_order())
        self.show_message(f"Order: {name_order(self.state)}.")

    # To other screens

    def _compare_quote(self) -> None:
        place = find_quoting_place(self.state)
        if place is not None:
            self.others.compare_quote(place)

    def _list_differences(self) -> None:
        differences = self.state.selected.differences
        self.others.list_differences(differences[0] if differences else None)

    def _write_note(self) -> None:
        if self._notes is not None:
            self._notes.note_paragraph(self.state.passages[0])

    def _save_report(self) -> None:
        """Save a report of this moment, or of the whole comparison."""
        scopes = (scope_of_moment(self.state.place_to_read), WHOLE)
        self.others.save_report(scopes, self.show_message)

    def _lay_out(self, width: int) -> StoryLines:
        """Return the lines of the story, drawn once for each story and width."""
        lines, story = self._lines, self.state.story
        if lines is None or lines.layout.width != width or self._drawn is not story:
            layout = BlockLayout(width, len(story.articles), self.signs)
            lines = self._lines = StoryLines(layout)
            self._drawn = story
        return lines
