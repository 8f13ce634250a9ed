"""Opens the articles of the inputs on the command line, including lists and feeds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.console import print_message, print_problem, print_problems
from reader.cli.input_options import STANDARD_INPUT, Input, InputOptions
from reader.cli.opening_progress import OpeningProgress
from reader.errors import NothingToReadError, ReaderError, SourceError, SourceNoticeError

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.quote_versions import ArticleQuotes
    from reader.reports.documents.folded_comparison import FoldedComparison
    from reader.sources.article_cache import ArticleCache


SOURCE_FAILED = 1
"""The exit code of a command that did its work, but without a source that it could not read."""


class NothingChosenError(ReaderError):
    """A feed was listed, and no entry of it is to be opened."""

    exit_code = 0


class ResolvedInputs(NamedTuple):
    """The inputs, with lists and feeds replaced by the names in them.

    Args:
        names: files, folders, patterns and addresses, in order.
        typed: those that the user typed, also in a list; addresses from a feed are not.
        problems: the problems of lists and feeds.
    """

    names: tuple[str, ...]
    typed: tuple[str, ...]
    problems: tuple[ReaderError, ...]


class InputResolver:
    """Replaces lists and feeds by the names in them, and reports their problems.

    Args:
        options: the inputs and how to open them.
        lists_feeds: whether a feed of which no entry is chosen is listed instead.
    """

    def __init__(self, options: InputOptions, *, lists_feeds: bool = False) -> None:
        self._options = options
        self._lists_feeds = lists_feeds
        self._names: list[str] = []
        self._typed: list[str] = []
        self._problems: list[ReaderError] = []

    def resolve(self) -> ResolvedInputs:
        """Resolve all inputs.

        Raises:
            NothingToReadError: there are lists and nothing else, and they name nothing.
            NothingChosenError: no entry of a feed was chosen.
            ReaderError: a feed cannot be opened, or the choice from it is wrong.
        """
        for source in self._options.inputs:
            self._add(source)
        if self._options.inputs and not self._names:
            print_problems(self._problems)
            raise NothingToReadError("nothing to read: the lists name nothing")
        return ResolvedInputs(tuple(self._names), tuple(self._typed), tuple(self._problems))

    def _add(self, source: Input) -> None:
        if source.kind == "feed":
            self._try_feed(source.name)
        elif source.kind == "list":
            self._add_typed(self._names_in_list(source.name))
        else:
            self._add_typed([source.name])

    def _add_typed(self, names: Sequence[str]) -> None:
        self._names += names
        self._typed += names

    def _names_in_list(self, name: str) -> list[str]:
        from pathlib import Path

        from reader.sources.list_files import parse_list, read_list_file

        try:
            if name == STANDARD_INPUT:
                return parse_list(
                    _read_input("names of files and addresses, one a line"),
                    "the standard input",
                    Path(),
                    on_problem=self._problems.append,
                )
            return read_list_file(Path(name), on_problem=self._problems.append)
        except SourceError as problem:
            self._problems.append(problem)
            return []

    def _try_feed(self, name: str) -> None:
        """Add the entries chosen; a feed that fails does not stop the other inputs."""
        try:
            self._add_feed(name)
        except SourceError as problem:
            if len(self._options.inputs) == 1:
                raise
            self._problems.append(problem)

    def _add_feed(self, name: str) -> None:
        from reader.cli.feed_picker import choose_entries, terminal_prompt
        from reader.sources.feeds import open_feed

        options = self._options
        prompt = terminal_prompt()
        if not (options.chooses_entries or prompt or self._lists_feeds):
            raise SourceError(
                f"{name}: choose entries with --pick 1,3 or --like ARTICLE; "
                f"reader --feed lists them"
            )
        like = self._open_like(options.like) if options.like is not None else None
        with OpeningProgress() as progress:
            feed = open_feed(name, refresh=options.refresh, on_progress=progress.show_fetching)
        entries = choose_entries(feed, picks=options.pick, like=like, prompt=prompt)
        is_only_listed = prompt is None or len(options.inputs) == 1
        if not entries and not options.chooses_entries and is_only_listed:
            raise NothingChosenError("")
        if options.like is not None and options.like not in self._names:
            self._add_typed([options.like])
        self._names += [entry.address for entry in entries]
        self._typed += feed.typed

    def _open_like(self, name: str) -> Article:
        if name == STANDARD_INPUT:
            raise ReaderError("--like: name a file or an address, not the standard input")
        articles = open_names([name], self._options)
        if len(articles) > 1:
            raise ReaderError(f"{name}: {len(articles)} articles: name one after --like")
        return articles[0]


def open_inputs(
    options: InputOptions,
    *,
    one_is_enough: bool = False,
    lists_feeds: bool = False,
    article_cache: ArticleCache | None = None,
) -> tuple[tuple[Article, ...], tuple[ReaderError, ...]]:
    """Open the inputs of a command.

    Args:
        options: the inputs and how to open them.
        one_is_enough: whether a single article is no problem.
        lists_feeds: whether a feed of which no entry is chosen is listed instead.
        article_cache: articles parsed by an earlier start; None: all are parsed.

    Returns:
        The articles, and what could not be opened.

    Raises:
        NothingToReadError: nothing opens; the problems are printed already.
        ReaderError: as `InputResolver.resolve`.
    """
    inputs = InputResolver(options, lists_feeds=lists_feeds).resolve()
    problems = list(inputs.problems)
    try:
        articles = open_names(
            inputs.names,
            options,
            typed=inputs.typed,
            on_problem=problems.append,
            article_cache=article_cache,
        )
    except NothingToReadError:
        print_problems(problems)
        raise
    if len(articles) == 1 and not one_is_enough:
        problems.append(ReaderError("only one article is open; name another to compare it with"))
    return articles, tuple(problems)


def find_exit_code(problems: Iterable[ReaderError]) -> int:
    """Return the exit code of a command that is done: 0, or `SOURCE_FAILED`.

    Args:
        problems: those of opening its inputs.
    """
    failed = any(
        isinstance(problem, SourceError) and not isinstance(problem, SourceNoticeError)
        for problem in problems
    )
    return SOURCE_FAILED if failed else 0


def announce_examples(options: InputOptions) -> None:
    """Say on the standard error that what is written is of the examples, as nothing is named."""
    if not options.inputs:
        print_message("no article is named: these are the five examples that come with the program")


def open_names(
    names: Sequence[str],
    options: InputOptions,
    *,
    typed: Sequence[str] | None = None,
    on_problem: Callable[[ReaderError], None] | None = None,
    article_cache: ArticleCache | None = None,
) -> tuple[Article, ...]:
    """Open articles by name, with progress on a terminal and the corrections of the notebook.

    Args:
        names: as `reader.sources.open_articles` takes them.
        options: how to open them; its inputs are not used.
        typed: those that the user typed, if not all.
        on_problem: called with each problem; without it the first that prevents an article from
            being opened is raised.
        article_cache: articles parsed by an earlier start; None: all are parsed.
    """
    from reader.notebook import Notebook, apply_corrections
    from reader.notebook.held_notes import holding_notes
    from reader.sources import open_articles

    notices: list[ReaderError] = []
    with OpeningProgress() as progress:
        articles = open_articles(
            names,
            on_problem=on_problem,
            recursive=options.recursive,
            refresh=options.refresh,
            standard_input=_read_input,
            typed=typed,
            on_fetch=progress.show_fetching,
            on_progress=progress.show_reading,
            read_cached=article_cache.read_articles if article_cache else None,
            on_dossier=holding_notes(notices.append),
        )
    print_problems(notices)
    return apply_corrections(articles, Notebook(), on_problem or print_problem)


def compare_as_corrected(articles: Sequence[Article]) -> Coverage:
    """Compare articles; links, differences and quotes follow the user's corrections.

    That the notebook cannot be read is printed.
    """
    from reader.coverage import compare
    from reader.notebook import Notebook

    coverage, notebook = compare(articles), Notebook()
    if not notebook.exists:
        return coverage
    from reader.notebook.claims import read_claims

    claims = read_claims(coverage.articles, notebook, print_problem)
    return claims.apply(coverage) if claims else coverage


def compare_folded_as_corrected(articles: Sequence[Article]) -> FoldedComparison:
    """Compare articles as `compare_as_corrected`, and describe near copies of them."""
    from reader.notebook import Notebook, NotebookError
    from reader.notebook.claims import read_entries_about
    from reader.notebook.placed_entries import PlacedEntries
    from reader.reports.documents.folded_comparison import compare_folded

    entries = PlacedEntries()
    try:
        entries = read_entries_about(articles, Notebook())
    except NotebookError as problem:
        print_problem(problem)
    return compare_folded(articles, entries)


def find_quotes_as_corrected(articles: Sequence[Article]) -> ArticleQuotes:
    """Return the quotes of articles with the versions and speakers that the user corrected.

    That the notebook cannot be read is printed.
    """
    from reader.notebook import Notebook
    from reader.quote_versions import ArticleQuotes

    quotes, notebook = ArticleQuotes(articles), Notebook()
    if not notebook.exists:
        return quotes
    from reader.notebook.claims import read_claims

    claims = read_claims(quotes.articles, notebook, print_problem)
    return quotes.with_corrections(claims.quote_corrections())


def _read_input(expected: str = "") -> bytes:
    """The standard input; on a terminal, after a line that says what to paste and how to end."""
    from reader.sources.standard_input import SEPARATOR, read_standard_input

    key = "Ctrl+Z and Enter" if os.name == "nt" else "Ctrl+D"
    expected = expected or f"an article, with a line of {SEPARATOR} before the next"
    return read_standard_input(
        on_ready=lambda: print_message(f"paste or type {expected}; end with Enter and {key}")
    )
