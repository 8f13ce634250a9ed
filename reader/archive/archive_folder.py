"""The folder of an archive: its files, their format versions, and the lock for writing."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.archive.archive_errors import (
    ArchiveError,
    can_write,
    file_error,
    format_archive_path,
    no_archive_error,
)

INDEX_VERSION = 1
"""Increase it with every change to the indexes, so that older indexes are rebuilt."""

_STORE = "articles.sqlite3"
_INDEXES = "indexes"
_INDEX_VERSION = "version.json"
_LOCK = "writing.lock"


class ArchiveFolder:
    """The files of an archive.

    Args:
        path: the folder; the one in the user's data folder if None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_archive_path()
        self.store_path = self.path / _STORE
        self.indexes_path = self.path / _INDEXES

    @property
    def exists(self) -> bool:
        """Whether there is an archive."""
        return self.store_path.is_file()

    def create(self) -> None:
        """Make the folder, if there is none.

        Raises:
            ArchiveError: it cannot be made, or holds other things than an archive.
        """
        if self.exists:
            return
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            others = [name for name in os.listdir(self.path) if not _belongs(name)]
        except OSError as error:
            raise file_error(self.path, error) from error
        if others:
            raise ArchiveError(
                f"{format_archive_path(self.path)}: the folder holds other things and no archive; "
                "name a new folder with --archive"
            )

    def remove_empty(self) -> None:
        """Remove the files of an archive in which there is not one article, and its folder."""
        if self.exists:
            with suppress(OSError, ArchiveError, sqlite3.Error):
                if self._remove_empty_store():
                    (self.path / _LOCK).unlink(missing_ok=True)
        if not self.exists:
            with suppress(OSError):
                self.path.rmdir()

    def _remove_empty_store(self) -> bool:
        """Remove the store and the indexes if there is no article; return whether they are."""
        with self.lock():
            with closing(sqlite3.connect(self.store_path)) as connection:
                if connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone():
                    return False
            shutil.rmtree(self.indexes_path, ignore_errors=True)
            for path in self.path.glob(f"{_STORE}*"):
                path.unlink()
        return True

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other programs from writing; the lock ends with this program, however it ends.

        Raises:
            ArchiveError: there is no such folder, or another program writes.
        """
        path = self.path / _LOCK
        if not os.path.exists(self.path):
            raise no_archive_error(self.path)
        # SQLite locks a file that it may only read, too.
        if self.path.is_dir() and not can_write(self.path):
            raise file_error(self.path, PermissionError())
        # SQLite locks files portably, and the lock ends with the process.
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(path, timeout=0, isolation_level=None)
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if "locked" in str(error):
                raise ArchiveError(
                    f"{format_archive_path(self.path)}: another program writes into this archive; "
                    "wait until it has ended"
                ) from error
            raise file_error(path, error) from error
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            connection.close()

    def check_index_version(self) -> None:
        """Do nothing if the indexes are there and of this version.

        Raises:
            ArchiveError: they are missing, or of another version.
        """
        path = self.indexes_path / _INDEX_VERSION
        try:
            stated = json.loads(path.read_bytes())["indexes"]
        except (OSError, ValueError, KeyError, TypeError):
            stated = None
        if stated != INDEX_VERSION:
            what = "missing" if stated is None else "of another version of reader"
            raise ArchiveError(
                f"{format_archive_path(self.path)}: the indexes are {what}; "
                "reader archive rebuild makes them anew, no article is lost"
            )

    @property
    def has_indexes(self) -> bool:
        """Whether the place of the indexes is taken, by whatever."""
        return os.path.lexists(self.indexes_path)


def write_index_version(folder: Path) -> None:
    """Record the version of the indexes in their folder.

    Raises:
        ArchiveError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _INDEX_VERSION).write_text(json.dumps({"indexes": INDEX_VERSION}) + "\n")
    except OSError as error:
        raise file_error(folder, error) from error


def default_archive_path() -> Path:
    """Return the folder that READER_ARCHIVE or the settings name, else one of the user's data."""
    from reader.settings import read_settings

    named = os.environ.get("READER_ARCHIVE") or read_settings(lambda _: None).archive
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("reader", appauthor=False) / "archive"


def _belongs(name: str) -> bool:
    """Whether a file in the folder belongs to an archive whose creation was interrupted."""
    return name.startswith((_STORE, _INDEXES, _LOCK))
