"""What surrounds the two sentences of a pair: their neighbours, and what else they match."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from reader.linking.arrays import CHUNK, Floats, Integers, Slots, chunks, stable_order
from reader.linking.candidates import CandidatePairs
from reader.linking.sentence_terms import SentenceTerms


def measure_neighbours(pairs: CandidatePairs, article: Integers) -> Floats:
    """The mean overlap of the sentences before every pair and of those after it.

    Args:
        pairs: the candidate pairs.
        article: the article of every row.
    """
    rows = len(article)
    known = pairs.keys(rows)
    result = np.zeros(len(known), np.float32)
    for some in chunks(len(known)):
        for step in (-1, 1):
            here, there = pairs.here[some] + step, pairs.there[some] + step
            is_inside = (here >= 0) & (there < rows)
            here, there = np.where(is_inside, here, 0), np.where(is_inside, there, 0)
            is_inside &= article[here] == article[pairs.here[some]]
            is_inside &= article[there] == article[pairs.there[some]]
            key = here.astype(np.int64) * rows + there
            place = np.minimum(np.searchsorted(known, key), len(known) - 1)
            is_hit = is_inside & (known[place] == key)
            result[some] += np.where(is_hit, pairs.overlap[place], 0.0) / 2
    return result


def measure_openings(
    pairs: CandidatePairs, terms: SentenceTerms, articles: int, sentences: int
) -> Floats:
    """How far every article reports what each other one opens with: a square, 0..1.

    Its rows are the reporting articles. The mean, over the first sentences of the other article,
    of the highest cosine that each has with a sentence of the reporting one.

    Args:
        pairs: the candidate pairs.
        terms: the terms of all sentences.
        articles: the number of articles.
        sentences: so many sentences, from the first, are the opening.
    """
    article, position = terms.article, terms.position
    best = np.zeros((len(article), articles), np.float32)
    for one, other in ((pairs.here, pairs.there), (pairs.there, pairs.here)):
        for some in chunks(len(one)):
            in_opening = np.flatnonzero(position[one[some]] < sentences) + some.start
            if len(in_opening):
                reporting = article[other[in_opening]]
                np.maximum.at(best, (one[in_opening], reporting), pairs.cosine(in_opening))
    opening = np.flatnonzero(position < sentences)
    sums = np.zeros((articles, articles))
    np.add.at(sums, article[opening], best[terms.first_copy[opening]])
    count = np.bincount(article[opening], minlength=articles)
    reported: Floats = (sums / np.maximum(count, 1)[:, None]).T
    return reported


class Alternatives(NamedTuple):
    """How pairs compare with all that either sentence could be paired with in the other article.

    Both are means of the two sides.
    """

    lead_gain: Floats
    """The lead of a pair less the mean lead of all partners, each with its share of the odds;
    in -1..1, above 0 for a pair that is nearer to the top than what else might be meant."""
    rivals: Floats
    """The logarithm of one plus the expected number of other partners that are right."""


def compare_alternatives(
    pairs: CandidatePairs, odds: Floats, likely: Floats, lead: Floats, article: Integers
) -> Alternatives:
    """Compare every pair with the other partners of its sentences in the same two articles.

    Args:
        pairs: the candidate pairs.
        odds: the first odds of every pair, positive.
        likely: the first probability of every pair, 0..1.
        lead: how near to the top of its article every row is, 0..1.
        article: the article of every row.
    """
    found = Alternatives(*np.zeros((2, len(pairs.here)), np.float32))
    for one, other, order in (
        (pairs.here, pairs.there, None),
        (pairs.there, pairs.here, stable_order(pairs.there)),
    ):
        begin = 0
        while begin < len(one):
            end = begin + CHUNK // 8
            if end < len(one):
                row = one[end if order is None else order[end]]
                end = int(np.searchsorted(one, row, "right", sorter=order))
            some: Slots = slice(begin, end) if order is None else order[begin:end]
            begin = end
            row, there = one[some], article[other[some]]
            is_first = np.concatenate(([True], (np.diff(row) != 0) | (np.diff(there) != 0)))
            first = np.flatnonzero(is_first)
            question = np.cumsum(is_first) - 1
            at = np.minimum(lead[pairs.here[some]], lead[pairs.there[some]])
            share = odds[some] / np.add.reduceat(odds[some], first)[question]
            found.lead_gain[some] += (at - np.add.reduceat(share * at, first)[question]) / 2
            others = np.add.reduceat(likely[some], first)[question] - likely[some]
            found.rivals[some] += np.log1p(np.maximum(others, 0.0)) / 2
    return found
