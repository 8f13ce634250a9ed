"""Writing a report to a file: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from errno import ENXIO
from pathlib import Path

from reader.articles import Article
from reader.errors import ReaderError
from reader.files.whole_files import replace_file

_NEW_FILE_MODE = 0o666
"""The permissions of a new file, before the mask of the process."""


class ReportFileError(ReaderError):
    """A report could not be written to a file."""

    exit_code = 74
    """EX_IOERR of sysexits.h."""


def find_article(name: str, articles: Sequence[Article]) -> Article | None:
    """Return the article that was read from a file, by any of its paths; None without one."""
    for article in articles:
        with suppress(OSError, ValueError):
            if os.path.samefile(name, article.source):
                return article
    return None


def is_stream(name: str) -> bool:
    """Return whether a file is a stream, which stores nothing: a pipe, a terminal."""
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def find_obstacle(name: str, lines: Sequence[str]) -> str:
    """Return why a file may not be replaced unasked, in words; empty: it may.

    Args:
        name: the file.
        lines: the report that is to be in it.

    Raises:
        ReportFileError: it is a folder, or cannot be read.
    """
    from reader.reports.documents.earlier_reports import is_earlier_report

    if os.path.isdir(name):
        raise ReportFileError(f"{name} is a folder; name a file in it")
    if not os.path.exists(name) or is_stream(name):
        return ""
    try:
        return (
            ""
            if is_earlier_report(name, lines)
            else f"{name} exists and is not known as a report of reader"
        )
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ReportFileError(f"{name} could not be written: {reason}") from problem


def write_report(name: str, lines: Iterable[str], *, replace: bool = True) -> None:
    """Write lines to a file in UTF-8; it has its old content until all are written.

    A stream (a pipe, a terminal) is written to directly.

    Args:
        name: the file; a link is followed.
        lines: the lines, without line ends.
        replace: whether a file that exists is replaced.

    Raises:
        ReportFileError: the file cannot be written, is a folder, or exists and is not replaced.
    """
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    try:
        if os.path.isdir(name) or not name:
            raise ReportFileError(f"{name or 'the current folder'} is a folder; name a file in it")
        if not replace and os.path.lexists(name):
            raise ReportFileError(f"{name} exists already")
        if is_stream(name):
            _write_to_stream(name, content)
            return
        path = Path(os.path.realpath(name))
        if not path.parent.exists():
            folder = os.path.dirname(name)
            raise ReportFileError(f"{name} could not be written: there is no folder {folder}")
        mode = path.stat().st_mode if path.exists() else None
        permissions = stat.S_IMODE(mode) if mode is not None else _new_file_mode()
        replace_file(path, content, permissions)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ReportFileError(f"{name} could not be written: {reason}") from problem


def _write_to_stream(name: str, content: bytes) -> None:
    """Write to a pipe, a terminal or a device such as /dev/null.

    Raises:
        ReportFileError: nobody reads from it, or it is a disk.
    """
    if stat.S_ISBLK(os.stat(name).st_mode):
        raise ReportFileError(f"{name} is a disk; name a file")
    try:
        # Without a reader, opening a pipe would wait forever.
        descriptor = os.open(name, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        if problem.errno == ENXIO:
            raise ReportFileError(f"{name}: nobody reads from this pipe") from problem
        raise
    with open(descriptor, "wb") as file:
        if hasattr(os, "set_blocking"):
            os.set_blocking(descriptor, True)
        file.write(content)


def _new_file_mode() -> int:
    # The mask can only be read by setting it.
    mask = os.umask(0o077)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask
