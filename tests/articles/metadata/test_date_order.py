"""Which of two printed dates is the earlier one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.metadata.date_order import compare_dates, find_latest


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("4 May 2031", "5 May 2031", -1),
        ("2031-05-04T17:40:00Z", "4 May 2031 18:10 UTC", -1),
        ("2031-05-04T17:40+02:00", "2031-05-04T16:10Z", -1),
        ("2031-05-04 17:40", "2031-05-04 17:40", 0),
        ("5 May 2031 09:10", "4 May 2031", 1),
        ("4 May 2031 09:10", "4 May 2031", None),
        ("4 May 2031", "4 May 2031", None),
        ("04/05/2031", "5 May 2031", None),
        ("Monday", "5 May 2031", None),
        ("2031-05-04 17:40 EST", "2031-05-04 19:40 CET", None),
        ("2031-05-04 17:40 EST", "2031-05-08 19:40 CET", -1),
    ],
)
def test_dates_are_ordered_where_they_tell(one: str, other: str, expected: int | None) -> None:
    assert compare_dates(one, other) == expected


@given(st.datetimes(), st.datetimes())
def test_the_order_of_two_dates_turns_with_them(one, other) -> None:
    here, there = (f"{each:%Y-%m-%d %H:%M}" for each in (one, other))
    order = compare_dates(here, there)
    assert compare_dates(there, here) == (None if order is None else -order)


def test_the_latest_of_dates_is_one_that_none_is_later_than() -> None:
    assert find_latest(["4 May 2031", "6 May 2031", "5 May 2031"]) == 1
    assert find_latest(["4 May 2031", "last week"]) == 0
    assert find_latest([]) is None
