"""The quotes of articles one by one."""

from __future__ import annotations

import json
from collections.abc import Callable

from reader.articles import Article, parse_article
from reader.quote_versions import ArticleQuotes, SharedQuote
from reader.reports.quote_report import (
    build_quote_tables,
    format_quotes_as_json,
    format_quotes_as_text,
)


def test_every_quote_is_where_its_object_says(
    seeds: list[Article],
    seeds_shared: tuple[SharedQuote, ...],
    paragraphs: dict[tuple[str, int], str],
) -> None:
    lines = list(format_quotes_as_json(ArticleQuotes(seeds)))
    assert len(lines) > 20
    assert all(line.isascii() and "\n" not in line for line in lines)
    for item in map(json.loads, lines):
        text = paragraphs[item["article"], item["paragraph"]]
        assert text[item["start"] : item["end"]] == item["text"]


def test_quotes_of_one_utterance_have_the_number_of_the_shared_quote(
    seeds: list[Article],
    seeds_shared: tuple[SharedQuote, ...],
) -> None:
    items = [json.loads(line) for line in format_quotes_as_json(ArticleQuotes(seeds))]
    engagement = {(item["article"][:3], item["paragraph"]) for item in items if item["shared"] == 1}
    assert engagement == {("000", 3), ("001", 3), ("003", 12), ("004", 2), ("004", 8)}
    assert any(item["shared"] is None for item in items)


def test_a_plain_line_has_six_fields(seeds: list[Article]) -> None:
    lines = list(format_quotes_as_text(ArticleQuotes(seeds[:1])))
    assert len(lines) > 5
    assert all(len(line.split("\t")) == 6 for line in lines)
    fields = lines[1].split("\t")
    assert fields[0] == f"{seeds[0].source} ¶3"
    assert fields[1:5] == ["direct", "not shared", "Antony Blinken", "emphasized"]


def test_tables_hold_every_quote_and_its_brackets(draw_table: Callable[..., str]) -> None:
    article = parse_article(
        "A headline\n\n“They [bold]all[/bold] agreed to this,” Ann Lee said on Monday in Leith.\n",
        source="[/]a.txt",
        name="[/]a",
    )
    (table,) = build_quote_tables(ArticleQuotes([article]))
    for words in ("[/]a: A headline", "“They [bold]all[/bold] agreed to this,”", "Ann Lee", "said"):
        assert words in draw_table(table)
