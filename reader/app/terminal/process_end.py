"""Ending the process at once, without the normal shutdown."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

_LONGEST_SAVING_SECONDS = 3.0


def end_without_terminal(save: Callable[[], None]) -> None:
    """End the process now: no terminal is left to restore or to write to.

    The child processes end with it, because their input does. SIGHUP is what a terminal
    that is closed sends; Windows has no number for it.

    Args:
        save: saves what the user would lose. It is called between any two steps of the screen,
            whose state may be half changed: whether it fails or waits, the process ends.
    """
    limit = threading.Timer(_LONGEST_SAVING_SECONDS, _end)
    limit.daemon = True
    limit.start()
    try:
        save()
    finally:
        _end()


def _end() -> None:
    os._exit(128 + getattr(signal, "SIGHUP", 1))
