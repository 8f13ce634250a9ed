"""Paragraphs of two texts, side by side: the same ones, changed, moved, added and removed.

Paragraphs with the same words are paired first, then the most alike ones. What is left of a
paragraph that was cut in two, or of two that were joined, is put to the pair that has its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.articles import Article, ParagraphKind
from reader.text.stop_words import stop_words
from reader.text.words import word_keys

LEAST_ALIKE = 0.5
"""The share, 0..1, of the words of the shorter of two paragraphs that are in both in order."""
_FEWEST_SHARED = 2
"""So many words of weight at least are in both; where a paragraph has fewer, all of them."""
_MOST_CANDIDATES = 20
"""For each paragraph so many of the other text, by the words in common, are compared in order."""
_COMMON_WORD = 50
"""A word in more paragraphs of a text is no sign of one of them."""
_MOST_PARAGRAPHS = 2048
"""Paragraphs whose words are remembered: one text is compared with many."""


class AlignedParagraphs(NamedTuple):
    """A row of two texts: paragraphs of the one beside those of the other that have their words."""

    here: tuple[int, ...]
    """Positions in the one article, from 0; none where the other text adds the paragraph."""
    there: tuple[int, ...]
    """Positions in the other; none where the paragraph is removed."""
    is_moved: bool = False
    """Whether it is in another order among the others."""


class _Text:
    """The words of the paragraphs of a story."""

    def __init__(self, article: Article) -> None:
        self.words: dict[int, tuple[str, ...]] = {}
        self.weighty: dict[int, frozenset[str]] = {}
        for position, paragraph in enumerate(article.paragraphs):
            if paragraph.kind is ParagraphKind.FURNITURE:
                continue
            read = read_paragraph(paragraph.text, article.language)
            if read.keys:
                self.words[position] = read.keys
                self.weighty[position] = read.weighty


class ParagraphWords(NamedTuple):
    """The words of a paragraph by which it is compared."""

    keys: tuple[str, ...]
    """In their order."""
    weighty: frozenset[str]
    """Those that are no stop words; all where there is no other."""


@lru_cache(maxsize=_MOST_PARAGRAPHS)
def read_paragraph(text: str, language: str | None) -> ParagraphWords:
    """Return the words of a paragraph.

    Args:
        text: the paragraph.
        language: ISO 639-1 code; None where it is not known.
    """
    keys = tuple(word_keys(text))
    every = frozenset(keys)
    return ParagraphWords(keys, every - stop_words(language) or every)


class _Likeness(NamedTuple):
    """How much two paragraphs are alike; sorts the most alike first."""

    distance: float
    here: int
    there: int


def align_paragraphs(here: Article, there: Article) -> tuple[AlignedParagraphs, ...]:
    """Set the paragraphs of two texts side by side; what belongs to the page is left out.

    Returns:
        Rows in the order of the second text, removed paragraphs before what followed them. Every
        paragraph is in one row.
    """
    one, other = _Text(here), _Text(there)
    pairs = dict(_pair_equal(one, other))
    taken = set(pairs.values())
    left = [at for at in one.words if at not in pairs]
    likely = sorted(_find_alike(one, other, left))
    for _, at, other_at in likely:
        if at not in pairs and other_at not in taken:
            pairs[at] = other_at
            taken.add(other_at)
    rows = {at: ([at], [other_at]) for at, other_at in pairs.items()}
    by_other = {other_at: rows[at] for at, other_at in pairs.items()}
    unpaired = other.words.keys() - by_other.keys()
    for _, at, other_at in sorted([*likely, *_find_alike(one, other, rows, unpaired)]):
        _put_to_pair(one, other, (at, other_at), rows, by_other)
    found = list({id(row): row for row in rows.values()}.values())
    return _order(found, one.words, other.words)


def _pair_equal(one: _Text, other: _Text) -> Iterator[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in other.words.items():
        places[words].append(at)
    for at, words in one.words.items():
        if places[words]:
            yield at, places[words].pop(0)


def _find_alike(
    one: _Text, other: _Text, among: Collection[int], beside: Set[int] | None = None
) -> Iterator[_Likeness]:
    """Yield the pairs of paragraphs that are alike.

    Args:
        one: the one text.
        other: the other.
        among: the paragraphs of the one that are looked at.
        beside: those of the other; all if None.
    """
    if not among or (beside is not None and not beside):
        return
    places: dict[str, list[int]] = defaultdict(list)
    for at, words in other.weighty.items():
        for word in words:
            places[word].append(at)
    for at in among:
        words = one.weighty[at]
        counts = Counter(
            other_at
            for word in words
            if len(places[word]) <= _COMMON_WORD
            for other_at in places[word]
            if beside is None or other_at in beside
        )
        for other_at, shared in counts.most_common(_MOST_CANDIDATES):
            if shared < min(_FEWEST_SHARED, len(words), len(other.weighty[other_at])):
                continue
            keys, other_keys = one.words[at], other.words[other_at]
            same = LCSseq.similarity(keys, other_keys)
            if same >= LEAST_ALIKE * min(len(keys), len(other_keys)):
                yield _Likeness(1 - 2 * same / (len(keys) + len(other_keys)), at, other_at)


def _put_to_pair(
    one: _Text,
    other: _Text,
    pair: tuple[int, int],
    rows: dict[int, tuple[list[int], list[int]]],
    by_other: dict[int, tuple[list[int], list[int]]],
) -> None:
    """Put a paragraph that has no row to the one that has its words and does not use them."""
    at, other_at = pair
    if at not in rows and other_at in by_other and len(by_other[other_at][1]) == 1:
        row = by_other[other_at]
        if _adds(one, row[0], at, other.words[other_at]):
            row[0].append(at)
            rows[at] = row
    elif at in rows and other_at not in by_other and len(rows[at][0]) == 1:
        row = rows[at]
        if _adds(other, row[1], other_at, one.words[at]):
            row[1].append(other_at)
            by_other[other_at] = row


def _adds(text: _Text, parts: list[int], more: int, whole: Sequence[str]) -> bool:
    """Return whether a further part of a paragraph has words of it that the others do not have."""
    before = [word for at in sorted(parts) for word in text.words[at]]
    after = [word for at in sorted([*parts, more]) for word in text.words[at]]
    gained = LCSseq.similarity(after, whole) - LCSseq.similarity(before, whole)
    return gained >= LEAST_ALIKE * len(text.words[more])


def _order(
    found: Sequence[tuple[list[int], list[int]]], ours: Iterable[int], theirs: Iterable[int]
) -> tuple[AlignedParagraphs, ...]:
    """Return the rows in the order of the other text, with the paragraphs that have no pair."""
    pairs = sorted(
        (AlignedParagraphs(tuple(sorted(here)), tuple(sorted(there))) for here, there in found),
        key=lambda pair: pair.there,
    )
    stays = {pairs[number] for number in find_longest_rising([pair.here[0] for pair in pairs])}
    removed = deque(_list_unpaired(ours, [pair.here for pair in pairs]))
    added = _list_unpaired(theirs, [pair.there for pair in pairs])
    rows: list[AlignedParagraphs] = []
    alone = [AlignedParagraphs((), (at,)) for at in added]
    for row in sorted([*pairs, *alone], key=lambda pair: pair.there):
        if row in stays:
            rows += _take_removed(removed, row.here[0])
        rows.append(row._replace(is_moved=bool(row.here) and row not in stays))
    rows += _take_removed(removed, None)
    return tuple(rows)


def _take_removed(removed: deque[int], before: int | None) -> Iterator[AlignedParagraphs]:
    """Take the removed paragraphs before a position from the left, all of them if it is None."""
    while removed and (before is None or removed[0] < before):
        yield AlignedParagraphs((removed.popleft(),), ())


def _list_unpaired(paragraphs: Iterable[int], paired: Sequence[Sequence[int]]) -> list[int]:
    known = {at for side in paired for at in side}
    return [at for at in paragraphs if at not in known]


def find_longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the positions of a longest rising part of some numbers (patience sorting)."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        pile = bisect_left(ends, number)
        before.append(tops[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(number)
            tops.append(position)
        else:
            ends[pile], tops[pile] = number, position
    rising: list[int] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        rising.append(at)
        at = before[at]
    return rising[::-1]
