import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles.article import ParagraphKind
from reader.articles.metadata.date_forms import format_date
from reader.errors import SourceError
from reader.processes import page_parser
from reader.sources.formats import pages
from reader.sources.formats.pages import read_page
from reader.text.cleaning import Clean, clean

LINES = (
    "The ferry company will cut a third of its crossings from June, it said on Monday.",
    "Islanders said that they had not been asked before the plan was made known to the press.",
    "“We were never asked,” the mayor of the island wrote in a letter to the ministry.",
    "The ministry said that it would look into the matter and give an answer within a month.",
)
STORY = "".join(f"<p>{line}</p>" for line in LINES)


def page(story: str = STORY, head: str = "", before: str = "", after: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>"
        f"<nav><a href=/>Home</a><a href=/n>News</a></nav>{before}"
        f"<article><h1>Ferry company cuts crossings</h1>{story}</article>{after}</body></html>"
    ).encode()


def read(data: bytes, **more):
    return read_page(data, source=Clean("a.html"), name=Clean("a"), **more)


def texts(article, *kinds):
    return [p.text for p in article.paragraphs if not kinds or p.kind in kinds]


def body(article):
    return texts(article, ParagraphKind.BODY)


def test_the_story_is_the_body_and_the_title_is_found():
    article = read(page())
    assert body(article) == list(LINES)
    assert article.title == "Ferry company cuts crossings"
    assert article.notes == ()


def test_headings_lists_quotes_and_rows_are_paragraphs():
    article = read(
        page(
            STORY + "<h2>What is cut</h2><ul><li>One crossing on Mondays</li><li>Two on Fridays"
            "</li></ul><blockquote><p>And we never will be asked, she said in the end.</p>"
            "</blockquote><table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>9</td>"
            f"</tr></table>{STORY.replace('ferry', 'boat')}"
        )
    )
    assert texts(article, ParagraphKind.HEADING) == ["What is cut"]
    for words in ("One crossing on Mondays", "Two on Fridays", "North | 12", "South | 9"):
        assert words in body(article)
    assert "“And we never will be asked, she said in the end.”" in body(article)


def test_two_line_breaks_end_a_paragraph():
    article = read(page("<p>" + "<br><br>".join(LINES) + "</p>"))
    assert body(article) == list(LINES)
    assert body(read(page("<div>" + "<br/>\n<br/>".join(LINES) + "</div>"))) == list(LINES)


def test_a_caption_is_furniture_in_its_place():
    figure = "<figure><img src=x.jpg><figcaption>A boat leaves the harbour.</figcaption></figure>"
    article = read(page(f"<p>{LINES[0]}</p>{figure}" + STORY.partition("</p>")[2]))
    caption = next(p for p in article.paragraphs if p.text == "A boat leaves the harbour.")
    assert caption.kind is ParagraphKind.FURNITURE
    assert article.paragraphs[caption.number - 2].text == LINES[0]


def test_scripts_comments_and_navigation_are_left_out():
    words = " ".join(
        texts(
            read(
                page(
                    STORY + "<script>document.write('<p>written</p>')</script><style>p{}</style>",
                    after="<section id=comments class=comments><h3>Comments</h3><p>First!</p>"
                    "</section><footer>Imprint</footer>",
                )
            )
        )
    )
    for absent in ("written", "p{}", "Imprint", "Home"):
        assert absent not in words


def test_templates_are_left_out_but_for_shadow_roots():
    article = read(
        page(
            f"{STORY}<template><p>This template was never meant to be seen by anyone.</p>"
            "</template><div><template shadowrootmode=open><p>This shadow is what a browser "
            "shows of the element in its place.</p></template></div>"
        )
    )
    words = " ".join(texts(article))
    assert "never meant" not in words
    assert "This shadow" in words


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Harbour Post"},
        {"@id": "#ann", "@type": "Person", "name": "Ann Lee"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry company cuts crossings",
            "datePublished": "2024-04-24T19:25:03+02:00",
            "author": [{"@id": "#ann"}, {"@type": "Person", "name": "Bo &amp; Co"}],
            "publisher": {"@type": "Organization", "name": "Post Media Group Ltd"},
        },
    ],
}


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_linked_data_gives_title_byline_outlet_and_date():
    article = read(page(head=linked(json.dumps(LINKED))))
    assert article.title == "Ferry company cuts crossings"
    assert article.byline == "Ann Lee, Bo & Co"
    assert article.outlet == "Post Media Group Ltd"
    assert article.published == "2024-04-24 19:25 +02:00"


