"""How likely two sentences of different articles tell the same: the linker's core.

A score is a logistic function of a few measures, each with a reason and none with a
negative weight: a pair that shares more never scores less. The weights are data
(`weights.json`), fitted but held close to an unfitted even mix.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key, lru_cache
from os.path import dirname, join
from typing import TYPE_CHECKING, Any

from reader.linking.candidates import Candidates, cosine, find_candidates
from reader.linking.events import event_likeness, probably_one_event, surely_one_event
from reader.linking.ordering import Check, part_of, phases, stable_order, steps
from reader.linking.similarity import among_partners, in_common, neighbours, retold, same_rank
from reader.linking.words import Words, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]
    Scores = NDArray[np.float32]

FEATURES = (
    "words",
    "happening",
    "names",
    "event",
    "third",
    "company",
    "neighbours",
    "lead",
    "retold",
    "alone",
)
"""What a score is made of, in the order of the columns of `ScoredSentences.parts`."""

SHARED = ("words", "happening", "names")
"""Those of `FEATURES` that are nothing where two sentences share no words."""

REASONS = {
    "words": "rare words in common",
    "happening": "the same words for what happens",
    "names": "the same names and numbers",
    "event": "the articles report one event",
    "third": "a third article links them",
    "company": "alike throughout, or to the same other sentences",
    "neighbours": "neighbours link too",
    "lead": "both stand early in their articles",
    "retold": "several sentences of other articles tell the same as both",
    "alone": "nothing else in the two articles fits as well",
}
"""Each of `FEATURES` in the words that a reader sees."""

EVEN_LIKENESS = 0.02
"""In large groups articles less likely than this to report one event are not compared."""
ARTICLES_COMPARED_ALWAYS = 40
ENOUGH_OTHERS = 4
"""With fewer other articles than this a pair's own words stand in for what third ones say."""
LEAD_SENTENCES = 3
"""Sentences that count as the lead in full; later ones count less and less."""
LEAD_DECAY = 4.0
_SCALE = 3.0

FIRST_SIGHT = {
    "words": 2.0, "happening": 2.0, "names": 1.0, "event": 2.0,
    "third": 2.0, "company": 1.0, "neighbours": 0.5,
}  # fmt: skip
"""Unfitted weights by which pairs are scored first, so that they can speak for each other."""
FIRST_EVEN = 6.25
"""At this weighted sum a pair is as probable as not at first sight."""
FIRST_LEAD = 1.0
FIRST_SLOPE = 1.4
FURTHER = 10
"""Beyond about so many third articles on the event each of them counts less and less."""
ENOUGH_FURTHER = 8
"""With fewer third articles on the event a pair's own probability stands in for them."""
USUALLY_RETOLD = 2.0
"""With enough of them the sum over third sentences is about so many times the probability."""


@dataclass(frozen=True, slots=True)
class ScoredSentences:
    """Scored pairs of sentences in flat arrays of one length, each pair once.

    Sorted by (a, b, i, j), with a < b; sentences that share no word are left out, and
    of large groups only the best few partners of each sentence are kept.
    """

    article_a: Numbers
    sentence_a: Numbers
    article_b: Numbers
    sentence_b: Numbers
    score: Scores
    """Calibrated, 0..1: about this share of the pairs with this score is right."""
    parts: Scores
    """One row for every pair, one column for each of `FEATURES`: what the feature added
    to the score, before calibration; never negative, so the largest is the best reason."""
    sure: NDArray[np.bool_]
    """Whether there is no doubt that the articles of the pair report one event."""
    usual: Scores
    """What each feature adds to the score of the average pair, those left out included."""

    def __len__(self) -> int:
        return len(self.score)


def link_sentences(
    documents: Sequence[Sequence[str]],
) -> Iterator[tuple[int, int, int, int, float]]:
    """Every scored pair (document a, sentence i, document b, sentence j, score), a < b."""
    scored = score_sentences(documents)
    yield from zip(
        scored.article_a.tolist(),
        scored.sentence_a.tolist(),
        scored.article_b.tolist(),
        scored.sentence_b.tolist(),
        scored.score.tolist(),
        strict=True,
    )


