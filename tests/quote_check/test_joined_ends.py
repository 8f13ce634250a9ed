"""Ends of a sentence behind "and" that turn what is said before them, or only add to it."""

from __future__ import annotations

import pytest

from reader import check_quote


def needs_review(stated: str, end: str) -> bool:
    source = f"“{stated}{end},” said Ida Vance, the head of the port."
    return check_quote(stated, source, "Ida Vance").needs_review


@pytest.mark.parametrize(
    ("stated", "end"),
    [
        ("We invited the mayor to the harbour", ", and he stayed away"),
        ("They built the wall", ", and it fell"),
        ("We moved them off welfare", " and onto payrolls"),
        ("The price of a house is too high", " and out of reach"),
        ("We opened the school", ", and closed it again"),
        ("They won the vote", " and lost the town"),
        ("We went to the council", ", and the council did the opposite"),
        ("We went to the council", ", but the council did the opposite"),
        ("We took the money", ", and I take that back and they are right"),
    ],
)
def test_an_end_that_turns_the_statement_is_missed(stated: str, end: str) -> None:
    assert needs_review(stated, end)


@pytest.mark.parametrize(
    ("stated", "end"),
    [
        ("We mended the boats", ", and we painted the wall"),
        ("He came on Monday", ", and he stayed for a week"),
        ("We sang in Riga", " and in Ashford"),
        ("We met the mayor", ", and he told us about the harbour"),
        ("We saw the wall fall", ", and it was a sad day"),
        ("The wall fell on Monday", ", and the gates fell on Tuesday"),
        ("She mended the boat", " and took it to the harbour"),
        ("We lost twelve boats", " and nine houses"),
    ],
)
def test_an_end_that_only_adds_to_it_is_not(stated: str, end: str) -> None:
    assert not needs_review(stated, end)
