"""The SQLite file of the notebook: opened, brought up to date, protected.

Saved data must survive a power failure and a killed process: every write is one
transaction, logged ahead (WAL) and written through (synchronous=FULL). Two readers may write at
once; each waits for the other. A damaged file is moved aside, never deleted; one of a newer
version is left alone.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.files.whole_files import OWNER_ONLY

if TYPE_CHECKING:
    from sqlite3 import Connection

_Result = TypeVar("_Result")

SCHEMA_VERSION = 2
WRITE_TIMEOUT_SECONDS = 5.0
"""How long to wait for another reader that writes at the same time."""
_RETRY_SECONDS = 0.02
"""How often to try again where SQLite does not wait by itself."""

_VERSION_1 = """
CREATE TABLE IF NOT EXISTS corrections (
    text_key TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (text_key, paragraph)
) WITHOUT ROWID;
"""
_VERSION_2 = """
CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    detail TEXT NOT NULL,
    created INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE anchors (
    entry TEXT NOT NULL,
    position INTEGER NOT NULL,
    text_key TEXT NOT NULL,
    paragraph_key TEXT NOT NULL,
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    PRIMARY KEY (entry, position)
) WITHOUT ROWID;
CREATE INDEX anchors_by_paragraph ON anchors (paragraph_key);
CREATE TABLE stories (
    entry TEXT NOT NULL,
    position INTEGER NOT NULL,
    text_key TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) WITHOUT ROWID;
