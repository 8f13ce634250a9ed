"""Which sentences are compared at all: those that share words rare enough to say something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.linking.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Scores = NDArray[np.float32]

SMOOTHING = 50
"""Sentences that are thought to stand beside the group, so that a word of a small group
is not taken for common only because there is little else."""
STOP_WEIGHT = 0.2
NAME_WEIGHT = 0.7
"""Names and numbers recur over a whole story; what happened is told by the other words."""
LENGTH_POWER = 0.15
"""How far the weight of what two sentences share is divided by the weight of all they say."""
LEAST_WEIGHT = 3.0
"""A sentence whose words weigh less is treated as if they weighed this."""

COMPARED_ALWAYS = 20_000_000
COMPARED_PER_SENTENCE = 300
"""Words are compared, rarest first, until so many pairs of equal words have been looked at;
what is more common than that no longer says enough for its cost."""
ALL_KEPT = 1500
"""In groups of at most so many sentences every pair with a shared word is kept."""
PARTNERS = 4
"""In larger groups so many partners of a sentence in one other article are kept."""
PARTNERS_IN_ALL = 96
"""And so many of them in all later articles together."""
AT_ONCE = 200_000
"""Pairs of equal words worked on between two chances to stop."""
CELLS_AT_ONCE = 4_000_000
"""Pairs of rows worked on between two chances to stop, where most pairs share a word."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of rows with what they share, sorted by (here, there), here before there."""

    here: Numbers
    there: Numbers
    plain: Scores
    """Weight of the shared words that are neither names, numbers nor stop words, divided by a
    power of the weight of all words of both."""
    named: Scores
    """Weight of the shared names and numbers, divided likewise."""
    shared: Scores
    """Weight of all shared words, names and stop words taken down, divided likewise."""
    own: Scores
    """For every row of the group the weight of all its words."""


def find_candidates(words: Words, allowed: Any, check: Callable[[float], None]) -> Candidates:
    """Join the rows of different articles over the words they share.

    `allowed[a, b]` says whether two articles are compared at all. Cost and memory are
    near-linear in the number of sentences.
    """
    import numpy as np

    index = _Index(words)
    keep_all = len(words.article) <= ALL_KEPT
    columns: list[list[Any]] = [[], [], [], [], []]
    for here, there, plain, named, shared in index.joined(check):
        kept = allowed[words.article[here], words.article[there]].nonzero()[0]
        if not keep_all:
            best = strongest(here[kept], words.article[there[kept]], shared[kept], PARTNERS)
            kept = kept[best]
            kept = kept[strongest(here[kept], 0 * kept, shared[kept], PARTNERS_IN_ALL)]
        for column, values in zip(columns, (here, there, plain, named, shared), strict=True):
            column.append(values[kept])
    here, there, plain, named, shared = (
        np.concatenate([np.zeros(0, kind), *column])
        for column, kind in zip(columns, (np.int64,) * 2 + (np.float32,) * 3, strict=True)
    )
    return Candidates(here, there, plain, named, shared, index.own)


def cosine(pairs: Candidates) -> Any:
    """The share of what the two rows of every pair say that both say, 0..1."""
    import numpy as np

    product = pairs.own[pairs.here] * pairs.own[pairs.there]
    return pairs.shared * product**LENGTH_POWER / np.sqrt(product)


def strongest(row: Any, group: Any, score: Any, count: int) -> Any:
    """Positions of the `count` best scored entries of every row and group, in their order."""
    import numpy as np

    order = np.lexsort((-score, group, row))
    new = np.flatnonzero(np.diff(row[order], prepend=-1) | np.diff(group[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(new, np.diff(np.append(new, len(order))))
    return np.sort(order[rank < count])


class _Index:
    """The words of all rows, and for every word the rows that have it."""

    def __init__(self, words: Words) -> None:
        import numpy as np

        self._rows = len(words.article)
        self._row = np.repeat(np.arange(self._rows), np.diff(words.offsets))
        self._term = words.terms
        spread = np.bincount(words.terms, minlength=len(words.stop))
        rarity = np.log((SMOOTHING + self._rows) / np.maximum(spread, 1))
        self._plain = np.where(words.stop | words.named, 0.0, rarity)
        self._named = np.where(words.named, rarity, 0.0)
        self._weight = self._plain + NAME_WEIGHT * self._named
        self._weight += np.where(words.stop, STOP_WEIGHT * rarity, 0.0)
        own = np.bincount(self._row, self._weight[self._term], self._rows)
        self.own = np.maximum(own, LEAST_WEIGHT)
        self._start_postings(words, spread)

    def _start_postings(self, words: Words, spread: Any) -> None:
        """For every word of every row, where the rows of later articles with it are listed."""
        import numpy as np

        order = np.argsort(self._term, kind="stable")
        self._listed = self._row[order]
        term, article = self._term[order], words.article[self._listed]
        ends = np.cumsum(spread)[term]
        key = term * (int(article.max(initial=0)) + 1) + article
        later = np.flatnonzero(np.diff(key, append=-1)) + 1
        starts = np.repeat(later, np.diff(later, prepend=0))
        looked_at = np.where(spread <= _commonest(spread, self._rows), 1, 0)[term]
        self._first = np.empty_like(starts)
        self._first[order] = starts
        self._count = np.empty_like(starts)
        self._count[order] = (ends - starts) * looked_at

    def joined(self, check: Callable[[float], None]) -> Iterator[tuple[Any, ...]]:
        """Pairs of rows with the weights of what they share, a slice of the rows at a time."""
        import numpy as np

        total = np.concatenate(([0], np.cumsum(self._count)))
        ends = np.searchsorted(self._row, np.arange(self._rows), side="right")
        begin = row = 0
        while row < self._rows:
            check(row / self._rows)
            last = int(np.searchsorted(total[ends], total[begin] + AT_ONCE, side="right"))
            last = min(max(last, row + 1), row + max(1, CELLS_AT_ONCE // self._rows), self._rows)
            end = int(ends[last - 1])
            if total[end] > total[begin]:
                yield self._slice(begin, end, row, last)
            begin, row = end, last

    def _slice(self, begin: int, end: int, row: int, last: int) -> tuple[Any, ...]:
        import numpy as np

        count = self._count[begin:end]
        total = int(count.sum())
        offset = np.cumsum(count) - count
        places = np.arange(total) + np.repeat(self._first[begin:end] - offset, count)
        term = np.repeat(self._term[begin:end], count)
        key = np.repeat((self._row[begin:end] - row) * self._rows, count) + self._listed[places]
        cells = (last - row) * self._rows
        if cells > 16 * total:
            keys, key = np.unique(key, return_inverse=True)
            found = np.arange(len(keys))
            cells = len(keys)
        else:
            keys = found = np.flatnonzero(np.bincount(key, minlength=cells))
        here, there = keys // self._rows + row, keys % self._rows
        norm = (self.own[here] * self.own[there]) ** LENGTH_POWER
        weights = (
            np.bincount(key, weight[term], cells)[found] / norm
            for weight in (self._plain, self._named, self._weight)
        )
        return (here, there, *(weight.astype(np.float32) for weight in weights))


def _commonest(spread: Any, rows: int) -> int:
    """The number of rows of the commonest words that are looked at."""
    import numpy as np

    counts = np.sort(spread.astype(np.float64))
    cost = np.cumsum(counts**2 / 2)
    within = int(np.searchsorted(cost, COMPARED_ALWAYS + COMPARED_PER_SENTENCE * rows, "right"))
    # Words of one frequency are looked at all or not at all, in whatever order they come.
    return int(counts[within]) - 1 if within < len(counts) else rows
