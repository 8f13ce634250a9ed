"""Which sentences are compared at all: those that share words rare enough to say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.linking.sentence_terms import Words
from reader.linking.work_progress import (
    STEP,
    Check,
    distinct,
    part_of,
    stable_order,
    steps,
    strongest,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]
    Scores = NDArray[np.float32]

SMOOTHING = 50
"""Sentences that are thought to stand beside the group, so that a word of a small group
is not taken for common only because there is little else."""
STOP_WEIGHT = 0.2
NAME_WEIGHT = 0.7
"""Names and numbers recur over a whole story; what happened is told by the other words."""
FAMILY_WEIGHT = 0.7
"""Two words of one family (quake, tremor) count that much of the weight of a word that is as
rare as the whole family. Chosen by cross-validation."""
LENGTH_POWER = 0.17
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
ROWS_AT_ONCE = 8000
"""Rows weighed between two chances to stop."""
CELLS_A_PAIR = 4
"""Sums are kept for all pairs of rows where those are at most so many for a pair of words."""
INDEXING_SHARE = 0.1
"""About this part of the work is listing where every word stands."""
EVERYTHING = slice(None)


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


def find_candidates(words: Words, allowed: Any, check: Check) -> Candidates:
    """Join the rows of different articles over the words they share.

    `allowed[a, b]` says whether two articles are compared at all. Cost and memory are
    near-linear in the number of sentences.
    """
    import numpy as np

    index = _Index(words, part_of(check, 0.0, INDEXING_SHARE))
    few = len(words.article) > ALL_KEPT
    columns: list[list[Any]] = [[], [], [], [], []]
    for found in index.joined(words.article, allowed, few, part_of(check, INDEXING_SHARE, 1.0)):
        for column, values in zip(columns, found, strict=True):
            column.append(values)
    joined: list[Any] = []
    for column, kind in zip(columns, (np.int32,) * 2 + (np.float32,) * 3, strict=True):
        check(1.0)
        joined.append(np.concatenate([np.zeros(0, kind), *column]))
        column.clear()
    here, there, plain, named, shared = joined
    return Candidates(here, there, plain, named, shared, index.own)


def cosine(pairs: Candidates, some: slice = EVERYTHING) -> Any:
    """The share of what the two rows of every pair say that both say, 0..1."""
    import numpy as np

    product = pairs.own[pairs.here[some]] * pairs.own[pairs.there[some]]
    return pairs.shared[some] * product**LENGTH_POWER / np.sqrt(product)


class _Index:
    """The words of all rows, and for each of them the rows of later articles that have it."""

    def __init__(self, words: Words, check: Check) -> None:
        import numpy as np

        self._rows = len(words.article)
        # Kept from slice to slice: to be given memory takes longer than to add up.
        self._sums = np.zeros((4, 0))
        size = len(words.stop)
        spread = np.zeros(size, np.int64)
        for some in steps(len(words.terms), part_of(check, 0.0, 0.1)):
            spread += np.bincount(words.terms[some], minlength=size)
        rarity = np.log((SMOOTHING + self._rows) / np.maximum(spread, 1))
        self._plain = np.where(words.stop | words.named, 0.0, rarity).astype(np.float32)
        self._named = np.where(words.named, rarity, 0.0).astype(np.float32)
        self._stop = np.where(words.stop, STOP_WEIGHT * rarity, 0.0).astype(np.float32)
        self._own_weight = self._plain + np.float32(NAME_WEIGHT) * self._named + self._stop
        family = np.where(words.stop, -1, words.family)
        spread = np.concatenate((spread, _spread_of_families(words, family)))
        looked_at = (spread > 1) & (spread <= _commonest(spread, self._rows))
        self._weigh_families(family, spread, looked_at)
        self._weigh_rows(words, family, looked_at, part_of(check, 0.1, 0.3))
        self._list_later(words.article, len(spread), part_of(check, 0.3, 1.0))

    def _weigh_families(self, family: Numbers, spread: Any, looked_at: Any) -> None:
        """Give every family a weight, as a word that comes after all others.

        As much is taken from each of its words, so that rows that share the word itself
        have no more in common for it.
        """
        import numpy as np

        size = len(family)
        rarity = np.log((SMOOTHING + self._rows) / np.maximum(spread[size:], 1))
        weight = np.where(looked_at[size:], FAMILY_WEIGHT * rarity, 0.0).astype(np.float32)
        taken = np.where(family >= 0, np.append(weight, 0.0)[family], 0.0).astype(np.float32)
        self._plain = np.concatenate((self._plain - taken, weight))
        self._named = np.concatenate((self._named, 0 * weight))
        self._stop = np.concatenate((self._stop, 0 * weight))

    def _weigh_rows(self, words: Words, family: Numbers, looked_at: Any, check: Check) -> None:
        """Weigh all words of every row, and keep those that are looked at, and families."""
        import numpy as np

        self.own = np.empty(self._rows, np.float32)
        self._begins = np.zeros(self._rows + 1, np.int64)
        kept = []
        for some in steps(self._rows, check, ROWS_AT_ONCE):
            offsets = words.offsets[some.start : some.stop + 1]
            terms = words.terms[offsets[0] : offsets[-1]]
            row = np.repeat(np.arange(some.stop - some.start), np.diff(offsets))
            size = some.stop - some.start
            own = np.bincount(row, self._own_weight[terms], size)
            self.own[some] = np.maximum(own, LEAST_WEIGHT)
            row, terms = _with_families(row, terms, family)
            chosen = looked_at[terms]
            kept.append(terms[chosen])
            self._begins[some.start + 1 : some.stop + 1] = np.bincount(row[chosen], minlength=size)
        self._length = self.own**LENGTH_POWER
        np.cumsum(self._begins, out=self._begins)
        self._term = np.concatenate([np.zeros(0, np.int32), *kept])

    def _list_later(self, article: Numbers, size: int, check: Check) -> None:
        """For every word of every row, where the rows of later articles with it are listed."""
        import numpy as np

        order = stable_order(self._term, part_of(check, 0.0, 0.6))
        self._listed = np.empty(len(order), np.int32)
        self._first = np.empty(len(order), np.int32)
        self._count = np.empty(len(order), np.int32)
        ends = np.searchsorted(self._term, np.arange(1, size + 1), sorter=order)
        begin = 0
        while begin < len(order):
            check(0.6 + 0.4 * begin / len(order))
            last = int(np.searchsorted(ends, begin + STEP))
            end = int(ends[min(last, size - 1)])
            some = order[begin:end]
            listed = np.searchsorted(self._begins, some, "right") - 1
            term = self._term[some]
            key = term.astype(np.int64) * (int(article[-1]) + 1) + article[listed]
            later = np.flatnonzero(np.diff(key, append=-1)) + 1
            first = begin + np.repeat(later, np.diff(later, prepend=0))
            self._listed[begin:end] = listed
            self._first[some] = first
            self._count[some] = ends[term] - first
            begin = end
        count = np.concatenate(([0], np.cumsum(self._count, dtype=np.int64)))
        self._work = count[self._begins]

    def joined(
        self, article: Numbers, allowed: Any, few: bool, check: Check
    ) -> Iterator[tuple[Any, Any, Any, Any, Any]]:
        """Pairs of rows with the weights of what they share, a slice of the rows at a time.

        `few` says whether only the best partners of every row are kept.
        """
        import numpy as np

        if allowed.all():
            allowed = None
        row = 0
        while row < self._rows:
            done = self._work[row]
            check(done / max(1, self._work[-1]))
            last = int(np.searchsorted(self._work, done + STEP, side="right")) - 1
            last = min(max(last, row + 1), self._rows)
            if self._work[last] > done:
                yield self._slice(row, last, article, allowed, few)
            row = last

    def _slice(
        self, row: int, last: int, article: Numbers, allowed: Any, few: bool
    ) -> tuple[Any, Any, Any, Any, Any]:
        import numpy as np

        here = np.repeat(np.arange(last - row), np.diff(self._begins[row : last + 1]))
        term = self._term[self._begins[row] : self._begins[last]]
        pairs = []
        for weight in (self._plain, self._named, self._stop):
            own = weight[term].astype(np.float64)
            some = np.flatnonzero(own)
            pairs.append(self._pairs(row, here[some], some, own[some], article, allowed))
        key, place = self._sum(pairs, (last - row) * (self._rows - row))
        plain, named, _, shared = self._sums
        here, there = np.divmod(key, self._rows - row)
        here += row
        there += row
        norm = self._length[here] * self._length[there]
        shared = (np.maximum(shared[place], 0.0) / norm).astype(np.float32)
        if few:
            kept = strongest(here, article[there], shared, PARTNERS)
            kept = kept[strongest(here[kept], 0 * kept, shared[kept], PARTNERS_IN_ALL)]
            here, there, shared, norm = here[kept], there[kept], shared[kept], norm[kept]
            place = place[kept]
        plain, named = (
            (np.maximum(sums[place], 0.0) / norm).astype(np.float32) for sums in (plain, named)
        )
        return here.astype(np.int32), there.astype(np.int32), plain, named, shared

    def _pairs(
        self, row: int, here: Any, some: Any, weight: Any, article: Numbers, allowed: Any
    ) -> tuple[Any, Any]:
        """For words of the rows from `row` on a number for every pair of rows with one, and
        its weight.

        Args:
            here: the row of every word, counted from `row`.
            some: which they are of all words from this row on.
            weight: of every word.
        """
        import numpy as np

        begin = self._begins[row]
        count = self._count[begin:][some]
        places = np.repeat(self._first[begin:][some] - (np.cumsum(count) - count), count)
        places += np.arange(len(places))
        there = self._listed[places]
        key = np.repeat(here * (self._rows - row) - row, count)
        key += there
        weight = np.repeat(weight, count)
        if allowed is None:
            return key, weight
        kept = np.flatnonzero(allowed[np.repeat(article[row:][here], count), article[there]])
        return key[kept], weight[kept]

    def _sum(self, kinds: Sequence[tuple[Any, Any]], cells: int) -> tuple[Any, Any]:
        """Sum weights by their keys into the rows of `_sums`, one for each kind.

        The last row gets the sum of all, names taken down. Returns the distinct keys, rising,
        and where their sums stand.

        Args:
            kinds: keys, below `cells`, and weights of what is plain, of names, of stop words.
        """
        import numpy as np

        keys: Any = None
        if cells > CELLS_A_PAIR * sum(len(key) for key, _ in kinds):
            keys, numbers = _numbered(np.concatenate([key for key, _ in kinds]))
            places = np.split(numbers, np.cumsum([len(key) for key, _ in kinds])[:-1])
            kinds = [(place, weight) for place, (_, weight) in zip(places, kinds, strict=True)]
            cells = len(keys)
        if cells > self._sums.shape[1]:
            self._sums = np.empty((4, cells))
        plain, named, stop, shared = (sums[:cells] for sums in self._sums)
        for sums, (key, weight) in zip((plain, named, stop), kinds, strict=True):
            sums.fill(0.0)
            np.add.at(sums, key, weight)
        np.multiply(named, NAME_WEIGHT, out=shared)
        shared += plain
        shared += stop
        if keys is not None:
            return keys, np.arange(cells)
        # No weights of one pair add up to nothing.
        keys = np.flatnonzero(shared != 0.0)
        return keys, keys


def _numbered(keys: Any) -> tuple[Any, Any]:
    """The distinct keys of a list, rising, and for each of the list its place among these."""
    import numpy as np

    bits = len(keys).bit_length()
    packed = (keys << bits) | np.arange(len(keys))
    packed.sort()
    key, order = packed >> bits, packed & ((1 << bits) - 1)
    new = np.ones(len(key), bool)
    np.not_equal(key[1:], key[:-1], out=new[1:])
    place = np.empty(len(keys), np.int64)
    place[order] = np.cumsum(new) - 1
    return key[new], place


def _with_families(row: Any, terms: Any, family: Numbers) -> tuple[Any, Any]:
    """The terms of rows and the families of these, as further terms, each once in a row."""
    import numpy as np

    number = family[terms]
    member = number >= 0
    packed = distinct((row[member] << 32) | number[member])
    owner = packed >> 32
    after = np.searchsorted(row, owner, "right")
    further = (packed & 0xFFFFFFFF) + len(family)
    return np.insert(row, after, owner), np.insert(terms, after, further)


def _spread_of_families(words: Words, family: Numbers) -> Any:
    """For every family the number of rows that have a word of it."""
    import numpy as np

    spread = np.zeros(int(family.max(initial=-1)) + 1, np.int64)
    for some in steps(len(words.article), None, ROWS_AT_ONCE):
        offsets = words.offsets[some.start : some.stop + 1]
        number = family[words.terms[offsets[0] : offsets[-1]]]
        row = np.repeat(np.arange(some.stop - some.start), np.diff(offsets))
        member = number >= 0
        packed = distinct((row[member] << 32) | number[member])
        spread += np.bincount(packed & 0xFFFFFFFF, minlength=len(spread))
    return spread


def _commonest(spread: Any, rows: int) -> int:
    """The number of rows of the commonest words that are looked at."""
    import numpy as np

    counts = np.sort(spread.astype(np.float64))
    cost = np.cumsum(counts**2 / 2)
    within = int(np.searchsorted(cost, COMPARED_ALWAYS + COMPARED_PER_SENTENCE * rows, "right"))
    # Words of one frequency are looked at all or not at all, in whatever order they come.
    return int(counts[within]) - 1 if within < len(counts) else rows
