"""The main command: articles side by side on a screen, or their comparison as plain text."""

from __future__ import annotations

import gc
import os
import textwrap
import threading
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import (
    ask_line,
    has_screen,
    print_lines,
    print_message,
    print_problems,
    read_keys_from_terminal,
    terminal_columns,
)
from reader.cli.input_options import STANDARD_INPUT, Input, InputOptions, input_options

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.cli.linear_reader import LinearReader
    from reader.errors import ReaderError
    from reader.processes.link_cache import LinkCache
    from reader.processes.linker_process import PendingComparison
    from reader.settings import Settings
    from reader.sources.article_cache import ArticleCache
    from reader.story import NearCopy

    Reopening = Callable[[], tuple[Sequence[Article], Sequence[ReaderError]]]

READ_FIRST_BYTES = 2_000_000
"""Articles of together at most this size are read before the screen opens; larger ones are read
while it is open already."""

_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
# A byte of a page takes about as long to read as so many of plain text.
_PAGE_WEIGHT = 10


def show_side_by_side(arguments: Namespace) -> int:
    """Compare articles on the screen, or as text without a terminal or with `--plain`."""
    options = input_options(arguments)
    if arguments.clear_cache:
        _clear_cache()
        if not options.inputs:
            return 0
    if arguments.linear:
        return read_linearly(options, arguments.at)
    if arguments.plain or not has_screen(reads_standard_input=options.reads_standard_input):
        return print_comparison(options)
    return open_screen(options, arguments.at, arguments.lens)


def open_screen(
    options: InputOptions,
    at: tuple[int, int] | None = None,
    lens: str = "",
    *,
    has_terminal: bool = True,
) -> int:
    """Open articles on a screen, before it or on it if they take long to read.

    Args:
        options: what to open and how.
        at: number of the article and of its paragraph to open at, both from 1; None chooses.
        lens: the key of the lens to open with; empty for the plain text.
        has_terminal: whether the screen is a terminal, and not a page in a browser.
    """
    if _reading_takes_long(options):
        return _open_on_screen(options, at, lens)
    return _open_before_screen(options, at, lens, has_terminal=has_terminal)


def show_articles(articles: Sequence[Article]) -> int:
    """Compare articles that are opened already, on the screen or as text without a terminal."""
    if not has_screen(reads_standard_input=False):
        _print_report(articles)
        return 0
    settings, setting_problems = _read_settings()
    pending = _prepare_comparison()
    try:
        if pending:
            pending.begin(articles)
        read_keys_from_terminal()
        from reader.app import run_app
        from reader.settings import Memory

        return run_app(
            articles=articles,
            pending=pending,
            problems=setting_problems,
            on_problem=_print_problem,
            settings=settings,
            memory=Memory(),
        )
    finally:
        if pending:
            pending.cancel()


def print_comparison(options: InputOptions) -> int:
    """Print the comparison as plain text."""
    from reader.cli.inputs import find_exit_code, open_inputs

    articles, problems = open_inputs(options, lists_feeds=True)
    print_problems(problems)
    _print_report(articles)
    return find_exit_code(problems)


def _print_report(articles: Sequence[Article]) -> None:
    from reader.cli.inputs import compare_as_corrected, compare_folded_as_corrected
    from reader.coverage.deferred_collection import defer_collection
    from reader.reports.documents import build_report
    from reader.reports.documents.document_formats import DocumentFormat
    from reader.reports.documents.folded_comparison import folds_near_copies
    from reader.reports.documents.plain_report import format_report_as_plain

    copies: tuple[NearCopy, ...] = ()
    with defer_collection():
        if folds_near_copies(len(articles), DocumentFormat.PLAIN, is_part=False):
            coverage, copies, _ = compare_folded_as_corrected(articles)
        else:
            coverage = compare_as_corrected(articles)
        report = build_report(coverage, copies=copies)
        print_lines(format_report_as_plain(report, width=terminal_columns()))


