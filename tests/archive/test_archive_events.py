from __future__ import annotations

from datetime import date

import pytest

from reader.archive.archive_events import find_event_origins
from reader.errors import StoppedError

SINCE = date(2031, 5, 1)


def test_articles_on_one_event_are_together(asked_archive):
    found = asked_archive.events(SINCE)
    groups = [{each.id for each in event.articles} for event in found.events]
    assert {4, 5} in groups
    assert {1, 2} in groups


def test_an_event_tells_its_outlets_days_and_label(asked_archive):
    event = next(
        event
        for event in asked_archive.events(SINCE).events
        if 1 in {each.id for each in event.articles}
    )
    assert event.outlets == ("The Courier", "The Herald")
    assert (event.first_day, event.last_day) == (date(2031, 5, 4), date(2031, 5, 5))
    assert "wall" in event.label


def test_events_of_fewer_outlets_and_other_days_are_left_out(asked_archive):
    assert asked_archive.events(SINCE, outlets=3).events == ()
    assert asked_archive.events(date(2032, 1, 1)).events == ()
    until = asked_archive.events(SINCE, date(2031, 5, 5)).events
    assert 4 not in {each.id for event in until for each in event.articles}


def test_articles_without_a_date_are_in_no_event(asked_archive):
    found = asked_archive.events(SINCE, outlets=1)
    assert 3 not in {each.id for event in found.events for each in event.articles}
    assert found.articles_read == len(asked_archive) - 1


def test_progress_is_told_and_the_work_can_be_stopped(asked_archive):
    told = []
    asked_archive.events(SINCE, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    with pytest.raises(StoppedError):
        asked_archive.events(SINCE, is_cancelled=lambda: True)


def test_origins_say_which_articles_carry_one_copy(asked_archive):
    articles = [asked_archive.article(number) for number in (1, 4, 5)]
    origins = find_event_origins(articles)
    assert [origin.articles for origin in origins] == [(0,), (1, 2)]
    assert origins[1].name == "Northwire"
