"""The start of the program: `python -m reader`, and the command `reader`.

Signals: Ctrl+C ends the program with exit code 130 and without a traceback, even during imports.
While a screen is open, SIGTERM, SIGHUP and SIGQUIT end it in order (`reader.app.terminal.signals`).
A signal that is ignored when the program starts, as under `nohup` or in the background of a
script, stays ignored, as POSIX has it; a terminal that is closed ends the screen all the same.
"""

from __future__ import annotations

import _thread
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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

    report_unraisable = sys.unraisablehook
    sys.unraisablehook = _repeat_interrupts(report_unraisable)
    signal.signal(signal.SIGINT, interrupt)
    try:
        return command_line.main(argv, lambda: bool(interrupts))
    finally:
        sys.unraisablehook = report_unraisable


def _repeat_interrupts(report: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a hook that sends Ctrl+C again where it was caught by what can raise nothing.

    Python ignores and prints what callbacks of weak references raise, which every import has, and
    `__del__`; the program would go on. It is sent from another thread, after the callback.
    """
    main_thread = _thread.get_ident()

    def send_again() -> None:
        if sys.platform == "win32":
            _thread.interrupt_main()
        else:
            # A real signal ends a wait of the main thread too.
            signal.pthread_kill(main_thread, signal.SIGINT)

    def report_or_repeat(unraisable: Any) -> None:
        if unraisable.exc_type is KeyboardInterrupt:
            _thread.start_new_thread(send_again, ())
        else:
            report(unraisable)

    return report_or_repeat


if __name__ == "__main__":
    raise SystemExit(main())
