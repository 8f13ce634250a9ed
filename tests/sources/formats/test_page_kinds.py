"""Standfirsts, live blogs, lists of other stories and stories in data, on whole pages."""

from __future__ import annotations

import json

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats import page_extraction
from reader.sources.formats.article_records import article_to_record, parse_article_records
from reader.sources.formats.page_statements import split_body
from reader.sources.formats.pages import read_page

TITLE = "Tide mill grinds its first flour since the war"
STANDFIRST = "The wheel was dug out by hand, and the millers are all past seventy."
LINES = [
    "The tide mill at Colne Point ground its first sack of flour on Saturday, eighty-one years "
    "after a mine stopped the wheel.",
    "Miller Edda Crane, who is seventy-four, opened the sluice at twenty past six, when the sea "
    "had begun to fall.",
    "“It sounded like a cart on a bridge,” Crane said. “Then it sounded like a mill.”",
    "The flour will be sold at the gate, a pound at a time, to pay for a new roof.",
    "The next grinding is in two weeks, if the moon and the millers agree.",
]


def read(body: str, head: str = "") -> Article:
    page = (
        f"<html lang='en'><head><title>{TITLE}</title>{head}</head><body>"
        "<header><nav><a href='/'>Home</a></nav></header>"
        f"{body}<footer><p>© Colne Courier</p></footer></body></html>"
    )
    name = clean_line("mill.html")
    return read_page(page.encode(), source=name, name=name)


def story(lines: list[str] = LINES) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def texts(article: Article, kind: ParagraphKind) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind is kind]


def body(article: Article) -> list[str]:
    return texts(article, ParagraphKind.BODY)


DESCRIPTION = f'<meta name="description" content="{STANDFIRST}">'


@pytest.mark.parametrize(
    ("header", "head"),
    [
        (f"<div><h1>{TITLE}</h1><h2 class='dek'>{STANDFIRST}</h2></div>", ""),
        (f"<div><h1>{TITLE}</h1><p data-testid='standfirst'>{STANDFIRST}</p></div>", ""),
        (f"<div><h1>{TITLE}</h1><div class='q9'>{STANDFIRST}</div></div>", DESCRIPTION),
        (f"<div><h1>{TITLE}</h1><div class='q9'>Colne. {STANDFIRST}</div></div>", DESCRIPTION),
        (f"<div><h1>{TITLE}</h1><p>{STANDFIRST}</p></div>", ""),
        (f"<header><h1>{TITLE}</h1><p class='subtitle'>{STANDFIRST}</p></header>", ""),
    ],
)
def test_the_standfirst_is_a_field_and_the_first_paragraph(header, head):
    article = read(
        f"<main>{header}<article><div class='copy'>{story()}</div></article></main>", head
    )
    assert article.standfirst in (STANDFIRST, f"Colne. {STANDFIRST}")
    assert body(article) == [article.standfirst, *LINES]


def test_the_description_in_the_head_alone_is_no_standfirst():
    article = read(f"<main><article><h1>{TITLE}</h1>{story()}</article></main>", DESCRIPTION)
    assert article.standfirst is None
    assert body(article) == LINES


def test_the_first_paragraph_is_no_standfirst_because_the_head_repeats_it():
    head = f'<meta name="description" content="{LINES[0]}">'
    article = read(f"<main><article><h1>{TITLE}</h1>{story()}</article></main>", head)
    assert article.standfirst is None
    assert body(article) == LINES


def test_several_lines_are_one_standfirst():
    points = ["The wheel was dug out by hand.", "All the millers are past seventy."]
    items = "".join(f"<li>{point}</li>" for point in points)
    header = f"<div><h1>{TITLE}</h1><ul class='summary'>{items}</ul></div>"
    article = read(f"<main>{header}<article>{story()}</article></main>")
    assert article.standfirst == " ".join(points)
    assert body(article) == [*points, *LINES]


def test_a_byline_below_the_headline_is_no_standfirst():
    header = f"<div><h1>{TITLE}</h1><p class='intro'>By Ada Lund and Piet Verhoeven</p></div>"
    assert read(f"<main>{header}<article>{story()}</article></main>").standfirst is None


