"""Limits on the memory and the processor time of the process that asks for them.

They hold however the work is done, also inside a C library that never returns to Python. A
system that lacks one goes without it.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress

# A timer of 0 seconds would be none.
_SHORTEST = 0.001


def limit_memory(most: int) -> None:
    """Let this process have at most so many bytes of address space."""
    if sys.platform == "win32":
        return
    # Some systems lack the module, and some refuse the limit.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def limit_processor_time(seconds: float) -> None:
    """End this process by `SIGPROF` once it has used so much processor time from now on.

    Unlike the time on the clock, it doesn't depend on what else the machine does.
    """
    if sys.platform != "win32":
        # Under an inherited `SIG_IGN` the timer would do nothing.
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, max(seconds, _SHORTEST))


def lift_processor_limit() -> None:
    """Undo `limit_processor_time`."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)


def ended_by_processor_limit(exit_code: int) -> bool:
    """Return whether `limit_processor_time` ended a process, by the exit code for its parent."""
    return sys.platform != "win32" and exit_code == -signal.SIGPROF
