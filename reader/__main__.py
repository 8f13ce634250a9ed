"""The start of the program: `python -m reader`, and the command `reader`.

Signals: Ctrl+C ends the program with exit code 130 and without a traceback, even during imports.
While a screen is open, SIGTERM, SIGHUP and SIGQUIT end it in order (`reader.app.terminal.signals`).
A signal that is ignored when the program starts, as under `nohup` or in the background of a
script, stays ignored, as POSIX has it; a terminal that is closed ends the screen all the same.
"""

from __future__ import annotations

import signal
from collections.abc import Sequence
from types import FrameType

__all__ = ["main"]

_EXIT_INTERRUPTED = 128 + 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line as a program.

    Args:
        argv: the arguments without the program's name; those of the process if None.

    Returns:
        The exit code.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        from reader.cli import main as command_line

        return command_line.main(argv)
    try:
        try:
            return _run_interruptible(argv)
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:
        return _EXIT_INTERRUPTED


def _run_interruptible(argv: Sequence[str] | None) -> int:
    # While modules are loaded Ctrl+C ends the process on the spot: an exception that comes up in
    # the middle of an import may be taken for a fault of the module.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from reader.cli import main as command_line

    interrupts: list[int] = []

    def interrupt(number: int, _frame: FrameType | None) -> None:
        interrupts.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)
    return command_line.main(argv, lambda: bool(interrupts))


if __name__ == "__main__":
    raise SystemExit(main())
