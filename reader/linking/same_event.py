"""Whether two articles report the same event at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.linking.sentence_terms import Words
from reader.linking.work_progress import STEP, Check, part_of, stable_order, steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

UNNAMED = 0.2
"""What a plain word counts here beside a name or a number."""
LEAD_DECAY = 2.0
"""A word in the sentence with this position counts half of one in the first sentence, and
ever less from there on."""
FEW_ARTICLES = 8
"""So many articles that are like none of these are thought to stand beside them, so that what
two or three articles have in common is not taken for what everything has in common."""
SURELY_BEYOND = 0.8
"""Times `FEW_ARTICLES / (FEW_ARTICLES + articles)`: two articles less alike than that, beyond
the usual, may report two events. It is higher for few articles, all of which seem alike beside
the imagined ones. Found on groups of two to six labelled articles on one event and on two."""
PRODUCTS_AT_ONCE = 200_000_000
"""Multiplications between two chances to stop: some ten milliseconds' work."""
TERMS_AT_ONCE = 2048


def _unasked(_share: float) -> None:
    """Nobody wants to stop."""


def event_likeness(words: Words, articles: int, check: Check = _unasked) -> tuple[Scores, Scores]:
    """How alike every two articles are, directly, and beyond what all of them have in common.

    Two square matrices, with values in 0..1 and in -1..1. Rare names and numbers count most,
    and early sentences more than late ones. The second one correlates what each article is
    like with what the other is like (as CONCOR does; Breiger, Boorman and Arabie 1975), so
    articles on two events of one kind are told apart, whatever words such events share.
    """
    import numpy as np

    article, term, count = _counts(words, articles, part_of(check, 0.0, 0.4))
    check(0.4)
    spread = np.bincount(term, minlength=len(words.stop))
    rarity = np.sqrt(np.log((1 + articles) / np.maximum(spread, 1)))
    rarity = rarity * np.where(words.named, 1.0, UNNAMED) * ~words.stop
    value = np.log1p(count) * rarity[term]
    check(0.4)
    length = np.sqrt(np.bincount(article, weights=value**2, minlength=articles))
    value /= np.maximum(length[article], 1e-9)
    check(0.4)
    direct = _products(article, term, value, articles, spread, part_of(check, 0.4, 0.8))
    np.fill_diagonal(direct, 1.0)
    profile = _likeness(direct, part_of(check, 0.8, 0.9))
    profile -= profile.sum(axis=0) / (articles + FEW_ARTICLES)
    return direct, _likeness(profile, part_of(check, 0.9, 1.0))


def probably_one_event(
    beyond: Scores, weight: float, offset: float, check: Check = _unasked
) -> Scores:
    """How probable it is that every two articles report one event: square, 0..1.

    Articles are grouped by the log odds of their pairs, and every pair gets the mean of its
    groups: what speaks for one event is said of all its articles together.

    Args:
        beyond: likeness beyond what all articles have in common, as `event_likeness` gives it.
        weight, offset: make log odds of it; fitted.
        check: told the share done, often.
    """
    import numpy as np

    odds = weight * beyond + offset
    group = np.array(_groups(odds, check), np.int64)
    check(1.0)
    member = (group[:, None] == np.arange(group.max(initial=-1) + 1)).astype(np.float64)
    size = member.sum(axis=0)
    between = member.T @ (odds - np.diag(np.diag(odds))) @ member
    check(1.0)
    pairs = np.maximum(np.outer(size, size) - np.diag(size), 1.0)
    mean = member @ (between / pairs) @ member.T
    check(1.0)
    # An article is on its own event.
    np.fill_diagonal(mean, np.inf)
    result: Scores = 1.0 / (1.0 + np.exp(-mean))
    return result


def surely_one_event(beyond: Scores, probable: Scores) -> Any:
    """Whether there is no doubt that every two articles report one event: square, booleans.

    Args:
        beyond: likeness beyond what all articles have in common, as `event_likeness` gives it.
        probable: as `probably_one_event` gives it.
    """
    few = FEW_ARTICLES / (len(beyond) + FEW_ARTICLES)
    return (probable >= 0.5) & (beyond >= SURELY_BEYOND * few)


