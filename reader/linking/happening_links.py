"""Which links are *same* by what their main clauses share, beside their scores."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from reader.linking.links import SAME_FLOOR
from reader.linking.lowered_scores import Lowering
from reader.linking.paragraph_linking import LinkBasis
from reader.linking.same_event import judges_pairs_alone
from reader.linking.scored_links import BELOW_SAME, LinkColumns
from reader.linking.sentence_rows import SentenceRows
from reader.linking.shared_happenings import SharedHappening, compare_happenings
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS

LEAST_WEIGHED = 0.5
"""The lowest score, 0..1, of a link that its main clauses may make *same*."""
MOST_WEIGHED = 0.85
"""The highest score, 0..1, of a link that they may make *probably* the same."""
MAIN_SHARE_WEIGHT = 1.5
"""What the share of the main clauses that the other end reports weighs in the log odds of a link.
Chosen on links of stories of three outlets that a person has judged
(tests/benchmarks/link_words.py)."""
USUAL_MAIN_SHARE = 1 / 3
"""The share, 0..1, with which a score is left as it is."""


def weigh_happenings(
    links: LinkColumns, basis: LinkBasis, rows: SentenceRows, languages: Sequence[str | None]
) -> LinkColumns:
    """Let the main clauses of a few articles decide which links are *same*, which *probably*.

    A link is not *same* where nothing that hangs together in a main clause is at both ends. Else it
    is the less sure the less each end reports of the main clause of the other, and the surer the
    more, if the articles surely report one event. Links that a quotation ties are left as they are,
    and so are those of texts that are not in English, and those among many articles, of which the
    others show what is common to all.

    Args:
        links: the links, with lowered scores of those with conflicts.
        basis: what else is known of them.
        rows: the sentences of all articles.
        languages: ISO 639-1 code of every article, or None.
    """
    if not judges_pairs_alone(len(languages)):
        return links
    is_read = np.array([language in LANGUAGES_WITH_FACTS for language in languages], bool)
    some = np.flatnonzero(
        (links.score >= LEAST_WEIGHED)
        & (links.score <= MOST_WEIGHED)
        & ~basis.is_tied
        & is_read[links.article_here]
        & is_read[links.article_there]
    )
    here = rows.find(links.article_here, links.paragraph_here, links.sentence_here, some)
    there = rows.find(links.article_there, links.paragraph_there, links.sentence_there, some)
    score, lowered = links.score.copy(), links.lowered.copy()
    for number, one, other in zip(some.tolist(), here.tolist(), there.tolist(), strict=True):
        shared = compare_happenings(rows.text(one), rows.text(other))
        before = float(score[number])
        weighed = weigh_score(before, shared, is_one_event=bool(basis.is_one_event[number]))
        score[number] = weighed
        if weighed < before:
            lowered[number] = Lowering.BACKGROUND
    return links._replace(score=score, lowered=lowered)


def weigh_score(score: float, shared: SharedHappening, *, is_one_event: bool) -> float:
    """Change the score of a link to the other side of the floor of *same* if need be.

    Args:
        score: from `LEAST_WEIGHED` to `MOST_WEIGHED`; no quotation ties the ends.
        shared: what the ends share.
        is_one_event: whether the articles surely report one event.
    """
    more = MAIN_SHARE_WEIGHT * (shared.main_share - USUAL_MAIN_SHARE)
    even = score * exp(more)
    is_same = shared.is_reported and even / (1.0 - score + even) >= SAME_FLOOR
    if score >= SAME_FLOOR:
        return score if is_same else BELOW_SAME
    return SAME_FLOOR if is_same and is_one_event else score
