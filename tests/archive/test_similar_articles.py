from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.article_dates import ArticleDate, DateSource
from reader.archive.date_windows import DateWindow, describe_distance
from reader.archive.search_index import SearchFilter
from reader.archive.similar_articles import find_similar


def test_articles_on_the_event_come_first(asked_archive):
    archive = asked_archive
    found = find_similar(archive.article(1), archive.store, archive.indexes).found
    assert {each.stored.id for each in found if each.is_likely} == {2, 3}


def test_without_a_date_an_article_is_only_perhaps_on_the_event(asked_archive):
    found = find_similar(asked_archive.article(1), asked_archive.store, asked_archive.indexes).found
    by_number = {each.stored.id: each for each in found}
    assert by_number[3].days_apart is None
    assert {number for number, each in by_number.items() if each.is_same_event} == {2}


def test_the_article_itself_is_left_out(asked_archive):
    article = replace(asked_archive.article(1), source="elsewhere.txt")
    found = find_similar(article, asked_archive.store, asked_archive.indexes).found
    assert 1 not in {each.stored.id for each in found}


def test_reasons_name_what_both_have_and_the_days_between(asked_archive):
    found = find_similar(asked_archive.article(1), asked_archive.store, asked_archive.indexes).found
    reasons = next(each.reasons for each in found if each.stored.id == 2)
    assert "Tolmouth" in reasons[0]
    assert reasons[1] == "1 day later"


def test_days_outside_the_window_are_left_out_and_undated_ones_stay(asked_archive):
    article = asked_archive.article(1)
    found = find_similar(article, asked_archive.store, asked_archive.indexes, days=0)
    dates = {each.stored.date for each in found.found}
    assert 3 in {each.stored.id for each in found.found}
    assert dates <= {None, date(2031, 5, 4)}


def test_articles_of_another_language_are_left_out(asked_archive):
    german = asked_archive.article(6)
    found = find_similar(german, asked_archive.store, asked_archive.indexes)
    assert found.language == "de"
    assert {each.article.language for each in found.found} <= {"de"}


def test_an_article_without_a_date_is_looked_for_on_all_days(asked_archive):
    article = replace(
        asked_archive.article(1), published=None, outlet="Other", source="nothing.txt"
    )
    found = find_similar(article, asked_archive.store, asked_archive.indexes)
    assert not found.window.is_bounded
    assert "all days" in found.window.describe()
    assert {1, 2, 3} & {each.stored.id for each in found.found}


def test_an_article_without_words_finds_nothing(asked_archive, make_article):
    article = make_article("a", "… !")
    assert find_similar(article, asked_archive.store, asked_archive.indexes).found == ()


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (DateWindow(), "no date is known"),
        (DateWindow(ArticleDate(date(2031, 5, 4), DateSource.PAGE), 3), "of the page; 3 days"),
        (DateWindow(ArticleDate(date(2031, 5, 4), DateSource.FILE), 1), "name; 1 day before"),
        (DateWindow(ArticleDate(date(2031, 5, 4), DateSource.STATED), 0), "that day"),
        (DateWindow(ArticleDate(date(2031, 5, 4), DateSource.STATED), None), "all days"),
    ],
)
def test_a_window_says_which_date_it_used(window, words):
    assert words in window.describe()


def test_a_narrow_dialog_says_it_briefly():
    date_of_article = ArticleDate(date(2031, 5, 4), DateSource.PAGE)
    assert DateWindow().describe_briefly() == "no date known: all days searched"
    brief = DateWindow(date_of_article, 3).describe_briefly()
    assert brief == "date used: 2031-05-04 (page) ± 3 days, or no date"
    assert "all days" in DateWindow(date_of_article).describe_briefly()


def test_a_window_without_a_date_leaves_nothing_out():
    assert DateWindow(days=3).to_filter("en") == SearchFilter(language="en")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_the_distance_of_two_days_is_told_in_words(day, distance):
    other = date.fromordinal(day.toordinal() + distance)
    told = describe_distance(day, other)
    assert ("earlier" in told, "later" in told) == (distance < 0, distance > 0)
    assert (distance == 0) == (told == "the same day")


def test_the_distance_of_an_unknown_day_is_empty():
    assert describe_distance(None, date(2031, 5, 4)) == ""
