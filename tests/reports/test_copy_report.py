"""The copy that articles share as lines, JSON, CSV and tables."""

from __future__ import annotations

import csv
import json

import pytest
from rich.console import Console

from reader import article_from_text, compare, open_articles
from reader.coverage import Coverage
from reader.reports.copy_report import (
    NOTHING_SHARED,
    build_copy_tables,
    format_copy_as_csv,
    format_copy_as_json,
    format_copy_as_text,
)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return compare(open_articles([]))


def test_json_has_the_pairs_and_then_the_origins(coverage: Coverage) -> None:
    *pairs, last = [json.loads(line) for line in format_copy_as_json(coverage)]
    (pair,) = pairs
    assert pair["direction"]["from"] == pair["a"]
    assert pair["share_a"] == pytest.approx(0.486, abs=0.03)
    texts = {article.source: article.paragraphs for article in coverage.articles}
    for run in pair["runs"]:
        here, there = run["a"], run["b"]
        words = texts[pair["a"]][here["paragraph"] - 1].text[here["start"] : here["end"]]
        other = texts[pair["b"]][there["paragraph"] - 1].text[there["start"] : there["end"]]
        assert words.split()[-1] == other.split()[-1]
    assert len(last["origins"]) == 4
    assert [origin["name"] for origin in last["origins"] if len(origin["articles"]) > 1] == [
        "Reuters"
    ]


def test_csv_has_a_row_for_every_run(coverage: Coverage) -> None:
    heading, *rows = csv.reader(format_copy_as_csv(coverage))
    assert len(rows) == len(coverage.shared_copy[0].runs)
    assert {len(row) for row in rows} == {len(heading)}


def test_lines_begin_with_the_origins(coverage: Coverage) -> None:
    lines = list(format_copy_as_text(coverage))
    assert lines[0] == "5 articles, 4 origins"
    assert lines[1].startswith("  [3] [4] Reuters copy: ")
    assert any("from [3]: ThePrint credits Reuters" in line for line in lines)


def test_tables_show_the_same(coverage: Coverage) -> None:
    console = Console(width=120, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        for table in build_copy_tables(coverage):
            console.print(table)
    assert "5 articles, 4 origins" in captured.get()
    assert "¶11" in captured.get()


def test_articles_without_copy_say_so() -> None:
    lone = compare(
        [
            article_from_text("A barge ran aground at Tamsel on Friday night.", name="a"),
            article_from_text("Beets waited on the quay of Brodau for a ship.", name="b"),
        ]
    )
    assert list(format_copy_as_text(lone)) == [NOTHING_SHARED]
    assert json.loads(list(format_copy_as_json(lone))[-1])["origins"][0]["name"] is None
