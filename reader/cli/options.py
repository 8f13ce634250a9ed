"""What every command takes: articles in any form, and how they are to be opened."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from reader.cli.console import complain

if TYPE_CHECKING:
    from argparse import _ArgumentGroup as _Group

STANDARD_INPUT = "-"


class ListFile(str):
    """The name of a list file, in its place among the names of articles."""


class FeedName(str):
    """The name of a feed, in its place among the names of articles."""


class Parser(ArgumentParser):
    """Says what is wrong without handing on control characters from the arguments."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(message)
        raise SystemExit(2)

    def parse_mixed(self, arguments: Sequence[str]) -> Namespace:
        """Parse names and options in any order; what follows `--` is a name.

        `articles` of the result holds the names in the order given, among them those of
        lists and feeds as `ListFile` and `FeedName`.
        """
        options = self.parse_intermixed_args(_all_in_place(arguments))
        if options.pick is not None or options.like is not None:
            feeds = sum(isinstance(name, FeedName) for name in options.articles)
            if not feeds:
                self.error("--pick and --like choose from a feed: name one with --feed")
            if feeds > 1 and options.pick is not None:
                self.error("--pick chooses from one feed only")
        return options


def add_articles(parser: ArgumentParser) -> None:
    """Let a command take articles, or none for those that come along."""
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="a file (text, Markdown, saved page, mail, or what reader articles --json wrote), a "
        "folder, an address, or - for the standard input; none: the five that come along",
    )
    group = add_opening(parser)
    group.add_argument(
        "--feed",
        action="append",
        metavar="FEED",
        help="list the entries of a feed (an address or a file) and open those chosen",
    )
    group.add_argument("--pick", metavar="N,N", help="open these entries of the feed: 1,3 or 5-7")
    group.add_argument(
        "--like",
        metavar="ARTICLE",
        help="open an article, and the entries of the feed that are on the same event",
    )


def add_opening(parser: ArgumentParser) -> _Group:
    """Let a command take the options about how articles are opened."""
    group = parser.add_argument_group("getting articles in")
    group.add_argument(
        "--recursive", action="store_true", help="look into folders all the way down"
    )
    group.add_argument(
        "--from",
        action="append",
        default=[],
        dest="lists",
        metavar="LIST",
        help="open what a file names, one file or address a line; - for the standard input",
    )
    group.add_argument(
        "--refresh", action="store_true", help="fetch addresses anew, even those kept from before"
    )
    return group


_PLACED = {"--from": ListFile, "--feed": FeedName}


def _all_in_place(arguments: Sequence[str]) -> list[str]:
    """The arguments with every list and feed as one name, so that its place is known."""
    placed: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        option, equals, value = argument.partition("=")
        if argument == "--":
            placed += [_as_path(name) for name in waiting]
        elif option not in _PLACED:
            placed.append(argument)
        elif equals:
            placed.append(_PLACED[option](_as_path(value)))
        else:
            name = next(waiting, None)
            placed.append(option if name is None else _PLACED[option](_as_path(name)))
    return placed


def _as_path(name: str) -> str:
    """A name that is taken for no option even where it begins with a dash."""
    return f"./{name}" if name.startswith("-") and name != STANDARD_INPUT else name
