"""The articles that may report the event of an article: those nearest to it in words and days.

Each article is compared with all others that are at most `DAYS_AROUND` days from it, of its
language where both are known; the nearest are returned. Articles are compared in blocks of days,
so that not all of them have to be in memory. Nothing here knows of a store or an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from reader.archive.date_windows import DAYS_AROUND
from reader.archive.term_vectors import TermVector

NEIGHBOURS = 12
"""The number of nearest articles that are returned for an article."""
LEAST_COSINE = 0.1
"""The cosine, 0..1, below which an article is not near, however few are nearer."""
BLOCK_DAYS = 7
"""Days of the articles that are compared at once with those around them."""

_UNKNOWN = 0


class DatedVector(NamedTuple):
    """An article with what decides how near it is to others."""

    number: int
    """It orders articles that are equally near."""
    day: int
    """Days from 1970-01-01."""
    language: str | None
    """ISO 639-1 code; one of unknown language is compared with all."""
    vector: TermVector


class NearPair(NamedTuple):
    """Two articles, the smaller number first."""

    here: int
    there: int
    cosine: float


def list_blocks(day: int) -> range:
    """Return the blocks in which an article of a day is needed: its own and those near."""
    return range((day - DAYS_AROUND) // BLOCK_DAYS, (day + DAYS_AROUND) // BLOCK_DAYS + 1)


def find_near_pairs(articles: Iterable[DatedVector]) -> dict[tuple[int, int], float]:
    """Return the cosines of articles and the nearest ones of each.

    Args:
        articles: all of them; the blocks are made of them.

    Returns:
        By two numbers, the smaller one first, their cosine.
    """
    blocks: dict[int, list[DatedVector]] = defaultdict(list)
    for article in articles:
        for block in list_blocks(article.day):
            blocks[block].append(article)
    return {
        (pair.here, pair.there): pair.cosine
        for block, some in sorted(blocks.items())
        for pair in pair_nearest(some, block)
    }


def pair_nearest(articles: Iterable[DatedVector], block: int) -> Iterator[NearPair]:
    """Yield the articles of a block with the nearest of each; a pair may come twice.

    Args:
        articles: those that are needed in the block, as `list_blocks` says, in any order.
        block: its number.
    """
    ordered = sorted(articles, key=lambda each: each.number)
    days = np.array([each.day for each in ordered], np.int64)
    languages = _number_languages(ordered)
    postings = _Postings([each.vector for each in ordered])
    for place in np.flatnonzero(days // BLOCK_DAYS == block).tolist():
        cosines = postings.measure(place)
        cosines[np.abs(days - days[place]) > DAYS_AROUND] = 0.0
        if languages[place] != _UNKNOWN:
            cosines[(languages != languages[place]) & (languages != _UNKNOWN)] = 0.0
        cosines[place] = 0.0
        near = np.flatnonzero(cosines >= LEAST_COSINE)
        nearest = near[np.argsort(-cosines[near], kind="stable")[:NEIGHBOURS]]
        for other in nearest.tolist():
            first, second = sorted((ordered[place].number, ordered[other].number))
            yield NearPair(first, second, float(cosines[other]))


def find_nearest_outside(
    group: Sequence[int], neighbours: Mapping[int, Iterable[tuple[float, int]]], limit: int
) -> list[int]:
    """Return the articles that are nearest to a group and not in it, the nearest first.

    Args:
        group: the numbers of its articles.
        neighbours: by the number of an article the cosines and numbers of those near it.
        limit: at most so many.
    """
    members = set(group)
    best: dict[int, float] = {}
    for number in group:
        for cosine, other in neighbours.get(number, ()):
            if other not in members:
                best[other] = max(cosine, best.get(other, 0.0))
    return sorted(best, key=lambda other: (-best[other], other))[:limit]


def _number_languages(articles: Sequence[DatedVector]) -> Any:
    number_of: dict[str | None, int] = {None: _UNKNOWN}
    numbers = [number_of.setdefault(each.language, len(number_of)) for each in articles]
    return np.array(numbers, np.int64)


class _Postings:
    """Which articles have a term, and how weighty it is in each."""

    def __init__(self, vectors: Sequence[TermVector]) -> None:
        lengths = [len(each.terms) for each in vectors]
        terms: Any = np.concatenate([np.zeros(0, np.int64), *(each.terms for each in vectors)])
        weights: Any = np.concatenate(
            [np.zeros(0, np.float32), *(each.weights for each in vectors)]
        )
        order = np.argsort(terms, kind="stable")
        self._count = len(vectors)
        self._own_weights = weights
        self._ends_of = np.concatenate([[0], np.cumsum(lengths)])
        self._holders = np.repeat(np.arange(len(vectors)), lengths)[order]
        self._weights = weights[order]
        _, first, place = np.unique(terms[order], return_index=True, return_inverse=True)
        self._firsts = first
        self._sizes = np.diff(np.append(first, len(terms)))
        self._place_of = np.empty(len(terms), np.int64)
        self._place_of[order] = place.reshape(-1)

    def measure(self, number: int) -> Any:
        """Return the cosines of an article and all others.

        The terms of two articles are added up in ascending order, whichever is asked for and
        whatever others there are.
        """
        own = slice(self._ends_of[number], self._ends_of[number + 1])
        places = self._place_of[own]
        sizes = self._sizes[places]
        before = np.cumsum(sizes) - sizes
        at = np.repeat(self._firsts[places] - before, sizes) + np.arange(sizes.sum())
        products = np.repeat(self._own_weights[own], sizes) * self._weights[at]
        return np.bincount(self._holders[at], products, self._count)
