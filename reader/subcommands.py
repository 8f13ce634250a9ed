"""The commands that need no screen: links, quotes, check.

Exit codes beside those of `reader.cli`: `check` ends with 1 where a quotation needs a
look, and with 2 where the draft or any source cannot be opened.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.arguments import Parser, add_articles, open_named
from reader.errors import NothingToReadError, ReaderError
from reader.streams import complain, print_lines, print_tables, takes_tables

if TYPE_CHECKING:
    from reader.articles import Article

EXIT_NEEDS_A_LOOK = 1
EXIT_BAD_INPUT = 2


def run_subcommand(name: str, arguments: Sequence[str]) -> int:
    """Run one of `SUBCOMMANDS` with the arguments after its name; the exit code.

    Raises ReaderError where there is nothing to read or the output cannot be written.
    """
    parser, command = SUBCOMMANDS[name]
    return command(parser().parse_args(arguments))


def _links(options: Namespace) -> int:
    from reader.linking import RELATED_FLOOR, compare
    from reader.linking.coverage import LOWEST_FLOOR
    from reader.reports.links import json_links, links_table, plain_links

    coverage = compare(_opened(options.articles))
    floor = options.floor
    if floor is None:
        floor = LOWEST_FLOOR if options.json else RELATED_FLOOR
    if options.json:
        print_lines(json_links(coverage, floor))
    elif takes_tables():
        print_tables([links_table(coverage, floor)])
    else:
        print_lines(plain_links(coverage, floor))
    return 0


def _quotes(options: Namespace) -> int:
    from reader.linking.shared_quotes import shared_quotes
    from reader.reports import quotes, shared

    articles = _opened(options.articles, alone=not options.shared)
    found = shared_quotes(articles) if len(articles) > 1 else ()
    if options.shared:
        if options.json:
            print_lines(shared.json_shared(articles, found))
        elif takes_tables():
            print_tables(shared.shared_tables(articles, found))
        else:
            print_lines(shared.plain_shared(articles, found))
    elif options.json:
        print_lines(quotes.json_quotes(articles, found))
    elif takes_tables():
        print_tables(quotes.quotes_tables(articles, found))
    else:
        print_lines(quotes.plain_quotes(articles, found))
    return 0


def _check(options: Namespace) -> int:
    from reader.quotes import article_text
    from reader.quotes.checking import check_quotes
    from reader.reports.checks import checks_table, json_checks, plain_checks
    from reader.sources import open_articles

    if os.path.isdir(options.draft):
        raise ReaderError(f"{options.draft}: a folder: name one file as the draft")
    (draft,) = open_articles([options.draft])
    problems: list[ReaderError] = []
    try:
        sources = open_articles(options.against, on_problem=problems.append)
    finally:
        for problem in problems:
            complain(problem.message)
    sources = _without_draft(sources, options.draft)
    checks = check_quotes(article_text(draft), [article_text(source) for source in sources])
    if options.json:
        print_lines(json_checks(draft, sources, checks))
    elif takes_tables() and checks:
        print_tables([checks_table(draft, sources, checks)])
    else:
        print_lines(plain_checks(draft, sources, checks))
    if not checks:
        complain(f"{draft.source}: no quotation in it to check")
    if problems:
        return EXIT_BAD_INPUT
    return EXIT_NEEDS_A_LOOK if any(check.verdict.needs_a_look for check in checks) else 0


def _opened(names: Sequence[str], *, alone: bool = False) -> tuple[Article, ...]:
    """The articles, with every problem told; `alone` where one article is enough."""
    articles, problems = open_named(names, alone=alone)
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


def _links_parser() -> ArgumentParser:
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


def _quotes_parser() -> ArgumentParser:
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


def _check_parser() -> ArgumentParser:
    parser = Parser(
        prog="reader check",
        description="Check every quotation of a draft against its sources: exact, trimmed, cut "
        "inside without ellipsis, changed, other speaker, not found.",
        epilog="Exit code: 0 where no quotation needs a look, 1 where one does, 2 where the "
        "draft or a source cannot be opened.",
        allow_abbrev=False,
    )
    parser.add_argument("draft", metavar="DRAFT", help="a text or Markdown file")
    parser.add_argument(
        "--against",
        nargs="+",
        required=True,
        metavar="SOURCE",
        help="what it quotes from: text or Markdown files, or folders of them",
    )
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


SUBCOMMANDS: dict[str, tuple[Callable[[], ArgumentParser], Callable[[Namespace], int]]] = {
    "links": (_links_parser, _links),
    "quotes": (_quotes_parser, _quotes),
    "check": (_check_parser, _check),
}
"""For each command its parser and what it does."""
