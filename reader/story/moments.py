"""Moments: groups of linked paragraphs over all articles.

Links are taken strongest first, and two groups become one only while the whole
stays closely linked (average linkage; Sokal and Michener 1958). So a moment never
chains through one weak link from one event into the next. Only links that exist
are looked at, which keeps the cost near-linear in their number.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.linking.link_table import SCORE_STEPS, LinkTable
from reader.linking.links import SAME_FLOOR, Place
from reader.linking.work_progress import Check, part_of, steps

SEED_FLOOR = SAME_FLOOR
"""Two paragraphs start a moment, and two groups join, only through a link this strong."""
JOIN_AVERAGE = 0.25
"""Two groups join where the mean score between their members is more than this; a missing
link counts 0. So two pairs need more than one link between them that is not *same*. Lower
values find more and mix more: from 0.40 to here B-cubed F1 rises in each of the four
settings of tests/benchmarks/moments_quality.py, further down only in some.

Pairs within one article are left out of the mean: an article is not linked to itself."""
LINKS_AT_ONCE = 2000
"""Links worked on between two chances to stop."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One happening or statement: the paragraphs that tell it, in the order of the articles."""

    number: int
    places: tuple[Place, ...]


def group(table: LinkTable) -> LinkTable:
    """The table with its paragraphs grouped into moments.

    Moments are numbered from 1 in the order of their first row.
    """
    groups = group_rows(table.starts, table.here, table.there, table.scores)
    return replace(table, moments=renumbered(groups))


def moments_of(table: LinkTable) -> tuple[Moment, ...]:
    """The moments of a grouped table, by their numbers."""
    places: dict[int, list[Place]] = {}
    for row, number in enumerate(table.moments):
        if number:
            places.setdefault(number, []).append(table.place(row))
    return tuple(Moment(number, tuple(places[number])) for number in sorted(places))


def group_rows(
    starts: Sequence[int],
    here: Sequence[int],
    there: Sequence[int],
    scores: Sequence[int],
    check: Check | None = None,
) -> list[int]:
    """For every row a number of its moment, 0 where it is in none.

    Every paragraph with a link of at least `SEED_FLOOR` may be in one, and is in one at
    most; a moment has paragraphs of at least two articles.

    Args:
        starts: the first row of every article, and the number of rows at the end.
        here, there: the rows of every link.
        scores: in steps of 1 / `SCORE_STEPS`.
    """
    seed = round(SEED_FLOOR * SCORE_STEPS)
    strong: dict[int, list[tuple[int, int]]] = {}
    ties: dict[int, dict[int, int]] = {}
    for some in _asking(len(scores), check, 0.0, 0.1):
        for one, other, score in zip(here[some], there[some], scores[some], strict=True):
            if score >= seed:
                strong.setdefault(score, []).append((one, other))
                ties.setdefault(one, {})
                ties.setdefault(other, {})
    for some in _asking(len(scores), check, 0.1, 0.3):
        for one, other, score in zip(here[some], there[some], scores[some], strict=True):
            if (of_one := ties.get(one)) is not None and (of_other := ties.get(other)) is not None:
                of_one[other] = of_other[one] = score
    groups = _Groups(ties)
    rows = list(ties)
    for some in _asking(len(rows), check, 0.3, 0.3):
        for row in rows[some]:
            groups.add(row, bisect_right(starts, row))
    for score in sorted(strong, reverse=True):
        linked = sorted(strong.pop(score))
        done = (SCORE_STEPS - score) / (SCORE_STEPS - seed)
        for some in _asking(len(linked), check, 0.3 + 0.7 * done, 0.3 + 0.7 * done):
            for one, other in linked[some]:
                groups.join(one, other)
    return groups.of_rows(starts[-1])


def renumbered(groups: Iterable[int]) -> array[int]:
    """Any numbers of groups as numbers from 1 in the order in which they come; 0 stays 0."""
    numbers = {0: 0}
    return array("I", (numbers.setdefault(number, len(numbers)) for number in groups))


def _asking(length: int, check: Check | None, first: float, last: float) -> Iterable[slice]:
    return steps(length, check and part_of(check, first, last), LINKS_AT_ONCE)


class _Groups:
    """Groups of rows that grow; `ties` becomes sums of scores between groups."""

    def __init__(self, ties: dict[int, dict[int, int]]) -> None:
        self._ties = ties
        self._leader: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._counts: dict[int, Counter[int]] = {}

    def add(self, row: int, article: int) -> None:
        """Begin a group of one row."""
        self._leader[row] = row
        self._members[row] = [row]
        self._counts[row] = Counter((article,))

    def join(self, here: int, there: int) -> None:
        """Make one of the groups of two rows if they hold together."""
        ties = self._ties
        a, b = self._leader[here], self._leader[there]
        if a == b or ties[a][b] <= JOIN_AVERAGE * SCORE_STEPS * self._cross_pairs(a, b):
            return
        # The one with more ties stays, so that every tie is handed on a few times only.
        if len(ties[a]) < len(ties[b]):
            a, b = b, a
        joined = self._members.pop(b)
        for row in joined:
            self._leader[row] = a
        self._members[a] += joined
        self._counts[a] += self._counts.pop(b)
        ties_of_a = ties[a]
        for other, total in ties.pop(b).items():
            ties_of_other = ties[other]
            del ties_of_other[b]
            if other != a:
                ties_of_a[other] = ties_of_other[a] = ties_of_a.get(other, 0) + total

    def of_rows(self, rows: int) -> list[int]:
        """For every row a number of its group, 0 where it is in none or alone."""
        numbers = [0] * rows
        for leader, members in self._members.items():
            if len(members) > 1:
                for row in members:
                    numbers[row] = leader + 1
        return numbers

    def _cross_pairs(self, a: int, b: int) -> int:
        """How many pairs of members are of two articles; only those can be linked."""
        counts, others = self._counts[a], self._counts[b]
        within = sum(counts[article] * others[article] for article in counts.keys() & others)
        return len(self._members[a]) * len(self._members[b]) - within
