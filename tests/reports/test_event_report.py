from __future__ import annotations

import json
from datetime import date

import pytest
from rich.console import Console

from reader.archive.archive_events import find_event_origins
from reader.reports import event_report as report


@pytest.fixture(scope="module")
def listed(asked_archive):
    """The events of May with their origins."""
    events = asked_archive.events(date(2031, 5, 1)).events
    return [
        report.ListedEvent(
            number,
            event,
            find_event_origins([asked_archive.article(each.id) for each in event.articles]),
        )
        for number, event in enumerate(events, 1)
    ]


def test_lines_tell_size_outlets_and_copy(listed):
    lines = "\n".join(report.format_events_as_text(listed, ""))
    assert "2031-05-06: 2 articles, 2 outlets, 1 origin\n" in lines
    assert "one copy of Northwire in 2 articles: The Gazette, The Star" in lines
    assert "in the archive: 4, 5" in lines


def test_records_have_articles_and_origins(listed):
    records = list(map(json.loads, report.format_events_as_json(listed)))
    fire = next(each for each in records if each["articles"][0]["number"] == 4)
    assert fire["origins"] == [
        {"articles": [4, 5], "name": "Northwire", "why": fire["origins"][0]["why"]}
    ]
    assert fire["first_day"] == "2031-05-06"


def test_a_table_and_no_event(listed):
    console = Console(width=120, color_system=None)
    with console.capture() as capture:
        nothing = report.describe_nothing_found(7, 3)
        for table in (
            *report.build_event_tables(listed, ""),
            *report.build_event_tables([], nothing),
        ):
            console.print(table)
    assert "2 outlets" in capture.get()
    assert "in the archive: 4, 5" in capture.get()
    assert "7 articles of these days compared, no event that 3 outlets report" in capture.get()
    assert "no article with a date of these days" in report.describe_nothing_found(0, 3)
