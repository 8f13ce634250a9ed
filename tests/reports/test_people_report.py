"""The people of a coverage as lines, JSON, CSV and tables."""

from __future__ import annotations

import csv
import json

import pytest
from rich.console import Console

from reader.reports.people_records import NOT_STATED, format_people_as_csv, format_people_as_json
from reader.reports.people_report import (
    NOBODY_NAMED,
    build_people_tables,
    format_people_as_text,
)
from reader.story import CoveragePeople
from tests.story.people_texts import COURIER, HERALD, people_of

UNSTATED = "\n\nThe hearing ended. “Nobody will ever know it.”"


@pytest.fixture(scope="module")
def people() -> CoveragePeople:
    return people_of(HERALD, COURIER + UNSTATED)


def test_json_has_one_object_a_person_and_then_what_is_unknown(people: CoveragePeople) -> None:
    *rows, last = [json.loads(line) for line in format_people_as_json(people)]
    assert len(rows) == len(people.persons) + len(people.others)
    vance = rows[0]
    assert (vance["name"], vance["kind"]) == ("Ida Vance", "person")
    sources = [article.source for article in people.articles]
    assert vance["heard_in"] == sources
    here, there = vance["articles"]
    assert here["direct"] == {"times": 1, "words": 19, "uncounted": 0}
    assert there["descriptions"][0]["text"] == "the owner of the only ferry"
    assert there["verbs"] == [{"verb": "insist", "stance": "asserting", "times": 1}]
    assert [count["times"] for count in last["unknown"]] == [0, 1]


def test_places_in_json_are_those_of_the_words(people: CoveragePeople) -> None:
    *rows, _ = [json.loads(line) for line in format_people_as_json(people)]
    paragraphs = {article.source: article.paragraphs for article in people.articles}
    titles = [
        (cell["article"], title)
        for row in rows
        for cell in row["articles"]
        for title in (*cell["titles"], *cell["descriptions"])
    ]
    assert titles
    for source, title in titles:
        text = paragraphs[source][title["paragraph"] - 1].text
        assert text[title["start"] : title["end"]] == title["text"]


def test_csv_has_a_row_for_every_article_of_a_person(people: CoveragePeople) -> None:
    heading, *rows = csv.reader(format_people_as_csv(people))
    assert {len(row) for row in rows} == {len(heading)}
    assert sum(row[0] == "Ida Vance" for row in rows) == 2
    (unknown,) = [row for row in rows if row[1] == NOT_STATED]
    named = dict(zip(heading, unknown, strict=True))
    assert (named["perhaps_times"], named["perhaps_words"]) == ("1", "5")


def test_lines_say_who_is_heard_where_and_who_never(people: CoveragePeople) -> None:
    lines = list(format_people_as_text(people))
    assert lines[0] == "3 persons heard, 2 in one article only; 3 named and never heard."
    assert lines[1] == "Speaker not stated: [2] 1× 5 words."
    (vance,) = [line for line in lines if "\tIda Vance\t" in line]
    assert "[1] ¶2 direct 1× 19 words" in vance
    assert "“the owner of the only ferry”" in vance
    assert lines.index("heard") < lines.index("named, never heard") < lines.index("other speakers")


def test_tables_show_the_same(people: CoveragePeople) -> None:
    console = Console(width=120, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        for table in build_people_tables(people):
            console.print(table)
    shown = captured.get()
    assert "Ida Vance" in shown
    assert "named, never heard" in shown
    assert "organisation" in shown or "office" in shown


def test_nobody_is_said_to_be_named() -> None:
    nobody = people_of("Rain\n\nIt rained all day. Then it stopped.")
    assert list(format_people_as_text(nobody)) == [NOBODY_NAMED]
    assert len(list(build_people_tables(nobody))) == 1


def test_markup_in_a_name_is_printed_as_it_is() -> None:
    people = people_of("Day\n\n“It is late,” said Ann Lee, the owner of [bold]Ob[/bold].")
    console = Console(width=120, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        for table in build_people_tables(people):
            console.print(table)
    assert "[bold]Ob[/bold]" in captured.get()


def test_of_one_article_nobody_is_said_to_be_in_it_only() -> None:
    lines = list(format_people_as_text(people_of(HERALD)))
    assert lines[0] == "2 persons heard; 2 named and never heard."
