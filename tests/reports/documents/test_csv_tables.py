"""A report as tables for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable

import pytest

from reader.articles import parse_article
from reader.coverage import Coverage, compare
from reader.errors import ReaderError
from reader.reports.documents import Report, ReportPart, build_report
from reader.reports.documents.csv_tables import format_tables
from reader.reports.documents.document_formats import (
    DocumentFormat,
    format_document,
    list_documents,
)
from reader.reports.people_records import list_speech_rows


def read(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(lines, strict=True))


def test_every_table_has_its_rows(bridge: Coverage, bridge_report: Report) -> None:
    tables = {name: read(lines) for name, lines in format_tables(bridge_report).items()}
    assert {name: len(rows) for name, rows in tables.items()} == {
        "links": len(list(bridge.links())),
        "quotes": sum(map(len, bridge.quotes)),
        "versions": sum(len(quote.versions) for quote in bridge.shared_quotes),
        "people": len(list(list_speech_rows(bridge.people))),
        "copy": sum(len(copy.runs) for copy in bridge.shared_copy),
        "origins": 3,
        "matrix": 3 * len(bridge.matrix.rows),
        "differences": sum(len(each.sides) for each in bridge.differences),
    }
    assert {row["text"] for row in tables["differences"]} >= {
        "84 million crowns",
        "92 million crowns",
    }
    assert tables["versions"][0]["notes"] == "fullest here"
    karn = [row for row in tables["people"] if row["name"] == "Ilda Karn"]
    assert [(row["article"], row["direct_times"]) for row in karn] == [
        ("1", "1"), ("2", "1"), ("3", "0")
    ]  # fmt: skip


def test_a_table_alone_has_the_name_that_was_given(bridge_report: Report) -> None:
    parts = [ReportPart.DIFFERENCES]
    files = dict(list_documents("x/ferry.csv", bridge_report, DocumentFormat.CSV, parts))
    assert list(files) == ["x/ferry.csv"]
    files = dict(list_documents("x/ferry.csv", bridge_report, DocumentFormat.CSV))
    assert [name.replace("\\", "/") for name in files] == [
        "x/ferry-links.csv",
        "x/ferry-quotes.csv",
        "x/ferry-versions.csv",
        "x/ferry-people.csv",
        "x/ferry-copy.csv",
        "x/ferry-origins.csv",
        "x/ferry-matrix.csv",
        "x/ferry-differences.csv",
    ]


def test_several_tables_cannot_be_one_document(bridge_report: Report) -> None:
    with pytest.raises(ReaderError, match="several tables"):
        format_document(bridge_report, DocumentFormat.CSV)
    with pytest.raises(
        ReaderError, match="tables of differences, quotes, people, copy and matrix only"
    ):
        format_document(bridge_report, DocumentFormat.CSV, [ReportPart.SOURCES])


def test_words_of_articles_are_no_formulas() -> None:
    text = '=cmd|calc!A1 reopened the harbour bridge at Velmar. "=1+1 is the sum," Karn said.\n'
    articles = [parse_article(text, source=f"={name}", name=name) for name in "ab"]
    tables = format_tables(build_report(compare(articles)))
    cells = [cell for lines in tables.values() for row in csv.reader(lines) for cell in row]
    assert len(cells) > 30
    assert [cell for cell in cells if cell.startswith("=")] == []
    assert any(cell.startswith("'=cmd") for cell in cells)
