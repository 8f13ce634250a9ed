"""The words of two passages that only one of them has, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

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
    them, as in "a.m.", are one word.
    """
    spans_here, spans_there = _whole_words(here), _whole_words(there)
    keys_here = [_key_of(here[start:end]) for start, end in spans_here]
    keys_there = [_key_of(there[start:end]) for start, end in spans_there]
    own_here: list[slice] = []
    own_there: list[slice] = []
    for edit in LCSseq.opcodes(keys_here, keys_there):
        if edit.tag != "equal":
            if edit.src_start < edit.src_end:
                first, last = spans_here[edit.src_start], spans_here[edit.src_end - 1]
                own_here.append(slice(first[0], last[1]))
            if edit.dest_start < edit.dest_end:
                first, last = spans_there[edit.dest_start], spans_there[edit.dest_end - 1]
                own_there.append(slice(first[0], last[1]))
    return WordDifferences(tuple(own_here), tuple(own_there))


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
