"""How likely two sentences of different articles report the same: the linker's core."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any, NamedTuple

import numpy as np

from reader.linking.arrays import CHUNK, Booleans, Floats, Integers, chunks, stable_order
from reader.linking.conflicts import find_separating_conflicts
from reader.linking.feature_names import FEATURES, SCORE_PARTS
from reader.linking.features import PairFeatures
from reader.linking.links import CONFLICT_CEILING
from reader.linking.phase_progress import PhaseProgress
from reader.linking.score_model import (
    LIKELY_STATEMENT,
    Weights,
    apply_different_event_discount,
    load_weights,
    raise_for_statements,
)
from reader.linking.statements import StatedSentences, find_shared_statements
from reader.text.languages import guess_language

LANGUAGE_SENTENCES = 40
"""Sentences from the top by which the language of an article is guessed."""
PAIRS_AT_ONCE = CHUNK // 4


@dataclass(frozen=True, slots=True)
class ScoredSentences:
    """Scored pairs of sentences in flat arrays of one length, each pair once.

    Sorted by (a, b, i, j), with a < b; sentences that share no word are left out, and
    of large groups only the best few partners of each sentence are included.
    """

    article_a: Integers
    sentence_a: Integers
    article_b: Integers
    sentence_b: Integers
    score: Floats
    """Calibrated, 0..1: about this share of the pairs with this score is right."""
    parts: Floats
    """One row for every pair, one column for each of `SCORE_PARTS`: what it added to the score,
    before calibration."""
    highest: Floats
    """The highest score, 0..1, that a link of the pair may have: below 1 where the articles may
    report two events, unless the sentences report one statement beyond doubt."""
    is_stated: Booleans
    """Whether both sentences of the pair probably report one statement."""
    mean_parts: Floats
    """What each of `SCORE_PARTS` adds to the score of the average pair, those left out included."""

    def __len__(self) -> int:
        return len(self.score)


def link_sentences(
    documents: Iterable[Sequence[str]],
) -> Iterator[tuple[int, int, int, int, float]]:
    """Yield every scored pair (document a, sentence i, document b, sentence j, score), a < b.

    Sentences that name, for example, another day get no more than `CONFLICT_CEILING`.
    """
    texts = list(documents)
    scored = score_sentences(texts)
    for a, i, b, j, score, is_stated in zip(
        scored.article_a.tolist(),
        scored.sentence_a.tolist(),
        scored.article_b.tolist(),
        scored.sentence_b.tolist(),
        scored.score.tolist(),
        scored.is_stated.tolist(),
        strict=True,
    ):
        may_conflict = score > CONFLICT_CEILING and not is_stated
        if may_conflict and find_separating_conflicts(texts[a][i], texts[b][j]):
            yield a, i, b, j, CONFLICT_CEILING
        else:
            yield a, i, b, j, score


def score_sentences(
    documents: Sequence[Sequence[str]],
    *,
    languages: Sequence[str | None] | None = None,
    stated: StatedSentences | None = None,
    progress: PhaseProgress | None = None,
    least_score: float = 0.0,
    weights: Weights | None = None,
) -> ScoredSentences:
    """Score the pairs of sentences of different articles that may report the same.

    The scores do not depend on the order of the documents.

    Args:
        documents: the sentences (or short paragraphs) of every article, in order.
        languages: ISO 639-1 code of every article, None if unknown; all are guessed if there
            is no list.
        stated: the utterances of the documents, which are found in the sentences if None.
        progress: of this part of the work.
        least_score: pairs with a lower score are left out.
        weights: of the features, those of `load_weights` if None.
    """
    progress = progress or PhaseProgress()
    weights = weights or load_weights()
    if languages is None:
        languages = _guess_languages(documents)
    # Sums of floats depend on their order, so the articles are always compared in one order.
    order = sorted(range(len(documents)), key=lambda a: languages[a] or "")
    by_text = cmp_to_key(_compare_texts)
    order.sort(key=lambda a: by_text(documents[a]))
    features = PairFeatures(
        [documents[a] for a in order],
        [languages[a] for a in order],
        weights.same_event,
        find_shared_statements(stated, order) if stated else None,
        progress.part(0.0, 0.97),
    )
    progress.report(0.97, "scoring")
    scored = _score_pairs(features, weights, least_score)
    return _in_given_order(features, np.array(order, np.int32), scored)


class _ScoredPairs(NamedTuple):
    """The pairs of `PairFeatures` with a high enough score."""

    pair: Integers
    """Positions among all pairs."""
    score: Floats
    parts: Floats
    highest: Floats
    is_stated: Booleans
    mean_parts: Floats


def _score_pairs(features: PairFeatures, weights: Weights, least_score: float) -> _ScoredPairs:
    total = len(features.pairs.here)
    factors = np.array([weights.weights[name] for name in FEATURES], np.float32)
    columns: list[list[Any]] = [
        [np.zeros(0, np.int64)],
        [np.zeros(0, np.float32)],
        [np.zeros((0, len(SCORE_PARTS)), np.float32)],
        [np.zeros(0, np.float32)],
        [np.zeros(0, bool)],
    ]
    mean_parts = np.zeros(len(SCORE_PARTS))
    for some in chunks(total, PAIRS_AT_ONCE):
        parts = features.columns(some) * factors
        sums = parts.sum(axis=1, dtype=np.float64) + weights.offset
        discounted = apply_different_event_discount(sums, features.same_event(some))
        odds = weights.slope * discounted + weights.shift
        certainty = features.statement_certainty[some]
        raised = raise_for_statements(odds, certainty)
        score = (1.0 / (1.0 + np.exp(-raised))).astype(np.float32)
        of_statements = ((raised - odds) / weights.slope).astype(np.float32)
        parts = np.column_stack([parts, of_statements])
        mean_parts += parts.sum(axis=0, dtype=np.float64) / total
        enough = np.flatnonzero(score >= least_score)
        highest = features.highest_score(some)
        is_stated = certainty >= LIKELY_STATEMENT
        for column, values in zip(columns[1:], (score, parts, highest, is_stated), strict=True):
            column.append(values[enough])
        columns[0].append(some.start + enough)
    joined: list[Any] = []
    for column in columns:
        joined.append(np.concatenate(column))
        column.clear()
    pair, score, parts, highest, is_stated = joined
    return _ScoredPairs(pair, score, parts, highest, is_stated, mean_parts.astype(np.float32))


def _in_given_order(
    features: PairFeatures, given: Integers, scored: _ScoredPairs
) -> ScoredSentences:
    """The pairs with the positions of the documents as given, repeated sentences too."""
    terms, pairs = features.terms, features.pairs
    here, there, source = _with_copies(
        terms.first_copy, pairs.here[scored.pair], pairs.there[scored.pair]
    )
    a, b = given[terms.article[here]], given[terms.article[there]]
    i, j = terms.position[here], terms.position[there]
    is_turned = a > b
    a, b = np.where(is_turned, b, a), np.where(is_turned, a, b)
    i, j = np.where(is_turned, j, i), np.where(is_turned, i, j)
    longest = int(terms.position.max(initial=0)) + 1
    key = ((a.astype(np.int64) * len(given) + b) * longest + i) * longest + j
    order = stable_order(key)
    a, i, b, j = (column[order].astype(np.int32) for column in (a, i, b, j))
    source = source[order]
    return ScoredSentences(
        a,
        i,
        b,
        j,
        scored.score[source],
        scored.parts[source],
        scored.highest[source],
        scored.is_stated[source],
        scored.mean_parts,
    )


def _with_copies(
    first_copy: Integers, here: Integers, there: Integers
) -> tuple[Integers, Integers, Integers]:
    """Repeat the pairs of sentences for their copies: first with first, second with second.

    Where one side has more copies, its surplus goes with the last one of the other side.

    Returns:
        The pairs, and for each the pair it came from.
    """
    copies = np.bincount(first_copy, minlength=len(first_copy))
    if copies.max(initial=0) <= 1:
        return here, there, np.arange(len(here))
    listed = np.argsort(first_copy, kind="stable")
    first = np.concatenate(([0], np.cumsum(copies)))
    most = np.maximum(copies[here], copies[there])
    source = np.repeat(np.arange(len(here)), most)
    rank = np.arange(len(source)) - np.repeat(np.cumsum(most) - most, most)
    here, there = here[source], there[source]
    here_copy = listed[first[here] + np.minimum(rank, copies[here] - 1)]
    there_copy = listed[first[there] + np.minimum(rank, copies[there] - 1)]
    return here_copy, there_copy, source


def _guess_languages(documents: Sequence[Sequence[str]]) -> list[str | None]:
    """The language of every article; the commonest one where its text does not show it."""
    found = [guess_language(" ".join(document[:LANGUAGE_SENTENCES])) for document in documents]
    known = Counter(filter(None, found))
    commonest = min(known, key=lambda language: (-known[language], language), default=None)
    return [language or commonest for language in found]


def _compare_texts(one: Sequence[str], other: Sequence[str]) -> int:
    """-1, 0 or 1 as one document is before, equal to or after another in the order of texts."""
    for here, there in zip(one, other, strict=False):
        if here != there:
            return -1 if here < there else 1
    return len(one) - len(other)
