"""Every sentence of a story is body, in order, however its page is built."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles import ParagraphKind, clean_line
from reader.sources.formats.pages import read_page

PLACES = ("quay", "mill", "school", "chapel", "bridge", "market", "library", "station")
VERBS = ("counted", "painted", "mended", "measured", "closed", "opened", "sold", "described")
BREAKS = (
    "<div class='ad-slot'></div>",
    "<div class='ad-slot'><span>Advertisement</span></div>",
    "<aside><p>Sign up for our newsletter.</p></aside>",
    "<div class='newsletter-box'><p>Get the best of the week in your inbox.</p></div>",
    "<figure><img src='a.jpg'><figcaption>The quay. Photograph: Ana Lind</figcaption></figure>",
    "<p><a href='/other'>The ferry that never came back</a></p>",
    "<script>var x = 1;</script>",
)


def sentence(number: int) -> str:
    place, verb = PLACES[number % 8], VERBS[number // 8 % 8]
    return (
        f"Witness number {number + 1} told the hearing that the people of the {place} had "
        f"{verb} what was left of the {number + 3} boats before anybody came to help them."
    )


def in_one_container(paragraphs: list[str], name: str) -> str:
    return f"<div class='{name}'>{''.join(paragraphs)}</div>"


def in_two_containers(paragraphs: list[str], name: str) -> str:
    half = len(paragraphs) // 2
    parts = (paragraphs[:half], paragraphs[half:])
    return "<div class='gap'></div>".join(in_one_container(part, name) for part in parts)


def in_containers_of_one(paragraphs: list[str], name: str) -> str:
    return "".join(in_one_container([paragraph], name) for paragraph in paragraphs)


def in_a_nested_grid(paragraphs: list[str], name: str) -> str:
    pairs = (paragraphs[at : at + 2] for at in range(0, len(paragraphs), 2))
    return "".join(
        f"<div class='grid'><div class='column'>{in_one_container(pair, name)}</div></div>"
        for pair in pairs
    )


def in_entries(paragraphs: list[str], name: str) -> str:
    return "".join(
        f"<section class='{name}'><h2>What witness {at} saw</h2>{paragraph}</section>"
        for at, paragraph in enumerate(paragraphs)
    )


BUILDERS = (
    in_one_container, in_two_containers, in_containers_of_one, in_a_nested_grid, in_entries,
)  # fmt: skip
WRAPPERS = (
    ("<main><article>", "</article></main>"),
    ("<article>", "</article>"),
    ("<main>", "</main>"),
    ("<div id='page'><div class='col-8'>", "</div></div>"),
)
NAMES = ("article-body", "entry-content", "story__text", "c-7", "text")


def build_page(
    count: int,
    linked: set[int],
    breaks: dict[int, str],
    builder: Callable[[list[str], str], str],
    name: str,
    wrapper: tuple[str, str] = ("<main><article>", "</article></main>"),
) -> bytes:
    paragraphs = []
    for number in range(count):
        words = sentence(number)
        words = f"<a href='/{number}'>{words}</a>" if number in linked else words
        paragraphs.append(f"<p>{words}</p>{breaks.get(number, '')}")
    return (
        "<html lang='en'><head><title>Hearing of the flood</title></head><body>"
        "<header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header>"
        f"{wrapper[0]}<h1>Hearing of the flood</h1>{builder(paragraphs, name)}{wrapper[1]}"
        "<footer><p>© The Courier</p></footer></body></html>"
    ).encode()


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    st.integers(6, 24),
    st.sets(st.integers(1, 20), max_size=2),
    st.dictionaries(st.integers(0, 22), st.sampled_from(BREAKS), max_size=4),
    st.sampled_from(BUILDERS),
    st.sampled_from(NAMES),
    st.sampled_from(WRAPPERS),
)
def test_every_sentence_of_the_story_is_body_in_order(
    count, linked, breaks, builder, name, wrapper
):
    pytest.importorskip("trafilatura")
    page = build_page(count, linked, breaks, builder, name, wrapper)
    source = clean_line("hearing.html")
    article = read_page(page, source=source, name=source)
    body = [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]
    assert body == [sentence(number) for number in range(count)]
