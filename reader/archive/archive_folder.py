"""The folder of an archive: its files, the versions they are of, and the lock of who writes."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.archive.archive_errors import ArchiveError, file_error, format_archive_path

INDEX_VERSION = 1
"""Raise it with every change of what is indexed or how, so that older indexes are made anew."""

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

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other programs from writing; the lock ends with this program, however it ends.

        Raises:
            ArchiveError: another program writes.
        """
        path = self.path / _LOCK
        # SQLite locks a file in the way of every system, and a killed program loses its lock.
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
        """Whether anything is where the indexes should be."""
        return os.path.lexists(self.indexes_path)


def write_index_version(folder: Path) -> None:
    """Record in a folder of indexes of which version they are.

    Raises:
        ArchiveError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _INDEX_VERSION).write_text(json.dumps({"indexes": INDEX_VERSION}) + "\n")
    except OSError as error:
        raise file_error(folder, error) from error


def default_archive_path() -> Path:
    """Return the folder that READER_ARCHIVE names, else the one in the user's data folder."""
    if named := os.environ.get("READER_ARCHIVE"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("reader", appauthor=False) / "archive"


def _belongs(name: str) -> bool:
    """Whether a file in the folder is of an archive that was begun."""
    return name.startswith((_STORE, _INDEXES, _LOCK))
