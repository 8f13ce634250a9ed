"""How good the links are in small groups, of one event and of two that look alike.

    python tests/benchmarks/linking_small_groups.py

Articles are drawn from the labelled topics, the same in every run. The weights and the curve
of every group are fitted on the folds that it is not from. *Same* is what the program would
call the same: scored from `SAME_FLOOR`, in articles that surely report one event or of
sentences that surely report one statement, and without a conflict.

Right is what the core gold has. It leaves out pairs of short sentences in which only one event is
annotated, such as two headlines of one death, so the pairs that share any event are counted too.
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from fit_linking import FOLDS, calibration, crossed, labelled
from linking_data import Group, measure

from reader.linking.conflicts import find_separating_conflicts
from reader.linking.feature_names import FEATURES
from reader.linking.features import PairFeatures
from reader.linking.happening_links import LEAST_WEIGHED, MOST_WEIGHED, weigh_score
from reader.linking.links import SAME_FLOOR
from reader.linking.paragraph_linking import SURELY_ONE_EVENT
from reader.linking.score_model import (
    LIKELY_STATEMENT,
    apply_different_event_discount,
    raise_for_statements,
)
from reader.linking.shared_happenings import compare_happenings

DRAWS = 6
SIZES = ((2, 0), (3, 0), (5, 0), (1, 1), (2, 1), (2, 2), (4, 2), (5, 1))
SAME_ODDS = np.log(SAME_FLOOR / (1 - SAME_FLOOR))
UNLINKED = -50.0


def drawn(first: int, second: int) -> list[Group]:
    """Groups of so many articles of one event and of the other event of its topic."""
    chance = random.Random(f"{first} {second}")
    groups = []
    for topic in labelled()["lookalike"]:
        by_event: dict[str, list[Any]] = {}
        for article in topic.articles:
            by_event.setdefault(article["subtopic"], []).append(article)
        for number in range(DRAWS):
            events = sorted(by_event.values(), key=lambda _: chance.random())
            sizes = list(zip(events, (first, second), strict=False))
            if all(len(articles) >= count for articles, count in sizes):
                chosen = [a for articles, count in sizes for a in chance.sample(articles, count)]
                groups.append(Group(f"{topic.name}/{number}", topic.fold, chosen))
    return groups


def scored(group: Group, fitted: Any, curve: tuple[float, float]) -> tuple[Any, Any]:
    """The log odds of the pairs of sentences, and which are *same*, as square matrices."""
    weights, event = fitted
    found = PairFeatures(group.documents, ["en"] * len(group.documents), event)
    every = slice(None)
    columns = found.columns(every).astype(np.float64)
    sums = apply_different_event_discount(
        columns @ weights[: len(FEATURES)] + weights[-1], found.same_event(every)
    )
    odds = np.full((len(group.article),) * 2, UNLINKED)
    same = np.zeros(odds.shape, bool)
    here, there = found.pairs.here, found.pairs.there
    odds[here, there] = odds[there, here] = raise_for_statements(
        curve[0] * sums + curve[1], found.statement_certainty
    )
    is_same = (found.highest_score(every) >= SAME_FLOOR) & (odds[here, there] >= SAME_ODDS)
    texts = [text for document in group.documents for text in document]
    score = np.minimum(1.0 / (1.0 + np.exp(-odds[here, there])), found.highest_score(every))
    is_one = (found.same_event(every) >= SURELY_ONE_EVENT) & (found.highest_score(every) >= 1.0)
    is_weighed = (score >= LEAST_WEIGHED) & (score <= MOST_WEIGHED)
    untied = (is_weighed | is_same) & (found.statement_certainty < LIKELY_STATEMENT)
    for pair in np.flatnonzero(untied):
        ends = texts[here[pair]], texts[there[pair]]
        if is_weighed[pair]:
            weighed = weigh_score(
                float(score[pair]), compare_happenings(*ends), is_one_event=bool(is_one[pair])
            )
            is_same[pair] = weighed >= SAME_FLOOR
        is_same[pair] &= not find_separating_conflicts(*ends)
    same[here, there] = is_same
    return odds, same


def main() -> None:
    fits = crossed()
    curves = [calibration(fits, [o for o in FOLDS if o != fold]) for fold in FOLDS]
    print("articles  AP strict or lookalike; same: right (sharing an event) of annotated,")
    print("          of another event of all")
    for first, second in SIZES:
        groups = drawn(first, second)
        found = [scored(group, fits[group.fold], curves[group.fold]) for group in groups]
        said = across = known = right = alike = 0
        for group, (_, same) in zip(groups, found, strict=True):
            here, there = np.nonzero(np.triu(same | same.T))
            one_event = group.one_event[group.article[here], group.article[there]]
            said, across = said + len(here), across + int((~one_event).sum())
            annotated = group.annotated[here] & group.annotated[there]
            known += int(annotated.sum())
            right += int(group.gold["core"][here, there][annotated].sum())
            alike += int(group.gold["lookalike"][here, there][annotated].sum())
        task = "lookalike" if second else "strict"
        precision, _ = measure(task, groups, [odds for odds, _ in found])
        print(
            f"{first} + {second}     AP {precision:.3f}; same: {right} ({alike}) of {known}, "
            f"{across} of {said}",
            flush=True,
        )


if __name__ == "__main__":
    main()
