"""How well moments hold together: B-cubed against the labelled events, in one run.

    python tests/benchmarks/moments_quality.py

B-cubed (Bagga and Baldwin 1998) asks of every annotated sentence which of those that share
its moment tell the same (precision), and which of those that tell the same share its moment
(recall); the sentence itself counts as one that does both, others of its own article are left
out. Two sentences tell the same where the data say so (core gold, README of the data: shared
events may overlap, so this is a relation and no partition). Events alone, then two similar
events mixed; sentence by sentence, then paragraphs made of three sentences, which tell the
same where two of their sentences do. The weights of every fold are fitted on the other four.

Beside the grouping of reader/linking/moments.py: chains of links of at least a floor (single
link), and chains of links that are best on both sides for their two articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from fit_linking import FOLDS, calibration, crossed
from linking_data import Group, groups

from reader.linking import score_model, sentence_linking
from reader.linking.link_table import SCORE_STEPS, LinkTable
from reader.linking.linker import Telling, link_tellings
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR
from reader.story import moments

PARAGRAPH = 3
"""Sentences of a made-up paragraph."""
Grouping = Callable[[LinkTable], Sequence[int]]
"""From a table to the number of every row's moment, 0 for none."""


def ours(table: LinkTable) -> Sequence[int]:
    return moments.group(table).moments


def alone(table: LinkTable) -> Sequence[int]:
    return [0] * table.starts[-1]


def chained(floor: float) -> Grouping:
    return lambda table: _components(
        table, [n for n, score in enumerate(table.scores) if score >= floor * SCORE_STEPS]
    )


def mutual(floor: float) -> Grouping:
    def grouping(table: LinkTable) -> Sequence[int]:
        article = [table.place(row).article for row in range(table.starts[-1])]
        best: dict[tuple[int, int], tuple[int, int]] = {}
        for number, (a, b, score) in _links(table):
            for row, other in ((a, b), (b, a)):
                best[row, article[other]] = max(
                    best.get((row, article[other]), (0, 0)), (score, -number)
                )
        chosen = [
            number
            for number, (a, b, score) in _links(table)
            if score >= floor * SCORE_STEPS
            and best[a, article[b]] == best[b, article[a]] == (score, -number)
        ]
        return _components(table, chosen)

    return grouping


METHODS: dict[str, Grouping] = {
    "nothing grouped": alone,
    f"single link from {RELATED_FLOOR:.2f}": chained(RELATED_FLOOR),
    f"single link from {SAME_FLOOR:.2f}": chained(SAME_FLOOR),
    f"best on both sides from {SAME_FLOOR:.2f}": mutual(SAME_FLOOR),
    "reader": ours,
}


def _links(table: LinkTable) -> Any:
    return enumerate(zip(table.here, table.there, table.scores, strict=True))


def _components(table: LinkTable, chosen: Sequence[int]) -> Sequence[int]:
    leader = list(range(table.starts[-1]))

    def find(row: int) -> int:
        while leader[row] != row:
            leader[row] = row = leader[leader[row]]
        return row

    linked = set()
    for number in chosen:
        a, b = table.here[number], table.there[number]
        linked.update((a, b))
        leader[find(a)] = find(b)
    return [find(row) + 1 if row in linked else 0 for row in range(len(leader))]


def gold(group: Group, size: int) -> tuple[list[Telling], Any, Any, Any]:
    """The articles in paragraphs; which of these are judged, their articles, what is right."""
    tellings, paragraph_of = [], []
    rows = 0
    for sentences in group.documents:
        texts = [" ".join(sentences[n : n + size]) for n in range(0, len(sentences), size)]
        paragraph_of += [rows + number // size for number in range(len(sentences))]
        tellings.append(
            Telling(len(texts), None, tuple((n, text, False) for n, text in enumerate(texts)))
        )
        rows += len(texts)
    at = np.array(paragraph_of)
    right = np.zeros((rows, rows), bool)
    here, there = np.nonzero(group.gold["core"])
    right[at[here], at[there]] = True
    judged = np.zeros(rows, bool)
    judged[at[group.annotated]] = True
    article = np.repeat(np.arange(len(tellings)), [told.paragraphs for told in tellings])
    return tellings, judged, article, right


def b_cubed(numbers: Sequence[int], judged: Any, article: Any, right: Any) -> tuple[Any, Any]:
    """Precision and recall of every judged row."""
    number = np.where(np.array(numbers) > 0, numbers, -1 - np.arange(len(numbers)))[judged]
    counted = article[judged][:, None] != article[judged][None, :]
    np.fill_diagonal(counted, True)
    together = (number[:, None] == number[None, :]) & counted
    same = right[np.ix_(judged, judged)] & counted
    np.fill_diagonal(same, True)
    both = (together & same).sum(axis=1)
    return both / together.sum(axis=1), both / same.sum(axis=1)


def fold_weights() -> list[score_model.Weights]:
    """For every fold the weights and the calibration fitted without it."""
    fits = crossed()
    found = []
    for fold, (weights, event) in enumerate(fits):
        slope, shift = calibration(fits, [other for other in FOLDS if other != fold])
        named = dict(zip(sentence_linking.FEATURES, map(float, weights), strict=False))
        found.append(score_model.Weights(named, float(weights[-1]), slope, shift, event))
    return found


def main() -> None:
    unseen = fold_weights()
    for title, task in (("one event", "core"), ("two similar events", "lookalike")):
        for size in (1, PARAGRAPH):
            print(f"\n{title}, {'sentences' if size == 1 else 'paragraphs of three sentences'}")
            found: dict[str, tuple[list[Any], list[Any]]] = {name: ([], []) for name in METHODS}
            for group in groups()[task]:
                sentence_linking.fitted = lambda fold=group.fold: unseen[fold]  # type: ignore[assignment]
                tellings, judged, article, right = gold(group, size)
                table = link_tellings(tellings)
                for name, method in METHODS.items():
                    for column, values in zip(
                        found[name], b_cubed(method(table), judged, article, right), strict=True
                    ):
                        column.append(values)
            for name, columns in found.items():
                precision, recall = (float(np.concatenate(column).mean()) for column in columns)
                both = 2 * precision * recall / (precision + recall)
                print(f"  {name:32} precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}")


if __name__ == "__main__":
    main()
