"""Sorting large arrays in steps, so that whoever waits can stop it between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from reader.errors import StoppedError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]

Check = Callable[[float], None]
"""Told the share done, 0..1; raises `StoppedError` when the work is to end."""

STEP = 100_000
"""Entries worked on between two chances to stop: some ten milliseconds' work."""
SAMPLED = 64
"""Entries looked at for every part that a large array is divided into."""
MOST_PARTS = 4096
SCORE_DIGITS = 20
"""Scores are compared to so many binary digits, exponent included."""


def phases(
    progress: Callable[[float, str], None] | None, cancelled: Callable[[], bool] | None
) -> Callable[[float, float, str], Check]:
    """Makes a check for a part of the work, given the shares at which it begins and ends.

    `progress` is called with the share done and what is being done; once `cancelled` is
    true, the check raises `StoppedError`.
    """

    def phase(first: float, last: float, doing: str) -> Check:
        def check(share: float) -> None:
            if cancelled is not None and cancelled():
                raise StoppedError()
            if progress is not None:
                # Written so that a part ends exactly where the next one begins.
                progress(first * (1.0 - share) + last * share, doing)

        return check

    return phase


def part_of(check: Check, first: float, last: float) -> Check:
    """The check of a part of the work that begins and ends at these shares."""
    return lambda share: check(first + (last - first) * share)


def steps(length: int, check: Check | None = None, step: int = STEP) -> Iterator[slice]:
    """Slices that together cover `length` entries; `check` is called before each."""
    for begin in range(0, length, step):
        if check is not None:
            check(begin / length)
        yield slice(begin, min(begin + step, length))


def distinct(numbers: Any) -> Any:
    """The numbers of an array, each once, in rising order.

    `numpy.unique` does the same, but loads NumPy's masked arrays for it.
    """
    import numpy as np

    ordered = np.sort(numbers)
    new = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def stable_order(key: Numbers, check: Check) -> Numbers:
    """The positions that sort whole numbers, equal ones in the order they had.

    The same as `numpy.argsort(key, kind="stable")`, in steps: entries are dealt out to
    parts between splitters drawn from a sample (samplesort; Frazer and McKellar 1970),
    then each part is sorted. Positions are 32-bit where that is enough.
    """
    import numpy as np

    kind = np.int32 if len(key) < 2**31 else np.int64
    if len(key) <= STEP:
        return np.argsort(key, kind="stable").astype(kind)
    parts = min(len(key) * 2 // STEP + 1, MOST_PARTS)
    sample = np.sort(key[:: max(1, len(key) // (parts * SAMPLED))])
    splitters = distinct(sample[:: len(sample) // parts])
    # Keys that are equal to a splitter are a part of their own, which needs no sorting.
    parts = 2 * len(splitters) + 1
    part = np.empty(len(key), np.uint16)
    counts = []
    for some in steps(len(key), part_of(check, 0.0, 0.3)):
        reached = np.searchsorted(splitters, key[some], "left")
        part[some] = reached + np.searchsorted(splitters, key[some], "right")
        counts.append(np.bincount(part[some], minlength=parts))
    ends = np.cumsum(np.sum(counts, axis=0))
    begins = ends - np.sum(counts, axis=0)
    order = np.empty(len(key), kind)
    free = begins.copy()
    for some, count in zip(steps(len(key), part_of(check, 0.3, 0.5)), counts, strict=True):
        dealt = np.argsort(part[some], kind="stable")
        places = np.repeat(free - (np.cumsum(count) - count), count) + np.arange(len(dealt))
        order[places] = dealt + some.start
        free += count
    del part
    for number in range(0, parts, 2):
        begin, end = int(begins[number]), int(ends[number])
        check(0.5 + 0.5 * begin / len(key))
        if end - begin > 1:
            members = order[begin:end]
            order[begin:end] = members[np.argsort(key[members], kind="stable")]
    return order


def strongest_in_steps(row: Any, group: Any, score: Any, count: int, check: Check) -> Any:
    """The same as `strongest`, in steps; the positions are sorted by row."""
    import numpy as np

    order = stable_order(row, part_of(check, 0.0, 0.5))
    found = [np.zeros(0, np.int64)]
    begin = 0
    while begin < len(order):
        check(0.5 + 0.5 * begin / len(order))
        end = begin + STEP
        if end < len(order):
            end = int(np.searchsorted(row, row[order[end]], "right", sorter=order))
        some = order[begin:end]
        found.append(some[strongest(row[some], group[some], score[some], count)])
        begin = end
    return np.concatenate(found)


def strongest(row: Any, group: Any, score: Any, count: int) -> Any:
    """Positions of the `count` best scored entries of every row and group, in their order.

    Scores are never negative and are compared to about three figures; of equal ones the
    first come first.
    """
    import numpy as np

    if not len(row):
        return np.zeros(0, np.int64)
    key = row.astype(np.int64) - int(row.min())
    key *= int(group.max()) + 1
    key += group
    positions = (len(row) - 1).bit_length()
    left = 63 - positions - int(key.max()).bit_length()
    digits = min(SCORE_DIGITS, left)
    if digits < 16:
        key = np.unique(key, return_inverse=True)[1]
        digits = min(SCORE_DIGITS, 63 - positions - len(row).bit_length())
    # The bits of floats that are not negative are ordered as the floats are.
    weak = (2**31 - 1 - score.astype(np.float32).view(np.int32).astype(np.int64)) >> (31 - digits)
    packed = (((key << digits) | weak) << positions) | np.arange(len(row))
    packed.sort()
    key = packed >> (positions + digits)
    # Sorted as they are, an entry is not among the best of its key if the one `count` places
    # before it has the same key.
    kept = np.ones(len(key), bool)
    np.not_equal(key[count:], key[:-count], out=kept[count:])
    return np.sort(packed[kept] & ((1 << positions) - 1))
