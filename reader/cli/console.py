"""The standard streams: writing and reading, and handling of failures."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EBADF

from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType

_LONGEST_MESSAGE = 1000
_STANDARD_OUTPUT = 1
_last_problem: list[object] = []
"""The stream and the message of the problem written last: several steps may meet it."""
_LONGEST_LINE = 10_000
"""Bytes of a typed line that are read at once."""


class OutputError(ReaderError):
    """The result could not be written and is lost."""

    exit_code = 74
    """EX_IOERR of sysexits.h."""


def print_lines(lines: Iterable[str], *, at_once: bool = False) -> bool:
    """Write lines to the standard output, in order.

    Args:
        lines: the lines; they may be computed while the first ones are written.
        at_once: whether to flush each line before the next is computed, for a program that waits
            for an answer.

    Returns:
        Whether all were written; not if the reader of a pipe closed it, which is no error.

    Raises:
        OutputError: the output cannot be written.
    """
    _replace_unencodable_characters()
    with _reporting_output_errors():
        for line in lines:
            sys.stdout.write(line + "\n")
            if at_once:
                sys.stdout.flush()
        sys.stdout.flush()
        return True
    return False


def print_tables(tables: Iterable[RenderableType]) -> None:
    """Write Rich renderables to a terminal.

    Raises:
        OutputError: as `print_lines`.
    """
    from rich.console import Console

    _replace_unencodable_characters()
    with _reporting_output_errors():
        console = Console()
        for table in tables:
            console.print(table)


def print_message(message: str) -> None:
    """Write one line to the standard error, without control characters."""
    from reader.text.cleaning import clean_line

    with suppress(OSError, ValueError):
        sys.stderr.write(f"reader: {clean_line(message, limit=_LONGEST_MESSAGE)}\n")
        sys.stderr.flush()


def print_problems(problems: Iterable[ReaderError]) -> None:
    """Write one line for each problem to the standard error; one met several times has one line."""
    for problem in problems:
        print_problem(problem)


def print_problem(problem: ReaderError) -> None:
    """Write one line for a problem to the standard error, if that was not the last one written."""
    written = [sys.stderr, problem.message]
    if written != _last_problem:
        _last_problem[:] = written
        print_message(problem.message)


def flush_output(exit_code: int) -> int:
    """Flush the buffer of the standard output, as after an interruption.

    Returns:
        `exit_code`, or that of `OutputError` where the output cannot be written.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except (OSError, ValueError) as problem:
        discard_output()
        if exit_code != OutputError.exit_code:
            print_message(f"the output could not be written: {_reason(problem)}")
        return OutputError.exit_code
    return exit_code


def replace_closed_streams() -> None:
    """Open the null device in the place of closed standard streams.

    Otherwise the next file opened would take their number, and output for the
    terminal would be written into it. Writing to the standard output then fails, so that a lost
    result is reported.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number == _STANDARD_OUTPUT else os.O_RDWR)
    for name, mode in (("stdin", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = open(_STANDARD_OUTPUT, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def read_keys_from_terminal() -> None:
    """Put the terminal in the place of a standard input that held an article.

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


def ask_line() -> str | None:
    """Read a line that is typed, after a prompt where the input is a terminal.

    Returns:
        The line without its end; None at the end of the input.
    """
    if sys.stdin.isatty():
        print_lines(["reader, your command:"], at_once=True)
    # A byte that is no text must not end the reading.
    line = sys.stdin.buffer.readline(_LONGEST_LINE).decode("utf-8", "replace")
    return line.rstrip("\r\n") if line else None


def discard_output() -> None:
    """Send what is still to be written to the null device, so that it can't fail again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def output_is_terminal() -> bool:
    """Whether the standard output is a terminal that can be drawn on."""
    return sys.stdout.isatty() and not is_dumb_terminal()


def is_dumb_terminal() -> bool:
    """Whether the terminal, as `TERM` names it, cannot be drawn on."""
    return os.name != "nt" and os.environ.get("TERM", "dumb") in ("", "dumb", "unknown")


def has_screen(*, reads_standard_input: bool) -> bool:
    """Whether there is a terminal to draw on and one to read keys from.

    Where an article is read from the standard input the keys come from the terminal itself,
    which Windows does not allow.
    """
    streams = [sys.stdout, sys.stderr]
    if not reads_standard_input or os.name == "nt":
        streams.append(sys.stdin)
    return all(stream.isatty() for stream in streams) and not is_dumb_terminal()


def terminal_columns() -> int | None:
    """The width of the terminal in columns, or None where the output is no terminal."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def _replace_unencodable_characters() -> None:
    """Write question marks where the character set of the output is too small."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


@contextmanager
def _reporting_output_errors() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        discard_output()
    except OSError as problem:
        discard_output()
        raise OutputError(f"the output could not be written: {_reason(problem)}") from problem


def _reason(problem: OSError | ValueError) -> str:
    if isinstance(problem, OSError) and problem.errno == EBADF:
        return "the standard output is closed"
    return (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
