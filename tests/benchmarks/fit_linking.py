"""Fit the weights of the linker and write them to reader/linking/weights.json.

    python tests/benchmarks/fit_linking.py            # fit on all folds and write
    python tests/benchmarks/fit_linking.py --dry      # only print

A logistic regression with weights that are never negative and that are drawn towards an
unfitted even mix (`EVEN`), over the annotated pairs of the three tasks, each task with the
same say, and over sentences nobody annotated, which count as different, but little.
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
from linking_data import TASKS, Group, groups, measured

from reader.linking.events import event_likeness
from reader.linking.scoring import FEATURES, measure
from reader.linking.words import read_words

WEIGHTS = Path(__file__).parents[2] / "reader" / "linking" / "weights.json"
FOLDS = range(5)
EVEN = {
    "words": 2.0, "happening": 2.0, "names": 1.0, "event": 3.0,
    "third": 2.0, "company": 1.0, "neighbours": 0.5, "lead": 0.5, "retold": 0.5,
}  # fmt: skip
PULL = 0.001
"""How strongly the weights are drawn to the even mix."""
MOST = {"lead": 1.2}
"""Weights that may not be larger: outlets differ in what they put first."""
UNANNOTATED = 0.25
"""The say of all pairs with an unannotated sentence beside that of the annotated pairs."""
WRONG_UNANNOTATED = 0.425
"""Of best scored pairs that count as wrong only for want of annotation, 17 of 40 were wrong
when a person read them (README of the data)."""
SAMPLED = 4000
NEWTON_STEPS = 200
EVENT_SAY = 0.3
"""The say of two articles out of a group of one event when likeness of articles is fitted."""


def logistic(x: Any, y: Any, say: Any, *, towards: Any, most: Any, pull: float) -> Any:
    """Bounded logistic regression by projected Newton steps (Bertsekas 1982).

    Returns the weights, each in 0..`most`, and an offset as the last entry.
    """
    say = say / say.sum()
    x = np.column_stack([x, np.ones(len(x))])
    low, high = np.append(np.zeros(len(most)), -np.inf), np.append(most, np.inf)
    towards = np.append(towards, 0.0)
    pulls = np.append(np.full(len(most), pull), 0.0)

    def loss(weights: Any) -> float:
        sums = x @ weights
        misfit = say @ (np.logaddexp(0.0, sums) - y * sums)
        return float(misfit + pulls @ (weights - towards) ** 2)

    weights = towards.copy()
    lost = loss(weights)
    for _ in range(NEWTON_STEPS):
        likely = 1.0 / (1.0 + np.exp(-(x @ weights)))
        slope = x.T @ (say * (likely - y)) + 2 * pulls * (weights - towards)
        held = ((weights <= low) & (slope > 0)) | ((weights >= high) & (slope < 0))
        bend = (x * (say * likely * (1 - likely))[:, None]).T @ x + np.diag(2 * pulls + 1e-9)
        step = np.zeros(len(weights))
        step[~held] = np.linalg.solve(bend[np.ix_(~held, ~held)], slope[~held])
        length = 1.0
        tried = np.clip(weights - step, low, high)
        while loss(tried) > lost and length > 1e-6:
            length /= 2
            tried = np.clip(weights - length * step, low, high)
        moved, weights, lost = np.abs(tried - weights).max(), tried, min(lost, loss(tried))
        if moved < 1e-6:
            break
    return weights


@lru_cache(maxsize=1)
def labelled() -> dict[str, list[Group]]:
    """The labelled groups, read once."""
    return groups()


def fit_event(folds: Any) -> tuple[float, float, float]:
    """Fit how the likeness of two articles tells that they report one event."""
    rows, right, say = [], [], []
    for task, weight in (("lookalike", 1.0), ("strict", EVENT_SAY)):
        for group in labelled()[task]:
            if group.fold in folds:
                direct, third = _likeness(group.name, task)
                upper = np.triu_indices(len(direct), 1)
                rows.append(np.column_stack([third[upper], np.sqrt(direct[upper])]))
                right.append(group.one_event[upper])
                say.append(np.full(len(upper[0]), weight))
    x, y = np.concatenate(rows), np.concatenate(right).astype(float)
    none, free = np.zeros(2), np.full(2, np.inf)
    fit = logistic(x, y, np.concatenate(say), towards=none, most=free, pull=1e-4)
    return float(fit[0]), float(fit[1]), float(fit[2])


@cache
def _likeness(name: str, task: str) -> tuple[Any, Any]:
    group = next(g for g in labelled()[task] if g.name == name)
    words = read_words(group.documents, [None] * len(group.documents), lambda _: None)
    return event_likeness(words, len(group.documents))


@cache
def _features(name: str, task: str, event: tuple[float, float, float]) -> tuple[Any, Any, Any]:
    group = next(g for g in labelled()[task] if g.name == name)
    _, pairs, features = measure(group.documents, [None] * len(group.documents), event=event)
    return pairs.here, pairs.there, features.astype(np.float64)


def features(group: Group, task: str, event: tuple[float, float, float]) -> tuple[Any, Any, Any]:
    """Rows, rows and measures of the candidate pairs of a group."""
    return _features(group.name, "lookalike" if task == "lookalike" else "strict", event)


def fit(folds: Any, tasks: tuple[str, ...] = TASKS) -> tuple[Any, tuple[float, float, float]]:
    """The weights and offset fitted on some folds, and those of the likeness of articles."""
    event = fit_event(folds)
    columns: list[list[Any]] = [[], [], []]
    for task in tasks:
        members = [g for g in labelled()[task] if g.fold in folds]
        total = sum(len(g.pairs[0]) for g in members)
        for group in members:
            for column, values in zip(columns, _examples(group, task, event, total), strict=True):
                column.append(values)
    x, y, say = (np.concatenate(column) for column in columns)
    most = np.array([MOST.get(name, 6.0) for name in FEATURES])
    towards = np.array([EVEN[name] for name in FEATURES])
    return logistic(x, y, say, towards=towards, most=most, pull=PULL), event


def _examples(
    group: Group, task: str, event: tuple[float, float, float], total: int
) -> tuple[Any, Any, Any]:
    here, there, x = features(group, task, event)
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


def crossed(tasks: tuple[str, ...] = TASKS) -> list[tuple[Any, tuple[float, float, float]]]:
    """For every fold the weights fitted on the other four."""
    return [fit([other for other in FOLDS if other != fold], tasks) for fold in FOLDS]


def raw_scores(group: Group, task: str, fitted: tuple[Any, tuple[float, float, float]]) -> Any:
    """The weighted sums of a group before calibration, as a square matrix."""
    weights, event = fitted
    here, there, x = features(group, task, event)
    scores = np.full((len(group.article),) * 2, -50.0)
    scores[here, there] = scores[there, here] = x @ weights[:-1] + weights[-1]
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
    free = np.full(1, np.inf)
    slope, shift = logistic(
        raw[:, None], right.astype(float), say, towards=np.ones(1), most=free, pull=1e-5
    )
    return float(slope), float(shift)


def main() -> None:
    fits = crossed()
    slope, shift = calibration(fits)
    figures = {}
    for task in TASKS:
        members = labelled()[task]
        scores = [raw_scores(group, task, fits[group.fold]) for group in members]
        precision, first = measured(task, members, scores)
        figures[task] = {"average_precision": round(precision, 3), "first_right": round(first, 3)}
    weights, event = fit(FOLDS)
    data = {
        "about": "Weights of the measures in scoring.py; made by tests/benchmarks/fit_linking.py",
        "date": date.today().isoformat(),
        "data": "ECB+ (Cybulska and Vossen 2014, CC BY 3.0), 25 training topics",
        "cross_validated": figures,
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=False)},
        "offset": round(float(weights[-1]), 3),
        "calibration": {"slope": round(slope, 3), "shift": round(shift, 3)},
        "event": dict(
            zip(("by_third", "direct", "offset"), (round(e, 3) for e in event), strict=True)
        ),
    }
    text = json.dumps(data, indent=2) + "\n"
    print(text)
    if "--dry" not in sys.argv:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
