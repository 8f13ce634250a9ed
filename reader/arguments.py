"""What every command takes: the names of articles, and how they are opened."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.errors import NothingToReadError, ReaderError, SourceError
from reader.streams import complain

if TYPE_CHECKING:
    from reader.articles import Article

STANDARD_INPUT = "-"


class ListFile(str):
    """The name of a list file, in its place among the names of articles."""


class Parser(ArgumentParser):
    """Says what is wrong without handing on control characters from the arguments."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(message)
        raise SystemExit(2)

    def parse_mixed(self, arguments: Sequence[str]) -> Namespace:
        """Parse names and options in any order; what follows `--` is a name.

        `articles` of the result holds the names in the order given, those of lists as
        `ListFile`.
        """
        return self.parse_intermixed_args(_with_lists_in_place(arguments))


def add_articles(parser: ArgumentParser) -> None:
    """Let a command take articles, or none for those that come along."""
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="a file (text, Markdown, page, mail, what `reader articles --json` wrote), a folder, "
        "an address, or - for the standard input; none: the five that come along",
    )
    add_opening(parser)


def add_opening(parser: ArgumentParser) -> None:
    """Let a command take the options about how articles are opened."""
    group = parser.add_argument_group("opening articles")
    group.add_argument(
        "--from",
        action="append",
        default=[],
        dest="lists",
        metavar="LIST",
        help="open what a file names, one file or address a line; - for the standard input",
    )
    group.add_argument(
        "--recursive", action="store_true", help="look into folders all the way down"
    )
    group.add_argument(
        "--refresh", action="store_true", help="fetch addresses anew, even those kept from before"
    )


def open_named(
    options: Namespace, *, alone: bool = False
) -> tuple[tuple[Article, ...], tuple[ReaderError, ...]]:
    """The articles, and what is to be said about those that could not be opened.

    Raises NothingToReadError, with the problems told already, where nothing opens.

    Args:
        options: as parsed by a parser with `add_articles`.
        alone: whether one article is enough, so that nothing need be said about it.
    """
    problems: list[ReaderError] = []
    names = named(options, problems)
    try:
        articles = open_names(names, options, on_problem=problems.append)
    except NothingToReadError:
        for problem in problems:
            complain(problem.message)
        raise
    if len(articles) == 1 and not alone:
        problems.append(ReaderError("only one article is open; name another to compare it with"))
    return articles, tuple(problems)


def open_names(
    names: Sequence[str],
    options: Namespace,
    *,
    on_problem: Callable[[SourceError], None] | None = None,
) -> tuple[Article, ...]:
    """Open what is named, with a line for every address on a terminal.

    Args:
        names: as `reader.sources.open_articles` takes them.
        options: as parsed by a parser with `add_opening`.
        on_problem: told of each that cannot be opened; without it the first is raised.
    """
    from reader.fetching_lines import FetchingLines
    from reader.sources import open_articles

    if STANDARD_INPUT in names:
        _say_how_input_ends()
    with FetchingLines() as lines:
        return open_articles(
            names,
            on_problem=on_problem,
            recursive=options.recursive,
            refresh=options.refresh,
            standard_input=True,
            on_fetch=lines.tell,
        )


def named(options: Namespace, problems: list[ReaderError]) -> list[str]:
    """The names given, with what lists name in the place of the lists.

    Args:
        options: as parsed by a parser with `add_articles`.
        problems: what is wrong with a list is added to them.

    Raises:
        NothingToReadError: there are lists and nothing else, and they name nothing.
    """
    names: list[str] = []
    for name in options.articles:
        if not isinstance(name, ListFile):
            names.append(name)
            continue
        try:
            names += _listed(name, problems)
        except SourceError as refused:
            problems.append(refused)
    if options.articles and not names:
        for problem in problems:
            complain(problem.message)
        raise NothingToReadError("nothing to read: the lists name nothing")
    return names


def _say_how_input_ends() -> None:
    """Tell whoever sits at a terminal that it is now for pasting, and how that ends."""
    if sys.stdin.isatty():
        from reader.sources.standard_input import SEPARATOR

        key = "Ctrl+Z and Enter" if os.name == "nt" else "Ctrl+D"
        complain(
            f"paste or type an article, with a line of {SEPARATOR} before the next; "
            f"end with Enter and {key}"
        )


def _listed(name: str, problems: list[ReaderError]) -> list[str]:
    from reader.sources.lists import listed_names, names_in_list
    from reader.sources.standard_input import read_standard_input

    if name == STANDARD_INPUT:
        data = read_standard_input()
        return names_in_list(data, "the standard input", Path(), tell=problems.append)
    return listed_names(Path(name), tell=problems.append)


def _with_lists_in_place(arguments: Sequence[str]) -> list[str]:
    """The arguments with every `--from LIST` as one name, so that its place is known."""
    placed: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            placed += [_as_path(name) for name in waiting]
        elif argument == "--from":
            name = next(waiting, None)
            placed.append(argument if name is None else ListFile(_as_path(name)))
        elif argument.startswith("--from="):
            placed.append(ListFile(_as_path(argument.partition("=")[2])))
        else:
            placed.append(argument)
    return placed


def _as_path(name: str) -> str:
    """A name that is taken for no option even where it begins with a dash."""
    return f"./{name}" if name.startswith("-") and name != STANDARD_INPUT else name
