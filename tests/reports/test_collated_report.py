"""The collated story as lines, JSON, CSV and tables."""

from __future__ import annotations

import csv
import json

import pytest
from rich.console import Console

from reader import article_from_text, compare, open_articles
from reader.coverage import Coverage
from reader.reports.collated_records import format_collated_as_csv, format_collated_as_json
from reader.reports.collated_report import (
    NOTHING_TO_COLLATE,
    build_collated_tables,
    format_collated_as_text,
)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return compare(open_articles([]))


def draw(coverage: Coverage, width: int) -> str:
    console = Console(width=width, force_terminal=False)
    story = coverage.collated
    with console.capture() as captured:
        for table in build_collated_tables(story, story.moments, columns=width):
            console.print(table)
    return captured.get()


def test_every_paragraph_of_the_story_is_printed(coverage: Coverage) -> None:
    story = coverage.collated
    text = "\n".join(format_collated_as_text(story, story.moments))
    printed = text.replace("⟦", "").replace("⟧", "")
    shown = [passage.text for moment in story.moments for passage in moment.shown]
    assert [words for words in shown if " ".join(words.split()) not in printed] == []
    assert "⟦of sustained engagement⟧" in text


def test_what_is_in_one_article_is_counted_in_its_place(coverage: Coverage) -> None:
    story = coverage.collated
    lines = list(format_collated_as_text(story, story.moments, is_whole=False))
    assert "┄ 1 perhaps only here: [3] ¶9" in lines
    assert "    These meetings could be fraught." not in lines


def test_json_has_every_moment_with_its_versions(coverage: Coverage) -> None:
    story = coverage.collated
    records = list(map(json.loads, format_collated_as_json(coverage.articles, story.moments)))
    assert [record["order"] for record in records] == [*range(1, len(story.moments) + 1)]
    (record,) = (each for each in records if "sustained engagement" in each["shown"][0]["text"])
    assert len(record["told_by"]) == 4
    assert record["only_shown"][0]["text"] == "of sustained engagement"
    cuts = [quote["cut"] for version in record["versions"] for quote in version["quotes"]]
    assert cuts.count(3) == 2


def test_shared_copy_is_said_where_it_is(coverage: Coverage) -> None:
    copied = [moment for moment in coverage.collated.moments if moment.copy]
    text = draw(coverage, 120)
    assert copied
    assert text.count("░") == len(copied) + 1, "and once in the key"
    records = list(map(json.loads, format_collated_as_json(coverage.articles, copied)))
    sources = [article.source for article in coverage.articles]
    assert [record["copy"] for record in records] == [
        [sources[at] for at in moment.copy] for moment in copied
    ]


def test_csv_has_a_row_for_every_passage(coverage: Coverage) -> None:
    story = coverage.collated
    heading, *rows = csv.reader(format_collated_as_csv(coverage.articles, story.moments))
    assert len(rows) == sum(len([*moment.passages()]) for moment in story.moments)
    assert {row[heading.index("role")] for row in rows} == {"shown", "version"}
    assert {len(row) for row in rows} == {len(heading)}


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_tables_fit_the_terminal(coverage: Coverage, width: int) -> None:
    lines = draw(coverage, width).splitlines()
    assert max(map(len, lines)) <= width
    assert any("otherwise" in line for line in lines[:12]) is (width >= 96)


def test_words_of_articles_are_no_markup() -> None:
    text = "The [bold]ferry[/bold] Amelie ran aground off [red]Velmont[/red] on Tuesday."
    coverage = compare([article_from_text(text, name=name) for name in "ab"])
    assert "[bold]ferry[/bold]" in draw(coverage, 120)


def test_articles_without_a_story_have_nothing_to_collate() -> None:
    story = compare([]).collated
    assert list(format_collated_as_text(story, story.moments)) == [NOTHING_TO_COLLATE]
