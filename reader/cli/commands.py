"""The commands that need no screen: links, matrix, differences, copy, quotes…

Each takes the parsed arguments of its parser and returns an exit code.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.cli.console import (
    output_is_terminal,
    print_lines,
    print_message,
    print_problems,
    print_tables,
)
from reader.cli.input_options import input_options
from reader.errors import ReaderError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.articles import Article


_Part = TypeVar("_Part")
_WIDTH = 80
"""Columns of a terminal whose width is unknown."""


class ReportForms(NamedTuple):
    """The forms in which a report can be printed; each is computed when it is called."""

    json: Callable[[], Iterable[str]]
    tables: Callable[[], Iterable[RenderableType]]
    plain: Callable[[], Iterable[str]]
    csv: Callable[[], Iterable[str]] | None = None
    nothing: str = ""
    """What to say on the standard error where a report has no line. Empty: it always has one."""


def list_links(arguments: Namespace) -> int:
    """List the links between the paragraphs of several articles."""
    return _list(arguments, lambda articles: _report_links(arguments, articles))


def list_matrix(arguments: Namespace) -> int:
    """List which article reports which moment, in which form and where."""
    return _list(arguments, _report_matrix)


def list_differences(arguments: Namespace) -> int:
    """List the differences between articles: what they state differently about one thing."""
    return _list(arguments, _report_differences)


def list_copy(arguments: Namespace) -> int:
    """List the copy that articles share, and their origins."""
    return _list(arguments, _report_copy)


def list_collated(arguments: Namespace) -> int:
    """Print every moment of a story once, in its fullest version."""
    return _list(arguments, lambda articles: _report_collated(arguments, articles))


def list_versions(arguments: Namespace) -> int:
    """List the articles that are versions of one text, and the changes between them."""
    return _list(arguments, _report_versions)


def list_people(arguments: Namespace) -> int:
    """List who is named and who is quoted in articles, how often and with how many words."""
    return _list(arguments, _report_people, one_is_enough=True)


def list_quotes(arguments: Namespace) -> int:
    """List the quotes of articles, or with `--shared` those that several articles carry."""
    if arguments.shared:
        return _list(arguments, _report_shared_quotes)
    return _list(arguments, _report_quotes, one_is_enough=True)


def show_articles(arguments: Namespace) -> int:
    """Show the metadata of each article, or with `--text` every paragraph and its kind."""
    from reader.reports.article_report import (
        build_article_tables,
        format_articles_as_json,
        format_articles_as_text,
    )

    articles, exit_code = _open_articles(arguments, one_is_enough=True)
    report = ReportForms(
        json=lambda: format_articles_as_json(articles),
        tables=lambda: build_article_tables(articles, text=arguments.text),
        plain=lambda: format_articles_as_text(articles, text=arguments.text),
    )
    print_report(arguments, report)
    return exit_code


class _PrintedParts:
    """Notices whether a report has any part."""

    def __init__(self) -> None:
        self.is_empty = True

    def pass_on(self, parts: Iterable[_Part]) -> Iterator[_Part]:
        """Yield the parts of a report."""
        for part in parts:
            self.is_empty = False
            yield part


def print_report(arguments: Namespace, report: ReportForms) -> None:
    """Print JSON with `--json`, CSV with `--csv`, tables on a terminal, otherwise plain lines.

    Nobody can tell an empty report from one that failed: where nothing is printed, say so.
    """
    printed = _PrintedParts()
    if arguments.json:
        print_lines(printed.pass_on(report.json()))
    elif report.csv is not None and arguments.csv:
        print_lines(printed.pass_on(report.csv()))
    elif output_is_terminal():
        print_tables(printed.pass_on(report.tables()))
    else:
        print_lines(printed.pass_on(report.plain()))
    if printed.is_empty and report.nothing:
        print_message(report.nothing)


def _list(
    arguments: Namespace,
    build: Callable[[tuple[Article, ...]], ReportForms],
    *,
    one_is_enough: bool = False,
) -> int:
    """Print the report of the articles, or with `--each` those of all stories of a folder."""
    if arguments.each is not None:
        from reader.cli.each_story import report_stories

        return report_stories(arguments, build, one_is_enough=one_is_enough)
    articles, exit_code = _open_articles(arguments, one_is_enough=one_is_enough)
    print_report(arguments, build(articles))
    return exit_code


def _report_links(arguments: Namespace, articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.inputs import compare_as_corrected
    from reader.linking import RELATED_FLOOR
    from reader.linking.links import LOWEST_FLOOR
    from reader.reports import link_report

    coverage = compare_as_corrected(articles)
    floor = arguments.floor
    if floor is None:
        floor = LOWEST_FLOOR if arguments.json else RELATED_FLOOR
    return ReportForms(
        json=lambda: link_report.format_links_as_json(coverage, floor),
        tables=lambda: [
            table for table in [link_report.build_link_table(coverage, floor)] if table.row_count
        ],
        plain=lambda: link_report.format_links_as_text(coverage, floor),
        nothing=f"no links: no two paragraphs have a score of {floor:.2f} or more",
    )


def _report_matrix(articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.inputs import compare_as_corrected
    from reader.reports import matrix_records, matrix_report

    coverage = compare_as_corrected(articles)
    return ReportForms(
        json=lambda: matrix_records.format_matrix_as_json(coverage),
        tables=lambda: matrix_report.build_matrix_tables(coverage),
        plain=lambda: matrix_report.format_matrix_as_text(coverage),
        csv=lambda: matrix_records.format_matrix_as_csv(coverage),
    )


def _report_differences(articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.inputs import compare_as_corrected
    from reader.reports import difference_report

    coverage = compare_as_corrected(articles)
    return ReportForms(
        json=lambda: difference_report.format_differences_as_json(coverage),
        tables=lambda: difference_report.build_difference_tables(coverage),
        plain=lambda: difference_report.format_differences_as_text(coverage),
        csv=lambda: difference_report.format_differences_as_csv(coverage),
        nothing=difference_report.explain_nothing(articles),
    )


def _report_copy(articles: tuple[Article, ...]) -> ReportForms:
    from reader.coverage import compare
    from reader.reports import copy_report

    coverage = compare(articles)
    return ReportForms(
        json=lambda: copy_report.format_copy_as_json(coverage),
        tables=lambda: copy_report.build_copy_tables(coverage),
        plain=lambda: copy_report.format_copy_as_text(coverage),
        csv=lambda: copy_report.format_copy_as_csv(coverage),
    )


def _report_collated(arguments: Namespace, articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.console import terminal_columns
    from reader.cli.inputs import compare_as_corrected
    from reader.reports import collated_records, collated_report

    order = arguments.order
    if order > len(articles):
        raise ReaderError(f"--order {order}: the last article is {len(articles)}")
    story = compare_as_corrected(articles).collated
    moments = story.in_order_of(order - 1) if order else story.moments
    is_whole = arguments.all
    return ReportForms(
        json=lambda: collated_records.format_collated_as_json(articles, moments),
        tables=lambda: collated_report.build_collated_tables(
            story, moments, is_whole=is_whole, columns=terminal_columns() or _WIDTH
        ),
        plain=lambda: collated_report.format_collated_as_text(story, moments, is_whole=is_whole),
        csv=lambda: collated_records.format_collated_as_csv(articles, moments),
    )


def _report_versions(articles: tuple[Article, ...]) -> ReportForms:
    from reader.coverage import compare
    from reader.reports import text_version_report

    coverage = compare(articles)
    return ReportForms(
        json=lambda: text_version_report.format_text_versions_as_json(coverage),
        tables=lambda: text_version_report.build_text_version_tables(coverage),
        plain=lambda: text_version_report.format_text_versions_as_text(coverage),
        csv=lambda: text_version_report.format_text_versions_as_csv(coverage),
        nothing="no versions: no two articles are states of one outlet’s text",
    )


def _report_people(articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.inputs import find_quotes_as_corrected
    from reader.reports import people_records, people_report
    from reader.story.people.people_rows import build_people

    quotes = find_quotes_as_corrected(articles)
    people = build_people(quotes.articles, quotes.quotes, quotes.corrected_indirect)
    return ReportForms(
        json=lambda: people_records.format_people_as_json(people),
        tables=lambda: people_report.build_people_tables(people),
        plain=lambda: people_report.format_people_as_text(people),
        csv=lambda: people_records.format_people_as_csv(people),
    )


def _report_quotes(articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.inputs import find_quotes_as_corrected
    from reader.reports import quote_report

    quotes = find_quotes_as_corrected(articles)
    return ReportForms(
        json=lambda: quote_report.format_quotes_as_json(quotes),
        tables=lambda: quote_report.build_quote_tables(quotes),
        plain=lambda: quote_report.format_quotes_as_text(quotes),
        nothing="no quotes were found in the articles",
    )


def _report_shared_quotes(articles: tuple[Article, ...]) -> ReportForms:
    from reader.cli.inputs import find_quotes_as_corrected
    from reader.reports import shared_quote_report

    shared = find_quotes_as_corrected(articles).shared
    return ReportForms(
        json=lambda: shared_quote_report.format_shared_quotes_as_json(articles, shared),
        tables=lambda: shared_quote_report.build_shared_quote_tables(articles, shared),
        plain=lambda: shared_quote_report.format_shared_quotes_as_text(articles, shared),
        nothing="no quotation was found in several of the articles",
    )


def _open_articles(
    arguments: Namespace, *, one_is_enough: bool = False
) -> tuple[tuple[Article, ...], int]:
    """Return the articles and the exit code, and print what could not be opened."""
    from reader.cli.inputs import find_exit_code, open_inputs

    articles, problems = open_inputs(input_options(arguments), one_is_enough=one_is_enough)
    print_problems(problems)
    return articles, find_exit_code(problems)
