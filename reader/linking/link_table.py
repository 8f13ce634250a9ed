"""All links of several articles as flat arrays."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reader.linking.links import Place

SCORE_STEPS = 10_000
"""Scores are kept in steps of this part of one, finer than their calibration."""
PART_STEPS = 32
"""What a measure adds to a score is kept in steps of one by this."""
UNKNOWN_SENTENCE = 255
"""Stands for a sentence position that is not known, or beyond the range of one byte."""


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
