"""The quotes of several texts that are one utterance, by their words.

Candidates share a run of three words (two in a fragment) that is not made of stop words only;
they come from an index, so the cost grows with what is shared and not with the number of pairs.
A pair is then aligned word by word (`word_overlap`) and judged (`same_utterance`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.same_utterance import is_same_utterance
from reader.quote_versions.word_weights import CONTENT_WEIGHT

MAX_QUOTES_PER_RUN = 400
"""A run of words that more quotes have than this is a turn of phrase."""
_CONTENT_WORDS = {2: 2, 3: 1}
"""Content words that a run must have, by its number of words."""
_LONG_RUN = 5
"""Words of a run that may be made of stop words only."""
_FRAGMENT_WORDS = 3
"""A quote of so many words is found by all its pairs of words."""

WordRun = tuple[str, ...]


def find_word_runs(quote: ComparableQuote) -> set[WordRun]:
    """Return the runs of words by which versions of the same utterance are found."""
    keys = quote.keys
    is_content = [weight >= CONTENT_WEIGHT for weight in quote.weights]
    runs: set[WordRun] = set()
    for size, least in _CONTENT_WORDS.items():
        for first in range(len(keys) - size + 1):
            if sum(is_content[first : first + size]) >= least:
                runs.add(tuple(keys[first : first + size]))
    if len(keys) <= _FRAGMENT_WORDS and any(is_content):
        runs.add(tuple(keys))
        runs.update(tuple(keys[first : first + 2]) for first in range(len(keys) - 1))
    for first in range(len(keys) - _LONG_RUN + 1):
        runs.add(tuple(keys[first : first + _LONG_RUN]))
    return runs


def find_candidates(
    quotes_of: Sequence[Sequence[ComparableQuote]],
) -> Iterator[tuple[ComparableQuote, ComparableQuote]]:
    """Yield the pairs of quotes of different documents that share a run of words.

    Args:
        quotes_of: the quotes of every document.
    """
    index: dict[WordRun, list[tuple[int, int]]] = defaultdict(list)
    for document, quotes in enumerate(quotes_of):
        for number, quote in enumerate(quotes):
            for run in find_word_runs(quote):
                index[run].append((document, number))
    pairs: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for places in index.values():
        if len(places) > MAX_QUOTES_PER_RUN:
            continue
        for position, one in enumerate(places):
            pairs.update(
                (min(one, other), max(one, other))
                for other in places[position + 1 :]
                if one[0] != other[0]
            )
    for one, other in sorted(pairs):
        yield quotes_of[one[0]][one[1]], quotes_of[other[0]][other[1]]


def match_quotes(
    texts: Sequence[str],
) -> Iterator[tuple[int, tuple[int, int], int, tuple[int, int]]]:
    """Yield (text, span, text, span) for every two quotes that are the same utterance.

    The earlier text comes first; a span goes from the first to the last quoted word. Titles of
    works as long as a sentence are compared too.
    """
    found = [
        read_comparable_quotes(number, text, with_titles=True) for number, text in enumerate(texts)
    ]
    for one, other in find_candidates(found):
        if is_same_utterance(one, other):
            yield one.document, one.span, other.document, other.span
