"""The coverage matrix as lines, JSON, CSV and tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable

import pytest
from rich.console import RenderableType

from reader import article_from_text, compare, open_articles
from reader.coverage import Coverage
from reader.reports.matrix_records import format_matrix_as_csv, format_matrix_as_json
from reader.reports.matrix_report import (
    NOTHING_REPORTED,
    build_matrix_tables,
    format_matrix_as_text,
)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return compare(open_articles([]))


def test_json_gives_offsets_into_the_paragraphs(coverage: Coverage) -> None:
    records = [json.loads(line) for line in format_matrix_as_json(coverage)]
    assert [record["order"] for record in records] == list(range(1, len(records) + 1))
    texts = {article.source: article.paragraphs for article in coverage.articles}
    (quoted,) = [record for record in records if "Face-to-face diplomacy" in record["label"]]
    assert quoted["quoted"]
    assert set(quoted) == {
        "moment", "label", "quoted", "order", "articles", "left_out_by", "perhaps_in",
        "probably_in",
    }  # fmt: skip
    first = quoted["articles"][0]
    assert (first["form"], first["copy"], first["differs"]) == ("quoted", [], False)
    assert first["section"] in ("first_third", "middle_third")
    (passage,) = first["passages"]
    paragraph = texts[first["article"]][passage["paragraph"] - 1]
    assert "diplomacy matters" in paragraph.text[passage["start"] : passage["end"]]


def test_json_numbers_moments_as_the_coverage_does(coverage: Coverage) -> None:
    records = [json.loads(line) for line in format_matrix_as_json(coverage)]
    numbers = sorted(record["moment"] for record in records if record["moment"] is not None)
    assert numbers == [moment.number for moment in coverage.moments]
    assert {len(record["articles"]) for record in records if record["moment"] is None} == {1}


def test_csv_has_a_row_for_every_article_of_every_row(coverage: Coverage) -> None:
    heading, *rows = csv.reader(format_matrix_as_csv(coverage))
    assert len(rows) == len(coverage.matrix.rows) * len(coverage.articles)
    forms = {row[heading.index("form")] for row in rows}
    assert {"quoted", "reported", "left_out", "perhaps"} <= forms
    assert {len(row) for row in rows} == {len(heading)}


def test_no_cell_is_one_that_a_spreadsheet_would_run() -> None:
    text = (
        "The old bridge in Tarnow was closed after cracks were found.\n\n=SUM(A1) engineers left.\n"
    )
    articles = [article_from_text(text, name=name) for name in ("=one", "+two")]
    cells = [cell for row in csv.reader(format_matrix_as_csv(compare(articles))) for cell in row]
    assert len(cells) > 9
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_lines_say_who_reports_a_moment_and_who_leaves_it_out(coverage: Coverage) -> None:
    lines = list(format_matrix_as_text(coverage))
    assert lines[0].startswith("12 moments in several articles, ")
    (line,) = [line for line in lines if "Face-to-face diplomacy matters" in line]
    _, label, telling, left_out, perhaps, differs = line.split("\t")
    assert label == "“Face-to-face diplomacy matters”"
    assert telling == "[1] quoted ¶8; [3] quoted ¶10"
    assert left_out.startswith("not in [")
    assert perhaps.startswith("perhaps in [")
    assert "insisted / said" in differs


def test_tables_have_a_column_for_every_article(
    coverage: Coverage, draw_table: Callable[[RenderableType], str]
) -> None:
    drawn = "\n".join(map(draw_table, build_matrix_tables(coverage)))
    assert all(f"[{number}]" in drawn for number in range(1, 6))
    assert "only here, perhaps elsewhere" in drawn
    assert "“Face-to-face diplomacy matters”" in drawn
    assert "Q quoted" in drawn


def test_articles_without_a_story_have_no_rows() -> None:
    empty = compare([])
    assert list(format_matrix_as_text(empty)) == [NOTHING_REPORTED]
    assert list(format_matrix_as_json(empty)) == []
    assert len(list(format_matrix_as_csv(empty))) == 1
    assert [str(table) for table in build_matrix_tables(empty)] == [NOTHING_REPORTED]


def test_shared_copy_is_named_by_the_articles_that_have_it(
    coverage: Coverage, draw_table: Callable[[RenderableType], str]
) -> None:
    records = [json.loads(line) for line in format_matrix_as_json(coverage)]
    copied = {
        (cell["article"], tuple(cell["copy"]))
        for record in records
        for cell in record["articles"]
        if cell["copy"]
    }
    agency, client = (coverage.articles[position].source for position in (2, 3))
    assert copied == {(agency, (client,)), (client, (agency,))}
    heading, *rows = csv.reader(format_matrix_as_csv(coverage))
    assert {row[heading.index("copy")] for row in rows} == {"", agency, client}
    lines = list(format_matrix_as_text(coverage))
    assert "5 articles, 4 origins:" in lines
    assert any("[3] planned ¶8, copy shared with [4]" in line for line in lines)
    drawn = "\n".join(map(draw_table, build_matrix_tables(coverage)))
    assert "5 articles, 4 origins:" in drawn
    assert "a 8░" in drawn
    assert "░ shared copy" in drawn


def test_an_article_of_an_unknown_language_is_not_said_to_have_it_perhaps() -> None:
    texts = ("The harbour bridge at Velmar reopened on Monday after nine years.", "Brücke 84.")
    articles = [article_from_text(text, name=name) for text, name in zip(texts, "ab", strict=True)]
    lines = list(format_matrix_as_text(compare(articles)))
    assert lines[-2].endswith("\tnot known of [2], whose language is not known")
