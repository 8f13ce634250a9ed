"""The comparison of several articles: links, their evidence, moments.

A `Coverage` holds the links as flat arrays and makes `Link` values when asked,
so that hundreds of thousands of links cost a few bytes each.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.linking.evidence import Explainer

SAME_FLOOR = 0.60
"""Links scored at least this are *same*."""
RELATED_FLOOR = 0.30
"""Links scored at least this are shown unless the reader moves the line: from here on most
links are right, on the labelled articles where they were judged and on the seeds."""
LOWEST_FLOOR = 0.05
"""Links scored below this are not kept at all."""

SCORE_STEPS = 10_000
"""Scores are kept in steps of this part of one, finer than their calibration."""
PART_STEPS = 32
"""What a measure adds to a score is kept in steps of one by this."""
UNKNOWN_SENTENCE = 255
"""Stands for a sentence position that is not known, or beyond the range of one byte."""


class Level(str, Enum):
    """How sure a link is."""

    SAME = "same"
    """Both tell the same moment, and it is the main content of at least one of them."""
    RELATED = "related"
    """Same occasion, other content; or too little to be sure."""


class Place(NamedTuple):
    """A paragraph of a coverage, by position (from 0)."""

    article: int
    paragraph: int


class Link(NamedTuple):
    """Two paragraphs of different articles that tell the same moment."""

    here: Place
    there: Place
    score: float
    """Calibrated, in 0..1: about this share of the links with this score is right."""
    level: Level


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a link exists. Slices index into the text of the paragraph on their side."""

    reasons: tuple[str, ...]
    """At most three, strongest first, in plain words ("32 words in a row")."""
    shared_here: tuple[slice, ...]
    """The words that both sides have, in order, not overlapping."""
    shared_there: tuple[slice, ...]
    passage_here: tuple[slice, ...]
    """The sentences that match, in order."""
    passage_there: tuple[slice, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One happening or statement: the paragraphs that tell it, in the order of the articles."""

    number: int
    places: tuple[Place, ...]


class ScoredPair(NamedTuple):
    """One link on its way into a `LinkTable`, from an article to one that comes after it."""

    here: Place
    there: Place
    score: float
    sentence_here: int = UNKNOWN_SENTENCE
    """Position (from 0) of the sentence that matches best, or `UNKNOWN_SENTENCE`."""
    sentence_there: int = UNKNOWN_SENTENCE
    parts: bytes = b""
    """As in `LinkTable.parts`."""


@dataclass(frozen=True, slots=True)
class LinkTable:
    """All links of a coverage in flat arrays, each link once, about 20 bytes a link.

    Paragraphs are counted through all articles ("rows"). Links are ordered by
    article pair and, within a pair, by falling score; `incident` lists for every
    row the links that touch it, strongest first (compressed sparse rows).
    """

    starts: array[int]
    """The first row of every article, and the number of rows at the end."""
    here: array[int]
    """The row on the side of the earlier article, one for each link."""
    there: array[int]
    scores: array[int]
    """In steps of 1 / `SCORE_STEPS`."""
    sentences_here: array[int]
    """Position of the best matching sentence in its paragraph, or `UNKNOWN_SENTENCE`."""
    sentences_there: array[int]
    offsets: array[int]
    """`incident[offsets[row] : offsets[row + 1]]` are the links of a row."""
    incident: array[int]
    pairs: array[int]
    """Three numbers for every article pair with links: article, article, first link."""
    moments: array[int]
    """The number of the moment each row belongs to, 0 for none; empty if not grouped yet."""
    parts: array[int]
    """What each measure added to a score, in steps of 1 / `PART_STEPS`; measures that are not
    of shared words, beyond what they add to the average pair. As many numbers for every link,
    or none where that is not known."""

    @classmethod
    def build(cls, paragraph_counts: Sequence[int], links: Iterable[ScoredPair]) -> LinkTable:
        """Sort links into a table.

        `paragraph_counts` gives the number of paragraphs of each article, all kinds.
        The order of `links` does not matter. Raises ValueError for a link within one
        article, from a later to an earlier one, to a paragraph that is not there, or
        with a score outside 0..1, and where only some links have parts.
        """
        starts = array("I", accumulate(paragraph_counts, initial=0))
        ordered = sorted(
            links,
            key=lambda link: (link.here[0], link.there[0], -link.score, link.here, link.there),
        )
        for here, there, score, *_ in ordered:
            if not (0 <= here[0] < there[0] < len(paragraph_counts)):
                raise ValueError(f"a link must go from an article to a later one: {here}, {there}")
            if not all(0 <= p < paragraph_counts[a] for a, p in (here, there)):
                raise ValueError(f"no such paragraph: {here}, {there}")
            if not 0.0 <= score <= 1.0:
                raise ValueError(f"a score must be in 0..1: {score}")
        if len({len(link.parts) for link in ordered}) > 1:
            raise ValueError("some links have other parts than others")
        here_rows = array("I", (starts[link.here[0]] + link.here[1] for link in ordered))
        there_rows = array("I", (starts[link.there[0]] + link.there[1] for link in ordered))
        scores = array("H", (round(link.score * SCORE_STEPS) for link in ordered))
        offsets, incident = _incidence(starts[-1], here_rows, there_rows, scores)
        return cls(
            starts,
            here_rows,
            there_rows,
            scores,
            array("B", (min(link.sentence_here, UNKNOWN_SENTENCE) for link in ordered)),
            array("B", (min(link.sentence_there, UNKNOWN_SENTENCE) for link in ordered)),
            offsets,
            incident,
            _pairs((link.here[0], link.there[0]) for link in ordered),
            array("I"),
            array("B", b"".join(link.parts for link in ordered)),
        )

    def __len__(self) -> int:
        return len(self.scores)

    def parts_of(self, number: int) -> bytes:
        """What made the score of a link, as `parts` has it; empty where it is not known."""
        width = len(self.parts) // max(len(self), 1)
        return self.parts[number * width : (number + 1) * width].tobytes()

    def place(self, row: int) -> Place:
        """The place of a row."""
        article = bisect_right(self.starts, row) - 1
        return Place(article, row - self.starts[article])

    def row(self, place: Place) -> int:
        """The row of a place. Raises IndexError where there is no such paragraph."""
        article, paragraph = place
        if not (0 <= article < len(self.starts) - 1 and paragraph >= 0):
            raise IndexError(f"no such paragraph: {place}")
        row = self.starts[article] + paragraph
        if row >= self.starts[article + 1]:
            raise IndexError(f"no such paragraph: {place}")
        return row

    def to_bytes(self) -> bytes:
        """The table as bytes for `from_bytes` on the same machine."""
        columns = [getattr(self, name) for name, _ in _COLUMNS]
        lengths = array("Q", (len(column) for column in columns))
        return b"".join([lengths.tobytes(), *(column.tobytes() for column in columns)])

    @classmethod
    def from_bytes(cls, data: bytes) -> LinkTable:
        """The table that `to_bytes` wrote. Raises ValueError where the length is not right."""
        view = memoryview(data)
        lengths: array[int] = array("Q")
        head = len(_COLUMNS) * lengths.itemsize
        if len(view) < head:
            raise ValueError("the table of links is cut short")
        lengths.frombytes(view[:head])
        columns: list[array[int]] = [array(code) for _, code in _COLUMNS]
        sizes = [n * column.itemsize for n, column in zip(lengths, columns, strict=True)]
        if len(view) != head + sum(sizes):
            raise ValueError("the table of links has the wrong length")
        begin = head
        for column, size in zip(columns, sizes, strict=True):
            column.frombytes(view[begin : begin + size])
            begin += size
        return cls(*columns)


class Coverage:
    """The whole comparison: the articles, the links between their paragraphs, the moments.

    Immutable. `links_from` and `link_counts` cost microseconds, whatever the number
    of links; `moments` are grouped, and evidence is worked out, when first asked.

    Args:
        articles: the articles compared, in the order of their panes.
        table: their links. Raises ValueError where it does not fit the articles.
    """

    __slots__ = ("_explainer", "_moments", "_pairs", "_table", "articles")

    def __init__(self, articles: Sequence[Article], table: LinkTable) -> None:
        counts = [len(article.paragraphs) for article in articles]
        if list(table.starts) != list(accumulate(counts, initial=0)):
            raise ValueError("the links belong to other articles")
        self.articles = tuple(articles)
        self._table = table
        self._pairs = _pair_ranges(table)
        self._moments: tuple[Moment, ...] | None = None
        self._explainer: Explainer | None = None

    @property
    def table(self) -> LinkTable:
        """The links as flat arrays."""
        return self._table

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The groups of linked paragraphs, in the order in which the first article tells them."""
        if self._moments is None:
            self._moments = _moments(self._grouped_table())
        return self._moments

    def moment_of(self, place: Place) -> Moment | None:
        """The moment a paragraph tells, None where no other article tells it."""
        table = self._grouped_table()
        number = table.moments[table.row(place)]
        return self.moments[number - 1] if number else None

    def links_from(self, place: Place, floor: float | None = None) -> tuple[Link, ...]:
        """The links of a paragraph, strongest first, each with `here` at that paragraph.

        `floor` is the lowest score wanted, `RELATED_FLOOR` if None.
        """
        table = self._table
        row = table.row(place)
        least = _steps(floor)
        here, there, scores = table.here, table.there, table.scores
        place = Place(*place)
        links = []
        for number in table.incident[table.offsets[row] : table.offsets[row + 1]]:
            score = scores[number]
            if score < least:
                break
            other = there[number] if here[number] == row else here[number]
            links.append(Link(place, table.place(other), score / SCORE_STEPS, _level(score)))
        return tuple(links)

    def links(self, floor: float | None = None) -> Iterator[Link]:
        """Every link once, `here` in the earlier article; by article pair, strongest first."""
        table = self._table
        least = _steps(floor)
        for first, last in self._pairs.values():
            for number in range(first, last):
                score = table.scores[number]
                if score < least:
                    break
                yield Link(
                    table.place(table.here[number]),
                    table.place(table.there[number]),
                    score / SCORE_STEPS,
                    _level(score),
                )

    def link_counts(self, article: int, other: int, floor: float | None = None) -> tuple[int, int]:
        """How many links two articles (positions) have: *same*, and *related*."""
        first, last = self._pairs.get((min(article, other), max(article, other)), (0, 0))
        least = _steps(floor)
        shown = _count_at_least(self._table.scores, first, last, least)
        same = _count_at_least(self._table.scores, first, last, max(least, _steps(SAME_FLOOR)))
        return same, shown - same

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists, oriented as the link is."""
        if self._explainer is None:
            from reader.linking.evidence import Explainer

            self._explainer = Explainer(self)
        return self._explainer.explain(link)

    def best_sentences(self, link: Link) -> tuple[int, int] | None:
        """The positions of the sentences that made the score, `here` and `there`, if known."""
        table = self._table
        number = self._number(link)
        if number is None:
            return None
        here, there = table.sentences_here[number], table.sentences_there[number]
        if UNKNOWN_SENTENCE in (here, there):
            return None
        return (there, here) if link.here.article > link.there.article else (here, there)

    def parts_of(self, link: Link) -> bytes:
        """What made the score of a link, as `LinkTable.parts`; empty where it is not known."""
        number = self._number(link)
        return b"" if number is None else self._table.parts_of(number)

    def _number(self, link: Link) -> int | None:
        """Where a link stands in the table, whichever way it is turned."""
        table = self._table
        row, other = table.row(link.here), table.row(link.there)
        for number in table.incident[table.offsets[row] : table.offsets[row + 1]]:
            if other in (table.here[number], table.there[number]):
                return number
        return None

    def _grouped_table(self) -> LinkTable:
        if len(self._table.moments) != self._table.starts[-1]:
            from reader.linking.moments import group

            self._table = group(self._table)
        return self._table


_SAME_STEPS = round(SAME_FLOOR * SCORE_STEPS)
_COLUMNS = (
    ("starts", "I"),
    ("here", "I"),
    ("there", "I"),
    ("scores", "H"),
    ("sentences_here", "B"),
    ("sentences_there", "B"),
    ("offsets", "I"),
    ("incident", "I"),
    ("pairs", "I"),
    ("moments", "I"),
    ("parts", "B"),
)


def _steps(floor: float | None) -> int:
    return round((RELATED_FLOOR if floor is None else floor) * SCORE_STEPS)


def _level(steps: int) -> Level:
    return Level.SAME if steps >= _SAME_STEPS else Level.RELATED


def _incidence(
    rows: int, here: array[int], there: array[int], scores: array[int]
) -> tuple[array[int], array[int]]:
    """For every row its links, strongest first; equal scores in the order of the other row."""
    touching: dict[int, list[tuple[int, int, int]]] = {}
    for number, (a, b, score) in enumerate(zip(here, there, scores, strict=True)):
        touching.setdefault(a, []).append((-score, b, number))
        touching.setdefault(b, []).append((-score, a, number))
    offsets = array("I", [0])
    incident = array("I")
    for row in range(rows):
        incident.extend(number for _, _, number in sorted(touching.get(row, ())))
        offsets.append(len(incident))
    return offsets, incident


def _pairs(article_pairs: Iterable[tuple[int, int]]) -> array[int]:
    pairs = array("I")
    before = None
    for number, pair in enumerate(article_pairs):
        if pair != before:
            pairs.extend((*pair, number))
            before = pair
    return pairs


def _pair_ranges(table: LinkTable) -> dict[tuple[int, int], tuple[int, int]]:
    triples = list(zip(table.pairs[0::3], table.pairs[1::3], table.pairs[2::3], strict=True))
    firsts = [*(first for _, _, first in triples), len(table)]
    return {(a, b): (first, firsts[number + 1]) for number, (a, b, first) in enumerate(triples)}


def _count_at_least(scores: array[int], first: int, last: int, least: int) -> int:
    """How many of the falling scores in a range are at least `least`."""
    return bisect_left(scores, 1 - least, first, last, key=lambda score: -score) - first


def _moments(table: LinkTable) -> tuple[Moment, ...]:
    places: dict[int, list[Place]] = {}
    for row, number in enumerate(table.moments):
        if number:
            places.setdefault(number, []).append(table.place(row))
    return tuple(Moment(number, tuple(places[number])) for number in sorted(places))
