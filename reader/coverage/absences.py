"""Which articles surely do not report a moment, and which may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.coverage.comparable_articles import find_surely_comparable
from reader.coverage.findings import ONLY_HERE_DOUBT
from reader.coverage.only_here import NearestFinder

if TYPE_CHECKING:
    from reader.articles import Article, Passage, Place


class AbsenceFinder:
    """Finds the articles that leave moments out.

    Args:
        articles: the articles that are compared.
        finder: finds the most similar passages in them.
    """

    def __init__(self, articles: Sequence[Article], finder: NearestFinder) -> None:
        self._count = len(articles)
        self._finder = finder
        self._comparable = [
            frozenset(find_surely_comparable(articles, n)) for n in range(len(articles))
        ]

    def find(self, passages: Sequence[Passage]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the articles that surely don't report a moment, and those that may.

        An article may report it where a passage of the moment has a link to it that is shown or
        is likely enough to be in it, or where none of them is known to be in its language.

        Args:
            passages: those of the moment, or the one paragraph that is in no moment.

        Returns:
            Positions of articles; those of the passages are in neither part.
        """
        places = list(dict.fromkeys(passage.place for passage in passages))
        reporting = {place.article for place in places}
        possible = self._find_nearest(places[0]) if len(places) == 1 else frozenset()
        absent: list[int] = []
        doubtful: list[int] = []
        for article in range(self._count):
            if article not in reporting:
                may_report = article in possible or self._may_report(article, places)
                (doubtful if may_report else absent).append(article)
        return tuple(absent), tuple(doubtful)

    def _may_report(self, article: int, places: Sequence[Place]) -> bool:
        read = [place for place in places if article in self._comparable[place.article]]
        return not read or any(
            self._finder.doubt_of_article(place, article) >= ONLY_HERE_DOUBT for place in read
        )

    def _find_nearest(self, place: Place) -> frozenset[int]:
        """Return the article with the nearest passage of a paragraph that may be elsewhere.

        All articles together can make it likely that one of them has it where none alone does.
        """
        nearest = self._finder.find(place)
        if nearest.link is None or nearest.doubt < ONLY_HERE_DOUBT:
            return frozenset()
        return frozenset((nearest.link.there.article,))
