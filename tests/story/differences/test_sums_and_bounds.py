"""Figures that measure two things, and figures of which both may be right."""

from __future__ import annotations

import pytest

from tests.story.differences.test_difference_finding import compare_texts, list_facts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A verb "to be" that one of them leaves out.
        (
            "A Velmont harbour vote expected Wednesday ends the fight over the ferry of Ozols.",
            "A Velmont harbour vote is expected Wednesday, which ends the fight over the ferry of "
            "Ozols.",
        ),
        # One error in signs and in words.
        (
            "All polls of the harbour office of Velmont have a sampling error of +/- 3 percentage "
            "points.",
            "The harbour polls of Velmont have margins of error of plus or minus three percentage "
            "points.",
        ),
        # A change and a level.
        (
            "Finding deficit reductions of up to $85 billion would put off the cuts in the harbour "
            "of Velmont.",
            "The harbour deficit of Velmont will shrink this year to $845 billion if the cuts do "
            "not begin.",
        ),
        # Sums that are made of other things, and one of ten years.
        (
            "The Velmont harbour proposal of Ozols included $400 billion in savings over 10 years.",
            "The harbour proposal of Ozols in Velmont could generate about $580 billion in revenue "
            "over 10 years.",
        ),
        (
            "Limits on harbour accounts of pilots of Velmont could generate about $580 billion in "
            "revenue over 10 years.",
            "Limits on harbour accounts of pilots of Velmont could generate $9 billion in new "
            "harbour revenue.",
        ),
        # Rough figures.
        (
            "The attack on the Velmont harbour killed more than a thousand pilots.",
            "The attack killed more than 1,400 pilots in the harbour of Velmont.",
        ),
        (
            "The plan brings cuts of $23 billion to the harbour of Velmont.",
            "The plan brings the harbour of Velmont cuts of roughly $20 billion.",
        ),
    ],
)
def test_both_may_be_right(one: str, other: str) -> None:
    assert list_facts(compare_texts(one, other)) == []
    assert list_facts(compare_texts(other, one)) == []


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        (
            "The harbour deficit of Velmont shrank by $85 million this year, the office said.",
            "This year the harbour deficit of Velmont shrank by $95 million, the office said.",
            ["$85 million", "$95 million"],
        ),
        (
            "The attack on the Velmont harbour killed more than a thousand pilots.",
            "The attack killed more than 2,400 pilots in the harbour of Velmont.",
            ["more than a thousand", "more than 2,400"],
        ),
        # Bounds that exclude each other.
        (
            "Crowds of just over 2,000 people gathered at the harbour of Velmont to greet Ozols.",
            "In Velmont just under 2,000 people gathered at the harbour, greeting Ozols.",
            ["just over 2,000", "just under 2,000"],
        ),
        # Decimals are no rounding of each other.
        (
            "With 99.5 percent of the harbour precincts of Velmont counted, Ozols led.",
            "Ozols led in Velmont with 99.6 percent of harbour precincts counted.",
            ["99.5 percent", "99.6 percent"],
        ),
    ],
)
def test_figures_that_exclude_each_other_differ(one: str, other: str, figures: list[str]) -> None:
    assert [texts for _, texts in list_facts(compare_texts(one, other))] == [figures]
    assert [texts for _, texts in list_facts(compare_texts(other, one))] == [figures[::-1]]
