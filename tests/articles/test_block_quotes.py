"""Quotations set as blocks read as if they had marks."""

from __future__ import annotations

import pytest

from reader.articles.block_quotes import mark_block
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
