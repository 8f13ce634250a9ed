"""The candidate pairs of sentences with their features: what they share, what surrounds them.

Every feature has a reason that a reader gets in words (`feature_names.DESCRIPTIONS`). None is
fitted except the probability that two articles report one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np

from reader.linking.arrays import Booleans, Floats, Integers, chunks
from reader.linking.candidates import CandidatePairs, find_candidates
from reader.linking.context_features import (
    compare_alternatives,
    measure_neighbours,
    measure_openings,
)
from reader.linking.phase_progress import PhaseProgress
from reader.linking.same_event import (
    OPENING_SENTENCES,
    are_joined_by_third,
    are_openings_reported,
    estimate_same_event,
    is_surely_same_event,
    judges_pairs_alone,
    measure_similarity,
)
from reader.linking.score_model import SURE_STATEMENT
from reader.linking.scored_links import BELOW_PROBABLY, BELOW_SAME
from reader.linking.sentence_terms import SentenceTerms, read_sentence_terms
from reader.linking.statements import Statements, find_shared_statements, read_statements
from reader.linking.third_parties import measure_cooccurrence, measure_third_party_support

EVEN_CHANCE = 0.5
"""The probability, 0..1, from which two articles are taken to report one event."""
LEAST_SAME_EVENT = 0.02
"""In large groups articles with a lower probability of one event are not compared."""
ARTICLES_COMPARED_ALWAYS = 40
FEW_THIRD_ARTICLES = 3
"""So many third articles on the event say nothing yet of a pair, so that the links of some articles
hardly change when one more is opened: their own words decide."""
ENOUGH_OTHER_ARTICLES = 4
"""With fewer third articles beyond these a pair's own words replace part of what they say."""
LEAD_SENTENCES = 3
"""Sentences that count as the lead in full; later ones count less and less."""
LEAD_DECAY = 4.0
"""So many sentences below the lead a sentence counts half of one in it."""
ENOUGH_THIRD_ARTICLES = 6
"""With fewer third articles beyond the few a pair's own probability replaces part of these."""
THIRD_ARTICLES_COUNTED = 10
"""Beyond about so many third articles on the event each of them counts less and less."""
USUAL_COOCCURRENCE = 2.0
"""With enough third articles the cooccurrence is about so many times the probability."""
STATEMENTS_AT_ONCE = 8_192
OVERLAP_SCALE = 3.0
"""Brings the logarithms of overlaps to about 0..1, like the other features."""

FIRST_WEIGHTS = {
    "shared_words": 2.0, "plain_words": 2.0, "names": 1.0, "same_event": 2.0,
    "third_party_support": 2.0, "profile_similarity": 1.0, "neighbours": 0.5,
}  # fmt: skip
"""Unfitted weights by which pairs are scored first, so that they can support each other."""
FIRST_EVEN = 6.25
"""At this weighted sum the first probability of a pair is one half."""
FIRST_LEAD_WEIGHT = 1.0
FIRST_SLOPE = 1.4


