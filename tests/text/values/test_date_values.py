"""Dates and times: what is read, how it is resolved, and how two of them compare."""

from __future__ import annotations

from datetime import date

import pytest

from reader.text.values import (
    ComparisonOutcome,
    DateValue,
    TimeValue,
    compare_values,
    find_dates,
    find_numbers,
    find_times,
    find_values,
)

EQUAL, DIFFERS, UNKNOWN = (
    ComparisonOutcome.EQUAL,
    ComparisonOutcome.DIFFERS,
    ComparisonOutcome.UNKNOWN,
)
FRIDAY = date(2024, 4, 26)


def only_date(text: str, reference: date | None = FRIDAY) -> DateValue:
    values = find_dates(text, reference)
    assert len(values) == 1, (text, values)
    return values[0]


def only_time(text: str) -> TimeValue:
    values = find_times(text)
    assert len(values) == 1, (text, values)
    return values[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26 April 2024", (2024, 4, 26)),
        ("April 26, 2024", (2024, 4, 26)),
        ("Apr. 26", (2024, 4, 26)),
        ("the 26th of April", (2024, 4, 26)),
        ("Friday, April 26", (2024, 4, 26)),
        ("2024-04-26", (2024, 4, 26)),
        ("26/04/2024", (2024, 4, 26)),
        ("04/26/2024", (2024, 4, 26)),
        ("26.04.2024", (2024, 4, 26)),
        ("December 30", (2023, 12, 30)),
        ("Tuesday", (2024, 4, 23)),
        ("Friday", (2024, 4, 26)),
        ("last Friday", (2024, 4, 19)),
        ("next Monday", (2024, 4, 29)),
        ("yesterday", (2024, 4, 25)),
        ("the day before yesterday", (2024, 4, 24)),
        ("this morning", (2024, 4, 26)),
        ("three days ago", (2024, 4, 23)),
        ("a day after Tuesday", (2024, 4, 24)),
        ("New Year's Eve", (2023, 12, 31)),
    ],
)
def test_a_day_is_resolved(text: str, day: tuple[int, int, int]) -> None:
    found = only_date(f"It began {text}.")
    assert found.first == found.last == date(*day)


def test_a_word_of_future_turns_a_weekday_ahead() -> None:
    assert only_date("The town will hold a vigil on Tuesday.").first == date(2024, 4, 30)
    assert only_date("The town will hold a vigil, he said on Tuesday.").first == date(2024, 4, 23)


def test_a_day_is_told_from_the_day_named_before() -> None:
    dates = find_dates("He was held on 3 April and freed two days later.", FRIDAY)
    assert [found.first for found in dates] == [date(2024, 4, 3), date(2024, 4, 5)]
    assert only_date("He was freed two days later.").first is None


def test_stretches_of_days() -> None:
    assert (only_date("in April 2024").first, only_date("in April 2024").last) == (
        date(2024, 4, 1),
        date(2024, 4, 30),
    )
    week = only_date("It fell last week.")
    assert (week.first, week.last) == (date(2024, 4, 15), date(2024, 4, 21))
    decade = only_date("It was the 1990s.")
    assert (decade.first, decade.last) == (date(1990, 1, 1), date(1999, 12, 31))
    both = only_date("April 26-28, 2024")
    assert (both.first, both.last) == (date(2024, 4, 26), date(2024, 4, 28))


