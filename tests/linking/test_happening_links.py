"""The levels of links whose ends share words, by whether these are of what happens."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.coverage import Coverage, compare
from reader.linking import Level
from reader.linking.happening_links import (
    LEAST_WEIGHED,
    MOST_WEIGHED,
    USUAL_MAIN_SHARE,
    weigh_score,
)
from reader.linking.links import SAME_FLOOR
from reader.linking.lowered_scores import Lowering
from reader.linking.scored_links import BELOW_SAME
from reader.linking.shared_happenings import SharedHappening

BACKGROUND = SharedHappening(is_reported=False, main_share=0.3)
LITTLE, USUAL, MUCH = (
    SharedHappening(is_reported=True, main_share=share) for share in (0.1, USUAL_MAIN_SHARE, 0.8)
)


@pytest.mark.parametrize("is_one_event", [False, True])
@pytest.mark.parametrize("score", [LEAST_WEIGHED, 0.62, MOST_WEIGHED])
def test_background_of_both_makes_no_link_the_same(score: float, is_one_event: bool) -> None:
    weighed = weigh_score(score, BACKGROUND, is_one_event=is_one_event)
    assert Level.of_score(weighed) is Level.PROBABLY
    assert weighed <= score


def test_main_clauses_decide_near_the_floor_and_change_no_score_without_need() -> None:
    assert weigh_score(0.62, LITTLE, is_one_event=False) == BELOW_SAME
    assert weigh_score(0.62, USUAL, is_one_event=False) == 0.62
    assert weigh_score(0.58, USUAL, is_one_event=True) == 0.58
    assert weigh_score(0.58, MUCH, is_one_event=True) == SAME_FLOOR
    assert weigh_score(MOST_WEIGHED, LITTLE, is_one_event=False) == MOST_WEIGHED


def test_articles_that_may_report_two_events_make_no_link_the_same() -> None:
    assert weigh_score(0.58, MUCH, is_one_event=False) == 0.58


LEADS = (
    "VELMONT — Fishermen at the sluice described their horror and asked how a ferry of such "
    "size could turn so fast on a quay where swimmers, anglers and children meet.",
    "VELMONT — The captain of the Meridian was in critical condition on Thursday, a day after his "
    "ferry rammed the granite quay beside the sluice and hurt two swimmers.",
)


def compare_leads(*leads: str) -> Coverage:
    rest = "The harbour office of Zelba has inspected the ferry Meridian in March and April."
    return compare(
        [
            parse_article(f"{lead}\n\n{rest}", source=name, name=name)
            for name, lead in zip("ab", leads, strict=True)
        ]
    )


def level_of_leads(coverage: Coverage) -> Level:
    (link,) = (
        each for each in coverage.links(0.0) if each.here.place[1] == each.there.place[1] == 0
    )
    return link.level


def test_leads_that_share_names_and_one_recalled_clause_are_not_the_same() -> None:
    assert level_of_leads(compare_leads(*LEADS)) is Level.PROBABLY


def test_the_first_reason_says_why_a_link_was_lowered() -> None:
    coverage = compare_leads(*LEADS)
    (link,) = (each for each in coverage.links() if each.here.place[1] == 0)
    assert coverage.evidence(link).reasons[0] == Lowering.BACKGROUND.words


def test_leads_of_one_happening_are_the_same() -> None:
    other = (
        "VELMONT — The captain of the Meridian is in critical condition since the ferry rammed "
        "the granite quay, a hospital said."
    )
    assert level_of_leads(compare_leads(LEADS[1], other)) is Level.SAME
