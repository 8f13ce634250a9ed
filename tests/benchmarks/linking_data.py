"""The labelled articles, what is right in them, and the figures of a linker.

The data lie in `../shared/data` beside the project, or where READER_DATA says. Format,
tasks and figures are those of the README there. Gold: strict = two shared event
clusters; core = two, or one and two shared participants; lookalike = one, in groups
that mix the articles of two similar events.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

TASKS = ("strict", "core", "lookalike")
DATA = Path(os.environ.get("READER_DATA", Path(__file__).parents[3] / "shared" / "data"))
LABELLED = DATA / "ecbplus_train.jsonl"
UNLINKED = -1.0
"""The score of a pair that the linker left out."""


@dataclass
class Group:
    """The articles of one event, or of two similar ones, sentence by sentence."""

    name: str
    fold: int
    articles: list[dict[str, Any]]

    @cached_property
    def documents(self) -> list[list[str]]:
        return [article["sentences"] for article in self.articles]

    @cached_property
    def starts(self) -> Any:
        return np.cumsum([0, *map(len, self.documents)])

    @cached_property
    def article(self) -> Any:
        return np.repeat(np.arange(len(self.documents)), [len(d) for d in self.documents])

    @cached_property
    def across(self) -> Any:
        """Which pairs of rows are of two articles."""
        return self.article[:, None] != self.article[None, :]

    @cached_property
    def annotated(self) -> Any:
        rows = np.zeros(len(self.article), bool)
        for start, article in zip(self.starts, self.articles, strict=False):
            rows[start + np.array(article["annotated"], int)] = True
        return rows

    @cached_property
    def one_event(self) -> Any:
        """Which pairs of articles report one event."""
        event = [article["subtopic"] for article in self.articles]
        return np.equal.outer(event, event)

    @cached_property
    def gold(self) -> dict[str, Any]:
        events, people = self._shared("events"), self._shared("participants")
        return {
            "strict": (events >= 2) & self.across,
            "core": ((events >= 2) | ((events >= 1) & (people >= 2))) & self.across,
            "lookalike": (events >= 1) & self.across,
        }

    @cached_property
    def pairs(self) -> tuple[Any, Any]:
        """The scored pairs: annotated sentences of two articles, each pair once."""
        both = self.annotated[:, None] & self.annotated[None, :] & self.across
        first, second = np.nonzero(np.triu(both))
        return first, second

    def _shared(self, kind: str) -> Any:
        rows: dict[int, set[int]] = {}
        for start, article in zip(self.starts, self.articles, strict=False):
            for position in article["annotated"]:
                for cluster in article[kind].get(str(position), ()):
                    rows.setdefault(cluster, set()).add(int(start) + position)
        count = np.zeros((len(self.article),) * 2, int)
        for members in rows.values():
            together = sorted(members)
            count[np.ix_(together, together)] += 1
        return count


def groups() -> dict[str, list[Group]]:
    """For every task its groups. Raises FileNotFoundError where the data are not there."""
    with LABELLED.open(encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    events, topics = _grouped(articles, "subtopic"), _grouped(articles, "topic")
    return {"strict": events, "core": events, "lookalike": topics}


def _grouped(articles: list[dict[str, Any]], key: str) -> list[Group]:
    by_name: dict[str, list[dict[str, Any]]] = {}
    for article in articles:
        by_name.setdefault(article[key], []).append(article)
    return [Group(name, members[0]["fold"], members) for name, members in by_name.items()]


def average_precision(scores: Any, right: Any) -> float:
    """Sum over distinct scores of recall step times precision."""
    order = np.argsort(-scores, kind="stable")
    scores, right = scores[order], right[order]
    if not right.any():
        return float("nan")
    last = np.append(scores[1:] != scores[:-1], True)
    found = np.cumsum(right)[last]
    seen = np.arange(1, len(right) + 1)[last]
    return float(np.sum(np.diff(found, prepend=0) / found[-1] * found / seen))


def first_is_right(group: Group, task: str, scores: Any) -> tuple[int, int]:
    """P@1_full: hits and questions; among all sentences of the other article, ties lose."""
    gold = group.gold[task]
    hits = questions = 0
    for start, stop in zip(group.starts[:-1], group.starts[1:], strict=True):
        rows = np.flatnonzero(gold[:, start:stop].any(axis=1))
        if len(rows):
            right, found = gold[rows, start:stop], scores[rows, start:stop]
            best = np.where(right, found, -np.inf).max(axis=1)
            rival = np.where(right, -np.inf, found).max(axis=1)
            hits += int((best > rival).sum())
            questions += len(rows)
    return hits, questions


def measure(task: str, members: list[Group], scores: list[Any]) -> tuple[float, float]:
    """Average precision over the pooled pairs, and P@1_full."""
    pooled = np.concatenate([s[g.pairs] for g, s in zip(members, scores, strict=True)])
    right = np.concatenate([g.gold[task][g.pairs] for g in members])
    counts = [first_is_right(g, task, s) for g, s in zip(members, scores, strict=True)]
    questions = sum(number for _, number in counts)
    first = sum(hits for hits, _ in counts) / questions if questions else float("nan")
    return average_precision(pooled, right), first


Scorer = Callable[[Group], Any]
"""From a group to a square matrix of scores, `UNLINKED` where the linker says nothing."""