CREATE TABLE articles (
    text_key TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    heading TEXT NOT NULL,
    source TEXT NOT NULL,
    paragraphs TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE retired (
    id TEXT PRIMARY KEY,
    retired INTEGER NOT NULL
) WITHOUT ROWID;
"""
_MIGRATIONS = (_VERSION_1, _VERSION_2)
"""The statements that lead from each version of the schema to the next, from 0 on."""
_TABLES = frozenset(("corrections", "entries", "anchors", "stories", "articles", "retired"))
_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""The permissions of a file that are not its owner's."""


class NewerVersionError(OSError):
    """The file was written by a newer version of the program."""


class Database:
    """A file of SQLite that is opened for each use.

    Args:
        path: the file; it is created with its folder at the first write.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.moved_to: Path | None = None
        """Where a damaged file was moved to, or None."""

    @property
    def exists(self) -> bool:
        """Whether anything was ever written into it, or may have been where nothing can be read."""
        try:
            os.lstat(self.path)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return True

    def read(self, work: Callable[[Connection], _Result]) -> _Result:
        """Return what `work` reads, all of it from one state of the file.

        Raises:
            OSError: the file cannot be read, or is of a newer version.
            sqlite3.Error: SQLite failed.
        """
        import sqlite3

        try:
            return self._use(lambda: self._open(is_reading=True), "BEGIN", work)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
            return self._read_on_full_disk(work)

    def write(self, work: Callable[[Connection], _Result]) -> _Result:
        """Return what `work` returns once all that it writes is on the disk, or nothing of it.

        Raises:
            OSError: the file cannot be written, or is of a newer version.
            sqlite3.Error: SQLite failed.
        """
        return self._use(lambda: self._open(is_reading=False), "BEGIN IMMEDIATE", work)

    def _use(
        self, connect: Callable[[], Connection], begin: str, work: Callable[[Connection], _Result]
    ) -> _Result:
        import sqlite3

        found = _inode(self.path)
        try:
            return _in_transaction(connect(), begin, work)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            try:
                self._move_aside(found)
            except OSError:
                raise error from None
            return _in_transaction(connect(), begin, work)

    def _open(self, *, is_reading: bool) -> Connection:
        _check_kind(self.path)
        if is_reading and not _can_write_beside(self.path):
            return self._open_unchangeable()
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _waiting_for_others(self._open_and_migrate)

    def _read_on_full_disk(self, work: Callable[[Connection], _Result]) -> _Result:
        """Read without making a lock, for which there is no room; so nobody else writes either.

        Raises:
            OSError: part of what was written is in a log, which cannot be read without.
        """
        log = Path(f"{self.path}-wal")
        if log.exists() and log.stat().st_size:
            raise OSError("there is no room for its log")
        return _in_transaction(self._open_unchangeable(), "BEGIN", work)

    def _open_and_migrate(self) -> Connection:
        import sqlite3

        _make_private(self.path)
        with ExitStack() as on_error:
            connection = sqlite3.connect(
                self.path, timeout=WRITE_TIMEOUT_SECONDS, isolation_level=None
            )
            on_error.callback(connection.close)
            version = _check_version(connection)
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if version < SCHEMA_VERSION:
                _migrate(connection)
            else:
                _check_tables(connection)
            on_error.pop_all()
        return connection

    def _open_unchangeable(self) -> Connection:
        """Open a file in a folder in which nothing can be written, not even a lock."""
        import sqlite3
        from urllib.parse import quote

        uri = f"file:{quote(os.fsencode(os.path.abspath(self.path)))}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        with ExitStack() as on_error:
            on_error.callback(connection.close)
            version = _check_version(connection)
            if version == SCHEMA_VERSION:
                _check_tables(connection)
            else:
                # Read as if migrated; such a file has only corrections.
                connection.execute("ATTACH ':memory:' AS newer")
                for statement in _statements(_VERSION_2):
                    name = statement.split()[2]
                    if statement.startswith("CREATE TABLE"):
                        connection.execute(statement.replace(name, f"newer.{name}", 1))
            on_error.pop_all()
        return connection

    def _move_aside(self, damaged: int | None) -> None:
        """Move the damaged file aside, unless another reader has just done so."""
        if _inode(self.path) != damaged:
            return
        stamp = time.strftime("%Y-%m-%d %H%M%S")
        moved_to = self.path.with_name(f"{self.path.stem} damaged {stamp}{self.path.suffix}")
        os.rename(self.path, moved_to)
        self.moved_to = moved_to
        for ending in ("-wal", "-shm"):
            with suppress(OSError):
                os.rename(f"{self.path}{ending}", f"{moved_to}{ending}")


def _check_version(connection: Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise NewerVersionError("it was written by a newer version of reader")
    return version


def _check_kind(path: Path) -> None:
    """Refuse a path that names no regular file, or is in no folder.

    Raises:
        OSError: it does, or the folder cannot be searched.
    """
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise OSError("it is not a regular file")
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise OSError("its folder is not a folder") from error


def _make_private(path: Path) -> None:
    """Create the file for its owner alone, or take the right to read it from everybody else.

    SQLite gives the log and the shared memory the permissions of the file.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        # A file of another user, or on a file system without permissions, is used as it is.
        with suppress(OSError):
            found = os.lstat(each)
            if stat.S_ISREG(found.st_mode) and found.st_mode & _FOR_OTHERS:
                os.chmod(each, stat.S_IMODE(found.st_mode) & ~_FOR_OTHERS)


def _check_tables(connection: Connection) -> None:
    """Refuse a file that says to have the schema and lacks a part of it.

    Raises:
        sqlite3.DatabaseError: it does: the file is damaged.
    """
    import sqlite3

    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    missing = _TABLES - {name for (name,) in rows}
    if missing:
        raise sqlite3.DatabaseError(f"it has no table of {min(missing)}")


def _migrate(connection: Connection) -> None:
    """Bring the schema up to date, unless another reader does so at the same time."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in _MIGRATIONS[_check_version(connection) :]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _statements(script: str) -> list[str]:
    return [statement.strip() for statement in script.split(";") if statement.strip()]


def _in_transaction(
    connection: Connection, begin: str, work: Callable[[Connection], _Result]
) -> _Result:
    try:
        connection.execute(begin)
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise
        return result
    finally:
        connection.close()


def _roll_back(connection: Connection) -> None:
    import sqlite3

    # After some errors, as that of a full disk, SQLite has rolled back by itself.
    with suppress(sqlite3.Error):
        connection.execute("ROLLBACK")


def _waiting_for_others(connect: Callable[[], Connection]) -> Connection:
    """Connect, again and again while another reader has the file for itself.

    SQLite waits by itself before it writes, but not before it switches to the log.
    """
    import sqlite3

    until = time.monotonic() + WRITE_TIMEOUT_SECONDS
    while True:
        try:
            return connect()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)


def _is_damage(error: Exception) -> bool:
    """Whether an error means that the file is not a database; its subclasses mean other errors."""
    import sqlite3

    return type(error) is sqlite3.DatabaseError


def _can_write_beside(path: Path) -> bool:
    """Whether the lock and the log of a file can be made beside it."""
    if not os.path.lexists(path):
        return True
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _inode(path: Path) -> int | None:
    try:
        return os.lstat(path).st_ino
    except OSError:
        return None
