"""All links between the paragraphs of several articles, as flat arrays.

Inside this module paragraphs are counted through all articles ("rows"); everywhere else a
paragraph is a `Place`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.articles import Place
from reader.linking.link_arrays import (
    LinkArrays,
    pack_arrays,
    sort_columns,
    sort_links,
    unpack_arrays,
)
from reader.linking.links import (
    PROBABLY_FLOOR,
    RELATED_FLOOR,
    SAME_FLOOR,
    Level,
    LinkCounts,
    LinkedPlaces,
)
from reader.linking.lowered_scores import Lowering
from reader.linking.scored_links import SCORE_STEPS, UNKNOWN_SENTENCE, LinkColumns, ScoredPair


@dataclass(frozen=True, slots=True, repr=False)
class LinkTable:
    """All links of a coverage, each stored once; asked by paragraphs, pairs of articles, scores.

    Immutable. Made by `build`, `from_columns` or `from_bytes`.
    """

    _arrays: LinkArrays

    @classmethod
    def build(cls, paragraph_counts: Sequence[int], links: Iterable[ScoredPair]) -> LinkTable:
        """Make a table of links in any order, as `sort_links` does."""
        return cls(sort_links(paragraph_counts, links))

    @classmethod
    def from_columns(cls, paragraph_counts: Sequence[int], links: LinkColumns) -> LinkTable:
        """Make a table of the links of NumPy columns, as `build` does, without its checks."""
        return cls(sort_columns(paragraph_counts, links))

    @classmethod
    def from_bytes(cls, data: bytes) -> LinkTable:
        """The table that `to_bytes` wrote.

        Raises:
            ValueError: the length is not right, or a number in it is beyond the table.
        """
        return cls(unpack_arrays(data))

    def to_bytes(self) -> bytes:
        """The table as bytes for `from_bytes` on the same machine."""
        return pack_arrays(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays.scores)

    def __repr__(self) -> str:
        return f"<LinkTable of {len(self._arrays.starts) - 1} articles, {len(self)} links>"

    @property
    def paragraph_counts(self) -> tuple[int, ...]:
        """The number of paragraphs of each article, all kinds."""
        return tuple(stop - start for start, stop in pairwise(self._arrays.starts))

    def links_from(self, place: Place, floor: float | None = None) -> tuple[LinkedPlaces, ...]:
        """The links of a paragraph, strongest first, each with `here` at that paragraph.

        Args:
            place: the paragraph.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Raises:
            IndexError: the paragraph does not exist.
        """
        return tuple(self.each_link_from(place, floor))

    def each_link_from(self, place: Place, floor: float | None = None) -> Iterator[LinkedPlaces]:
        """Yield what `links_from` returns, each when it is asked for."""
        row = self._row(place)
        least = _steps(floor)
        here, there, scores = self._arrays.here, self._arrays.there, self._arrays.scores
        place = Place(*place)
        for number in self._numbers_of(row):
            score = scores[number]
            if score < least:
                return
            other = there[number] if here[number] == row else here[number]
            yield LinkedPlaces(place, self._place(other), score / SCORE_STEPS, _level(score))

    def is_linked(self, place: Place, floor: float | None = None) -> bool:
        """Return whether a paragraph has a link from a score on, much faster than `links_from`.

        Args:
            place: the paragraph.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Raises:
            IndexError: the paragraph does not exist.
        """
        row = self._row(place)
        first, last = self._arrays.offsets[row], self._arrays.offsets[row + 1]
        if first == last:
            return False
        return self._arrays.scores[self._arrays.incident[first]] >= _steps(floor)

    def rows_from(self, place: Place, floor: float | None = None) -> dict[int, int]:
        """The rows that a paragraph is linked to, with the scores in steps of 1 / `SCORE_STEPS`.

        As `links_from`, strongest first, much faster; `place_of` gives the paragraph of a row.
        """
        row, least = self._row(place), _steps(floor)
        here, there, scores = self._arrays.here, self._arrays.there, self._arrays.scores
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
        arrays, least = self._arrays, _steps(floor)
        for number in self._numbers_of(row):
            if arrays.scores[number] < least:
                return False
            if other == (arrays.there if arrays.here[number] == row else arrays.here)[number]:
                return True
        return False

    def links(self, floor: float | None = None) -> Iterator[LinkedPlaces]:
        """Yield every link once, `here` in the earlier article; by article pair, strongest first.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        least = _steps(floor)
        pairs = self._arrays.pairs
        lasts = [*pairs[5::3], len(self)]
        for first, last in zip(pairs[2::3], lasts, strict=False):
            for number in range(first, last):
                score = self._arrays.scores[number]
                if score < least:
                    break
                yield LinkedPlaces(
                    self._place(self._arrays.here[number]),
                    self._place(self._arrays.there[number]),
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
        arrays, least = self._arrays, _steps(floor)
        pairs = arrays.pairs
        lasts = [*pairs[5::3], len(self)]
        for a, b, first, last in zip(pairs[0::3], pairs[1::3], pairs[2::3], lasts, strict=False):
            to_here, to_there = starts[a] - arrays.starts[a], starts[b] - arrays.starts[b]
            for number in range(first, last):
                score = arrays.scores[number]
                if score < least:
                    break
                if arrays.conflicts[number]:
                    continue
                here, there = (
                    arrays.here[number] + to_here,
                    arrays.there[number] + to_there,
                )
                best = arrays.sentences_here[number], arrays.sentences_there[number]
                yield here, there, score, *best

    def scored_pairs(self) -> Iterator[ScoredPair]:
        """Yield all that is stored of every link, in the order of `links`."""
        for number, link in enumerate(self.links(0.0)):
            yield ScoredPair(
                link.here,
                link.there,
                link.score,
                self._arrays.sentences_here[number],
                self._arrays.sentences_there[number],
                self._parts_at(number),
                self._arrays.conflicts[number],
                self._arrays.lowered[number],
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
        return _split_counts(shown)

    def count_all_links(self, floor: float | None = None) -> LinkCounts:
        """Count the links of all articles by their levels.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        least = _steps(floor)
        counts = Counter(self._arrays.scores)
        shown = [
            sum(count for score, count in counts.items() if score >= max(least, steps))
            for steps in (*_LEVEL_STEPS, 0)
        ]
        return _split_counts(shown)

    def best_sentences(self, link: LinkedPlaces) -> tuple[int, int] | None:
        """The positions of the best matching sentences, `here` and `there`; None if unknown."""
        number = self._number_of(link)
        if number is None:
            return None
        here, there = self._arrays.sentences_here[number], self._arrays.sentences_there[number]
        if UNKNOWN_SENTENCE in (here, there):
            return None
        return (there, here) if link.here.article > link.there.article else (here, there)

    def has_conflict(self, link: LinkedPlaces) -> bool:
        """Whether the ends of a link state something that makes them two moments."""
        number = self._number_of(link)
        return number is not None and self._arrays.conflicts[number] != 0

    def why_lowered(self, link: LinkedPlaces) -> Lowering:
        """What lowered the score of a link, other than a conflict."""
        number = self._number_of(link)
        return Lowering.NONE if number is None else Lowering(self._arrays.lowered[number])

    def list_lowered(self, why: Lowering) -> frozenset[tuple[Place, Place]]:
        """Return the ends of all links that something lowered, the one in the earlier article
        first."""
        arrays = self._arrays
        return frozenset(
            (self._place(arrays.here[number]), self._place(arrays.there[number]))
            for number, lowered in enumerate(arrays.lowered)
            if lowered == why
        )

    def parts_of(self, link: LinkedPlaces) -> bytes:
        """What each feature added to the score, as `ScoredPair.parts`; empty if unknown."""
        number = self._number_of(link)
        return b"" if number is None else self._parts_at(number)

    def _row(self, place: Place) -> int:
        article, paragraph = place
        if not (0 <= article < len(self._arrays.starts) - 1 and paragraph >= 0):
            raise IndexError(f"no such paragraph: {place}")
        row = self._arrays.starts[article] + paragraph
        if row >= self._arrays.starts[article + 1]:
            raise IndexError(f"no such paragraph: {place}")
        return row

    def _place(self, row: int) -> Place:
        starts = self._arrays.starts
        article = bisect_right(starts, row) - 1
        return Place(article, row - starts[article])

    def _numbers_of(self, row: int) -> array[int]:
        """The numbers of the links of a row, strongest first."""
        return self._arrays.incident[self._arrays.offsets[row] : self._arrays.offsets[row + 1]]

    def _number_of(self, link: LinkedPlaces) -> int | None:
        """The number of a link in the table, whichever its direction."""
        row, other = self._row(link.here), self._row(link.there)
        for number in self._numbers_of(row):
            if other in (self._arrays.here[number], self._arrays.there[number]):
                return number
        return None

    def _parts_at(self, number: int) -> bytes:
        width = len(self._arrays.parts) // max(len(self), 1)
        return self._arrays.parts[number * width : (number + 1) * width].tobytes()

    def _range_of(self, article: int, other: int) -> tuple[int, int]:
        """The numbers of the links of an article pair: first, and one beyond the last."""
        pairs = self._arrays.pairs
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
        scores = self._arrays.scores
        return bisect_left(scores, 1 - least, first, last, key=lambda score: -score) - first


_LEVEL_STEPS = tuple(round(f * SCORE_STEPS) for f in (SAME_FLOOR, PROBABLY_FLOOR, RELATED_FLOOR))
_STEPS_RISING = _LEVEL_STEPS[::-1]
_LEVELS = (Level.PERHAPS, Level.RELATED, Level.PROBABLY, Level.SAME)


def _steps(floor: float | None) -> int:
    return round((RELATED_FLOOR if floor is None else floor) * SCORE_STEPS)


def _level(steps: int) -> Level:
    return _LEVELS[bisect_right(_STEPS_RISING, steps)]


def _split_counts(shown: Sequence[int]) -> LinkCounts:
    """Return the counts of the levels from how many links have at least the score of each."""
    return LinkCounts(*(upto - above for upto, above in zip(shown, [0, *shown], strict=False)))
