"""The sentences of two linked passages that tell the same, with their words side by side."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.linking.synonym_groups import find_synonym_group
from reader.text.sentences import split_sentences
from reader.text.stop_words import is_stop_word
from reader.text.values import ComparisonOutcome, ValueSpan, compare_values
from reader.text.values.opposites import has_opposite
from reader.text.words import stem_word, word_spans

LEAST_SHARED = 0.34
"""Two sentences tell the same where the shorter has at least this share, 0..1, of its words of
weight in the other, too."""
_FEWEST_SHARED = 2
_FEWEST_ALIGNED = 3
"""Words and values in which two short sentences must be alike to be one but for one change."""
_NEAR = 6
"""Words on each side of a place that tell whether two places are one."""


MOST_SENTENCES = 40
"""So many sentences of a paragraph are compared, from its beginning: each is set beside each."""
MOST_TOKENS = 300
"""Longer sentences are not compared."""


class TextToken(NamedTuple):
    """A word of a sentence, or all the words of a value."""

    start: int
    """Offset in the text of the paragraph."""
    end: int
    key: str
    """Equal for words of one stem or one group of synonyms, and for values of one kind."""
    is_common: bool
    """Whether it says nothing alone."""
    value: ValueSpan | None = None


@dataclass(frozen=True)
class TextSentence:
    """One sentence of a paragraph.

    It is set beside many others, so what they are compared by is worked out once.
    """

    text: str
    """The whole paragraph; offsets refer to it."""
    tokens: tuple[TextToken, ...]
    coded: str
    """A character for the key of each token."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the tokens."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def coded_weighty(self) -> str:
        """The characters of the words of weight and values."""
        return "".join(
            code for token, code in zip(self.tokens, self.coded, strict=True) if not token.is_common
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of each token in lower case."""
        return tuple(map(self.printed, self.tokens))

    @cached_property
    def plain_weighty(self) -> tuple[bool, ...]:
        """Whether each token is a word of weight and no value."""
        return tuple(not token.is_common and token.value is None for token in self.tokens)

    @cached_property
    def value_positions(self) -> tuple[int, ...]:
        """The positions of the values."""
        return tuple(at for at, token in enumerate(self.tokens) if token.value is not None)

    def printed(self, token: TextToken) -> str:
        """Return the words of a token in lower case."""
        return self.text[token.start : token.end].lower()

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences that tell the same, and which tokens of one are which of the other."""

    here: TextSentence
    there: TextSentence
    aligned: tuple[tuple[int, int], ...]
    """Positions of tokens that are the same, in order."""
    same: frozenset[int]
    """Positions in the first sentence of the words of weight and values that both state."""
    gaps: tuple[tuple[slice, slice], ...]
    """What stands between them, as slices of tokens; one side may be empty."""
    shared: float
    """The share, 0..1, of the shorter's words of weight that the other has, too."""
    is_one_change: bool
    """Whether the sentences are one but for one word, value or gap."""

    def shared_around(self, here: slice, there: slice) -> list[int]:
        """Return the words of weight near two stretches that are the same in the same place.

        Args:
            here: tokens of the first sentence.
            there: tokens of the second.

        Returns:
            Positions of tokens in the first sentence, in order.
        """
        aligned, same = self.aligned, self.same
        first = bisect_left(aligned, (here.start - _NEAR,))
        before = bisect_left(aligned, (here.start,), first)
        after = bisect_left(aligned, (here.stop,), before)
        last = bisect_left(aligned, (here.stop + _NEAR,), after)
        least, least_after = there.start - _NEAR, there.stop
        return [
            one
            for one, other in aligned[first:before]
            if least <= other < there.start and one in same
        ] + [
            one
            for one, other in aligned[after:last]
            if least_after <= other < least_after + _NEAR and one in same
        ]

    def shared_surroundings(self, here: slice, there: slice) -> list[int]:
        """Return the words of weight near one stretch that are near the other, in any order.

        Args and result are those of `shared_around`.
        """
        others = {
            self.there.tokens[at].key: at
            for at in _surroundings(self.there, there)
            if not self.there.tokens[at].is_common
        }
        found = []
        for at in _surroundings(self.here, here):
            other = others.get(self.here.tokens[at].key)
            if other is not None and _is_same(self.here, at, self.there, other):
                found.append(at)
        return found

    def shared_words(self, here: slice, around: Sequence[int]) -> tuple[slice, ...]:
        """Return the stretches of the first text before and after a gap that both share.

        What is near a gap and differs, too, parts a stretch.
        """
        parts: list[list[int]] = []
        for at in sorted(around):
            is_next = parts and (parts[-1][-1] < here.start) == (at < here.start)
            if is_next and self._is_shared(parts[-1][-1], at):
                parts[-1].append(at)
            else:
                parts.append([at])
        tokens = self.here.tokens
        return tuple(slice(tokens[part[0]].start, tokens[part[-1]].end) for part in parts)

    def _is_shared(self, first: int, last: int) -> bool:
        """Return whether the tokens between two shared ones are the same in both sentences."""
        aligned = dict(self.aligned)
        return all(
            at in aligned and (at in self.same or self.here.tokens[at].is_common)
            for at in range(first, last)
        )


def _surroundings(sentence: TextSentence, part: slice) -> list[int]:
    before = range(max(0, part.start - _NEAR), part.start)
    return [*before, *range(part.stop, min(len(sentence.tokens), part.stop + _NEAR))]


class KeyCharacters(dict[str, str]):
    """A character for each key of the tokens of one comparison, given at the first look-up.

    Strings of them are aligned in half the time of sequences of keys.
    """

    def __missing__(self, key: str) -> str:
        # Surrogates are characters here as any others; there are more than a story has words.
        found = self[key] = chr(min(len(self), sys.maxunicode))
        return found


def read_sentences(
    text: str, language: str | None, values: Sequence[ValueSpan], characters: KeyCharacters
) -> tuple[TextSentence, ...]:
    """Return the sentences of a paragraph with a word in them, in order.

    Args:
        text: the paragraph.
        language: its language; English where it is not known.
        values: its values, in order.
        characters: those for the keys of the sentences with which they are compared.
    """
    sentences = []
    for part in split_sentences(text)[:MOST_SENTENCES]:
        own = [value for value in values if part.start <= value.start and value.end <= part.stop]
        tokens = tuple(_read_tokens(text, part, own, language))
        if 0 < len(tokens) <= MOST_TOKENS:
            coded = "".join(characters[token.key] for token in tokens)
            sentences.append(TextSentence(text, tokens, coded))
    return tuple(sentences)


def pair_sentences(
    here: Sequence[TextSentence], there: Sequence[TextSentence]
) -> Iterator[SentencePair]:
    """Yield the pairs of sentences that tell the same: each is the other's best."""
    pairs = [[_align(one, other) if _may_pair(one, other) else None for other in there]
             for one in here]  # fmt: skip
    for row, found in enumerate(pairs):
        if not found:
            return
        column = max(range(len(found)), key=lambda at: _rank(found[at]))
        best = found[column]
        if best is None or (
            not best.is_one_change
            and (best.shared < LEAST_SHARED or len(best.same) < _FEWEST_SHARED)
        ):
            continue
        rivals = (other[column] for other in pairs[:row] + pairs[row + 1 :])
        if all(_rank(best) >= _rank(rival) for rival in rivals):
            yield best


def _may_pair(here: TextSentence, there: TextSentence) -> bool:
    """Return whether two sentences may tell the same: a bound that costs little.

    No alignment has more words of weight than the longest common subsequence of these alone.
    """
    fewest = max(1, min(len(here.coded_weighty), len(there.coded_weighty)))
    most = LCSseq.similarity(here.coded_weighty, there.coded_weighty)
    if most >= LEAST_SHARED * fewest:
        return True
    lengths = len(here.tokens), len(there.tokens)
    if abs(lengths[0] - lengths[1]) > 1 or min(lengths) < _FEWEST_ALIGNED:
        return False
    return bool(LCSseq.similarity(here.coded, there.coded) >= max(lengths) - 1)


def _rank(pair: SentencePair | None) -> tuple[bool, float]:
    return (pair.is_one_change, pair.shared) if pair else (False, 0.0)


def _read_tokens(
    text: str, part: slice, values: Sequence[ValueSpan], language: str | None
) -> Iterator[TextToken]:
    position = part.start
    for value in values:
        yield from _read_words(text, position, value.start, language)
        yield TextToken(value.start, value.end, f"<{type(value).__name__}>", False, value)
        position = value.end
    yield from _read_words(text, position, part.stop, language)


def _read_words(text: str, start: int, end: int, language: str | None) -> Iterator[TextToken]:
    for first, last in word_spans(text, start, end):
        yield TextToken(first, last, *_read_word(text[first:last], language))


@lru_cache(maxsize=1 << 14)
def _read_word(printed: str, language: str | None) -> tuple[str, bool]:
    """Return the key of a word and whether it says nothing alone."""
    stem = stem_word(printed, language)
    # A group has words of one kind of thing, profit and loss: opposites stay apart.
    group = None if has_opposite(stem) else find_synonym_group(printed, language)
    return f"<{group[0]}>" if group else stem, is_stop_word(printed, language)


def _align(here: TextSentence, there: TextSentence) -> SentencePair:
    gaps: list[tuple[slice, slice]] = []
    blocks = LCSseq.opcodes(here.coded, there.coded).as_matching_blocks()
    places = [(block.a, block.b, block.size) for block in blocks]
    end = other_end = 0
    for first, other, length in places:
        if end < first or other_end < other:
            gaps.append((slice(end, first), slice(other_end, other)))
        end, other_end = first + length, other + length
    aligned = [
        (at, at + other - first)
        for first, other, length in places
        for at in range(first, first + length)
    ]
    plain = here.plain_weighty
    same = [at for at, _ in aligned if plain[at]]
    if here.value_positions:
        values = frozenset(here.value_positions)
        same += [at for at, other in aligned if at in values and _is_same(here, at, there, other)]
    fewest = min(len(here.coded_weighty), len(there.coded_weighty))
    shared = len(same) / max(1, fewest)
    is_one_change = _is_one_change(here, there, aligned, gaps)
    return SentencePair(
        here, there, tuple(aligned), frozenset(same), tuple(gaps), shared, is_one_change
    )


def _is_one_change(
    here: TextSentence,
    there: TextSentence,
    aligned: Sequence[tuple[int, int]],
    gaps: Sequence[tuple[slice, slice]],
) -> bool:
    """Return whether two sentences of some words differ at one place, in one value at most."""
    if len(aligned) < _FEWEST_ALIGNED or len(gaps) > 1:
        return False
    if any(gap.stop - gap.start > 1 for sides in gaps for gap in sides):
        return False
    changed = sum(
        here.words[one] != there.words[other] and not _is_same(here, one, there, other)
        for one, other in aligned
    )
    return changed + len(gaps) == 1


def _is_same(here: TextSentence, one: int, there: TextSentence, other: int) -> bool:
    """Return whether two tokens of one key say something, and the same."""
    token, counterpart = here.tokens[one], there.tokens[other]
    if token.value is None or counterpart.value is None:
        return not token.is_common
    if here.words[one] == there.words[other]:
        return True
    return compare_values(token.value, counterpart.value).outcome is ComparisonOutcome.EQUAL
