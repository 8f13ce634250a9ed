"""Where articles were read last, for the reading by typed commands."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reader.cli.linear_reader import LinearReader
from reader.settings import Memory, read_settings
from reader.settings.memory import add_places


@contextmanager
def remembered_places(reader: LinearReader) -> Iterator[None]:
    """Begin where the articles were read last time, and remember at the end where it was.

    Only commands that are typed begin there: the same commands through a pipe are answered the
    same way every time. The places are those of the reading screen.
    """
    if not sys.stdin.isatty() or not read_settings(lambda _: None).keep_places:
        yield
        return
    memory = Memory()
    reader.begin_at_places(memory.read().places)
    try:
        yield
    finally:
        # Read again: a screen may have been closed in between.
        now = memory.read()
        memory.write(now._replace(places=add_places(now.places, reader.list_places())))
