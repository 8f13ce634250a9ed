"""From the arguments to the articles: what was asked for, in any of its forms."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.cli.console import complain
from reader.cli.options import STANDARD_INPUT, FeedName, ListFile
from reader.cli.progress import OpeningLines
from reader.errors import NothingToReadError, ReaderError, SourceError

if TYPE_CHECKING:
    from reader.articles import Article


class NothingWantedError(ReaderError):
    """A feed was listed, and nothing of it is to be opened."""

    exit_code = 0


class Names:
    """What is to be opened, with lists and feeds resolved.

    Args:
        options: as parsed by `Parser.parse_mixed`.
        lists_feeds: whether a feed of which nothing was chosen is listed instead.

    Raises:
        ReaderError: a feed cannot be opened, or the choice from it is wrong.
        NothingToReadError: there are lists and nothing else, and they name nothing.
        NothingWantedError: nothing of a feed was chosen.
    """

    def __init__(self, options: Namespace, *, lists_feeds: bool = False) -> None:
        self._options = options
        self._lists_feeds = lists_feeds
        self.names: list[str] = []
        self.typed: list[str] = []
        """Those that the user stands for: addresses from a feed are not among them."""
        self.problems: list[ReaderError] = []
        """What is wrong with the lists."""
        self._resolve()

    def _resolve(self) -> None:
        for name in self._options.articles:
            if isinstance(name, ListFile):
                self._add(self._listed(name))
            elif isinstance(name, FeedName):
                self._try_entries(name)
            else:
                self._add([name])
        if self._options.articles and not self.names:
            for problem in self.problems:
                complain(problem.message)
            raise NothingToReadError("nothing to read: the lists name nothing")

    def _add(self, names: Sequence[str]) -> None:
        self.names += names
        self.typed += names

    def _listed(self, name: str) -> list[str]:
        from pathlib import Path

        from reader.sources.list_files import parse_list, read_list_file

        try:
            if name == STANDARD_INPUT:
                return parse_list(
                    _read_input("names of files and addresses, one a line"),
                    "the standard input",
                    Path(),
                    on_problem=self.problems.append,
                )
            return read_list_file(Path(name), on_problem=self.problems.append)
        except SourceError as refused:
            self.problems.append(refused)
            return []

    def _try_entries(self, name: str) -> None:
        """Where other articles are named, too, a feed that cannot be opened does not stop them."""
        try:
            self._add_entries(name)
        except SourceError as refused:
            if len(self._options.articles) == 1:
                raise
            self.problems.append(refused)

    def _add_entries(self, name: str) -> None:
        from reader.cli.feed_picker import choose_entries, terminal_question
        from reader.sources.feeds import open_feed

        options = self._options
        question = terminal_question()
        chooses = options.pick is not None or options.like is not None
        if not (chooses or question or self._lists_feeds):
            raise SourceError(
                f"{name}: choose entries with --pick 1,3 or --like ARTICLE; "
                f"reader --feed lists them"
            )
        like = self._like(options.like) if options.like is not None else None
        with OpeningLines() as lines:
            feed = open_feed(name, refresh=options.refresh, progress=lines.fetch)
        entries = choose_entries(feed, picks=options.pick, like=like, ask=question)
        if not entries and not chooses and (question is None or len(options.articles) == 1):
            raise NothingWantedError("")
        if options.like is not None and options.like not in self.names:
            self._add([options.like])
        self.names += [entry.address for entry in entries]
        self.typed += feed.typed

    def _like(self, name: str) -> Article:
        if name == STANDARD_INPUT:
            raise ReaderError("--like: name a file or an address, not the standard input")
        articles = open_names([name], self._options)
        if len(articles) > 1:
            raise ReaderError(f"{name}: {len(articles)} articles: name one after --like")
        return articles[0]


def open_named(
    options: Namespace, *, alone: bool = False, lists_feeds: bool = False
) -> tuple[tuple[Article, ...], tuple[ReaderError, ...]]:
    """The articles, and what is to be said about those that could not be opened.

    Args:
        options: as parsed by `Parser.parse_mixed`.
        alone: whether one article is enough, so that nothing need be said about it.
        lists_feeds: whether a feed of which nothing was chosen is listed instead.

    Raises:
        NothingToReadError: nothing opens; the problems are told already.
        ReaderError: as `Names`.
    """
    wanted = Names(options, lists_feeds=lists_feeds)
    problems = wanted.problems
    try:
        articles = open_names(wanted.names, options, typed=wanted.typed, on_problem=problems.append)
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
    typed: Sequence[str] | None = None,
    on_problem: Callable[[ReaderError], None] | None = None,
) -> tuple[Article, ...]:
    """Open what is named, with a line for every address on a terminal.

    What the user said of the same texts before holds again.

    Args:
        names: as `reader.sources.open_articles` takes them.
        options: as parsed by a parser with `add_opening`.
        typed: those that the user stands for, if not all.
        on_problem: told of each that cannot be opened; without it the first is raised.
    """
    from reader.notebook import Notebook, apply_corrections
    from reader.sources import open_articles

    with OpeningLines() as lines:
        articles = open_articles(
            names,
            on_problem=on_problem,
            recursive=options.recursive,
            refresh=options.refresh,
            standard_input=_read_input,
            typed=typed,
            on_fetch=lines.fetch,
            progress=lines.read,
        )
    return apply_corrections(articles, Notebook(), on_problem or _complain_of)


def _complain_of(problem: ReaderError) -> None:
    complain(problem.message)


def _read_input(what: str = "") -> bytes:
    """The standard input; whoever sits at a terminal is told what to paste and how that ends."""
    from reader.sources.standard_input import SEPARATOR, read_standard_input

    key = "Ctrl+Z and Enter" if os.name == "nt" else "Ctrl+D"
    what = what or f"an article, with a line of {SEPARATOR} before the next"
    return read_standard_input(
        on_ready=lambda: complain(f"paste or type {what}; end with Enter and {key}")
    )
