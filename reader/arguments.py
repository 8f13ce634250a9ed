"""What every command takes: the names of articles, and how they are opened."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from reader.errors import NothingToReadError, ReaderError
from reader.streams import complain

if TYPE_CHECKING:
    from reader.articles import Article


class Parser(ArgumentParser):
    """Says what is wrong without handing on control characters from the arguments."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(message)
        raise SystemExit(2)


def add_articles(parser: ArgumentParser) -> None:
    """Let a command take the names of articles, or none for those that come along."""
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="a text or Markdown file, or a folder of them; none: the five that come along",
    )


def open_named(
    names: Sequence[str], *, alone: bool = False
) -> tuple[tuple[Article, ...], tuple[ReaderError, ...]]:
    """The articles, and what is to be said about those that could not be opened.

    Raises NothingToReadError, with the problems told already, where nothing opens.

    Args:
        names: files and folders; none: the articles that come along.
        alone: whether one article is enough, so that nothing need be said about it.
    """
    from reader.notebook import Notebook, with_corrections
    from reader.sources import open_articles

    problems: list[ReaderError] = []
    try:
        articles = open_articles(names, on_problem=problems.append)
    except NothingToReadError:
        for problem in problems:
            complain(problem.message)
        raise
    articles = with_corrections(articles, Notebook(), problems.append)
    if len(articles) == 1 and not alone:
        problems.append(ReaderError("only one article is open; name another to compare it with"))
    return articles, tuple(problems)
