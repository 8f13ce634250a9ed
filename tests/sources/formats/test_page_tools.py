"""Texts beside a story that explain what a page can do, and stories in unusual elements."""

from __future__ import annotations

import json

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.pages import read_page

TITLE = "Beekeeper finds his hives on another roof"
LINES = [
    "A beekeeper in Aldermoor climbed to his roof on Sunday and saw that all nine hives had gone.",
    "They stood in a row on the roof of the chapel, forty metres away, with all of the lids shut.",
    "“The bees knew the way at once,” said Tomas Verrin, who has kept them there for thirty years.",
    "The sexton said that he had heard steps in the night and had taken them for rain on the roof.",
    "Nobody has come forward, and the honey of this year will be shared with the choir in town.",
]
HINT = "Mark the wrong words in the text, then press the button and somebody will look at them."


def read(body: str) -> Article:
    name = clean_line("hives.html")
    page = f"<html lang='en'><head><title>{TITLE}</title></head><body>{body}</body></html>"
    return read_page(page.encode(), source=name, name=name)


def shown(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def story(above: str = "", below: str = "") -> str:
    return (
        f"<article><h1>{TITLE}</h1>{above}<div class=t>{paragraphs(*LINES)}</div></article>{below}"
    )


@pytest.mark.parametrize("address", ["#", "javascript:;", "javascript:void(0)"])
def test_the_box_of_a_tool_is_no_part_of_the_story(address: str) -> None:
    tool = f"<div><a href='{address}'><i></i></a><div><div>{HINT}</div></div></div>"
    article = read(story(above=tool))
    assert shown(article) == LINES
    assert article.standfirst is None


def test_words_above_a_link_that_leads_nowhere_are_no_hint_of_it() -> None:
    standfirst = "Nine boxes cross forty metres in a single night, and the choir is glad."
    head = f"<div class=dek><p>{standfirst}</p><a href='#'><i></i></a></div>"
    assert read(story(above=head)).standfirst == standfirst


@pytest.mark.parametrize("note", ["Link copied to the clipboard!", "Copied to clipboard."])
def test_the_answer_of_a_button_is_no_part_of_the_story(note: str) -> None:
    tool = f"<div class=sh><button>Copy link</button><span>{note}</span></div>"
    assert shown(read(story(above=tool))) == LINES
    unnamed = f"<article><h1>{TITLE}</h1>{tool}<div>{paragraphs(*LINES)}</div></article>"
    assert shown(read(unnamed)) == LINES


def test_a_link_in_a_sentence_marks_no_tool() -> None:
    first = LINES[0].replace("hives", "<a href='#'>hives</a>")
    lines = "".join(f"<div>{line}</div>" for line in (first, *LINES[1:]))
    assert shown(read(f"<h1>{TITLE}</h1><div class=t>{lines}</div>")) == LINES


@pytest.mark.parametrize("held", ["<div class=t>{}</div>", "{}"])
def test_the_hint_below_an_icon_of_a_menu_is_no_standfirst(held: str) -> None:
    menu = "".join(
        f"<li><a href='/{name}'><svg></svg><span>{name}</span></a><p>{hint}</p></li>"
        for name, hint in (
            ("Friends", "Tell somebody who keeps bees about this story."),
            ("Print", "Put this story on paper and read it later."),
        )
    )
    article = read(f"<article><h1>{TITLE}</h1><ul>{menu}</ul>{held.format(paragraphs(*LINES))}")
    assert shown(article) == LINES
    assert article.standfirst is None


def test_points_above_a_story_stay_though_one_has_a_link() -> None:
    points = ["All nine hives were carried to the chapel", "The honey goes to the choir this year"]
    listed = f"<ul><li>{points[0]}</li><li><p>{points[1]} <a href='/c'>(more)</a></p></li></ul>"
    assert points[0] in shown(read(story(above=listed)))


@pytest.mark.parametrize("caption", ["<figcaption>{}</figcaption>", "<div class=caption>{}</div>"])
def test_texts_below_pictures_are_the_story_where_there_is_no_other(caption: str) -> None:
    slides = "".join(
        f"<div class=slide><figure><img src=a.jpg>{caption.format(f'<p>{line}</p>')}</figure></div>"
        for line in LINES
    )
    assert shown(read(f"<article><h1>{TITLE}</h1>{slides}</article>")) == LINES


def test_texts_below_pictures_beside_a_story_stay_captions() -> None:
    figures = "".join(
        f"<figure><img src=a.jpg><figcaption>The roof of the chapel with {count} hives, seen from "
        f"the tower of the town hall one morning in the year 19{count}0.</figcaption></figure>"
        for count in range(4, 8)
    )
    assert shown(read(story(below=figures))) == LINES


def test_a_story_goes_on_in_the_articles_below_that_have_no_headline() -> None:
    parts = [LINES[:2], LINES[2:4], LINES[4:]]
    held = "".join(f"<article>{paragraphs(*part)}</article>" for part in parts)
    page = f"<main>{held.replace('<article>', f'<article><h1>{TITLE}</h1>', 1)}</main>"
    assert shown(read(page)) == LINES


def test_what_is_behind_an_article_with_a_headline_is_of_another_story() -> None:
    other = "The mill on the hill has not turned since Easter, and its owner likes the quiet there."
    parts = [
        f"<h1>{TITLE}</h1>{paragraphs(*LINES[:3])}",
        paragraphs(*LINES[3:]),
        f"<h2>Mill stands still</h2>{paragraphs(other)}",
        paragraphs(other.replace("mill", "old mill")),
    ]
    held = "".join(f"<article>{part}</article>" for part in parts)
    assert shown(read(f"<main>{held}</main>")) == LINES


def test_a_story_in_a_cell_is_no_standfirst_and_the_menu_beside_it_no_story() -> None:
    menu = "<td><a href=/>Home</a><br><a href=/n>News</a></td>"
    text = "<br><br>".join(LINES)
    article = read(f"<table><tr>{menu}<td><h1>{TITLE}</h1>{text}</td></tr></table>")
    assert shown(article) == LINES
    assert article.standfirst is None


SUBTITLE = "Nine boxes cross forty metres in a single night"


def state(key: str, text: str, title: str = TITLE) -> str:
    value = {"page": {"story": {"id": 4, "title": title, key: text}}}
    return f"<script type='application/json'>{json.dumps(value)}</script>"


@pytest.mark.parametrize("key", ["subTitle", "sub_title", "standfirst", "subHeadline", "dek"])
def test_a_subtitle_that_is_in_the_scripts_only_is_the_standfirst(key: str) -> None:
    article = read(story(below=state(key, SUBTITLE)))
    assert article.standfirst == SUBTITLE
    assert shown(article) == [SUBTITLE, *LINES]


def test_each_line_of_a_subtitle_in_the_scripts_is_a_paragraph() -> None:
    article = read(story(below=state("subTitle", f"{SUBTITLE}<br>The choir is to have the honey")))
    assert shown(article)[:2] == [SUBTITLE, "The choir is to have the honey"]


@pytest.mark.parametrize(
    "below",
    [
        state("subTitle", SUBTITLE, "Bath at Aldermoor is closed for a week"),
        state("subTitle", TITLE),
        state("subTitle", LINES[2]),
        state("subTitle", "Subscribe to our newsletter"),
        state("slug", SUBTITLE),
    ],
)
def test_what_belongs_to_no_title_or_is_shown_is_no_subtitle(below: str) -> None:
    article = read(story(below=below))
    assert article.standfirst is None
    assert shown(article) == LINES
