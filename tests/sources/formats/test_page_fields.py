"""Writers, dates and correction notes of pages, wherever a page states them."""

from __future__ import annotations

import json

import pytest

from reader.articles import Article
from reader.sources.formats.pages import read_page
from reader.text.cleaning import clean_line

pytest.importorskip("trafilatura")

STORY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The bridge across the sound was closed on Tuesday after divers found a crack in a pier.",
        "Engineers said that lorries would have to use the ferry until the pier was repaired.",
        "“Nobody likes the ferry in March,” said Ole Strand, who drives the school bus.",
        "The county council meets on Friday to decide who is to pay for the repair.",
    )
)


def read(head: str = "", above: str = "", below: str = "", after: str = "") -> Article:
    page = (
        f'<!doctype html><html lang="en"><head><title>Bridge closed</title>{head}</head><body>'
        f"<main><article><h1>Bridge closed after divers find crack</h1>{above}{STORY}{below}"
        f"</article>{after}</main></body></html>"
    )
    name = clean_line("page")
    return read_page(page.encode(), source=name, name=name)


def linked_data(**fields: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Bridge closed after divers find crack", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (
            '<div class="byline"><span>By</span> <a>Mira Holt</a><span>7 March 2029</span>'
            "<span>482</span></div>",
            "Mira Holt",
        ),
        ('<p class="byline">Mira Holt - March 7, 2029 6:05 pm UTC</p>', "Mira Holt"),
        (
            '<p class="byline">By Mira Holt in Norhaven, Jon Vesper in Paris and Ole Strand in '
            "Bergen, with pictures and much else by our own people at the sound</p>",
            "Mira Holt, Jon Vesper and Ole Strand",
        ),
        (
            '<div class="authors"><a href="/m">Mira Holt</a> <a href="/j">Jon Vesper</a></div>',
            "Mira Holt, Jon Vesper",
        ),
        (
            '<p><span class="author">Mira Holt</span>, <span class="author">Jon Vesper</span></p>',
            "Mira Holt, Jon Vesper",
        ),
        (
            '<div class="byline"><div class="name">Mira Holt</div> <ul><li>Biography</li> '
            "<li>mira@beacon.test</li></ul></div>",
            "Mira Holt",
        ),
        (
            '<blockquote><p>“We said nothing.”</p><p class="author">Tore Lind</p></blockquote>',
            None,
        ),
    ],
)
def test_an_element_gives_the_names_of_all_writers(above: str, byline: str | None) -> None:
    assert read(above=above).byline == byline


def test_a_name_in_two_cases_is_one_writer() -> None:
    head = linked_data(author=[{"name": "Mira Holt"}, {"name": "MIRA HOLT"}])
    assert read(head).byline == "Mira Holt"


def test_an_element_that_names_more_writers_completes_the_head() -> None:
    above = '<p class="byline">By <a>Mira Holt</a> and <a>Jon Vesper</a></p>'
    assert (
        read(linked_data(author={"name": "Mira Holt"}), above).byline == "Mira Holt and Jon Vesper"
    )


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (linked_data(datePublished=1867593900), ""),
        (linked_data(datePublished="2029-03-07T16:05:00Z"), ""),
        ('<meta property="article:published:time" content="2029-03-07T16:05:00Z">', ""),
        ('<meta name="parsely-page" content=\'{"pub_date":"2029-03-07T16:05:00Z"}\'>', ""),
        ('<meta property="rnews:datePublished" content="2029-03-07T16:05:00Z">', ""),
        ("", '<span property="rnews:datePublished" content="20290307T160500Z"></span>'),
        ("", '<p>Published <time datetime="2029-03-07T16:05:00Z">Wednesday</time></p>'),
    ],
)
def test_the_date_of_publication_is_found_in_every_notation(head: str, above: str) -> None:
    assert read(head, above).published == "2029-03-07 16:05 UTC"