def test_the_name_of_the_site_takes_precedence_over_the_publisher():
    head = linked(json.dumps(LINKED)) + '<meta property="og:site_name" content="Harbour Post">'
    assert read(page(head=head)).outlet == "Harbour Post"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("Ferry company", "Ferry\n\tcompany"),
        lambda text: text.replace("}]}", "},]}"),
        lambda text: f"<!-- {text} -->",
        lambda text: f"[{text}]",
        lambda text: text[:-20],
        lambda text: text.replace('"@context"', '"x": "\x01\x1b[31m", "@context"'),
    ],
)
def test_invalid_json_in_linked_data_is_tolerated(damage):
    article = read(page(head=linked(damage(json.dumps(LINKED)))))
    assert article.published == "2024-04-24 19:25 +02:00"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 100_000, '{"@graph": {"@graph": null}}', "null", "3", '"x"', '{"@type": 3}',
     '{"@type": "NewsArticle", "author": [[["x"]]], "headline": {"a": 1}}'],
)  # fmt: skip
def test_linked_data_of_any_other_form_is_ignored(text):
    assert body(read(page(head=linked(text)))) == list(LINES)


def test_the_list_of_other_stories_is_not_this_one():
    story = {"@type": "NewsArticle", "headline": "Something else", "datePublished": "1999-01-01"}
    other = {"@type": "ItemList", "itemListElement": [story]}
    assert read(page(head=linked(json.dumps(other)))).published is None


def test_open_graph_gives_what_linked_data_does_not():
    article = read(
        page(
            head="<title>Ferry company cuts crossings | The Courier</title>"
            '<meta property="og:title" content="Ferry company cuts crossings | The Courier">'
            '<meta property="og:site_name" content="The Courier">'
            '<meta property="article:published_time" content="2024-04-24">'
            '<meta name="author" content="By Ann Lee">'
        ).replace(b"<h1>Ferry company cuts crossings</h1>", b"")
    )
    assert article.title == "Ferry company cuts crossings"
    assert article.outlet == "The Courier"
    assert article.published == "2024-04-24"
    assert article.byline == "Ann Lee"


def test_the_words_after_a_bar_stay_in_a_title_unless_they_are_the_outlet():
    article = read(
        page(
            head='<title>x</title><meta property="og:title" content="Cuts | A third of crossings">'
            '<meta property="og:site_name" content="The Courier">'
        ).replace(b"<h1>Ferry company cuts crossings</h1>", b"")
    )
    assert article.title == "Cuts | A third of crossings"


def test_a_date_in_the_page_header_is_not_the_date_of_publication():
    today = "<header><time datetime=2030-01-01>Today</time></header>"
    assert read(page(before=today)).published is None
    dated = f"<time datetime=2024-04-24T08:00Z>24 April</time>{STORY}"
    assert read(page(dated, before=today)).published == "2024-04-24 08:00 UTC"


def test_a_heading_that_links_to_the_home_page_is_no_title():
    article = read(
        page(
            head="<title>Harbour Post: Ferry company cuts crossings</title>",
            before='<h1><a href="/">Harbour Post</a></h1>',
        )
    )
    assert article.title == "Ferry company cuts crossings"


@pytest.mark.parametrize(
    ("stated", "readable"),
    [
        ("2024-04-24T19:25:00Z", "2024-04-24 19:25 UTC"),
        ("2024-04-24T19:25:00.000+0000", "2024-04-24 19:25 UTC"),
        ("2024-04-24T19:25-04:00", "2024-04-24 19:25 -04:00"),
        ("2024-04-24", "2024-04-24"),
        ("April 24, 2024", "April 24, 2024"),
    ],
)
def test_an_iso_date_is_shortened(stated, readable):
    assert format_date(stated) == readable


@pytest.mark.parametrize(
    "hidden",
    ["&#27;[31m", "&#x1b;", "&#x202e;", "&#0;", "\x00", "\x1b", "\u202e", "&#xD800;", "&#xFFFE;",
     "&#x110000;", "&#99999999;", "\x9b", "&#x200f;"],
)  # fmt: skip
def test_hidden_characters_are_shown_by_a_sign_and_counted(hidden):
    article = read(page(STORY.replace("mayor", f"may{hidden}or")))
    assert len(body(article)) == len(LINES)
    words = "\n".join(texts(article))
    assert words == clean(words)
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert article.notes == ("1 hidden character replaced",)


def test_references_to_windows_1252_characters_are_decoded():
    assert "the mayor’s" in " ".join(body(read(page(STORY.replace("mayor", "mayor&#146;s")))))


