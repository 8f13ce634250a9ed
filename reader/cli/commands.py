"""What the commands that need no screen do: links, differences, quotes, articles.

Each takes the parsed arguments of its parser and returns an exit code.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reader.cli.console import (
    output_is_terminal,
    print_lines,
    print_problems,
    print_tables,
)
from reader.cli.input_options import input_options

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.articles import Article


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
    print_report(
        arguments,
        json=lambda: format_links_as_json(coverage, floor),
        tables=lambda: [build_link_table(coverage, floor)],
        plain=lambda: format_links_as_text(coverage, floor),
    )
    return 0


def list_differences(arguments: Namespace) -> int:
    """List what articles state otherwise of one thing."""
    from reader.coverage import compare
    from reader.reports import difference_report

    coverage = compare(_open_articles(arguments))
    if arguments.csv:
        print_lines(difference_report.format_differences_as_csv(coverage))
        return 0
    print_report(
        arguments,
        json=lambda: difference_report.format_differences_as_json(coverage),
        tables=lambda: difference_report.build_difference_tables(coverage),
        plain=lambda: difference_report.format_differences_as_text(coverage),
    )
    return 0


def list_quotes(arguments: Namespace) -> int:
    """List the quotes of articles, or with `--shared` those that several articles carry."""
    from reader.quote_versions import ArticleQuotes
    from reader.reports import quote_report, shared_quote_report

    articles = _open_articles(arguments, one_is_enough=not arguments.shared)
    quotes = ArticleQuotes(articles)
    if arguments.shared:
        print_report(
            arguments,
            json=lambda: shared_quote_report.format_shared_quotes_as_json(articles, quotes.shared),
            tables=lambda: shared_quote_report.build_shared_quote_tables(articles, quotes.shared),
            plain=lambda: shared_quote_report.format_shared_quotes_as_text(articles, quotes.shared),
        )
    else:
        print_report(
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
    print_report(
        arguments,
        json=lambda: format_articles_as_json(articles),
        tables=lambda: build_article_tables(articles, text=arguments.text),
        plain=lambda: format_articles_as_text(articles, text=arguments.text),
    )
    return 0


def print_report(
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
