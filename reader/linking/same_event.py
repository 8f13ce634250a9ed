"""Whether two articles report the same event at all."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from reader.linking.arrays import CHUNK, Booleans, Floats, Integers, chunks, stable_order
from reader.linking.sentence_terms import SentenceTerms

PLAIN_WORD_WEIGHT = 0.2
"""The share of its rarity, 0..1, that a word weighs that is neither a name nor a number."""
LEAD_DECAY = 2.0
"""A word in the sentence with this position weighs half of one in the first sentence, and
ever less from there on."""
IMAGINED_ARTICLES = 8
"""Articles unlike all others that are imagined beside the group, so that what two or three
articles have in common is not taken for what all articles have in common."""
SURE_EXCESS = 0.8
"""Times `IMAGINED_ARTICLES / (IMAGINED_ARTICLES + articles)`: two articles with a lower excess
similarity may report two events. It is higher for few articles, all of which seem alike beside
the imagined ones. Found on groups of two to six labelled articles on one event and on two."""
PAIR_ALONE = 5
"""Among so many articles every two are judged as if they were alone, so that their links do not
change when another is opened: so few do not show what all articles have in common."""
PAIR_AMONG_OTHERS = 10
"""From so many articles on every two are judged by what the others have in common; between these
numbers by both."""
MUCH_LONGER = 4
"""An article with so many times the sentences of another one may report the other's event in a
part of it: then that part is compared, and not what else the long article tells."""
LONG_ARTICLE = 30
"""And it has at least so many sentences: one of fewer is a report of one event as a whole."""
PART_DISCOUNT = 0.6
"""What the similarity of a part counts of one between whole articles: it is the best of many parts.
Chosen on labelled articles: with it no more pairs on two similar events seem to be surely one."""
NEAR_COPY = 0.9
"""From this cosine of their words on, each counted alike, two articles are copies of one report:
among the labelled articles the highest cosine of two on other events is .66."""
OPENING_SENTENCES = 3
"""Sentences with which an article states its event."""
OPENING_REPORTED = 0.2
"""Two of a few articles may report two events if they report less, on average, of what each other
opens with: what they share may be the background of both. Of the *same* links between two alike
events a quarter to a third is left out by it, of those of one event one in thirty
(tests/benchmarks/linking_small_groups.py)."""
ARTICLES_MATCHED_BY_PARTS = 40
"""In larger groups whole articles are compared: other articles tell there what is one event."""
PRODUCTS_AT_ONCE = 200_000_000
"""Multiplications in one product of matrices, which bounds the memory of the factors."""
TERMS_AT_ONCE = 2048


class ArticleSimilarity(NamedTuple):
    """How similar every two articles are: square matrices."""

    direct: Floats
    """The cosine of their words, 0..1."""
    excess: Floats
    """The similarity beyond what all articles have in common, -1..1."""


def measure_similarity(terms: SentenceTerms, articles: int) -> ArticleSimilarity:
    """Measure how similar every two articles are, directly and beyond what all have in common.

    Rare names and numbers count most, and early sentences more than late ones. The excess
    similarity correlates what each article is like with what the other is like (as CONCOR
    does; Breiger, Boorman and Arabie 1975), so articles on two events of one kind differ,
    whatever words such events share.
    """
    article, term, count = _count_terms(terms, articles)
    spread = np.bincount(term, minlength=len(terms.is_stop))
    rarity = np.sqrt(np.log((1 + articles) / np.maximum(spread, 1)))
    rarity = rarity * np.where(terms.is_name, 1.0, PLAIN_WORD_WEIGHT) * ~terms.is_stop
    value = np.log1p(count) * rarity[term]
    length = np.sqrt(np.bincount(article, weights=value**2, minlength=articles))
    value /= np.maximum(length[article], 1e-9)
    direct = _sparse_products(article, term, value, articles, spread)
    weight = np.log1p(count) * np.where(terms.is_name, 1.0, PLAIN_WORD_WEIGHT)[term]
    weight *= ~terms.is_stop[term]
    parts = np.zeros_like(direct)
    if articles <= ARTICLES_MATCHED_BY_PARTS:
        parts = _similarity_of_parts(terms, article, term, weight, articles)
        direct = np.maximum(direct, parts)
    np.fill_diagonal(direct, 1.0)
    excess = _excess_similarity(direct)
    alone = 1.0 - _share_of_others(articles)
    if alone:
        excess += alone * (_excess_alone(article, term, weight, parts) - excess)
    # What all articles have in common tells nothing apart where they are all copies.
    said = ~terms.is_stop[term]
    excess[_are_near_copies(article[said], term[said], count[said], articles, spread)] = 1.0
    return ArticleSimilarity(direct, excess)


def _are_near_copies(
    article: Integers, term: Integers, count: Floats, articles: int, spread: Integers
) -> Booleans:
    """Whether every two articles have nearly the same words: a square.

    Args:
        article: of every distinct term of every article, stop words left out.
        term: its number.
        count: how often and early it is in the article.
        articles: the number of articles.
        spread: for every term the number of articles that have it.
    """
    value = np.log1p(count)
    length = np.sqrt(np.bincount(article, weights=value**2, minlength=articles))
    value /= np.maximum(length[article], 1e-9)
    is_copy: Booleans = _sparse_products(article, term, value, articles, spread) >= NEAR_COPY
    return is_copy


def _share_of_others(articles: int) -> float:
    """How far what all articles have in common counts, 0..1."""
    share = (articles - PAIR_ALONE) / (PAIR_AMONG_OTHERS - PAIR_ALONE)
    return min(max(share, 0.0), 1.0)


def _excess_similarity(direct: Floats) -> Floats:
    """The similarity of every two articles beyond what all of them have in common."""
    profile = _cosines(direct)
    profile -= profile.sum(axis=0) / (len(direct) + IMAGINED_ARTICLES)
    return _cosines(profile)


def _excess_alone(article: Integers, term: Integers, weight: Floats, parts: Floats) -> Floats:
    """The excess similarity of every two of a few articles, each pair as if there were no other.

    Args:
        article: of every distinct term of every article.
        term: its number.
        weight: its weight in the article, whatever its rarity.
        parts: the similarity of every two articles that one part of the longer one gives, a square.
    """
    articles = len(parts)
    known, place = np.unique(term, return_inverse=True)
    weights = np.zeros((articles, len(known)))
    weights[article, place] = weight
    has = (weights > 0).astype(np.float64)
    # Rarity is that of two articles: of a word that both have, and of one that only one has.
    shared, own = np.log(3 / 2), np.log(3)
    in_both = weights**2 @ has.T
    length = np.sqrt(own * ((weights**2).sum(axis=1)[:, None] - in_both) + shared * in_both)
    direct = shared * (weights @ weights.T) / np.maximum(length * length.T, 1e-9)
    direct = np.maximum(direct, parts)
    excess = np.ones((articles, articles))
    for one in range(articles):
        for other in range(one):
            two = np.array([[1.0, direct[one, other]], [direct[one, other], 1.0]])
            excess[one, other] = excess[other, one] = _excess_similarity(two)[0, 1]
    return excess


def _similarity_of_parts(
    terms: SentenceTerms, article: Integers, term: Integers, weight: Floats, articles: int
) -> Floats:
    """The similarity of every short article and a much longer one that the best part of it gives.

    The part has as many sentences as the short article, those that share most with it. Rarity is
    that of two articles.

    Args:
        terms: the terms of all sentences.
        article: of every distinct term of every article.
        term: its number.
        weight: its weight in the article, whatever its rarity.
        articles: the number of articles.

    Returns:
        A square, 0 where neither article is much longer.
    """
    result = np.zeros((articles, articles))
    first = np.searchsorted(terms.article, np.arange(articles + 1))
    length = np.diff(first)
    is_much_longer = (length >= MUCH_LONGER * length[:, None]) & (length[:, None] > 0)
    factor = np.where(terms.is_name, 1.0, PLAIN_WORD_WEIGHT) * ~terms.is_stop
    for short, long in np.argwhere(is_much_longer & (length >= LONG_ARTICLE)).tolist():
        own = np.zeros(len(factor))
        own[term[article == short]] = weight[article == short]
        offsets = terms.offsets[first[long] : first[long + 1] + 1]
        of_long = terms.terms[offsets[0] : offsets[-1]]
        row = np.repeat(np.arange(length[long]), np.diff(offsets))
        shared = np.bincount(row, (own * factor)[of_long], length[long])
        best = np.argsort(-shared, kind="stable")[: length[short]]
        is_best = np.zeros(length[long], bool)
        is_best[best[shared[best] > 0]] = True
        part = np.log1p(np.bincount(of_long[is_best[row]], minlength=len(factor))) * factor
        in_long = np.bincount(of_long, minlength=len(factor)) > 0
        rarity = np.where((own > 0) & in_long, np.log(3 / 2), np.log(3))
        sizes = np.sqrt((own**2 @ rarity) * (part**2 @ rarity))
        cosine = float((own * part) @ rarity / max(float(sizes), 1e-9))
        result[short, long] = result[long, short] = PART_DISCOUNT * cosine
    return result


def estimate_same_event(excess: Floats, weight: float, offset: float) -> Floats:
    """The probability that every two articles report one event: square, 0..1.

    Articles are grouped by the log odds of their pairs, and every pair gets the mean of its
    groups: evidence for one event holds for all its articles together.

    Args:
        excess: as `ArticleSimilarity.excess`.
        weight: of the excess similarity in the log odds; fitted.
        offset: of the log odds; fitted.
    """
    odds = weight * excess + offset
    group = np.array(group_by_average_linkage(odds), np.int64)
    is_member = (group[:, None] == np.arange(group.max(initial=-1) + 1)).astype(np.float64)
    size = is_member.sum(axis=0)
    between = is_member.T @ (odds - np.diag(np.diag(odds))) @ is_member
    pairs = np.maximum(np.outer(size, size) - np.diag(size), 1.0)
    mean = is_member @ (between / pairs) @ is_member.T
    mean = odds + _share_of_others(len(odds)) * (mean - odds)
    # An article is on its own event.
    np.fill_diagonal(mean, np.inf)
    result: Floats = 1.0 / (1.0 + np.exp(-mean))
    return result


def is_surely_same_event(excess: Floats, probability: Floats) -> Booleans:
    """Whether every two articles report one event beyond doubt: square.

    Args:
        excess: as `ArticleSimilarity.excess`.
        probability: as `estimate_same_event` gives it.
    """
    share = _share_of_others(len(excess))
    counted = share * len(excess) + (1.0 - share) * 2
    few = IMAGINED_ARTICLES / (counted + IMAGINED_ARTICLES)
    is_sure: Booleans = (probability >= 0.5) & (excess >= SURE_EXCESS * few)
    return is_sure


def judges_pairs_alone(articles: int) -> bool:
    """Whether the similarity of two of so many articles is, at least in part, theirs alone."""
    return _share_of_others(articles) < 1.0


def are_openings_reported(reported: Floats, sentences: Integers) -> Booleans:
    """Whether every two articles report enough of what the other opens with: square.

    Args:
        reported: as `measure_openings` gives it.
        sentences: the number of sentences of every article.
    """
    mean = (reported + reported.T) / 2
    # A part of a much longer article may report what the short one is about.
    is_much_longer = sentences[:, None] >= np.maximum(MUCH_LONGER * sentences, LONG_ARTICLE)
    mean = np.where(is_much_longer, reported, np.where(is_much_longer.T, reported.T, mean))
    least = OPENING_REPORTED * (1.0 - _share_of_others(len(reported)))
    is_reported: Booleans = mean >= least
    return is_reported


def are_joined_by_third(is_one: Booleans) -> Booleans:
    """Whether some third article surely reports the event of both of every two: square.

    Two articles that open with two sides of one event need not report each other's opening.

    Args:
        is_one: whether every two articles surely report one event, a square.
    """
    others = (is_one & ~np.eye(len(is_one), dtype=bool)).astype(np.int64)
    is_joined: Booleans = others @ others > 0
    return is_joined


def group_by_average_linkage(odds: Floats) -> list[int]:
    """For every article the number of its group, by average linkage down to even odds.

    Average linkage (Sokal and Michener 1958) by chains of nearest neighbours (Murtagh 1983),
    which needs time in proportion to the square of the number of articles.

    Args:
        odds: the log odds that two articles report one event, a square.
    """
    number = len(odds)
    mean = odds.astype(np.float64).copy()
    np.fill_diagonal(mean, -np.inf)
    size = np.ones(number)
    members = [[article] for article in range(number)]
    left = set(range(number))
    chain: list[int] = []
    while len(left) > 1:
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


def _count_terms(terms: SentenceTerms, articles: int) -> tuple[Integers, Integers, Floats]:
    """The distinct terms of every article, and how often and early each occurs in it."""
    columns: list[list[Any]] = [[], [], []]
    first_rows = np.searchsorted(terms.article, np.arange(articles + 1))
    for article in range(articles):
        rows = terms.offsets[first_rows[article] : first_rows[article + 1] + 1]
        weight: Any = np.repeat(
            1 / (1 + (np.arange(len(rows) - 1) / LEAD_DECAY) ** 2), np.diff(rows)
        )
        of_article = terms.terms[rows[0] : rows[-1]]
        known: Any
        if len(of_article) <= CHUNK:
            known, inverse = np.unique(of_article, return_inverse=True)
            sums: Any = np.bincount(inverse, weight, len(known))
        else:
            sums = np.zeros(len(terms.is_stop))
            for some in chunks(len(of_article)):
                sums += np.bincount(of_article[some], weight[some], len(sums))
            known = np.flatnonzero(sums)
            sums = sums[known]
        columns[0].append(np.full(len(known), article))
        columns[1].append(known)
        columns[2].append(sums)
    article_of, term, count = (np.concatenate([np.zeros(0, int), *column]) for column in columns)
    return article_of, term, count


def _sparse_products(
    article: Integers, term: Integers, value: Floats, articles: int, spread: Integers
) -> Floats:
    """The products of every two sparse rows, a slice of the vocabulary at a time."""
    is_shared = spread[term] > 1
    article, term, value = article[is_shared], term[is_shared], value[is_shared]
    term = (np.cumsum(spread > 1) - 1)[term]
    total = np.zeros((articles, articles), np.float32)
    order = stable_order(term)
    article, term, value = article[order], term[order], value[order]
    last = int(term[-1]) + 1 if len(term) else 0
    step = max(1, min(TERMS_AT_ONCE, PRODUCTS_AT_ONCE // max(1, articles) ** 2))
    for some in chunks(last, step):
        begin, end = np.searchsorted(term, (some.start, some.stop))
        part = np.zeros((articles, some.stop - some.start), np.float32)
        part[article[begin:end], term[begin:end] - some.start] = value[begin:end]
        total += part @ part.T
    return total.astype(np.float64)


def _cosines(matrix: Floats) -> Floats:
    """The cosine of every two rows."""
    length = np.sqrt((matrix**2).sum(axis=1, keepdims=True))
    unit = matrix / np.maximum(length, 1e-9)
    result: Floats = np.empty_like(unit)
    for some in chunks(len(unit), max(1, PRODUCTS_AT_ONCE // max(1, unit.size))):
        result[some] = unit[some] @ unit.T
    return result
