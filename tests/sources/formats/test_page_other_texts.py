"""What pages have beside their story: stories that follow, galleries, cards and appeals."""

from __future__ import annotations

import json

import pytest

from reader.articles import Article, ParagraphKind, clean_line
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import read_page_tree
from reader.sources.formats.page_extraction import parse_page
from reader.sources.formats.page_standfirst import mark_standfirst
from reader.sources.formats.pages import read_page

TITLE = "Aldmouth to close its old ferry pier"
LINES = [
    "The harbour council of Aldmouth voted on Tuesday to close the old ferry pier before winter.",
    "Engineers found that eleven of its forty piles had rotted below the water line.",
    "“We cannot let another season pass,” said Maren Oduya, who chairs the works committee.",
    "Ferry crews will use the coal quay, half a mile to the east, until a new pier opens.",
    "The operator said that the change would add nine minutes to each crossing.",
    "Residents of the island of Skelda, who depend on the boats, were told by letter.",
]
OTHER_TITLE = "Storm in Brennick"
OTHERS = [
    "A storm tore the roof from the town hall in Brennick late on Friday, injuring two people.",
    "Firefighters needed three hours to clear the square, and the market was cancelled.",
    "The mayor of Brennick said that the building had been inspected in May.",
]


def read(body: str, head: str = "") -> Article:
    page = (
        f"<html lang='en'><head><title>{TITLE}</title>{head}</head><body>"
        f"<header><nav><a href='/'>Home</a></nav></header>{body}</body></html>"
    )
    name = clean_line("pier.html")
    return read_page(page.encode(), source=name, name=name)


def lines(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def texts(article: Article, kind: ParagraphKind) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind is kind]


def around(box: str) -> str:
    """A story with something in the middle of it."""
    return f"<article><h1>{TITLE}</h1>{lines(LINES[:3])}{box}{lines(LINES[3:])}</article>"


FOLLOWING = [
    f"<div class='story'><h1>{TITLE}</h1><div class='text'>{lines(LINES)}</div></div>"
    f"<div class='story'><h1>{OTHER_TITLE}</h1><div class='text'>{lines(OTHERS)}</div></div>",
    f"<div class='story'><h2>{TITLE}</h2><b>By Ada Holm</b><div>{lines(LINES)}</div></div>"
    f"<div class='story'><h2>{OTHER_TITLE}</h2><b>By Ida Orr</b><div>{lines(OTHERS)}</div></div>",
    f"<h1>{TITLE}</h1>{lines(LINES)}<hr><h1>{OTHER_TITLE}</h1><p>By Ada Holm</p>{lines(OTHERS)}",
]


@pytest.mark.parametrize("layout", FOLLOWING)
def test_a_story_that_follows_below_is_folded_and_named(layout: str) -> None:
    article = read(f"<div class='feed'>{layout}</div>")
    assert texts(article, ParagraphKind.BODY) == LINES
    assert any(f"“{OTHER_TITLE}”" in note for note in article.notes)


def test_sections_with_headings_of_one_rank_are_of_the_story() -> None:
    sections = "".join(
        f"<section class='part'><h2>Part {at}</h2>{lines(LINES[at : at + 2])}</section>"
        for at in (0, 2, 4)
    )
    article = read(f"<article><h1>{TITLE}</h1>{sections}</article>")
    assert texts(article, ParagraphKind.BODY) == LINES
    assert article.notes == ()


def gallery(count: int) -> str:
    pictures = "".join(
        f"<div><h3>{at}/{count} A harbour of the north</h3><p>{text}</p></div>"
        for at, text in enumerate(OTHERS, 1)
    )
    return f"<div class='pictures'><h2>Harbours in pictures</h2>{pictures}</div>"


def test_a_gallery_that_counts_its_pictures_is_folded() -> None:
    article = read(around(gallery(3)))
    assert texts(article, ParagraphKind.BODY) == LINES
    assert set(OTHERS) <= set(texts(article, ParagraphKind.FURNITURE))


def test_a_page_that_is_a_gallery_keeps_its_texts() -> None:
    article = read(f"<article><h1>{TITLE}</h1><p>{LINES[0]}</p>{gallery(3)}</article>")
    assert texts(article, ParagraphKind.BODY) == [LINES[0], *OTHERS]


