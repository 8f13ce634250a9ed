"""The entry point of the command line: runs a command and turns every error into an exit code.

Exit codes: 0 done, 1 a source could not be read or a draft needs a look, 2 wrong usage, nothing to
read or a missing package, 70 a fault of the program, 74 the output could not be written or a
note is not in the notebook, 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from reader.cli.command_parsers import parse_arguments, suggest_command
from reader.cli.console import flush_output, print_message, print_problem, replace_closed_streams
from reader.cli.options import EXIT_USAGE
from reader.errors import ReaderError

EXIT_FAULT = 70
EXIT_INTERRUPTED = 130


def main(
    argv: Sequence[str] | None = None, was_interrupted: Callable[[], bool] = lambda: False
) -> int:
    """Run the command line; no traceback ever reaches the user.

    Args:
        argv: the arguments without the program's name; those of the process if None.
        was_interrupted: whether Ctrl+C was pressed.

    Returns:
        The exit code.
    """
    replace_closed_streams()
    arguments = sys.argv[1:] if argv is None else argv
    exit_code = flush_output(report_errors(lambda: run_command(arguments), was_interrupted))
    # Last, below whatever was printed of the other names.
    if exit_code and (question := suggest_command(arguments)):
        print_message(question)
    return exit_code


def run_command(arguments: Sequence[str]) -> int:
    """Carry out the command that the arguments name and return its exit code; raise its errors."""
    parsed = parse_arguments(arguments)
    exit_code: int = parsed.run(parsed)
    return exit_code


def report_errors(
    run: Callable[[], int], was_interrupted: Callable[[], bool] = lambda: False
) -> int:
    """Run a command and return its exit code; every error becomes a line and an exit code."""
    try:
        return run()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else EXIT_USAGE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    # The border of the program: every error becomes a line for the user and an exit code.
    except Exception as error:
        # An interrupted import, or other interrupted work, may fail later with its own error.
        return EXIT_INTERRUPTED if was_interrupted() else _report(error)


def _report(error: Exception) -> int:
    """Print one line about an error; its exit code."""
    if isinstance(error, ReaderError):
        if error.message:
            print_problem(error)
        return error.exit_code
    if isinstance(error, MemoryError):
        print_message("there is not enough memory for this; open fewer or smaller articles")
        return EXIT_FAULT
    if package := _missing_package(error):
        print_message(
            f"the package {package} is not installed for this Python; start reader with the "
            "commands of README.md, or with the Python it was installed for"
        )
        return EXIT_USAGE
    print_message(f"something went wrong inside reader; {_write_log(error)}")
    return EXIT_FAULT


def _missing_package(error: Exception) -> str | None:
    """Return the library that could not be imported, if that is the error; not our own modules."""
    if not isinstance(error, ModuleNotFoundError):
        return None
    package = (error.name or "").partition(".")[0]
    return package if package != "reader" else None


def _write_log(error: Exception) -> str:
    """Add an error to the log; return a message with the path of the details."""
    import time
    import traceback

    try:
        from platformdirs import user_log_path

        path = user_log_path("reader", appauthor=False, ensure_exists=True) / "reader.log"
        with open(path, "a", encoding="utf-8", errors="replace") as log:
            log.write(time.strftime("%Y-%m-%d %H:%M:%S\n"))
            log.writelines([*traceback.format_exception(error), "\n"])
    except (ImportError, OSError):
        summary = traceback.format_exception_only(error)[-1].strip()
        return f"its log could not be written: {summary}"
    return f"the details are in {path}"