def _groups(odds: Scores, check: Check = _unasked) -> list[int]:
    """For every article the number of its group, by average linkage down to even odds.

    Average linkage (Sokal and Michener 1958) by chains of nearest neighbours (Murtagh 1983),
    which needs time in proportion to the square of the number of articles.
    """
    import numpy as np

    number = len(odds)
    mean = odds.astype(np.float64).copy()
    np.fill_diagonal(mean, -np.inf)
    size = np.ones(number)
    members = [[article] for article in range(number)]
    left = set(range(number))
    chain: list[int] = []
    while len(left) > 1:
        check(1.0 - len(left) / number)
        if not chain:
            chain.append(min(left))
        last = chain[-1]
        nearest = int(mean[last].argmax())
        if len(chain) > 1 and mean[last, chain[-2]] >= mean[last, nearest]:
            nearest = chain[-2]
        if mean[last, nearest] < 0.0:
            # Nothing is near enough to this one, and nothing that is joined later will be.
            left.discard(last)
            mean[last] = mean[:, last] = -np.inf
            chain.pop()
        elif len(chain) > 1 and nearest == chain[-2]:
            chain = chain[:-2]
            joined = size[last] * mean[last] + size[nearest] * mean[nearest]
            mean[nearest] = mean[:, nearest] = joined / (size[last] + size[nearest])
            mean[nearest, nearest] = -np.inf
            mean[last] = mean[:, last] = -np.inf
            size[nearest] += size[last]
            members[nearest] += members[last]
            members[last] = []
            left.discard(last)
        else:
            chain.append(nearest)
    group = [0] * number
    for place, articles in enumerate(filter(None, members)):
        for article in articles:
            group[article] = place
    return group


def _counts(words: Words, articles: int, check: Check) -> tuple[Any, Any, Any]:
    """The distinct words of every article, and how often and early they stand in it."""
    import numpy as np

    columns: list[list[Any]] = [[], [], []]
    first_rows = np.searchsorted(words.article, np.arange(articles + 1))
    for article in range(articles):
        rows = words.offsets[first_rows[article] : first_rows[article + 1] + 1]
        weight: Any = np.repeat(
            1 / (1 + (np.arange(len(rows) - 1) / LEAD_DECAY) ** 2), np.diff(rows)
        )
        terms = words.terms[rows[0] : rows[-1]]
        check(article / articles)
        known: Any
        if len(terms) <= STEP:
            known, inverse = np.unique(terms, return_inverse=True)
            sums: Any = np.bincount(inverse, weight, len(known))
        else:
            sums = np.zeros(len(words.stop))
            for some in steps(len(terms)):
                check(article / articles)
                sums += np.bincount(terms[some], weight[some], len(sums))
            known = np.flatnonzero(sums)
            sums = sums[known]
        columns[0].append(np.full(len(known), article))
        columns[1].append(known)
        columns[2].append(sums)
    check(1.0)
    article_of, term, count = (np.concatenate([np.zeros(0, int), *column]) for column in columns)
    return article_of, term, count


def _products(
    article: Any, term: Any, value: Any, articles: int, spread: Any, check: Check
) -> Scores:
    """Products of sparse rows, a slice of the vocabulary at a time."""
    import numpy as np

    shared = spread[term] > 1
    article, term, value = article[shared], term[shared], value[shared]
    check(0.0)
    term = (np.cumsum(spread > 1) - 1)[term]
    total = np.zeros((articles, articles), np.float32)
    order = stable_order(term, part_of(check, 0.0, 0.2))
    sorted_by_term = []
    for column in (article, term, value):
        check(0.2)
        sorted_by_term.append(column[order])
    article, term, value = sorted_by_term
    last = int(term[-1]) + 1 if len(term) else 0
    step = max(1, min(TERMS_AT_ONCE, PRODUCTS_AT_ONCE // max(1, articles) ** 2))
    for some in steps(last, part_of(check, 0.2, 1.0), step):
        begin, end = np.searchsorted(term, (some.start, some.stop))
        part = np.zeros((articles, some.stop - some.start), np.float32)
        part[article[begin:end], term[begin:end] - some.start] = value[begin:end]
        total += part @ part.T
    return total.astype(np.float64)


def _likeness(matrix: Scores, check: Check) -> Scores:
    import numpy as np

    length = np.sqrt((matrix**2).sum(axis=1, keepdims=True))
    unit = matrix / np.maximum(length, 1e-9)
    result: Scores = np.empty_like(unit)
    for some in steps(len(unit), check, max(1, PRODUCTS_AT_ONCE // max(1, unit.size))):
        result[some] = unit[some] @ unit.T
    return result