def read_linearly(options: InputOptions, at: tuple[int, int] | None) -> int:
    """Read by commands that are typed line by line, until `q` or the end of the input."""
    from reader.cli.inputs import compare_as_corrected, find_exit_code, open_inputs
    from reader.cli.linear_places import remembered_places
    from reader.cli.linear_reader import LinearReader
    from reader.notebook.notebook_file import UnsavedNotesError

    articles, problems = open_inputs(options, lists_feeds=True)
    print_problems(problems)
    if options.reads_standard_input:
        read_keys_from_terminal()
    reader = LinearReader(compare_as_corrected(articles))
    with remembered_places(reader):
        _answer_lines(reader, at)
    unsaved = UnsavedNotesError.exit_code if reader.has_unsaved_notes else 0
    return find_exit_code(problems) or unsaved


def _answer_lines(reader: LinearReader, at: tuple[int, int] | None) -> None:
    print_lines(_wrap(reader.begin()), at_once=True)
    if at is not None:
        print_lines(_wrap(reader.answer(f":{at[0]}:{at[1]}")), at_once=True)
    while not reader.is_finished:
        typed = ask_line()
        if typed is None:
            break
        print_lines(_wrap(reader.answer(typed)), at_once=True)


def _wrap(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines broken between words at the width of the terminal; to a pipe as they are."""
    columns = terminal_columns()
    for line in lines:
        if columns is None or len(line) < columns:
            yield line
            continue
        indent = " " * (len(line) - len(line.lstrip()))
        yield from textwrap.wrap(
            line, columns - 1, subsequent_indent=indent, break_on_hyphens=False
        )


def _open_before_screen(
    options: InputOptions, at: tuple[int, int] | None, lens: str, *, has_terminal: bool
) -> int:
    from reader.cli.inputs import open_inputs

    # Objects created before the first frame live as long as the program: nothing to collect.
    gc.disable()
    settings, setting_problems = _read_settings()
    link_cache = _open_link_cache(settings, options)
    article_cache = _open_article_cache(settings)
    is_known = link_cache is not None and link_cache.knows_inputs()
    # A child that is started ahead loads its modules while the articles are read.
    pending = None if is_known else _prepare_comparison()
    try:
        articles, problems = open_inputs(options, lists_feeds=True, article_cache=article_cache)
        coverage = link_cache.read(articles) if link_cache else None
        if coverage and pending:
            pending.cancel()
            pending = None
        if pending:
            pending.begin(articles, link_cache)
        if link_cache and coverage and not is_known:
            threading.Thread(target=link_cache.note_inputs, daemon=True).start()
        if article_cache:
            _write_after(article_cache, pending)
        print_problems(problems)
        if has_terminal:
            read_keys_from_terminal()
        from reader.app import run_app
        from reader.notebook.held_notes import describe_dossiers
        from reader.settings import Memory

        return run_app(
            articles=articles,
            pending=pending,
            coverage=coverage,
            link_cache=link_cache,
            problems=[*problems, *describe_dossiers(), *setting_problems],
            on_problem=_print_problem,
            at=at,
            lens=lens,
            settings=settings,
            memory=Memory(),
            reopen=_reopening(options),
            opening=_opening_key(options),
        )
    finally:
        if pending:
            pending.cancel()


def _open_on_screen(options: InputOptions, at: tuple[int, int] | None, lens: str) -> int:
    """Open the screen first, which then shows the progress of the reading."""
    from reader.app import run_app
    from reader.cli.inputs import InputResolver
    from reader.settings import Memory

    settings, setting_problems = _read_settings()
    inputs = InputResolver(options).resolve()
    return run_app(
        link_cache=_open_link_cache(settings, options),
        names=inputs.names,
        problems=[*inputs.problems, *setting_problems],
        on_problem=_print_problem,
        at=at,
        lens=lens,
        settings=settings,
        memory=Memory(),
        reopen=_reopening(options),
        opening=_opening_key(options),
    )


def _print_problem(problem: ReaderError) -> None:
    print_message(problem.message)


def _read_settings() -> tuple[Settings, list[ReaderError]]:
    """Return the settings of the user, and the problems of their file."""
    from reader.settings import read_settings

    problems: list[ReaderError] = []
    return read_settings(problems.append), problems


def _open_link_cache(settings: Settings, options: InputOptions) -> LinkCache | None:
    """Return the links stored on disk; None where the user wants none stored."""
    if not settings.keep_links:
        return None
    from reader.processes.link_cache import LinkCache

    folder = ""
    with suppress(OSError):
        folder = os.getcwd()
    return LinkCache((folder, repr(options)))


def _open_article_cache(settings: Settings) -> ArticleCache | None:
    """Return the parsed articles stored on disk; None where the user wants none stored."""
    if not settings.keep_links:
        return None
    from reader.sources.article_cache import ArticleCache

    return ArticleCache()


def _write_after(article_cache: ArticleCache, pending: PendingComparison | None) -> None:
    """Store parsed articles in a thread, after the comparison, so that no frame waits for it."""
    if not article_cache.has_new:
        return

    def write() -> None:
        if pending:
            pending.wait()
        article_cache.write()

    threading.Thread(target=write, name="store articles", daemon=True).start()


def _opening_key(options: InputOptions) -> str:
    """Return a key of the inputs; empty where one is the standard input."""
    if options.reads_standard_input:
        return ""
    from hashlib import sha256

    names = [
        source.name if "://" in source.name else os.path.abspath(source.name)
        for source in options.inputs
    ]
    named = repr((names, options.recursive, options.pick, options.like))
    return sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _reopening(options: InputOptions) -> Reopening | None:
    """Return a function that opens the inputs again; None if one is the standard input."""
    if options.reads_standard_input:
        return None

    def reopen() -> tuple[Sequence[Article], Sequence[ReaderError]]:
        from reader.cli.inputs import open_inputs

        return open_inputs(options, one_is_enough=True)

    return reopen


def _prepare_comparison() -> PendingComparison | None:
    """A comparison whose child starts now, or None where none can be started."""
    from reader.processes.linker_process import ComparisonError, prepare_comparison

    try:
        return prepare_comparison()
    except ComparisonError:
        return None


def _clear_cache() -> None:
    from reader.processes.link_cache import clear_link_cache
    from reader.sources.article_cache import clear_article_cache
    from reader.sources.formats.extraction_cache import clear_extraction_cache
    from reader.sources.web.page_cache import clear_page_cache

    removed = clear_page_cache()
    with suppress(OSError):
        clear_extraction_cache()
    with suppress(OSError):
        clear_link_cache()
    with suppress(OSError):
        clear_article_cache()
    print_message(f"{removed} cached {'page' if removed == 1 else 'pages'} removed")


def _reading_takes_long(options: InputOptions) -> bool:
    """Whether only files and folders are named, and together they are large."""
    if options.recursive or not all(map(_is_path, options.inputs)):
        return False
    return _total_bytes(source.name for source in options.inputs) > READ_FIRST_BYTES


def _is_path(source: Input) -> bool:
    return source.kind != "feed" and source.name != STANDARD_INPUT and "://" not in source.name


def _total_bytes(names: Iterable[str]) -> int:
    """The size of files and of those in folders, as far as they can be seen; pages weighted."""
    total = 0
    for name in names:
        with suppress(OSError, ValueError):
            if os.path.isdir(name):
                with os.scandir(name) as entries:
                    files = [entry for entry in entries if entry.is_file()]
                    total += sum(_weigh(file.name, file.stat().st_size) for file in files)
            else:
                total += _weigh(name, os.stat(name).st_size)
    return total


def _weigh(name: str, size: int) -> int:
    return size * _PAGE_WEIGHT if name.lower().endswith(_PAGE_ENDINGS) else size
