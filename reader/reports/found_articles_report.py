"""The articles found in an archive: JSON lines, lines of text, tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.archive.article_dates import DateSource
from reader.articles import Article, Clean, clean_line
from reader.text.printed_shares import print_share

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from reader.archive.article_store import StoredArticle
    from reader.archive.copy_search import CopyHit
    from reader.archive.similar_articles import SimilarArticle, SimilarArticles
    from reader.archive.word_search import WordHit

_UNKNOWN_DATE = "no date"
_UNKNOWN_OUTLET = "unknown outlet"
_PERHAPS = "perhaps"
_NARROWEST = len("2031-05-04")
_NO_WORDS = "no article has all these words"
_NO_COPY = "no article shares some thirty words in a row with it, quotations left out"


def show_stored_date(stored: StoredArticle) -> str:
    """Return the date of an article of an archive and where it came from."""
    if stored.date is None or stored.date_source is DateSource.UNKNOWN:
        return _UNKNOWN_DATE
    if stored.date_source is DateSource.CRAWL:
        return f"crawled {stored.date.isoformat()}"
    return f"{stored.date.isoformat()} {stored.date_source.value}"


def show_outlet(stored: StoredArticle, article: Article) -> Clean:
    """Return the outlet of an article of an archive, else where it came from."""
    named = stored.outlet or article.outlet or article.agency
    return clean_line(named or stored.address or stored.origin or _UNKNOWN_OUTLET)


def show_probability(found: SimilarArticle) -> str:
    """Return how likely an article reports the same event: `87 %`, `perhaps, 31 %`."""
    percent = print_share(found.probability)
    return percent if found.is_same_event else f"{_PERHAPS}, {percent}"


def stored_record(stored: StoredArticle, article: Article) -> dict[str, object]:
    """Return the fields that identify an article of an archive, as values for JSON.

    The keys: `number` in the archive, `outlet`, `date`, `date_source` (stated, page, file, crawl,
    unknown), `address`, `origin` (the address or path it came from), `language`, `title`,
    `duplicate_of` and `version_of`, numbers or null.
    """
    return {
        "number": stored.id,
        "outlet": stored.outlet,
        "date": stored.date.isoformat() if stored.date else None,
        "date_source": stored.date_source.value,
        "address": stored.address,
        "origin": stored.origin,
        "language": stored.language,
        "title": article.heading,
        "duplicate_of": stored.duplicate_of,
        "version_of": stored.version_of,
    }


def format_similar_as_json(result: SimilarArticles) -> Iterator[str]:
    """Yield an object about the date that was used, then one for every article found.

    The first has `date`, `date_source`, `days` (null for all days) and `language`. The others
    have the keys of `stored_record`, `probability` that both report one event, and `reasons`.
    """
    used = result.window.date
    yield json.dumps(
        {
            "date": used.day.isoformat() if used.day else None,
            "date_source": used.source.value,
            "days": result.window.days if result.window.is_bounded else None,
            "language": result.language,
        }
    )
    for found in result.found:
        yield json.dumps(
            {
                **stored_record(found.stored, found.article),
                "probability": found.probability,
                "reasons": list(found.reasons),
            }
        )


def format_similar_as_text(result: SimilarArticles, scope: str = "") -> Iterator[str]:
    """Yield the date that was used, then two lines for every article found."""
    yield result.window.describe()
    if not result.found:
        yield _describe_no_similar(result, scope)
    for found in result.found:
        yield (
            f"{found.stored.id}  {show_probability(found)}  {show_stored_date(found.stored)}  "
            f"{show_outlet(found.stored, found.article)}: {found.article.heading}"
        )
        for reason in found.reasons:
            yield f"    {reason}"


def build_similar_tables(result: SimilarArticles, scope: str = "") -> Iterator[RenderableType]:
    """Yield the date that was used and a table for a terminal."""
    from rich.text import Text

    yield Text(result.window.describe())
    if not result.found:
        yield Text(_describe_no_similar(result, scope))
        return
    table = _make_table("same event", "date", "article", "why")
    for found in result.found:
        table.add_row(
            Text(str(found.stored.id)),
            Text(show_probability(found), style="bold" if found.is_same_event else "dim"),
            Text(show_stored_date(found.stored)),
            _name_cell(found.stored, found.article),
            Text("\n".join(found.reasons)),
        )
    yield table


def format_words_as_json(hits: Sequence[WordHit]) -> Iterator[str]:
    """Yield an object for every article found: the keys of `stored_record` and `excerpt`."""
    for hit in hits:
        yield json.dumps({**stored_record(hit.stored, hit.article), "excerpt": hit.excerpt})


def format_words_as_text(hits: Sequence[WordHit], scope: str = "") -> Iterator[str]:
    """Yield two lines for every article found."""
    if not hits:
        yield describe_nothing(_NO_WORDS, scope)
    for hit in hits:
        yield (
            f"{hit.stored.id}  {show_stored_date(hit.stored)}  "
            f"{show_outlet(hit.stored, hit.article)}: {hit.article.heading}"
        )
        if hit.excerpt:
            yield f"    {hit.excerpt}"


def build_word_tables(hits: Sequence[WordHit], scope: str = "") -> Iterator[RenderableType]:
    """Yield a table for a terminal."""
    from rich.text import Text

    if not hits:
        yield Text(describe_nothing(_NO_WORDS, scope))
        return
    table = _make_table("date", "article", "words")
    for hit in hits:
        table.add_row(
            Text(str(hit.stored.id)),
            Text(show_stored_date(hit.stored)),
            _name_cell(hit.stored, hit.article),
            Text(hit.excerpt),
        )
    yield table


def format_copy_hits_as_json(hits: Sequence[CopyHit]) -> Iterator[str]:
    """Yield an object for every article that shares copy.

    The keys are those of `stored_record`, `words`, `share_here` and `share_there` (0..1),
    `direction` (what a credit says, or null) and `excerpt`.
    """
    for hit in hits:
        yield json.dumps(
            {
                **stored_record(hit.stored, hit.article),
                "words": hit.words,
                "share_here": hit.share_here,
                "share_there": hit.share_there,
                "direction": hit.direction,
                "excerpt": hit.excerpt,
            }
        )


def format_copy_hits_as_text(hits: Sequence[CopyHit]) -> Iterator[str]:
    """Yield two lines and more for every article that shares copy."""
    if not hits:
        yield describe_nothing(_NO_COPY)
    for hit in hits:
        yield (
            f"{hit.stored.id}  {_describe_copy(hit)}  {show_stored_date(hit.stored)}  "
            f"{show_outlet(hit.stored, hit.article)}: {hit.article.heading}"
        )
        if hit.direction:
            yield f"    {hit.direction}"
        yield f"    {hit.excerpt}"


def build_copy_hit_tables(hits: Sequence[CopyHit]) -> Iterator[RenderableType]:
    """Yield a table for a terminal."""
    from rich.text import Text

    if not hits:
        yield Text(describe_nothing(_NO_COPY))
        return
    table = _make_table("shared", "date", "article", "longest run")
    for hit in hits:
        words = f"{hit.direction}\n{hit.excerpt}" if hit.direction else hit.excerpt
        table.add_row(
            Text(str(hit.stored.id)),
            Text(_describe_copy(hit)),
            Text(show_stored_date(hit.stored)),
            _name_cell(hit.stored, hit.article),
            Text(words),
        )
    yield table


def _describe_no_similar(result: SimilarArticles, scope: str) -> str:
    where = scope or "in the archive"
    language = f", in the language {result.language}" if result.language else ""
    wider = "; --days all searches all days" if result.window.is_bounded else ""
    return f"Nothing found {where}{language}: no other article has its words{wider}."


def _describe_copy(hit: CopyHit) -> str:
    return f"{hit.words} words, {print_share(hit.share_here)} of the article"


def describe_nothing(what: str, scope: str = "") -> str:
    """Return that nothing was found, and among which articles that is so."""
    return f"Nothing found{scope and ' '}{scope}: {what}."


def add_ratio_column(table: Table, name: str, ratio: int) -> None:
    """Add a column that is wide enough for a day and for most words, however narrow the table."""
    table.add_column(name, ratio=ratio, min_width=_NARROWEST, overflow="fold")


def _make_table(*columns: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 1, 0))
    table.add_column("no.", justify="right", no_wrap=True)
    for column in columns:
        add_ratio_column(table, column, 3 if column == columns[-1] else 2)
    return table


def _name_cell(stored: StoredArticle, article: Article) -> RenderableType:
    from rich.text import Text

    return Text.assemble((show_outlet(stored, article), "bold"), "\n", article.heading)
