"""Prose beside a story: folded, counted in a note, and in the page wherever its element is."""

from __future__ import annotations

import json
from html import escape

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.pages import read_page

PLACES = ("quay", "mill", "school", "chapel", "bridge", "market", "library", "station")


def told(number: int) -> str:
    return (
        f"Witness number {number + 1} told the hearing that the people of the "
        f"{PLACES[number % 8]} had counted what was left of the {number + 3} boats before "
        "anybody came to help them."
    )


def fact(number: int) -> str:
    return (
        f"The flood of 19{number + 50} was the worst that the {PLACES[number]} had seen: it took "
        f"{number + 2} houses, and the wall that was built after it was never finished."
    )


FACTS = [fact(number) for number in range(3)]
BOX = f"<h3>The flood of 1950</h3>{''.join(f'<p>{text}</p>' for text in FACTS)}"


def paragraphs(*numbers: int) -> str:
    return "".join(f"<p>{told(number)}</p>" for number in numbers)


def read(middle: str = "", after: str = "", below: str = "", head: str = "") -> Article:
    page = (
        f"<html lang='en'><head><title>Hearing of the flood</title>{head}</head><body><main>"
        f"<article><h1>Hearing of the flood</h1><div class='text'>{paragraphs(0, 1, 2, 3)}{middle}"
        f"{paragraphs(4, 5, 6, 7)}{after}</div>{below}</article></main></body></html>"
    )
    source = clean_line("hearing.html")
    article = read_page(page.encode(), source=source, name=source)
    shown = texts_of(article, ParagraphKind.BODY)
    assert [text for text in shown if text.startswith("Witness")] == list(map(told, range(8)))
    return article


def texts_of(article: Article, kind: ParagraphKind) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind is kind]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<aside>", "</aside>"),
        ("<div class='fact-box'>", "</div>"),
        ("<section class='facts'>", "</section>"),
        ("<div class='related-facts'>", "</div>"),
    ],
)
def test_a_box_of_facts_in_a_story_is_folded_and_counted(start: str, end: str) -> None:
    article = read(f"{start}{BOX}{end}")
    assert set(FACTS) <= set(texts_of(article, ParagraphKind.FURNITURE))
    assert article.notes == (
        "3 paragraphs may be missing from the middle of the page; they are folded",
    )


def test_an_element_without_a_name_and_with_a_heading_below_is_a_section() -> None:
    below = "<h3>What the witnesses saw</h3>"
    article = read(f"<div>{BOX}</div>{below}")
    assert set(FACTS) <= set(texts_of(article, ParagraphKind.BODY))
    assert article.notes == ()
    named = read(f"<div class='history'>{BOX}</div>{below}")
    assert set(FACTS) <= set(texts_of(named, ParagraphKind.FURNITURE))
    assert len(named.notes) == 1


def test_a_box_behind_the_last_paragraph_of_the_same_element_is_counted() -> None:
    article = read(after=f"<aside>{BOX}</aside>")
    assert set(FACTS) <= set(texts_of(article, ParagraphKind.FURNITURE))
    assert article.notes == (
        "3 paragraphs may be missing from the end of the page; they are folded",
    )


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><blockquote>{told(2)}</blockquote></aside>",
        f"<aside><h3>More news</h3><p><a href='/flood'>{FACTS[0]}</a></p></aside>",
        f"<form><p>{FACTS[0]}</p><p>{FACTS[1]}</p></form>",
        f"<figure><img src='mill.jpg'><figcaption>{FACTS[0]} {FACTS[1]}</figcaption></figure>",
        "<aside><h3>The mill</h3><p>It was built by the board.</p></aside>",
    ],
    ids=["pull quote", "link", "form", "caption", "one short sentence"],
)
def test_what_is_no_prose_of_its_own_is_not_counted(box: str) -> None:
    assert read(box).notes == ()


def test_a_box_below_the_element_of_the_story_is_of_the_site() -> None:
    assert read(below=f"<div class='promo'>{BOX}</div>").notes == ()


def test_a_box_that_the_data_of_the_page_have_as_the_story_is_the_story() -> None:
    stated = [*map(told, range(4)), *FACTS, *map(told, range(4, 8))]
    data = {
        "@type": "NewsArticle",
        "headline": "Hearing of the flood",
        "articleBody": " ".join(stated),
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = read(f"<aside>{BOX}</aside>", head=head)
    assert texts_of(article, ParagraphKind.BODY) == stated
    assert article.notes == ()


def test_a_document_in_a_frame_is_part_of_the_page() -> None:
    inner = "".join(f"<p>{text}</p>" for text in FACTS)
    article = read(f'<iframe srcdoc="{escape(f"<html><body>{inner}</body></html>")}"></iframe>')
    assert set(FACTS) <= {paragraph.text for paragraph in article.paragraphs}


def test_a_story_in_a_frame_is_found() -> None:
    inner = escape(f"<html><body>{paragraphs(*range(8))}</body></html>")
    page = (
        "<html><head><title>Hearing of the flood</title></head><body>"
        f'<h1>Hearing of the flood</h1><iframe srcdoc="{inner}"></iframe></body></html>'
    )
    source = clean_line("hearing.html")
    article = read_page(page.encode(), source=source, name=source)
    assert texts_of(article, ParagraphKind.BODY) == list(map(told, range(8)))


def test_a_template_that_tells_something_is_folded_with_a_note() -> None:
    inner = "".join(f"<p>{text}</p>" for text in FACTS)
    article = read(f"<template>{inner}</template>")
    assert set(FACTS) <= set(texts_of(article, ParagraphKind.FURNITURE))
    assert len(article.notes) == 1
    assert read(f"<template>{paragraphs(1, 2)}</template>").notes == ()