def live_blog(element: str, time: str) -> str:
    entries = "".join(
        f"<{element} class='entry'>{time.format(9 + number)}<h2>Entry {number}</h2>"
        f"<p>{line}</p></{element}>"
        for number, line in enumerate(LINES)
    )
    return f"<main><h1>{TITLE}</h1><p class='standfirst'>{STANDFIRST}</p>{entries}</main>"


@pytest.mark.parametrize("element", ["div", "section", "article"])
@pytest.mark.parametrize(
    "time",
    [
        "<time>{}:05</time>",
        "<span>{}:05</span>",
        "<p class='stamp'>{}:05</p>",
        "<a href='#x'><time datetime='2031-05-04'>{}:05</time></a>",
    ],
)
def test_each_entry_of_a_live_blog_has_its_heading_and_its_time(element, time):
    article = read(live_blog(element, time))
    assert article.standfirst == STANDFIRST
    assert body(article) == [STANDFIRST, *LINES]
    assert texts(article, ParagraphKind.HEADING) == [f"Entry {number}" for number in range(5)]
    timed = [(p.text, p.time) for p in article.paragraphs if p.text in LINES]
    assert timed == [(line, f"{9 + number}:05") for number, line in enumerate(LINES)]
    shown = [p.text for p in article.paragraphs]
    assert all(shown.index(f"{9 + at}:05") < shown.index(line) for at, line in enumerate(LINES))


@pytest.mark.parametrize("age", ["{} minutes ago", "vor {} Minuten", "{}.15 Uhr"])
def test_the_time_of_an_entry_is_kept_as_printed(age):
    article = read(live_blog("div", f"<time>{age}</time>"))
    timed = [p.time for p in article.paragraphs if p.text in LINES]
    assert timed == [age.format(9 + number) for number in range(len(LINES))]


def test_the_time_of_a_story_is_not_that_of_an_entry():
    article = read(f"<main><h1>{TITLE}</h1><time>9:05</time>{story()}</main>")
    assert [paragraph.time for paragraph in article.paragraphs if paragraph.time] == []


def test_records_hold_standfirst_and_times():
    article = read(live_blog("div", "<time>{}:05</time>"))
    line = json.dumps(article_to_record(article))
    assert parse_article_records(line, source=clean_line("x")) == (article,)


def cards(*, linked: bool = True) -> str:
    pairs = (
        ("Lock keeper retires", "She leaves after forty years."),
        ("Fog stops ferry", "Again."),
    )
    return "".join(
        f"<h3>{f'<a href=/x>{title}</a>' if linked else title}</h3><p>{blurb}</p>"
        for title, blurb in pairs
    )


@pytest.mark.parametrize("label", ["More from the Courier", "Read more", "Trending", "Lire aussi"])
def test_stories_below_a_label_are_furniture(label):
    article = read(
        f"<main><article><h1>{TITLE}</h1>{story()}<h2>{label}</h2>{cards()}</article></main>"
    )
    assert body(article) == LINES
    assert texts(article, ParagraphKind.HEADING) == []


def test_headings_of_a_list_that_are_links_stay_with_the_paragraphs_below_them():
    items = "".join(
        f"<h2><a href='/{at}'>{at}. Mill number {at}</a></h2><p>{one}</p><p>{other}</p>"
        for at, (one, other) in enumerate([LINES[1:3], LINES[3:5]], 1)
    )
    article = read(f"<main><article><h1>{TITLE}</h1><p>{LINES[0]}</p>{items}</article></main>")
    assert body(article) == LINES
    assert texts(article, ParagraphKind.HEADING) == ["1. Mill number 1", "2. Mill number 2"]


def test_a_following_story_is_furniture():
    other = "<p>The lock keeper at Colne retires in May after forty years at the gates.</p>" * 2
    article = read(
        f"<main><article><h1>{TITLE}</h1>{story()}</article>"
        f"<article><h1>Lock keeper retires</h1>{other}</article></main>"
    )
    assert body(article) == LINES


@pytest.mark.parametrize("separator", ["\n\n", "\n", "</p><p>"])
def test_a_story_that_is_only_in_the_data_is_parted_and_noted(separator):
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": separator.join(LINES)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    article = read(f"<main><h1>{TITLE}</h1><button>Open</button></main>", head)
    assert body(article) == LINES
    assert any("data of the page" in note for note in article.notes)


