"""The versions of a text as lines, JSON, CSV and tables."""

from __future__ import annotations

import csv
import io
import json

import pytest
from rich.console import Console

from reader import compare
from reader.coverage import Coverage
from reader.reports.text_version_report import (
    NO_VERSIONS,
    build_text_version_tables,
    format_text_versions_as_csv,
    format_text_versions_as_json,
    format_text_versions_as_text,
)
from tests.story.worded_versions import FIRST, NOTE, SECOND, make_version


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    early = make_version(FIRST, published="4 May 2031")
    late = make_version(SECOND, published="4 May 2031", updated="5 May 2031")
    return compare([late, early])


def test_lines_begin_with_the_versions_and_then_the_facts(coverage: Coverage) -> None:
    lines = list(format_text_versions_as_text(coverage))
    assert lines[0].startswith("2 versions of one text: both of Harbour Herald; ")
    assert lines[4].startswith("[2] to [1]: 2 facts, 1 headline, ")
    assert lines[5].endswith("but [-12-]{+21+} passengers of a ferry were injured when it …")
    assert NOTE in lines[6]


def test_json_has_every_change_with_its_places(coverage: Coverage) -> None:
    (record,) = map(json.loads, format_text_versions_as_json(coverage))
    (step,) = record["steps"]
    texts = {article.source: article.paragraphs for article in coverage.articles}
    edits = [change for change in step["changes"] if change["kind"] in ("fact", "wording", "quote")]
    words = [
        "".join(
            texts[step[side]][place["paragraph"] - 1].text[place["start"] : place["end"]]
            for place in change[side]
        )
        for change in edits
        for side in ("from", "to")
    ]
    assert words == [change[key] for change in edits for key in ("old", "new")]
    assert record["versions"][1]["why_later"] == step["why_later"]


def test_csv_has_a_row_for_every_change(coverage: Coverage) -> None:
    heading, *rows = csv.reader(format_text_versions_as_csv(coverage))
    assert len(rows) == len(coverage.text_changes(1, 0).changes)
    assert {len(row) for row in rows} == {len(heading)}


def test_tables_show_old_and_new_words(coverage: Coverage) -> None:
    console = Console(width=120, record=True, file=io.StringIO())
    for table in build_text_version_tables(coverage):
        console.print(table)
    assert "[-12-]{+21+}" in console.export_text()


def test_without_versions_it_is_said() -> None:
    coverage = compare([make_version(FIRST), make_version(FIRST, outlet="Courier")])
    assert list(format_text_versions_as_text(coverage)) == [NO_VERSIONS]
    assert list(format_text_versions_as_json(coverage)) == []
