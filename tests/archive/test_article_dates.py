"""The date of an article, and where it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reader.archive.article_dates import (
    ArticleDate,
    DateSource,
    day_number,
    find_article_date,
    read_day,
)


@pytest.fixture
def article(make_article):
    return make_article("herald", "The ferry struck the pier.")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2031-05-04", date(2031, 5, 4)),
        ("2031-05-04T17:40:00+02:00", date(2031, 5, 4)),
        ("May 4, 2031", date(2031, 5, 4)),
        ("Sun, 04 May 2031 17:40:00 GMT", date(2031, 5, 4)),
        ("04/05/2031", None),
        ("yesterday", None),
    ],
)
def test_stated_date(article, printed, day):
    found = find_article_date(replace(article, published=printed))
    assert found == ArticleDate(day, DateSource.STATED if day else DateSource.UNKNOWN)


def test_date_of_a_page(article):
    found = find_article_date(replace(article, published="2031-05-04"), is_page=True)
    assert found == (date(2031, 5, 4), DateSource.PAGE)


def test_update_where_no_publication_is_stated(article):
    found = find_article_date(replace(article, updated="2031-05-05"))
    assert found.day == date(2031, 5, 5)


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("/corpus/2031-05-04-ferry.txt", date(2031, 5, 4)),
        ("/corpus/20310504_ferry.txt", date(2031, 5, 4)),
        ("https://example.org/news/2031/05/04/ferry", date(2031, 5, 4)),
        (r"C:\corpus\2031\05\04\ferry.txt", date(2031, 5, 4)),
        ("/disk-20260101/a/b/c/d/ferry.txt", None),
        ("/corpus/2031-13-40-ferry.txt", None),
        ("/corpus/120310504.txt", None),
        ("/corpus/ferry.txt", None),
    ],
)
def test_date_in_a_name(article, place, day):
    found = find_article_date(article, place=place)
    assert found == ArticleDate(day, DateSource.FILE if day else DateSource.UNKNOWN)


def test_name_is_more_than_when_it_was_captured(article):
    found = find_article_date(article, place="https://e.org/2031/05/04/a", captured="2031-06-01")
    assert found == (date(2031, 5, 4), DateSource.FILE)
    found = find_article_date(article, place="https://e.org/a", captured="2031-06-01T08:00:00Z")
    assert found == (date(2031, 6, 1), DateSource.CRAWL)


def test_days_are_numbered():
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1969, 12, 31)) == -1
    assert read_day("2031-02-30") is None
