"""The stretches of a passage whose words another text of the same moment does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.story.labels.phrase_bounds import PhraseWord, turn_round

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.moment_words import Span, StoryWord, WordedPassage

_MOST_BETWEEN = 2
"""So many words of no weight, or that both have, are inside a stretch between two of its own."""
_LIGHTEST = 0.45
"""A stretch that says less than this part, 0..1, of the rarest word of the story is left out."""


class OwnWords(NamedTuple):
    """What a passage has in words of its own."""

    stretches: tuple[tuple[float, Passage], ...]
    """Each with how much it says, in the order of the text."""
    is_same: bool
    """Whether it has no word of its own that says something, not even one too common to list."""


def find_own_words(
    worded: WordedPassage,
    shared: Collection[str],
    rarest: float,
    left_out: Sequence[Span] = (),
) -> OwnWords:
    """Return the words of a passage that another text does not have.

    A stretch is inside one clause. It begins with the word without which the rest would state
    what its clause does not, such as a negation.

    Args:
        worded: the passage.
        shared: the stems of the other text.
        rarest: the weight of a word that one paragraph of the story has.
        left_out: parts of the paragraph that are not looked at.
    """
    passage, text = worded.passage, worded.passage.paragraph.text
    found: list[tuple[float, Passage]] = []
    is_same = True
    for words, spans in _split_clauses(worded, left_out):
        turned = turn_round(spans)
        for first, last, weight in _join_own(words, shared):
            is_same = False
            if weight >= _LIGHTEST * rarest:
                while first and turned[first]:
                    first -= 1
                first, last = _complete_figures(text, words, first, last)
                start, end = words[first].start, words[last].end
                found.append((weight, replace(passage, start=start, end=_close(text, start, end))))
    return OwnWords(tuple(found), is_same)


def _split_clauses(
    worded: WordedPassage, left_out: Sequence[Span]
) -> Iterator[tuple[Sequence[StoryWord], Sequence[PhraseWord]]]:
    """Yield the words of every clause, those left out apart."""
    text = worded.passage.paragraph.text
    clause: list[StoryWord] = []
    spans: list[PhraseWord] = []
    before = worded.passage.start
    sentence_ends = [end for _, end in worded.sentences]
    at = 0
    for word in worded.words:
        read = PhraseWord.read(text, before, word)
        ends = read.is_apart or read.follows_pause or bool(read.quote_signs)
        while at < len(sentence_ends) and word.start >= sentence_ends[at]:
            ends, at = True, at + 1
        is_out = any(start <= word.start < end for start, end in left_out)
        if (ends or is_out) and clause:
            yield clause, spans
            clause, spans = [], []
        if not is_out:
            clause.append(word)
            spans.append(read)
        before = word.end
    if clause:
        yield clause, spans


def _join_own(
    words: Sequence[StoryWord], shared: Collection[str]
) -> Iterator[tuple[int, int, float]]:
    """Yield the first and the last position of every stretch, and the weight of its own words."""
    first, last, weight = -1, -1, 0.0
    for at, word in enumerate(words):
        if not word.weight or word.stem in shared:
            continue
        if first >= 0 and at - last - 1 > _MOST_BETWEEN:
            yield first, last, weight
            first, weight = -1, 0.0
        first = at if first < 0 else first
        last, weight = at, weight + word.weight
    if first >= 0:
        yield first, last, weight


def _complete_figures(
    text: str, words: Sequence[StoryWord], first: int, last: int
) -> tuple[int, int]:
    """Return the bounds of a stretch that parts no figure from its unit: `$141 million`."""
    while last + 1 < len(words) and words[last + 1].weight and _is_figure(text, words[last]):
        last += 1
    while first and _is_figure(text, words[first - 1]) and words[first].weight:
        first -= 1
    return first, last


def _is_figure(text: str, word: StoryWord) -> bool:
    return text[word.end - 1].isdecimal()


def _close(text: str, start: int, end: int) -> int:
    """Return the end of a stretch with the sign of per cent that belongs to its last word."""
    return end + (text[end : end + 1] == "%")
