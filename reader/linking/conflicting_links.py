"""Lowering links whose two ends state something that makes them two moments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.linking.arrays import Booleans
from reader.linking.article_sentences import ArticleSentences
from reader.linking.conflicts import find_separating_conflicts
from reader.linking.links import CONFLICT_CEILING, RELATED_FLOOR
from reader.linking.scored_links import LinkColumns
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS


def limit_conflicting(
    links: LinkColumns,
    is_tied: Booleans,
    sentences: Sequence[ArticleSentences],
    languages: Sequence[str | None],
) -> LinkColumns:
    """Find the conflicts of all links that are shown, and lower the scores of these.

    Args:
        links: the links.
        is_tied: for each whether a quotation ties its ends: then they are one moment.
        sentences: of every article.
        languages: ISO 639-1 code of every article, or None.
    """
    firsts = [np.array(each.paragraph, np.int64) for each in sentences]
    score, conflicts = links.score.copy(), links.conflicts.copy()
    for number in np.flatnonzero((links.score >= RELATED_FLOOR) & ~is_tied).tolist():
        a, b = int(links.article_here[number]), int(links.article_there[number])
        if not (languages[a] in LANGUAGES_WITH_FACTS and languages[b] in LANGUAGES_WITH_FACTS):
            continue
        here = int(np.searchsorted(firsts[a], links.paragraph_here[number]))
        there = int(np.searchsorted(firsts[b], links.paragraph_there[number]))
        found = find_separating_conflicts(
            sentences[a][here + int(links.sentence_here[number])],
            sentences[b][there + int(links.sentence_there[number])],
        )
        for conflict in found:
            conflicts[number] |= conflict.kind.bit
    limited = np.where(conflicts > 0, np.minimum(score, CONFLICT_CEILING), score)
    return links._replace(score=limited.astype(score.dtype), conflicts=conflicts)
