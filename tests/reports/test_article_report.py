"""The articles one by one, with their metadata."""

from __future__ import annotations

import io
import json

import pytest

from reader.articles import Article, parse_article
from reader.reports.article_report import (
    build_article_tables,
    format_articles_as_json,
    format_articles_as_text,
)

ARTICLE = parse_article(
    "A talk in [/] Leith\n\nBy Ann Lee\n\nLEITH (Reuters) - The old harbour will be rebuilt before "
    "the winter comes, the mayor said on Monday \u202ein [red]Leith.\n",
    source="a.txt",
    name="a",
    notes=("read as windows-1252 (a guess)",),
)
BARE = parse_article("Nobody has asked the fishermen of this town about it.", source="b", name="b")


def drawn(articles: list[Article], *, text: bool = False) -> str:
    from rich.console import Console

    console = Console(file=io.StringIO(), width=100, force_terminal=False)
    for table in build_article_tables(articles, text=text):
        console.print(table)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_lines_say_what_an_article_says_and_nothing_else() -> None:
    lines = list(format_articles_as_text([ARTICLE, BARE]))
    assert lines[lines.index("") + 1 :] == [
        "source: b",
        "language: en",
        "encoding: utf-8",
        "paragraphs: 1 body, 0 heading, 0 furniture",
    ]
    assert "title: A talk in [/] Leith" in lines
    assert "agency: Reuters" in lines
    assert "byline: Ann Lee" in lines
    assert "dateline: LEITH" in lines
    assert "paragraphs: 1 body, 0 heading, 2 furniture" in lines
    assert "note: read as windows-1252 (a guess)" in lines
    assert "note: 1 hidden character replaced" in lines


def test_the_text_follows_a_paragraph_a_line_with_its_kind() -> None:
    lines = list(format_articles_as_text([ARTICLE], text=True))
    listed = [line.split("\t") for line in lines[lines.index("") + 1 :]]
    assert [(number, kind) for number, kind, _ in listed] == [
        ("1", "furniture"),
        ("2", "furniture"),
        ("3", "body"),
    ]
    assert listed[2][2] == ARTICLE.paragraphs[2].text


@pytest.mark.parametrize("text", [True, False])
def test_tables_show_what_is_not_said_and_no_markup_is_obeyed(text: bool) -> None:
    shown = drawn([ARTICLE, BARE], text=text)
    assert "A talk in [/] Leith" in shown
    assert "byline      –" in shown
    assert ("[red]Leith." in shown) is text
    assert "\u202e" not in shown


def test_json_is_one_object_a_line_in_ascii() -> None:
    lines = list(format_articles_as_json([ARTICLE, BARE]))
    assert all(line.isascii() and line.isprintable() for line in lines)
    first, second = map(json.loads, lines)
    assert list(first)[:3] == ["format", "source", "name"]
    assert first["published"] is None
    assert [paragraph["number"] for paragraph in first["paragraphs"]] == [1, 2, 3]
    assert second["paragraphs"][0]["kind"] == "body"