def test_a_story_that_the_data_have_in_one_line_is_cut_at_what_the_page_shows_of_it():
    lines = [*LINES, *(f"{line} So it was in the year of the flood." for line in LINES * 2)]
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(lines)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    shown = story(lines[:2])
    article = read(f"<main><article><h1>{TITLE}</h1>{shown}</article></main>", head)
    assert body(article) == [*lines[:2], " ".join(lines[2:])]
    assert any("data of the page" in note for note in article.notes)


def test_sentences_glued_to_one_another_are_parted():
    glued = "".join(LINES * 2)
    assert split_body(glued) == LINES * 2
    assert split_body(" ".join(LINES)) == [" ".join(LINES)]


@pytest.mark.parametrize("mark", ["$$PICTURE$$", "{{ad 1}}", "%%BREAK%%"])
def test_what_a_site_replaces_before_it_shows_a_body_is_no_text(mark: str) -> None:
    assert split_body(f"<p>{LINES[0]}</p>{mark}<p>{LINES[1]}</p>") == LINES[:2]
    assert split_body(f"{LINES[0]} {mark} {LINES[1]}") == LINES[:2]


def test_a_page_that_shows_its_story_is_not_read_from_its_data():
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(LINES)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    article = read(f"<main><article><h1>{TITLE}</h1>{story()}</article></main>", head)
    assert body(article) == LINES
    assert article.notes == ()


BOX = (
    "<div class='widget'><div><span>The mill stands on piles of oak. Nobody knows who drove them "
    "into the mud.</span></div></div>"
)


def test_more_than_a_sentence_in_doubt_is_folded_and_noted():
    text = f"<div class='text'>{story(LINES[:3])}{BOX}{story(LINES[3:])}</div>"
    article = read(f"<main><article><h1>{TITLE}</h1>{text}</article></main>")
    note = "1 paragraph may be missing from the middle of the page; it is folded"
    assert article.notes == (note,)
    assert body(article) == LINES
    assert any("piles of oak" in text for text in texts(article, ParagraphKind.FURNITURE))


def test_one_sentence_in_doubt_is_folded_without_a_note():
    box = BOX.replace(" Nobody knows who drove them into the mud.", "")
    text = f"<div class='text'>{story(LINES[:3])}{box}{story(LINES[3:])}</div>"
    article = read(f"<main><article><h1>{TITLE}</h1>{text}</article></main>")
    assert article.notes == ()
    assert "The mill stands on piles of oak." in texts(article, ParagraphKind.FURNITURE)


MENU = [
    "政治",
    "経済",
    "社会",
    "国際",
    "文化",
    "科学",
    "天気",
    "連載",
    "社説",
    "地域",
    "写真",
    "検索",
]
JAPANESE = [
    "入り江の潮力製粉所で四日、八十一年ぶりに最初の一袋が挽かれ、見物に来た百人余りが拍手を送った。",
    "水門を開けたのは七十四歳の粉屋、浜田ゆきさんで、潮が引き始める六時二十分を待って綱を引いた。",
    "浜田さんは「はじめは荷車、それから粉屋の音になった」と話し、次の大潮にも回すつもりだという。",
]


def test_the_menu_of_a_page_without_spaces_is_no_story():
    menu = "<ul>" + "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in MENU) + "</ul>"
    article = read(
        f"<div>{menu}</div><div><h1>潮力製粉所</h1>{story(JAPANESE)}</div><div>{menu}</div>"
    )
    assert body(article) == JAPANESE
    assert article.notes == ()


def test_the_title_printed_again_above_the_story_is_no_paragraph_of_it():
    text = f"<div class='text'><p>{TITLE}</p>{story()}</div>"
    article = read(f"<main><article><h1>{TITLE.upper()}</h1>{text}</article></main>")
    assert body(article) == LINES


def test_a_page_without_a_body_element_is_read_whole():
    name = clean_line("mill.html")
    page = (
        f"<html lang='en'><title>{TITLE}</title><article><h1>{TITLE}</h1>{story()}</article></html>"
    )
    assert body(read_page(page.encode(), source=name, name=name)) == LINES


def test_a_page_with_more_paragraphs_than_any_story_is_the_story_whole(monkeypatch):
    monkeypatch.setattr(page_extraction, "_MOST_BLOCKS", 6)
    page = f"<main><h1>{TITLE}</h1>{story()}<nav><p>{LINES[0]}</p></nav><p>Next 17</p></main>"
    answer = page_extraction.extract_page(page.encode(), {})
    kinds = [(kind, text) for kind, text, _ in answer["paragraphs"]]
    last = [("boilerplate", LINES[0]), ("story", "Next 17")]
    assert kinds == [("heading", TITLE), *(("story", line) for line in LINES), *last]
    assert answer["notes"] == ["the page has 8 paragraphs; all of them are taken for the story"]


