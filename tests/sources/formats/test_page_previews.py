"""Notes on pages that have only the beginning of their story."""

from __future__ import annotations

import json

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.page_previews import Extent, read_extent
from reader.sources.formats.pages import read_page

TITLE = "Aldmouth to close its old ferry pier"
LINES = [
    "The harbour council of Aldmouth voted on Tuesday to close the old ferry pier before winter.",
    "Engineers found that eleven of its forty piles had rotted below the water line.",
]
CUT_OFF = "Ferry crews will use the coal quay, half a mile to the east, until a…"
BOX = "<div><p>To continue reading this article, subscribe now or log in.</p></div>"
PREVIEW = "the page may have only the beginning of its story; the rest is for subscribers"


def read(lines: list[str], below: str = "", **stated: object) -> Article:
    data = {"@type": "NewsArticle", "headline": TITLE, **stated}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    story = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        f"<html lang='en'><head><title>{TITLE}</title>{script}</head><body>"
        f"<article><h1>{TITLE}</h1>{story}{below}</article></body></html>"
    )
    name = clean_line("pier.html")
    return read_page(page.encode(), source=name, name=name)


@pytest.mark.parametrize("last", [LINES[1], CUT_OFF])
def test_a_box_for_subscribers_below_a_short_story_is_noted(last: str) -> None:
    article = read([LINES[0], last], BOX)
    assert article.notes == (PREVIEW,)
    body = [each.text for each in article.paragraphs if each.kind is ParagraphKind.BODY]
    assert body == [LINES[0], last]


def test_a_short_story_that_is_stated_not_to_be_free_is_noted() -> None:
    assert read(LINES, isAccessibleForFree="False").notes == (PREVIEW,)


def test_a_long_story_is_not_noted_for_being_for_subscribers() -> None:
    lines = [
        f"On day {day} the ferry left {day} minutes late, its master said." for day in range(20)
    ]
    assert read(lines, BOX, isAccessibleForFree=False).notes == ()


def test_a_short_story_without_a_sign_is_not_noted() -> None:
    assert read(LINES).notes == ()


def test_far_more_stated_words_are_noted() -> None:
    found = sum(len(line.split()) for line in LINES)
    note = f"the page says that its story has 812 words; {found} were found"
    assert read(LINES, wordCount=812).notes == (note,)


def test_letters_that_are_stated_as_words_are_not_noted() -> None:
    lines = [
        f"On day {day} the ferry left {day} minutes late, its master said." for day in range(20)
    ]
    assert read(lines, wordCount=sum(map(len, lines))).notes == ()


@pytest.mark.parametrize(
    ("stated", "extent"),
    [
        ({}, Extent()),
        ({"wordCount": "612", "isAccessibleForFree": False}, Extent(612, is_for_all=False)),
        ({"wordCount": "many", "isAccessibleForFree": ["x"]}, Extent()),
        ({"wordCount": "9" * 5000}, Extent()),
    ],
)
def test_what_is_stated_of_the_extent(stated: dict[str, object], extent: Extent) -> None:
    assert read_extent(stated) == extent
