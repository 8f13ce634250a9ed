"""How well moments hold together: B-cubed against the labelled events, in one run.

    python tests/benchmarks/moments_quality.py

B-cubed (Bagga and Baldwin 1998) asks of every annotated sentence which of those that share
its moment report the same (precision), and which of those that report the same share its moment
(recall); the sentence itself counts as one that does both, others of its own article are left
out. Two sentences report the same where the data say so (core gold, README of the data: shared
events may overlap, so this is a relation and no partition). Events alone, then two similar
events mixed; sentence by sentence, then paragraphs made of three sentences, which report the
same where two of their sentences do. The weights of every fold are fitted on the other four.

A made-up paragraph that is in two moments counts for the last of them.

First pairs of paragraphs in moments among three and four articles of one event, and among three
and two of two similar events: how many are right, by the number of places of the moment, and how
many of all right pairs are found.

Beside the grouping of reader/story/moments.py: chains of links of at least a floor (single
link), and chains of links that are best on both sides for their two articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from fit_linking import FOLDS, calibration, crossed
from linking_data import Group, groups
from linking_small_groups import drawn

from reader.articles import Place
from reader.linking.feature_names import FEATURES
from reader.linking.link_table import LinkTable
from reader.linking.linker import link_articles
from reader.linking.linker_input import LinkerInput
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR, LinkedPlaces
from reader.linking.score_model import Weights
from reader.story.moments import group_moments

PARAGRAPH = 3
"""Sentences of a made-up paragraph."""
SMALL = ((3, 0), (4, 0), (3, 2))
"""Articles of one event and of the event that looks alike."""
Groups = Iterable[Iterable[Place]]
Grouping = Callable[[LinkTable], Groups]


def reader_moments(table: LinkTable) -> Groups:
    return [[part.place for part in parts] for parts in group_moments(table)]


def no_groups(_table: LinkTable) -> Groups:
    return []


def single_link(floor: float) -> Grouping:
    return lambda table: connected_groups(list(table.links(floor)))


def mutual_best(floor: float) -> Grouping:
    def grouping(table: LinkTable) -> Groups:
        best: dict[tuple[Place, int], tuple[float, int]] = {}
        links = list(table.links(0.0))
        for number, (here, there, score, _) in enumerate(links):
            for key in ((here, there.article), (there, here.article)):
                best[key] = max(best.get(key, (0.0, 0)), (score, -number))
        return connected_groups(
            [
                link
                for number, link in enumerate(links)
                if link.score >= floor
                and best[link.here, link.there.article]
                == best[link.there, link.here.article]
                == (link.score, -number)
            ]
        )

    return grouping


METHODS: dict[str, Grouping] = {
    "nothing grouped": no_groups,
    f"single link from {RELATED_FLOOR:.2f}": single_link(RELATED_FLOOR),
    f"single link from {SAME_FLOOR:.2f}": single_link(SAME_FLOOR),
    f"best on both sides from {SAME_FLOOR:.2f}": mutual_best(SAME_FLOOR),
    "reader": reader_moments,
}


def connected_groups(links: Sequence[LinkedPlaces]) -> Groups:
    """The paragraphs that chains of links connect."""
    leader: dict[Place, Place] = {}

    def find(place: Place) -> Place:
        leader.setdefault(place, place)
        while leader[place] != place:
            leader[place] = place = leader[leader[place]]
        return place

    for link in links:
        leader[find(link.here)] = find(link.there)
    groups: dict[Place, list[Place]] = {}
    for place in list(leader):
        groups.setdefault(find(place), []).append(place)
    return groups.values()


def gold(group: Group, size: int) -> tuple[list[LinkerInput], Any, Any, Any]:
    """The articles in paragraphs; which of these are judged, their articles, what is right."""
    inputs, paragraph_of = [], []
    rows = 0
    for sentences in group.documents:
        texts = [" ".join(sentences[n : n + size]) for n in range(0, len(sentences), size)]
        paragraph_of += [rows + number // size for number in range(len(sentences))]
        inputs.append(
            LinkerInput(len(texts), None, tuple((n, text, False) for n, text in enumerate(texts)))
        )
        rows += len(texts)
    at = np.array(paragraph_of)
    right = np.zeros((rows, rows), bool)
    here, there = np.nonzero(group.gold["core"])
    right[at[here], at[there]] = True
    judged = np.zeros(rows, bool)
    judged[at[group.annotated]] = True
    article = np.repeat(np.arange(len(inputs)), [each.paragraph_count for each in inputs])
    return inputs, judged, article, right


def b_cubed(groups: Groups, judged: Any, article: Any, right: Any) -> tuple[Any, Any]:
    """Precision and recall of every judged row."""
    starts = np.searchsorted(article, np.arange(article.max() + 1))
    number = -1 - np.arange(len(article))
    for group, places in enumerate(groups):
        number[[starts[place.article] + place.paragraph for place in places]] = group
    number = number[judged]
    counted = article[judged][:, None] != article[judged][None, :]
    np.fill_diagonal(counted, True)
    together = (number[:, None] == number[None, :]) & counted
    same = right[np.ix_(judged, judged)] & counted
    np.fill_diagonal(same, True)
    both = (together & same).sum(axis=1)
    return both / together.sum(axis=1), both / same.sum(axis=1)


def pairs_of_small_groups(unseen: Sequence[Weights]) -> None:
    """Print how many pairs of paragraphs in moments among a few articles are right."""
    for first, second in SMALL:
        kinds = {"two places": [0, 0], "more places": [0, 0]}
        there = 0
        for group in drawn(first, second):
            inputs, judged, article, right = gold(group, PARAGRAPH)
            starts = np.searchsorted(article, np.arange(len(inputs)))
            counted = judged[:, None] & judged[None, :] & (article[:, None] != article[None, :])
            there += int(np.triu(right & counted).sum())
            for places in reader_moments(link_articles(inputs, weights=unseen[group.fold])):
                rows = sorted({int(starts[place.article]) + place.paragraph for place in places})
                counts = kinds["two places" if len(rows) == 2 else "more places"]
                pairs = [pair for pair in combinations(rows, 2) if counted[pair]]
                counts[0] += sum(bool(right[pair]) for pair in pairs)
                counts[1] += len(pairs)
        print(f"\n{first} + {second} articles, pairs of paragraphs in moments")
        for kind, (hits, all_pairs) in kinds.items():
            print(f"  {kind}: {hits} of {all_pairs} right, {hits / max(there, 1):.3f} of all found")


def fold_weights() -> list[Weights]:
    """For every fold the weights and the calibration fitted without it."""
    fits = crossed()
    found = []
    for fold, (weights, event) in enumerate(fits):
        slope, shift = calibration(fits, [other for other in FOLDS if other != fold])
        named = dict(zip(FEATURES, map(float, weights), strict=False))
        found.append(Weights(named, float(weights[-1]), slope, shift, event))
    return found


def main() -> None:
    unseen = fold_weights()
    pairs_of_small_groups(unseen)
    for title, task in (("one event", "core"), ("two similar events", "lookalike")):
        for size in (1, PARAGRAPH):
            print(f"\n{title}, {'sentences' if size == 1 else 'paragraphs of three sentences'}")
            found: dict[str, tuple[list[Any], list[Any]]] = {name: ([], []) for name in METHODS}
            for group in groups()[task]:
                inputs, judged, article, right = gold(group, size)
                table = link_articles(inputs, weights=unseen[group.fold])
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
