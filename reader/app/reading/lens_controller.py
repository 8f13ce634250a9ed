"""Looking at the text through a lens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.app.next_key import NextKeyChoice
from reader.app.reading.lenses import LENSES, Lens, LensMarks, LensSource
from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.reading.reading_state import ActiveLens
from reader.app.screen_commands import Command
from reader.app.widgets.bars import Progress
from reader.articles import Article

if TYPE_CHECKING:
    from reader.quote_versions import ArticleQuotes


class LensController:
    """Marks in the panes what a lens finds.

    Args:
        host: the screen.
        next_key: takes the key that chooses the lens.
    """

    def __init__(self, host: ReadingHost, next_key: NextKeyChoice) -> None:
        self._host = host
        self._state = host.state
        self._next_key = next_key

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"lens": Command(self._ask_for_lens, needs_article(self._host))}

    def look_through(self, key: str) -> None:
        """Look through the lens that a key chooses; nothing for a key that chooses none."""
        lens = next((lens for lens in LENSES if lens.key == key), None)
        if lens is not None:
            self._look_through(lens)

    def look_again(self) -> None:
        """Mark what the lens finds in the articles as they are now."""
        label = self._state.lens.label
        lens = next((lens for lens in LENSES if lens.label == label and lens.find_marks), None)
        if lens is not None:
            self._look_through(lens, is_silent=True)

    def give_up(self) -> None:
        """Say that the lens found nothing because of a fault."""
        self._host.show_progress(None)
        self._host.say("The quotes of these articles could not be compared.")

    def _ask_for_lens(self) -> None:
        self._next_key.ask({lens.key: partial(self._look_through, lens) for lens in LENSES})
        names = ", ".join(f"{lens.key} {lens.label}" for lens in LENSES)
        self._host.say(f"Lens: {names}")

    def _look_through(self, lens: Lens, *, is_silent: bool = False) -> None:
        find_marks = lens.find_marks
        if find_marks is None:
            self._host.cancel_work("lens")
            self._show(ActiveLens())
            self._host.say("The plain text.")
            return
        articles = self._state.articles
        self._host.show_progress(Progress(f"finding {lens.label}"))
        self._host.start_work(
            "lens",
            partial(_mark_articles, find_marks, articles, self._state.article_quotes()),
            partial(self._show_marks, lens, articles, is_silent),
        )

    def _show_marks(
        self,
        lens: Lens,
        articles: tuple[Article, ...],
        is_silent: bool,
        marks: dict[int, LensMarks],
    ) -> None:
        self._host.show_progress(None)
        if articles is self._state.articles:
            self._show(ActiveLens(lens.label, marks))
            if is_silent:
                return
            count = sum(len(spans) for found in marks.values() for spans in found.values())
            self._host.say(f"{count} {lens.label} marked; v a for the plain text.")

    def _show(self, lens: ActiveLens) -> None:
        self._state.set_lens(lens)
        self._host.refresh_view()


def _mark_articles(
    find_marks: Callable[[LensSource, int], LensMarks],
    articles: Sequence[Article],
    quotes: ArticleQuotes,
    is_cancelled: Callable[[], bool],
) -> dict[int, LensMarks] | None:
    """Return what a lens marks in every article, or None once it is cancelled."""
    source = LensSource(articles, quotes)
    marks: dict[int, LensMarks] = {}
    for position in range(len(articles)):
        if is_cancelled():
            return None
        marks[position] = find_marks(source, position)
    return marks
