"""What stands between, above and below the paragraphs of a story, by the way it is marked up."""

from __future__ import annotations

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.pages import read_page

SUMMARY = "Boat owners say that the board heard of the water hours before the town did"
TOLD = "Four hundred people lost their homes when the river rose over the old quay in the night"
LONG = f"{TOLD} of the storm, and the mill was never rebuilt by anybody in the valley."
SHORT = "It had not been counted by anybody, the council said."
PLACES = ("quay", "mill", "school", "chapel", "bridge", "market", "library", "station")


def told(number: int) -> str:
    return (
        f"Witness number {number + 1} told the hearing that the people of the "
        f"{PLACES[number % 8]} had counted what was left of the {number + 3} boats before "
        "anybody came to help them."
    )


def read(inside: str = "", at: int = 5, header: str = "", above: str = "", below: str = ""):
    """Return the article of a page with something after a number of its ten paragraphs."""
    paragraphs = [f"<p>{told(number)}</p>" for number in range(10)]
    body = "".join((*paragraphs[:at], inside, *paragraphs[at:]))
    page = (
        "<html lang='en'><head><title>Hearing of the flood</title></head><body>"
        "<header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header><main><article>"
        f"{above}<h1>Hearing of the flood</h1>{header}<div class='article-body'>{body}</div>"
        f"{below}</article></main><footer><p>© The Courier</p></footer></body></html>"
    )
    source = clean_line("hearing.html")
    article = read_page(page.encode(), source=source, name=source)
    shown = [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]
    assert [text for text in shown if text.startswith("Witness number")] == list(
        map(told, range(10))
    )
    return article


def kind_of(article: Article, text: str) -> str | None:
    kinds = [p.kind.name.lower() for p in article.paragraphs if p.text == text]
    return kinds[0] if kinds else None


@pytest.mark.parametrize("at", [0, 5, 10])
@pytest.mark.parametrize("name", ["", " class='facts'"])
def test_every_line_of_an_element_of_the_story_is_the_story(name: str, at: int) -> None:
    lines = ("Place: the old mill", "Doors: seven in the evening", "Seats: three hundred")
    article = read(f"<div{name}>{'<br>'.join(lines)}</div>", at)
    assert [kind_of(article, line) for line in lines] == ["body"] * 3


@pytest.mark.parametrize("at", [5, 10])
@pytest.mark.parametrize("inner", ["{}", "<span>{}</span>"])
def test_a_sentence_in_an_element_without_a_name_is_the_story(inner: str, at: int) -> None:
    article = read(f"<div>{inner.format(SHORT)}</div>", at)
    assert kind_of(article, SHORT) == "body"


@pytest.mark.parametrize("at", [0, 5, 10])
def test_nothing_of_a_box_that_tells_something_is_lost(at: int) -> None:
    lines = ("The flood of 1953", LONG, "Town archive, volume nine")
    box = f"<aside><h3>{lines[0]}</h3><p>{lines[1]}</p><p>{lines[2]}</p></aside>"
    article = read(box, at)
    assert [kind_of(article, line) for line in lines] == ["furniture"] * 3


