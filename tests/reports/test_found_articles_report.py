from __future__ import annotations

import json

from rich.console import Console

from reader.reports import found_articles_report as report


def show(tables):
    console = Console(width=100, color_system=None)
    with console.capture() as capture:
        for table in tables:
            console.print(table)
    return capture.get()


def test_similar_articles_tell_the_date_that_was_used(asked_archive):
    result = asked_archive.similar(asked_archive.article(1))
    lines = list(report.format_similar_as_text(result))
    assert lines[0].startswith("date used: 2031-05-04, stated in the text; 3 days")
    assert any(line.startswith("2  ") and "The Courier: Harbour wall" in line for line in lines)
    assert any("no date  The Mail" in line for line in lines)
    assert "The Courier" in show(report.build_similar_tables(result))


def test_an_unlikely_article_is_called_perhaps(asked_archive):
    result = asked_archive.similar(asked_archive.article(1), days=None)
    unlikely = [found for found in result.found if not found.is_same_event]
    assert unlikely
    assert report.show_probability(unlikely[0]).startswith("perhaps, ")


def test_records_tell_where_the_date_came_from(asked_archive):
    result = asked_archive.similar(asked_archive.article(1))
    first, *others = map(json.loads, report.format_similar_as_json(result))
    assert first == {"date": "2031-05-04", "date_source": "stated", "days": 3, "language": "en"}
    by_number = {each["number"]: each for each in others}
    assert by_number[2]["date_source"] == "stated"
    assert by_number[3]["date_source"] == "unknown"
    assert by_number[3]["date"] is None
    assert by_number[2]["probability"] > 0.5
    assert by_number[2]["reasons"]


def test_words_show_a_sentence(asked_archive):
    hits = asked_archive.find("barge sank")
    assert "barge sank" in "\n".join(report.format_words_as_text(hits))
    assert "barge sank" in show(report.build_word_tables(hits))
    assert {json.loads(line)["number"] for line in report.format_words_as_json(hits)} == {1, 2, 3}


def test_copy_shows_how_much_is_shared(asked_archive):
    hits = asked_archive.copy_of(asked_archive.article(5))
    assert "100% of the article" in "\n".join(report.format_copy_hits_as_text(hits))
    assert "100%" in show(report.build_copy_hit_tables(hits))
    assert json.loads(next(report.format_copy_hits_as_json(hits)))["share_here"] == 1.0


def test_nothing_found_is_said(asked_archive):
    hits = asked_archive.find("unheard")
    assert list(report.format_words_as_text(hits)) == [
        "Nothing found: no article has all these words."
    ]
    assert "Nothing found" in show(report.build_word_tables(hits))
    assert "Nothing found" in show(report.build_copy_hit_tables(()))