class PairFeatures:
    """The pairs of sentences of a group that may report the same, with their features.

    Args:
        documents: the sentences of every article, in order.
        languages: ISO 639-1 code of every article, or None.
        same_event: a weight and an offset, as `estimate_same_event` takes them.
        statements: the pairs of sentences that report one statement, found if None.
        progress: of this part of the work.
    """

    def __init__(
        self,
        documents: Sequence[Sequence[str]],
        languages: Sequence[str | None],
        same_event: tuple[float, float],
        statements: Statements | None = None,
        progress: PhaseProgress | None = None,
    ) -> None:
        progress = progress or PhaseProgress()
        progress.report(0.0, "reading the words")
        self.terms = terms = read_sentence_terms(documents, languages)
        if statements is None:
            stated = read_statements(documents, progress.part(0.07, 0.6))
            statements = find_shared_statements(stated, range(len(documents)))
        progress.report(0.6, "comparing articles")
        excess = measure_similarity(terms, len(documents)).excess
        self._same_event = estimate_same_event(excess, *same_event)
        self._others_on_event = self._same_event.sum(axis=1) - np.diag(self._same_event)
        """For every article the expected number of others on its event."""
        is_compared = self._same_event >= LEAST_SAME_EVENT
        is_compared |= len(documents) <= ARTICLES_COMPARED_ALWAYS
        progress.report(0.62, "comparing sentences")
        self.pairs = find_candidates(terms, is_compared, _counted_articles(self._same_event))
        self.statement_certainty = _certainty_of_pairs(terms, self.pairs, statements)
        """For every pair how sure it is, 0..1, that both sentences report one statement."""
        progress.report(0.8, "weighing what links them")
        below_lead = np.maximum(terms.position - LEAD_SENTENCES + 1, 0)
        self._lead = 1.0 / (1.0 + below_lead / LEAD_DECAY)
        self._highest_score = self._limit_scores(excess, [len(each) for each in documents])
        self._measure_context()

    def same_event(self, some: slice) -> Floats:
        """For a slice of the pairs the probability, 0..1, that their articles report one event."""
        return self._same_event[self._articles(some)]

    def highest_score(self, some: slice) -> Floats:
        """For a slice of the pairs the highest score, 0..1, that a link of each may have.

        Links are *related* at most in articles that may report two events, and *probably* at most
        where neither reports what the other opens with, nor a third article joins them; but not
        those of one statement.
        """
        is_one_statement = self.statement_certainty[some] >= SURE_STATEMENT
        highest = np.where(is_one_statement, 1.0, self._highest_score[self._articles(some)])
        return highest.astype(np.float32)

    def columns(self, some: slice) -> Floats:
        """The features of a slice of the pairs, one column for each of `FEATURES`."""
        thirds = self._third_articles(some)
        enough = _share_of_enough(thirds, ENOUGH_THIRD_ARTICLES)
        counted = self._cooccurrence[some] * (THIRD_ARTICLES_COUNTED + 1)
        cooccurrence = enough * np.log1p(counted / (THIRD_ARTICLES_COUNTED + thirds))
        cooccurrence += (1.0 - enough) * np.log1p(USUAL_COOCCURRENCE * self._likely[some])
        columns = [
            *self._first_features(some),
            self._alternatives.lead_gain[some],
            cooccurrence,
            -self._alternatives.rivals[some],
        ]
        return np.column_stack([column.astype(np.float32) for column in columns])

    def _limit_scores(self, excess: Floats, sentences: Sequence[int]) -> Floats:
        """For every two articles the highest score, 0..1, of their links."""
        is_sure = is_surely_same_event(excess, self._same_event)
        highest = np.where(is_sure, 1.0, BELOW_PROBABLY)
        if judges_pairs_alone(len(sentences)):
            reported = measure_openings(self.pairs, self.terms, len(sentences), OPENING_SENTENCES)
            is_one = is_sure & are_openings_reported(reported, np.array(sentences, np.int64))
            is_one |= are_joined_by_third(is_one)
            highest[is_sure & ~is_one] = BELOW_SAME
        return highest

    def _third_articles(self, some: slice) -> Floats:
        """For a slice of the pairs the expected number of third articles on their event."""
        a, b = self._articles(some)
        others = np.minimum(self._others_on_event[a], self._others_on_event[b])
        thirds: Floats = np.maximum(others - self._same_event[a, b], 0.0)
        return thirds

    def _articles(self, some: slice) -> tuple[Integers, Integers]:
        article = self.terms.article
        return article[self.pairs.here[some]], article[self.pairs.there[some]]

    def _measure_context(self) -> None:
        """Measure what other sentences say about every pair."""
        pairs, article = self.pairs, self.terms.article
        self._tie = np.empty(len(pairs.here), np.float32)
        for some in chunks(len(self._tie)):
            self._tie[some] = pairs.overlap[some] * self.same_event(some)
        self._support, self._profile_cosine = measure_third_party_support(
            pairs, self._tie, len(article)
        )
        self._neighbours = measure_neighbours(pairs, article)
        odds, self._likely = np.empty((2, len(pairs.here)), np.float32)
        for some in chunks(len(odds)):
            weighted = zip(self._first_features(some), FIRST_WEIGHTS.values(), strict=True)
            first = FIRST_SLOPE * (sum(column * weight for column, weight in weighted) - FIRST_EVEN)
            odds[some] = np.exp(first)
            lead = np.minimum(self._lead[pairs.here[some]], self._lead[pairs.there[some]])
            first += FIRST_SLOPE * FIRST_LEAD_WEIGHT * (lead - 0.5)
            # Squared: two events that are taken for one would strengthen each other's links.
            self._likely[some] = self.same_event(some) ** 2 / (1.0 + np.exp(-first))
        self._alternatives = compare_alternatives(pairs, odds, self._likely, self._lead, article)
        self._cooccurrence = measure_cooccurrence(pairs, self._likely, len(article))

    def _first_features(self, some: slice) -> list[Floats]:
        """The features of the first scores, in the order of `FIRST_WEIGHTS`."""
        pairs = self.pairs
        share = _share_of_enough(self._third_articles(some), ENOUGH_OTHER_ARTICLES)
        support = share * self._support[some] + (1.0 - share) * self._tie[some]
        columns = (
            np.log1p(pairs.overlap[some]) / OVERLAP_SCALE,
            np.log1p(pairs.plain_overlap[some]) / OVERLAP_SCALE,
            np.log1p(pairs.name_overlap[some]) / OVERLAP_SCALE,
            self.same_event(some),
            np.log1p(support) / OVERLAP_SCALE,
            np.maximum(share * self._profile_cosine[some], np.minimum(pairs.cosine(some), 1.0)),
            np.log1p(self._neighbours[some]) / OVERLAP_SCALE,
        )
        return [column.astype(np.float32) for column in columns]


def _counted_articles(same_event: Floats) -> Booleans | None:
    """Which articles count for how rare a word is: not those on an event of their own.

    Returns:
        None where all are on one event, or no two are.
    """
    is_counted: Booleans = (same_event >= EVEN_CHANCE).sum(axis=1) > 1
    return None if is_counted.all() or not is_counted.any() else is_counted


def _share_of_enough(thirds: Floats, enough: float) -> Floats:
    """How far third articles decide, 0..1: not at all while there are only a few."""
    share: Floats = np.clip((thirds - FEW_THIRD_ARTICLES) / enough, 0.0, 1.0)
    return share


def _certainty_of_pairs(
    terms: SentenceTerms, pairs: CandidatePairs, statements: Statements
) -> Floats:
    """For every pair how sure it is, 0..1, that both sentences report one statement."""
    certainty = np.zeros(len(pairs.here), np.float32)
    if not statements or not len(certainty):
        return certainty
    rows = len(terms.article)
    known = pairs.keys(rows)
    waiting = iter(statements.items())
    while some := list(islice(waiting, STATEMENTS_AT_ONCE)):
        ends = terms.first_copy[np.array([pair for pair, _ in some], np.int64)]
        key = ends[:, 0].astype(np.int64) * rows + ends[:, 1]
        place = np.minimum(np.searchsorted(known, key), len(known) - 1)
        is_hit = known[place] == key
        sure = np.array([each for _, each in some], np.float32)
        np.maximum.at(certainty, place[is_hit], sure[is_hit])
    return certainty
