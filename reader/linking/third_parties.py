"""What third sentences say about a pair: those that are alike to both of its sentences."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from reader.linking.arrays import CHUNK, Floats, Integers, chunks, stable_order, strongest
from reader.linking.candidates import CandidatePairs

PARTNERS_READ = 40
"""Of a third sentence so many of its best partners are read, in small groups."""
PARTNERS_READ_OF_MANY = 12
"""And so many in groups of more than `SMALL_GROUP_ROWS` sentences."""
CROWDED = 0.5
"""The share, 0..1, of the strongest tie that the weakest one read has where a row has more near
copies than are read: then two of these may be read by no third row, and need none."""
SMALL_GROUP_ROWS = 6000
CELLS = 4 * CHUNK
"""Sums are stored for so many pairs of rows at once."""
TIE_PAIRS_BY_CELL = CHUNK // 3
"""Pairs of ties that are added up at once, in a cell for every pair of rows."""
TIE_PAIRS_BY_SEARCH = CHUNK // 8
"""Pairs of ties that are added up at once, each after a search."""
UNLIKELY = 0.02
"""A pair with a lower first probability, 0..1, says nothing about other pairs."""


def measure_third_party_support(
    pairs: CandidatePairs, strength: Floats, rows: int
) -> tuple[Floats, Floats]:
    """Measure how far third sentences are tied to both sentences of every pair.

    Args:
        pairs: the candidate pairs, each a tie between two rows.
        strength: of every tie.
        rows: the number of rows.

    Returns:
        The weaker of the two ties of the third sentence where that is strongest; and the
        cosine, 0..1, of all ties of the one sentence with all ties of the other.
    """
    ties, length = _strongest_ties(pairs.here, pairs.there, strength, rows)
    best = np.zeros(len(pairs.here), np.float32)
    cosine = _sum_over_thirds(pairs, ties, rows, best)
    crowded = _find_crowded(pairs.here, pairs.there, strength, ties, rows)
    best[crowded] = np.maximum(best[crowded], strength[crowded])
    for some in chunks(len(cosine)):
        cosine[some] /= np.maximum(length[pairs.here[some]] * length[pairs.there[some]], 1e-9)
    return best, cosine


def measure_cooccurrence(pairs: CandidatePairs, likely: Floats, rows: int) -> Floats:
    """The expected number of third sentences that report the same as both of every pair.

    It is the sum, over the third sentences, of the product of both probabilities.

    Args:
        pairs: the candidate pairs.
        likely: the first probability of every pair, 0..1.
        rows: the number of rows.
    """
    some = np.flatnonzero(likely >= UNLIKELY)
    ties, _ = _strongest_ties(pairs.here[some], pairs.there[some], likely[some], rows)
    sums = _sum_over_thirds(pairs, ties, rows, None)
    crowded = _find_crowded(pairs.here, pairs.there, likely, ties, rows)
    sums[crowded] = np.maximum(sums[crowded], _most_read(rows) * likely[crowded] ** 2)
    return sums


class _Ties(NamedTuple):
    """The strongest few ties of every row, sorted by the rows at both ends."""

    row: Any
    other: Any
    strength: Any


def _most_read(rows: int) -> int:
    """How many of the strongest ties of a row are read in a group of so many rows."""
    return PARTNERS_READ if rows <= SMALL_GROUP_ROWS else PARTNERS_READ_OF_MANY


def _find_crowded(
    here: Integers, there: Integers, strength: Floats, ties: _Ties, rows: int
) -> Integers:
    """The pairs of near copies of which both rows have more than are read."""
    count = np.bincount(ties.row, minlength=rows)
    weakest, strongest_of = np.full(rows, np.inf, np.float32), np.zeros(rows, np.float32)
    np.minimum.at(weakest, ties.row, ties.strength)
    np.maximum.at(strongest_of, ties.row, ties.strength)
    is_crowded = (count >= _most_read(rows)) & (weakest >= CROWDED * strongest_of)
    least = np.where(is_crowded, CROWDED * strongest_of, np.inf)
    found = [np.zeros(0, np.int64)]
    for some in chunks(len(here)) if is_crowded.any() else ():
        is_copy = strength[some] >= np.maximum(least[here[some]], least[there[some]])
        found.append(some.start + np.flatnonzero(is_copy))
    return np.concatenate(found)


def _sum_over_thirds(pairs: CandidatePairs, ties: _Ties, rows: int, best: Floats | None) -> Floats:
    """For every pair the sum, over third rows, of the product of its two ties.

    Args:
        pairs: the candidate pairs.
        ties: the ties of every row.
        rows: the number of rows.
        best: filled with the weaker of the two ties, of the third row where that is strongest.
    """
    # Of every tie, how many of the same row follow it.
    count = np.cumsum(np.bincount(ties.row, minlength=1))[ties.row] - np.arange(len(ties.row)) - 1
    sums = np.zeros(len(pairs.here), np.float32)
    add = _add_by_cells if rows <= SMALL_GROUP_ROWS else _add_by_search
    add(pairs, ties, count, rows, sums, best)
    return sums


def _add_by_cells(
    pairs: CandidatePairs,
    ties: _Ties,
    count: Integers,
    rows: int,
    sums: Floats,
    best: Floats | None,
) -> None:
    """Add up a few rows with all others at a time, in a cell for every two rows."""
    order = stable_order(ties.other)
    tie_ends = np.cumsum(np.bincount(ties.other, minlength=rows))
    work = np.cumsum(np.bincount(ties.other, count, rows))
    pair_ends = np.cumsum(np.bincount(pairs.here, minlength=rows))
    buffers = np.empty((2, max(CELLS, rows)), np.float32)
    begin = tie_begin = pair_begin = 0
    while begin < rows:
        done = work[begin - 1] if begin else 0
        width = rows - begin
        last = int(np.searchsorted(work, done + TIE_PAIRS_BY_CELL, side="right"))
        last = min(max(last, begin + 1), begin + max(1, CELLS // width))
        tie_end, pair_end = int(tie_ends[last - 1]), int(pair_ends[last - 1])
        cell, one, two = _pairs_of_ties(order[tie_begin:tie_end], count, ties, begin, width)
        read = slice(pair_begin, pair_end)
        at = (pairs.here[read] - begin) * width + (pairs.there[read] - begin)
        products, weaker = buffers[:, : (last - begin) * width]
        products.fill(0.0)
        np.add.at(products, cell, one * two)
        sums[read] = products[at]
        if best is not None:
            weaker.fill(0.0)
            np.maximum.at(weaker, cell, np.minimum(one, two))
            best[read] = weaker[at]
        begin, tie_begin, pair_begin = last, tie_end, pair_end


def _add_by_search(
    pairs: CandidatePairs,
    ties: _Ties,
    count: Integers,
    rows: int,
    sums: Floats,
    best: Floats | None,
) -> None:
    """Add up a few ties at a time, and search the candidate pair of each."""
    total = np.concatenate(([0], np.cumsum(count)))
    known = pairs.keys(rows)
    begin = 0
    while begin < len(count):
        last = int(np.searchsorted(total, total[begin] + TIE_PAIRS_BY_SEARCH, side="right")) - 1
        last = max(last, begin + 1)
        key, one, two = _pairs_of_ties(np.arange(begin, last), count, ties, 0, rows)
        place = np.minimum(np.searchsorted(known, key), len(known) - 1)
        hit = np.flatnonzero(known[place] == key)
        place, one, two = place[hit], one[hit], two[hit]
        np.add.at(sums, place, one * two)
        if best is not None:
            np.maximum.at(best, place, np.minimum(one, two))
        begin = last


def _pairs_of_ties(
    some: Integers, count: Integers, ties: _Ties, first_row: int, width: int
) -> tuple[Any, Any, Any]:
    """Every pair of one of some ties and a later tie of the same third row.

    Returns:
        The number of the cell of the two rows at the other ends, in a table that begins with
        `first_row` on both sides and is `width` cells wide; and the strength of both ties.
    """
    part = count[some]
    one = np.repeat(some, part)
    two = np.arange(len(one)) - np.repeat(np.cumsum(part) - part, part)
    two += one + 1
    cell = (ties.other[one] - first_row) * width + (ties.other[two] - first_row)
    return cell, ties.strength[one], ties.strength[two]


def _strongest_ties(
    here: Integers, there: Integers, strength: Floats, rows: int
) -> tuple[_Ties, Floats]:
    """The strongest few ties of every row, and the length of the vector of all its ties."""
    most = _most_read(rows)
    back = stable_order(there)
    onward_ends, back_ends = _row_ends(here, rows), _row_ends(there, rows)
    ends = onward_ends + back_ends
    length = np.zeros(rows, np.float32)
    columns: list[list[Any]] = [[], [], []]
    begin = done = 0
    while begin < rows and len(back):
        last = max(begin + 1, int(np.searchsorted(ends, done + CHUNK, side="right")))
        onward = slice(int(onward_ends[begin - 1]) if begin else 0, int(onward_ends[last - 1]))
        backward = back[int(back_ends[begin - 1]) if begin else 0 : int(back_ends[last - 1])]
        row = np.concatenate((here[onward], there[backward])).astype(np.int64)
        other = np.concatenate((there[onward], here[backward])).astype(np.int64)
        tie = np.concatenate((strength[onward], strength[backward])).astype(np.float32)
        length[begin:last] = np.sqrt(np.bincount(row - begin, tie**2, last - begin))
        few = strongest(row, 0 * row, tie, most)
        few = few[np.argsort(row[few] * rows + other[few])]
        columns[0].append(row[few])
        columns[1].append(other[few])
        columns[2].append(tie[few])
        begin, done = last, int(ends[last - 1])
    joined = []
    for column, kind in zip(columns, (np.int64, np.int64, np.float32), strict=True):
        joined.append(np.concatenate([np.zeros(0, kind), *column]))
        column.clear()
    return _Ties(*joined), length


def _row_ends(row: Integers, rows: int) -> Integers:
    """For every row the number of entries of it and of the rows before it."""
    count = np.zeros(rows, np.int64)
    for some in chunks(len(row), 8 * CHUNK):
        count += np.bincount(row[some], minlength=rows)
    ends: Integers = np.cumsum(count)
    return ends
