"""Which words of two versions are the same by chance, because their sentences are not.

Two versions may share one sentence of several: one outlet quotes the first and the last sentence of
a statement, another the second and the last. An alignment of words finds small words in the others,
too; taken for what was kept, they would make one sentence a changed form of the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.quote_versions.quote_words import QuoteWord

_LEAST_WORDS = 6
"""Fewest words of the shorter sentence for which two sentences are compared."""
_LEAST_SHARE = 1 / 3
"""The share of the shorter sentence's words, 0..1, from which two sentences are forms of one."""

Run = tuple[int, int, int]
"""The first word of a common run in the base and in the version, and how many words it has."""


def find_chance_runs(
    runs: Sequence[Run], base: Sequence[QuoteWord], version: Sequence[QuoteWord]
) -> Iterator[Run]:
    """Yield the runs that are in two sentences which have less than a third of a sentence alike.

    A run over the end of a sentence is never one of chance.
    """
    starts, version_starts = _list_starts(base), _list_starts(version)
    placed = [
        (run, _find(starts, run[0], run[2]), _find(version_starts, run[1], run[2])) for run in runs
    ]
    shared: Counter[tuple[int, int]] = Counter()
    for run, one, other in placed:
        if one is not None and other is not None:
            shared[one, other] += run[2]
        else:
            shared.update(_list_sentences(run, starts, version_starts))
    lengths, version_lengths = _lengths(starts, base), _lengths(version_starts, version)
    for run, one, other in placed:
        if one is None or other is None:
            continue
        shorter = min(lengths[one], version_lengths[other])
        if shorter >= _LEAST_WORDS and shared[one, other] < _LEAST_SHARE * shorter:
            yield run


def _list_sentences(
    run: Run, starts: Sequence[int], version_starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield of every word of a run over the end of a sentence the sentences that it is in."""
    first, version_first, count = run
    for at in range(count):
        yield (
            bisect_right(starts, first + at) - 1,
            bisect_right(version_starts, version_first + at) - 1,
        )


def _list_starts(words: Sequence[QuoteWord]) -> list[int]:
    return [at for at, word in enumerate(words) if at == 0 or word.opens_sentence]


def _lengths(starts: Sequence[int], words: Sequence[QuoteWord]) -> list[int]:
    stops = (*starts[1:], len(words))
    return [stop - start for start, stop in zip(starts, stops, strict=False)]


def _find(starts: Sequence[int], first: int, count: int) -> int | None:
    """Return the number of the sentence that a run is in, None for a run over several."""
    sentence = bisect_right(starts, first) - 1
    return sentence if bisect_right(starts, first + count - 1) - 1 == sentence else None
