"""Cuts and attributions as editors make them, and what they may not hide."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quotes


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "“I’ve been on the quay for 19 years, and I’ve never met Joe Marsh,” said Kevin Parr.",
            "Kevin Parr said he has “never met Joe Marsh.”",
        ),
        (
            "“How about the mayor starts it off in May?” asked Kevin Parr.",
            "“How about the mayor starts it off?” Kevin Parr asked.",
        ),
        (
            "“We know what is in the bill,” Sens. Ned Cobb, R-Texas; and Mike Lee, R-Utah, said.",
            "“We know what is in the bill,” Ned Cobb and Mike Lee wrote.",
        ),
    ],
)
def test_an_editors_cut_is_harmless(source: str, draft: str) -> None:
    (check,) = check_quotes(draft, f"A day in Leith\n{source}")
    assert not check.needs_review


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "“As a rowing coach told me, Vance has some boats, but Marsh is mad,” said Kevin Parr.",
            "“Marsh is mad,” Kevin Parr said.",
        ),
        (
            "“According to my aunt, Vance has some boats; Marsh is mad,” said Kevin Parr.",
            "“Marsh is mad,” Kevin Parr said.",
        ),
        (
            "“We know what is in the bill,” Mike Lee told Ned Cobb.",
            "“We know what is in the bill,” Ned Cobb and Mike Lee wrote.",
        ),
        (
            "“Has the mayor sold the boats?” asked Kevin Parr.",
            "“The mayor sold the boats,” Kevin Parr said.",
        ),
    ],
)
def test_another_claim_or_speaker_needs_a_look(source: str, draft: str) -> None:
    (check,) = check_quotes(draft, f"A day in Leith\n{source}")
    assert check.needs_review
