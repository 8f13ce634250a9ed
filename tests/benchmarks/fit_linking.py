"""Fit the weights of the linker and write them to reader/linking/weights.json.

    python tests/benchmarks/fit_linking.py            # fit on all folds and write
    python tests/benchmarks/fit_linking.py --dry      # only print

A logistic regression with weights that are never negative and that are drawn towards an
unfitted even mix (`EVEN`), over the annotated pairs of the three tasks, each task with the
same importance, and over sentences nobody annotated, which count as different, but little; and
a loss of the order in which the sentences of another article come.
Afterwards the calibration is fitted to the core gold on scores of folds that the weights
did not see. `crossed` gives for every fold the weights that were fitted without it.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from bounded_fit import fit_weights, logistic_loss, ranking_loss
from linking_data import TASKS, Group, groups, measure

from reader.linking.feature_names import FEATURES
from reader.linking.features import PairFeatures
from reader.linking.same_event import measure_similarity
from reader.linking.score_model import apply_different_event_discount, raise_for_statements
from reader.linking.sentence_terms import read_sentence_terms

WEIGHTS = Path(__file__).parents[2] / "reader" / "linking" / "weights.json"
FOLDS = range(5)
Fit = tuple[Any, tuple[float, float]]
"""Weights with an offset as the last entry, and those of the similarity of articles."""
EVEN = {
    "shared_words": 2.0, "plain_words": 2.0, "names": 1.0, "same_event": 3.0,
    "third_party_support": 2.0, "profile_similarity": 1.0, "neighbours": 0.5, "lead": 0.5,
    "cooccurrence": 0.5, "uniqueness": 0.75,
}  # fmt: skip
PULL = 0.001
"""How strongly the weights are drawn to the even mix."""
MOST = {"lead": 1.25, "uniqueness": 0.75}
"""Weights that may not be larger: outlets differ in what they put first."""
LEAST = {"uniqueness": 0.75}
"""Weights that may not be smaller. In these articles many sentences report the one event; in
stories of several moments a sentence has few partners that are right."""
RANKING_IMPORTANCE = 0.3
"""Of the order in which sentences of another article come, beside that of which pairs are right."""
UNANNOTATED = 0.25
"""The importance of all pairs with an unannotated sentence beside that of the annotated pairs."""
WRONG_UNANNOTATED = 0.425
"""Of best scored pairs that count as wrong only for want of annotation, 17 of 40 were wrong
when a person read them (README of the data)."""
SAMPLED = 4000
ONE_EVENT_IMPORTANCE = 0.06
"""Of groups of one event, beside groups of two, when the similarity of articles is fitted."""


@lru_cache(maxsize=1)
def labelled() -> dict[str, list[Group]]:
    """The labelled groups, read once."""
    return groups()


def fit_event(folds: Any) -> tuple[float, float]:
    """Fit the probability that two articles report one event to their similarity."""
    rows, right, importance = [], [], []
    for task, share in (("lookalike", 1.0), ("strict", ONE_EVENT_IMPORTANCE)):
        members = [group for group in labelled()[task] if group.fold in folds]
        uppers = [np.triu_indices(len(group.documents), 1) for group in members]
        total = sum(len(upper[0]) for upper in uppers)
        for group, upper in zip(members, uppers, strict=True):
            rows.append(_excess_similarity(group.name, task)[upper])
            right.append(group.one_event[upper])
            importance.append(np.full(len(upper[0]), share / total))
    x, y = np.concatenate(rows), np.concatenate(right).astype(float)
    loss = logistic_loss(x[:, None], y, np.concatenate(importance))
    weight, offset = fit_weights(
        loss, towards=np.zeros(1), least=np.zeros(1), most=np.full(1, np.inf), pull=1e-4
    )
    return float(weight), float(offset)


@cache
def _excess_similarity(name: str, task: str) -> Any:
    group = next(g for g in labelled()[task] if g.name == name)
    terms = read_sentence_terms(group.documents, [None] * len(group.documents))
    return measure_similarity(terms, len(group.documents)).excess


@cache
def _features(name: str, task: str, event: tuple[float, float]) -> tuple[Any, Any, Any, Any]:
    group = next(g for g in labelled()[task] if g.name == name)
    found = PairFeatures(group.documents, [None] * len(group.documents), event)
    columns = found.columns(slice(None)).astype(np.float64)
    return found.pairs.here, found.pairs.there, columns, found.statement_certainty


def features(group: Group, task: str, event: tuple[float, float]) -> tuple[Any, Any, Any, Any]:
    """Rows, rows, features and certainty of one statement of the candidate pairs of a group."""
    return _features(group.name, "lookalike" if task == "lookalike" else "strict", event)


def fit(folds: Any, tasks: tuple[str, ...] = TASKS) -> Fit:
    """The weights and offset fitted on some folds, and those of the similarity of articles."""
    event = fit_event(folds)
    examples: list[list[Any]] = [[], [], []]
    candidates: list[list[Any]] = [[], [], [], []]
    questions = 0
    for task in tasks:
        members = [g for g in labelled()[task] if g.fold in folds]
        total = sum(len(g.pairs[0]) for g in members)
        question_counts = []
        for group in members:
            for column, values in zip(examples, _examples(group, task, event, total), strict=True):
                column.append(values)
            x, question, right = _candidates(group, task, event)
            for column, values in zip(candidates, (x, question + questions, right), strict=False):
                column.append(values)
            question_counts.append(int(question.max(initial=-1)) + 1)
            questions += question_counts[-1]
        candidates[3].append(np.full(sum(question_counts), 1 / sum(question_counts)))
    pairs = logistic_loss(*map(np.concatenate, examples))
    ranks = ranking_loss(*map(np.concatenate, candidates))

    def loss(weights: Any) -> tuple[float, Any, Any]:
        both = zip(pairs(weights), ranks(weights), strict=True)
        value, gradient, curvature = (one + RANKING_IMPORTANCE * other for one, other in both)
        return value, gradient, curvature

    most = np.array([MOST.get(name, 6.0) for name in FEATURES])
    least = np.array([LEAST.get(name, 0.0) for name in FEATURES])
    towards = np.array([EVEN[name] for name in FEATURES])
    return fit_weights(loss, towards=towards, least=least, most=most, pull=PULL), event


def _candidates(group: Group, task: str, event: tuple[float, float]) -> tuple[Any, Any, Any]:
    """All candidates of every sentence that has a right one in another article, by article.

    Their features, the number of the question each answers, and whether it is right.
    """
    here, there, x, _ = features(group, task, event)
    right = np.tile(group.gold[task][here, there], 2)
    asking, answering = np.concatenate([here, there]), np.concatenate([there, here])
    key = asking.astype(np.int64) * len(group.documents) + group.article[answering]
    chosen = np.flatnonzero(np.isin(key, key[right]))
    chosen = chosen[np.argsort(key[chosen], kind="stable")]
    question = np.unique(key[chosen], return_inverse=True)[1]
    return x[chosen % len(here)], question, right[chosen]


def _examples(
    group: Group, task: str, event: tuple[float, float], total: int
) -> tuple[Any, Any, Any]:
    here, there, x, _ = features(group, task, event)
    known = group.annotated[here].astype(int) + group.annotated[there]
    chosen = np.flatnonzero(known == 2)
    others = np.flatnonzero(known == 1)
    if len(others) > SAMPLED:
        others = np.random.default_rng(0).choice(others, SAMPLED, replace=False)
    share = len(group.pairs[0]) / total
    each = UNANNOTATED * share / max(len(others), 1)
    importance = np.concatenate([np.full(len(chosen), 1 / total), np.full(len(others), each)])
    y = np.concatenate([group.gold[task][here[chosen], there[chosen]], np.zeros(len(others))])
    return x[np.concatenate([chosen, others])], y, importance


def crossed(tasks: tuple[str, ...] = TASKS) -> list[Fit]:
    """For every fold the weights fitted on the other four."""
    return [fit([other for other in FOLDS if other != fold], tasks) for fold in FOLDS]


def raw_scores(group: Group, task: str, fit_of_group: Fit) -> Any:
    """The weighted sums of a group before calibration, as a square matrix."""
    weights, event = fit_of_group
    here, there, x, _ = features(group, task, event)
    scores = np.full((len(group.article),) * 2, -50.0)
    sums = apply_different_event_discount(
        x @ weights[:-1] + weights[-1], x[:, FEATURES.index("same_event")]
    )
    scores[here, there] = scores[there, here] = sums
    return scores


def odds(
    group: Group,
    task: str,
    fit_of_group: Fit,
    curve: tuple[float, float],
) -> Any:
    """The log odds of the scores of a group, as a square matrix."""
    here, there, _, certainty = features(group, task, fit_of_group[1])
    scores = raw_scores(group, task, fit_of_group)
    slope, shift = curve
    found = raise_for_statements(slope * scores[here, there] + shift, certainty)
    scores[here, there] = scores[there, here] = found
    return scores


def calibration(fits: list[Any], folds: Any = FOLDS) -> tuple[float, float]:
    """Slope and shift that make scores of unseen folds shares of right links (core gold).

    Whole articles are linked, not annotated sentences alone, so pairs with one sentence
    that nobody annotated take part, as wrong ones, with the importance `WRONG_UNANNOTATED`.
    """
    columns: list[list[Any]] = [[], [], []]
    for task in ("core", "lookalike"):
        for group in labelled()[task]:
            if group.fold not in folds:
                continue
            raw = raw_scores(group, task, fits[group.fold])
            here, there = np.nonzero(np.triu((raw > -50) & group.across))
            known = group.annotated[here].astype(int) + group.annotated[there]
            here, there, known = here[known > 0], there[known > 0], known[known > 0]
            columns[0].append(raw[here, there])
            columns[1].append(group.gold["core"][here, there])
            columns[2].append(np.where(known == 2, 1.0, WRONG_UNANNOTATED))
    raw, right, importance = (np.concatenate(column) for column in columns)
    loss = logistic_loss(raw[:, None], right.astype(float), importance)
    slope, shift = fit_weights(
        loss, towards=np.ones(1), least=np.zeros(1), most=np.full(1, np.inf), pull=1e-5
    )
    return float(slope), float(shift)


def main() -> None:
    fits = crossed()
    slope, shift = calibration(fits)
    figures = {}
    for task in TASKS:
        members = labelled()[task]
        scores = [odds(group, task, fits[group.fold], (slope, shift)) for group in members]
        precision, first = measure(task, members, scores)
        figures[task] = {"average_precision": round(precision, 3), "first_right": round(first, 3)}
    weights, event = fit(FOLDS)
    data = {
        "about": "Weights of the features of features.py; made by tests/benchmarks/fit_linking.py",
        "date": date.today().isoformat(),
        "data": "ECB+ (Cybulska and Vossen 2014, CC BY 3.0), 25 training topics",
        "cross_validated": figures,
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=False)},
        "offset": round(float(weights[-1]), 3),
        "calibration": {"slope": round(slope, 3), "shift": round(shift, 3)},
        "same_event": {
            "excess_similarity": round(event[0], 3),
            "offset": round(event[1], 3),
        },
    }
    text = json.dumps(data, indent=2) + "\n"
    print(text)
    if "--dry" not in sys.argv:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
