"""The articles one by one, with their metadata: as JSON lines, as lines of text, as tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Article, ParagraphKind, list_dates, show_date
from reader.sources.formats.article_records import article_to_record

if TYPE_CHECKING:
    from rich.table import Table

UNKNOWN = "–"
"""Printed on a terminal for a field that the text does not state."""


def format_articles_as_json(articles: Sequence[Article]) -> Iterator[str]:
    """Yield a JSON object for every article, whole, as `article_to_record` describes it."""
    for article in articles:
        yield json.dumps(article_to_record(article))


def format_articles_as_text(articles: Sequence[Article], *, text: bool = False) -> Iterator[str]:
    """Yield a block of lines for every article: `field: value` for each field it states.

    Args:
        articles: the articles.
        text: whether the paragraphs follow: number, kind and text, separated by tabs.
    """
    for position, article in enumerate(articles):
        if position:
            yield ""
        for field, value in _list_fields(article):
            if value:
                yield f"{field}: {value}"
        if text:
            yield ""
            for paragraph in article.paragraphs:
                yield f"{paragraph.number}\t{paragraph.kind.value}\t{paragraph.text}"


def build_article_tables(articles: Sequence[Article], *, text: bool = False) -> Iterator[Table]:
    """Yield tables for a terminal: one of the fields of each article, and one of its text.

    Args:
        articles: the articles.
        text: whether there are tables of the paragraphs, each with number and kind.
    """
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    for article in articles:
        fields = Table(
            title=Text(article.label, style="bold"),
            title_justify="left",
            box=SIMPLE,
            show_header=False,
            padding=(0, 1, 0, 0),
        )
        fields.add_column(style="dim")
        fields.add_column(overflow="fold")
        for field, value in _list_fields(article):
            if value or field not in ("credit", "note", "updated", "corrected"):
                fields.add_row(field, Text(value or UNKNOWN))
        yield fields
        if text:
            yield _build_text_table(article)


def _build_text_table(article: Article) -> Table:
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


def _list_fields(article: Article) -> Iterator[tuple[str, str | None]]:
    """Yield every (field, value), the value None where the text does not state it."""
    yield "source", article.source
    yield "title", article.title
    yield "standfirst", article.standfirst
    yield "outlet", article.outlet
    yield "agency", article.agency
    yield "byline", article.byline
    yield "dateline", article.dateline
    for field, printed in list_dates(article):
        shown = show_date(printed)
        yield field, shown
        if shown != printed:
            yield f"{field} as printed", printed
    for note in article.corrections:
        yield "correction", note
    for credit in article.credits or (None,):
        yield "credit", credit
    yield "language", article.language
    yield "encoding", article.encoding
    yield "paragraphs", _count_paragraphs(article)
    for note in article.notes:
        yield "note", note


def _count_paragraphs(article: Article) -> str:
    """Return the number of paragraphs of each kind: `15 body, 1 heading, 8 furniture`."""
    counts = Counter(paragraph.kind for paragraph in article.paragraphs)
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in ParagraphKind)