def test_words_of_a_site_in_a_paragraph_that_the_data_has_are_the_story():
    line = (
        "Subscribe to our newsletter, the millers had painted on the door in 1911, and below it, "
        "in smaller letters, that anyone who signed up would be sent a loaf by post every Friday."
    )
    lines = [*LINES[:3], line, *LINES[3:]]
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(lines)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<main><article><h1>{TITLE}</h1>{story(lines)}</article></main>"
    assert body(read(page, head)) == lines
    assert line not in body(read(page))


CAPTION = "The wheel turned over in its pit on Saturday."
PICTURES = {
    "class": f"<div><img src='a.jpg'><div class='imageCaption'>{CAPTION}</div></div>",
    "text of the picture": f"<div><img src='a.jpg' alt='{CAPTION}'><span>{CAPTION}</span></div>",
    "video": f"<div><a href='/v'><img src='a.jpg' alt='{CAPTION}'></a><p>{CAPTION}</p></div>",
}


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_the_words_below_a_picture_are_furniture(picture: str) -> None:
    article = read(f"<article>{story(LINES[:2])}{picture}{story(LINES[2:])}</article>")
    assert body(article) == LINES
    assert CAPTION in texts(article, ParagraphKind.FURNITURE)


def test_a_summary_that_is_also_the_text_of_the_picture_is_no_caption() -> None:
    picture = f"<img src='a.jpg' alt='{STANDFIRST}'>"
    head = f"<h1>{TITLE}</h1>{picture}<p class='dek'>{STANDFIRST}</p>"
    assert read(f"<article>{head}{story()}</article>", DESCRIPTION).standfirst == STANDFIRST


def test_a_story_in_an_element_named_for_its_captions_is_kept() -> None:
    long = [f"{line} {' '.join(LINES)}" for line in LINES]
    assert body(read(f"<article><div class='no-caption'>{story(long)}</div></article>")) == long


def test_what_a_page_shows_when_a_name_is_pointed_at_is_dropped() -> None:
    card = (
        "<span class='who'><a href='/edda'>Edda Crane</a><span><img src='e.jpg'><a>Edda Crane</a>"
        "<a href='/1'>Crane wins the prize of the county</a> <a>Crane buys a boat</a></span></span>"
    )
    told = LINES[1].replace("Edda Crane", card)
    page = f"<article>{story([LINES[0], told, *LINES[2:]])}</article>"
    assert body(read(page)) == LINES


def test_what_microdata_tell_machines_is_no_story() -> None:
    data = (
        "<div itemprop='datePublished'>2031-11-19T08:57:40+01:00</div>"
        "<div itemprop='publisher' itemscope itemtype='https://schema.org/Organization'>"
        "<div itemprop='name'>ColneCourierUk</div></div>"
    )
    article = read(f"<article>{story(LINES[:2])}{data}{story(LINES[2:])}</article>")
    assert body(article) == LINES


def test_comments_below_the_story_are_folded() -> None:
    comment = (
        "If we are going to have the privilege of flour from this mill, somebody should ask who "
        "pays for the sacks, and why the pound is so dear."
    )
    box = f"<div class='comment first'><div class='content'><p>{comment}</p></div></div>"
    article = read(f"<div class='post'>{story()}{box}</div>")
    assert body(article) == LINES


HIDDEN = "The miller of the other bank has left the parish, said the clerk of works."
UNSEEN = (
    "style='display:none'", "hidden", "style='font-size: 0'", "style='visibility:hidden'",
    "style='position:absolute; left:-9999px'", "style='text-indent:-999em !important'",
    "style='opacity:0.0'", "style='clip: rect(0, 0, 0, 0)'", "class='note sr-only'",
)  # fmt: skip