def score_sentences(
    documents: Sequence[Sequence[str]],
    *,
    languages: Sequence[str | None] | None = None,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    least: float = 0.0,
) -> ScoredSentences:
    """Score the pairs of sentences of different articles that may tell the same.

    Args:
        documents: the sentences (or short paragraphs) of every article, in order.
        languages: ISO 639-1 code of every article, None where it is not known.
        progress: called with the share done (0..1) and what is being done.
        cancelled: asked often; once it is true, `StoppedError` is raised.
        least: pairs that are scored lower are left out.

    The scores do not depend on the order of the documents.
    """
    import numpy as np

    if languages is None:
        languages = [None] * len(documents)
    # Sums of floats depend on their order, so the articles are always compared in one order.
    order = sorted(range(len(documents)), key=lambda a: languages[a] or "")
    by_text = cmp_to_key(_text_order)
    order.sort(key=lambda a: by_text(documents[a]))
    phase = phases(progress, cancelled)
    words, pairs, sure, one_event, columns = _measures(
        [documents[a] for a in order], [languages[a] for a in order], phase, fitted().event
    )
    weights = fitted()
    factors = np.array([weights.weights[name] for name in FEATURES], np.float32)
    kept: list[list[Any]] = [[], [], []]
    usual = np.zeros(len(FEATURES))
    for some in steps(len(pairs.here), phase(0.97, 0.99, "scoring")):
        parts = columns(some) * factors
        usual += parts.sum(axis=0, dtype=np.float64) / len(pairs.here)
        raw = doubted(parts.sum(axis=1, dtype=np.float64) + weights.offset, one_event(some))
        score = (1.0 / (1.0 + np.exp(-(weights.slope * raw + weights.shift)))).astype(np.float32)
        enough = np.flatnonzero(score >= least)
        for column, values in zip(
            kept, (some.start + enough, score[enough], parts[enough]), strict=True
        ):
            column.append(values)
    del columns
    given = np.array(order, np.int32)
    return _sorted(words, pairs, sure, given, kept, usual, phase(0.99, 1.0, "scoring"))


def _text_order(one: Sequence[str], other: Sequence[str]) -> int:
    for here, there in zip(one, other, strict=False):
        if here != there:
            return -1 if here < there else 1
    return len(one) - len(other)


@dataclass(frozen=True, slots=True)
class Weights:
    """What `weights.json` holds: numbers a person can read and change."""

    weights: dict[str, float]
    """For each of `FEATURES`, never negative."""
    offset: float
    slope: float
    """Of the calibration, which turns the weighted sum into a share of right links."""
    shift: float
    event: tuple[float, float]
    """The weight of how alike two articles are beyond the usual, and an offset."""


@lru_cache(maxsize=1)
def fitted() -> Weights:
    """The weights the program is shipped with."""
    with open(join(dirname(__file__), "weights.json"), encoding="utf-8") as file:
        data = json.load(file)
    return Weights(
        weights=data["weights"],
        offset=data["offset"],
        slope=data["calibration"]["slope"],
        shift=data["calibration"]["shift"],
        event=(data["event"]["beyond"], data["event"]["offset"]),
    )


def measure(
    documents: Sequence[Sequence[str]],
    languages: Sequence[str | None],
    event: tuple[float, float] | None = None,
) -> tuple[Words, Candidates, Scores]:
    """The candidate pairs of a group and their measures, one column for each of `FEATURES`.

    `event` overrides the weights of the likeness of articles; for fitting.
    """
    words, pairs, _, _, columns = _measures(
        documents, languages, phases(None, None), event or fitted().event
    )
    return words, pairs, columns(slice(None))


