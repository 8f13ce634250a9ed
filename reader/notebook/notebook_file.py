"""The notebook: a SQLite file of corrected paragraphs, by the text of their article.

The file is in the user's state folder (mode 0700), and a correction is written before it is
called saved. A correction belongs to the words of an article and not to its path, so it
applies wherever the same text is opened.

Articles can be read without a notebook: one that cannot be opened or written is reported once.
A damaged one is moved aside, never deleted.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles import ParagraphKind, clean_line
from reader.errors import ReaderError

if TYPE_CHECKING:
    from sqlite3 import Connection

SCHEMA_VERSION = 1
WRITE_TIMEOUT_SECONDS = 5.0
"""How long to wait for another reader that writes at the same time."""
_LONGEST_REASON = 120
"""Characters of the reason that SQLite or the system gives."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS corrections (
    text_key TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (text_key, paragraph)
) WITHOUT ROWID
"""
_KINDS = {kind.value: kind for kind in ParagraphKind}


class NotebookError(ReaderError):
    """The notebook cannot be read or written; the articles can be read all the same."""

    exit_code = 1


class Notebook:
    """The user's corrections of the kinds of paragraphs.

    Args:
        path: its file; the one in the user's state folder if None. It is created at
            the first write.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or default_path()
        self.moved_to: Path | None = None
        """Where a damaged notebook was moved to, or None."""

    @property
    def exists(self) -> bool:
        """Whether anything was ever written into it."""
        return os.path.lexists(self._path)

    def read_corrections(self, text_key: str) -> dict[int, ParagraphKind]:
        """Return the kinds that were given to paragraphs, by their numbers from 1.

        Args:
            text_key: the key of the article's text, as `hash_text` gives it.

        Raises:
            NotebookError: the notebook exists but cannot be read.
        """
        if not self.exists:
            return {}
        with self._open() as notebook:
            rows = notebook.execute(
                "SELECT paragraph, kind FROM corrections WHERE text_key = ?", (text_key,)
            ).fetchall()
        return {
            number: _KINDS[kind]
            for number, kind in rows
            if isinstance(number, int) and kind in _KINDS
        }

    def save_correction(self, text_key: str, number: int, kind: ParagraphKind | None) -> None:
        """Save the kind of a paragraph, or delete the correction.

        Args:
            text_key: the key of the article's text, as `hash_text` gives it.
            number: the number of the paragraph, from 1.
            kind: its kind; None deletes the correction.

        Raises:
            NotebookError: the notebook could not be written.
        """
        with self._open() as notebook:
            if kind is None:
                notebook.execute(
                    "DELETE FROM corrections WHERE text_key = ? AND paragraph = ?",
                    (text_key, number),
                )
            else:
                notebook.execute(
                    "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)",
                    (text_key, number, kind.value),
                )

    def describe_move(self) -> str:
        """Return the message that the damaged notebook was moved; empty where none was."""
        if self.moved_to is None:
            return ""
        return f"the notebook was damaged; it is kept as {_printed_path(self.moved_to)}"

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        """Open the notebook; commit at the end, or roll back after an error."""
        import sqlite3

        try:
            notebook = self._connect()
            try:
                with notebook:
                    yield notebook
            finally:
                notebook.close()
        except (OSError, sqlite3.Error) as error:
            raise NotebookError(
                f"{_printed_path(self._path)}: the notebook cannot be used "
                f"({clean_line(str(error), _LONGEST_REASON)}); corrections last until you quit"
            ) from error

    def _connect(self) -> Connection:
        """Connect to the file; move a damaged one aside and make a new one."""
        import sqlite3

        try:
            return self._try_to_connect()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self._move_aside()
            return self._try_to_connect()

    def _try_to_connect(self) -> Connection:
        import sqlite3

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.path.lexists(self._path) and not stat.S_ISREG(os.lstat(self._path).st_mode):
            raise OSError("it is not a regular file")
        with ExitStack() as on_error:
            notebook = sqlite3.connect(self._path, timeout=WRITE_TIMEOUT_SECONDS)
            on_error.callback(notebook.close)
            version = notebook.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise OSError("it was written by a newer version of reader")
            notebook.execute("PRAGMA journal_mode = WAL")
            # What is called saved must outlive a power cut.
            notebook.execute("PRAGMA synchronous = FULL")
            if version < SCHEMA_VERSION:
                with notebook:
                    notebook.execute(_SCHEMA)
                    notebook.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            on_error.pop_all()
        return notebook

    def _move_aside(self) -> None:
        moved_to = self._path.with_name(
            f"{self._path.stem} damaged {time.strftime('%Y-%m-%d %H%M%S')}{self._path.suffix}"
        )
        os.rename(self._path, moved_to)
        self.moved_to = moved_to


def default_path() -> Path:
    """Return the file of the notebook in the user's state folder."""
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False) / "notebook.sqlite3"


def _printed_path(path: Path) -> str:
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))
