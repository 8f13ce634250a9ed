"""Which articles surely do not report a moment, and which may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.coverage.comparable_articles import find_surely_comparable
from reader.coverage.findings import ONLY_HERE_DOUBT
from reader.coverage.only_here import NearestFinder
from reader.linking.link_table import LinkTable
from reader.linking.links import PROBABLY_FLOOR, LinkedPlaces
from reader.story.matrix.coverage_matrix import Absences

if TYPE_CHECKING:
    from reader.articles import Article, Passage, Place


class AbsenceFinder:
    """Finds the articles that leave moments out.

    Args:
        articles: the articles that are compared.
        table: their links.
        finder: finds the most similar passages in them.
    """

    def __init__(
        self, articles: Sequence[Article], table: LinkTable, finder: NearestFinder
    ) -> None:
        self._count = len(articles)
        self._table = table
        self._finder = finder
        self._comparable = [
            frozenset(find_surely_comparable(articles, n)) for n in range(len(articles))
        ]

    def find(self, passages: Sequence[Passage]) -> Absences:
        """Return the articles that surely don't report a moment, that may, and that probably do.

        An article may report it where a passage of the moment has a link to it that is shown or
        is likely enough to be in it, or where none of them is known to be in its language. It
        probably reports it where a link says so of a sentence of a passage.

        Args:
            passages: those of the moment, or the one paragraph that is in no moment.

        Returns:
            Positions of articles; those of the passages are in no part.
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
        likely = self._find_likely(passages) if doubtful else frozenset()
        return Absences(
            tuple(absent), tuple(doubtful), tuple(each for each in doubtful if each in likely)
        )

    def _find_likely(self, passages: Sequence[Passage]) -> frozenset[int]:
        """Return the articles to which sentences of passages have links that are likely right."""
        return frozenset(
            link.there.article
            for passage in passages
            for link in self._table.links_from(passage.place, PROBABLY_FLOOR)
            if self._is_of(link, passage)
        )

    def _is_of(self, link: LinkedPlaces, passage: Passage) -> bool:
        """Whether the sentence of a link, `here`, is in a passage, or it is unknown which it is."""
        best = self._table.best_sentences(link)
        if best is None:
            return True
        sentence = passage.paragraph.sentences[best[0]]
        return bool(passage.start < sentence.stop and sentence.start < passage.end)

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
