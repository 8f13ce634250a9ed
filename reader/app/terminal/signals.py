"""Ends the program normally on signals, so that the terminal is restored."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

EXIT_SECONDS = 3.0
"""Seconds that a normal end may take: the terminal may be blocked for output."""

_ENDING = ("SIGTERM", "SIGQUIT", "SIGINT", "SIGHUP")


@contextmanager
def exit_on_signals(leave: Callable[[int], None], end: Callable[[int], None]) -> Iterator[None]:
    """Make signals end the program, for as long as the `with` block lasts.

    Python's own handlers are used and not those of the event loop, because they are called
    while the loop waits for a terminal, too.

    Args:
        leave: makes the program end in order, given its exit code, 128 + the signal's
            number. Called in the main thread, between any two steps.
        end: ends the process now, given the same; called where it has not ended in time.
    """

    def handle(number: int, _frame: FrameType | None) -> None:
        code = 128 + number
        timer = threading.Timer(EXIT_SECONDS, end, [code])
        timer.daemon = True
        # Where no thread can be started the program still leaves, without a limit of time. An
        # error raised here would come up in whatever the main thread does at the moment.
        with suppress(RuntimeError):
            timer.start()
        leave(code)

    before: dict[int, object] = {}
    for name in _ENDING:
        number = getattr(signal, name, None)
        # A signal that is ignored, as by `nohup`, stays so; only the main thread can handle any.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with suppress(ValueError, OSError):
                before[number] = signal.signal(number, handle)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
