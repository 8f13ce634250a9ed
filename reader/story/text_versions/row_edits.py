"""The words that two aligned stretches of text do not have in common, edit by edit."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.articles import Article, Passage, Place
from reader.story.text_versions.aligned_paragraphs import find_longest_rising
from reader.story.text_versions.text_change import RowEdit
from reader.text.signs_between_words import widen_to_signs
from reader.text.stop_words import stop_words
from reader.text.words import word_key, word_spans

_MOST_BETWEEN = 2
"""So many stop words that two edits have between them make no two edits of them."""
_FEWEST_AROUND = 2
"""So many words of each of the two edits there are then."""


_LARGEST_TABLE = 100_000_000
"""Pairs of words that are compared in one table, of a bit each."""
_WORDS_OF_PART = 64
"""Longer texts are cut at every so many words that both have once."""


class RowPiece(NamedTuple):
    """A piece of two aligned texts: the same words of both, or an edit."""

    here: str
    there: str
    """As printed in the other text; both, where the words are the same."""
    is_same: bool


class JoinedParagraphs:
    """Some paragraphs of an article as one text.

    Args:
        article: the article.
        article_position: its position among those compared.
        paragraphs: positions of the paragraphs, rising.
    """

    def __init__(self, article: Article, article_position: int, paragraphs: Sequence[int]) -> None:
        self._article = article
        self._position = article_position
        self._paragraphs = tuple(paragraphs)
        texts = [article.paragraphs[at].text for at in paragraphs]
        self.text = "\n".join(texts)
        self._starts = [sum(len(text) + 1 for text in texts[:at]) for at in range(len(texts))]

    @property
    def article(self) -> Article:
        """The article."""
        return self._article

    def place(self, offset: int) -> tuple[Place, int]:
        """Return the paragraph that a character of the joined text is in, and where it is there."""
        number = bisect_right(self._starts, offset) - 1
        return Place(self._position, self._paragraphs[number]), offset - self._starts[number]

    def passages(self, part: slice) -> tuple[Passage, ...]:
        """Return a stretch of the joined text as passages, one of each paragraph it is in."""
        found: list[Passage] = []
        for at, offset in zip(self._paragraphs, self._starts, strict=True):
            paragraph = self._article.paragraphs[at]
            start = max(0, part.start - offset)
            end = min(len(paragraph.text), part.stop - offset)
            if start < end:
                found.append(Passage(self._article, paragraph, start, end, self._position))
        return tuple(found)


def find_row_edits(here: str, there: str, language: str | None = None) -> tuple[RowEdit, ...]:
    """Compare two texts word by word, by their longest common subsequence of words.

    Words are equal whatever their case, accents and typography. Stop words between two longer
    edits are no common words.

    Args:
        here: the one text.
        there: the other.
        language: ISO 639-1 code of both.
    """
    spans, other_spans = list(word_spans(here)), list(word_spans(there))
    keys = [word_key(here[start:end]) for start, end in spans]
    other_keys = [word_key(there[start:end]) for start, end in other_spans]
    common = stop_words(language)
    edits: list[tuple[range, range]] = []
    for ours, theirs in _edited_words(keys, other_keys):
        if edits and _belong_together(edits[-1], (ours, theirs), keys, common):
            ours, theirs = (
                range(edits[-1][0].start, ours.stop),
                range(edits[-1][1].start, theirs.stop),
            )
            edits.pop()
        edits.append((ours, theirs))
    return tuple(
        RowEdit(_characters(spans, ours), _characters(other_spans, theirs))
        for ours, theirs in edits
    )


def split_edits_of_row(here: str, there: str, edits: Sequence[RowEdit]) -> Iterator[RowPiece]:
    """Yield two texts piece by piece, in order; signs go with the words that they stand at.

    Args:
        here: the one text.
        there: the other.
        edits: what `find_row_edits` found.
    """
    end = other_end = 0
    words = list(word_spans(here)), list(word_spans(there))
    for ours, theirs in widen_to_signs(
        (here, there), words, [(each.here, each.there) for each in edits]
    ):
        yield RowPiece(here[end : ours.start], there[other_end : theirs.start], True)
        yield RowPiece(here[ours], there[theirs], False)
        end, other_end = ours.stop, theirs.stop
    yield RowPiece(here[end:], there[other_end:], True)


def _edited_words(keys: Sequence[str], other_keys: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Yield the words of both sides between those that are the same."""
    start = other_start = 0
    for end, other_end, length in (*_same_words(keys, other_keys), (len(keys), len(other_keys), 0)):
        if end > start or other_end > other_start:
            yield range(start, end), range(other_start, other_end)
        start, other_start = end + length, other_end + length


def _same_words(keys: Sequence[str], other_keys: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of the same words: positions on both sides, in order, and their length."""
    for part, other_part in _comparable_parts(keys, other_keys):
        here, there = keys[part.start : part.stop], other_keys[other_part.start : other_part.stop]
        if len(here) * len(there) > _LARGEST_TABLE:
            continue
        for block in LCSseq.opcodes(here, there):
            if block.tag == "equal":
                length = block.src_end - block.src_start
                yield part.start + block.src_start, other_part.start + block.dest_start, length


def _comparable_parts(
    keys: Sequence[str], other_keys: Sequence[str]
) -> Iterator[tuple[range, range]]:
    """Yield the parts of two texts that are compared word by word: both whole, unless too long.

    Long ones are cut at words that either has once, in an order that both have (patience diff;
    Cohen). A part that is too long all the same is taken for rewritten.
    """
    if len(keys) * len(other_keys) <= _LARGEST_TABLE:
        yield range(len(keys)), range(len(other_keys))
        return
    places, other_places = _read_unique(keys), _read_unique(other_keys)
    pairs = [(at, other_places[key]) for key, at in places.items() if key in other_places]
    rising = [pairs[number] for number in find_longest_rising([other for _, other in pairs])]
    start = other_start = 0
    for at, other_at in (*rising[::_WORDS_OF_PART], (len(keys), len(other_keys))):
        yield range(start, at), range(other_start, other_at)
        start, other_start = at, other_at


def _read_unique(keys: Sequence[str]) -> dict[str, int]:
    """Return the positions of the words that a text has once, in order."""
    counts = Counter(keys)
    return {key: at for at, key in enumerate(keys) if counts[key] == 1}


def _belong_together(
    edit: tuple[range, range],
    following: tuple[range, range],
    keys: Sequence[str],
    common: frozenset[str],
) -> bool:
    between = keys[edit[0].stop : following[0].start]
    if len(between) > _MOST_BETWEEN or not common.issuperset(between):
        return False
    return all(max(len(ours), len(theirs)) >= _FEWEST_AROUND for ours, theirs in (edit, following))


def _characters(spans: Sequence[tuple[int, int]], words: range) -> slice:
    """Return the characters of some words; of none, where they would be."""
    if words:
        return slice(spans[words.start][0], spans[words.stop - 1][1])
    at = spans[words.start - 1][1] if words.start else 0
    return slice(at, at)
