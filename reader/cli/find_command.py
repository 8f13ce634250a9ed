"""`reader find`: searches an archive, prints what is found, or opens it side by side."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.argument_types import ALL_DAYS
from reader.cli.commands import ReportForms, print_report
from reader.errors import NothingToReadError, ReaderError
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.articles import Article

MOST_OPENED = 9
"""Most articles found that are opened side by side."""


class FoundArticles(NamedTuple):
    """The answer of an archive, to be printed or opened."""

    report: ReportForms
    opened: Sequence[Article]
    """Those that are opened side by side."""
    nothing: str
    """The message where there is nothing to open."""
    asked: Article | None = None
    """The article asked about, if there is one."""


def find_in_archive(arguments: Namespace) -> int:
    """Search an archive as the arguments say.

    Raises:
        ReaderError: the archive cannot be used, or the article asked about cannot be opened.
    """
    from reader.processes.numeric_threads import use_one_thread

    use_one_thread()
    # A collection would visit all that was imported, and free nothing of a short command.
    gc.disable()
    from reader.archive.archive import Archive

    ask = {"like": _find_similar, "quote": _find_quote, "copy_of": _find_copy, "words": _find_words}
    with Archive.open(arguments.archive) as archive:
        found = ask[arguments.form](archive, arguments)
        if arguments.open:
            return open_found(found.asked, found.opened, nothing=found.nothing)
        print_report(arguments, found.report)
    return 0


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


def _find_similar(archive: Archive, arguments: Namespace) -> FoundArticles:
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
    scope = _describe_scope(arguments)
    return FoundArticles(
        ReportForms(
            json=lambda: report.format_similar_as_json(result),
            tables=lambda: report.build_similar_tables(result, scope),
            plain=lambda: report.format_similar_as_text(result, scope),
            nothing="no article on the event was found",
        ),
        [found.article for found in result.found if found.is_likely],
        f"{len(result.found)} found, none of them likely on the event: nothing to open",
        article,
    )


def _find_quote(archive: Archive, arguments: Namespace) -> FoundArticles:
    from reader.reports import found_quote_report as report

    found = archive.quotes(
        arguments.quote,
        speaker=arguments.speaker or "",
        language=arguments.language,
        since=arguments.since,
        until=arguments.until,
    )
    scope = _describe_scope(arguments)
    return FoundArticles(
        ReportForms(
            json=lambda: report.format_found_quote_as_json(found),
            tables=lambda: report.build_found_quote_tables(found, scope),
            plain=lambda: report.format_found_quote_as_text(found, scope),
            nothing="no article quotes these words",
        ),
        list(dict.fromkeys(each.article for each in found.versions)),
        "no article quotes these words",
    )


def _find_copy(archive: Archive, arguments: Namespace) -> FoundArticles:
    from reader.reports import found_articles_report as report

    article = open_asked(archive, arguments.copy_of)
    hits = archive.copy_of(article, top=arguments.top)
    return FoundArticles(
        ReportForms(
            json=lambda: report.format_copy_hits_as_json(hits),
            tables=lambda: report.build_copy_hit_tables(hits),
            plain=lambda: report.format_copy_hits_as_text(hits),
            nothing="no article that shares copy was found",
        ),
        [hit.article for hit in hits],
        "no article that shares copy was found",
        article,
    )


def _find_words(archive: Archive, arguments: Namespace) -> FoundArticles:
    from reader.reports import found_articles_report as report

    hits = archive.find(
        " ".join(arguments.words),
        top=arguments.top,
        language=arguments.language,
        outlets=arguments.outlets,
        since=arguments.since,
        until=arguments.until,
    )
    scope = _describe_scope(arguments)
    return FoundArticles(
        ReportForms(
            json=lambda: report.format_words_as_json(hits),
            tables=lambda: report.build_word_tables(hits, scope),
            plain=lambda: report.format_words_as_text(hits, scope),
            nothing="no article has all these words",
        ),
        [hit.article for hit in hits],
        "no article has all these words",
    )


def _describe_scope(arguments: Namespace) -> str:
    """Return which articles the options leave in, in words; empty where they leave in all."""
    parts = [
        ("of ", " or ".join(arguments.outlets)),
        ("said by ", arguments.speaker),
        ("since ", arguments.since),
        ("until ", arguments.until),
        ("in the language ", arguments.language),
    ]
    return ", ".join(f"{words}{clean_line(str(value))}" for words, value in parts if value)


def open_asked(archive: Archive, name: str) -> Article:
    """Open the article that is asked about: a stored one by its number or address, or any by name.

    Nothing is fetched that the archive has.

    Raises:
        ReaderError: it cannot be opened, or the name matches several articles.
    """
    import os

    from reader.cli.input_options import InputOptions
    from reader.cli.inputs import open_names
    from reader.sources.web.addresses import is_address

    if name.isascii() and name.isdecimal() and not os.path.lexists(name):
        return archive.article(int(name[:18]))
    if is_address(name) and (stored := archive.article_at(name)):
        return stored
    articles = open_names([name], InputOptions(()))
    if len(articles) > 1:
        raise ReaderError(f"{articles[0].source}: {len(articles)} articles; name one of them")
    return articles[0]
