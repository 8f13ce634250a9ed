"""The quotes of articles one by one: as JSON lines, as plain lines, as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Article
from reader.quote_versions import SharedQuote, VersionForm
from reader.quotes import ArticlePlaces, Cue, Quote, Speaker, find_quotes, join_paragraphs
from reader.reports.quote_records import quotes_as_json

if TYPE_CHECKING:
    from rich.table import Table


def json_quotes(articles: Sequence[Article], shared: Sequence[SharedQuote]) -> Iterator[str]:
    """One JSON object a line for every quote, as `quotes_as_json` describes it.

    Only ASCII characters, so that no reader of the line can misread it.

    Args:
        articles: the articles, in the order they were shared in.
        shared: their shared quotes, for the numbers.
    """
    for position, article in enumerate(articles):
        for item in quotes_as_json(article, shared=_numbers(shared, position)):
            yield json.dumps(item)


def plain_quotes(articles: Sequence[Article], shared: Sequence[SharedQuote]) -> Iterator[str]:
    """One line for every quote: place, kind, shared number, speaker, cue, words; tabs between."""
    for position, article in enumerate(articles):
        for where, quote, words, number in _listed(article, _numbers(shared, position)):
            yield "\t".join(
                (
                    f"{article.source} {where}",
                    quote.kind.value,
                    f"shared {number}" if number else "not shared",
                    speaker_words(quote.speaker),
                    cue_words(quote.cue),
                    in_marks(words),
                )
            )


def quotes_tables(articles: Sequence[Article], shared: Sequence[SharedQuote]) -> Iterator[Table]:
    """The quotes as tables for a terminal, one for each article."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    for position, article in enumerate(articles):
        table = Table(
            title=Text(f"{article.label}: {article.heading}", style="bold"),
            title_justify="left",
            box=SIMPLE_HEAD,
            padding=(0, 1, 0, 0),
        )
        table.add_column("¶", justify="right")
        table.add_column("quote", ratio=5)
        table.add_column("kind")
        table.add_column("speaker", ratio=2)
        table.add_column("cue", ratio=1)
        table.add_column("shared", justify="right")
        for where, quote, words, number in _listed(article, _numbers(shared, position)):
            table.add_row(
                where[1:],
                Text(in_marks(words)),
                quote.kind.value,
                Text(speaker_words(quote.speaker)),
                Text(cue_words(quote.cue)),
                str(number or ""),
            )
        yield table


def speaker_words(speaker: Speaker | None) -> str:
    """How a speaker is named: with "probably" where the article does not say it plainly."""
    if speaker is None:
        return "unknown"
    return speaker.display_name


def cue_words(cue: Cue | None) -> str:
    """The reporting verb as printed, or a dash where there is none."""
    return cue.text if cue else "–"


def in_marks(words: str) -> str:
    """Words of an article between quotation marks, in one line."""
    return f"“{' '.join(words.split())}”"


def paragraph_at(article: Article, places: ArticlePlaces, offset: int) -> str:
    """The number of the paragraph in which an offset of the joined paragraphs lies: `¶12`."""
    return f"¶{article.paragraphs[places.place(offset).paragraph].number}"


def _listed(
    article: Article, numbers: dict[tuple[int, int], int]
) -> Iterator[tuple[str, Quote, str, int | None]]:
    """Every quote with its paragraph, its words and the number of the shared quote."""
    text, places = join_paragraphs(article), ArticlePlaces(article)
    for quote in find_quotes(text):
        span = quote.start, quote.end
        where = paragraph_at(article, places, quote.start)
        yield where, quote, text[quote.start : quote.end], numbers.get(span)


def _numbers(shared: Sequence[SharedQuote], article: int) -> dict[tuple[int, int], int]:
    """For each quoted span of an article the number of the shared quote it belongs to."""
    return {
        span: quote.number
        for quote in shared
        for version in quote.versions
        if version.article == article and version.form is not VersionForm.INDIRECT
        for span in version.spans
    }
