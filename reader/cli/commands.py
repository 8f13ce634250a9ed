"""The commands that need no screen: links, quotes, articles, check.

Exit codes beside those of `reader.cli.main`: `check` ends with 1 where a quotation needs a
look, and with 2 where the draft or any source cannot be opened.
"""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import complain, print_lines, print_tables, takes_tables
from reader.cli.options import ListFile, Parser, add_articles, add_opening
from reader.errors import NothingToReadError, ReaderError

if TYPE_CHECKING:
    from reader.articles import Article

EXIT_NEEDS_A_LOOK = 1
EXIT_BAD_INPUT = 2


def run_subcommand(name: str, arguments: Sequence[str]) -> int:
    """Run one of `SUBCOMMANDS` with the arguments after its name; the exit code.

    Raises ReaderError where there is nothing to read or the output cannot be written.
    """
    make_parser, command = SUBCOMMANDS[name]
    parser = make_parser()
    if name == "check":
        options = parser.parse_args(arguments)
        if not (options.against or options.lists):
            parser.error("name what it quotes from: --against SOURCE…")
    else:
        options = parser.parse_mixed(arguments)
    return command(options)


def _links(options: Namespace) -> int:
    from reader.coverage import compare
    from reader.linking import RELATED_FLOOR
    from reader.linking.links import LOWEST_FLOOR
    from reader.reports.link_report import (
        build_link_table,
        format_links_as_json,
        format_links_as_text,
    )

    coverage = compare(_opened(options))
    floor = options.floor
    if floor is None:
        floor = LOWEST_FLOOR if options.json else RELATED_FLOOR
    if options.json:
        print_lines(format_links_as_json(coverage, floor))
    elif takes_tables():
        print_tables([build_link_table(coverage, floor)])
    else:
        print_lines(format_links_as_text(coverage, floor))
    return 0


def _quotes(options: Namespace) -> int:
    from reader.quote_versions import shared_quotes
    from reader.reports import quote_report, shared_quote_report

    articles = _opened(options, alone=not options.shared)
    found = shared_quotes(articles) if len(articles) > 1 else ()
    if options.shared:
        if options.json:
            print_lines(shared_quote_report.format_shared_quotes_as_json(articles, found))
        elif takes_tables():
            print_tables(shared_quote_report.build_shared_quote_tables(articles, found))
        else:
            print_lines(shared_quote_report.format_shared_quotes_as_text(articles, found))
    elif options.json:
        print_lines(quote_report.format_quotes_as_json(articles, found))
    elif takes_tables():
        print_tables(quote_report.build_quote_tables(articles, found))
    else:
        print_lines(quote_report.format_quotes_as_text(articles, found))
    return 0


def _articles(options: Namespace) -> int:
    from reader.reports.article_report import (
        build_article_tables,
        format_articles_as_json,
        format_articles_as_text,
    )

    articles = _opened(options, alone=True)
    if options.json:
        print_lines(format_articles_as_json(articles))
    elif takes_tables():
        print_tables(build_article_tables(articles, text=options.text))
    else:
        print_lines(format_articles_as_text(articles, text=options.text))
    return 0


def _check(options: Namespace) -> int:
    from reader.cli.inputs import Names, open_names
    from reader.quote_versions import check_quotes
    from reader.reports.check_report import (
        build_check_table,
        format_checks_as_json,
        format_checks_as_text,
    )

    drafts = open_names([options.draft], options)
    if len(drafts) > 1:
        raise ReaderError(f"{options.draft}: {len(drafts)} articles: name one file as the draft")
    (draft,) = drafts
    options.articles = [*options.against, *map(ListFile, options.lists)]
    wanted = Names(options)
    problems = wanted.problems
    try:
        sources = open_names(wanted.names, options, on_problem=problems.append)
    finally:
        for problem in problems:
            complain(problem.message)
    sources = _without_draft(sources, options.draft)
    checks = check_quotes(draft, sources)
    if options.json:
        print_lines(format_checks_as_json(draft, sources, checks))
    elif takes_tables() and checks:
        print_tables([build_check_table(draft, sources, checks)])
    else:
        print_lines(format_checks_as_text(draft, sources, checks))
    if not checks:
        complain(f"{draft.source}: no quotation in it to check")
    if problems:
        return EXIT_BAD_INPUT
    return EXIT_NEEDS_A_LOOK if any(check.verdict.needs_review for check in checks) else 0


def _opened(options: Namespace, *, alone: bool = False) -> tuple[Article, ...]:
    """The articles, with every problem told; `alone` where one article is enough."""
    from reader.cli.inputs import open_named

    articles, problems = open_named(options, alone=alone)
    for problem in problems:
        complain(problem.message)
    return articles


def _without_draft(sources: tuple[Article, ...], draft: str) -> tuple[Article, ...]:
    """The sources but for the draft itself, in which it would find all it quotes."""
    others = tuple(source for source in sources if not _is_same_file(source.source, draft))
    if not others:
        raise NothingToReadError(f"{draft}: the draft cannot be its own source: name another")
    if len(others) < len(sources):
        complain(f"{draft}: the draft itself is left out of the sources")
    return others


def _is_same_file(one: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(one, other)
    return False


def _links_parser() -> Parser:
    parser = Parser(
        prog="reader links",
        description="List the links between the paragraphs of several articles: a table on a "
        "terminal, else one line each.",
        allow_abbrev=False,
    )
    add_articles(parser)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line, for every link scored"
    )
    parser.add_argument(
        "--floor",
        type=_score,
        metavar="F",
        help="the lowest score listed, 0 to 1 (with --json all that are kept, else those "
        "that the screen shows)",
    )
    return parser


def _quotes_parser() -> Parser:
    parser = Parser(
        prog="reader quotes",
        description="List the quotes of articles with speaker and verb: a table on a terminal, "
        "else one line each.",
        allow_abbrev=False,
    )
    add_articles(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--shared",
        action="store_true",
        help="list what several articles quote, with every version and how it differs from "
        "the fullest",
    )
    return parser


def _articles_parser() -> Parser:
    parser = Parser(
        prog="reader articles",
        description="Show what each article says of itself, and how its paragraphs were told "
        "apart: tables on a terminal, else lines.",
        allow_abbrev=False,
    )
    add_articles(parser)
    parser.add_argument("--text", action="store_true", help="list every paragraph with its kind")
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON object a line, the whole article; reader opens that again",
    )
    return parser


def _check_parser() -> Parser:
    parser = Parser(
        prog="reader check",
        description="Check every quotation of a draft against its sources: exact, trimmed, cut "
        "inside without ellipsis, changed, other speaker, not found.",
        epilog="Exit code: 0 where no quotation needs a look, 1 where one does, 2 where the "
        "draft or a source cannot be opened.",
        allow_abbrev=False,
    )
    parser.add_argument("draft", metavar="DRAFT", help="one article; - for the standard input")
    parser.add_argument(
        "--against",
        nargs="+",
        default=[],
        metavar="SOURCE",
        help="what it quotes from: whatever can be opened",
    )
    add_opening(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise ArgumentTypeError("must be a number from 0 to 1")
    return score


SUBCOMMANDS: dict[str, tuple[Callable[[], Parser], Callable[[Namespace], int]]] = {
    "links": (_links_parser, _links),
    "quotes": (_quotes_parser, _quotes),
    "articles": (_articles_parser, _articles),
    "check": (_check_parser, _check),
}
"""For each command its parser and what it does."""