def _measures(
    documents: Sequence[Sequence[str]],
    languages: Sequence[str | None],
    phase: Callable[[float, float, str], Check],
    event: tuple[float, float],
) -> tuple[
    Words, Candidates, NDArray[np.bool_], Callable[[slice], Any], Callable[[slice], Scores]
]:
    """The candidate pairs of a group, and what gives the measures of a slice of them.

    Between them, for every two articles, whether they surely report one event, and what gives
    how probable that is for a slice of the pairs.
    """
    import numpy as np

    words = read_words(documents, languages, phase(0.0, 0.21, "reading the words"))
    _, beyond = event_likeness(words, len(documents), phase(0.21, 0.25, "comparing articles"))
    one_event = probably_one_event(beyond, *event)
    allowed = (one_event >= EVEN_LIKENESS) | (len(documents) <= ARTICLES_COMPARED_ALWAYS)
    pairs = find_candidates(words, allowed, phase(0.25, 0.81, "comparing sentences"))
    article = words.article
    tie = np.empty(len(pairs.here), np.float32)
    weigh = phase(0.81, 0.83, "weighing what links them")
    for some in steps(len(tie), weigh):
        likeness = one_event[article[pairs.here[some]], article[pairs.there[some]]]
        tie[some] = pairs.shared[some] * likeness
    third, company = in_common(
        pairs, tie, len(article), phase(0.83, 0.95, "weighing what links them")
    )
    beside = neighbours(pairs, article, phase(0.95, 0.96, "weighing what links them"))
    heard = min(1.0, max(0, len(documents) - 2) / ENOUGH_OTHERS)
    lead = 1.0 / (1.0 + np.maximum(words.position - LEAD_SENTENCES + 1, 0) / LEAD_DECAY)

    def seen_first(some: slice) -> list[Scores]:
        here, there = pairs.here[some], pairs.there[some]
        measured = (
            np.log1p(pairs.shared[some]) / _SCALE,
            np.log1p(pairs.plain[some]) / _SCALE,
            np.log1p(pairs.named[some]) / _SCALE,
            one_event[article[here], article[there]],
            np.log1p(heard * third[some] + (1.0 - heard) * tie[some]) / _SCALE,
            np.maximum(company[some], np.minimum(cosine(pairs, some), 1.0)),
            np.log1p(beside[some]) / _SCALE,
        )
        return [column.astype(np.float32) for column in measured]

    odds, likely = np.empty((2, len(pairs.here)), np.float32)
    weigh = phase(0.96, 0.97, "weighing what links them")
    for some in steps(len(likely), part_of(weigh, 0.0, 0.3)):
        weighted = zip(seen_first(some), FIRST_SIGHT.values(), strict=True)
        first = FIRST_SLOPE * (sum(column * weight for column, weight in weighted) - FIRST_EVEN)
        likeness = one_event[article[pairs.here[some]], article[pairs.there[some]]]
        odds[some] = np.exp(first)
        # Squared: two events that are taken for one would strengthen each other's links.
        first += FIRST_SLOPE * FIRST_LEAD * (np.minimum(lead[pairs.here[some]], lead[pairs.there[some]]) - 0.5)
        likely[some] = likeness**2 / (1.0 + np.exp(-first))
    early, rivals = among_partners(pairs, odds, likely, lead, article, part_of(weigh, .3, .6))
    told = retold(pairs, likely, len(article), part_of(weigh, 0.6, 1.0))
    others = one_event.sum(axis=1) - np.diag(one_event)

    def columns(some: slice) -> Scores:
        a, b = article[pairs.here[some]], article[pairs.there[some]]
        thirds = np.maximum(np.minimum(others[a], others[b]) - one_event[a, b], 0.0)
        enough = np.minimum(thirds / ENOUGH_FURTHER, 1.0)
        again = enough * np.log1p(told[some] * (FURTHER + 1) / (FURTHER + thirds))
        again += (1.0 - enough) * np.log1p(USUALLY_RETOLD * likely[some])
        return np.column_stack(
            [*seen_first(some), early[some], again.astype(np.float32), -rivals[some]]
        )

    def likeness(some: slice) -> Any:
        return one_event[article[pairs.here[some]], article[pairs.there[some]]]

    return words, pairs, surely_one_event(beyond, one_event), likeness, columns


def doubted(sums: Any, one_event: Any) -> Any:
    """Weighted sums of pairs, less where their articles probably do not report one event.

    Two sentences hardly tell the same if their articles report two events: the probability
    that a sum stands for is multiplied by twice that of one event, where this is below even.
    """
    import numpy as np

    log_share = np.log(np.clip(2.0 * one_event, 1e-9, 1.0))
    # The log odds of share * p, where p has the log odds given.
    return sums + log_share - np.log1p(np.exp(np.minimum(sums, 500.0)) * -np.expm1(log_share))


def _sorted(
    words: Words,
    pairs: Candidates,
    sure: NDArray[np.bool_],
    given: Numbers,
    kept: list[list[Any]],
    usual: Any,
    check: Check,
) -> ScoredSentences:
    """The pairs with the numbers of the documents as given, repeated sentences too."""
    import numpy as np

    nothing = (np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros((0, len(FEATURES)), "f4"))
    chosen, score, parts = (
        np.concatenate([none, *column]) for none, column in zip(nothing, kept, strict=True)
    )
    kept.clear()
    check(0.0)
    here, there, source = same_rank(words.original, pairs.here[chosen], pairs.there[chosen])
    check(0.0)
    a, b = given[words.article[here]], given[words.article[there]]
    i, j = words.position[here], words.position[there]
    turned = a > b
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    i, j = np.where(turned, j, i), np.where(turned, i, j)
    check(0.0)
    longest = int(words.position.max(initial=0)) + 1
    key = ((a.astype(np.int64) * len(given) + b) * longest + i) * longest + j
    order = stable_order(key, check)
    check(1.0)
    a, i, b, j = (column[order].astype(np.int32) for column in (a, i, b, j))
    check(1.0)
    source = source[order]
    check(1.0)
    sure = sure[words.article[here], words.article[there]][order]
    return ScoredSentences(a, i, b, j, score[source], parts[source], sure, usual.astype(np.float32))
