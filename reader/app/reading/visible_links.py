"""The links of a coverage at or above the threshold that the user chose, cached."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reader.app.themes.paragraph_style import Highlight, HighlightRole, OtherArticle, Span
from reader.app.themes.signs import NUMBERED_ARTICLES, Signs, article_mark
from reader.articles import Place
from reader.coverage import Coverage
from reader.linking import Level, Link, LinkCounts

THRESHOLD_STEP = 0.05
"""The change of the lowest score of a link shown, 0..1, by one key press."""


def count_gutter_places(articles: int) -> int:
    """Return the number of fixed places for marks in the gutter; 0: marks have no fixed place."""
    return articles if 2 < articles <= NUMBERED_ARTICLES else 0


class VisibleLinks:
    """Links of one coverage at or above a floor.

    Args:
        coverage: the comparison.
        floor: the least score of a link shown, in 0..1.
        signs: the signs for the gutter.
        is_carried: whether the links are those of a comparison of other articles, shown
            until these are compared.
    """

    def __init__(
        self, coverage: Coverage, floor: float, signs: Signs, *, is_carried: bool = False
    ) -> None:
        self.coverage = coverage
        self.is_carried = is_carried
        self.floor = floor
        self._signs = signs
        self.links_of = lru_cache(maxsize=4096)(self._links_of)
        self.evidence = lru_cache(maxsize=512)(coverage.evidence)
        self.counts = lru_cache(maxsize=4096)(self._counts)
        self.totals = lru_cache(maxsize=1)(self._totals)
        self.nearest = lru_cache(maxsize=4096)(self._nearest)

    def with_floor(self, floor: float) -> VisibleLinks:
        """Return the same coverage at another threshold, within 0.05 and 0.95."""
        floor = min(0.95, max(0.05, round(floor, 2)))
        return VisibleLinks(self.coverage, floor, self._signs, is_carried=self.is_carried)

    def with_coverage(self, coverage: Coverage, *, is_carried: bool = False) -> VisibleLinks:
        """Return another coverage at the same threshold."""
        return VisibleLinks(coverage, self.floor, self._signs, is_carried=is_carried)

    def others(self, place: Place) -> tuple[OtherArticle, ...]:
        """Return a place for every article, or the articles alone that have this moment.

        With three to nine articles, each has a fixed place; with two, or with more than
        have a key of their own, those with the moment are listed. Empty where none has it;
        the sign of *perhaps* at the place of the article that perhaps has it.
        """
        strongest: dict[int, Link] = {}
        nearest = self.nearest(place)
        for link in self.links_of(place) or ((nearest,) if nearest else ()):
            strongest.setdefault(link.there.article_position, link)
        count = len(self.coverage.articles)
        if not strongest or not count_gutter_places(count):
            return tuple(self._other(article, strongest[article]) for article in sorted(strongest))
        absent = OtherArticle(self._signs.dot, None)
        return tuple(
            self._other(article, strongest[article]) if article in strongest else absent
            for article in range(count)
        )

    def same_scores(self, place: Place) -> list[float]:
        """Return the score of the strongest link to each article with the same moment."""
        strongest: dict[int, float] = {}
        for link in self.links_of(place):
            if link.level is Level.SAME:
                strongest.setdefault(link.there.article_position, link.score)
        return list(strongest.values())

    def links_to(self, place: Place, article: int) -> tuple[Link, ...]:
        """Return the links of a paragraph to one article, strongest first."""
        return tuple(
            link for link in self.links_of(place) if link.there.article_position == article
        )

    def highlights(self, links: Iterable[Link]) -> dict[int, Highlight]:
        """Return the highlight of the other side of each link, by position in its article."""
        return {
            link.there.place.paragraph: Highlight(
                HighlightRole.of_level(link.level),
                link.there.article_position,
                _spans(self.evidence(link).shared_there),
            )
            for link in links
        }

    def reading_highlight(self, place: Place, links: Iterable[Link]) -> Highlight:
        """Return the highlight of the paragraph being read: words that any of the links shares."""
        covered = sorted(span for link in links for span in _spans(self.evidence(link).shared_here))
        return Highlight(HighlightRole.READING, place.article, _merged(covered))

    def is_linked(self, place: Place) -> bool:
        """Return whether another article has this paragraph's moment."""
        return bool(self.links_of(place))

    def is_only_here(self, place: Place) -> bool:
        """Return whether this is a paragraph of the story that surely no other article has."""
        return self.coverage.is_only_here(place, self.floor)

    def _nearest(self, place: Place) -> Link | None:
        """Return the passage most alike to a paragraph that is *perhaps* elsewhere.

        Its level is *perhaps*, whatever its score: the threshold of the reader is above it.
        """
        nearest = self.coverage.nearest(place, self.floor)
        return None if nearest is None else nearest._replace(level=Level.PERHAPS)

    def _links_of(self, place: Place) -> tuple[Link, ...]:
        return self.coverage.links_from(place, self.floor)

    def _counts(self, article: int, other: int) -> LinkCounts:
        return self.coverage.link_counts(article, other, self.floor)

    def _totals(self) -> LinkCounts:
        """Return the counts of all links of the coverage."""
        return self.coverage.total_link_counts(self.floor)

    def _other(self, article: int, link: Link) -> OtherArticle:
        mark = article_mark(article)
        return OtherArticle(self._signs.place_mark(mark, link.level), article, link.level)


def _spans(slices: Iterable[slice]) -> tuple[Span, ...]:
    return tuple((part.start, part.stop) for part in slices)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
