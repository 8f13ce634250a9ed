"""Links whose ends name different days, where both articles mention both days.

Two alike happenings of one week, such as two meetings, are each reported by every article. Then the
passage on one and the passage on the other share their words, and their days tell them apart also
where one text speaks of both ("again", "the second time").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.linking.arrays import Booleans
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR
from reader.linking.lowered_scores import Lowering
from reader.linking.same_event import judges_pairs_alone
from reader.linking.scored_links import BELOW_PROBABLY, LinkColumns
from reader.linking.sentence_rows import SentenceRows
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS, read_days, read_facts
from reader.text.values import ComparisonOutcome, DateValue, compare_values

_End = tuple[int, int]
"""An article and a paragraph, by position."""


def lower_crossed_days(
    links: LinkColumns, is_tied: Booleans, rows: SentenceRows, languages: Sequence[str | None]
) -> LinkColumns:
    """Lower the links of a few articles whose ends name two days that both articles tell.

    That is so where the end in either article has a *same* link to another passage of the other
    article, which names its day.

    Args:
        links: the links, with lowered scores of those with conflicts.
        is_tied: for each whether a quotation ties its ends: then they are one moment.
        rows: the sentences of all articles.
        languages: ISO 639-1 code of every article, or None.
    """
    if not judges_pairs_alone(len(languages)):
        return links
    is_read = np.array([language in LANGUAGES_WITH_FACTS for language in languages], bool)
    some = np.flatnonzero(
        (links.score >= RELATED_FLOOR) & is_read[links.article_here] & is_read[links.article_there]
    )
    here = rows.find(links.article_here, links.paragraph_here, links.sentence_here, some)
    there = rows.find(links.article_there, links.paragraph_there, links.sentence_there, some)
    agreeing: set[tuple[_End, int]] = set()
    """Ends with a *same* link to another article that names the same day, and that article."""
    differing = []
    for number, one, other in zip(some.tolist(), here.tolist(), there.tolist(), strict=True):
        outcome = _compare_days(rows.text(one), rows.text(other))
        if outcome is None:
            continue
        if outcome is ComparisonOutcome.DIFFERS:
            differing.append(number)
        elif links.score[number] >= SAME_FLOOR:
            ends = _find_ends(links, number)
            agreeing.update(((ends[0], ends[1][0]), (ends[1], ends[0][0])))
    score, lowered = links.score.copy(), links.lowered.copy()
    for number in differing:
        end, other_end = _find_ends(links, number)
        both = (end, other_end[0]) in agreeing and (other_end, end[0]) in agreeing
        if both and not is_tied[number]:
            score[number] = min(score[number], BELOW_PROBABLY)
            lowered[number] = Lowering.CROSSED_DAYS
    return links._replace(score=score, lowered=lowered)


def _find_ends(links: LinkColumns, number: int) -> tuple[_End, _End]:
    return (
        (int(links.article_here[number]), int(links.paragraph_here[number])),
        (int(links.article_there[number]), int(links.paragraph_there[number])),
    )


def _compare_days(here: str, there: str) -> ComparisonOutcome | None:
    """Whether two sentences name other days or one; None where that is unknown."""
    days, others = _read_days(here), _read_days(there)
    outcomes = {compare_values(one, other).outcome for one in days for other in others}
    if ComparisonOutcome.EQUAL in outcomes:
        return ComparisonOutcome.EQUAL
    return ComparisonOutcome.DIFFERS if outcomes == {ComparisonOutcome.DIFFERS} else None


def _read_days(sentence: str) -> list[DateValue]:
    if not read_facts(sentence).may_name_day:
        return []
    stated = read_days(sentence)
    days = (fact.value for fact in stated.facts)
    return [*(day for day in days if isinstance(day, DateValue)), *stated.of_source]
