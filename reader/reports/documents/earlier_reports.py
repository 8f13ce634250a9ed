"""Recognizes earlier reports of this program, which the next report may replace.

A report is made again and again from the same articles, so its file is replaced unasked. Any other
file may be the only one of its kind.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence

_HEAD_BYTES = 4096
_TAIL_BYTES = 4096
_HEADS = (
    re.compile(rb'\{\s*"format": "reader-report"'),
    re.compile(rb'<!doctype html>.*<meta name="generator" content="reader ', re.DOTALL),
    re.compile(rb'<svg [^>]*aria-labelledby="title description">\s*<title id="title">'),
    re.compile(rb"# [^\n]*\n\n- \*\*Compared:\*\* "),
    re.compile(rb"\d+ articles? compared: "),
)
"""How each format begins; plain text is recognized by its end."""
_TAIL = re.compile(rb"^(- )?Made by reader [^\n]*sends nothing anywhere\.$", re.MULTILINE)


def is_earlier_report(name: str, lines: Sequence[str]) -> bool:
    """Return whether a file that exists is an earlier report, or has nothing in it.

    Args:
        name: the file.
        lines: the report that is to replace it: tables are known by their heading.

    Raises:
        OSError: the file cannot be read.
    """
    # Opening a pipe that nobody writes to would wait forever.
    descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return False
        head = file.read(_HEAD_BYTES)
        file.seek(max(0, status.st_size - _TAIL_BYTES))
        tail = file.read(_TAIL_BYTES)
    return (
        not head
        or any(pattern.match(head) for pattern in _HEADS)
        or bool(_TAIL.search(tail))
        or _has_heading(head, lines)
    )


def _has_heading(head: bytes, lines: Sequence[str]) -> bool:
    """Return whether a file begins with the heading of the table that is to replace it."""
    if not lines or "," not in lines[0]:
        return False
    return head.split(b"\n", 1)[0] == lines[0].encode("utf-8", "replace")
