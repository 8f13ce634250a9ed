"""Whether two articles report the same event at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.linking.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

UNNAMED = 0.3
"""What a plain word counts here beside a name or a number."""
LEAD_DECAY = 5.0
"""A word in the sentence with this position counts half of one in the first sentence."""
TERMS_AT_ONCE = 2048


def event_likeness(words: Words, articles: int) -> tuple[Scores, Scores]:
    """How alike every two articles are, directly, and by their likeness to third ones.

    Two square matrices with values in 0..1. Rare names and numbers count most, and early
    sentences more than late ones. The second matrix compares what each article is like
    with what the other is like, twice over, which draws the articles of one event together.
    """
    import numpy as np

    rows = np.repeat(np.arange(len(words.article)), np.diff(words.offsets))
    weight = 1.0 / (1.0 + words.position[rows] / LEAD_DECAY)
    size = len(words.stop)
    keys, inverse = np.unique(words.article[rows] * size + words.terms, return_inverse=True)
    count = np.bincount(inverse, weights=weight, minlength=len(keys))
    article, term = keys // max(size, 1), keys % max(size, 1)
    spread = np.bincount(term, minlength=size)
    rarity = np.sqrt(np.log((1 + articles) / np.maximum(spread, 1)))
    rarity = rarity * np.where(words.named, 1.0, UNNAMED) * ~words.stop
    value = np.log1p(count) * rarity[term]
    length = np.sqrt(np.bincount(article, weights=value**2, minlength=articles))
    value /= np.maximum(length[article], 1e-9)
    direct = _products(article, term, value, articles, spread)
    np.fill_diagonal(direct, 1.0)
    return direct, _likeness(_likeness(direct))


def _products(article: Any, term: Any, value: Any, articles: int, spread: Any) -> Scores:
    """Products of sparse rows, a slice of the vocabulary at a time."""
    import numpy as np

    shared = spread[term] > 1
    article, term, value = article[shared], term[shared], value[shared]
    _, term = np.unique(term, return_inverse=True)
    total = np.zeros((articles, articles))
    order = np.argsort(term, kind="stable")
    article, term, value = article[order], term[order], value[order]
    last = int(term[-1]) + 1 if len(term) else 0
    for first in range(0, last, TERMS_AT_ONCE):
        begin, end = np.searchsorted(term, (first, first + TERMS_AT_ONCE))
        part = np.zeros((articles, min(TERMS_AT_ONCE, last - first)), np.float32)
        part[article[begin:end], term[begin:end] - first] = value[begin:end]
        total += part @ part.T
    return total


def _likeness(matrix: Scores) -> Scores:
    import numpy as np

    length = np.sqrt((matrix**2).sum(axis=1, keepdims=True))
    unit = matrix / np.maximum(length, 1e-9)
    result: Scores = unit @ unit.T
    return result
