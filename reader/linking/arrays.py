"""Types and operations of NumPy arrays that several modules of linking share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.floating[Any]]
Booleans = NDArray[np.bool_]
Slots = Integers | slice
"""Positions in an array, or a range of them."""

CHUNK = 100_000
"""Entries that are processed at once: temporary arrays then take a few megabytes."""
SCORE_BITS = 20
"""The leading bits of a float, exponent included, by which scores are compared: three digits."""
FEWEST_SCORE_BITS = 16


def chunks(length: int, size: int = CHUNK) -> Iterator[slice]:
    """Yield slices of at most `size` entries that together cover `length` entries."""
    for begin in range(0, length, size):
        yield slice(begin, min(begin + size, length))


def sorted_unique(numbers: Integers) -> Integers:
    """The distinct numbers of an array in rising order.

    `numpy.unique` does the same, but imports NumPy's masked arrays.
    """
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new]


def stable_order(key: Integers) -> Integers:
    """The positions that sort whole numbers, equal ones in their order; 32-bit if possible."""
    order = np.argsort(key, kind="stable")
    return order.astype(np.int32) if len(key) < 2**31 else order


def strongest(row: Integers, group: Integers, score: Floats, count: int) -> Integers:
    """The positions of the `count` highest scores of every row and group, in rising order.

    Args:
        row: the row of every entry, never negative.
        group: its group, never negative.
        score: its score, never negative; compared to about three digits. Of equal scores
            the first ones count as higher.
        count: at least 1.
    """
    if not len(row):
        return np.zeros(0, np.int64)
    key = row.astype(np.int64) - int(row.min())
    key *= int(group.max()) + 1
    key += group
    position_bits = (len(row) - 1).bit_length()
    score_bits = min(SCORE_BITS, 63 - position_bits - int(key.max()).bit_length())
    if score_bits < FEWEST_SCORE_BITS:
        key = np.unique(key, return_inverse=True)[1]
        score_bits = min(SCORE_BITS, 63 - position_bits - len(row).bit_length())
    # The bits of floats that are not negative are ordered as the floats are.
    bits = score.astype(np.float32).view(np.int32).astype(np.int64)
    falling = (2**31 - 1 - bits) >> (31 - score_bits)
    packed = (((key << score_bits) | falling) << position_bits) | np.arange(len(row))
    packed.sort()
    key = packed >> (position_bits + score_bits)
    # In this order an entry is not among the highest of its key if the entry `count` places
    # before it has the same key.
    is_chosen = np.ones(len(key), bool)
    np.not_equal(key[count:], key[:-count], out=is_chosen[count:])
    chosen: Integers = np.sort(packed[is_chosen] & ((1 << position_bits) - 1))
    return chosen


def strongest_by_row(row: Integers, group: Integers, score: Floats, count: int) -> Integers:
    """The same positions as `strongest`, sorted by row, for arrays of any length.

    Some rows are processed at once, which leaves enough bits for the scores.
    """
    order = stable_order(row)
    found = [np.zeros(0, np.int64)]
    begin = 0
    while begin < len(order):
        end = begin + CHUNK
        if end < len(order):
            end = int(np.searchsorted(row, row[order[end]], "right", sorter=order))
        some = order[begin:end]
        found.append(some[strongest(row[some], group[some], score[some], count)])
        begin = end
    return np.concatenate(found)
