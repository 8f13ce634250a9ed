"""Moments: groups of linked sentences over all articles.

A paragraph may report two happenings, so its sentences are grouped: a link ties those that match
best, and counts in part for the others of both paragraphs. Links are taken strongest first, and
two groups are joined only while the mean score between their members stays high (average linkage;
Sokal and Michener 1958). So a moment never chains through one weak link from one event into the
next. A sentence that all this leaves alone joins the group of its strongest *same* link: no
passage with one is told by its article alone. Only links that exist are read, which keeps the cost
near-linear in their number.

What a person says of links holds for moments: the two ends of an added link are in one moment,
those of a rejected link are never. For that one of these two leaves its moment, which is otherwise
as it was: what the person says is said of the two only.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Passage, Place
from reader.linking.link_table import LinkTable
from reader.linking.links import SAME_FLOOR
from reader.linking.scored_links import SCORE_STEPS, UNKNOWN_SENTENCE

if TYPE_CHECKING:
    from reader.linking.link_corrections import LinkCorrections

SEED_FLOOR = 0.50
"""The lowest score, 0..1, of a link that starts a moment or joins two groups: below that of a
*same* link, because groups of sentences mix less than groups of paragraphs. Of the pairs in moments
among three and four labelled articles .862 are right and .577 of all found; with whole paragraphs
and the floor of *same* links .814 and .571."""
BESIDE_MATCH = 0.5
"""The share, 0..1, of the score of a link by which it ties a sentence that matches best to another
sentence of the paragraph at its other end."""
JOIN_AVERAGE = 0.25
"""Two groups are joined where the mean score between their members is more than this; a
missing link counts 0. So two pairs need more than one strong link between them.

