"""What makes two sentences two moments, and what is one moment told differently."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.coverage import compare
from reader.linking import Level
from reader.linking.conflicts import ConflictKind, find_conflict_signs, find_conflicts

PARALLEL = [
    (
        "The Senate passed the harbour bill without debate",
        "The House passed the harbour bill without debate",
        ["other body: Senate / The House"],
    ),
    (
        "Governor Ann Selby signed the harbour bill into law",
        "Governor Ann Selby vetoed the harbour bill",
        ["other side: signed / vetoed"],
    ),
    (
        "Ann Selby checks into the Velmont clinic near the harbour",
        "Ann Selby checked out of the Velmont clinic at the harbour",
        ["other side: checks into / checked out of"],
    ),
    (
        "The council enacted the harbour toll for ferries",
        "The council repealed the harbour toll for ferries",
        ["other side: enacted / repealed"],
    ),
    (
        "Zelba police arrested a ferry captain after the harbour fire",
        "Zelba police freed a ferry captain after the harbour fire",
        ["other side: arrested / freed"],
    ),
    (
        "Ferry fire kills 20 in northern Zelba",
        "Ferry fire kills 40 in northern Ostrava",
        ["other place: Zelba / Ostrava", "other number: 20 / 40"],
    ),
    (
        "The mayor opened the new bridge on Wednesday.",
        "The mayor opened the new bridge on Friday.",
        ["other day: Wednesday / Friday"],
    ),
    (
        "Mayor Selby stood firm Friday on the harbour toll after her second meeting with the "
        "shippers broke up with no deal, and said that the shutdown of the port could last.",
        "ZELBA — Mayor Selby and the shippers dug in Wednesday for a long shutdown of the port "
        "after a meeting at the town hall — the first in weeks — could not bring a deal.",
        ["other day: Friday / Wednesday"],
    ),
    (
        "Mayor Ann Selby said Sunday that the bridge is safe.",
        "The bridge is safe, Mayor Selby told engineers at the bridge on Friday.",
        ["other day: Sunday / Friday"],
    ),
]
NOT_PARALLEL = [
    (
        "Police arrested a captain after the harbour fire.",
        "The captain was arrested after the harbour fire and released at noon.",
    ),
    (
        "A fire at the harbour killed a guard, officials said Saturday.",
        "A fire broke out Friday at the harbour, killing a guard.",
    ),
    (
        "The mayor opened the bridge on Wednesday, a day after the old one closed.",
        "The old bridge closed and the mayor opened the new bridge on Tuesday.",
    ),
    (
        "The mayor also opened the bridge for cyclists on Wednesday.",
        "The mayor opened the bridge for cyclists on Friday.",
    ),
    ("The fire at the harbour began Friday night.", "Fire swept the harbour early Saturday."),
    (
        "Selby hurt his knee last Thursday and coach Ann Orr said the club put him on the list.",
        "The club put Selby on the list of injured players Wednesday, coach Orr announced.",
    ),
    ("The House and the Senate passed the bill on harbours.", "The Senate passed the bill."),
    ("The mayor signed the book of guests.", "The council vetoed a budget for schools."),
    ("Ferry fire kills 20 in northern Zelba", "Ferry fire kills 20 off Ostrava"),
]


@pytest.mark.parametrize(("here", "there", "words"), PARALLEL)
def test_what_makes_two_moments_is_found(here: str, there: str, words: list[str]) -> None:
    found = find_conflicts(here, there)
    assert [str(conflict) for conflict in found] == words
    assert all(conflict.is_other_moment for conflict in found)


@pytest.mark.parametrize(("here", "there", "_words"), PARALLEL)
def test_conflicts_are_the_same_from_both_sides(here: str, there: str, _words: list[str]) -> None:
    turned = [conflict.turned() for conflict in find_conflicts(there, here)]
    assert turned == list(find_conflicts(here, there))


@pytest.mark.parametrize(("here", "there"), NOT_PARALLEL)
def test_other_words_alone_make_no_other_moment(here: str, there: str) -> None:
    assert [c for c in find_conflicts(here, there) if c.is_other_moment] == []


@pytest.mark.parametrize(("here", "there", "_words"), PARALLEL)
def test_sentences_that_conflict_have_a_common_sign(
    here: str, there: str, _words: list[str]
) -> None:
    assert find_conflict_signs(here) & find_conflict_signs(there)
    assert find_conflict_signs("Nothing of the kind was said of the ferry.") == 0


def test_a_rival_figure_is_one_moment_told_differently() -> None:
    here = "The crash on the coast road hurt 12 people, a doctor said."
    there = "A crash on the coast road has hurt 15 people."
    (conflict,) = find_conflicts(here, there)
    assert conflict.kind is ConflictKind.NUMBER
    assert not conflict.is_other_moment
    assert [here[slice(*conflict.span_here)], there[slice(*conflict.span_there)]] == ["12", "15"]


def test_paragraphs_that_conflict_are_related_and_say_why() -> None:
    opening = "The ferry company of Zelba has a new owner. "
    act = "The mayor of Zelba, Ann Selby, opened the restored lighthouse bridge on {}."
    other = "Tourists from Ostrava admired the carved granite railings of the pier."
    texts = [f"{opening}\n\n{act.format(day)}\n\n{other}" for day in ("Wednesday", "Friday")]
    coverage = compare(
        [parse_article(t, source=n, name=n) for n, t in zip("ab", texts, strict=True)]
    )
    link = next(
        each
        for each in coverage.links()
        if "Wednesday" in each.here.text and "Friday" in each.there.text
    )
    assert link.level is Level.RELATED
    (conflict,) = coverage.conflicts(link)
    assert str(conflict) == "other day: Wednesday / Friday"
    reasons = coverage.evidence(link).reasons
    assert reasons[0] == "other day: Wednesday / Friday"
    assert 1 < len(reasons) <= 3
    assert link.here.paragraph.text[slice(*conflict.span_here)] == "Wednesday"
    assert link.there.paragraph.text[slice(*conflict.span_there)] == "Friday"
