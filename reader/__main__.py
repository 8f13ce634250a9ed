"""`python -m reader`, and the command `reader`."""

from __future__ import annotations

import signal
from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 128 + 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line as a program; the exit code.

    Ctrl+C is heard from the first import to the last line without a traceback.

    Args:
        argv: the arguments without the program's name; those of the process if None.
    """
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if not ignored:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from reader.cli import main

    came: list[int] = []

    def interrupt(number: int, _frame: object) -> None:
        came.append(number)
        raise KeyboardInterrupt

    try:
        if not ignored:
            signal.signal(signal.SIGINT, interrupt)
        return main.main(argv, lambda: bool(came))
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    raise SystemExit(main())
