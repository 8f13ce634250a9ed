"""The comparison of several articles: links, their evidence, moments.

A `Coverage` holds the links as flat arrays and makes `Link` values when asked,
so that hundreds of thousands of links cost a few bytes each.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.linking.link_table import SCORE_STEPS, UNKNOWN_SENTENCE, LinkTable
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR, Level, Link, Place
from reader.story.moments import Moment, group, moments_of

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.evidence import Evidence, Explainer


class Coverage:
    """The whole comparison: the articles, the links between their paragraphs, the moments.

    Immutable. `links_from` and `link_counts` cost microseconds, whatever the number
    of links; `moments` are grouped, and evidence is worked out, when first asked.

    Args:
        articles: the articles compared, in the order of their panes.
        table: their links. Raises ValueError where it does not fit the articles.
    """

    __slots__ = ("_explainer", "_moments", "_pairs", "_table", "articles")

    def __init__(self, articles: Sequence[Article], table: LinkTable) -> None:
        counts = [len(article.paragraphs) for article in articles]
        if list(table.starts) != list(accumulate(counts, initial=0)):
            raise ValueError("the links belong to other articles")
        self.articles = tuple(articles)
        self._table = table
        self._pairs = _pair_ranges(table)
        self._moments: tuple[Moment, ...] | None = None
        self._explainer: Explainer | None = None

    @property
    def table(self) -> LinkTable:
        """The links as flat arrays."""
        return self._table

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The groups of linked paragraphs, in the order in which the first article tells them."""
        if self._moments is None:
            self._moments = moments_of(self._grouped_table())
        return self._moments

    def moment_of(self, place: Place) -> Moment | None:
        """The moment a paragraph tells, None where no other article tells it."""
        table = self._grouped_table()
        number = table.moments[table.row(place)]
        return self.moments[number - 1] if number else None

    def links_from(self, place: Place, floor: float | None = None) -> tuple[Link, ...]:
        """The links of a paragraph, strongest first, each with `here` at that paragraph.

        `floor` is the lowest score wanted, `RELATED_FLOOR` if None.
        """
        table = self._table
        row = table.row(place)
        least = _steps(floor)
        here, there, scores = table.here, table.there, table.scores
        place = Place(*place)
        links = []
        for number in table.incident[table.offsets[row] : table.offsets[row + 1]]:
            score = scores[number]
            if score < least:
                break
            other = there[number] if here[number] == row else here[number]
            links.append(Link(place, table.place(other), score / SCORE_STEPS, _level(score)))
        return tuple(links)

    def links(self, floor: float | None = None) -> Iterator[Link]:
        """Every link once, `here` in the earlier article; by article pair, strongest first."""
        table = self._table
        least = _steps(floor)
        for first, last in self._pairs.values():
            for number in range(first, last):
                score = table.scores[number]
                if score < least:
                    break
                yield Link(
                    table.place(table.here[number]),
                    table.place(table.there[number]),
                    score / SCORE_STEPS,
                    _level(score),
                )

    def link_counts(self, article: int, other: int, floor: float | None = None) -> tuple[int, int]:
        """How many links two articles (positions) have: *same*, and *related*."""
        first, last = self._pairs.get((min(article, other), max(article, other)), (0, 0))
        least = _steps(floor)
        shown = _count_at_least(self._table.scores, first, last, least)
        same = _count_at_least(self._table.scores, first, last, max(least, _steps(SAME_FLOOR)))
        return same, shown - same

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists, oriented as the link is."""
        if self._explainer is None:
            from reader.coverage.evidence import Explainer

            self._explainer = Explainer(self)
        return self._explainer.explain(link)

    def best_sentences(self, link: Link) -> tuple[int, int] | None:
        """The positions of the sentences that made the score, `here` and `there`, if known."""
        table = self._table
        number = self._number(link)
        if number is None:
            return None
        here, there = table.sentences_here[number], table.sentences_there[number]
        if UNKNOWN_SENTENCE in (here, there):
            return None
        return (there, here) if link.here.article > link.there.article else (here, there)

    def parts_of(self, link: Link) -> bytes:
        """What made the score of a link, as `LinkTable.parts`; empty where it is not known."""
        number = self._number(link)
        return b"" if number is None else self._table.parts_of(number)

    def _number(self, link: Link) -> int | None:
        """Where a link stands in the table, whichever way it is turned."""
        table = self._table
        row, other = table.row(link.here), table.row(link.there)
        for number in table.incident[table.offsets[row] : table.offsets[row + 1]]:
            if other in (table.here[number], table.there[number]):
                return number
        return None

    def _grouped_table(self) -> LinkTable:
        if len(self._table.moments) != self._table.starts[-1]:
            self._table = group(self._table)
        return self._table


_SAME_STEPS = round(SAME_FLOOR * SCORE_STEPS)


def _steps(floor: float | None) -> int:
    return round((RELATED_FLOOR if floor is None else floor) * SCORE_STEPS)


def _level(steps: int) -> Level:
    return Level.SAME if steps >= _SAME_STEPS else Level.RELATED


def _pair_ranges(table: LinkTable) -> dict[tuple[int, int], tuple[int, int]]:
    triples = list(zip(table.pairs[0::3], table.pairs[1::3], table.pairs[2::3], strict=True))
    firsts = [*(first for _, _, first in triples), len(table)]
    return {(a, b): (first, firsts[number + 1]) for number, (a, b, first) in enumerate(triples)}


def _count_at_least(scores: array[int], first: int, last: int, least: int) -> int:
    """How many of the falling scores in a range are at least `least`."""
    return bisect_left(scores, 1 - least, first, last, key=lambda score: -score) - first
