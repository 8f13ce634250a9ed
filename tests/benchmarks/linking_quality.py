"""How good the links are, measured on topics that the weights have not seen.

    python tests/benchmarks/linking_quality.py

Prints for the three tasks average precision and P@1_full, cross-validated (the weights
and the calibration of every fold are fitted on the other four), beside baselines in the same
run; the best, median and worst event; transfers (fitted on one kind of story, measured on
another); what is right at every score; what the floors give; and
the ten surest errors and the ten pairs most surely missed.
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from fit_linking import FOLDS, calibration, crossed, labelled, odds
from linking_data import TASKS, Group, average_precision, first_is_right, measure
from rapidfuzz import fuzz, process

from reader.linking.candidates import find_candidates
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR
from reader.linking.sentence_terms import read_sentence_terms

STEPS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001)


def token_set_ratio(group: Group) -> Any:
    texts = [text.casefold() for document in group.documents for text in document]
    return process.cdist(texts, texts, scorer=fuzz.token_set_ratio)


def bm25(group: Group) -> Any:
    """Robertson and Walker's BM25 over stems, each sentence as query; both directions, normed."""
    terms = read_sentence_terms(group.documents, [None] * len(group.documents))
    count = np.zeros((len(terms.article), len(terms.is_stop)))
    for row, (start, stop) in enumerate(zip(terms.offsets, terms.offsets[1:], strict=False)):
        count[row, terms.terms[start:stop]] = 1
    spread, length = count.sum(axis=0), count.sum(axis=1, keepdims=True)
    rarity = np.log(1 + (len(count) - spread + 0.5) / (spread + 0.5))
    saturated = 2.2 * count / (count + 1.2 * (0.25 + 0.75 * length / length.mean()))
    score = (count * rarity) @ saturated.T
    score /= np.maximum(np.diag(score)[:, None], 1e-9)
    return (score + score.T) / 2


def shared_weight(group: Group) -> Any:
    """Nothing fitted: the weight of the shared words."""
    terms = read_sentence_terms(group.documents, [None] * len(group.documents))
    everything = np.ones((len(group.documents),) * 2, bool)
    pairs = find_candidates(terms, everything)
    scores = np.zeros((len(group.article),) * 2)
    scores[pairs.here, pairs.there] = scores[pairs.there, pairs.here] = pairs.overlap
    return scores


def row(name: str, task_scores: dict[str, list[Any]]) -> None:
    cells = []
    for task in TASKS:
        precision, first = measure(task, labelled()[task], task_scores[task])
        cells.append(f"{task} AP {precision:.3f} P@1 {first:.3f}")
    print(f"{name:28}", " | ".join(cells))


def scored(fits: list[Any]) -> dict[str, list[Any]]:
    """For every task the log odds of its groups, by weights and curves of other folds."""
    curves = [calibration(fits, [o for o in FOLDS if o != fold]) for fold in FOLDS]
    return {
        task: [odds(g, task, fits[g.fold], curves[g.fold]) for g in labelled()[task]]
        for task in TASKS
    }


def tables(fits: list[Any]) -> dict[str, list[Any]]:
    for name, scorer in (
        ("token_set_ratio", token_set_ratio),
        ("BM25", bm25),
        ("shared weight, unfitted", shared_weight),
    ):
        row(name, {task: [scorer(group) for group in labelled()[task]] for task in TASKS})
    scores = scored(fits)
    row("reader, cross-validated", scores)
    return scores


