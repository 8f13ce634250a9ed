"""Paragraphs that the library leaves out are found by the elements of the page."""

from __future__ import annotations

import pytest

from reader.sources.formats.page_alignment import join_cut_paragraphs, split_joined_paragraphs
from reader.sources.formats.page_blocks import PageBlock, read_page_tree
from reader.sources.formats.page_extraction import parse_page
from reader.sources.formats.page_story import complete_story

TITLE = "Ferry company cuts crossings"
LINES = [
    "The ferry company will cut a third of its crossings from June, it said on Monday.",
    "Islanders said that they had not been asked before the plan was made known.",
    "The ministry said that it would look into the matter and answer within a month.",
    "A petition against the plan has been signed by more than half of the islanders.",
]
LEFT_OUT = "The mayor of the island wrote in a letter to the ministry that nobody had been asked."
SHORT = "It had not been asked at all."
STORY = [("title", TITLE), *(("body", line) for line in LINES)]


def pieces(html: str, story=STORY) -> list[tuple[str, str]]:
    root = parse_page(f"<html><body><main>{html}</main></body></html>".encode())
    found = complete_story(story, read_page_tree(root))
    return [(piece.kind, piece.text) for piece in found.pieces]


def doubts(html: str) -> int:
    root = parse_page(f"<html><body><main>{html}</main></body></html>".encode())
    return len(complete_story(STORY, read_page_tree(root)).doubts)


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def article(middle: str = "", after: str = "") -> str:
    return (
        f"<h1>{TITLE}</h1><div class='text'>{paragraphs(*LINES[:2])}{middle}"
        f"{paragraphs(*LINES[2:])}</div>{after}"
    )


def test_no_paragraph_of_a_story_is_removed_or_changed():
    assert pieces(article()) == STORY
    assert pieces("<p>x</p>") == STORY
    assert pieces(article(), []) == []


def test_the_story_comes_in_the_order_of_the_page():
    assert pieces(article(), [STORY[0], STORY[3], STORY[4], STORY[1], STORY[2]]) == STORY


@pytest.mark.parametrize("box", ["<aside>", "<div class='newsletter-box'>", "<div role=dialog>"])
def test_a_paragraph_in_a_region_of_furniture_is_boilerplate(box):
    story = [*STORY[:3], ("body", "Read our newsletter."), *STORY[3:]]
    found = pieces(
        article(f"{box}<p>Read our newsletter.</p></{box[1:].split()[0].strip('>')}>"), story
    )
    assert found == [*STORY[:3], ("boilerplate", "Read our newsletter."), *STORY[3:]]


def test_a_region_with_most_of_the_story_is_no_furniture():
    assert pieces(f"<div class='sidebar'>{article()}</div>") == STORY


def test_a_paragraph_that_is_also_outside_of_the_region_stays():
    assert pieces(article(f"<aside><p>{LINES[0]}</p></aside>")) == STORY


def test_a_caption_comes_where_the_page_has_it():
    found = pieces(article("<figure><figcaption>A boat leaves.</figcaption></figure>"))
    assert found == [*STORY[:3], ("caption", "A boat leaves."), *STORY[3:]]


def test_a_paragraph_left_out_beside_those_of_the_story_is_body():
    assert pieces(article(f"<p>{LEFT_OUT}</p>")) == [*STORY[:3], ("body", LEFT_OUT), *STORY[3:]]


def test_a_sentence_that_is_a_link_beside_those_of_the_story_is_body():
    found = pieces(article(f"<p><a href='/x'>{LEFT_OUT}</a></p>"))
    assert found == [*STORY[:3], ("body", LEFT_OUT), *STORY[3:]]


def test_a_link_that_is_no_sentence_is_folded():
    found = pieces(article("<p><a href='/x'>Mayor writes to the ministry</a></p>"))
    assert found[3] == ("boilerplate", "Mayor writes to the ministry")


def test_the_story_goes_on_in_an_element_of_the_same_name():
    after = f"<div class='ad'></div><div class='text'><p>{LEFT_OUT}</p></div>"
    assert pieces(article(after=after)) == [*STORY, ("body", LEFT_OUT)]


