"""How many of the words of two quotes are the same, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.quote_versions.comparable_quotes import ComparableQuote
from reader.quote_versions.word_weights import CONTENT_WEIGHT

_SOLID_RUN = 3
"""Words in a row that are no chance."""
_MARGIN_WORDS = 1
"""Words that may be before or after the longest run where one quote begins or ends."""
_WORDS_BETWEEN_RUNS = 2
"""Words between two runs that support each other."""


class WordOverlap(NamedTuple):
    """How much of two quotes is the same."""

    share: float
    """Part of the lighter one's weight in common runs, 0..1."""
    run: int
    """Words in the longest common run."""
    content_words: int
    """Content words in common runs."""
    is_shifted: bool = False
    """Whether the longest run begins one of them and ends one of them, the same or the other."""
    run_start: int = 0
    """The first word of the longest run in the first one."""
    is_leading: bool = False
    """Whether the longest run begins one of them."""


class _Run(NamedTuple):
    """Words that both quotes have in a row, as positions in the lists of words."""

    first: int
    other_first: int
    size: int


def measure_overlap(one: ComparableQuote, other: ComparableQuote) -> WordOverlap:
    """Align two quotes and measure what they share. Symmetric but for ties."""
    return _measure(one.keys, one.weights, other.keys, other.weights)


def measure_sentence_overlap(
    one: ComparableQuote, sentence: slice, other: ComparableQuote, other_sentence: slice
) -> WordOverlap:
    """Align a sentence of each quote and measure what they share."""
    return _measure(
        one.keys[sentence],
        one.weights[sentence],
        other.keys[other_sentence],
        other.weights[other_sentence],
    )


def _measure(
    keys: Sequence[str],
    weights: Sequence[float],
    other_keys: Sequence[str],
    other_weights: Sequence[float],
) -> WordOverlap:
    """Align the keys of words (RapidFuzz's LCSseq) and weigh the common runs."""
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(keys, other_keys).as_matching_blocks()
    runs = [_Run(block.a, block.b, block.size) for block in blocks if block.size]
    common, content_words, longest, start = 0.0, 0, 0, 0
    is_shifted = is_leading = False
    for run in _solid_runs(runs, weights):
        for weight in weights[run.first : run.first + run.size]:
            common += weight
            content_words += weight >= CONTENT_WEIGHT
        if run.size > longest:
            longest, start = run.size, run.first
            after = len(keys) - run.first - run.size, len(other_keys) - run.other_first - run.size
            margin = max(min(run.first, run.other_first), min(after))
            is_shifted = margin <= _MARGIN_WORDS
            is_leading = min(run.first, run.other_first) <= _MARGIN_WORDS
    lighter = min(sum(weights), sum(other_weights))
    share = common / lighter if lighter else 0.0
    return WordOverlap(share, longest, content_words, is_shifted, start, is_leading)


def _solid_runs(runs: Sequence[_Run], weights: Sequence[float]) -> Iterator[_Run]:
    """Yield the common runs that are more than scattered words: long, or next to others."""
    for index, run in enumerate(runs):
        has_content = max(weights[run.first : run.first + run.size]) >= CONTENT_WEIGHT
        is_solid = run.size >= _SOLID_RUN or (run.size == 2 and has_content)
        if is_solid or any(_supports(near, run) for near in _neighbours(runs, index)):
            yield run


def _neighbours(runs: Sequence[_Run], index: int) -> Sequence[_Run]:
    return (*runs[max(0, index - 1) : index], *runs[index + 1 : index + 2])


def _supports(near: _Run, run: _Run) -> bool:
    """Whether a run of several words is so near to another one that both belong together."""
    first, second = sorted((run, near))
    gap = max(
        second.first - first.first - first.size, second.other_first - first.other_first - first.size
    )
    return near.size >= 2 and gap <= _WORDS_BETWEEN_RUNS
