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
from reader.sources.formats.file_signatures import (
    PDF_SIGNATURE,
    ZIP_SIGNATURE,
    find_unreadable_kind,
)
from reader.sources.special_names import STANDARD_INPUT

SEPARATOR = "==="
"""The line between two articles."""

MAX_ARTICLES = 200

# Bytes per read.
_READ_SIZE = 64 * 1024
_END_OF_INPUT, _ERASE = b"\x04", b"\x7f"
_SEPARATORS = re.compile(rb"^===[ \t]{0,8}\r?(?:\n|\Z)", re.MULTILINE)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_standard_input(*, on_ready: Callable[[], None] | None = None) -> bytes:
    """Read all of the standard input; at a terminal what is typed or pasted up to Ctrl+D.

    Args:
        on_ready: called where it is a terminal, once that is ready for pasting.

    Raises:
        SourceError: it is closed, too long, or cannot be read.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError(f"{STANDARD_INPUT}: there is no standard input")
    try:
        is_terminal = stream.isatty()
        report = on_ready if on_ready and is_terminal else _do_nothing
        if os.name != "nt" and is_terminal:
            data = _read_terminal(stream.fileno(), report)
        else:
            report()
            data = read_bounded(stream.read1, MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(
            f"{STANDARD_INPUT}: the standard input cannot be read ({reason})"
        ) from error
    if len(data) > MAX_FILE_BYTES:
        megabytes = MAX_FILE_BYTES // 1024 // 1024
        raise SourceError(
            f"{STANDARD_INPUT}: the standard input is longer than {megabytes} MB; "
            "save it to a file and split that"
        )
    return data


def split_articles(data: bytes) -> list[bytes]:
    """Return the articles in one input, separated by `SEPARATOR`, without those that are empty.

    Raises:
        SourceError: there are none, or more than `MAX_ARTICLES`, or it is no text.
    """
    if kind := find_unreadable_kind(data):
        raise SourceError(
            f"{STANDARD_INPUT}: {kind.name} on the standard input, not text; {kind.advice}"
        )
    if data.lstrip().startswith((ZIP_SIGNATURE, PDF_SIGNATURE)):
        return [data]
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data = data[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
            break
    parts: list[bytes] = []
    start = 0
    for separator in _SEPARATORS.finditer(data):
        _append_part(parts, data[start : separator.start()])
        start = separator.end()
    _append_part(parts, data[start:])
    if not parts:
        raise SourceError(f"{STANDARD_INPUT}: nothing came from the standard input")
    return parts


def _read_terminal(terminal: int, report: Callable[[], None]) -> bytes:
    """Read what is typed or pasted at a terminal, up to Ctrl+D.

    In canonical mode a terminal drops the rest of a line after some 1,000 bytes (macOS) or
    4,000 bytes (Linux), and a pasted paragraph may be longer; so that mode is switched off.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    import termios

    before = termios.tcgetattr(terminal)
    settings = termios.tcgetattr(terminal)
    settings[3] &= ~termios.ICANON
    settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
    data = bytearray()
    with _exit_on_signals():
        termios.tcsetattr(terminal, termios.TCSADRAIN, settings)
        try:
            report()
            while len(data) <= MAX_FILE_BYTES and (part := os.read(terminal, _READ_SIZE)):
                typed, end, _ = part.partition(_END_OF_INPUT)
                data += typed
                if end:
                    break
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    return _apply_erasures(bytes(data))


@contextmanager
def _exit_on_signals() -> Iterator[None]:
    """Turn signals that end the program into SystemExit, so that `finally` blocks run."""
    if sys.platform == "win32":
        raise NotImplementedError

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


def _apply_erasures(data: bytes) -> bytes:
    """Return the text without the characters that the erase key took back."""
    if _ERASE not in data:
        return data
    characters: list[str] = []
    for character in data.decode("utf-8", "replace"):
        if character != _ERASE.decode():
            characters.append(character)
        elif characters and characters[-1] != "\n":
            characters.pop()
    return "".join(characters).encode()


def _do_nothing() -> None:
    """Do nothing: the callback where none is given."""


def _append_part(parts: list[bytes], part: bytes) -> None:
    if not part.strip():
        return
    if len(parts) == MAX_ARTICLES:
        raise SourceError(f"{STANDARD_INPUT}: more than {MAX_ARTICLES} articles; split the input")
    parts.append(part)
