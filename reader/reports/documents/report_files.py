"""Writing a report to a file: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
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
    """Return the article that a file is, under whatever name; None if it is none of them."""
    for article in articles:
        with suppress(OSError, ValueError):
            if os.path.samefile(name, article.source):
                return article
    return None


def write_report(name: str, lines: Iterable[str], *, replace: bool = True) -> None:
    """Write lines to a file in UTF-8; it has its old content until all are written.

    What is no regular file (a pipe, a terminal) is written to directly.

    Args:
        name: the file; a link is followed.
        lines: the lines, without line ends.
        replace: whether a file that exists is replaced.

    Raises:
        ReportFileError: the file cannot be written, is a folder, or exists and is not replaced.
    """
    path = Path(os.path.realpath(name))
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    try:
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise ReportFileError(f"{name} is a folder; name a file in it")
        if mode is not None and not replace:
            raise ReportFileError(f"{name} exists already")
        if mode is not None and not stat.S_ISREG(mode):
            path.write_bytes(content)
        else:
            permissions = stat.S_IMODE(mode) if mode is not None else _new_file_mode()
            replace_file(path, content, permissions)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ReportFileError(f"{name} could not be written: {reason}") from problem


def _new_file_mode() -> int:
    # The mask can only be read by setting it.
    mask = os.umask(0o077)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask
