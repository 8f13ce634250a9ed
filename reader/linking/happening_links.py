"""Levels of links by whether their ends share what happens, beside how much they share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.linking.links import PROBABLY_FLOOR, SAME_FLOOR
from reader.linking.paragraph_linking import LinkBasis
from reader.linking.scored_links import BELOW_PROBABLY, BELOW_SAME, LinkColumns
from reader.linking.sentence_rows import SentenceRows
from reader.linking.shared_happenings import SharedHappening, compare_happenings
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS

NEARLY_SAME = 0.54
"""The lowest score, 0..1, of a link that its main clauses may make *same*."""
MAIN_CLAUSES_REPORTED = 0.4
"""They do if so much of them, 0..1, is reported at the other end, on average."""


def weigh_happenings(
    links: LinkColumns, basis: LinkBasis, rows: SentenceRows, languages: Sequence[str | None]
) -> LinkColumns:
    """Change the scores of links where what their ends share is not as the scores say.

    A link is only *related* where nothing that hangs together in a main clause is at both ends, and
    at most *probably* the same where they share names, titles and times alone. It is *same* from a
    little below where the articles surely report one event and the main clauses each other. Links
    that a quotation ties are left as they are, and those of texts that are not in English.

    Args:
        links: the links, with lowered scores of those with conflicts.
        basis: what else is known of them.
        rows: the sentences of all articles.
        languages: ISO 639-1 code of every article, or None.
    """
    is_read = np.array([language in LANGUAGES_WITH_FACTS for language in languages], bool)
    some = np.flatnonzero(
        (links.score >= PROBABLY_FLOOR)
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
        score: 0..1, from `PROBABLY_FLOOR`.
        shared: what its ends share.
        is_one_event: whether the articles surely report one event.
    """
    if not shared.is_reported:
        return min(score, BELOW_PROBABLY)
    if shared.is_of_names:
        return min(score, BELOW_SAME)
    is_nearly_same = is_one_event and NEARLY_SAME <= score < SAME_FLOOR
    if is_nearly_same and shared.main_share >= MAIN_CLAUSES_REPORTED:
        return SAME_FLOOR
    return score