@pytest.mark.parametrize("element", ["p", "div", "blockquote", "li"])
@pytest.mark.parametrize("unseen", UNSEEN)
@pytest.mark.parametrize("text", [HIDDEN, HIDDEN.rstrip(".")])
def test_what_a_page_does_not_show_is_folded_and_noted(unseen, element, text):
    middle = f"<{element} {unseen}>{text}</{element}>"
    found = read(f"<article><h1>{TITLE}</h1>{story(LINES[:3])}{middle}{story(LINES[3:])}</article>")
    assert body(found) == LINES
    assert text.rstrip(".") in " ".join(texts(found, ParagraphKind.FURNITURE))
    assert "1 paragraph that the page hides is folded" in found.notes


def test_a_sentence_hidden_inside_of_a_paragraph_is_folded_and_a_label_is_dropped():
    line = f"{LINES[3]} <span style='font-size:0'>{HIDDEN}</span>"
    label = f"{LINES[4]} <span class='sr-only'>opens in a new window</span>"
    found = read(f"<article><h1>{TITLE}</h1>{story([*LINES[:3], line, label])}</article>")
    assert body(found) == LINES
    assert HIDDEN in texts(found, ParagraphKind.FURNITURE)
    assert "1 paragraph that the page hides is folded" in found.notes


OTHER_TITLE = "Mayor resigns over letter"
OTHER_LINES = [
    "The mayor of Colne has resigned over a letter in which he had asked the builders of the new "
    "pier for a boat.",
    "The clerk said that the letter had been on her desk since Monday, and that she had told "
    "nobody of it until the council met.",
]
OTHER = f"<article><h1>{OTHER_TITLE}</h1>{story(OTHER_LINES)}</article>"
OWN = f"<article><h1>{TITLE}</h1>{story()}</article>"


@pytest.mark.parametrize("page", [OWN + OTHER, OTHER + OWN])
def test_another_article_of_the_page_is_told_of(page):
    found = read(page)
    assert body(found) == LINES
    assert f"the page has another article, left out here: “{OTHER_TITLE}”" in found.notes


def test_articles_that_are_read_as_one_are_told_of():
    found = read((OTHER + OWN).replace(f"<h1>{TITLE}", "<h1>Flour from the sea"))
    assert {*OTHER_LINES, *LINES} <= {*body(found)}
    assert "the page has several articles, which are read as one here" in found.notes


CANONICAL = '<link rel="canonical" href="https://www.colne-courier.example/mill">'


@pytest.mark.parametrize("tag", ["p", "li"])
def test_a_line_that_links_to_another_site_is_the_story(tag):
    def inside(address: str) -> str:
        line = f"<{tag}><a href='{address}'>Flour, £4 a pound, Colne Mill</a></{tag}>"
        return f"<ul>{line}</ul>" if tag == "li" else line

    def page(address: str) -> str:
        return (
            f"<article><h1>{TITLE}</h1><div class='text'>{story(LINES[:3])}{inside(address)}"
            f"{story(LINES[3:])}</div></article>"
        )

    sold = read(page("https://shop.mill.example/flour"), CANONICAL)
    assert "Flour, £4 a pound, Colne Mill" in body(sold)
    own = read(page("https://news.colne-courier.example/flour"), CANONICAL)
    assert body(own) == LINES


def test_the_address_of_the_page_is_no_paragraph_of_its_story():
    address = "<p>https://colne-courier.example/mill</p>"
    found = read(f"<article><h1>{TITLE}</h1>{address}{story()}</article>", CANONICAL)
    assert body(found) == LINES


def test_the_items_of_a_menu_above_the_story_are_furniture():
    menu = (
        "<ul><li><a href='/print'>Print</a></li><li><a href='javascript:;'>Report</a><div>Mark the "
        "words in the text that are wrong, and send them to us with a click.</div></li></ul>"
    )
    dek = f"<p class='dek'>{STANDFIRST}</p>"
    found = read(f"<article><h1>{TITLE}</h1>{dek}<div>{menu}</div><div>{story()}</div></article>")
    assert body(found) == [STANDFIRST, *LINES]


def test_a_list_without_links_above_the_story_is_no_menu():
    points = ["The sluice was opened at low water by the oldest miller", "The flour pays the roof"]
    items = "".join(f"<li><div>{point}</div></li>" for point in points)
    found = read(
        f"<article><h1>{TITLE}</h1><div><ul>{items}</ul></div><div>{story()}</div></article>"
    )
    assert not {*points} & {*texts(found, ParagraphKind.FURNITURE)}
    assert body(found)[-len(LINES) :] == LINES
