"""All links between the paragraphs of several articles, as flat arrays.

Inside this module paragraphs are counted through all articles ("rows"); everywhere else a
paragraph is a `Place`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reader.articles import Place
from reader.linking.links import (
    PROBABLY_FLOOR,
    RELATED_FLOOR,
    SAME_FLOOR,
    Level,
    LinkCounts,
    LinkedPlaces,
)
from reader.linking.scored_links import SCORE_STEPS, UNKNOWN_SENTENCE, LinkColumns, ScoredPair

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, repr=False)
class LinkTable:
    """All links of a coverage, each stored once, in about 20 bytes.

    Links are ordered by article pair and, within a pair, by falling score. Immutable. Made
    by `build`, `from_columns` or `from_bytes`.
    """

    _starts: array[int]
    """The first row of every article, and the number of rows at the end."""
    _here: array[int]
    """The row on the side of the earlier article, one for each link."""
    _there: array[int]
    _scores: array[int]
    """In steps of 1 / `SCORE_STEPS`."""
    _sentences_here: array[int]
    """Position of the best matching sentence in its paragraph, or `UNKNOWN_SENTENCE`."""
    _sentences_there: array[int]
    _offsets: array[int]
    """`_incident[_offsets[row] : _offsets[row + 1]]` are the links of a row, strongest first
    (compressed sparse rows)."""
    _incident: array[int]
    _pairs: array[int]
    """Three numbers for every article pair with links: article, article, first link."""
    _parts: array[int]
    """As `ScoredPair.parts`, as many numbers for every link."""
    _conflicts: array[int]
    """As `ScoredPair.conflicts`, one for each link."""

    @classmethod
    def build(cls, paragraph_counts: Sequence[int], links: Iterable[ScoredPair]) -> LinkTable:
        """Sort links into a table; the order of `links` does not matter.

        Args:
            paragraph_counts: the number of paragraphs of each article, all kinds.
            links: each link once.

        Raises:
            ValueError: a link within one article, from a later to an earlier one, to a
                paragraph that does not exist, or with a score outside 0..1; or only some
                links have parts.
        """
        starts = array("I", accumulate(paragraph_counts, initial=0))
        ordered = sorted(
            links,
            key=lambda link: (link.here[0], link.there[0], -link.score, link.here, link.there),
        )
        _check_links(paragraph_counts, ordered)
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
            _article_pairs((link.here[0], link.there[0]) for link in ordered),
            array("B", b"".join(link.parts for link in ordered)),
            array("B", (link.conflicts for link in ordered)),
        )

    @classmethod
    def from_columns(cls, paragraph_counts: Sequence[int], links: LinkColumns) -> LinkTable:
        """Sort the links of NumPy columns into a table, as `build` does, without its checks."""
        import numpy as np

        starts = np.fromiter(accumulate(paragraph_counts, initial=0), np.int64)
        here = starts[links.article_here] + links.paragraph_here
        there = starts[links.article_there] + links.paragraph_there
        is_turned = here > there
        here, there = np.where(is_turned, there, here), np.where(is_turned, here, there)
        a = np.where(is_turned, links.article_there, links.article_here).astype(np.int64)
        b = np.where(is_turned, links.article_here, links.article_there).astype(np.int64)
        rows = int(starts[-1])
        falling = SCORE_STEPS - np.rint(links.score * SCORE_STEPS).astype(np.int64)
        order = np.argsort(here * rows + there, kind="stable")
        key = (a * len(paragraph_counts) + b) * (SCORE_STEPS + 1) + falling
        order = order[np.argsort(key[order], kind="stable")]
        a, b, here, there, falling = (column[order] for column in (a, b, here, there, falling))
        sentences = (
            np.where(is_turned, links.sentence_there, links.sentence_here)[order],
            np.where(is_turned, links.sentence_here, links.sentence_there)[order],
        )
        ends, others = np.concatenate((here, there)), np.concatenate((there, here))
        key = (ends * (SCORE_STEPS + 1) + np.concatenate((falling, falling))) * rows + others
        incident = np.argsort(key, kind="stable")
        offsets = np.searchsorted(ends, np.arange(rows + 1), sorter=incident)
        first = np.flatnonzero(np.diff(a, prepend=-1) | np.diff(b, prepend=-1))
        return cls(
            _array("I", starts),
            _array("I", here),
            _array("I", there),
            _array("H", SCORE_STEPS - falling),
            _array("B", np.minimum(sentences[0], UNKNOWN_SENTENCE)),
            _array("B", np.minimum(sentences[1], UNKNOWN_SENTENCE)),
            _array("I", offsets),
            _array("I", incident % max(len(here), 1)),
            _array("I", np.column_stack((a[first], b[first], first)).ravel()),
            _array("B", links.parts[order].ravel()),
            _array("B", links.conflicts[order]),
        )

    def __len__(self) -> int:
        return len(self._scores)

    def __repr__(self) -> str:
        return f"<LinkTable of {len(self._starts) - 1} articles, {len(self)} links>"

    @property
    def paragraph_counts(self) -> tuple[int, ...]:
        """The number of paragraphs of each article, all kinds."""
        return tuple(
            stop - start for start, stop in zip(self._starts, self._starts[1:], strict=False)
        )

    def links_from(self, place: Place, floor: float | None = None) -> tuple[LinkedPlaces, ...]:
        """The links of a paragraph, strongest first, each with `here` at that paragraph.

        Args:
            place: the paragraph.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Raises:
            IndexError: the paragraph does not exist.
        """
        row = self._row(place)
        least = _steps(floor)
        here, there, scores = self._here, self._there, self._scores
        place = Place(*place)
        links = []
        for number in self._numbers_of(row):
            score = scores[number]
            if score < least:
                break
            other = there[number] if here[number] == row else here[number]
            links.append(
                LinkedPlaces(place, self._place(other), score / SCORE_STEPS, _level(score))
            )
        return tuple(links)

    def rows_from(self, place: Place, floor: float | None = None) -> dict[int, int]:
        """The rows that a paragraph is linked to, with the scores in steps of 1 / `SCORE_STEPS`.

        As `links_from`, strongest first, much faster; `place_of` gives the paragraph of a row.
        """
        row, least = self._row(place), _steps(floor)
        here, there, scores = self._here, self._there, self._scores
        found: dict[int, int] = {}
        for number in self._numbers_of(row):
            if scores[number] < least:
                break
            found[there[number] if here[number] == row else here[number]] = scores[number]
        return found

    def place_of(self, row: int) -> Place:
        """The paragraph of a row."""
        return self._place(row)

    def has_link(self, here: Place, there: Place, floor: float | None = None) -> bool:
        """Whether two paragraphs are linked; False where one of them does not exist."""
        try:
            row, other = self._row(here), self._row(there)
        except IndexError:
            return False
        least = _steps(floor)
        for number in self._numbers_of(row):
            if self._scores[number] < least:
                return False
            if other == (self._there if self._here[number] == row else self._here)[number]:
                return True
        return False

    def links(self, floor: float | None = None) -> Iterator[LinkedPlaces]:
        """Yield every link once, `here` in the earlier article; by article pair, strongest first.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        least = _steps(floor)
        pairs = self._pairs
        lasts = [*pairs[5::3], len(self)]
        for a, b, first, last in zip(pairs[0::3], pairs[1::3], pairs[2::3], lasts, strict=False):
            start_here, start_there = self._starts[a], self._starts[b]
            for number in range(first, last):
                score = self._scores[number]
                if score < least:
                    break
                yield LinkedPlaces(
                    Place(a, self._here[number] - start_here),
                    Place(b, self._there[number] - start_there),
                    score / SCORE_STEPS,
                    _level(score),
                )

    def numbered_links(
        self, starts: Sequence[int], floor: float | None = None
    ) -> Iterator[tuple[int, int, int, int, int]]:
        """Yield ends and score of every link as numbers, in the order of `links`, much faster.

        Args:
            starts: the number of the first paragraph of every article; the others count on.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Yields:
            The number of the paragraph in the earlier article, the number of the other one, the
            score in steps of 1 / `SCORE_STEPS`, and the positions of the sentences that match best.
            Links with a conflict are left out.
        """
        least = _steps(floor)
        pairs = self._pairs
        lasts = [*pairs[5::3], len(self)]
        for a, b, first, last in zip(pairs[0::3], pairs[1::3], pairs[2::3], lasts, strict=False):
            to_here, to_there = starts[a] - self._starts[a], starts[b] - self._starts[b]
            for number in range(first, last):
                score = self._scores[number]
                if score < least:
                    break
                if self._conflicts[number]:
                    continue
                here, there = self._here[number] + to_here, self._there[number] + to_there
                best = self._sentences_here[number], self._sentences_there[number]
                yield here, there, score, *best

    def scored_pairs(self) -> Iterator[ScoredPair]:
        """Yield all that is stored of every link, in the order of `links`."""
        for number, link in enumerate(self.links(0.0)):
            yield ScoredPair(
                link.here,
                link.there,
                link.score,
                self._sentences_here[number],
                self._sentences_there[number],
                self._parts_at(number),
                self._conflicts[number],
            )

    def count_links(self, article: int, other: int, floor: float | None = None) -> LinkCounts:
        """Count the links of two articles by their levels, in microseconds.

        Args:
            article: a position, from 0.
            other: another position.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        first, last = self._range_of(min(article, other), max(article, other))
        least = _steps(floor)
        shown = [
            self._count_at_least(first, last, max(least, steps)) for steps in (*_LEVEL_STEPS, 0)
        ]
        return LinkCounts(*(upto - above for upto, above in zip(shown, [0, *shown], strict=False)))

    def count_all_links(self, floor: float | None = None) -> LinkCounts:
        """Count the links of all articles by their levels.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        pairs = zip(self._pairs[0::3], self._pairs[1::3], strict=True)
        counts = [self.count_links(article, other, floor) for article, other in pairs]
        return LinkCounts(*map(sum, zip(*counts, strict=True)))

    def best_sentences(self, link: LinkedPlaces) -> tuple[int, int] | None:
        """The positions of the best matching sentences, `here` and `there`; None if unknown."""
        number = self._number_of(link)
        if number is None:
            return None
        here, there = self._sentences_here[number], self._sentences_there[number]
        if UNKNOWN_SENTENCE in (here, there):
            return None
        return (there, here) if link.here.article > link.there.article else (here, there)

    def has_conflict(self, link: LinkedPlaces) -> bool:
        """Whether the ends of a link state something that makes them two moments."""
        number = self._number_of(link)
        return number is not None and self._conflicts[number] != 0

    def parts_of(self, link: LinkedPlaces) -> bytes:
        """What each feature added to the score, as `ScoredPair.parts`; empty if unknown."""
        number = self._number_of(link)
        return b"" if number is None else self._parts_at(number)

    def to_bytes(self) -> bytes:
        """The table as bytes for `from_bytes` on the same machine."""
        columns = [getattr(self, name) for name, _ in _COLUMNS]
        lengths = array("Q", (len(column) for column in columns))
        return b"".join([lengths.tobytes(), *(column.tobytes() for column in columns)])

    @classmethod
    def from_bytes(cls, data: bytes) -> LinkTable:
        """The table that `to_bytes` wrote.

        Raises:
            ValueError: the length is not right, or a number in it is beyond the table.
        """
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
        table = cls(*columns)
        table._check_numbers()
        return table

    def _check_numbers(self) -> None:
        """Raise ValueError where rows, links or articles are named that there are not."""
        rows = self._starts[-1] if self._starts else -1
        links, articles = len(self._scores), len(self._starts) - 1
        columns = [self._here, self._there, self._sentences_here, self._sentences_there]
        columns.append(self._conflicts)
        is_whole = (
            list(self._starts) == sorted(self._starts)
            and all(len(column) == links for column in columns)
            and len(self._offsets) == rows + 1
            and list(self._offsets) == sorted(self._offsets)
            and self._offsets[-1] == len(self._incident)
            and max(self._here, default=-1) < rows
            and max(self._there, default=-1) < rows
            and max(self._incident, default=-1) < links
            and max(self._scores, default=0) <= SCORE_STEPS
            and len(self._pairs) % 3 == 0
            and max((*self._pairs[0::3], *self._pairs[1::3]), default=-1) < articles
            and max(self._pairs[2::3], default=0) <= links
        )
        if not is_whole:
            raise ValueError("the table of links is damaged")

    def _row(self, place: Place) -> int:
        article, paragraph = place
        if not (0 <= article < len(self._starts) - 1 and paragraph >= 0):
            raise IndexError(f"no such paragraph: {place}")
        row = self._starts[article] + paragraph
        if row >= self._starts[article + 1]:
            raise IndexError(f"no such paragraph: {place}")
        return row

    def _place(self, row: int) -> Place:
        article = bisect_right(self._starts, row) - 1
        return Place(article, row - self._starts[article])

    def _numbers_of(self, row: int) -> array[int]:
        """The numbers of the links of a row, strongest first."""
        return self._incident[self._offsets[row] : self._offsets[row + 1]]

    def _number_of(self, link: LinkedPlaces) -> int | None:
        """The number of a link in the table, whichever its direction."""
        row, other = self._row(link.here), self._row(link.there)
        for number in self._numbers_of(row):
            if other in (self._here[number], self._there[number]):
                return number
        return None

    def _parts_at(self, number: int) -> bytes:
        width = len(self._parts) // max(len(self), 1)
        return self._parts[number * width : (number + 1) * width].tobytes()

    def _range_of(self, article: int, other: int) -> tuple[int, int]:
        """The numbers of the links of an article pair: first, and one beyond the last."""
        pairs = self._pairs
        at = bisect_left(
            range(len(pairs) // 3),
            (article, other),
            key=lambda n: (pairs[3 * n], pairs[3 * n + 1]),
        )
        if tuple(pairs[3 * at : 3 * at + 2]) != (article, other):
            return 0, 0
        return pairs[3 * at + 2], pairs[3 * at + 5] if 3 * at + 5 < len(pairs) else len(self)

    def _count_at_least(self, first: int, last: int, least: int) -> int:
        """How many of the falling scores in a range are at least `least`."""
        return bisect_left(self._scores, 1 - least, first, last, key=lambda score: -score) - first


_LEVEL_STEPS = tuple(round(f * SCORE_STEPS) for f in (SAME_FLOOR, PROBABLY_FLOOR, RELATED_FLOOR))
_STEPS_RISING = _LEVEL_STEPS[::-1]
_LEVELS = (Level.PERHAPS, Level.RELATED, Level.PROBABLY, Level.SAME)

_COLUMNS = (
    ("_starts", "I"),
    ("_here", "I"),
    ("_there", "I"),
    ("_scores", "H"),
    ("_sentences_here", "B"),
    ("_sentences_there", "B"),
    ("_offsets", "I"),
    ("_incident", "I"),
    ("_pairs", "I"),
    ("_parts", "B"),
    ("_conflicts", "B"),
)


def _check_links(paragraph_counts: Sequence[int], links: Sequence[ScoredPair]) -> None:
    """Raise ValueError for a link that cannot be; see `LinkTable.build`."""
    for here, there, score, *_ in links:
        if not (0 <= here[0] < there[0] < len(paragraph_counts)):
            raise ValueError(f"a link must go from an article to a later one: {here}, {there}")
        if not all(0 <= p < paragraph_counts[a] for a, p in (here, there)):
            raise ValueError(f"no such paragraph: {here}, {there}")
        if not 0.0 <= score <= 1.0:
            raise ValueError(f"a score must be in 0..1: {score}")
    if len({len(link.parts) for link in links}) > 1:
        raise ValueError("some links have other parts than others")


def _steps(floor: float | None) -> int:
    return round((RELATED_FLOOR if floor is None else floor) * SCORE_STEPS)


def _level(steps: int) -> Level:
    return _LEVELS[bisect_right(_STEPS_RISING, steps)]


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


def _article_pairs(pairs_of_links: Iterable[tuple[int, int]]) -> array[int]:
    pairs = array("I")
    before = None
    for number, pair in enumerate(pairs_of_links):
        if pair != before:
            pairs.extend((*pair, number))
            before = pair
    return pairs


def _array(code: str, values: NDArray[Any]) -> array[int]:
    column: array[int] = array(code)
    column.frombytes(values.astype(code).tobytes())
    return column
