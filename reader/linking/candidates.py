"""Which sentences are compared at all: those that share words rare enough to say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from reader.linking.arrays import (
    CHUNK,
    Booleans,
    Floats,
    Integers,
    Slots,
    chunks,
    sorted_unique,
    stable_order,
    strongest,
)
from reader.linking.sentence_terms import SentenceTerms
from reader.linking.synonym_groups import SYNONYM_WEIGHT

SMOOTHING = 50
"""Imagined sentences beside the group, so that a word of a small group is not taken for
common only because there is little else."""
FEW_ARTICLES = 5
"""Among so many articles the rarity of a word is the mean of what it is among all and what it is
among two of them, so that what two have in common hardly weighs less when another is opened."""
STOP_WEIGHT = 0.2
"""The share of its rarity, 0..1, that a stop word weighs."""
NAME_WEIGHT = 0.7
"""The share of its rarity, 0..1, that a name or number weighs: they recur over a whole story,
and the other words say what happened."""
LENGTH_POWER = 0.17
"""The weight of what two sentences share is divided by this power of the weight of all their
words. Chosen with the figures of tests/benchmarks/linking_elsewhere.py."""
LEAST_WEIGHT = 3.0
"""A sentence whose words weigh less is treated as if they weighed this."""

COMPARED_ALWAYS = 20_000_000
COMPARED_PER_SENTENCE = 300
"""Words are compared, rarest first, until this many pairs of equal words are read, for each
sentence and beside `COMPARED_ALWAYS`; a commoner word no longer says enough for its cost."""
ALL_PAIRS_SENTENCES = 1500
"""In groups of at most so many sentences every pair with a shared word is a candidate."""
PARTNERS_PER_ARTICLE = 4
"""In larger groups so many partners of a sentence in one other article are candidates."""
PARTNERS_IN_ALL = 96
"""And so many of them in all later articles together."""
ROWS_AT_ONCE = 8000
CELLS_PER_WORD_PAIR = 4
"""Sums are stored for all pairs of rows where those are at most so many for a pair of words."""
ALL_PAIRS = slice(None)


@dataclass(frozen=True, slots=True)
class CandidatePairs:
    """Pairs of rows with what they share, sorted by (here, there), here before there."""

    here: Integers
    there: Integers
    plain_overlap: Floats
    """Weight of the shared words that are neither names, numbers nor stop words, divided by a
    power of the weight of all words of both."""
    name_overlap: Floats
    """Weight of the shared names and numbers, divided likewise."""
    overlap: Floats
    """Weight of all shared words, names and stop words reduced, divided likewise."""
    row_weight: Floats
    """For every row of the group the weight of all its words."""

    def keys(self, rows: int) -> Integers:
        """One number for every pair, rising; `rows` is the number of rows."""
        keys: Integers = self.here.astype(np.int64) * rows + self.there
        return keys

    def cosine(self, some: Slots = ALL_PAIRS) -> Floats:
        """For some of the pairs the share, 0..1, of what both rows say that they share."""
        product = self.row_weight[self.here[some]] * self.row_weight[self.there[some]]
        cosine: Floats = self.overlap[some] * product**LENGTH_POWER / np.sqrt(product)
        return cosine


def find_candidates(
    terms: SentenceTerms, is_compared: Booleans, is_counted: Booleans | None = None
) -> CandidatePairs:
    """Join the rows of different articles over the terms they share.

    Cost and memory are near-linear in the number of sentences.

    Args:
        terms: the terms of all sentences.
        is_compared: for every two articles whether their sentences are compared, a square.
        is_counted: for every article whether it counts for how rare a term is, all if None.
    """
    index = _TermIndex(terms, is_counted)
    columns: list[list[Any]] = [[], [], [], [], []]
    for found in index.joined_rows(is_compared):
        for column, values in zip(columns, found, strict=True):
            column.append(values)
    joined: list[Any] = []
    for column, kind in zip(columns, (np.int32,) * 2 + (np.float32,) * 3, strict=True):
        joined.append(np.concatenate([np.zeros(0, kind), *column]))
        column.clear()
    here, there, plain, name, overlap = joined
    return CandidatePairs(here, there, plain, name, overlap, index.row_weight)


class _TermIndex:
    """The terms of all rows, and for each of them the rows of later articles that have it.

    Synonym groups are terms too: they are numbered after all others.
    """

    def __init__(self, terms: SentenceTerms, is_counted: Booleans | None) -> None:
        self._article = terms.article
        self._rows = len(terms.article)
        # Reused for every slice of the rows: to allocate memory takes longer than to add up.
        self._sums = np.zeros((4, 0))
        spread = _spread_of_terms(terms)
        counted = terms if is_counted is None else terms.of_articles(is_counted)
        self._rows_counted = len(counted.article)
        self._share_of_two = _share_of_two_articles(counted)
        rarity = self._rarity(spread if is_counted is None else _spread_of_terms(counted))
        self._plain = np.where(terms.is_stop | terms.is_name, 0.0, rarity).astype(np.float32)
        self._name = np.where(terms.is_name, rarity, 0.0).astype(np.float32)
        self._stop = np.where(terms.is_stop, STOP_WEIGHT * rarity, 0.0).astype(np.float32)
        own_weight = self._plain + np.float32(NAME_WEIGHT) * self._name + self._stop
        group = np.where(terms.is_stop, -1, terms.synonym_group)
        group_spread = _spread_of_groups(terms, group)
        spread = np.concatenate((spread, group_spread))
        is_joined = (spread > 1) & (spread <= _largest_spread(spread, self._rows))
        if is_counted is not None:
            group_spread = _spread_of_groups(counted, group)
        self._add_group_weights(group, self._rarity(group_spread), is_joined)
        self._index_rows(terms, group, own_weight, is_joined)
        self._list_later_rows(len(spread))

    def _rarity(self, spread: Integers) -> Floats:
        """How rare terms are that so many of the counted rows have."""
        rows, share = self._rows_counted, self._share_of_two
        rarity: Floats = np.log((SMOOTHING + rows) / np.maximum(spread, 1))
        if share < 1.0:
            # A word that any two sentences share is in two sentences of two articles.
            of_two = np.maximum(share * spread, np.clip(spread, 1, 2))
            rarity = (rarity + np.log((SMOOTHING + share * rows) / of_two)) / 2
        return rarity

    def _add_group_weights(self, group: Integers, rarity: Floats, is_joined: Booleans) -> None:
        """Append the weight of every synonym group to those of the terms.

        As much is taken from each of its words, so that rows that share the word itself
        have no more in common for it.
        """
        size = len(group)
        weight = np.where(is_joined[size:], SYNONYM_WEIGHT * rarity, 0.0).astype(np.float32)
        taken = np.where(group >= 0, np.append(weight, 0.0)[group], 0.0).astype(np.float32)
        self._plain = np.concatenate((self._plain - taken, weight))
        self._name = np.concatenate((self._name, 0 * weight))
        self._stop = np.concatenate((self._stop, 0 * weight))

    def _index_rows(
        self, terms: SentenceTerms, group: Integers, own_weight: Floats, is_joined: Booleans
    ) -> None:
        """Weigh all terms of every row, and store those over which rows are joined."""
        self.row_weight = np.empty(self._rows, np.float32)
        self._begins = np.zeros(self._rows + 1, np.int64)
        stored = []
        for some in chunks(self._rows, ROWS_AT_ONCE):
            offsets = terms.offsets[some.start : some.stop + 1]
            term = terms.terms[offsets[0] : offsets[-1]]
            row = np.repeat(np.arange(some.stop - some.start), np.diff(offsets))
            size = some.stop - some.start
            weight = np.bincount(row, own_weight[term], size)
            self.row_weight[some] = np.maximum(weight, LEAST_WEIGHT)
            row, term = _with_synonym_groups(row, term, group)
            chosen = is_joined[term]
            stored.append(term[chosen])
            self._begins[some.start + 1 : some.stop + 1] = np.bincount(row[chosen], minlength=size)
        self._length = self.row_weight**LENGTH_POWER
        np.cumsum(self._begins, out=self._begins)
        self._term = np.concatenate([np.zeros(0, np.int32), *stored])

    def _list_later_rows(self, size: int) -> None:
        """For every term of every row, where the rows of later articles with it are listed."""
        order = stable_order(self._term)
        self._listed = np.empty(len(order), np.int32)
        self._first = np.empty(len(order), np.int32)
        self._count = np.empty(len(order), np.int32)
        ends = np.searchsorted(self._term, np.arange(1, size + 1), sorter=order)
        begin = 0
        while begin < len(order):
            last = int(np.searchsorted(ends, begin + CHUNK))
            end = int(ends[min(last, size - 1)])
            some = order[begin:end]
            listed = np.searchsorted(self._begins, some, "right") - 1
            term = self._term[some]
            key = term.astype(np.int64) * (int(self._article[-1]) + 1) + self._article[listed]
            later = np.flatnonzero(np.diff(key, append=-1)) + 1
            first = begin + np.repeat(later, np.diff(later, prepend=0))
            self._listed[begin:end] = listed
            self._first[some] = first
            self._count[some] = ends[term] - first
            begin = end
        count = np.concatenate(([0], np.cumsum(self._count, dtype=np.int64)))
        self._work = count[self._begins]
        """For every row the pairs of equal terms of all rows before it."""

    def joined_rows(self, is_compared: Booleans) -> Iterator[tuple[Any, Any, Any, Any, Any]]:
        """Yield pairs of rows with their three overlaps, a slice of the rows at a time."""
        pairs_compared = None if is_compared.all() else is_compared
        row = 0
        while row < self._rows:
            done = self._work[row]
            last = int(np.searchsorted(self._work, done + CHUNK, side="right")) - 1
            last = min(max(last, row + 1), self._rows)
            if self._work[last] > done:
                yield self._join_slice(row, last, pairs_compared)
            row = last

    def _join_slice(
        self, row: int, last: int, is_compared: Booleans | None
    ) -> tuple[Any, Any, Any, Any, Any]:
        here = np.repeat(np.arange(last - row), np.diff(self._begins[row : last + 1]))
        term = self._term[self._begins[row] : self._begins[last]]
        pairs = []
        for weight in (self._plain, self._name, self._stop):
            own = weight[term].astype(np.float64)
            some = np.flatnonzero(own)
            pairs.append(self._word_pairs(row, here[some], some, own[some], is_compared))
        key, place = self._sum_weights(pairs, (last - row) * (self._rows - row))
        plain, name, _, overlap = self._sums
        here, there = np.divmod(key, self._rows - row)
        here += row
        there += row
        norm = self._length[here] * self._length[there]
        overlap = (np.maximum(overlap[place], 0.0) / norm).astype(np.float32)
        if self._rows > ALL_PAIRS_SENTENCES:
            chosen = strongest(here, self._article[there], overlap, PARTNERS_PER_ARTICLE)
            chosen = chosen[strongest(here[chosen], 0 * chosen, overlap[chosen], PARTNERS_IN_ALL)]
            here, there, norm, place = here[chosen], there[chosen], norm[chosen], place[chosen]
            overlap = overlap[chosen]
        plain, name = (
            (np.maximum(sums[place], 0.0) / norm).astype(np.float32) for sums in (plain, name)
        )
        return here.astype(np.int32), there.astype(np.int32), plain, name, overlap

    def _word_pairs(
        self,
        row: int,
        here: Integers,
        some: Integers,
        weight: Floats,
        is_compared: Booleans | None,
    ) -> tuple[Any, Any]:
        """For terms of the rows from `row` on: a number for every pair of rows with one of
        them, and its weight.

        Args:
            row: the first row.
            here: the row of every term, counted from `row`.
            some: the positions of the terms among all from this row on.
            weight: of every term.
            is_compared: for every two articles whether they are compared; all are if None.
        """
        begin = self._begins[row]
        count = self._count[begin:][some]
        places = np.repeat(self._first[begin:][some] - (np.cumsum(count) - count), count)
        places += np.arange(len(places))
        there = self._listed[places]
        key = np.repeat(here * (self._rows - row) - row, count)
        key += there
        weight = np.repeat(weight, count)
        if is_compared is None:
            return key, weight
        article_here = np.repeat(self._article[row:][here], count)
        chosen = np.flatnonzero(is_compared[article_here, self._article[there]])
        return key[chosen], weight[chosen]

    def _sum_weights(self, kinds: Sequence[tuple[Any, Any]], cells: int) -> tuple[Any, Any]:
        """Sum weights by their keys into the rows of `_sums`, one for each kind.

        The last row gets the sum of all, names reduced.

        Args:
            kinds: keys, below `cells`, and weights of plain words, of names, of stop words.
            cells: the number of possible keys.

        Returns:
            The distinct keys, rising, and the places of their sums.
        """
        keys: Any = None
        if cells > CELLS_PER_WORD_PAIR * sum(len(key) for key, _ in kinds):
            keys, numbers = _number_keys(np.concatenate([key for key, _ in kinds]))
            places = np.split(numbers, np.cumsum([len(key) for key, _ in kinds])[:-1])
            kinds = [(place, weight) for place, (_, weight) in zip(places, kinds, strict=True)]
            cells = len(keys)
        if cells > self._sums.shape[1]:
            self._sums = np.empty((4, cells))
        plain, name, stop, overlap = (sums[:cells] for sums in self._sums)
        for sums, (key, weight) in zip((plain, name, stop), kinds, strict=True):
            sums.fill(0.0)
            np.add.at(sums, key, weight)
        np.multiply(name, NAME_WEIGHT, out=overlap)
        overlap += plain
        overlap += stop
        if keys is not None:
            return keys, np.arange(cells)
        # The weights of a pair never sum to 0.
        keys = np.flatnonzero(overlap != 0.0)
        return keys, keys


def _share_of_two_articles(terms: SentenceTerms) -> float:
    """The part of the rows of a few articles that two of them have on average; 1 among many."""
    articles = len(np.flatnonzero(np.bincount(terms.article)))
    return 2 / articles if 2 < articles <= FEW_ARTICLES else 1.0


def _number_keys(keys: Any) -> tuple[Any, Any]:
    """The distinct keys of a list, rising, and for each of the list its place among these."""
    bits = len(keys).bit_length()
    packed = (keys << bits) | np.arange(len(keys))
    packed.sort()
    key, order = packed >> bits, packed & ((1 << bits) - 1)
    is_new = np.ones(len(key), bool)
    np.not_equal(key[1:], key[:-1], out=is_new[1:])
    place = np.empty(len(keys), np.int64)
    place[order] = np.cumsum(is_new) - 1
    return key[is_new], place


def _with_synonym_groups(row: Any, term: Any, group: Integers) -> tuple[Any, Any]:
    """The terms of rows and their synonym groups, as further terms, each once in a row."""
    number = group[term]
    is_member = number >= 0
    packed = sorted_unique((row[is_member] << 32) | number[is_member])
    owner = packed >> 32
    after = np.searchsorted(row, owner, "right")
    further = (packed & 0xFFFFFFFF) + len(group)
    return np.insert(row, after, owner), np.insert(term, after, further)


def _spread_of_terms(terms: SentenceTerms) -> Integers:
    """For every term the number of rows that have it."""
    spread = np.zeros(len(terms.is_stop), np.int64)
    for some in chunks(len(terms.terms)):
        spread += np.bincount(terms.terms[some], minlength=len(spread))
    return spread


def _spread_of_groups(terms: SentenceTerms, group: Integers) -> Integers:
    """For every synonym group the number of rows that have a word of it."""
    spread = np.zeros(int(group.max(initial=-1)) + 1, np.int64)
    for some in chunks(len(terms.article), ROWS_AT_ONCE):
        offsets = terms.offsets[some.start : some.stop + 1]
        number = group[terms.terms[offsets[0] : offsets[-1]]]
        row = np.repeat(np.arange(some.stop - some.start), np.diff(offsets))
        is_member = number >= 0
        packed = sorted_unique((row[is_member] << 32) | number[is_member])
        spread += np.bincount(packed & 0xFFFFFFFF, minlength=len(spread))
    return spread


def _largest_spread(spread: Integers, rows: int) -> int:
    """The number of rows of the commonest terms over which rows are joined."""
    counts = np.sort(spread.astype(np.float64))
    cost = np.cumsum(counts**2 / 2)
    within = int(np.searchsorted(cost, COMPARED_ALWAYS + COMPARED_PER_SENTENCE * rows, "right"))
    # Terms of one frequency are joined all or not at all, whatever their order.
    return int(counts[within]) - 1 if within < len(counts) else rows
