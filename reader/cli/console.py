"""The standard streams: what is written where, and how a stream that fails is borne."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from rich.console import RenderableType


class OutputError(ReaderError):
    """What was asked for could not be written."""

    exit_code = 1


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to the standard output, each as soon as it is there."""
    _bear_small_character_sets()
    with _writing():
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()


def print_tables(tables: Iterable[RenderableType]) -> None:
    """Write what Rich can draw to a terminal."""
    from rich.console import Console

    _bear_small_character_sets()
    with _writing():
        console = Console()
        for table in tables:
            console.print(table)


def complain(message: str) -> None:
    """Write one line to the standard error, without control characters."""
    from reader.text.cleaning import clean_line

    with suppress(OSError, ValueError):
        sys.stderr.write(f"reader: {clean_line(message, limit=1000)}\n")
        sys.stderr.flush()


def fill_closed_streams() -> None:
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


def keyboard_for_screen() -> None:
    """Let a screen read its keys from the terminal where the standard input was an article.

    Raises:
        ReaderError: there is no terminal to read from.
    """
    if sys.stdin.isatty():
        return
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
        os.dup2(keyboard, 0)
        os.close(keyboard)
    except OSError as problem:
        raise ReaderError(
            "no terminal to read keys from; --plain writes the comparison as text"
        ) from problem


def abandon_output() -> None:
    """What is still to be written at exit goes nowhere instead of failing again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def takes_tables() -> bool:
    """Whether the standard output is a terminal that can be drawn on."""
    return sys.stdout.isatty() and not is_dumb()


def is_dumb() -> bool:
    """Whether the terminal, as it names itself, cannot be drawn on."""
    return os.name != "nt" and os.environ.get("TERM", "dumb") in ("", "dumb", "unknown")


def text_width() -> int | None:
    """The columns of the terminal, or None where the output is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def _bear_small_character_sets() -> None:
    # A terminal or pipe with a small character set gets question marks, not an error.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


@contextmanager
def _writing() -> Iterator[None]:
    """A problem with the output is told as such; a reader who has had enough is none."""
    try:
        yield
    except BrokenPipeError:
        abandon_output()
    except OSError as problem:
        abandon_output()
        raise OutputError(
            f"the output could not be written: {problem.strerror or problem}"
        ) from problem
