"""Near copies in reports of many articles."""

from __future__ import annotations

import re

import pytest

from reader.articles import Article, parse_article
from reader.coverage import compare
from reader.reports.documents import Report, build_report
from reader.reports.documents.document_formats import DocumentFormat, format_document
from reader.reports.documents.near_copy_words import list_shared_edits, name_copies
from reader.story.text_versions.near_copies import describe_near_copies

TEXT = """The harbour bridge at Velmar reopened on Monday after nine years of repairs.

Mayor Ilda Karn cut a blue ribbon before 400 cyclists rode across the bridge.

The work cost 84 million crowns, a third more than the council had planned in 2016.

Ferries to Gosund sail from the northern pier until the autumn storms are over."""
OTHER = """The harbour bridge at Velmar reopened on Monday after nine years of many repairs.

A bakery on the quay gave away cinnamon buns to everybody who came over from Gosund."""


def read(text: str, name: str) -> Article:
    return parse_article(text, source=f"{name}.txt", name=name)


@pytest.fixture(scope="module")
def report() -> Report:
    articles = (read(TEXT, "herald"), read(OTHER, "courier"))
    copies = [
        read(TEXT.replace("84 million", "48 million"), "copy0"),
        read(TEXT.replace("84 million", "48 million"), "copy1"),
        read(TEXT.replace("a blue", "a <b>red</b>"), "copy2"),
        read(TEXT.rsplit("\n\n", 1)[0], "copy3"),
    ]
    found = describe_near_copies(articles, [(copy, 0) for copy in copies])
    return build_report(compare(articles), copies=found)


def write(report: Report, form: DocumentFormat) -> str:
    return "\n".join(format_document(report, form))


def test_a_change_of_several_copies_is_listed_once_and_facts_first(report: Report) -> None:
    edits = list_shared_edits(report)
    assert [(edit.old, edit.new, edit.copies) for edit in edits] == [
        ("84", "48", (0, 1)),
        ("blue", "b>red</b", (2,)),
    ]
    assert [edit.is_fact for edit in edits] == [True, False]


def test_copies_are_numbered_after_the_articles_that_are_compared(report: Report) -> None:
    assert name_copies(report, (0, 1, 3)) == "[3], [4], [6]"
    assert name_copies(report, (1, 2, 3)) == "[4] to [6]"


def test_plain_text_lists_what_the_copies_change(report: Report) -> None:
    text = write(report, DocumentFormat.PLAIN)
    assert "Near copies: 4 more articles have nearly the words of [1]: 1 fact" in text
    assert "[1] ¶3: The work cost [84] million crowns, a …: “48” in [3], [4]" in text
    assert "[6] copy3: the words of [1], no other words; leaves out ¶4" in text
    assert "[6] copy3" in text.split("ARTICLES", 1)[1]


def test_markdown_lists_them_escaped(report: Report) -> None:
    text = write(report, DocumentFormat.MARKDOWN)
    assert "## Near copies" in text
    assert "<b>" not in text
    assert re.search(r"copy3.*: the words of .*leaves out ¶4", text)


def test_the_page_lists_them_escaped(report: Report) -> None:
    page = write(report, DocumentFormat.HTML)
    assert '<section id="near-copies"' in page
    assert "<del>84</del> <ins>48</ins>" in page
    assert "<del>blue</del> <ins>b&gt;red&lt;/b</ins>" in page
    assert 'href="#near-copies"' in page


def test_a_report_about_one_moment_has_none(report: Report) -> None:
    [first, *_] = report.moments
    assert report.copies
    assert report.of_moment(first.number).copies == ()