def per_event(scores: dict[str, list[Any]]) -> None:
    print("\nper group: best, median, worst")
    for task in TASKS:
        found = []
        for group, score in zip(labelled()[task], scores[task], strict=True):
            right = group.gold[task][group.pairs]
            hits, questions = first_is_right(group, task, score)
            if right.any():
                found.append(
                    (average_precision(score[group.pairs], right), hits / questions, group.name)
                )
        found.sort()
        cells = [found[-1], found[len(found) // 2], found[0]]
        print(
            f"{task:10}",
            "; ".join(f"{name} AP {ap:.2f} P@1 {first:.2f}" for ap, first, name in cells),
        )


def transfers() -> None:
    print("\nfitted on one task, measured on the others, folds kept apart")
    for task in TASKS:
        row(f"fitted on {task}", scored(crossed((task,))))


def reliability(calibrated: dict[str, list[Any]]) -> None:
    print("\nscore     right of annotated pairs (core), and with the unannotated as wrong")
    for low, high in itertools.pairwise(STEPS):
        cells = []
        for task in ("core", "lookalike"):
            right = everything = wrong = 0
            for group, score in zip(labelled()[task], calibrated[task], strict=True):
                inside = np.triu((score >= low) & (score < high) & group.across)
                both = group.annotated[:, None] & group.annotated[None, :]
                one = group.annotated[:, None] ^ group.annotated[None, :]
                right += int((inside & both & group.gold["core"]).sum())
                everything += int((inside & both).sum())
                wrong += int((inside & one).sum())
            share = right / max(everything, 1)
            full = right / max(everything + wrong, 1)
            cells.append(f"{task} {share:.2f} of {everything}, {full:.2f} of {everything + wrong}")
        print(f"{low:.1f}-{min(high, 1.0):.1f}", "; ".join(cells))


def floors(calibrated: dict[str, list[Any]]) -> None:
    for name, floor in (("same", SAME_FLOOR), ("related", RELATED_FLOOR)):
        for task in ("core", "lookalike"):
            said = right = other = there = 0
            for group, score in zip(labelled()[task], calibrated[task], strict=True):
                gold, shown = group.gold["core"][group.pairs], score[group.pairs] >= floor
                a, b = (group.article[side] for side in group.pairs)
                said, right = said + int(shown.sum()), right + int((shown & gold).sum())
                other += int((shown & ~group.one_event[a, b]).sum())
                there += int(gold.sum())
            print(
                f"{name} from {floor:.2f}, {task}: precision {right / max(said, 1):.3f}, "
                f"recall {right / there:.3f}, of another event {other} of {said}"
            )


def surest_errors(calibrated: dict[str, list[Any]]) -> None:
    print("\nthe ten surest errors (lookalike groups, no shared event at all)")
    errors = []
    for group, score in zip(labelled()["lookalike"], calibrated["lookalike"], strict=True):
        here, there = group.pairs
        wrong = ~group.gold["lookalike"][here, there]
        errors += [
            (float(score[i, j]), group, int(i), int(j))
            for i, j in zip(here[wrong], there[wrong], strict=True)
        ]
    for score, group, i, j in sorted(errors, key=lambda error: -error[0])[:10]:
        texts = [text for document in group.documents for text in document]
        names = [group.articles[group.article[side]]["doc"] for side in (i, j)]
        print(f"{score:.2f} {names[0]} / {names[1]}\n     {texts[i][:160]}\n     {texts[j][:160]}")


def surest_misses(calibrated: dict[str, list[Any]]) -> None:
    """Pairs that are right by the strictest gold and get the lowest scores."""
    print("\nthe ten pairs most surely missed (strict), the lowest of ten events")
    lowest = []
    for group, score in zip(labelled()["strict"], calibrated["strict"], strict=True):
        here, there = group.pairs
        right = group.gold["strict"][here, there]
        if right.any():
            pair = int(np.argmin(np.where(right, score[here, there], np.inf)))
            i, j = int(here[pair]), int(there[pair])
            lowest.append((float(score[i, j]), group, i, j))
    for score, group, i, j in sorted(lowest, key=lambda miss: miss[0])[:10]:
        texts = [text for document in group.documents for text in document]
        names = [group.articles[group.article[side]]["doc"] for side in (i, j)]
        print(f"{score:.2f} {names[0]} / {names[1]}\n     {texts[i][:160]}\n     {texts[j][:160]}")


def main() -> None:
    fits = crossed()
    scores = tables(fits)
    per_event(scores)
    calibrated = {task: [1 / (1 + np.exp(-score)) for score in scores[task]] for task in TASKS}
    reliability(calibrated)
    floors(calibrated)
    surest_errors(calibrated)
    surest_misses(calibrated)
    transfers()


if __name__ == "__main__":
    main()
