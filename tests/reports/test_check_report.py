"""A draft's quotations against its sources, as lines and as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from rich.console import Console

from reader.articles import Article, parse_article
from reader.quote_check import QuoteCheck, check_quotes
from reader.reports.check_records import DraftChecks, format_checks_as_json
from reader.reports.check_report import build_check_tables, format_checks_as_text
from reader.reports.check_summary import summarize_checks

SOURCES = [
    parse_article(text, source=source, name=source[:3])
    for source, text in {
        "one.txt": "A talk in Leith\n\n“We will rebuild the old harbour before the winter, and "
        "then the two bridges,” Ann Lee said on Monday. “It will cost eleven million pounds.”\n\n"
        "Bob Ray said: “Nobody has asked the fishermen of this town about the plan.”\n",
        "two.txt": "Another paper\n\nRay had told reporters that the money was not there at all "
        "and never would be.\n",
    }.items()
]
DRAFT = """A draft

“We will rebuild the old harbour before the winter, and then the two bridges,” Lee said. “It
will cost eleven million pounds.”

“We will rebuild the harbour before the winter, and then the two bridges,” Ann Lee said.

“It will cost twelve million pounds,” Ann Lee said.

Ann Lee said: “Nobody has asked the fishermen of this town about the plan.”

“The sea belongs to those who sail it,” Bob Ray said.
"""
VERDICTS = ["exact", "cut inside without ellipsis", "changed", "other speaker", "not found"]


def read_records(draft: Article, checks: Sequence[QuoteCheck]) -> list[dict[str, Any]]:
    lines = format_checks_as_json([DraftChecks(draft, checks)], SOURCES)
    return [json.loads(line) for line in lines]


@pytest.fixture
def draft() -> Article:
    return parse_article(DRAFT, source="draft.txt", name="draft")


@pytest.fixture
def checks(draft: Article) -> tuple[QuoteCheck, ...]:
    return check_quotes(draft, SOURCES)


@pytest.fixture
def items(draft: Article, checks: Sequence[QuoteCheck]) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in format_checks_as_json([DraftChecks(draft, checks)], SOURCES)
    ]


def test_every_quotation_has_a_verdict(items: list[dict[str, Any]]) -> None:
    assert [item["verdict"] for item in items] == VERDICTS
    assert [item["needs_a_look"] for item in items] == [False, True, True, True, True]


def test_draft_and_source_are_where_they_say(draft: Article, items: list[dict[str, Any]]) -> None:
    paragraphs = {
        (article.source, paragraph.number): paragraph.text
        for article in (draft, *SOURCES)
        for paragraph in article.paragraphs
    }
    assert any(item["source"] for item in items)
    for item in items:
        for place in filter(None, (item, item["source"])):
            assert place["text"] == " ".join(part["text"] for part in place["parts"])
            for part in place["parts"]:
                text = paragraphs[place["article"], part["paragraph"]]
                assert text[part["start"] : part["end"]] == part["text"]


def test_the_passage_of_the_source_is_given(items: list[dict[str, Any]]) -> None:
    exact, _, _, other, missing = items
    assert (exact["source"]["article"], exact["source"]["paragraph"]) == ("one.txt", 2)
    assert len(exact["source"]["parts"]) == 2
    assert other["speaker"]["name"] == "Ann Lee"
    assert other["source"]["speaker"]["name"] == "Bob Ray"
    assert missing["source"] is None
    assert missing["edits"] == []


def test_the_words_that_differ_are_given(items: list[dict[str, Any]]) -> None:
    different = [
        (edit["kind"], edit["place"], edit["base"], edit["version"])
        for item in items[1:3]
        for edit in item["edits"]
        if edit["kind"] != "same" and edit["place"] == "inside"
    ]
    assert different == [
        ("dropped", "inside", "old", ""),
        ("changed", "inside", "eleven", "twelve"),
    ]


def test_a_plain_line_has_seven_fields(draft: Article, checks: Sequence[QuoteCheck]) -> None:
    summary, *texts = format_checks_as_text([DraftChecks(draft, checks)], SOURCES)
    assert summary == summarize_checks(checks)
    lines = [line.split("\t") for line in texts]
    assert [line[0] for line in lines] == VERDICTS
    assert all(len(line) == 7 for line in lines)
    assert lines[2][1:6] == [
        "draft.txt ¶4",
        "Ann Lee",
        "“It will cost twelve million pounds,”",
        "one.txt ¶2",
        "Ann Lee",
    ]
    assert "“eleven million pounds” is “twelve million pounds”" in lines[2][6]
    assert lines[4][4:] == ["in no source", "", "needs a look (not found): found in no source"]


def test_the_table_shows_verdict_words_and_place(
    draft: Article, checks: Sequence[QuoteCheck]
) -> None:
    console = Console(width=300)
    with console.capture() as capture:
        console.print(*build_check_tables([DraftChecks(draft, checks)], SOURCES))
    written = " ".join(capture.get().split())
    for words in (*VERDICTS, "[-eleven-] {+twelve+}", "one.txt ¶2", "speaker: Bob Ray"):
        assert words in written


def test_the_summary_counts_what_needs_a_look(checks: Sequence[QuoteCheck]) -> None:
    assert summarize_checks(checks).startswith("5 quotations: 1 verified, 4 need a look: ")
    assert summarize_checks(checks).endswith("not found")
    assert summarize_checks(checks[:1]) == "1 quotation: 1 verified"
    assert summarize_checks((checks[4], checks[4])) == (
        "2 quotations: 2 need a look: not found (2)"
    )
    assert summarize_checks(()) == "no quotation"


def test_a_passage_outside_marks_is_given_too() -> None:
    draft = parse_article("“The money was not there at all,” Ray said.", source="d.txt", name="d")
    checks = check_quotes(draft, SOURCES)
    (item,) = (
        json.loads(line) for line in format_checks_as_json([DraftChecks(draft, checks)], SOURCES)
    )
    assert item["source"]["text"] == "the money was not there at all"
    assert item["source"]["article"] == "two.txt"
