"""Moments: groups of linked paragraphs over all articles.

Links are taken strongest first, and two groups become one only while the whole
stays closely linked (average linkage; Sokal and Michener 1958). So a moment never
chains through one weak link from one event into the next. Only links that exist
are looked at, which keeps the cost near-linear in their number.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.linking.coverage import RELATED_FLOOR, SAME_FLOOR, SCORE_STEPS, LinkTable

SEED_FLOOR = SAME_FLOOR
"""Two paragraphs start a moment, and two groups join, only through a link this strong."""
JOIN_AVERAGE = RELATED_FLOOR
"""The mean score between the members of two groups that may join; a missing link counts 0.

Pairs within one article are left out of the mean: an article is not linked to itself."""


def group(table: LinkTable) -> LinkTable:
    """The table with its paragraphs grouped into moments.

    Every paragraph with a link of at least `SEED_FLOOR` is in exactly one moment; the
    others are in none. Moments are numbered from 1 in the order of their first row.
    """
    seed = round(SEED_FLOOR * SCORE_STEPS)
    ties: dict[int, dict[int, int]] = {}
    strong = []
    for here, there, score in zip(table.here, table.there, table.scores, strict=True):
        if score >= seed:
            strong.append((-score, here, there))
            ties.setdefault(here, {})
            ties.setdefault(there, {})
    for here, there, score in zip(table.here, table.there, table.scores, strict=True):
        if here in ties and there in ties:
            ties[here][there] = ties[there][here] = score
    leader = _merged(table, ties, sorted(strong))
    return replace(table, moments=renumbered(_grouped(table.starts[-1], leader)))


def renumbered(groups: Iterable[int]) -> array[int]:
    """Any numbers of groups as numbers from 1 in the order in which they come; 0 stays 0."""
    numbers = {0: 0}
    return array("I", (numbers.setdefault(number, len(numbers)) for number in groups))


def _merged(
    table: LinkTable, ties: dict[int, dict[int, int]], strong: list[tuple[int, int, int]]
) -> dict[int, int]:
    """The leader of every row. `ties` is used up: it ends as sums of scores between groups."""
    articles = {row: table.place(row).article for row in ties}
    leader = {row: row for row in ties}
    members = {row: [row] for row in ties}
    least = JOIN_AVERAGE * SCORE_STEPS
    for _, here, there in strong:
        a, b = leader[here], leader[there]
        if a == b or ties[a][b] < least * _cross_pairs(articles, members[a], members[b]):
            continue
        if (-len(members[a]), a) > (-len(members[b]), b):
            a, b = b, a
        for row in members.pop(b):
            leader[row] = a
            members[a].append(row)
        for other, total in ties.pop(b).items():
            del ties[other][b]
            if other != a:
                ties[a][other] = ties[other][a] = ties[a].get(other, 0) + total
    return leader


def _cross_pairs(articles: dict[int, int], members: list[int], others: list[int]) -> int:
    """How many pairs of members are of two articles; only those can be linked."""
    counts = Counter(articles[row] for row in members)
    return len(members) * len(others) - sum(counts[articles[row]] for row in others)


def _grouped(rows: int, leader: dict[int, int]) -> Iterator[int]:
    """For every row a number of its group, 0 where it is in no group or alone in it."""
    sizes = Counter(leader.values())
    for row in range(rows):
        group_leader = leader.get(row, -1)
        yield group_leader + 1 if sizes[group_leader] > 1 else 0