def test_fields_are_clean_after_the_last_decode():
    data = {"@type": "NewsArticle", "headline": "Ferry &#27;[2J \u001b]0;x\u0007 \u202e crossings"}
    article = read(page(head=linked(json.dumps(data))).replace(b"Ferry company", b"x"))
    assert article.title == clean(article.title)


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 100_000 + STORY.encode(),
        b"<p>" + b"<q>we said " * 300 + b"no" + b"</q>" * 300 + b"</p>" + STORY.encode(),
        b"<!--" + STORY.encode(),
        STORY.encode() + b'<a href="' + b"x" * 100_000,
        b"<frameset><frame src=x><noframes>" + STORY.encode() + b"</noframes></frameset>",
        b'<meta http-equiv=refresh content="0;url=a.html">' + STORY.encode(),
        STORY.encode() + b'<img src="data:image/png;base64,' + b"A" * 200_000 + b'">',
        b"\x00" * 2000 + page(),
        page().decode().encode("utf-16"),
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="x"/>'
        f"<title/></head><body>{STORY}</body></html>".encode(),
    ],
    ids=[
        "deep",
        "quotes",
        "comment",
        "attribute",
        "frames",
        "refresh",
        "data",
        "nul",
        "utf-16",
        "xhtml",
    ],
)
def test_a_hostile_page_still_shows_its_words(data):
    article = read(data)
    words = " ".join(texts(article))
    assert [line for line in LINES if line in words] == list(LINES)


def test_entities_are_never_expanded():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{laughs}<!ENTITY file SYSTEM '
    data += (
        f'"file:///etc/passwd">]><html><body>{STORY}<p>&l11; &file; and so on.</p></body></html>'
    )
    words = " ".join(texts(read(data.encode())))
    assert LINES[0] in words
    assert "root:" not in words
    assert len(words) < 10_000


@pytest.mark.slow
def test_eight_megabytes_of_marks_are_shown_or_refused():
    article = read(b"<" * (8 * 1024 * 1024))
    assert article.paragraphs[0].text.startswith("<<<")
    with pytest.raises(SourceError, match=r"a\.html: 8 MB are more than the 8 MB"):
        read(b"<" * (8 * 1024 * 1024 + 1))


@pytest.mark.parametrize("data", [b"", b"<html><body><script>x</script>", b"<p>&#8203;</p>"])
def test_a_page_without_text_is_refused_by_name(data):
    with pytest.raises(SourceError, match=r"^a\.html: the page holds no text"):
        read(data)


def test_plain_extraction_is_noted():
    article = read(b"<html><body>" + b"<div>" * 400 + STORY.encode())
    assert any("plain extraction" in note for note in article.notes)


def test_without_the_child_the_words_are_extracted_with_a_note(monkeypatch):
    def fail(*_: object) -> dict[str, object]:
        raise page_parser.PageParserError("stopped after 10 seconds")

    monkeypatch.setattr(pages, "parse_in_sandbox", fail)
    article = read(page())
    assert all(line in body(article) for line in LINES)
    assert article.notes == ("plain extraction: stopped after 10 seconds",)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"paragraphs": 3},
        {"paragraphs": [["body"], [1, 2, 3], "xyz", None], "notes": [1], "metadata": [1]},
        {"paragraphs": ["body\nbody", "One line where there should be two.", "\n"]},
        {"paragraphs": ["body", "Two texts but", "", "four columns"]},
    ],
)
def test_an_answer_of_another_form_is_ignored(monkeypatch, answer):
    monkeypatch.setattr(pages, "parse_in_sandbox", lambda *_: answer)
    assert set(LINES) <= set(body(read(page())))


PARTS = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<br><br>", "<h2>", "</h2>", "<ul><li>", "</li>",
    "</ul>", "<blockquote>", "</blockquote>", "<table><tr><td>", "<td>", "</tr></table>", "<b>",
    "</b>", "<a href=x>", "</a>", "<pre>", "</pre>", "<aside>", "</aside>", "<figcaption>",
    "</figcaption>", "<dl><dt>", "<dd>", "</dl>", " ",
)  # fmt: skip


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=80)
@given(st.lists(st.one_of(st.sampled_from(PARTS), st.sampled_from(LINES)), max_size=40))
def test_every_word_that_the_library_found_is_in_a_paragraph(parts):
    from trafilatura.core import bare_extraction

    from reader.articles.parsing import article_from_paragraphs
    from reader.sources.formats import page_extraction

    logging.disable(logging.CRITICAL)
    data = page("".join((*parts, STORY)))
    root = page_extraction.parse_page(data)
    page_extraction.simplify_page(root)
    document = bare_extraction(root, include_comments=False, include_tables=True)
    pieces = list(page_extraction.split_tree(document.body))
    assert letters(text for _, text in pieces) == letters(document.body.itertext())

    answer = page_extraction.extract_page(data, {})
    article = article_from_paragraphs(
        ((text, None) for _, text, _ in answer["paragraphs"]), source="a", name="a", stated={}
    )
    shown = letters(texts(article))
    assert all(letters([text]) in shown for _, text in pieces)


def letters(strings):
    """Without white space, and without the separators of cells."""
    return "".join("".join(strings).split()).replace("|", "")
