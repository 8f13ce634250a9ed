"""Limits of what a parser is given."""

from __future__ import annotations

from reader.sources.formats.page_extraction import extract_page
from reader.sources.formats.page_limits import MOST_ATTRIBUTES, limit_attributes

STORY = "".join(
    f"<p>The ferry made its crossing number {count} of the week late, the harbour office said.</p>"
    for count in ("one", "two", "three", "four")
)


def attributes(count: int) -> str:
    return " ".join(f"data-a{at}='v>'" if at > MOST_ATTRIBUTES else f"a{at}" for at in range(count))


def test_the_attributes_of_an_element_beyond_the_most_are_left_out() -> None:
    page = f"<p id='a'>One</p><p {attributes(3 * MOST_ATTRIBUTES)}>Two</p><p>Three</p>".encode()
    limited = limit_attributes(page)
    assert limited == (
        f"<p id='a'>One</p><p {attributes(MOST_ATTRIBUTES)}>Two</p><p>Three</p>".encode()
    )


def test_what_is_no_tag_stays_as_it_is() -> None:
    script = "<script>" + "if (a<b c) { d } " * 2000 + "</script>"
    pages = [script.encode(), b"<p " * 50_000, b'<p a="' * 50_000, b"<p a='\"" * 50_000]
    assert [limit_attributes(page) for page in pages] == pages


def test_a_story_beside_a_crowded_element_is_read_whole() -> None:
    page = f"<article><h1>Late</h1>{STORY}<p {attributes(5_000)}></p></article>".encode()
    found = extract_page(page, {})["paragraphs"]
    assert isinstance(found, list)
    assert [text for _, text, _ in found if text.startswith("The ferry")] == [
        text.removeprefix("<p>") for text in STORY.split("</p>") if text
    ]
