"""What `reader find` does: ask an archive, print what is found, or open it side by side."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.cli.argument_types import ALL_DAYS
from reader.cli.commands import ReportForms, print_report
from reader.errors import NothingToReadError, ReaderError

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.articles import Article

MOST_OPENED = 9
"""So many of the articles found are opened side by side."""


def find_in_archive(arguments: Namespace) -> int:
    """Ask an archive what the arguments ask.

    Raises:
        ReaderError: the archive cannot be used, or the article asked about cannot be opened.
    """
    from reader.archive.archive import Archive

    with Archive.open(arguments.archive) as archive:
        if arguments.like is not None:
            return _find_similar(archive, arguments)
        if arguments.quote is not None:
            return _find_quote(archive, arguments)
        if arguments.copy_of is not None:
            return _find_copy(archive, arguments)
        return _find_words(archive, arguments)


def open_found(asked: Article | None, found: Iterable[Article], *, nothing: str) -> int:
    """Open the articles found side by side, after the one asked about.

    Args:
        asked: the article asked about, if there is one.
        found: at most `MOST_OPENED` of these are opened.
        nothing: what to say if there is none.

    Raises:
        NothingToReadError: nothing was found.
    """
    from reader.cli.side_by_side import show_articles

    opened = list(found)[:MOST_OPENED]
    if not opened:
        raise NothingToReadError(nothing)
    return show_articles([*([asked] if asked else []), *opened])


def _find_similar(archive: Archive, arguments: Namespace) -> int:
    from reader.archive.date_windows import DAYS_AROUND
    from reader.reports import found_articles_report as report

    article = open_asked(archive, arguments.like)
    days = DAYS_AROUND if arguments.days is None else arguments.days
    result = archive.similar(
        article,
        days=None if days == ALL_DAYS else days,
        top=arguments.top,
        outlets=arguments.outlets,
    )
    if arguments.open:
        likely = [found.article for found in result.found if found.is_likely]
        return open_found(article, likely, nothing="no article on the event was found to open")
    print_report(
        arguments,
        ReportForms(
            json=lambda: report.format_similar_as_json(result),
            tables=lambda: report.build_similar_tables(result),
            plain=lambda: report.format_similar_as_text(result),
        ),
    )
    return 0


def _find_quote(archive: Archive, arguments: Namespace) -> int:
    from reader.reports import found_quote_report as report

    found = archive.quotes(
        arguments.quote,
        speaker=arguments.speaker or "",
        language=arguments.language,
        since=arguments.since,
        until=arguments.until,
    )
    if arguments.open:
        articles = _distinct(each.article for each in found.versions)
        return open_found(None, articles, nothing="no article quotes these words")
    print_report(
        arguments,
        ReportForms(
            json=lambda: report.format_found_quote_as_json(found),
            tables=lambda: report.build_found_quote_tables(found),
            plain=lambda: report.format_found_quote_as_text(found),
        ),
    )
    return 0


def _find_copy(archive: Archive, arguments: Namespace) -> int:
    from reader.reports import found_articles_report as report

    article = open_asked(archive, arguments.copy_of)
    hits = archive.copy_of(article, top=arguments.top)
    if arguments.open:
        articles = [hit.article for hit in hits]
        return open_found(article, articles, nothing="no article that shares copy was found")
    print_report(
        arguments,
        ReportForms(
            json=lambda: report.format_copy_hits_as_json(hits),
            tables=lambda: report.build_copy_hit_tables(hits),
            plain=lambda: report.format_copy_hits_as_text(hits),
        ),
    )
    return 0


def _find_words(archive: Archive, arguments: Namespace) -> int:
    from reader.reports import found_articles_report as report

    hits = archive.find(
        " ".join(arguments.words),
        top=arguments.top,
        language=arguments.language,
        outlets=arguments.outlets,
        since=arguments.since,
        until=arguments.until,
    )
    if arguments.open:
        articles = [hit.article for hit in hits]
        return open_found(None, articles, nothing="no article has all these words")
    print_report(
        arguments,
        ReportForms(
            json=lambda: report.format_words_as_json(hits),
            tables=lambda: report.build_word_tables(hits),
            plain=lambda: report.format_words_as_text(hits),
        ),
    )
    return 0


def open_asked(archive: Archive, name: str) -> Article:
    """Open the article that is asked about: of the archive by its number, or by its name.

    Raises:
        ReaderError: it cannot be opened, or the name stands for several.
    """
    import os

    from reader.cli.input_options import InputOptions
    from reader.cli.inputs import open_names

    if name.isascii() and name.isdecimal() and not os.path.lexists(name):
        return archive.article(int(name[:18]))
    articles = open_names([name], InputOptions(()))
    if len(articles) > 1:
        raise ReaderError(f"{articles[0].source}: {len(articles)} articles; name one of them")
    return articles[0]


def _distinct(articles: Iterable[Article]) -> Sequence[Article]:
    return list(dict.fromkeys(articles))
