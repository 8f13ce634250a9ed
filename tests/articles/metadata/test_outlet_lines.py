"""Outlets that a text states, and none that it does not."""

from __future__ import annotations

import pytest

from reader.articles import Article, parse_article
from reader.articles.metadata.outlets import find_domain

STORY = (
    "The bridge across the sound was closed on Tuesday after divers found a crack in a pier.\n"
    "Engineers said that lorries would have to use the ferry until the pier was repaired.\n"
    "“Nobody likes the ferry in March,” said Ole Strand, who drives the school bus.\n"
)
TITLE = "Bridge closed after divers find crack in pier\n"


def read(above: str = "", below: str = "", title: str = TITLE) -> Article:
    return parse_article(f"{title}{above}{STORY}{below}", source="text", name="text")


@pytest.mark.parametrize(
    ("above", "outlet", "agency", "byline"),
    [
        ("(Sound Herald) – By Mira Holt\n", "Sound Herald", None, "Mira Holt"),
        ("(Reuters) - By Mira Holt\n", None, "Reuters", "Mira Holt"),
        ("Sound Herald\nBy Mira Holt\n", "Sound Herald", None, "Mira Holt"),
        ("By Mira Holt\nSound Herald\n7 March 2029\n", "Sound Herald", None, "Mira Holt"),
        ("Sound Herald | 7 March 2029\n", "Sound Herald", None, None),
        ("Radio Sound\n", "Radio Sound", None, None),
        ("Channel Nine\n7 March 2029\n", "Channel Nine", None, None),
        ("By our staff and AFP\n", None, "AFP", "our staff"),
        ("By Our Correspondent\n", None, None, "Our Correspondent"),
        ("By Staff and agencies\n", None, None, None),
        ("*Sound Herald with AFP*\n", "Sound Herald", "AFP", None),
        ("Sound Herald and agencies\n", "Sound Herald", None, None),
        ("By Mira Holt for the Sound Herald\n", "Sound Herald", None, "Mira Holt"),
        ("https://www.soundherald.test/news/bridge\n", "soundherald.test", None, None),
    ],
)
def test_a_line_above_the_story_states_the_outlet(
    above: str, outlet: str | None, agency: str | None, byline: str | None
) -> None:
    article = read(above)
    assert (article.outlet, article.agency, article.byline) == (outlet, agency, byline)


@pytest.mark.parametrize(
    "below", ["*Sound Herald with AFP*\n", "(Sound Herald)\n", "— Sound Herald\n"]
)
def test_a_line_below_the_story_states_the_outlet(below: str) -> None:
    article = read(below=below)
    assert article.outlet == "Sound Herald"
    assert article.byline is None


def test_a_title_may_end_with_the_outlet() -> None:
    article = read(title="Bridge closed after divers find crack in pier | Sound Herald\n")
    assert article.outlet == "Sound Herald"
    assert article.title == "Bridge closed after divers find crack in pier"


@pytest.mark.parametrize(
    "above",
    ["Latest News\n", "World News\nBy Mira Holt\n", "Mira Holt and agencies\n", "The Long Read\n",
     "Staff and agencies\n", "By Mira Holt\nMore Stories\n"],
)  # fmt: skip
def test_no_outlet_is_invented(above: str) -> None:
    assert read(above).outlet is None


def test_a_signature_below_the_story_is_the_byline() -> None:
    assert read(below="By Mira Holt\n").byline == "Mira Holt"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.soundherald.test/a?b#c", "soundherald.test"),
        ("http://amp.soundherald.test:8080/a", "soundherald.test"),
        ("https://web.archive.org/web/20290307/https://soundherald.test/a", "soundherald.test"),
        ("https://web.archive.org/about", None),
        ("https://docs.google.com/document/d/1", None),
        ("https://192.168.0.1/a", None),
        ("https://soundherald.test/a and more", None),
        ("soundherald.test", None),
    ],
)
def test_the_domain_of_an_address(address: str, domain: str | None) -> None:
    assert find_domain(address) == domain
