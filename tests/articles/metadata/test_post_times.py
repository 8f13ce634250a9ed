"""Lines that say when something was posted."""

from __future__ import annotations

import pytest

from reader.articles.metadata.post_times import has_time_of_day, is_post_time


@pytest.mark.parametrize(
    "line",
    ["2 hours ago", "17.41 GMT", "Updated at 4:02 p.m. ET", "18:32 Uhr", "vor 3 Stunden",
     "hace 2 horas", "il y a 5 minutes", "2h ago"],
)  # fmt: skip
def test_a_line_of_clock_time_or_age_is_a_post_time(line: str) -> None:
    assert is_post_time(line)


@pytest.mark.parametrize("line", ["Ten days", "At 17.41 the boat left", "1989", "May", "3 boats"])
def test_a_line_with_other_words_or_without_a_clock_is_no_post_time(line: str) -> None:
    assert not is_post_time(line)


def test_a_time_of_day_counts_in_a_short_line_only() -> None:
    line = "May 6, 2024 at 7:25 PM"
    assert has_time_of_day(line)
    assert not has_time_of_day("May 6, 2024")
    assert not has_time_of_day(line + " in the harbour" * 6)
