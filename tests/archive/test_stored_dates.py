"""The date of an article that states none, from the archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reader.archive.archive import Archive
from reader.archive.article_dates import ArticleDate, DateSource
from reader.archive.stored_dates import date_article, find_known_date

pytestmark = pytest.mark.usefixtures("indexes_library")


@pytest.fixture
def archive(tmp_path, make_records, write_lines):
    """An archive with three articles."""
    with Archive.open(tmp_path / "archive") as archive:
        archive.add(write_lines(tmp_path / "news.jsonl", make_records(3)), processes=1)
        yield archive


def test_the_same_article_without_its_date_has_that_of_the_archive(archive):
    article = replace(archive.article(1), published=None)
    assert find_known_date(article, archive.store) == (date(2031, 5, 2), DateSource.STATED)
    assert archive.similar(article).window.date.day == date(2031, 5, 2)


def test_the_same_words_of_another_outlet_do_not_tell_it(archive):
    article = replace(archive.article(1), published=None, outlet="The Mail", source="mail.txt")
    assert find_known_date(article, archive.store).day is None


def test_a_crawl_is_told_and_is_no_date_of_publication(archive):
    crawled = replace(archive.store.read(1), date=date(2031, 6, 1), date_source=DateSource.CRAWL)
    article = date_article(replace(archive.article(1), published=None), crawled)
    assert article.published is None
    assert article.notes[-1].startswith("crawled on 2031-06-01")
    assert ArticleDate(date(2031, 6, 1), DateSource.CRAWL).published is None
