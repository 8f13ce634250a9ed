"""The articles one by one, with what their texts say of themselves: JSON lines, lines, tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Article, ParagraphKind
from reader.sources.formats.article_records import article_as_json

if TYPE_CHECKING:
    from rich.table import Table

UNKNOWN = "–"
"""Stands on a terminal where the text does not say it."""


def json_articles(articles: Sequence[Article]) -> Iterator[str]:
    """One JSON object a line for every article, whole, as `article_as_json` describes it.

    Only ASCII characters, so that no reader of the line can misread it.
    """
    for article in articles:
        yield json.dumps(article_as_json(article))


def plain_articles(articles: Sequence[Article], *, text: bool = False) -> Iterator[str]:
    """A block of lines for every article: `field: value` where it says it.

    Args:
        articles: the articles.
        text: whether the paragraphs follow, each with number and kind; tabs between.
    """
    for position, article in enumerate(articles):
        if position:
            yield ""
        for field, value in _facts(article):
            if value:
                yield f"{field}: {value}"
        if text:
            yield ""
            for paragraph in article.paragraphs:
                yield f"{paragraph.number}\t{paragraph.kind.value}\t{paragraph.text}"


def articles_tables(articles: Sequence[Article], *, text: bool = False) -> Iterator[Table]:
    """Tables for a terminal: one of what is known of each article, and one of its text.

    Args:
        articles: the articles.
        text: whether the paragraphs are listed too, each with number and kind.
    """
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    for article in articles:
        facts = Table(
            title=Text(article.label, style="bold"),
            title_justify="left",
            box=SIMPLE,
            show_header=False,
            padding=(0, 1, 0, 0),
        )
        facts.add_column(style="dim")
        facts.add_column(overflow="fold")
        for field, value in _facts(article):
            if value or field not in ("credit", "note"):
                facts.add_row(field, Text(value or UNKNOWN))
        yield facts
        if text:
            yield _text_table(article)


def _text_table(article: Article) -> Table:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, show_header=False, padding=(0, 1, 0, 0))
    table.add_column(justify="right")
    table.add_column()
    table.add_column(overflow="fold")
    for paragraph in article.paragraphs:
        style = {"furniture": "dim", "heading": "bold"}.get(paragraph.kind.value, "")
        table.add_row(
            Text(str(paragraph.number), style=style),
            Text(paragraph.kind.value, style=style),
            Text(paragraph.text, style=style),
        )
    return table


def _facts(article: Article) -> Iterator[tuple[str, str | None]]:
    yield "source", article.source
    yield "title", article.title
    yield "outlet", article.outlet
    yield "agency", article.agency
    yield "byline", article.byline
    yield "dateline", article.dateline
    yield "published", article.published
    for credit in article.credits or (None,):
        yield "credit", credit
    yield "language", article.language
    yield "encoding", article.encoding
    yield "paragraphs", _counts(article)
    for note in article.notes:
        yield "note", note


def _counts(article: Article) -> str:
    counts = Counter(paragraph.kind for paragraph in article.paragraphs)
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in ParagraphKind)
