from __future__ import annotations

import json
from dataclasses import replace

from rich.console import Console

from reader.reports import found_quote_report as report

QUOTE = "We shall mend the old harbour wall before the winter storms come"


def test_versions_are_printed_the_earliest_first(asked_archive):
    lines = list(report.format_found_quote_as_text(asked_archive.quotes(QUOTE)))
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads[0] == "In 3 articles; compared with the fullest version, of The Herald."
    assert [line.split("  ")[1] for line in heads[1:]] == [
        "2031-05-04 stated",
        "2031-05-05 stated",
        "no date",
    ]
    assert any("cut inside without ellipsis" in line for line in lines)
    assert any("changed inside: “mend” is “repair”" in line for line in lines)


def test_records_have_the_version_and_the_article(asked_archive):
    found = asked_archive.quotes(QUOTE)
    records = list(map(json.loads, report.format_found_quote_as_json(found)))
    assert [each["is_base"] for each in records] == [True, False, False]
    assert records[1]["counts"]["cut_inside_unsigned"] == 5
    assert records[2]["date_source"] == "unknown"
    assert {each["speaker"]["name"] for each in records} == {"Mara Lind"}


def test_the_table_marks_what_is_left_out(asked_archive):
    console = Console(width=120, color_system=None)
    with console.capture() as capture:
        for table in report.build_found_quote_tables(asked_archive.quotes(QUOTE)):
            console.print(table)
    assert "[-mend-]" in capture.get()


def test_words_that_nobody_quotes_find_nothing(asked_archive):
    found = asked_archive.quotes("the moon is made of green cheese")
    assert list(report.format_found_quote_as_json(found)) == []
    assert list(report.format_found_quote_as_text(found)) == [
        "Nothing found: no article quotes these words; "
        "words outside quotation marks are not searched."
    ]
    assert len(list(report.build_found_quote_tables(found))) == 1


def test_what_is_perhaps_the_same_is_said_apart(asked_archive):
    sure = asked_archive.quotes(QUOTE)
    found = replace(
        asked_archive.quotes("the moon is made of green cheese"), alike=sure.versions[1:]
    )
    lines = list(report.format_found_quote_as_text(found))
    assert lines[1] == "Perhaps the same, much altered, and perhaps another quotation:"
    assert "% of the words asked for" in lines[2]
    records = list(map(json.loads, report.format_found_quote_as_json(found)))
    assert [each["perhaps"] for each in records] == [True, True]
    assert [each["number"] for each in records] == [2, 3]
