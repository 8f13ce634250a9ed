"""What speaks for a pair of sentences besides their own words: what surrounds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.linking.candidates import Candidates, strongest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Scores = NDArray[np.float64]

THIRDS = 40
"""A third sentence is asked about so many of its best partners, in small groups."""
THIRDS_OF_MANY = 12
FEW_ROWS = 6000
AT_ONCE = 400_000


def in_common(
    pairs: Candidates, strength: Any, rows: int, check: Callable[[float], None]
) -> tuple[Scores, Scores]:
    """What third sentences say about every pair.

    First, how strongly the third sentence that links a pair best is tied to both of
    them (the weaker of the two ties). Second, the cosine of all ties of the one with all
    ties of the other, 0..1: whether both are alike to the same sentences.
    """
    import numpy as np

    best = np.zeros(len(pairs.here))
    sums = np.zeros(len(pairs.here))
    row = np.concatenate((pairs.here, pairs.there))
    other = np.concatenate((pairs.there, pairs.here))
    tie = np.concatenate((strength, strength)).astype(np.float64)
    length = np.sqrt(np.bincount(row, tie**2, rows))
    few = strongest(row, 0 * row, tie, THIRDS if rows <= FEW_ROWS else THIRDS_OF_MANY)
    few = few[np.lexsort((other[few], row[few]))]
    row, other, tie = row[few], other[few], tie[few]
    end = np.searchsorted(row, row, side="right")
    count = end - np.arange(len(row)) - 1
    total = np.concatenate(([0], np.cumsum(count)))
    known = pairs.here * rows + pairs.there
    begin = 0
    while begin < len(row) and len(known):
        check(begin / len(row))
        last = int(np.searchsorted(total, total[begin] + AT_ONCE, side="right")) - 1
        last = max(last, begin + 1)
        part = count[begin:last]
        first = np.repeat(np.arange(begin, last), part)
        second = np.arange(len(first)) - np.repeat(total[begin:last] - total[begin], part)
        second += first + 1
        key = other[first] * rows + other[second]
        place = np.minimum(np.searchsorted(known, key), len(known) - 1)
        hit = np.flatnonzero(known[place] == key)
        place, one, two = place[hit], tie[first[hit]], tie[second[hit]]
        np.maximum.at(best, place, np.minimum(one, two))
        sums += np.bincount(place, one * two, len(sums))
        begin = last
    cosine = sums / np.maximum(length[pairs.here] * length[pairs.there], 1e-9)
    return best, cosine


def neighbours(pairs: Candidates, article: Numbers) -> Scores:
    """How much the sentences before a pair share, and those after it; the mean of both."""
    import numpy as np

    rows = len(article)
    known = pairs.here * rows + pairs.there
    result = np.zeros(len(known))
    if not len(known):
        return result
    for step in (-1, 1):
        here, there = pairs.here + step, pairs.there + step
        inside = (here >= 0) & (there < rows)
        here, there = np.where(inside, here, 0), np.where(inside, there, 0)
        inside &= article[here] == article[pairs.here]
        inside &= article[there] == article[pairs.there]
        place = np.minimum(np.searchsorted(known, here * rows + there), len(known) - 1)
        hit = inside & (known[place] == here * rows + there)
        result += np.where(hit, pairs.shared[place], 0.0) / 2
    return result


def same_rank(original: Numbers, here: Numbers, there: Numbers) -> tuple[Any, Any, Any]:
    """Give the pairs of sentences to their repetitions: first to first, second to second.

    Where one side is repeated more often, its surplus goes to the last one of the other
    side. Returns the pairs, and for each the pair it came from.
    """
    import numpy as np

    copies = np.bincount(original, minlength=len(original))
    if copies.max(initial=0) <= 1:
        return here, there, np.arange(len(here))
    listed = np.argsort(original, kind="stable")
    first = np.concatenate(([0], np.cumsum(copies)))
    most = np.maximum(copies[here], copies[there])
    source = np.repeat(np.arange(len(here)), most)
    rank = np.arange(len(source)) - np.repeat(np.cumsum(most) - most, most)
    here, there = here[source], there[source]
    here_copy = listed[first[here] + np.minimum(rank, copies[here] - 1)]
    there_copy = listed[first[there] + np.minimum(rank, copies[there] - 1)]
    return here_copy, there_copy, source
