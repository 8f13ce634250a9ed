"""What the commands that need no screen do: links, quotes, articles, check.

Each takes the parsed arguments of its parser and returns an exit code.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import (
    output_is_terminal,
    print_lines,
    print_message,
    print_problems,
    print_tables,
)
from reader.cli.input_options import InputOptions, input_options
from reader.errors import NothingToReadError, ReaderError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.articles import Article

EXIT_NEEDS_REVIEW = 1
EXIT_BAD_INPUT = 2


def list_links(arguments: Namespace) -> int:
    """List the links between the paragraphs of several articles."""
    from reader.coverage import compare
    from reader.linking import RELATED_FLOOR
    from reader.linking.links import LOWEST_FLOOR
    from reader.reports.link_report import (
        build_link_table,
        format_links_as_json,
        format_links_as_text,
    )

    coverage = compare(_open_articles(arguments))
    floor = arguments.floor
    if floor is None:
        floor = LOWEST_FLOOR if arguments.json else RELATED_FLOOR
    _print_report(
        arguments,
        json=lambda: format_links_as_json(coverage, floor),
        tables=lambda: [build_link_table(coverage, floor)],
        plain=lambda: format_links_as_text(coverage, floor),
    )
    return 0


def list_quotes(arguments: Namespace) -> int:
    """List the quotes of articles, or with `--shared` those that several articles carry."""
    from reader.quote_versions import ArticleQuotes
    from reader.reports import quote_report, shared_quote_report

    articles = _open_articles(arguments, one_is_enough=not arguments.shared)
    quotes = ArticleQuotes(articles)
    if arguments.shared:
        _print_report(
            arguments,
            json=lambda: shared_quote_report.format_shared_quotes_as_json(articles, quotes.shared),
            tables=lambda: shared_quote_report.build_shared_quote_tables(articles, quotes.shared),
            plain=lambda: shared_quote_report.format_shared_quotes_as_text(articles, quotes.shared),
        )
    else:
        _print_report(
            arguments,
            json=lambda: quote_report.format_quotes_as_json(quotes),
            tables=lambda: quote_report.build_quote_tables(quotes),
            plain=lambda: quote_report.format_quotes_as_text(quotes),
        )
    return 0


def show_articles(arguments: Namespace) -> int:
    """Show what each article says of itself, or with `--text` every paragraph and its kind."""
    from reader.reports.article_report import (
        build_article_tables,
        format_articles_as_json,
        format_articles_as_text,
    )

    articles = _open_articles(arguments, one_is_enough=True)
    _print_report(
        arguments,
        json=lambda: format_articles_as_json(articles),
        tables=lambda: build_article_tables(articles, text=arguments.text),
        plain=lambda: format_articles_as_text(articles, text=arguments.text),
    )
    return 0


def check_draft(arguments: Namespace) -> int:
    """Check the quotations of a draft against its sources.

    Returns:
        1 where a quotation needs a look, 2 where a source cannot be opened, otherwise 0.

    Raises:
        ReaderError: the draft cannot be opened, or no source can.
    """
    from reader.quote_versions import check_quotes
    from reader.reports.check_report import (
        build_check_table,
        format_checks_as_json,
        format_checks_as_text,
    )

    options = input_options(arguments)
    draft = _open_draft(arguments.draft, options)
    sources, problems = _open_sources(options)
    sources = _without_draft(sources, arguments.draft)
    checks = check_quotes(draft, sources)
    _print_report(
        arguments,
        json=lambda: format_checks_as_json(draft, sources, checks),
        tables=(lambda: [build_check_table(draft, sources, checks)]) if checks else None,
        plain=lambda: format_checks_as_text(draft, sources, checks),
    )
    if not checks:
        print_message(f"{draft.source}: no quotation in it to check")
    if problems:
        return EXIT_BAD_INPUT
    return EXIT_NEEDS_REVIEW if any(check.needs_review for check in checks) else 0


def _print_report(
    arguments: Namespace,
    *,
    json: Callable[[], Iterable[str]],
    tables: Callable[[], Iterable[RenderableType]] | None,
    plain: Callable[[], Iterable[str]],
) -> None:
    """Print JSON with `--json`, tables on a terminal, otherwise plain lines."""
    if arguments.json:
        print_lines(json())
    elif tables is not None and output_is_terminal():
        print_tables(tables())
    else:
        print_lines(plain())


def _open_articles(arguments: Namespace, *, one_is_enough: bool = False) -> tuple[Article, ...]:
    """The articles; what could not be opened is printed."""
    from reader.cli.inputs import open_inputs

    articles, problems = open_inputs(input_options(arguments), one_is_enough=one_is_enough)
    print_problems(problems)
    return articles


def _open_draft(name: str, options: InputOptions) -> Article:
    from reader.cli.inputs import open_names

    drafts = open_names([name], options)
    if len(drafts) > 1:
        raise ReaderError(f"{name}: {len(drafts)} articles: name one file as the draft")
    return drafts[0]


def _open_sources(options: InputOptions) -> tuple[tuple[Article, ...], list[ReaderError]]:
    """The sources, and what could not be opened, which is printed."""
    from reader.cli.inputs import InputResolver, open_names

    inputs = InputResolver(options).resolve()
    problems = list(inputs.problems)
    try:
        sources = open_names(inputs.names, options, on_problem=problems.append)
    finally:
        print_problems(problems)
    return sources, problems


def _without_draft(sources: tuple[Article, ...], draft: str) -> tuple[Article, ...]:
    """The sources but for the draft itself, in which all its quotations would be exact."""
    others = tuple(source for source in sources if not _is_same_file(source.source, draft))
    if not others:
        raise NothingToReadError(f"{draft}: the draft cannot be its own source: name another")
    if len(others) < len(sources):
        print_message(f"{draft}: the draft itself is left out of the sources")
    return others


def _is_same_file(one: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(one, other)
    return False
