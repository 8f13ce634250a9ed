"""Quotations that need a look as workflow commands at the lines of their drafts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, parse_article
from reader.quote_check import check_quote, check_quotes
from reader.reports.check_annotations import (
    LineFinder,
    format_annotation,
    format_checks_for_github,
)
from reader.reports.check_records import DraftChecks

SOURCE = "Harbour news\n\n“The ferry will not sail before Easter,” Ada Quill said on Monday."
DRAFT = """# The ferry will sail

Ada Quill said on *Monday* that

“the ferry will not sail before Easter”.

“The ferry will sail before Easter,” Ada Quill
said.
"""


def annotate(draft: str, source: str = "draft.md", *, markdown: bool = True) -> list[str]:
    article = parse_article(draft, source=source, name="draft", markdown=markdown)
    checked = DraftChecks(article, check_quotes(article, [read(SOURCE)]))
    return list(format_checks_for_github([checked], {source: draft}))


def read(text: str) -> Article:
    return parse_article(text, source="source.txt", name="source")


def test_a_warning_is_at_the_line_of_its_quotation() -> None:
    warning, summary = annotate(DRAFT)
    assert warning.startswith("::warning file=draft.md,line=7,title=")
    assert "“The ferry will sail before Easter,”" in warning
    assert warning.endswith(" | source.txt ¶2, Ada Quill")
    assert summary.startswith("reader check: 2 quotations: 1 verified, 1 needs a look: ")


def test_a_draft_without_quotations_has_a_notice() -> None:
    assert annotate("Nobody said a word.") == [
        "::notice file=draft.md::no quotation in it to check",
        "reader check: no quotation",
    ]


def test_signs_of_commands_are_escaped() -> None:
    (warning, _) = annotate("“100 % of boats:: gone, all”, Ada Quill said.", "a,b:c%.md")
    properties, message = warning.removeprefix("::warning ").split("::", 1)
    assert properties.startswith("file=a%2Cb%3Ac%25.md,line=1,title=")
    assert "100 %25 of boats:: gone, all" in message


@given(st.text(alphabet="a :%,\r\n\x1b\u202e“”#[]", min_size=1))
def test_a_quotation_ends_no_command_and_begins_none(words: str) -> None:
    check = check_quote(f"ferry {words}", [read(SOURCE)])
    line = format_annotation(check, f"{words}.md", 3)
    assert "\n" not in line
    assert "\r" not in line
    assert "\x1b" not in line
    properties = line.removeprefix("::warning ").partition("::")[0]
    assert len(properties.split(",")) == 3
    assert [item.partition("=")[0] for item in properties.split(",")] == ["file", "line", "title"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The ferry will sail.\n\nShe said “the ferry will sail”.", 3),
        ("<p>The ferry\n<p>She said <q>the <b>ferry</b>\nwill sail</q>", 2),
        ("It won&rsquo;t.\r\nShe said &ldquo;the ferry will sail&rdquo;", 2),
        ("Something else", None),
    ],
)
def test_lines_are_found_through_marks(text: str, line: int | None) -> None:
    assert LineFinder(text).find_next("She said “", "the ferry will sail") == line


def test_a_second_quotation_of_the_same_words_is_in_its_own_line() -> None:
    finder = LineFinder("“We will sail,” she said.\n“We will sail,” he said.")
    assert [finder.find_next("", "We will sail,") for _ in range(3)] == [1, 2, None]
