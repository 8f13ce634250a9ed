"""Suppresses messages that a compiled library prints on the standard error."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_STANDARD_ERROR = 2


@contextmanager
def without_library_messages() -> Iterator[None]:
    """Discard the output to the standard error in a `with` block.

    A library in Rust prints where it failed before it raises. Only the main thread discards it:
    while other threads work, a screen may be drawn on the standard error.
    """
    before = None
    if threading.current_thread() is threading.main_thread():
        with suppress(OSError):
            before = os.dup(_STANDARD_ERROR)
    if before is None:
        yield
        return
    try:
        os.dup2(_null_device(), _STANDARD_ERROR)
        yield
    finally:
        os.dup2(before, _STANDARD_ERROR)
        os.close(before)


_opened: list[int] = []


def _null_device() -> int:
    if not _opened:
        _opened.append(os.open(os.devnull, os.O_WRONLY))
    return _opened[0]
