"""The quotes of articles one by one: as JSON lines, as lines of text, as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.quote_versions import ArticleQuotes, SharedQuote, VersionForm
from reader.quotes import Quote
from reader.reports.quote_phrases import add_quotation_marks, describe_cue, describe_speaker
from reader.reports.quote_records import build_quote_records

if TYPE_CHECKING:
    from rich.table import Table


def format_quotes_as_json(quotes: ArticleQuotes) -> Iterator[str]:
    """Yield a JSON object for every quote, as `build_quote_records` describes it.

    Args:
        quotes: those of the articles.
    """
    for position, (article, found) in enumerate(zip(quotes.articles, quotes.quotes, strict=True)):
        numbers = _shared_numbers(quotes.shared, position)
        for record in build_quote_records(article, found, shared=numbers):
            yield json.dumps(record)


def format_quotes_as_text(quotes: ArticleQuotes) -> Iterator[str]:
    """Yield a line for every quote: place, kind, shared number, speaker, cue, words; by tabs.

    Args:
        quotes: those of the articles.
    """
    for position, article in enumerate(quotes.articles):
        for place, quote, words, number in _list_quotes(quotes, position):
            yield "\t".join(
                (
                    f"{article.source} {place}",
                    quote.kind.value,
                    f"shared {number}" if number else "not shared",
                    describe_speaker(quote.speaker),
                    describe_cue(quote.cue),
                    add_quotation_marks(words),
                )
            )


def build_quote_tables(quotes: ArticleQuotes) -> Iterator[Table]:
    """Yield a table for a terminal for every article.

    Args:
        quotes: those of the articles.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    for position, article in enumerate(quotes.articles):
        table = Table(
            title=Text(article.label_and_heading, style="bold"),
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
        for place, quote, words, number in _list_quotes(quotes, position):
            table.add_row(
                place[1:],
                Text(add_quotation_marks(words)),
                quote.kind.value,
                Text(describe_speaker(quote.speaker)),
                Text(describe_cue(quote.cue)),
                str(number or ""),
            )
        yield table


def _list_quotes(
    quotes: ArticleQuotes, position: int
) -> Iterator[tuple[str, Quote, str, int | None]]:
    """Yield every quote with its paragraph, its words and the number of the shared quote."""
    numbers = _shared_numbers(quotes.shared, position)
    for quote in quotes.quotes[position]:
        assert quote.passage is not None
        number = numbers.get((quote.start, quote.end))
        yield f"¶{quote.passage.number}", quote, quote.text, number


def _shared_numbers(shared: Sequence[SharedQuote], article: int) -> dict[tuple[int, int], int]:
    """Return, for each quoted span of an article, the number of its shared quote."""
    return {
        span: quote.number
        for quote in shared
        for version in quote.versions
        if version.article == article and version.form is not VersionForm.INDIRECT
        for span in version.spans
    }
