"""Levels of links by whether their ends share what happens, beside how much they share."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from reader.linking.paragraph_linking import LinkBasis
from reader.linking.scored_links import LinkColumns
from reader.linking.sentence_rows import SentenceRows
from reader.linking.shared_happenings import SharedHappening, compare_happenings
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS

LEAST_WEIGHED = 0.5
"""The lowest score, 0..1, of the links that are weighed, and the lowest that they get: what is more
likely one moment than not remains *probably* so, and may begin a moment."""
MAIN_SHARE_WEIGHT = 1.5
"""What the share of the main clauses that the other end reports weighs in the log odds of a link.
Chosen on links of stories of three outlets that a person has judged
(tests/benchmarks/link_words.py)."""
USUAL_MAIN_SHARE = 1 / 3
"""The share, 0..1, with which a score is left as it is."""


def weigh_happenings(
    links: LinkColumns, basis: LinkBasis, rows: SentenceRows, languages: Sequence[str | None]
) -> LinkColumns:
    """Change the scores of links where what their ends share is not as the scores say.

    A link is not *same* where nothing that hangs together in a main clause is at both ends. Else it
    is the less sure the less each end reports of the main clause of the other, and the surer the
    more, if the articles surely report one event. Links that a quotation ties are left as
    they are, and so are those of texts that are not in English.

    Args:
        links: the links, with lowered scores of those with conflicts.
        basis: what else is known of them.
        rows: the sentences of all articles.
        languages: ISO 639-1 code of every article, or None.
    """
    is_read = np.array([language in LANGUAGES_WITH_FACTS for language in languages], bool)
    some = np.flatnonzero(
        (links.score >= LEAST_WEIGHED)
        & ~basis.is_tied
        & is_read[links.article_here]
        & is_read[links.article_there]
    )
    here = rows.find(links.article_here, links.paragraph_here, links.sentence_here, some)
    there = rows.find(links.article_there, links.paragraph_there, links.sentence_there, some)
    score = links.score.copy()
    for number, one, other in zip(some.tolist(), here.tolist(), there.tolist(), strict=True):
        shared = compare_happenings(rows.text(one), rows.text(other))
        score[number] = weigh_score(
            float(score[number]), shared, is_one_event=bool(basis.is_one_event[number])
        )
    return links._replace(score=score)


def weigh_score(score: float, shared: SharedHappening, *, is_one_event: bool) -> float:
    """Change the score of a link of which no quotation ties the ends.

    Args:
        score: 0..1, from `LEAST_WEIGHED`.
        shared: what its ends share.
        is_one_event: whether the articles surely report one event.
    """
    if not shared.is_reported:
        return LEAST_WEIGHED
    more = MAIN_SHARE_WEIGHT * (shared.main_share - USUAL_MAIN_SHARE)
    if more > 0.0 and not is_one_event:
        return score
    even = score * exp(more)
    return max(even / (1.0 - score + even), LEAST_WEIGHED)
