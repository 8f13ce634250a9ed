"""Labels of moments: the shortest printed words of a passage that tell what it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.moment_words import StoryWord

LONGEST_LABEL = 60
"""Characters."""


class _Stretch(NamedTuple):
    """Words of a passage in a row."""

    value: float
    passage: Passage


def choose_label(
    passages: Sequence[tuple[Passage, Sequence[StoryWord]]], shared: Collection[str]
) -> Passage:
    """Return the words of one of the passages that tell most.

    Args:
        passages: the passages of a moment with their words.
        shared: the stems of the words that count.
    """
    best: _Stretch | None = None
    for passage, words in passages:
        for stretch in _stretches(passage, words, shared):
            if best is None or stretch.value > best.value:
                best = stretch
    return best.passage if best else passages[0][0]


def _stretches(
    passage: Passage, words: Sequence[StoryWord], shared: Collection[str]
) -> Iterator[_Stretch]:
    """Yield the stretches that begin and end at words that say something."""
    text = passage.paragraph.text
    for at, first in enumerate(words):
        if not first.weight or (at and words[at - 1].weight):
            continue
        value = 0.0
        counted: set[str] = set()
        for number in range(at, len(words)):
            last = words[number]
            length = last.end - first.start
            if length > LONGEST_LABEL and counted:
                break
            if last.stem in shared and last.stem not in counted:
                value += last.weight
                counted.add(last.stem)
            is_end = number + 1 == len(words) or not words[number + 1].weight
            if not last.weight or not is_end or "\n" in text[first.start : last.end]:
                continue
            yield _Stretch(
                value - length / LONGEST_LABEL,
                replace(passage, start=first.start, end=last.end),
            )
