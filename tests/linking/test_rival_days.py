"""Two alike happenings of one week that several articles report."""

from __future__ import annotations

from itertools import permutations

import pytest

from reader.articles import parse_article
from reader.coverage import Coverage, compare
from reader.linking import Level

MEET = "The prime ministers of Zelba and Norland meet in the old town hall"
AND_MEET = f"{MEET[0].lower()}{MEET[1:]}"
HERALD = (
    f"{MEET} on Sunday. They will have dinner in the old town hall with the fishermen.",
    f"On Thursday {AND_MEET} for the signing.",
    "The treaty runs out in June, and both sides want more cod.",
)
COURIER = (
    f"{MEET} on Thursday to sign the treaty.",
    f"The first of two meetings was on Sunday: {AND_MEET} with fishermen at dinner.",
    "Fishermen of both countries blocked the harbour with eleven boats.",
)
STAR = (
    f"{MEET} on Thursday to sign a treaty on cod.",
    "Scientists warn that the cod needs rest until June.",
)


def compare_texts(*texts: tuple[str, ...]) -> Coverage:
    return compare(
        [parse_article("\n\n".join(text), source=text[0], name=text[0]) for text in texts]
    )


def find_levels(coverage: Coverage) -> dict[frozenset[str], Level]:
    return {
        frozenset(end.paragraph.text for end in link.passages): link.level
        for link in coverage.links()
    }


def test_two_days_that_both_articles_tell_are_two_moments_and_no_contradiction() -> None:
    coverage = compare_texts(HERALD, COURIER)
    levels = find_levels(coverage)
    assert levels[frozenset((HERALD[0], COURIER[1]))] is Level.SAME
    assert levels[frozenset((HERALD[1], COURIER[0]))] is Level.SAME
    crossed = frozenset((HERALD[1], COURIER[1]))
    assert levels[crossed] is Level.RELATED
    assert coverage.differences == ()
    link = next(
        link
        for link in coverage.links()
        if frozenset(end.paragraph.text for end in link.passages) == crossed
    )
    assert "both articles tell what was on each" in str(coverage.evidence(link))


def test_a_day_that_one_article_alone_tells_may_be_a_contradiction() -> None:
    sunday_alone = (HERALD[0], HERALD[2])
    coverage = compare_texts(sunday_alone, STAR)
    assert [difference.kind.value for difference in coverage.differences] == ["date"]


@pytest.mark.parametrize("order", permutations((HERALD, COURIER, STAR)))
def test_crossed_days_are_the_same_in_every_order_of_the_articles(order) -> None:
    assert find_levels(compare_texts(*order)) == find_levels(compare_texts(HERALD, COURIER, STAR))
