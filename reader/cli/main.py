"""The command line: what is wanted, on a screen or as text, and how it ends.

Exit codes: 0 done, 1 a draft needs a look or the output could not be written, 2 wrong
usage, nothing to read or a missing package, 70 a fault of the program, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.commands import SUBCOMMANDS, run_subcommand
from reader.cli.console import (
    abandon_output,
    complain,
    fill_closed_streams,
    is_dumb,
    keyboard_for_screen,
    print_lines,
    text_width,
)
from reader.cli.options import STANDARD_INPUT, FeedName, Parser, add_articles
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.processes.linker_process import PendingComparison

READ_FIRST_BYTES = 2_000_000
"""Articles of together at most this size are read before the screen opens; larger ones
are read while it is open already."""

_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
_PAGE_WEIGHT = 10

EXIT_UNWRITTEN = 1
EXIT_USAGE = 2
EXIT_FAULT = 70
EXIT_INTERRUPTED = 130

_DESCRIPTION = (
    "Compare how several outlets tell one event: articles side by side, the paragraphs that "
    "tell the same moment linked. Without a terminal, or with --plain, the comparison is "
    "written as plain text."
)
_EPILOG = (
    "Commands, each with its own --help: reader links ARTICLE… lists the links themselves; "
    "reader quotes ARTICLE… lists who is quoted with what; reader articles ARTICLE… shows what "
    "each text says of itself; reader check DRAFT --against SOURCE… checks the quotations of a "
    "draft."
)


def main(argv: Sequence[str] | None = None, interrupted: Callable[[], bool] = lambda: False) -> int:
    """Run the command line; the exit code. No traceback ever reaches the user.

    Args:
        argv: the arguments without the program's name; those of the process if None.
        interrupted: whether Ctrl+C has come.
    """
    fill_closed_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    return _flushed(_guarded(arguments, interrupted))


def _guarded(arguments: list[str], interrupted: Callable[[], bool]) -> int:
    try:
        return _run_until_interrupted(arguments, interrupted)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    except ReaderError as problem:
        if problem.message:
            complain(problem.message)
        return problem.exit_code
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except MemoryError:
        complain("there is not enough memory for this; open fewer or smaller articles")
        return EXIT_FAULT
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package in ("", "reader"):
            complain(f"something went wrong inside reader; {_write_log()}")
            return EXIT_FAULT
        complain(
            f"the package {package} is not installed for this Python; start reader with the "
            "commands of README.md, or with the Python it was installed for"
        )
        return EXIT_USAGE
    except Exception:
        complain(f"something went wrong inside reader; {_write_log()}")
        return EXIT_FAULT


def _run_until_interrupted(arguments: list[str], interrupted: Callable[[], bool]) -> int:
    try:
        return _run(arguments)
    except Exception:
        # What is broken off half-way, an import above all, may fail with an error of its own.
        if interrupted():
            raise KeyboardInterrupt from None
        raise


def _flushed(code: int) -> int:
    """Write what argparse left unwritten, or the interpreter would complain of it when it ends."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_output()
    except (OSError, ValueError) as problem:
        abandon_output()
        if code == 0:
            reason = problem.strerror if isinstance(problem, OSError) else None
            complain(f"the output could not be written: {reason or problem}")
            return EXIT_UNWRITTEN
    return code


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in SUBCOMMANDS:
        return run_subcommand(arguments[0], arguments[1:])
    options = _parser().parse_mixed(arguments)
    if options.clear_cache:
        _clear_cache()
        if not options.articles:
            return 0
    if options.plain or not _has_screen(STANDARD_INPUT in options.articles):
        return _plain(options)
    return _screen(options)


def _screen(options: Namespace) -> int:
    from reader.cli.inputs import open_named

    if _is_much(options):
        return _screen_first(options)
    pending = _prepared()
    try:
        articles, problems = open_named(options, lists_feeds=True)
        if pending:
            pending.begin(articles)
        for problem in problems:
            complain(problem.message)
        keyboard_for_screen()
        from reader.app import run_app

        return run_app(articles=articles, pending=pending, problems=problems)
    finally:
        if pending:
            pending.cancel()


def _screen_first(options: Namespace) -> int:
    """Open the screen, and the articles while it says so."""
    from reader.app import run_app
    from reader.cli.inputs import Names

    wanted = Names(options)
    return run_app(
        names=wanted.names,
        problems=wanted.problems,
        on_problem=lambda problem: complain(problem.message),
    )


def _plain(options: Namespace) -> int:
    from reader.cli.inputs import open_named
    from reader.coverage import compare
    from reader.reports.comparison_report import format_comparison

    articles, problems = open_named(options, lists_feeds=True)
    for problem in problems:
        complain(problem.message)
    print_lines(format_comparison(compare(articles), width=text_width()))
    return 0


def _prepared() -> PendingComparison | None:
    from reader.processes.linker_process import ComparisonError, prepare_comparison

    try:
        return prepare_comparison()
    except ComparisonError:
        return None


def _clear_cache() -> None:
    from reader.sources.web.page_cache import clear_page_cache

    removed = clear_page_cache()
    complain(f"{removed} kept {'page' if removed == 1 else 'pages'} removed")


def _is_much(options: Namespace) -> bool:
    """Whether files are named that take long to read, and nothing that is to be waited for."""
    if options.recursive or any(
        name == STANDARD_INPUT or "://" in name or isinstance(name, FeedName)
        for name in options.articles
    ):
        return False
    return _total_bytes(options.articles) > READ_FIRST_BYTES


def _total_bytes(names: Sequence[str]) -> int:
    """What is to be read of the files named and of those in the folders named.

    As far as can be seen; a page counts for as much text as takes as long.
    """
    total = 0
    for name in names:
        with suppress(OSError, ValueError):
            if os.path.isdir(name):
                with os.scandir(name) as entries:
                    total += sum(
                        _weight(entry.name, entry.stat().st_size)
                        for entry in entries
                        if entry.is_file()
                    )
            else:
                total += _weight(name, os.stat(name).st_size)
    return total


def _weight(name: str, size: int) -> int:
    return size * _PAGE_WEIGHT if name.lower().endswith(_PAGE_ENDINGS) else size


def _parser() -> Parser:
    parser = Parser(prog="reader", description=_DESCRIPTION, epilog=_EPILOG, allow_abbrev=False)
    parser.add_argument("--plain", action="store_true", help="write plain text, open no screen")
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    add_articles(parser)
    parser.add_argument(
        "--clear-cache", action="store_true", help="remove what was kept of addresses fetched"
    )
    return parser


def _has_screen(input_is_read: bool) -> bool:
    """Whether there is a terminal to draw on and, for the keys, one to read from.

    Where an article is read from the standard input the keys come from the terminal itself;
    on Windows that cannot be.
    """
    streams = [sys.stdout, sys.stderr]
    if not input_is_read or os.name == "nt":
        streams.append(sys.stdin)
    return all(stream is not None and stream.isatty() for stream in streams) and not is_dumb()


def _write_log() -> str:
    """Add the current exception to the log; where the details are, in words."""
    import time
    import traceback

    try:
        from platformdirs import user_log_path

        path = user_log_path("reader", appauthor=False, ensure_exists=True) / "reader.log"
        with open(path, "a", encoding="utf-8", errors="replace") as log:
            log.write(time.strftime("%Y-%m-%d %H:%M:%S\n") + traceback.format_exc() + "\n")
    except (ImportError, OSError):
        fault = traceback.format_exc().splitlines()[-1]
        return f"its log could not be written: {fault}"
    return f"the details are in {path}"