def test_an_element_of_the_same_name_with_a_title_is_another_story():
    after = f"<div class='text'><h2><a href='/x'>Mayor writes</a></h2><p>{LEFT_OUT}</p></div>"
    assert ("body", LEFT_OUT) not in pieces(article(after=after))


def test_a_paragraph_in_another_element_between_those_of_the_story_is_folded_and_doubted():
    box = f"<div class='box'><p>{LEFT_OUT}</p></div>"
    assert pieces(article(box)) == [*STORY[:3], ("boilerplate", LEFT_OUT), *STORY[3:]]
    assert doubts(article(box)) == 1
    assert doubts(article()) == 0


@pytest.mark.parametrize("hiding", ["hidden", "style='display: none'"])
@pytest.mark.parametrize("is_found", [True, False])
def test_a_paragraph_of_the_story_that_the_page_hides_is_folded(hiding: str, is_found: bool):
    html = article(f"<p {hiding}>{SHORT}</p>")
    story = [*STORY[:3], ("body", SHORT), *STORY[3:]] if is_found else STORY
    assert pieces(html, story) == [*STORY[:3], ("boilerplate", SHORT), *STORY[3:]]
    root = parse_page(f"<html><body><main>{html}</main></body></html>".encode())
    assert len(complete_story(story, read_page_tree(root)).hidden) == 1


def test_a_page_that_hides_all_of_its_story_hides_none_of_it():
    html = f"<h1>{TITLE}</h1><div hidden>{paragraphs(*LINES)}</div>"
    assert pieces(html) == STORY


def test_the_same_words_are_added_once():
    found = pieces(article(f"<p>{LEFT_OUT}</p><p>{LEFT_OUT}</p>"))
    assert [text for _, text in found].count(LEFT_OUT) == 1


def test_a_heading_left_out_above_a_paragraph_of_the_story_is_added():
    found = pieces(article("<h2>Nobody asked</h2>"))
    assert found == [*STORY[:3], ("heading", "Nobody asked"), *STORY[3:]]


def test_prose_right_below_the_story_is_folded():
    note = "This report was amended on Tuesday: it said that half of the crossings would go."
    assert pieces(article(after=f"<p class='note'>{note}</p>"))[-1] == ("boilerplate", note)


def test_a_line_right_below_the_story_in_its_element_is_folded():
    line = "All crossings of the summer with their times"
    found = pieces(article().replace("</div>", f"<p>{line}</p></div>"))
    assert found == [*STORY, ("boilerplate", line)]


def blocks(*texts: str) -> list[PageBlock]:
    return [PageBlock(text, False, ()) for text in texts]


def test_a_paragraph_cut_at_its_code_is_joined():
    whole = "The harbour master enters tide(harbour) and reads the height of the water from it."
    cut = [
        ("body", "The harbour master enters"),
        ("body", "tide(harbour)"),
        ("body", "and reads the height of the water from it."),
    ]
    joined = join_cut_paragraphs([*STORY[:2], *cut, *STORY[2:]], blocks(LINES[0], whole))
    assert joined == [*STORY[:2], ("body", whole), *STORY[2:]]


def test_paragraphs_that_end_their_sentences_are_not_joined():
    assert join_cut_paragraphs(STORY, blocks(f"{LINES[0]} {LINES[1]}")) == STORY


def test_a_heading_is_never_joined_to_the_paragraph_below_it():
    story = [*STORY[:2], ("heading", "Slower boats"), ("body", LEFT_OUT), *STORY[2:]]
    assert join_cut_paragraphs(story, blocks(f"Slower boats {LEFT_OUT}")) == story


def test_a_paragraph_joined_to_its_heading_is_not_added_again():
    story = [*STORY[:2], ("body", f"Not asked {LEFT_OUT}"), *STORY[2:]]
    assert pieces(article(f"<p>{LEFT_OUT}</p>"), story).count(("body", LEFT_OUT)) == 0


