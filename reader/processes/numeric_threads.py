"""One thread for the numeric libraries, set before they are imported."""

from __future__ import annotations

import os

THREAD_COUNTS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
"""The variables of the environment that they read when they are imported."""


def use_one_thread() -> None:
    """Let numeric libraries that are not imported yet start one thread, if the user sets no number.

    Starting more costs a short command more time than they save.
    """
    for name in THREAD_COUNTS:
        os.environ.setdefault(name, "1")