@pytest.mark.parametrize(
    "text", ["They march on.", "It may rain.", "Sat down.", "31 April", "30/30/2024", "2024 people"]
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_dates(text, FRIDAY) == []


def test_figures_of_dates_and_times_are_no_numbers() -> None:
    text = "On 26 April 2024 at 10:30 some 12 men came."
    assert [value.stated for value in find_numbers(text)] == [12]
    assert len(find_values(text)) == 3


def test_dates_of_other_languages() -> None:
    assert find_dates("am 26. April 2024", None, "de")[0].first == FRIDAY
    assert find_dates("el 26 de abril de 2024", None, "es")[0].first == FRIDAY
    assert find_dates("26 avril 2024", None, "fr")[0].first == FRIDAY
    assert find_dates("26 April 2024", None, "xx") == []


def test_the_reference_is_checked() -> None:
    with pytest.raises(ValueError, match="1000"):
        find_dates("Tuesday", date(1, 1, 1))


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("on Tuesday", "on 23 April", EQUAL),
        ("on Wednesday", "on Friday", DIFFERS),
        ("on April 26", "on 26 April 2024", EQUAL),
        ("on April 26", "on April 27", DIFFERS),
        ("last week", "on Tuesday", DIFFERS),
        ("last week", "on 16 April", UNKNOWN),
        ("in April 2024", "on 16 April 2024", UNKNOWN),
        ("in 2023", "in 2024", DIFFERS),
        ("yesterday", "on Thursday", EQUAL),
        ("a week ago", "on 18 April", UNKNOWN),
    ],
)
def test_comparing_dates(one: str, other: str, outcome: ComparisonOutcome) -> None:
    first, second = only_date(f"They left {one}."), only_date(f"They came {other}.")
    assert compare_values(first, second).outcome is outcome
    assert compare_values(second, first).outcome is outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("on Tuesday", "on 23 April", UNKNOWN),
        ("on Tuesday", "on Wednesday", DIFFERS),
        ("on Tuesday", "on Tuesday", EQUAL),
        ("April 26", "26 April 2024", EQUAL),
        ("April 26", "27 April 2024", DIFFERS),
        ("yesterday", "26 April 2024", UNKNOWN),
        ("yesterday", "today", UNKNOWN),
    ],
)
def test_comparing_dates_without_a_reference(
    one: str, other: str, outcome: ComparisonOutcome
) -> None:
    first, second = only_date(f"They left {one}.", None), only_date(f"They came {other}.", None)
    assert compare_values(first, second).outcome is outcome
    assert compare_values(second, first).outcome is outcome


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10:30", {630, 1350}),
        ("22:30", {1350}),
        ("10.30am", {630}),
        ("10:30 p.m.", {1350}),
        ("10:30 p. m.", {1350}),
        ("half past ten", {630, 1350}),
        ("a quarter to five in the afternoon", {1005}),
        ("noon", {720}),
        ("midnight", {0}),
        ("5pm", {1020}),
        ("1030 GMT", {630}),
        ("ten o'clock", {600, 1320}),
    ],
)
def test_a_time_has_its_minutes(text: str, minutes: set[int]) -> None:
    assert only_time(f"It began at {text}.").minutes == minutes


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("10:30", "10.30am", EQUAL),
        ("10:30am", "10:30pm", DIFFERS),
        ("10:30", "half past ten", EQUAL),
        ("12 noon", "noon", EQUAL),
        ("3 a.m.", "3:15 a.m.", DIFFERS),
        ("shortly after 3 a.m.", "3:15 a.m.", UNKNOWN),
        ("10:30 GMT", "11:30 CET", EQUAL),
        ("10:30 GMT", "10:30 ET", UNKNOWN),
        ("10:30 p.m.", "7:30 p. m. PST", UNKNOWN),
        ("10:30 p.m.", "10:30 p.m. PST", EQUAL),
    ],
)
def test_comparing_times(one: str, other: str, outcome: ComparisonOutcome) -> None:
    first, second = find_times(f"It was {one}."), find_times(f"It was {other}.")
    assert len(first) == len(second) == 1
    assert compare_values(first[0], second[0]).outcome is outcome
    assert compare_values(second[0], first[0]).outcome is outcome


def test_a_time_is_no_number() -> None:
    numbers = find_numbers("1030 men")
    assert len(numbers) == 1
    assert compare_values(only_time("at 10:30"), numbers[0]).outcome is DIFFERS
