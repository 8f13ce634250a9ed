"""Whether a quote has words that the speaker of another one only cites or denies.

“It was not “a mill of Orla’s making,”” quotes somebody else's phrase to contradict it. Who said the
phrase did not say that sentence, so the two are no versions of each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.quote_versions.clause_signs import is_negated
from reader.quote_versions.comparable_quotes import ComparableQuote
from reader.text.sentences import find_sentence_start
from reader.text.words import word_keys

_FRAGMENT_WORDS = 6
"""A quote of so many words is a phrase that others can take up."""
_BESIDE_WORDS = 2
"""Words before a phrase of which the last one denies it, or both do: "was not a “…”"."""
_ARTICLES = frozenset(("a", "an", "any", "the", "just", "merely"))
_LEAD_CHARS = 200
"""Before a phrase: where the reporter's own negation is looked for."""


def cites(fuller: ComparableQuote, start: int, stop: int) -> bool:
    """Whether the words `start` to `stop` of a quote are in marks of their own inside it."""
    return any(part.start <= start and stop <= part.stop for part in fuller.inner_words)


def cites_other(one: ComparableQuote, other: ComparableQuote) -> bool:
    """Whether the speaker of one of two quotes only cites the words of the other."""
    fuller, phrase = _order(one, other)
    is_short = len(phrase.words) <= _FRAGMENT_WORDS
    if not is_short and (one.speaker is None or other.speaker is None):
        # A whole sentence that seems to be cited by nobody: rather the marks are misread.
        return False
    count = len(phrase.words)
    return any(cites(fuller, first, first + count) for first in _find_places(fuller, phrase))


def denies_other(one: ComparableQuote, other: ComparableQuote) -> bool:
    """Whether the speaker of one of two quotes only denies the words of the other."""
    fuller, phrase = _order(one, other)
    if len(phrase.words) > _FRAGMENT_WORDS or _is_denied(phrase, 0):
        return False
    return any(_is_denied(fuller, first) for first in _find_places(fuller, phrase))


def _order(one: ComparableQuote, other: ComparableQuote) -> tuple[ComparableQuote, ComparableQuote]:
    return (one, other) if len(one.words) > len(other.words) else (other, one)


def _find_places(fuller: ComparableQuote, phrase: ComparableQuote) -> Iterator[int]:
    """Yield where all the words of a phrase are in a row in a fuller quote."""
    if not fuller.inner and len(phrase.words) > _FRAGMENT_WORDS:
        return
    keys, searched = fuller.keys, phrase.keys
    for first in range(len(keys) - len(searched) + 1):
        if keys[first : first + len(searched)] == searched:
            yield first


def _is_denied(quote: ComparableQuote, first: int) -> bool:
    """Whether a negation is right before a word of a quote, inside the marks or before them."""
    stop = quote.words[first].start
    line = quote.text.rfind("\n", 0, stop) + 1
    begin = find_sentence_start(quote.text, max(line, stop - _LEAD_CHARS), stop)
    before = word_keys(quote.text, begin, stop)[-_BESIDE_WORDS:]
    return is_negated(" ".join(before if before[-1:] and before[-1] in _ARTICLES else before[-1:]))
