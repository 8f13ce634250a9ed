"""The valid arguments of the methods of an archive."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reader.archive.archive import Archive
from reader.archive.archive_arguments import check_days, check_number, read_outlets


@pytest.mark.parametrize("wrong", [-1, True, 2.0, "3"])
def test_what_is_no_number_from_zero_on_is_named(wrong):
    with pytest.raises(ValueError, match="days must be a whole number from 0 on"):
        check_number("days", wrong, least=0)
    check_number("days", 0, least=0)
    check_number("days", None)


def test_a_time_of_day_is_no_day():
    with pytest.raises(ValueError, match="since must be a datetime"):
        check_days(since=datetime(2031, 5, 4, 12, 30), until=None)
    check_days(since=date(2031, 5, 4), until=None)


def test_one_text_is_no_list_of_outlets():
    with pytest.raises(ValueError, match="a list of names"):
        read_outlets("The Herald")
    with pytest.raises(ValueError, match="a list of names"):
        read_outlets([1])  # type: ignore[list-item]
    assert read_outlets(["The Herald"]) == ("the herald",)


def test_an_archive_refuses_before_it_opens_anything(tmp_path):
    with pytest.raises(ValueError, match="top"), Archive.open(tmp_path / "none") as archive:
        archive.find("harbour", top=0)