def test_an_update_is_a_field_where_it_differs() -> None:
    stated = {"datePublished": "2029-03-07T16:05:00Z", "dateModified": "2029-03-09T08:00:00Z"}
    article = read(linked_data(**stated))
    assert (article.published, article.updated) == ("2029-03-07 16:05 UTC", "2029-03-09 08:00 UTC")
    same = read(linked_data(**{**stated, "dateModified": stated["datePublished"]}))
    assert same.updated is None


def test_an_updated_time_is_not_the_date_of_publication() -> None:
    above = '<p>Updated <time datetime="2029-03-09T08:00:00Z">Friday</time></p>'
    article = read(above=above)
    assert (article.published, article.updated) == (None, "2029-03-09 08:00 UTC")


NOTE = "This article was amended on 9 March 2029. The bridge has nine piers, not eight."


@pytest.mark.parametrize("part", ["above", "below", "after"])
def test_a_note_is_found_wherever_it_is(part: str) -> None:
    article = read(**{part: f'<p class="correction">{NOTE}</p>'})
    assert article.corrections == (NOTE,)
    assert (article.corrected, article.published) == ("9 March 2029", None)


def test_a_note_of_the_linked_data_is_found() -> None:
    note = {"@type": "CorrectionComment", "text": NOTE, "datePublished": "2029-03-09T08:00:00Z"}
    article = read(linked_data(correction=note))
    assert article.corrections == (NOTE,)
    assert article.corrected == "2029-03-09 08:00 UTC"


def test_a_link_to_corrections_is_no_note() -> None:
    after = '<div class="corrections-link"><a href="/corrections">Corrections</a></div>'
    assert read(after=after).corrections == ()


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://www.soundbeacon.test/news/bridge">',
        '<meta property="og:url" content="https://m.soundbeacon.test/news/bridge">',
        "<!-- saved from url=(0039)https://soundbeacon.test/news/bridge -->",
        '<link rel="canonical" href="https://web.archive.org/web/2029/https://soundbeacon.test/b">',
    ],
)
def test_the_domain_of_a_page_is_its_outlet_where_nothing_else_states_it(head: str) -> None:
    assert read(head).outlet == "soundbeacon.test"
    assert read(f'{head}<meta property="og:site_name" content="Sound Beacon">').outlet == (
        "Sound Beacon"
    )


@pytest.mark.parametrize("host", ["facebook.com", "127.0.0.1:8000", "localhost", "t.co"])
def test_a_host_of_other_peoples_texts_is_no_outlet(host: str) -> None:
    assert read(f'<link rel="canonical" href="https://{host}/bridge">').outlet is None


def test_a_time_that_the_words_around_it_name_is_not_the_date_of_publication() -> None:
    assert (
        read(above='<p>The repair begins <time datetime="2029-06-01">1 June</time></p>').published
        is None
    )
    assert read(
        above='<p>By Mira Holt, <time datetime="2029-03-07">7 March</time></p>'
    ).published == ("2029-03-07")


def test_a_count_beside_a_date_is_no_part_of_it() -> None:
    above = '<div class="byline">Mira Holt<br>7 March 2029<br>1.2k shares</div>'
    article = read(above=above)
    assert (article.byline, article.published) == ("Mira Holt", "7 March 2029")


def test_the_time_for_machines_goes_before_the_printed_one() -> None:
    above = (
        '<div class="byline"><a rel="author">Mira Holt</a> <span>12 Comments</span> '
        '<time datetime="2029-03-07T18:05:00+02:00">7 March 2029</time></div>'
    )
    assert read(above=above).published == "2029-03-07 18:05 +02:00"


def test_surnames_that_a_catalogue_puts_first_are_put_last() -> None:
    head = "".join(
        f'<meta name="citation_author" content="{name}">' for name in ("Holt, Mira", "Vesper, Jon")
    )
    assert read(head).byline == "Mira Holt, Jon Vesper"


def test_every_paragraph_of_a_box_of_corrections_is_a_note() -> None:
    after = (
        '<div class="corrections"><h4>Corrections and clarifications</h4>'
        f"<p>• {NOTE}</p><p>• It was further amended on 11 March 2029 to name her.</p></div>"
    )
    assert read(after=after).corrections == (
        NOTE,
        "It was further amended on 11 March 2029 to name her.",
    )
