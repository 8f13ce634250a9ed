"""A report in Markdown, and words of articles that look like markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.articles import clean_line, parse_article
from reader.coverage import compare
from reader.reports.documents import Exclusivity, Report, ReportPart, build_report
from reader.reports.documents.markdown_escaping import escape_markdown
from reader.reports.documents.markdown_report import format_report_as_markdown
from reader.reports.documents.passage_groups import MOST_WORDINGS
from reader.sources import open_articles

SEEDS = Path(__file__).parents[3] / "seeds"
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HTML_OF_WORDS = {"strong", "/strong", "s", "/s"}

HOSTILE = """# [click](javascript:alert(1)) <script>alert(1)</script>
<img src=x onerror=alert(1)> `code` **bold** ~~gone~~ | a | b | and ![x](http://127.0.0.1/x.png)

1. A list. The harbour bridge at Velmar reopened on Monday after nine years of repairs.

“<b>We</b> have [an obligation](http://127.0.0.1/) to *everybody* on the harbour,” Karn said.
"""


def read_lines(report: Report, parts: list[ReportPart] | None = None) -> list[str]:
    return list(format_report_as_markdown(report, parts))


def test_the_parts_come_in_order(bridge_report: Report) -> None:
    headings = [line for line in read_lines(bridge_report) if line.startswith("## ")]
    assert headings == [
        "## Differences",
        "## Quotations",
        "## People",
        "## Shared copy",
        "## Who has what",
        "## The story once",
        "## Only in one",
        "## Sources",
        "## How this was made",
    ]


def test_only_the_parts_that_are_wanted_are_written(bridge_report: Report) -> None:
    lines = read_lines(bridge_report, [ReportPart.DIFFERENCES])
    assert [line for line in lines if line.startswith("#")] == [
        "# Harbour bridge at Velmar reopens after nine years",
        "## Differences",
    ]


def test_a_difference_shows_the_words_of_each_article(bridge_report: Report) -> None:
    text = "\n".join(read_lines(bridge_report))
    assert "The work cost **84 million crowns**, a third" in text
    assert "The work cost **92 million crowns**, a third" in text


def test_the_matrix_is_a_table_with_a_column_an_article(bridge_report: Report) -> None:
    lines = read_lines(bridge_report, [ReportPart.MATRIX])
    html = COMMONMARK.render("\n".join(lines))
    assert html.count("<th>") == 4
    assert html.count("<tr>") == 1 + len(bridge_report.moments)
    assert "<td>quoted ¶6 ░</td>" in html


def test_a_cut_is_struck_out_in_the_version_that_cuts(bridge_report: Report) -> None:
    text = "\n".join(read_lines(bridge_report))
    assert "“The bridge is safe ~~it is open,~~ and it belongs" in text


@given(st.text(alphabet=st.sampled_from("*_`~[]()<>#|\\!&;-+=.:$^{}1 ab\"'w/@\n"), max_size=60))
def test_escaped_words_are_shown_as_they_are(raw: str) -> None:
    words = clean_line(raw)
    for before in ("", "- ", "### ", "1. "):
        html = COMMONMARK.render(before + escape_markdown(words))
        tags = html.replace("<br />", "").count("<")
        assert tags == COMMONMARK.render(f"{before}word").count("<") or not words


@given(st.text(alphabet=st.sampled_from("*_`~[]()<>#|\\!&;-+=.:$^{}1 ab\"'w/@"), max_size=40))
def test_escaping_loses_no_character(raw: str) -> None:
    words = " ".join(raw.split())
    tokens = COMMONMARK.parse(escape_markdown(words))
    shown = "".join(
        child.content for token in tokens for child in token.children or () if token.children
    )
    assert shown == words


@pytest.fixture(scope="module")
def hostile() -> Report:
    articles = [
        parse_article(HOSTILE, source=f"[{name}](x)<b>.txt", name=name) for name in ("a*", "b_")
    ]
    return build_report(compare(articles))


def test_hostile_articles_make_no_markup(hostile: Report) -> None:
    html = COMMONMARK.render("\n".join(read_lines(hostile)))
    for forbidden in ("<script", "<img", "<a ", "<b>", "<code", "<em>", 'javascript:alert(1)"'):
        assert forbidden not in html
    assert "&lt;script&gt;" in html


def test_what_is_only_perhaps_in_one_is_told_apart_and_whole() -> None:
    report = build_report(compare(open_articles(SEEDS)))
    text = "\n".join(read_lines(report, [ReportPart.ONLY]))
    perhaps = [each for each in report.exclusives if each.state is Exclusivity.PERHAPS]
    assert len(perhaps) == len(report.unlinked) - len(report.only_here) > 5
    for each in perhaps:
        assert each.nearest
        words = escape_markdown(each.passage.text)
        assert f"- ¶{each.passage.number} {words} (nearest " in text
    assert text.count("**Only here**") == len({p.article_position for p in report.only_here})
    assert "**Perhaps only here: it may be elsewhere in other words**" in text


def test_shared_copy_is_told_with_its_origins() -> None:
    report = build_report(compare(open_articles(SEEDS)))
    text = "\n".join(read_lines(report))
    assert "- **Origins:** 5 articles, 4 origins: \\[3\\] \\[4\\] Reuters copy: 48%" in text
    assert "from \\[3\\]: ThePrint credits Reuters" in text
    assert "  - and 3 shorter runs" in text
    apart = build_report(compare([parse_article("Open.", source=at, name=at) for at in "ab"]))
    assert "No two articles share a run" in "\n".join(read_lines(apart, [ReportPart.COPY]))


def test_the_story_is_in_one_article_with_what_others_have_otherwise():
    report = build_report(compare(open_articles([])))
    lines = list(format_report_as_markdown(report, [ReportPart.STORY]))
    assert lines[2] == "## The story once"
    assert any(line.startswith("> “I think it’s important to underscore") for line in lines)
    assert any(
        "3 cut inside without a sign, 11 left out at the end; told" in line for line in lines
    )
    assert "┄ 1 perhaps only here: \\[3\\] ¶9" in lines


def test_of_many_articles_the_story_names_few_versions_and_sources_have_a_line() -> None:
    words = [
        "north",
        "south",
        "east",
        "west",
        "upper",
        "lower",
        "outer",
        "inner",
        "old",
        "new",
        "wide",
        "deep",
        "long",
        "short",
    ]
    articles = [
        parse_article(
            f"Tugs pulled the ferry free before dawn, and divers found that its {word} hull was "
            "holed below the line.\n",
            source=f"{word}.txt",
            name=word,
        )
        for word in words
    ]
    lines = read_lines(build_report(compare(articles)))
    story = lines[lines.index("## The story once") : lines.index("## Only in one")]
    assert f"in {len(words)} of {len(words)}" in "\n".join(story)
    assert len([line for line in story if line.startswith("- ")]) <= MOST_WORDINGS + 1
    assert any(re.fullmatch(r"- and \d+ more lines of other versions", line) for line in story)
    sources = lines[lines.index("## Sources") : lines.index("## How this was made")]
    assert len([line for line in sources if line.startswith("- ")]) == len(words)


def test_people_are_a_table_of_few_articles_and_a_list_of_many(bridge_report: Report) -> None:
    lines = list(format_report_as_markdown(bridge_report, [ReportPart.PEOPLE]))
    (karn,) = [line for line in lines if line.startswith("| 1. Ilda Karn |")]
    assert karn.split(" | ")[1].endswith("quoted, 1×")
    assert "indirect" in karn.split(" | ")[3]
    text = "Mayor Ilda Karn said that the [bridge] was open.\n\n“It is safe,” Karn said."
    articles = [parse_article(text, source=f"{n}.txt", name=f"n{n}") for n in range(12)]
    lines = list(format_report_as_markdown(build_report(compare(articles)), [ReportPart.PEOPLE]))
    assert not any(line.startswith("|") for line in lines)
    assert any(line.startswith("- Ilda Karn: named in 12 articles, heard in 12") for line in lines)