Pairs within one article are left out of the mean: an article is not linked to itself."""
SECOND_PLACE_AVERAGE = 0.50
"""The same where both groups have a place in one article, which reports most moments once: two of
its paragraphs about other things are often both linked to a lede."""
NEIGHBOUR_AVERAGE = 0.35
"""The same for the groups of two sentences side by side in one paragraph, which may be one
statement: no link says so, so the mean must be higher."""

_SENTENCES = UNKNOWN_SENTENCE + 1
"""Sentences are numbered within their paragraphs up to this; a whole paragraph counts as one
sentence where it is unknown which matches."""


class ParagraphPart(NamedTuple):
    """The sentences of a paragraph that report one moment, by position from 0."""

    article: int
    paragraph: int
    first_sentence: int
    """`UNKNOWN_SENTENCE` where it is unknown which sentences do."""
    last_sentence: int

    @property
    def place(self) -> Place:
        """The position of the paragraph."""
        return Place(self.article, self.paragraph)


MomentParts = tuple[tuple[ParagraphPart, ...], ...]
"""The parts of every moment, in the order of their first parts and each in that of the articles."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One happening or statement: the passages that report it, in the order of the articles."""

    number: int
    """From 1, in the order of the first passages."""
    passages: tuple[Passage, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The positions of their paragraphs."""
        return tuple(passage.place for passage in self.passages)

    def __repr__(self) -> str:
        ends = ", ".join(f"{one.article.name} ¶{one.number}" for one in self.passages)
        return f"<Moment {self.number}: {ends}>"


def group_moments(
    table: LinkTable,
    article_order: Sequence[int] | None = None,
    corrections: LinkCorrections | None = None,
) -> MomentParts:
    """Group linked sentences into moments.

    Every sentence with a link of at least `SEED_FLOOR` may be in a moment, and is in one at
    most; a moment has sentences of at least two articles.

    Args:
        table: the links.
        article_order: the positions of the articles in the order in which equally strong
            links are taken, that of the table if None. An order that depends on the texts
            alone makes the moments independent of the order of the table.
        corrections: the links that a person rejected and added. The table has the added ones, and
            those rejected as they were found.
    """
    counts = table.paragraph_counts
    order = range(len(counts)) if article_order is None else article_order
    starts = [0] * len(counts)
    for article, start in zip(order, accumulate(counts[article] for article in order), strict=True):
        starts[article] = start - counts[article]
    numbering = _Numbering(order, starts)
    if corrections is None:
        # Most comparisons have none, and a start that reads its moments groups nothing.
        from reader.linking.link_corrections import LinkCorrections

        corrections = LinkCorrections()
    groups = _Groups(table, numbering, corrections)
    moments = sorted(sorted(numbering.parts(members)) for members in groups.joined())
    return tuple(map(tuple, moments))


def groups_to_bytes(groups: MomentParts) -> bytes:
    """The groups as bytes for `groups_from_bytes` on the same machine."""
    numbers = array("I")
    for parts in groups:
        numbers.append(len(parts))
        for part in parts:
            numbers.extend(part)
    return numbers.tobytes()


def groups_from_bytes(data: bytes) -> MomentParts:
    """The groups that `groups_to_bytes` wrote.

    Raises:
        ValueError: the length is not right.
    """
    numbers = array("I")
    numbers.frombytes(data)
    groups: list[tuple[ParagraphPart, ...]] = []
    width = len(ParagraphPart._fields)
    begin = 0
    while begin < len(numbers):
        end = begin + 1 + width * numbers[begin]
        if end > len(numbers):
            raise ValueError("the moments are cut short")
        firsts = range(begin + 1, end, width)
        groups.append(tuple(ParagraphPart(*numbers[n : n + width]) for n in firsts))
        begin = end
    return tuple(groups)


class _Numbering:
    """Numbers of sentences through all articles, in the order in which links are taken.

    That of a sentence is its position in its paragraph, and the number of this one through all
    articles times `_SENTENCES`.

    Args:
        order: the positions of the articles in that order.
        starts: the number of the first paragraph of every article, by its position.
    """

    def __init__(self, order: Sequence[int], starts: Sequence[int]) -> None:
        # Articles without paragraphs, which have the number of the next one, are never found.
        self._order = order
        self._ordered_starts = [starts[article] for article in order]
        self.starts = starts

    def pairs(self, links: Iterable[tuple[Place, Place]]) -> list[tuple[int, int]]:
        """The numbers of the paragraphs at the ends of links, the lower one first, in order."""
        numbered = (
            sorted(self.starts[article] + paragraph for article, paragraph in ends)
            for ends in links
        )
        return sorted((one, other) for one, other in numbered)

    def article(self, number: int) -> int:
        """The position of the article of a sentence."""
        return self._order[bisect_right(self._ordered_starts, number // _SENTENCES) - 1]

    def parts(self, numbers: Sequence[int]) -> Iterator[ParagraphPart]:
        """Yield sentences together by their paragraphs."""
        for paragraph, grouped in groupby(sorted(numbers), lambda number: number // _SENTENCES):
            sentences = [number % _SENTENCES for number in grouped]
            article = self.article(paragraph * _SENTENCES)
            position = paragraph - self.starts[article]
            if sentences[-1] == UNKNOWN_SENTENCE:
                sentences = [UNKNOWN_SENTENCE]
            yield ParagraphPart(article, position, sentences[0], sentences[-1])


class _Groups:
    """Groups of sentences, joined link by link; sentences are known by their numbers."""

    def __init__(
        self, table: LinkTable, numbering: _Numbering, corrections: LinkCorrections
    ) -> None:
        self._rejected = frozenset(numbering.pairs(corrections.rejected))
        """Pairs of paragraphs that are in no group together, by their numbers."""
        added = numbering.pairs(corrections.added)
        self._leader: dict[int, int] = {}
        """For every sentence one of its group, by which the group is known."""
        self._members: dict[int, list[int]] = {}
        self._article_counts: dict[int, Counter[int]] = {}
        """For every group how many members it has of each article."""
        self._ties: dict[int, dict[int, int]] = {}
        """For every group the sums of the scores of the links with each other group."""
        seeds = self._add_seeds(table, numbering, frozenset(added))
        self._add_ties(table, numbering)
        for _, one, other in sorted(seeds):
            self._join(one, other, JOIN_AVERAGE, SECOND_PLACE_AVERAGE)
        for one in sorted(self._leader):
            if one + 1 in self._leader and one % _SENTENCES + 1 < UNKNOWN_SENTENCE:
                self._join(one, one + 1, NEIGHBOUR_AVERAGE, NEIGHBOUR_AVERAGE)
        self._join_left_alone(sorted(seeds))
        if self._rejected:
            self._part_rejected(table, numbering, [(one, other) for _, one, other in sorted(seeds)])
        for ends in added:
            self._unite(*ends, numbering)

    def joined(self) -> Iterator[list[int]]:
        """Yield the groups of more than one sentence."""
        return (
            members
            for name, members in self._members.items()
            if len(members) > 1 and (not self._rejected or len(self._article_counts[name]) > 1)
        )

    def _add_seeds(
        self, table: LinkTable, numbering: _Numbering, added: frozenset[tuple[int, int]]
    ) -> list[tuple[int, int, int]]:
        """Begin a group at each end of the strong links; return these, as (-score, one, other).

        Links that a person added are left out: they are of no sentence.
        """
        seeds = []
        for here, there, score, *best in table.numbered_links(numbering.starts, SEED_FLOOR):
            if added and (min(here, there), max(here, there)) in added:
                continue
            one, other = here * _SENTENCES + best[0], there * _SENTENCES + best[1]
            seeds.append((-score, one, other) if one < other else (-score, other, one))
            # Most links are of sentences that others are of, too.
            if one not in self._leader:
                self._begin(one, numbering)
            if other not in self._leader:
                self._begin(other, numbering)
        return seeds

    def _begin(self, number: int, numbering: _Numbering) -> None:
        """Begin a group of one sentence, unless it is in one."""
        if number not in self._leader:
            self._leader[number] = number
            self._members[number] = [number]
            self._article_counts[number] = Counter((numbering.article(number),))
            self._ties[number] = {}

    def _add_ties(self, table: LinkTable, numbering: _Numbering) -> None:
        """Read the scores of all links between groups of one sentence."""
        ties = self._ties
        grouped: dict[int, list[int]] = {}
        for number in ties:
            grouped.setdefault(number // _SENTENCES, []).append(number)
        for here, there, score, *best in table.numbered_links(numbering.starts, 0.0):
            for one in grouped.get(here, ()):
                for other in grouped.get(there, ()):
                    matching = (one % _SENTENCES == best[0]) + (other % _SENTENCES == best[1])
                    if matching:
                        tie = score if matching == 2 else round(BESIDE_MATCH * score)
                        ties[one][other] = ties[other][one] = tie

    def _join(self, here: int, there: int, apart: float, together: float) -> None:
        """Make one group of those of two sentences if the mean score between them is high.

        Args:
            here: a sentence.
            there: another one.
            apart: the mean must be higher where no article has places in both groups.
            together: and than this where one has.
        """
        ties = self._ties
        a, b = self._leader[here], self._leader[there]
        if a == b:
            return
        has_both = not self._article_counts[a].keys().isdisjoint(self._article_counts[b])
        least = together if has_both else apart
        if ties[a].get(b, 0) > least * SCORE_STEPS * self._cross_pairs(a, b):
            self._merge(a, b)

    def _join_left_alone(self, seeds: Sequence[tuple[int, int, int]]) -> None:
        """Give every sentence that is in no group to that of its strongest *same* link.

        Args:
            seeds: the strong links, as (-score, one, other), strongest first.
        """
        for negative_score, one, other in seeds:
            if -negative_score < SAME_FLOOR * SCORE_STEPS:
                break
            a, b = self._leader[one], self._leader[other]
            if a != b and 1 in (len(self._members[a]), len(self._members[b])):
                self._merge(a, b)

    def _part_rejected(
        self, table: LinkTable, numbering: _Numbering, seeds: Iterable[tuple[int, int]]
    ) -> None:
        """Take from each group that has both ends of a rejected link the end less tied to the rest.

        Those that left one group are a group again where strong links join them.
        """
        scores: dict[int, dict[int, int]] = {}
        for here, there, score, *_ in table.numbered_links(numbering.starts, 0.0):
            if (min(here, there), max(here, there)) not in self._rejected:
                scores.setdefault(here, {})[there] = scores.setdefault(there, {})[here] = score
        left: dict[int, int] = {}
        for pair in sorted(self._rejected):
            for leader in self._list_groups(pair[0]) & self._list_groups(pair[1]):
                paragraphs = {number // _SENTENCES for number in self._members[leader]}
                leaving = min(
                    pair,
                    key=lambda end: (
                        sum(scores.get(end, {}).get(at, 0) for at in paragraphs),
                        -end,
                    ),
                )
                for number in self._take_out(leader, leaving, numbering):
                    left[number] = leader
        for one, other in seeds:
            if left.get(one, -1) == left.get(other, -2):
                a, b = self._leader[one], self._leader[other]
                if a != b and not self._has_rejected(a, b):
                    self._merge(a, b)

    def _list_groups(self, paragraph: int) -> set[int]:
        """Return the groups that sentences of a paragraph are in."""
        first = paragraph * _SENTENCES
        numbers = range(first, first + _SENTENCES)
        return {self._leader[number] for number in numbers if number in self._leader}

    def _take_out(self, leader: int, paragraph: int, numbering: _Numbering) -> list[int]:
        """Make a group of the sentences of a paragraph that are in a group with others."""
        members = self._members[leader]
        taken = [number for number in members if number // _SENTENCES == paragraph]
        kept = [number for number in members if number // _SENTENCES != paragraph]
        for group in (taken, kept):
            name = leader if leader in group else group[0]
            for number in group:
                self._leader[number] = name
            self._members[name] = group
            self._article_counts[name] = Counter(map(numbering.article, group))
            self._ties.setdefault(name, {})
        return taken

    def _unite(self, here: int, there: int, numbering: _Numbering) -> None:
        """Make one group of those of two paragraphs; of whole ones where they are in none.

        Where a paragraph is in several groups, the largest is meant. Where these may not be one,
        because of a link that was rejected, the two paragraphs are a group of their own.
        """
        ends = [self._find_main(here, numbering), self._find_main(there, numbering)]
        a, b = (self._leader[number] for number in ends)
        if a != b and self._has_rejected(a, b):
            whole = [here * _SENTENCES + UNKNOWN_SENTENCE, there * _SENTENCES + UNKNOWN_SENTENCE]
            for number in whole:
                self._begin(number, numbering)
            a, b = (self._leader[number] for number in whole)
        if a != b and not self._has_rejected(a, b):
            self._merge(a, b)

    def _find_main(self, paragraph: int, numbering: _Numbering) -> int:
        """Return the sentence of a paragraph that is in its largest group, begun if it has none."""
        first = paragraph * _SENTENCES
        grouped = [
            number
            for number in range(first, first + _SENTENCES)
            if number in self._leader and len(self._members[self._leader[number]]) > 1
        ]
        if grouped:
            return max(
                grouped, key=lambda number: (len(self._members[self._leader[number]]), -number)
            )
        whole = first + UNKNOWN_SENTENCE
        self._begin(whole, numbering)
        return whole

    def _has_rejected(self, a: int, b: int) -> bool:
        """Return whether a person rejected a link between two groups."""
        if not self._rejected:
            return False
        ours, others = (
            {number // _SENTENCES for number in self._members[group]} for group in (a, b)
        )
        return any(
            (one in ours and other in others) or (other in ours and one in others)
            for one, other in self._rejected
        )

    def _merge(self, a: int, b: int) -> None:
        """Make one group of two."""
        ties = self._ties
        # The one with more ties stays, so that every tie is moved a few times only.
        if len(ties[a]) < len(ties[b]):
            a, b = b, a
        members = self._members.pop(b)
        for number in members:
            self._leader[number] = a
        self._members[a] += members
        self._article_counts[a] += self._article_counts.pop(b)
        ties_of_a = ties[a]
        for other, total in ties.pop(b).items():
            ties_of_other = ties[other]
            del ties_of_other[b]
            if other != a:
                ties_of_a[other] = ties_of_other[a] = ties_of_a.get(other, 0) + total

    def _cross_pairs(self, a: int, b: int) -> int:
        """How many pairs of members are of two articles; only those can be linked."""
        counts, others = self._article_counts[a], self._article_counts[b]
        within = sum(counts[article] * others[article] for article in counts.keys() & others)
        return len(self._members[a]) * len(self._members[b]) - within
