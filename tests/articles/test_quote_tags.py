"""HTML elements that quote, in Markdown and in plain text."""

from __future__ import annotations

import time

import pytest

from reader.articles.parsing import parse_article

BOTH = pytest.mark.parametrize("markdown", [False, True])


def _read(text: str, *, markdown: bool) -> list[str]:
    article = parse_article(text, source="x", name="x", markdown=markdown)
    return [paragraph.text for paragraph in article.paragraphs]


@BOTH
def test_a_block_becomes_a_paragraph_with_marks(markdown: bool) -> None:
    text = "Ada Quill: <blockquote class='a'>\nWe will sell <em>the</em> ferry.\n</blockquote>\n"
    assert _read(f"{text}It rained.", markdown=markdown) == [
        "Ada Quill:",
        "“We will sell the ferry.”",
        "It rained.",
    ]


@BOTH
@pytest.mark.parametrize("name", ["cite", "footer", "figcaption"])
def test_the_element_that_names_the_speaker_becomes_a_signature(name: str, markdown: bool) -> None:
    signer = f"<{name}>Ada Quill</{name}>"
    expected = ["“We will sell the ferry.”", "— Ada Quill"]
    words = "<p>We will sell the ferry.</p>"
    inside = f"<blockquote>{words}{signer}</blockquote>"
    below = f"<figure><blockquote>{words}</blockquote>\n{signer}</figure>"
    assert _read(inside, markdown=markdown) == expected
    assert _read(below, markdown=markdown) == expected


@BOTH
def test_a_dash_and_a_name_in_or_under_a_block_are_a_signature(markdown: bool) -> None:
    expected = ["“We will sell the ferry.”", "-- Ada Quill"]
    words = "<blockquote>We will sell the ferry."
    for end in ("<br>-- Ada Quill</blockquote>", "</blockquote><p>-- Ada Quill</p>"):
        assert _read(words + end, markdown=markdown) == expected


@BOTH
def test_inline_quotations_get_marks(markdown: bool) -> None:
    text = "Quill said: <q>We <q>sell</q> it.</q> Bo said <q>“No.”</q>"
    assert _read(text, markdown=markdown) == ["Quill said: “We ‘sell’ it.” Bo said “No.”"]


@BOTH
def test_an_element_without_an_end_ends_with_its_paragraph(markdown: bool) -> None:
    text = "<blockquote>\nWe will sell the ferry.\n\nIt rained. <q>Never\n\nBo left."
    assert _read(text, markdown=markdown) == [
        "“We will sell the ferry.”",
        "It rained. “Never”",
        "Bo left.",
    ]


def test_code_of_markdown_is_no_quotation() -> None:
    text = "Use `<q>` so:\n\n```\n<blockquote>Words</blockquote>\n```\n\nIt rained."
    assert _read(text, markdown=True) == [
        "Use <q> so:",
        "<blockquote>Words</blockquote>",
        "It rained.",
    ]


def test_other_tags_stay_where_nothing_is_quoted() -> None:
    assert _read("A <b>bold</b> plan.", markdown=False) == ["A <b>bold</b> plan."]


@pytest.mark.parametrize("part", ["<blockquote>", "<q>", "<q>a\n\n", "<!--<q>", "`<q>"])
def test_hostile_texts_cost_little(part: str) -> None:
    started = time.process_time()
    _read(part * 20_000, markdown=True)
    assert time.process_time() - started < 8
