"""Stretches of the tokens of a sentence: where they are, what is printed there, what they state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.story.differences.stated_pairs import Statement

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import PersonName


def find_offsets(sentence: TextSentence, gap: slice) -> tuple[int, int]:
    """Return where a stretch begins and ends; both are one for an empty one."""
    tokens = sentence.tokens
    last = min(gap.stop, len(tokens))
    if gap.start >= last:
        end = tokens[gap.start - 1].end if gap.start else sentence.start
        return end, end
    return tokens[gap.start].start, tokens[last - 1].end


def widen(gap: slice) -> slice:
    """Return a stretch with the word before it and the word after it."""
    return slice(max(0, gap.start - 1), gap.stop + 1)


def add_next(gap: slice) -> slice:
    """Return a stretch with the word after it."""
    return slice(gap.start, gap.stop + 1)


def state_words(sentence: TextSentence, gap: slice, value: str) -> Statement:
    """Return what a stretch of a sentence states."""
    start, end = find_offsets(sentence, gap)
    return Statement(start, end, value)


def print_words(sentence: TextSentence, gap: slice) -> tuple[str, ...]:
    """Return the words of a stretch in lower case."""
    return sentence.words[gap]


def list_overlapping(
    names: Sequence[PersonName], sentence: TextSentence, gap: slice
) -> list[PersonName]:
    """Return the names of which a part is in a stretch."""
    if not names:
        return []
    start, end = find_offsets(sentence, gap)
    return [name for name in names if name.start < end and start < name.end]
