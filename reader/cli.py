"""The command line: what is wanted, on a screen or as text, and how it ends.

Exit codes: 0 done, 1 the output could not be written, 2 wrong usage or nothing to
read, 70 a fault of the program, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from reader import __version__
from reader.errors import NothingToReadError, ReaderError

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.linking.process import PendingComparison

READ_FIRST_BYTES = 2_000_000
"""Articles of together at most this size are read before the screen opens; larger ones
are read while it is open already."""

EXIT_FAULT = 70
EXIT_INTERRUPTED = 130


class OutputError(ReaderError):
    """What was asked for could not be written."""

    exit_code = 1


_DESCRIPTION = (
    "Compare how several outlets tell one event: articles side by side, the paragraphs that "
    "tell the same moment linked. Without a terminal, or with --plain, the comparison is "
    "written as plain text."
)
_EPILOG = "reader links ARTICLE… lists the links themselves; see reader links --help."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. No traceback ever reaches the user.

    Args:
        argv: the arguments without the program's name; those of the process if None.
    """
    _fill_closed_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    except ReaderError as problem:
        _complain(problem.message)
        return problem.exit_code
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception:
        _complain(f"something went wrong inside reader; {_write_log()}")
        return EXIT_FAULT
    finally:
        # Else a pipe closed early would be complained about when the interpreter ends.
        try:
            sys.stdout.flush()
        except (OSError, ValueError):
            _abandon_output()


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["links"]:
        return _links(_links_parser().parse_args(arguments[1:]))
    options = _parser().parse_args(arguments)
    if options.plain or not _has_screen():
        return _plain(options.articles)
    return _screen(options.articles)


def _screen(names: Sequence[str]) -> int:
    if _total_bytes(names) > READ_FIRST_BYTES:
        from reader.app import run_app

        return run_app(names=names, on_problem=lambda problem: _complain(problem.message))
    pending = _prepared()
    try:
        articles, problems = _open(names)
        if pending:
            pending.begin(articles)
        for problem in problems:
            _complain(problem.message)
        from reader.app import run_app

        return run_app(articles=articles, pending=pending, problems=problems)
    finally:
        if pending:
            pending.cancel()


def _plain(names: Sequence[str]) -> int:
    from reader.linking import compare
    from reader.reports.plain import plain_report

    articles, problems = _open(names)
    for problem in problems:
        _complain(problem.message)
    _print(plain_report(compare(articles), width=_text_width()))
    return 0


def _links(options: Namespace) -> int:
    from reader.linking import RELATED_FLOOR, compare
    from reader.linking.coverage import LOWEST_FLOOR
    from reader.reports.links import json_links, links_table, plain_links

    articles, problems = _open(options.articles)
    for problem in problems:
        _complain(problem.message)
    coverage = compare(articles)
    floor = options.floor
    if floor is None:
        floor = LOWEST_FLOOR if options.json else RELATED_FLOOR
    if options.json:
        _print(json_links(coverage, floor))
    elif sys.stdout.isatty() and not _is_dumb():
        from rich.console import Console

        with _writing():
            Console().print(links_table(coverage, floor))
    else:
        _print(plain_links(coverage, floor))
    return 0


def _open(names: Sequence[str]) -> tuple[tuple[Article, ...], tuple[ReaderError, ...]]:
    """The articles, and what is to be said about those that could not be opened.

    Raises NothingToReadError, with the problems told already, where nothing opens.
    """
    from reader.sources import open_articles

    problems: list[ReaderError] = []
    try:
        articles = open_articles(names, on_problem=problems.append)
    except NothingToReadError:
        for problem in problems:
            _complain(problem.message)
        raise
    if len(articles) == 1:
        problems.append(ReaderError("only one article is open; name another to compare it with"))
    return articles, tuple(problems)


def _prepared() -> PendingComparison | None:
    from reader.linking.process import ComparisonError, prepare_comparison

    try:
        return prepare_comparison()
    except ComparisonError:
        return None


def _total_bytes(names: Sequence[str]) -> int:
    """The size of the files named and of those in the folders named, as far as can be seen."""
    total = 0
    for name in names:
        with suppress(OSError, ValueError):
            if os.path.isdir(name):
                with os.scandir(name) as entries:
                    total += sum(entry.stat().st_size for entry in entries if entry.is_file())
            else:
                total += os.stat(name).st_size
    return total


class _Parser(ArgumentParser):
    """Says what is wrong without handing on control characters from the arguments."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        _complain(message)
        raise SystemExit(2)


def _parser() -> ArgumentParser:
    parser = _Parser(prog="reader", description=_DESCRIPTION, epilog=_EPILOG, allow_abbrev=False)
    _add_articles(parser)
    parser.add_argument("--plain", action="store_true", help="write plain text, open no screen")
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    return parser


def _links_parser() -> ArgumentParser:
    parser = _Parser(
        prog="reader links",
        description="List the links between the paragraphs of several articles: a table on a "
        "terminal, else one line each.",
        allow_abbrev=False,
    )
    _add_articles(parser)
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


def _add_articles(parser: ArgumentParser) -> None:
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="a text or Markdown file, or a folder of them; none: the five that come along",
    )


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise ArgumentTypeError("must be a number from 0 to 1")
    return score


def _has_screen() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and not _is_dumb()


def _is_dumb() -> bool:
    return os.name != "nt" and os.environ.get("TERM", "dumb") in ("", "dumb", "unknown")


def _text_width() -> int | None:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def _print(lines: Iterable[str]) -> None:
    # A terminal or pipe with a small character set gets question marks, not an error.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    with _writing():
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    """A problem with the output is told as such; a reader who has had enough is none."""
    try:
        yield
    except BrokenPipeError:
        _abandon_output()
    except OSError as problem:
        _abandon_output()
        raise OutputError(
            f"the output could not be written: {problem.strerror or problem}"
        ) from problem


def _complain(message: str) -> None:
    from reader.articles.clean import clean_line

    with suppress(OSError, ValueError):
        sys.stderr.write(f"reader: {clean_line(message, limit=1000)}\n")
        sys.stderr.flush()


def _fill_closed_streams() -> None:
    """Open the null device in the place of closed standard streams.

    Else the next file opened would take their number, and what is meant for the
    terminal would be written into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _abandon_output() -> None:
    """What is still to be written at exit goes nowhere instead of failing again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
