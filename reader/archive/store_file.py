"""The SQLite file of an archive: its tables, opened and checked, and the words for its errors."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from reader.archive.archive_errors import (
    ArchiveError,
    can_write,
    file_error,
    format_archive_path,
)
from reader.text.cleaning import clean_line

SCHEMA_VERSION = 1
WAIT_SECONDS = 30.0
"""How long to wait for another program that writes at the same time."""
_CACHE_KILOBYTES = 32 * 1024

_SCHEMA = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    outlet TEXT,
    date TEXT,
    date_source TEXT NOT NULL,
    address TEXT,
    language TEXT,
    origin TEXT,
    words_hash BLOB NOT NULL,
    state TEXT NOT NULL,
    duplicate_of INTEGER,
    version_of INTEGER
);
CREATE TABLE contents (id INTEGER PRIMARY KEY, article BLOB NOT NULL);
CREATE INDEX articles_by_words ON articles (words_hash);
CREATE INDEX articles_by_origin ON articles (origin) WHERE origin IS NOT NULL;
CREATE INDEX articles_by_date ON articles (date) WHERE date IS NOT NULL;
CREATE INDEX articles_not_indexed ON articles (id) WHERE state = 'added';
CREATE TABLE inputs (
    name TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_done INTEGER NOT NULL
) WITHOUT ROWID;
"""


def connect_store(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the file of an archive, for reading alone where nothing can be written beside it.

    Args:
        path: the file.
        create: whether its tables are made where there are none.

    Raises:
        ArchiveError: it is empty, or of a newer version.
        OSError: it cannot be opened.
        sqlite3.Error: SQLite cannot open it.
    """
    if path.is_file() and not _can_write_beside(path):
        uri = f"file:{quote(os.fsencode(os.path.abspath(path)))}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        connection.text_factory = _decode
        _check_version(connection, path)
        return connection
    connection = sqlite3.connect(
        path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.text_factory = _decode
        version = _check_version(connection, path)
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
        connection.execute("PRAGMA synchronous = FULL")
        if version == 0 and create:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(
                f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
        elif version == 0:
            raise ArchiveError(f"{format_archive_path(path)}: the store is empty; add articles")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_version(connection: sqlite3.Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise ArchiveError(
            f"{format_archive_path(path)}: a newer version of reader wrote this archive; use that"
        )
    return version


def _decode(data: bytes) -> str:
    """Return a text of the file; damaged bytes are replaced."""
    return data.decode("utf-8", "replace")


def _can_write_beside(path: Path) -> bool:
    return can_write(path) and can_write(path.parent)


@contextmanager
def reporting_store_errors(path: Path) -> Iterator[None]:
    """Raise ArchiveError about an error of the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise ArchiveError(
                f"{format_archive_path(path)}: another program has been writing for "
                f"{WAIT_SECONDS:.0f} seconds; try again later"
            ) from error
        raise file_error(path, error) from error
    except sqlite3.DatabaseError as error:
        raise ArchiveError(
            f"{format_archive_path(path)}: the store is damaged ({clean_line(str(error))}); "
            "restore it from a copy, or move it away and add the articles anew"
        ) from error
    except OSError as error:
        raise file_error(path, error) from error
