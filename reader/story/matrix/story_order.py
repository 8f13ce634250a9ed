"""One order of moments from the orders in which several articles report them.

Two moments come in the order that most of the articles have which report both; where as many have
the other, in that of the first of them. Where such decisions contradict each other, those with
more articles behind them hold (ranked pairs; Tideman 1987). What none of them decides is ordered
by the first article that has it. So the order agrees with all articles where these agree, and an
article that is added as the last one and agrees with it on moments of several articles moves none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice, pairwise
from typing import TypeVar

REACH = 24
"""A moment is compared with so many that follow in an article, which keeps the cost linear."""

MOST_RANKED = 4000
"""With more moments than this, those of a book, the mean of their places in the articles decides:
the decisions between all of them would take longer than all else."""

_Key = TypeVar("_Key", bound=Hashable)


def merge_orders(orders: Sequence[Sequence[_Key]]) -> list[_Key]:
    """Return all members of several orders in one order.

    Args:
        orders: in each its members from first to last, none twice.
    """
    numbers: dict[_Key, int] = {}
    for order in orders:
        for key in order:
            numbers.setdefault(key, len(numbers))
    keys = list(numbers)
    numbered = [[numbers[key] for key in order] for order in orders]
    counts = Counter(number for numbers_of in numbered for number in numbers_of)
    shared = [[number for number in numbers_of if counts[number] > 1] for numbers_of in numbered]
    if sum(map(len, shared)) > 2 * MOST_RANKED:
        return [keys[number] for number in _order_by_mean_place(numbered, len(keys))]
    precedence = Precedence(_order_by_mean_place(numbered, len(keys)))
    for earlier, later in _decided_pairs(shared):
        precedence.add(earlier, later)
    steps = list(precedence.steps)
    for numbers_of in numbered:
        steps += _steps_through_lone(numbers_of, counts, precedence)
    return [keys[number] for number in _order_by_number(len(keys), steps)]


def _order_by_mean_place(orders: Sequence[Sequence[int]], count: int) -> list[int]:
    """Return the numbers by the mean of their places, as shares of the orders they are in."""
    sums, times = [0.0] * count, [0] * count
    for order in orders:
        for place, number in enumerate(order):
            sums[number] += place / len(order)
            times[number] += 1
    return sorted(range(count), key=lambda number: (sums[number] / times[number], number))


def _decided_pairs(orders: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that most orders have in this order, those of most orders first."""
    counts: dict[tuple[int, int], int] = {}
    for order in orders:
        for at, earlier in enumerate(order):
            for later in islice(order, at + 1, at + 1 + REACH):
                counts[earlier, later] = counts.get((earlier, later), 0) + 1
    decided = []
    first_seen = {}
    for rank, (pair, count) in enumerate(counts.items()):
        first_seen[pair] = rank
        reverse = (pair[1], pair[0])
        majority = count - counts.get(reverse, 0)
        if majority > 0 or (majority == 0 and rank < first_seen.get(reverse, rank + 1)):
            decided.append((-majority, rank, pair))
    return (pair for _, _, pair in sorted(decided))


def _steps_through_lone(
    order: Sequence[int], counts: Counter[int], precedence: Precedence
) -> Iterator[tuple[int, int]]:
    """Yield the steps to and from the members that no other order has.

    They come between their neighbours, and after the one before where others have those in
    the other order.
    """
    before: int | None = None
    for here, there in pairwise(order):
        if counts[here] > 1:
            before = here
            if counts[there] == 1:
                yield here, there
        elif counts[there] == 1 or before is None or precedence.add(before, there):
            yield here, there


class Precedence:
    """What comes before what, without contradictions.

    An order that agrees with all that was added is updated (Pearce and Kelly 2006), so that only
    what is between the two in it is visited, and nothing where they are in that order already.

    Args:
        order: the numbers in an order that is likely to agree with what will be added.
    """

    def __init__(self, order: Sequence[int]) -> None:
        self.steps: list[tuple[int, int]] = []
        """What was added without a contradiction."""
        self.visited = 0
        """How many numbers were visited for it."""
        self._places = [0] * len(order)
        for place, number in enumerate(order):
            self._places[number] = place
        self._before: list[list[int]] = [[] for _ in order]
        self._after: list[list[int]] = [[] for _ in order]

    def add(self, earlier: int, later: int) -> bool:
        """Put one number before another; return false where this contradicts what was added."""
        places = self._places
        first, last = places[later], places[earlier]
        if first < last:
            following = self._reach(later, self._after, first, last)
            if earlier in following:
                return False
            leading = self._reach(earlier, self._before, first, last)
            moved = sorted(leading, key=places.__getitem__)
            moved += sorted(following, key=places.__getitem__)
            for place, number in zip(sorted(places[each] for each in moved), moved, strict=True):
                places[number] = place
        self.steps.append((earlier, later))
        self._after[earlier].append(later)
        self._before[later].append(earlier)
        return True

    def _reach(self, start: int, steps: list[list[int]], first: int, last: int) -> set[int]:
        """Return what steps lead to from a number, within some places of the order."""
        found = {start}
        waiting = [start]
        while waiting:
            for number in steps[waiting.pop()]:
                if number not in found and first <= self._places[number] <= last:
                    found.add(number)
                    waiting.append(number)
        self.visited += len(found)
        return found


def _order_by_number(count: int, steps: Sequence[tuple[int, int]]) -> list[int]:
    """Return the order in which low numbers come as early as the steps admit.

    It is found from its end: of all that nothing is left to follow, the highest number.
    """
    leading: list[list[int]] = [[] for _ in range(count)]
    open_counts = [0] * count
    for earlier, later in steps:
        leading[later].append(earlier)
        open_counts[earlier] += 1
    ends = [-number for number in range(count) if not open_counts[number]]
    heapify(ends)
    found = []
    while ends:
        number = -heappop(ends)
        found.append(number)
        for earlier in leading[number]:
            open_counts[earlier] -= 1
            if not open_counts[earlier]:
                heappush(ends, -earlier)
    return found[::-1]
