"""Searching all articles, and going from hit to hit."""

from __future__ import annotations

from functools import partial

from reader.app.reading.reading_host import ReadingHost
from reader.app.reading.search_results import SearchResults
from reader.app.screen_commands import Command
from reader.app.widgets.bars import Progress
from reader.articles import clean_line
from reader.articles.text_search import SearchHit, find_hits

IMMEDIATE_CHARACTERS = 2_000_000
"""Characters up to which a search is done before the next frame."""


class SearchController:
    """Searches the articles of the screen.

    Args:
        host: the screen.
    """

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._state = host.state

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {
            "next-hit": Command(partial(self._step, 1), self._find_obstacle),
            "previous-hit": Command(partial(self._step, -1), self._find_obstacle),
        }

    def search(self, typed: str) -> None:
        """Search all articles for words; none clears the search."""
        words = clean_line(typed)
        articles = self._state.articles
        self._state.set_search(self._state.search.with_words(words))
        if not words:
            self._show(SearchResults())
        elif self._state.characters <= IMMEDIATE_CHARACTERS:
            self._show_found(find_hits(articles, words))
        else:
            self._host.show_progress(Progress(f"searching “{clean_line(typed, 20)}”"))
            self._host.start_work(
                "search",
                lambda is_cancelled: find_hits(articles, words, is_cancelled),
                self._show_found,
            )

    def clear(self) -> bool:
        """Clear the search; return False where nothing was searched."""
        if not self._state.search.words:
            return False
        self._show(SearchResults())
        return True

    def search_again(self) -> None:
        """Mark the hits in the articles as they are now; nothing moves."""
        search = self._state.search
        if search.words:
            hits = find_hits(self._state.articles, search.words)
            self._state.set_search(search.with_hits(hits))

    def _find_obstacle(self) -> str:
        return "" if self._state.search.hits else "There are no hits to go to: / searches."

    def _step(self, count: int) -> None:
        self._show(self._state.search.step(count))

    def _show_found(self, hits: list[SearchHit]) -> None:
        self._host.show_progress(None)
        search = self._state.search.start_from(hits, self._state.place)
        self._show(search)
        if not hits:
            words = clean_line(search.words, 40)
            self._host.say(f"“{words}” is in none of the articles.")

    def _show(self, search: SearchResults) -> None:
        self._state.set_search(search, goes_to_hit=True)
        self._host.refresh_view()
