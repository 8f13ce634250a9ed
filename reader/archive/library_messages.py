"""What a compiled library prints of its own on the standard error, kept from the user."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_STANDARD_ERROR = 2


@contextmanager
def without_library_messages() -> Iterator[None]:
    """Drop what is printed on the standard error meanwhile.

    A library in Rust prints where it failed before it raises. Only the main thread drops it: while
    others work a screen may be drawn there.
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
