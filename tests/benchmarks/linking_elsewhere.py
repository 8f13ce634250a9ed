"""How good the links are on articles of other corpora, beside BM25 and token_set_ratio.

    python tests/benchmarks/linking_elsewhere.py FILE...

Nothing is fitted to them: the weights are those the program is shipped with. Each file has
one object a line, a group of articles: `group`, its name; `docs`, a list of objects with
`sentences`; `pairs`, a list of [document a, sentence i, document b, sentence j, ...] that
report the same, counted from 0. A pair is scored if both sentences are `annotated` (a list of
positions for each document; all, where there is no such field) or, where there is a list
`judged` of such pairs, if it is in that. `language` may be a code such as "pt".
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from linking_data import UNLINKED, Group, average_precision
from linking_quality import bm25, token_set_ratio

from reader.linking.sentence_linking import score_sentences


def reader_scores(group: Group, language: str | None) -> Any:
    scores = np.full((len(group.article),) * 2, UNLINKED)
    known = None if language is None else [language] * len(group.documents)
    found = score_sentences(group.documents, languages=known)
    here = group.starts[found.article_a] + found.sentence_a
    there = group.starts[found.article_b] + found.sentence_b
    scores[here, there] = scores[there, here] = found.score
    return scores


def opened(line: str) -> tuple[Group, str | None, Any, Any]:
    """A group, its language, which pairs of rows are right, and which are scored."""
    data = json.loads(line)
    articles = [{"sentences": doc["sentences"], "subtopic": ""} for doc in data["docs"]]
    group = Group(data["group"], 0, articles)
    size = len(group.article)

    def marked(pairs: list[Any]) -> Any:
        rows = np.zeros((size, size), bool)
        for a, i, b, j, *_ in pairs:
            here, there = group.starts[a] + i, group.starts[b] + j
            rows[here, there] = rows[there, here] = True
        return rows

    if data.get("judged"):
        scored = marked(data["judged"])
    else:
        known = np.ones(size, bool)
        for start, article, places in zip(
            group.starts, articles, data.get("annotated") or [], strict=False
        ):
            known[start : start + len(article["sentences"])] = False
            known[start + np.array(places, int)] = True
        scored = known[:, None] & known[None, :] & group.across
    return group, data.get("language"), marked(data["pairs"]), scored


def figures(groups: list[Any], scorer: Callable[[Group, str | None], Any]) -> str:
    scores, gold, of_groups = [], [], []
    hits = questions = 0
    for group, language, right, scored in groups:
        found = scorer(group, language)
        upper = np.nonzero(np.triu(scored))
        scores.append(np.asarray(found[upper], float))
        gold.append(right[upper])
        if gold[-1].any():
            of_groups.append(average_precision(scores[-1], gold[-1]))
        for start, stop in zip(group.starts, group.starts[1:], strict=False):
            has_right = right[:, start:stop] & scored[:, start:stop]
            for row in np.flatnonzero(has_right.any(axis=1)):
                there = np.where(scored[row, start:stop], found[row, start:stop], -np.inf)
                rival = np.where(has_right[row], -np.inf, there).max()
                hits += bool(there[has_right[row]].max() > rival)
                questions += 1
    pooled = average_precision(np.concatenate(scores), np.concatenate(gold))
    mean, first = np.mean(of_groups), hits / max(questions, 1)
    return f"AP {pooled:.3f}, mean of the groups {mean:.3f}, first right {first:.3f}"


def main() -> None:
    for name in sys.argv[1:]:
        with Path(name).open(encoding="utf-8") as file:
            groups = [opened(line) for line in file]
        print(name)
        print("  reader         ", figures(groups, reader_scores))
        print("  BM25           ", figures(groups, lambda group, _: bm25(group)))
        print("  token_set_ratio", figures(groups, lambda group, _: token_set_ratio(group)))


if __name__ == "__main__":
    main()
