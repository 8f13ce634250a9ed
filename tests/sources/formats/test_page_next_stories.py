"""Stories that a page loads below its own while the reader scrolls."""

from __future__ import annotations

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.pages import read_page

TITLE = "Hearing of the flood"
OTHER_TITLE = "Trees for the upper valley"
PLACES = ("quay", "mill", "school", "chapel", "bridge", "market", "library", "station")


def told(number: int) -> str:
    return (
        f"Witness number {number + 1} told the hearing that the people of the "
        f"{PLACES[number]} had counted what was left of the {number + 3} boats before "
        "anybody came to help them."
    )


def other(number: int) -> str:
    return (
        f"The council of the upper valley will plant {number + 2} hundred trees beside the "
        f"{PLACES[number]} road in spring, its chair said after a meeting with the farmers."
    )


OWN = [told(number) for number in range(8)]
OTHERS = [other(number) for number in range(4)]


def text_element(texts: list[str]) -> str:
    return f"<div class='text'>{''.join(f'<p>{text}</p>' for text in texts)}</div>"


def headline(rank: str, *, is_linked: bool, address: str = "/trees") -> str:
    words = f"<a href='{address}'>{OTHER_TITLE}</a>" if is_linked else OTHER_TITLE
    return f"<{rank}>{words}</{rank}>"


def read(below: str, own: str = text_element(OWN)) -> Article:
    page = (
        f"<html><head><title>{TITLE}</title>"
        "<link rel='canonical' href='https://courier.example/flood'></head>"
        f"<body><div class='stories'><div class='story'><h1>{TITLE}</h1>{own}</div>{below}</div>"
        "</body></html>"
    )
    source = clean_line("hearing.html")
    return read_page(page.encode(), source=source, name=source)


def body(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


NOTE = f"the page has another article, left out here: “{OTHER_TITLE}”"


@pytest.mark.parametrize(("rank", "is_linked"), [("h1", False), ("h1", True), ("h2", True)])
def test_what_repeats_the_form_of_the_story_below_a_headline_is_another_one(
    rank: str, is_linked: bool
) -> None:
    second = headline(rank, is_linked=is_linked) + text_element(OTHERS)
    for below in (f"<div class='story'>{second}</div>", second):
        own = text_element(OWN)
        article = read(below) if below != second else read("", own + second)
        assert body(article) == OWN
        assert article.notes == (NOTE,)


def test_a_section_with_a_heading_of_its_own_is_of_the_story() -> None:
    section = headline("h2", is_linked=False) + text_element(OTHERS)
    assert body(read("", text_element(OWN) + section)) == OWN + OTHERS


def test_parts_below_headings_as_the_first_one_has_are_entries() -> None:
    entries = "".join(
        f"<h2><a href='/entry/{at}'>Entry {at}</a></h2>{text_element(OWN[at : at + 4])}"
        for at in (0, 4)
    )
    assert body(read("", entries)) == OWN


def test_a_part_of_few_paragraphs_is_one_of_a_list() -> None:
    parts = "".join(
        f"<h2><a href='/thing/{at}'>Thing {at}</a></h2>{text_element(OWN[at : at + 2])}"
        for at in (2, 4, 6)
    )
    assert body(read("", text_element(OWN[:2]) + parts)) == OWN


def test_a_heading_that_leads_to_another_site_heads_a_section() -> None:
    section = headline("h2", is_linked=True, address="https://council.example/trees")
    assert body(read("", text_element(OWN) + section + text_element(OTHERS))) == OWN + OTHERS
