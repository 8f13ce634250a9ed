"""`<q>` and `<blockquote>` of pages read as if they had marks."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring, tostring

from reader.sources.formats.quote_elements import mark_quote_elements

FILLING = "<p>" + "The harbour was dark that night, and the gauge was read once. " * 4 + "</p>"


def mark(body: str) -> str:
    """A body with marks added, without the rest of the page."""
    root = document_fromstring(f"<html><body><div>{body}</div>{FILLING}</body></html>")
    mark_quote_elements(root)
    found = root.find("body/div")
    assert found is not None
    html = tostring(found, encoding="unicode")
    return html.removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("<p>She said <q>no</q>.</p>", "<p>She said <q>“no”</q>.</p>"),
        ("<p><q>No <b>one</b> rang</q></p>", "<p><q>“No <b>one</b> rang”</q></p>"),
        ("<p><q>no <b>one</b></q></p>", "<p><q>“no <b>one</b>”</q></p>"),
        ("<p>“<q>no</q>”</p>", "<p>“<q>no</q>”</p>"),
        ("<p><q>“no”</q></p>", "<p><q>“no”</q></p>"),
        ("<p><q></q></p>", "<p><q></q></p>"),
        ("<p><q>he said <q>no</q></q></p>", "<p><q>“he said ‘no’”</q></p>"),
        ("<p>" + "<q>" * 30 + "no" + "</q>" * 30 + "</p>", "<p><q>“no”</q></p>"),
        (
            "<blockquote><p>No.</p><p>Never.</p><footer>Ada</footer></blockquote>",
            "<blockquote><p>“No.</p><p>“Never.”</p><p>— Ada</p></blockquote>",
        ),
        ("<blockquote>\n No. \n</blockquote>", "<blockquote>\n “No.” \n</blockquote>"),
        ("<blockquote><p>“No.”</p></blockquote>", "<blockquote><p>“No.”</p></blockquote>"),
        (
            "<blockquote><p>No.</p><p><cite>Ada Quill</cite></p></blockquote>",
            "<blockquote><p>“No.”</p><p><cite>— Ada Quill</cite></p></blockquote>",
        ),
        (
            "<blockquote>No. <cite>Ada</cite></blockquote>",
            "<blockquote>“No.” <cite>— Ada</cite></blockquote>",
        ),
        (
            "<blockquote><p>As <cite>Ada</cite> has it.</p></blockquote>",
            "<blockquote><p>“As <cite>Ada</cite> has it.”</p></blockquote>",
        ),
        (
            "<blockquote><p>No <b>one</b>.<br>— Ada</p></blockquote>",
            "<blockquote><p>“No <b>one</b>.”<br>— Ada</p></blockquote>",
        ),
        (
            "<blockquote><div>No.</div></blockquote>",
            "<blockquote><div>“No.”</div></blockquote>",
        ),
        (
            "<blockquote><blockquote><p>No.</p></blockquote></blockquote>",
            "<blockquote><blockquote><p>“No.”</p></blockquote></blockquote>",
        ),
    ],
)
def test_marks_are_added_where_they_lack(body: str, marked: str) -> None:
    assert mark(body) == marked


def test_a_long_block_is_a_quotation_where_a_paragraph_announces_it() -> None:
    announced = f"<p>Ada Quill said:</p><blockquote>{FILLING * 5}</blockquote>"
    assert "<blockquote><p>“" in mark(announced)


@pytest.mark.parametrize("before", ["<div>Quill said:</div>", "Quill said:", "<p>So:</p><p></p>"])
def test_any_words_with_a_colon_announce_a_long_block(before: str) -> None:
    assert "<blockquote><p>“" in mark(f"{before}<blockquote>{FILLING * 5}</blockquote>")


def test_the_frame_of_a_page_is_no_quotation() -> None:
    frame = f"<blockquote>{FILLING * 3}</blockquote>"
    assert mark(frame) == frame
