"""The words of two passages that only one of them has, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.text.signs_between_words import widen_to_signs
from reader.text.words import word_key, word_spans

_LETTER = re.compile(r"[^\W\d_]")
_LETTERED = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_](?!\w)|\.[ \xa0][^\W\d_](?=\.))+\.?")
"""Letters with full stops, such as "a.m." and "J. R."; a space only before one more stop."""


class WordDifferences(NamedTuple):
    """Stretches of words that only one of two texts has; slices index into that text."""

    here: tuple[slice, ...]
    there: tuple[slice, ...]


def find_word_differences(here: str, there: str) -> WordDifferences:
    """Compare two texts word by word, by their longest common subsequence of words.

    Words are equal whatever their case, accents and typography; letters with full stops between
    them, as in "a.m.", are one word. Signs go with the words that they stand at.
    """
    spans_here, spans_there = _whole_words(here), _whole_words(there)
    keys_here = [_key_of(here[start:end]) for start, end in spans_here]
    keys_there = [_key_of(there[start:end]) for start, end in spans_there]
    edits = [
        (_stretch(spans_here, ours), _stretch(spans_there, theirs))
        for ours, theirs in _edited_words(keys_here, keys_there)
    ]
    widened = list(widen_to_signs((here, there), (spans_here, spans_there), edits))
    return WordDifferences(
        tuple(ours for ours, _ in widened if ours.start < ours.stop),
        tuple(theirs for _, theirs in widened if theirs.start < theirs.stop),
    )


def _edited_words(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Yield the words of both texts between those that are the same."""
    start = other_start = 0
    same = (
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in LCSseq.opcodes(here, there)
        if block.tag == "equal"
    )
    for end, other_end, length in (*same, (len(here), len(there), 0)):
        if end > start or other_end > other_start:
            yield range(start, end), range(other_start, other_end)
        start, other_start = end + length, other_end + length


def _stretch(spans: Sequence[tuple[int, int]], words: range) -> slice:
    """Return the characters of some words; of none, the end of the word before."""
    if words:
        return slice(spans[words.start][0], spans[words.stop - 1][1])
    at = spans[words.start - 1][1] if words.start else 0
    return slice(at, at)


def _whole_words(text: str) -> list[tuple[int, int]]:
    """Return the spans of words; letters with full stops between them are one."""
    lettered = [match.span() for match in _LETTERED.finditer(text)]
    inside = {at for start, end in lettered for at in range(start, end)}
    return sorted([*lettered, *(span for span in word_spans(text) if span[0] not in inside)])


def _key_of(word: str) -> str:
    return word_key("".join(_LETTER.findall(word)) if _LETTERED.fullmatch(word) else word)


def split_own_words(text: str, own: Sequence[slice]) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether only this text has it.

    Args:
        text: one of two texts that were compared.
        own: its side of their `WordDifferences`.
    """
    end = 0
    for words in own:
        yield text[end : words.start], False
        yield text[words], True
        end = words.stop
    yield text[end:], False