@pytest.mark.parametrize("at", [0, 5, 10])
def test_a_section_without_a_name_is_the_story(at: int) -> None:
    article = read(f"<section><h3>Boats of the mill</h3><p>{SHORT}</p></section>", at)
    assert kind_of(article, "Boats of the mill") == "heading"
    assert SHORT in [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


@pytest.mark.parametrize("heading", [
    "<h1>Boats at the quay</h1>",
    "<h2><a href='#boats'>Boats at the quay</a></h2>",
    "<h2>Boats at the quay</h2><h3>What was sold</h3><figure><img src='a.jpg'>"
    "<figcaption>The quay. Photograph: Ana Lind</figcaption></figure><span>Advertisement</span>",
])  # fmt: skip
def test_a_headline_between_the_paragraphs_is_a_heading(heading: str) -> None:
    assert kind_of(read(heading), "Boats at the quay") == "heading"


def test_the_last_paragraph_below_a_heading_with_its_own_address_is_no_card() -> None:
    article = read(f"<h2><a href='#counted'>Counted boats</a></h2><p>{SHORT}</p>", 10)
    assert kind_of(article, SHORT) == "body"


def test_a_heading_with_nothing_below_it_is_folded_and_not_lost() -> None:
    assert kind_of(read("<h2>Boats at the quay</h2>", 10), "Boats at the quay") == "furniture"


def test_addresses_below_the_story_are_its_sources() -> None:
    article = read("<p>Sources:</p><p><a href='http://a.example'>mill.example.org</a></p>", 10)
    assert kind_of(article, "mill.example.org") == "body"


@pytest.mark.parametrize("box", [
    "<h3>About our paper</h3><p>{}</p>",
    "<h2>Your account</h2><p>{}</p><p>You can read on one screen only, at any time of the day.</p>",
])  # fmt: skip
def test_what_a_heading_begins_after_the_elements_of_the_story_is_none(box: str) -> None:
    article = read(below=f"<div class='notice'>{box.format(LONG)}</div>")
    assert kind_of(article, LONG) in ("furniture", None)


def test_a_button_that_shows_the_rest_of_the_story_is_no_label_of_a_list() -> None:
    rest = "".join(f"<p>Later {told(number)}</p>" for number in range(20))
    article = read(f"<div id='more'><a href='#'>Read more</a><div id='rest'>{rest}</div></div>", 10)
    later = [kind_of(article, f"Later {told(number)}") for number in range(20)]
    assert later == ["body"] * 20


@pytest.mark.parametrize("header", [
    "<div>{}</div>",
    "<div>{}.</div>",
    "<header><p>{}</p></header>",
    "<div class='meta'>By Lena Brodt</div><div class='meta'>4 May 2031</div><h2>{}</h2>",
    "<div class='meta'>By Lena Brodt</div><div class='meta'>4 May 2031</div><div>{}</div>",
    "<div class='head has-caption'><h2 class='subtitle'>{}</h2></div>",
    "<figure><img src='a.jpg'><figcaption>The quay</figcaption></figure><div>{}</div>",
])  # fmt: skip
def test_a_line_between_headline_and_story_is_the_standfirst(header: str) -> None:
    article = read(header=header.format(SUMMARY))
    assert (article.standfirst or "").rstrip(".") == SUMMARY
    assert article.paragraphs[0].text.rstrip(".") == SUMMARY


def test_a_heading_right_above_the_headline_is_the_standfirst() -> None:
    assert read(above=f"<h2>{SUMMARY}</h2>").standfirst == SUMMARY


def test_points_below_the_headline_are_the_standfirst() -> None:
    points = ("Boat owners accuse the board of silence", "The inquiry goes on until the autumn")
    article = read(header=f"<ul><li>{points[0]}</li><li>{points[1]}</li></ul>")
    assert [p.text for p in article.paragraphs[:2]] == list(points)


@pytest.mark.parametrize("line", [
    "<div class='crumbs'>You are here now, dear reader of ours: <a href='/'>Home</a> » Flood</div>",
    "<div>Lena Brodt, Tom Wiech and Ida Vance of the Evening Ledger, Harwich Office</div>",
    "<div>This page was last changed by the desk on 4 May 2031 at the quay</div>",
    "<div><span class='caption'>A man of the mill beside what is left of his boat</span></div>",
])  # fmt: skip
def test_lines_of_the_page_below_the_headline_are_no_standfirst(line: str) -> None:
    assert read(header=line).standfirst is None


@pytest.mark.parametrize(
    "below", ["<p>— Ned Ross, Harbour College, 15 April 2029</p>", "<p>— Ned Ross</p>", ""]
)
def test_a_quotation_above_the_story_is_no_standfirst(below: str) -> None:
    quotation = "“When I was on the board, we lied about the gauges.”"
    article = read(f"<blockquote><p>{quotation}</p>{below}</blockquote>", 0)
    assert article.standfirst is None
    assert kind_of(article, quotation) == "body"


@pytest.mark.parametrize("is_saved_with_scripts", [False, True])
def test_what_is_for_browsers_without_scripts_is_the_story_once(is_saved_with_scripts) -> None:
    story = "".join(f"<p>{told(number)}</p>" for number in range(6))
    shown = f"<div>{story}</div>" if is_saved_with_scripts else "<p>Please turn on scripts.</p>"
    page = f"<html><body><article>{shown}<noscript>{story}</noscript></article></body></html>"
    name = clean_line("page.html")
    article = read_page(page.encode(), source=name, name=name)
    shown_words = [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]
    assert [text for text in shown_words if "Witness" in text] == list(map(told, range(6)))


@pytest.mark.parametrize("level", [2, 3])
def test_a_heading_below_the_headline_and_a_marked_paragraph_are_one_standfirst(level) -> None:
    header = f"<h{level}>{SUMMARY}</h{level}><p class='standfirst'>{LONG}</p>"
    article = read(header=header)
    assert article.standfirst == f"{SUMMARY} {LONG}"


@pytest.mark.parametrize(
    "words",
    [
        "<del>not</del>",
        "<s>not</s>",
        "<strike>not</strike>",
        "<span hidden>not</span>",
        '<em style="display: none">not</em>',
    ],
)
def test_words_struck_out_or_hidden_in_a_sentence_are_not_read(words: str) -> None:
    article = read(f"<p>“The old mill is {words} safe for all of us in the valley,” she said.</p>")
    shown = [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]
    assert "“The old mill is safe for all of us in the valley,” she said." in shown


def test_a_story_that_is_marked_as_hidden_or_inserted_stays() -> None:
    article = read(f"<p><span hidden>{LONG}</span></p><p><ins>{SHORT}</ins></p>")
    assert {LONG, SHORT} <= {p.text for p in article.paragraphs}


@pytest.mark.parametrize("hiding", ["hidden", 'style="display:none"'])
def test_a_note_counts_what_a_page_hides_among_its_story(hiding: str) -> None:
    article = read(f"<p {hiding}>{SHORT}</p>")
    assert kind_of(article, SHORT) == "furniture"
    assert article.notes == ("1 paragraph that the page hides is folded",)


@pytest.mark.parametrize("level", ["h2", "h4"])
def test_sentences_that_are_marked_as_headings_are_the_story(level: str) -> None:
    lines = [told(number) for number in range(4)]
    marked = "".join(f"<{level}>{line}</{level}>" for line in lines)
    page = f"<html><body><article><h1>Hearing of the flood</h1>{marked}</article></body></html>"
    name = clean_line("hearing.html")
    article = read_page(page.encode(), source=name, name=name)
    assert [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY] == lines
    assert article.standfirst is None


def test_names_that_are_links_are_the_story_between_its_paragraphs() -> None:
    places = "<a href='/t/1'>Stowe</a>: <a href='/t/2'>the Quay</a>, <a href='/t/3'>Mill</a>"
    article = read(f"<p>{places}</p>")
    assert kind_of(article, "Stowe: the Quay, Mill") == "body"
    stories = "<a href='/s/1'>Quay to be rebuilt next year</a>, <a href='/s/2'>Mill to be sold</a>"
    related = read(f"<p>{stories}</p>")
    assert kind_of(related, "Quay to be rebuilt next year, Mill to be sold") == "furniture"


@pytest.mark.parametrize(
    "outer", ["<figure><figcaption>{}</figcaption></figure>", "<blockquote>{}</blockquote>"]
)
def test_a_description_that_is_a_caption_or_a_quotation_is_the_standfirst(outer: str) -> None:
    summary = f"{SUMMARY}."
    page = (
        f"<html><head><meta name='description' content='{summary}'></head><body><article>"
        f"<h1>Hearing of the flood</h1><div class='top'>{outer.format(summary)}</div>"
        f"<div class='text'>{''.join(f'<p>{told(number)}</p>' for number in range(6))}</div>"
        "</article></body></html>"
    )
    name = clean_line("hearing.html")
    article = read_page(page.encode(), source=name, name=name)
    assert article.standfirst == summary


@pytest.mark.parametrize("is_above", [True, False])
def test_a_list_of_other_stories_is_not_taken_for_the_story(is_above: bool) -> None:
    places = ("Stowe", "Colne", "Marl", "Ness", "Wick", "Ayre", "Holm", "Skerry", "Tarn", "Fell")
    blurbs = [
        f"The harbour of {place} will be dredged again next year, the board said on Friday, after "
        f"two winters in which no boat could leave {place} at low water."
        for place in places
    ]
    items = "".join(
        f"<li><div class='card'><h3><a href='/{at}'>The harbour of {place} is dredged</a></h3>"
        f"<div class='text'><p>{blurb}</p></div></div></li>"
        for at, (place, blurb) in enumerate(zip(places, blurbs, strict=True))
    )
    stream = f"<div class='stream'><ul>{items}</ul></div>"
    article = read(**{"above" if is_above else "below": stream})
    assert "body" not in [kind_of(article, blurb) for blurb in blurbs]