@pytest.mark.parametrize("inside", ["<svg><title>Opens here</title></svg>", "<script>x</script>"])
def test_what_is_not_shown_cuts_no_paragraph(inside):
    first, second = LEFT_OUT.split(" wrote ")
    found = pieces(article(f"<p>{first} {inside}wrote {second}</p>"))
    assert found == [*STORY[:3], ("body", LEFT_OUT), *STORY[3:]]


def test_a_long_paragraph_in_another_element_between_those_of_the_story_is_body():
    long = f"{LEFT_OUT} She had read of the plan in the newspaper, as had the master of the ferry."
    found = pieces(f"<article>{article(f'<div class=part><p>{long}</p></div>')}</article>")
    assert found == [*STORY[:3], ("body", long), *STORY[3:]]


def test_paragraphs_that_the_library_joined_are_parted():
    joined = ("body", " ".join(LINES[:3]))
    assert pieces(article(), [STORY[0], joined, STORY[4]]) == STORY


def test_a_paragraph_that_only_begins_like_others_is_not_parted():
    longer = ("body", f"{LINES[0]} {LINES[1]} Nobody had asked the ferry.")
    blocks = [PageBlock(line, False, ()) for line in LINES]
    assert split_joined_paragraphs([longer], blocks) == [longer]


def test_a_heading_that_begins_like_a_paragraph_is_not_taken_for_it():
    heading = "The ferry company replies"
    other = "The ferry company wrote this, and no more of it is in the page."
    found = pieces(article(f"<h2>{heading}</h2>"), [*STORY[:3], ("body", other), *STORY[3:]])
    assert ("heading", heading) in found


def test_a_heading_above_a_table_is_kept():
    table = "<div class='ad'><p>A</p><p>B</p><p>C</p></div><table><tr><td>9</td></tr></table>"
    story = [*STORY[:3], ("row", "9"), *STORY[3:]]
    assert ("heading", "Crossings") in pieces(article(f"<h2>Crossings</h2>{table}"), story)


EXPLANATION = (
    "A crossing counts as cut when the boat does not sail on it once in a week, even though it "
    "is still in the table of sailings that hangs on the pier."
)


def test_a_long_paragraph_of_a_box_in_the_story_is_folded_and_not_lost():
    box = f"<aside><b>In a word</b><p>{EXPLANATION}</p></aside>"
    assert ("boilerplate", EXPLANATION) in pieces(article(box))
    assert doubts(article(box)) == 0


def test_a_heading_between_the_paragraphs_that_heads_none_is_folded():
    names = "".join(f"<span><div>{name}</div></span>" for name in ("Holm", "Sarn", "Teal"))
    found = pieces(article(f"<section><h3>What the island says</h3>{names}</section>"))
    assert ("boilerplate", "What the island says") in found


def test_lines_of_one_name_in_elements_of_their_own_are_headings():
    html = (
        f"<h1>{TITLE}</h1><div class='text'><p>{LINES[0]}</p><div class='q'>Who pays?</div>"
        f"<p>{LINES[1]}</p><div class='q'>Who sails</div><p>{LINES[2]}</p><p>{LINES[3]}</p></div>"
    )
    found = pieces(html)
    assert [text for kind, text in found if kind == "heading"] == ["Who pays?", "Who sails"]


def test_long_paragraphs_that_the_page_hides_are_folded_and_doubted():
    rest = f"<div class='rest' style='display: none'><p>{LEFT_OUT} {LINES[1]}</p></div>"
    html = f"<article><h1>{TITLE}</h1>{paragraphs(*LINES)}{rest}</article>"
    assert pieces(html) == [*STORY, ("boilerplate", f"{LEFT_OUT} {LINES[1]}")]
    assert doubts(html) == 1
    menu = (
        "<div hidden><p>Sign up to our newsletter and get the best stories of the week.</p></div>"
    )
    assert doubts(f"<article>{paragraphs(*LINES)}{menu}</article>") == 0


@pytest.mark.parametrize(("name", "kind"), [("pf_subheadline", "heading"), ("q9", "body")])
def test_a_line_named_as_a_subhead_is_a_heading(name, kind):
    found = pieces(article(f"<div class='{name}'>What comes next</div>"))
    assert (("heading", "What comes next") in found) == (kind == "heading")
