"""Markdown files as readable paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import Article, ParagraphKind, clean, parse_article
from reader.articles.markdown import parse_markdown

PROSE = (
    "The ferry company will *halve* its timetable from **Monday**, the harbour board "
    "[said on Sunday](https://example.org/x), after talks about berthing fees collapsed."
)
PLAIN = (
    "The ferry company will halve its timetable from Monday, the harbour board said on Sunday, "
    "after talks about berthing fees collapsed."
)


def read(text: str) -> Article:
    return parse_article(text, source="a.md", name="a", markdown=True)


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in article.paragraphs]


def test_headings_emphasis_links_quotes_and_lists_become_plain_paragraphs() -> None:
    article = read(
        f"# Ferries cut\n\n{PROSE}\n\n## What is left\n\n> “Nobody rang us,”\n> she said.\n\n"
        f"- one sailing\n- two buses\n\n3. third\n4. fourth\n\n{PROSE}\n"
    )
    assert article.title == "Ferries cut"
    assert kinds(article) == [
        ("furniture", "Ferries cut"),
        ("body", PLAIN),
        ("heading", "What is left"),
        ("body", "“Nobody rang us,” she said."),
        ("body", "• one sailing"),
        ("body", "• two buses"),
        ("body", "3. third"),
        ("body", "4. fourth"),
        ("body", PLAIN),
    ]


def test_front_matter_gives_title_byline_outlet_and_date() -> None:
    article = read(
        '---\ntitle: "Ferries cut"\nauthor: Nora Feld\nsource: Island Post\ndate: 2024-03-12\n'
        f"---\n\n{PROSE}\n"
    )
    assert (article.title, article.byline) == ("Ferries cut", "Nora Feld")
    assert (article.outlet, article.published) == ("Island Post", "2024-03-12")
    assert [kind for kind, _ in kinds(article)] == ["furniture"] * 4 + ["body"]


def test_a_section_heading_right_after_the_title_stays_a_heading() -> None:
    article = read(f"# Ferries cut\n\n## Monday\n\n{PROSE}\n")
    assert [kind for kind, _ in kinds(article)] == ["furniture", "heading", "body"]


def test_tables_and_code_keep_their_words() -> None:
    article = read(
        f"{PROSE}\n\n| port | day |\n|---|---|\n| Ronsay | Monday |\n\n```\nx = 1\n```\n"
    )
    assert [text for _, text in kinds(article)][1:] == ["port | day", "Ronsay | Monday", "x = 1"]


def test_html_and_pictures_in_markdown_are_shown_as_text() -> None:
    article = read(f"{PROSE} <b>now</b> ![pier](http://example.org/p.png)\n")
    assert article.paragraphs[0].text.endswith("collapsed. <b>now</b> pier")


def test_entities_cannot_bring_control_characters_back() -> None:
    article = read(f"{PROSE} &#27;[31m &#x202e;x\n")
    assert "\x1b" not in article.paragraphs[0].text
    assert "\u202e" not in article.paragraphs[0].text
    assert article.notes == ("1 hidden character replaced",)


def test_a_very_long_text_is_read_as_plain_text_with_a_note() -> None:
    article = read(f"{PROSE}\n\n" * 2000)
    assert article.notes == ("too long for Markdown; read as plain text",)
    assert len(article.paragraphs) == 2000


def test_markdown_in_a_text_file_is_not_parsed() -> None:
    article = parse_article(PROSE, source="a.txt", name="a")
    assert kinds(article) == [(ParagraphKind.BODY.value, PROSE)]


@settings(max_examples=60)
@given(st.text(st.sampled_from("#*_[]()<>!`|-+=\n\t &;:1.ab\u202e\x1b\\"), max_size=120))
def test_any_markdown_gives_clean_paragraphs(text: str) -> None:
    article = read(f"{text}\n\nThe ferry stayed in the harbour.")
    assert article.paragraphs
    for paragraph in article.paragraphs:
        assert clean(paragraph.text) == paragraph.text
        assert "\n" not in paragraph.text


@pytest.mark.parametrize("depth", [1, 5, 19, 20, 25, 400])
@pytest.mark.parametrize("mark", [">", "> "])
def test_a_block_quote_is_kept_however_deep_it_is(depth, mark):
    text = f"Vance said:\n\n{mark * depth} Nobody warned us.\n\nThe end."
    texts = [paragraph.text for paragraph in parse_markdown(text)]
    assert [words for words in texts if "Nobody warned us." in words] != []
    assert texts[-1] == "The end."