def test_the_last_of_several_cards_is_folded_as_the_others_are() -> None:
    cards = "".join(
        f"<div class='more'><h3><a href='/{at}'>Storm {at} in Brennick</a></h3><p>{text}</p></div>"
        for at, text in enumerate(OTHERS)
    )
    article = read(around(cards))
    assert texts(article, ParagraphKind.BODY) == LINES
    assert texts(article, ParagraphKind.HEADING) == []


def test_a_title_that_is_a_link_is_no_card_of_a_post_further_below() -> None:
    post = "“The quay is open,<br>the boats are late again.”<br>“Bring a coat, said the master.”"
    article = read(
        f"<article><header><h1><a href='/pier'>{TITLE}</a></h1></header><section>"
        f"{lines(LINES[:3])}<blockquote><p>{post}</p></blockquote>{lines(LINES[3:])}"
        "</section></article>"
    )
    assert "Bring a coat" in " ".join(texts(article, ParagraphKind.BODY))


def test_all_of_a_box_is_folded_that_is_for_a_good_part_an_appeal() -> None:
    appeal = [
        "The Herald has no owner but its readers, and reporting from islands takes boats.",
        "If you can spare five crowns a month, please help us keep this work going.",
    ]
    article = read(around(f"<div><p><b>Before you read on</b></p>{lines(appeal)}</div>"))
    assert texts(article, ParagraphKind.BODY) == LINES


def test_a_quoted_post_between_the_paragraphs_is_of_the_story() -> None:
    post = "“Read this before you sail: the quay is open and the boats are late again.”"
    article = read(around(f"<blockquote class='post'><p>{post}</p></blockquote>"))
    assert texts(article, ParagraphKind.BODY) == [*LINES[:3], post, *LINES[3:]]


def test_a_picture_text_that_ends_with_an_agency_stays_a_caption() -> None:
    picture = "The pier at dusk, seen from the deck of the last boat. (AP)"
    figure = f"<div class='figure'><img alt='{picture}'></div><p>{picture}</p>"
    article = read(around(figure))
    assert texts(article, ParagraphKind.BODY) == LINES


def test_steps_of_a_guide_are_no_gallery() -> None:
    steps = "".join(
        f"<div><p>{at} of 3</p><p>{text}</p></div>" for at, text in enumerate(OTHERS, 1)
    )
    assert set(OTHERS) <= set(texts(read(around(f"<div>{steps}</div>")), ParagraphKind.BODY))


def test_phrases_that_are_set_in_lines_of_their_own_are_paragraphs() -> None:
    phrases = "".join(f"<span style='display:block'>{line}</span>" for line in LINES)
    assert texts(read(f"<h1>{TITLE}</h1><div>{phrases}</div>"), ParagraphKind.BODY) == LINES


def test_a_drop_cap_set_as_a_block_stays_in_its_word() -> None:
    first = f"<span style='display:block;float:left'>T</span>{LINES[0][1:]}"
    article = read(f"<article><h1>{TITLE}</h1><p>{first}</p>{lines(LINES[1:])}</article>")
    assert texts(article, ParagraphKind.BODY) == LINES


def test_a_story_in_data_is_taken_where_the_page_shows_its_first_paragraph() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(LINES)}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = read(f"<h1>{TITLE}</h1><p>{LINES[0]}</p>", script)
    assert texts(article, ParagraphKind.BODY) == LINES


def test_a_paragraph_that_ends_with_initials_goes_on_with_the_story() -> None:
    last = f"{LINES[1]} {LINES[2]} {LINES[3]} (cm)"
    article = read(
        f"<div class='text'><h1>{TITLE}</h1><div class='bold'><p>{LINES[0]}</p></div>"
        f"<p>{last}</p></div>"
        f"<div><p>{TITLE}</p></div>"
    )
    assert texts(article, ParagraphKind.BODY) == [LINES[0], last]


def test_a_story_in_rows_begins_with_its_rows() -> None:
    """A pull quote in a cell is a plain paragraph; the rows above it are no standfirst."""
    root = parse_page(f"<h1>{TITLE}</h1>{lines(LINES)}".encode())
    assert root is not None
    tree = read_page_tree(root)
    kinds = ["title", "row", "row", "row", "body", "row", "row"]
    pieces = [
        LocatedPiece(kind, block.text, at)
        for at, (kind, block) in enumerate(zip(kinds, tree.blocks, strict=True))
    ]
    found = mark_standfirst(pieces, tree, [" ".join(LINES[:4])], TITLE)
    assert [piece.kind for piece in found] == kinds
