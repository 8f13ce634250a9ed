"""Differences as lines, JSON, CSV and tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from reader import article_from_text, compare
from reader.coverage import Coverage
from reader.reports.difference_report import (
    build_difference_tables,
    explain_nothing,
    explain_unread,
    format_differences_as_csv,
    format_differences_as_json,
    format_differences_as_text,
)

ONE = """Bridge closed

The old bridge in Tarnow was closed on Monday after 12 cracks were found in its pillars.

=SUM(A1) engineers said the repair of the bridge would cost 3 million crowns in all this year.
"""


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    other = ONE.replace("12 cracks", "14 cracks")
    return compare([article_from_text(ONE, name="one"), article_from_text(other, name="two")])


def test_json_gives_offsets_into_the_paragraph(coverage: Coverage) -> None:
    records = [json.loads(line) for line in format_differences_as_json(coverage)]
    assert [record["kind"] for record in records] == ["number"]
    (record,) = records
    assert record["moment"] == 1
    assert [side["text"] for side in record["sides"]] == ["12", "14"]
    for side, article in zip(record["sides"], coverage.articles, strict=True):
        paragraph = article.paragraphs[side["paragraph"] - 1]
        assert paragraph.text[side["start"] : side["end"]] == side["text"]


def test_records_call_a_spelling_a_name_and_mark_it() -> None:
    text = "Michael Ozell, the former harbour chief, was cleared of all charges in Velmont.\n"
    texts = [text, text.replace("Ozell", "Ozzell")]
    found = compare([article_from_text(each, name=str(at)) for at, each in enumerate(texts)])
    (record,) = map(json.loads, format_differences_as_json(found))
    assert (record["kind"], record["spelling"]) == ("name", True)
    row, *_ = csv.DictReader(format_differences_as_csv(found))
    assert row["kind"] == "name"


def test_lines_mark_the_words_and_judge_nobody(coverage: Coverage) -> None:
    lines = list(format_differences_as_text(coverage))
    assert lines[0].startswith("1 difference: 1 of facts, 0 of wording.")
    assert "which is right is not known" in lines[0]
    assert any("[12] cracks" in line for line in lines)
    assert any("[14] cracks" in line for line in lines)


def test_csv_has_a_row_a_side_and_no_cell_that_a_spreadsheet_would_run() -> None:
    texts = [ONE, ONE.replace("=SUM(A1) engineers", "=SUM(A2) surveyors")]
    found = compare([article_from_text(text, name=str(at)) for at, text in enumerate(texts)])
    rows = list(csv.reader(format_differences_as_csv(found)))
    assert rows[0][:2] == ["kind", "sure"]
    assert len(rows) > 2
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_without_a_difference_a_line_says_so() -> None:
    same = compare([article_from_text(ONE, name=name) for name in ("one", "two")])
    assert list(format_differences_as_text(same)) == [explain_nothing(same.articles)]
    assert list(format_differences_as_json(same)) == []


def test_the_table_shows_both_sides(coverage: Coverage, draw_table: Callable[..., str]) -> None:
    drawn = "\n".join(draw_table(part) for part in build_difference_tables(coverage))
    assert "[12]" in drawn
    assert "[14]" in drawn


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_place_stands_beside_the_first_words_of_its_side(
    coverage: Coverage, draw_lines: Callable[..., list[str]], columns: int
) -> None:
    parts = build_difference_tables(coverage)
    rows = [row for part in parts for row in draw_lines(part, columns)]
    for number, label, value in (("[1]", "one: ", "[12]"), ("[2]", "two: ", "[14]")):
        (first,) = (at for at, row in enumerate(rows) if row.strip().startswith(number))
        assert label in rows[first]
        (last,) = (at for at, row in enumerate(rows) if value in row)
        between = "".join(rows[first + 1 : last + 1])
        assert first <= last
        assert "¶" not in between


def test_it_is_said_where_no_difference_was_looked_for(make_article) -> None:
    english, french, german = (
        replace(make_article("One.", "Two."), language=language) for language in ("en", "fr", "de")
    )
    nothing = "No difference found in the linked passages."
    assert explain_nothing([english, english]) == nothing
    assert explain_unread([english, english]) == ""
    unread = "Not in [2]: only English is searched."
    assert explain_nothing([english, french, english]) == f"{nothing} {unread}"
    assert explain_unread([english, french, english]) == unread
    for articles in ([french, german], [english, french]):
        assert explain_nothing(articles).endswith("that is done in English only.")
        assert "compared in English only" in explain_unread(articles)
