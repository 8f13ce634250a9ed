"""What speaks for a pair of sentences besides their own words: what surrounds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reader.linking.candidates import Candidates
from reader.linking.work_progress import STEP, Check, part_of, stable_order, steps, strongest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]
    Scores = NDArray[np.floating[Any]]

THIRDS = 40
"""A third sentence is asked about so many of its best partners, in small groups."""
THIRDS_OF_MANY = 12
FEW_ROWS = 6000
CELLS = 4 * STEP
"""So many twos of rows have a cell at once."""
UNLIKELY = 0.02
"""Pairs less probable than this at first sight say nothing about other pairs."""
TYING_SHARE = 0.6
"""About this part of the work is finding the best partners of every sentence."""


def in_common(pairs: Candidates, strength: Any, rows: int, check: Check) -> tuple[Scores, Scores]:
    """What third sentences say about every pair.

    First, how strongly the third sentence that links a pair best is tied to both of
    them (the weaker of the two ties). Second, the cosine of all ties of the one with all
    ties of the other, 0..1: whether both are alike to the same sentences.
    """
    import numpy as np

    check_ties = part_of(check, 0.0, TYING_SHARE)
    ties, length = _ties(pairs.here, pairs.there, strength, rows, check_ties)
    best = np.zeros(len(pairs.here), np.float32)
    cosine = _through_thirds(pairs, ties, rows, best, part_of(check, TYING_SHARE, 1.0))
    for some in steps(len(cosine), lambda _: check(1.0)):
        cosine[some] /= np.maximum(length[pairs.here[some]] * length[pairs.there[some]], 1e-9)
    return best, cosine


def retold(pairs: Candidates, likely: Scores, rows: int, check: Check) -> Scores:
    """How many third sentences probably tell the same as both sentences of every pair.

    `likely` says for every pair how probable it is at first sight, 0..1; the result is
    the sum, over the third sentences, of the product of both probabilities.
    """
    import numpy as np

    some = np.flatnonzero(likely >= UNLIKELY)
    ties, _ = _ties(
        pairs.here[some], pairs.there[some], likely[some], rows, part_of(check, 0.0, TYING_SHARE)
    )
    return _through_thirds(pairs, ties, rows, None, part_of(check, TYING_SHARE, 1.0))


class _Ties(NamedTuple):
    """The strongest few ties of every row, in the order of the rows they lead from and to."""

    row: Any
    other: Any
    strength: Any


def _through_thirds(
    pairs: Candidates, ties: _Ties, rows: int, best: Scores | None, check: Check
) -> Scores:
    """For every pair the products of the two ties of every third row, summed.

    Args:
        best: gets the weaker of the two ties, of the third row where that is strongest.
    """
    import numpy as np

    check(0.0)
    # Of every tie, how many of the same row follow it.
    count = np.cumsum(np.bincount(ties.row, minlength=1))[ties.row] - np.arange(len(ties.row)) - 1
    check(0.0)
    sums = np.zeros(len(pairs.here), np.float32)
    add = _add_by_cells if rows <= FEW_ROWS else _add_by_search
    add(pairs, ties, count, rows, sums, best, check)
    return sums


def _add_by_cells(
    pairs: Candidates,
    ties: _Ties,
    count: Numbers,
    rows: int,
    sums: Scores,
    best: Scores | None,
    check: Check,
) -> None:
    """Add up a few rows with all others at a time, in a cell for every two rows."""
    import numpy as np

    order = stable_order(ties.other, lambda _: check(0.0))
    tie_ends = np.cumsum(np.bincount(ties.other, minlength=rows))
    work = np.cumsum(np.bincount(ties.other, count, rows))
    pair_ends = np.cumsum(np.bincount(pairs.here, minlength=rows))
    buffers = np.empty((2, max(CELLS, rows)), np.float32)
    begin = tie_begin = pair_begin = 0
    while begin < rows:
        done = work[begin - 1] if begin else 0
        check(done / max(1, work[-1]))
        width = rows - begin
        last = int(np.searchsorted(work, done + STEP // 3, side="right"))
        last = min(max(last, begin + 1), begin + max(1, CELLS // width))
        tie_end, pair_end = int(tie_ends[last - 1]), int(pair_ends[last - 1])
        cell, one, two = _two_ties(order[tie_begin:tie_end], count, ties, begin, width)
        asked = slice(pair_begin, pair_end)
        at = (pairs.here[asked] - begin) * width + (pairs.there[asked] - begin)
        products, weaker = buffers[:, : (last - begin) * width]
        products.fill(0.0)
        np.add.at(products, cell, one * two)
        sums[asked] = products[at]
        if best is not None:
            weaker.fill(0.0)
            np.maximum.at(weaker, cell, np.minimum(one, two))
            best[asked] = weaker[at]
        begin, tie_begin, pair_begin = last, tie_end, pair_end


def _add_by_search(
    pairs: Candidates,
    ties: _Ties,
    count: Numbers,
    rows: int,
    sums: Scores,
    best: Scores | None,
    check: Check,
) -> None:
    """Add up a few ties at a time and look up to which pair they belong."""
    import numpy as np

    total = np.concatenate(([0], np.cumsum(count)))
    known = _keys(pairs, rows)
    begin = 0
    while begin < len(count):
        check(begin / len(count))
        last = int(np.searchsorted(total, total[begin] + STEP // 8, side="right")) - 1
        last = max(last, begin + 1)
        key, one, two = _two_ties(np.arange(begin, last), count, ties, 0, rows)
        place = np.minimum(np.searchsorted(known, key), len(known) - 1)
        hit = np.flatnonzero(known[place] == key)
        place, one, two = place[hit], one[hit], two[hit]
        np.add.at(sums, place, one * two)
        if best is not None:
            np.maximum.at(best, place, np.minimum(one, two))
        begin = last


def _two_ties(
    some: Numbers, count: Numbers, ties: _Ties, first_row: int, width: int
) -> tuple[Any, Any, Any]:
    """All twos of a tie and one that follows it in the same third row.

    For each the number of the cell of the two rows they lead to, in a table that begins
    with `first_row` on both sides and is `width` cells wide; and the strength of both.
    """
    import numpy as np

    part = count[some]
    one = np.repeat(some, part)
    two = np.arange(len(one)) - np.repeat(np.cumsum(part) - part, part)
    two += one + 1
    cell = (ties.other[one] - first_row) * width + (ties.other[two] - first_row)
    return cell, ties.strength[one], ties.strength[two]


def _ties(
    here: Numbers, there: Numbers, strength: Any, rows: int, check: Check
) -> tuple[_Ties, Scores]:
    """The strongest few ties of every row.

    With them for every row the length of the vector of all its ties.
    """
    import numpy as np

    most = THIRDS if rows <= FEW_ROWS else THIRDS_OF_MANY
    back = stable_order(there, part_of(check, 0.0, 0.4))
    onward_ends, back_ends = _ends(here, rows, check), _ends(there, rows, check)
    ends = onward_ends + back_ends
    length = np.zeros(rows, np.float32)
    columns: list[list[Any]] = [[], [], []]
    begin = done = 0
    while begin < rows and len(back):
        check(0.4 + 0.6 * done / int(ends[-1]))
        last = max(begin + 1, int(np.searchsorted(ends, done + STEP, side="right")))
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
        check(1.0)
        joined.append(np.concatenate([np.zeros(0, kind), *column]))
        column.clear()
    return _Ties(*joined), length


def _ends(row: Numbers, rows: int, check: Check) -> Numbers:
    """Up to where the entries of every row would stand if they were sorted by it."""
    import numpy as np

    count = np.zeros(rows, np.int64)
    for some in steps(len(row), part_of(check, 0.4, 0.4), 8 * STEP):
        count += np.bincount(row[some], minlength=rows)
    ends: Numbers = np.cumsum(count)
    return ends


def _keys(pairs: Candidates, rows: int) -> Numbers:
    """One rising number for every pair."""
    import numpy as np

    return pairs.here.astype(np.int64) * rows + pairs.there


def neighbours(pairs: Candidates, article: Numbers, check: Check) -> Scores:
    """How much the sentences before a pair share, and those after it; the mean of both."""
    import numpy as np

    rows = len(article)
    known = _keys(pairs, rows)
    result = np.zeros(len(known), np.float32)
    for some in steps(len(known), check):
        for step in (-1, 1):
            here, there = pairs.here[some] + step, pairs.there[some] + step
            inside = (here >= 0) & (there < rows)
            here, there = np.where(inside, here, 0), np.where(inside, there, 0)
            inside &= article[here] == article[pairs.here[some]]
            inside &= article[there] == article[pairs.there[some]]
            key = here.astype(np.int64) * rows + there
            place = np.minimum(np.searchsorted(known, key), len(known) - 1)
            hit = inside & (known[place] == key)
            result[some] += np.where(hit, pairs.shared[place], 0.0) / 2
    return result


def among_partners(
    pairs: Candidates, odds: Scores, likely: Scores, lead: Scores, article: Numbers, check: Check
) -> tuple[Scores, Scores]:
    """How every pair does among all that either sentence could be paired with in the other article.

    First, how much earlier the pair stands than what else might be meant, -1..1: its lead less
    the mean lead of all partners, each with its share of the odds. Second, the logarithm of one
    plus the number of other partners that are probably right. Both are means of the two sides.

    Args:
        odds: of every pair at first sight, positive.
        likely: how probable each pair is at first sight, 0..1.
        lead: how early every row stands in its article, 0..1.
    """
    import numpy as np

    early, rivals = np.zeros((2, len(pairs.here)), np.float32)
    for one, other, order in (
        (pairs.here, pairs.there, None),
        (pairs.there, pairs.here, stable_order(pairs.there, part_of(check, 0.0, 0.4))),
    ):
        begin = 0
        while begin < len(one):
            check(0.4 + 0.3 * (order is not None) + 0.3 * begin / len(one))
            end = begin + STEP // 8
            if end < len(one):
                row = one[end if order is None else order[end]]
                end = int(np.searchsorted(one, row, "right", sorter=order))
            some: Any = slice(begin, end) if order is None else order[begin:end]
            begin = end
            row, there = one[some], article[other[some]]
            asked = np.concatenate(([True], (np.diff(row) != 0) | (np.diff(there) != 0)))
            first = np.flatnonzero(asked)
            question = np.cumsum(asked) - 1
            at = np.minimum(lead[pairs.here[some]], lead[pairs.there[some]])
            share = odds[some] / np.add.reduceat(odds[some], first)[question]
            early[some] += (at - np.add.reduceat(share * at, first)[question]) / 2
            others = np.add.reduceat(likely[some], first)[question] - likely[some]
            rivals[some] += np.log1p(np.maximum(others, 0.0)) / 2
    return early, rivals


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
