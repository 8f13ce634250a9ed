"""The hits of a search, and the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.app.themes.paragraph_style import ParagraphHits
from reader.articles import Place

if TYPE_CHECKING:
    from reader.articles.text_search import SearchHit


class SearchResults(NamedTuple):
    """The hits of one search; every change gives new results."""

    words: str = ""
    """The searched words; empty: none."""
    hits: tuple[SearchHit, ...] = ()
    current: int = -1
    """The index of the current hit; -1: none."""

    @property
    def current_place(self) -> Place | None:
        """The paragraph of the current hit."""
        if not 0 <= self.current < len(self.hits):
            return None
        hit = self.hits[self.current]
        return Place(hit.article, hit.paragraph)

    def with_words(self, words: str) -> SearchResults:
        """Return the same hits under other words, until those are searched."""
        return self._replace(words=words)

    def start_from(self, hits: Sequence[SearchHit], place: Place) -> SearchResults:
        """Return these hits; the first one at or after a place is the current one."""
        after = (n for n, hit in enumerate(hits) if (hit.article, hit.paragraph) >= place)
        return self._replace(hits=tuple(hits), current=next(after, 0) if hits else -1)

    def with_hits(self, hits: Sequence[SearchHit]) -> SearchResults:
        """Return other hits of the same words, none of them current."""
        return self._replace(hits=tuple(hits), current=-1)

    def step(self, count: int) -> SearchResults:
        """Return the results at the hit `count` further on, around the ends."""
        return self._replace(current=(self.current + count) % len(self.hits)) if self.hits else self

    def count_in(self, article: int) -> int:
        """Return the number of hits in an article."""
        return sum(hit.article == article for hit in self.hits)

    def hits_in(self, article: int) -> dict[int, ParagraphHits]:
        """Return the hits in an article, by the position of the paragraph."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for hit in self.hits:
            if hit.article == article:
                spans.setdefault(hit.paragraph, []).append((hit.start, hit.end))
        current = self.hits[self.current] if self.current_place is not None else None
        return {
            paragraph: ParagraphHits(
                tuple(places),
                (current.start, current.end)
                if current is not None and current[:2] == (article, paragraph)
                else None,
            )
            for paragraph, places in spans.items()
        }
