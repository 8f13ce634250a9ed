"""The levels of links whose ends share words, by whether these are of what happens."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.coverage import Coverage, compare
from reader.linking import Level
from reader.linking.happening_links import MAIN_CLAUSES_REPORTED, NEARLY_SAME, weigh_score
from reader.linking.links import CONFLICT_CEILING, SAME_FLOOR
from reader.linking.shared_happenings import SharedHappening

REPORTED = SharedHappening(
    is_reported=True, is_of_names=False, main_share=MAIN_CLAUSES_REPORTED + 0.1
)


@pytest.mark.parametrize(
    ("score", "shared", "is_one_event", "level"),
    [
        (0.9, REPORTED, False, Level.SAME),
        (0.9, REPORTED._replace(is_reported=False), True, Level.RELATED),
        (0.45, REPORTED._replace(is_reported=False), True, Level.RELATED),
        (0.9, REPORTED._replace(is_of_names=True), True, Level.PROBABLY),
        (0.45, REPORTED._replace(is_of_names=True), True, Level.PROBABLY),
        (NEARLY_SAME, REPORTED, True, Level.SAME),
        (NEARLY_SAME, REPORTED, False, Level.PROBABLY),
        (NEARLY_SAME - 0.01, REPORTED, True, Level.PROBABLY),
        (NEARLY_SAME, REPORTED._replace(main_share=0.1), True, Level.PROBABLY),
    ],
)
def test_what_is_shared_decides_beside_the_score(
    score: float, shared: SharedHappening, is_one_event: bool, level: Level
) -> None:
    weighed = weigh_score(score, shared, is_one_event=is_one_event)
    assert Level.of_score(weighed) is level
    assert weigh_score(weighed, shared, is_one_event=is_one_event) == weighed


def test_a_score_is_never_raised_beyond_the_floor_of_its_level() -> None:
    assert weigh_score(NEARLY_SAME, REPORTED, is_one_event=True) == SAME_FLOOR
    assert weigh_score(0.97, REPORTED, is_one_event=True) == 0.97
    lowered = weigh_score(0.97, REPORTED._replace(is_reported=False), is_one_event=True)
    assert lowered == pytest.approx(CONFLICT_CEILING)


LEADS = (
    "VELMONT — Fishermen at the sluice described their horror and asked how a ferry of such "
    "size could turn so fast on a quay where swimmers, anglers and children meet.",
    "VELMONT — The captain of the Meridian was in critical condition on Thursday, a day after his "
    "ferry rammed the granite quay beside the sluice.",
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
    assert level_of_leads(compare_leads(*LEADS)) in (Level.RELATED, Level.PERHAPS)


def test_leads_of_one_happening_are_the_same() -> None:
    other = (
        "VELMONT — The captain of the Meridian is in critical condition since the ferry rammed "
        "the granite quay, a hospital said."
    )
    assert level_of_leads(compare_leads(LEADS[1], other)) is Level.SAME
