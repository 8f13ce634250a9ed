"""The one form in which dates are shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.metadata.date_forms import format_date, readable_date


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("2029-03-07T18:05:00EET", "2029-03-07 18:05 EET"),
        ("20290307T180500+0900", "2029-03-07 18:05 +09:00"),
        ("20290307", "2029-03-07"),
        ("2029-03-07T18:05:12.5+02", "2029-03-07 18:05 +02:00"),
        ("2029-03-07T18:05+01:00[Europe/Oslo]", "2029-03-07 18:05 +01:00"),
        ("2029-03-07 18:05:00 Europe/Oslo", "2029-03-07 18:05 Europe/Oslo"),
        ("1867593900", "2029-03-07 16:05 UTC"),
        ("1867593900000", "2029-03-07 16:05 UTC"),
        ("Wed, 07 Mar 2029 18:05:00 +0200", "2029-03-07 18:05 +02:00"),
    ],
)
def test_a_date_of_a_machine_becomes_readable(stated: str, shown: str) -> None:
    assert format_date(stated) == shown
    assert readable_date(stated) == shown


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("7 March 2029", "2029-03-07"),
        ("Wed 7 Mar 2029 18.05 GMT", "2029-03-07 18:05 UTC"),
        ("March 7, 2029 6:05 pm EST", "2029-03-07 18:05 EST"),
        ("6:05 a.m. EST, March 7, 2029", "2029-03-07 06:05 EST"),
        ("12:30 am, 7 March 2029", "2029-03-07 00:30"),
        ("7. März 2029, 18.05 Uhr", "2029-03-07 18:05"),
        ("7. März 2029, 18.05 Uhr MEZ", "2029-03-07 18:05 MEZ"),
        ("7 maart 2029 om 18.05 uur CET", "2029-03-07 18:05 CET"),
        ("7 марта 2029, 18:05 МСК", "2029-03-07 18:05 МСК"),
        ("7 mars 2029 à 18h05", "2029-03-07 18:05"),
        ("7 de marzo de 2029 a las 18:05", "2029-03-07 18:05"),
        ("7 марта 2029 г., 18:05", "2029-03-07 18:05"),
        ("7. maaliskuuta 2029 klo 18.05", "2029-03-07 18:05"),
        ("2029. gada 7. martā, 18:05", "2029-03-07 18:05"),
        ("2029年3月7日 18時05分", "2029-03-07 18:05"),
        ("2029년 3월 7일 18:05", "2029-03-07 18:05"),
        ("07.03.2029 18:05", "2029-03-07 18:05"),
        ("23/03/2029", "2029-03-23"),
        ("Wed Mar 07 2029 18:05:00 GMT+0200 (EET)", "2029-03-07 18:05 +02:00"),
    ],
)
def test_a_printed_date_is_shown_in_the_one_form(printed: str, shown: str) -> None:
    assert readable_date(printed) == shown
    assert format_date(printed) == printed


@pytest.mark.parametrize(
    "printed", ["04/05/2029", "7 March", "March 2029", "2029-13-45", "31 February 2029",
                "3 hours ago", "105092", "2029", "20299999"],
)  # fmt: skip
def test_a_date_in_doubt_stays_as_printed(printed: str) -> None:
    assert readable_date(printed) == printed


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 12, 31)),
    st.integers(-12, 14),
)
def test_every_iso_date_is_shown_to_the_minute(moment: datetime, hours: int) -> None:
    stated = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    shown = format_date(stated.isoformat())
    assert shown.startswith(f"{stated:%Y-%m-%d %H:%M}")
    assert format_date(shown) == shown
    basic = f"{stated:%Y%m%dT%H%M%S%z}"
    assert format_date(basic) == shown


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31)))
def test_a_day_is_the_same_in_every_spelling(day: date) -> None:
    spellings = (
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%a %d %b %Y}",
        f"{day:%d.%m.%Y}",
    )
    assert {readable_date(spelling) for spelling in spellings} == {day.isoformat()}


@given(st.text(max_size=80))
def test_any_text_is_returned_or_has_a_day(text: str) -> None:
    shown = readable_date(text)
    assert shown == text or date.fromisoformat(shown[:10])
