"""Quotations set as blocks read as if they had marks."""

from __future__ import annotations

import pytest

from reader.articles.block_quotes import mark_block, mark_quoted_lines
from reader.articles.markdown import parse_markdown


@pytest.mark.parametrize(
    ("block", "marked"),
    [
        (["Nobody rang."], ["“Nobody rang.”"]),
        (["Nobody rang.", "We waited."], ["“Nobody rang.", "“We waited.”"]),
        (["Nobody rang.", "— Ada Quill"], ["“Nobody rang.”", "— Ada Quill"]),
        (["“Nobody rang,” she said.", "It rained."], ["“Nobody rang,” she said.", "It rained."]),
        (["She said: “Nobody rang.”"], ["She said: “Nobody rang.”"]),
        (["He said “no” and left."], ["“He said “no” and left.”"]),
        (["[!NOTE] Read this."], ["[!NOTE] Read this."]),
        (["", " "], ["", " "]),
        ([], []),
    ],
)
def test_a_block_gets_the_marks_that_it_lacks(block: list[str], marked: list[str]) -> None:
    assert mark_block(block) == marked


def test_blocks_of_markdown_are_quotations_each_by_itself() -> None:
    text = "Ada Quill said:\n\n> Nobody rang.\n>\n> > We waited.\n\nand\n\n> Why?\n\n> Who?\n"
    assert [paragraph.text for paragraph in parse_markdown(text)] == [
        "Ada Quill said:",
        "“Nobody rang.",
        "“We waited.”",
        "and",
        "“Why?”",
        "“Who?”",
    ]


@pytest.mark.parametrize(
    ("lines", "marked"),
    [
        (["Quill said:", "", "> Nobody rang."], ["Quill said:", "", "“Nobody rang.”"]),
        (["Quill said:", "> Nobody", "> rang."], ["Quill said:", "“Nobody rang.”", ""]),
        (
            ["Quill said:", "", "> Nobody rang.", ">", "> We waited.", "> — Ada Quill", "", "No."],
            ["Quill said:", "", "“Nobody rang.", "", "“We waited.”", "— Ada Quill", "", "No."],
        ),
        (
            ["Quill was there.", "", "> Nobody rang us that night."],
            ["Quill was there.", "", "“Nobody rang us that night.”"],
        ),
    ],
)
def test_a_block_of_a_plain_text_is_a_quotation(lines: list[str], marked: list[str]) -> None:
    assert mark_quoted_lines(lines) == marked


@pytest.mark.parametrize(
    "lines",
    [
        ["> Nobody rang us that night.", "", "Quill was there."],
        ["Quill was there.", "", "> Read more about ferries"],
        ["Quill was there.", "> Nobody rang us that night.", "She left."],
        ["On 3 May 2026, Ada Quill wrote:", "> Nobody rang us that night."],
        ["Ada Quill <quill@norwick.example> wrote:", "", "> Nobody rang us that night."],
        ["Quill said:", "", ">> Nobody rang us that night."],
        ["Quill said:", "", *(line for _ in range(5) for line in ("> Nobody rang.", ">"))],
        [],
    ],
)
def test_what_is_no_block_of_a_plain_text_stays(lines: list[str]) -> None:
    assert mark_quoted_lines(lines) == lines


def test_a_line_with_a_dash_and_a_name_ends_a_block_of_markdown() -> None:
    text = "Quill was there.\n\n> Nobody rang\n> – by night.\n> -- Ada Quill\n"
    paragraphs = [paragraph.text for paragraph in parse_markdown(text)]
    assert paragraphs[1:] == ["“Nobody rang – by night.”", "-- Ada Quill"]


def test_a_line_of_a_block_that_begins_with_by_goes_on() -> None:
    lines = ["Quill said:", "", "> Nobody rang", "> by night.", ""]
    assert mark_quoted_lines(lines) == ["Quill said:", "", "“Nobody rang by night.”", "", ""]
