"""Fit the weights of the linker and write them to reader/linking/weights.json.

    python tests/benchmarks/fit_linking.py            # fit on all folds and write
    python tests/benchmarks/fit_linking.py --dry      # only print

A logistic regression with weights that are never negative and that are drawn towards an
unfitted even mix (`EVEN`), over the annotated pairs of the three tasks, each task with the
same say, and over sentences nobody annotated, which count as different, but little; with it
a loss that asks for the right sentence of another article to come first.
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
from bounded_fit import fitted, logistic_loss, ranking_loss
from linking_data import TASKS, Group, groups, measured

from reader.linking.features import FEATURES, Measures
from reader.linking.same_event import event_likeness
from reader.linking.score_model import doubted, with_statements
from reader.linking.sentence_terms import read_words

WEIGHTS = Path(__file__).parents[2] / "reader" / "linking" / "weights.json"
FOLDS = range(5)
EVEN = {
    "words": 2.0, "happening": 2.0, "names": 1.0, "event": 3.0,
    "third": 2.0, "company": 1.0, "neighbours": 0.5, "lead": 0.5, "retold": 0.5,
    "alone": 0.75,
}  # fmt: skip
PULL = 0.001
"""How strongly the weights are drawn to the even mix."""
MOST = {"lead": 1.25, "alone": 0.75}
"""Weights that may not be larger: outlets differ in what they put first."""
LEAST = {"alone": 0.75}
"""Weights that may not be smaller. In these articles many sentences tell the one event; in
stories of which several moments are told a sentence has few partners that are right."""
RANKING_SAY = 0.3
"""The say of the question which sentence of another article comes first, beside that of the
question which pairs are right."""
UNANNOTATED = 0.25
"""The say of all pairs with an unannotated sentence beside that of the annotated pairs."""
WRONG_UNANNOTATED = 0.425
"""Of best scored pairs that count as wrong only for want of annotation, 17 of 40 were wrong
when a person read them (README of the data)."""
SAMPLED = 4000
ONE_EVENT_SAY = 0.06
"""The say of groups of one event, beside groups of two, when likeness of articles is fitted."""


@lru_cache(maxsize=1)
def labelled() -> dict[str, list[Group]]:
    """The labelled groups, read once."""
    return groups()


def fit_event(folds: Any) -> tuple[float, float]:
    """Fit how the likeness of two articles tells that they report one event."""
    rows, right, say = [], [], []
    for task, share in (("lookalike", 1.0), ("strict", ONE_EVENT_SAY)):
        members = [group for group in labelled()[task] if group.fold in folds]
        uppers = [np.triu_indices(len(group.documents), 1) for group in members]
        total = sum(len(upper[0]) for upper in uppers)
        for group, upper in zip(members, uppers, strict=True):
            rows.append(_beyond(group.name, task)[upper])
            right.append(group.one_event[upper])
            say.append(np.full(len(upper[0]), share / total))
    x, y = np.concatenate(rows), np.concatenate(right).astype(float)
    loss = logistic_loss(x[:, None], y, np.concatenate(say))
    weight, offset = fitted(
        loss, towards=np.zeros(1), least=np.zeros(1), most=np.full(1, np.inf), pull=1e-4
    )
    return float(weight), float(offset)


@cache
def _beyond(name: str, task: str) -> Any:
    group = next(g for g in labelled()[task] if g.name == name)
    words = read_words(group.documents, [None] * len(group.documents), lambda _: None)
    return event_likeness(words, len(group.documents))[1]


@cache
def _features(name: str, task: str, event: tuple[float, float]) -> tuple[Any, Any, Any, Any]:
    group = next(g for g in labelled()[task] if g.name == name)
    measures = Measures(group.documents, [None] * len(group.documents), event)
    columns = measures.columns(slice(None)).astype(np.float64)
    return measures.pairs.here, measures.pairs.there, columns, measures.stated


def features(group: Group, task: str, event: tuple[float, float]) -> tuple[Any, Any, Any, Any]:
    """Rows, rows, measures and sureness of one statement of the candidate pairs of a group."""
    return _features(group.name, "lookalike" if task == "lookalike" else "strict", event)


def fit(folds: Any, tasks: tuple[str, ...] = TASKS) -> tuple[Any, tuple[float, float]]:
    """The weights and offset fitted on some folds, and those of the likeness of articles."""
    event = fit_event(folds)
    examples: list[list[Any]] = [[], [], []]
    candidates: list[list[Any]] = [[], [], [], []]
    questions = 0
    for task in tasks:
        members = [g for g in labelled()[task] if g.fold in folds]
        total = sum(len(g.pairs[0]) for g in members)
        asked = []
        for group in members:
            for column, values in zip(examples, _examples(group, task, event, total), strict=True):
                column.append(values)
            x, question, right = _candidates(group, task, event)
            for column, values in zip(candidates, (x, question + questions, right), strict=False):
                column.append(values)
            asked.append(int(question.max(initial=-1)) + 1)
            questions += asked[-1]
        candidates[3].append(np.full(sum(asked), 1 / sum(asked)))
    pairs = logistic_loss(*map(np.concatenate, examples))
    ranks = ranking_loss(*map(np.concatenate, candidates))

    def loss(weights: Any) -> tuple[float, Any, Any]:
        one, other = pairs(weights), ranks(weights)
        value, slope, bend = (a + RANKING_SAY * b for a, b in zip(one, other, strict=True))
        return value, slope, bend

    most = np.array([MOST.get(name, 6.0) for name in FEATURES])
    least = np.array([LEAST.get(name, 0.0) for name in FEATURES])
    towards = np.array([EVEN[name] for name in FEATURES])
    return fitted(loss, towards=towards, least=least, most=most, pull=PULL), event


def _candidates(group: Group, task: str, event: tuple[float, float]) -> tuple[Any, Any, Any]:
    """All candidates of every sentence that has a right one in another article, by article.

    Their measures, the number of the question each answers, and whether it is right.
    """
    here, there, x, _ = features(group, task, event)
    right = np.tile(group.gold[task][here, there], 2)
    asking, answering = np.concatenate([here, there]), np.concatenate([there, here])
    key = asking.astype(np.int64) * len(group.documents) + group.article[answering]
    kept = np.flatnonzero(np.isin(key, key[right]))
    kept = kept[np.argsort(key[kept], kind="stable")]
    question = np.unique(key[kept], return_inverse=True)[1]
    return x[kept % len(here)], question, right[kept]


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
    say = np.concatenate([np.full(len(chosen), 1 / total), np.full(len(others), each)])
    y = np.concatenate([group.gold[task][here[chosen], there[chosen]], np.zeros(len(others))])
    return x[np.concatenate([chosen, others])], y, say


def crossed(tasks: tuple[str, ...] = TASKS) -> list[tuple[Any, tuple[float, float]]]:
    """For every fold the weights fitted on the other four."""
    return [fit([other for other in FOLDS if other != fold], tasks) for fold in FOLDS]


def raw_scores(group: Group, task: str, fitted: tuple[Any, tuple[float, float]]) -> Any:
    """The weighted sums of a group before calibration, as a square matrix."""
    weights, event = fitted
    here, there, x, _ = features(group, task, event)
    scores = np.full((len(group.article),) * 2, -50.0)
    sums = doubted(x @ weights[:-1] + weights[-1], x[:, FEATURES.index("event")])
    scores[here, there] = scores[there, here] = sums
    return scores


def odds(
    group: Group, task: str, fitted: tuple[Any, tuple[float, float]], curve: tuple[float, float]
) -> Any:
    """The log odds of the scores of a group, as a square matrix."""
    here, there, _, stated = features(group, task, fitted[1])
    scores = raw_scores(group, task, fitted)
    slope, shift = curve
    found = with_statements(slope * scores[here, there] + shift, stated)
    scores[here, there] = scores[there, here] = found
    return scores


def calibration(fits: list[Any], folds: Any = FOLDS) -> tuple[float, float]:
    """Slope and shift that make scores of unseen folds shares of right links (core gold).

    Whole articles are linked, not annotated sentences alone, so pairs with one sentence
    that nobody annotated take part, as wrong ones, with a say of `WRONG_UNANNOTATED`.
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
    raw, right, say = (np.concatenate(column) for column in columns)
    loss = logistic_loss(raw[:, None], right.astype(float), say)
    slope, shift = fitted(
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
        precision, first = measured(task, members, scores)
        figures[task] = {"average_precision": round(precision, 3), "first_right": round(first, 3)}
    weights, event = fit(FOLDS)
    data = {
        "about": "Weights of the measures in measures.py; made by tests/benchmarks/fit_linking.py",
        "date": date.today().isoformat(),
        "data": "ECB+ (Cybulska and Vossen 2014, CC BY 3.0), 25 training topics",
        "cross_validated": figures,
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=False)},
        "offset": round(float(weights[-1]), 3),
        "calibration": {"slope": round(slope, 3), "shift": round(shift, 3)},
        "event": {"beyond": round(event[0], 3), "offset": round(event[1], 3)},
    }
    text = json.dumps(data, indent=2) + "\n"
    print(text)
    if "--dry" not in sys.argv:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
