"""Dates in the forms that sites print."""

from __future__ import annotations

import pytest

from reader.articles.metadata.dates import find_date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("April 23, 20241:04 PM GMT+2Updated 3 hours ago", "April 23, 20241:04 PM GMT+2"),
        ("2024年5月18日 18時30分", "2024年5月18日 18時30分"),
        ("19 Settembre 2024 alle 01:00", "19 Settembre 2024 alle 01:00"),
        ("Publié le 25 août 2024 à 06h00", "25 août 2024 à 06h00"),
        ("Issued on: 02/07/2024 - 08:40", "02/07/2024 - 08:40"),
    ],
)
def test_a_date_is_given_as_printed(line: str, date: str) -> None:
    found = find_date(line)
    assert found
    assert line[found.span] == date
