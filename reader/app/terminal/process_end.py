"""Ending the process at once, without the order in which the program leaves else."""

from __future__ import annotations

import os
import signal


def end_without_terminal() -> None:
    """End the process now: no terminal is left to restore or to write to.

    The child processes end with it, because their input does. SIGHUP is what a terminal
    that is closed sends; Windows has no number for it.
    """
    os._exit(128 + getattr(signal, "SIGHUP", 1))
