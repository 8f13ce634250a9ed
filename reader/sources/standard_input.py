"""Articles from the standard input, one after the other."""

from __future__ import annotations

import codecs
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from reader.errors import SourceError
from reader.sources.files import MAX_FILE_BYTES, read_bounded
from reader.sources.formats.file_signatures import binary_kind

NAME = "-"
"""What the standard input is called on the command line."""

SEPARATOR = "==="
"""A line of nothing but this stands between two articles."""

MAX_ARTICLES = 200

_END, _ERASE = b"\x04", b"\x7f"
_SEPARATORS = re.compile(rb"^===[ \t]{0,8}\r?(?:\n|\Z)", re.MULTILINE)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_standard_input(*, listening: Callable[[], None] | None = None) -> bytes:
    """All of the standard input; at a terminal what is typed or pasted up to Ctrl+D.

    Args:
        listening: called where it is a terminal, once that is ready for pasting.

    Raises:
        SourceError: it is closed, too long, or cannot be read.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError(f"{NAME}: there is no standard input")
    try:
        tell = listening if listening and stream.isatty() else _unheard
        if os.name != "nt" and stream.isatty():
            data = _typed(stream.fileno(), tell)
        else:
            tell()
            data = read_bounded(stream.read1, MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{NAME}: the standard input cannot be read ({reason})") from error
    if len(data) > MAX_FILE_BYTES:
        raise SourceError(
            f"{NAME}: the standard input is longer than {MAX_FILE_BYTES // 1024 // 1024} MB; "
            "save it to a file and split that"
        )
    return data


def split_articles(data: bytes) -> list[bytes]:
    """The articles in one input, without those that are empty; see `SEPARATOR`.

    Raises:
        SourceError: there are none, or more than `MAX_ARTICLES`, or it is no text.
    """
    if kind := binary_kind(data):
        raise SourceError(f"{NAME}: {kind} on the standard input, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
            break
    parts: list[bytes] = []
    start = 0
    for separator in _SEPARATORS.finditer(data):
        _add(parts, data[start : separator.start()])
        start = separator.end()
    _add(parts, data[start:])
    if not parts:
        raise SourceError(f"{NAME}: nothing came from the standard input")
    return parts


def _typed(terminal: int, tell: Callable[[], None]) -> bytes:
    """What is typed or pasted at a terminal, up to Ctrl+D.

    While it waits for whole lines a terminal drops what goes beyond some 1,000 (macOS) or
    4,000 bytes (Linux) of one, and a pasted paragraph may be longer; so it does not wait.
    """
    import termios

    before = termios.tcgetattr(terminal)
    settings = termios.tcgetattr(terminal)
    settings[3] &= ~termios.ICANON
    settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
    data = bytearray()
    with _ended_by_signals():
        termios.tcsetattr(terminal, termios.TCSADRAIN, settings)
        try:
            tell()
            while len(data) <= MAX_FILE_BYTES and (part := os.read(terminal, 65536)):
                typed, end, _ = part.partition(_END)
                data += typed
                if end:
                    break
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    return _erased(bytes(data))


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let signals that end the program pass through what puts the terminal right again."""

    def leave(number: int, _: object) -> NoReturn:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _erased(data: bytes) -> bytes:
    """The text without the characters that the erase key took back."""
    if _ERASE not in data:
        return data
    kept: list[str] = []
    for character in data.decode("utf-8", "replace"):
        if character != _ERASE.decode():
            kept.append(character)
        elif kept and kept[-1] != "\n":
            kept.pop()
    return "".join(kept).encode()


def _unheard() -> None:
    """Nobody is to be told."""


def _add(parts: list[bytes], part: bytes) -> None:
    if not part.strip():
        return
    if len(parts) == MAX_ARTICLES:
        raise SourceError(f"{NAME}: more than {MAX_ARTICLES} articles; split the input")
    parts.append(part)
