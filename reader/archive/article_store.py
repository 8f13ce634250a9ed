"""The store of record of an archive: every article with its date, origin and state, in SQLite.

An added article must survive a power failure and a killed program: every batch is one
transaction, logged ahead (WAL) and written through (synchronous=FULL). The indexes can always be
made anew from it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from reader.archive.archive_errors import ArchiveError, format_archive_path, no_archive_error
from reader.archive.article_dates import ArticleDate, DateSource, read_day
from reader.archive.packed_articles import unpack_article
from reader.archive.store_file import connect_store, reporting_store_errors
from reader.articles import Article
from reader.errors import SourceError
from reader.text.cleaning import Clean, clean_line

_MOST_VARIABLES = 500
"""Values in one statement; SQLite has a limit, which differs from build to build."""
_COLUMNS = (
    "id, outlet, date, date_source, address, language, origin, words_hash, state, duplicate_of, "
    "version_of"
)
Day = date
"""The type `date`, for classes that have a field named `date`."""
_TEXTS = ("outlet", "date", "address", "language", "origin")
_SOURCES = frozenset(source.value for source in DateSource)


class ArticleState(str, Enum):
    """The state of an article in an archive."""

    ADDED = "added"
    """It is stored and not yet in the indexes."""
    INDEXED = "indexed"
    REMOVED = "removed"
    """The user removed it: its words are gone, its number stays."""


_STATES = frozenset(state.value for state in ArticleState)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """The metadata of a stored article."""

    id: int
    outlet: Clean | None
    date: date | None
    date_source: DateSource
    address: Clean | None
    language: str | None
    origin: str | None
    """The address or path by which a later version of it is known; None if it has none."""
    words_hash: bytes
    state: ArticleState
    duplicate_of: int | None
    """An earlier article with the same words, or nearly, under another name."""
    version_of: int | None
    """The first article that was at the same address or path, with other words."""

    @property
    def known_date(self) -> ArticleDate:
        """Its day, and where that came from."""
        return ArticleDate(self.date, self.date_source)

    @property
    def published(self) -> Day | None:
        """The day of publication, None where it is not known."""
        return self.known_date.published


class NewArticle(NamedTuple):
    """An article to be stored."""

    packed: bytes
    """As `pack_article` gives it."""
    outlet: str | None
    date: ArticleDate
    address: str | None
    language: str | None
    origin: str | None
    words_hash: bytes
    duplicate_of: int | None = None
    version_of: int | None = None


class InputState(NamedTuple):
    """How far an input has been read."""

    fingerprint: str
    """Changes with its content."""
    position: int
    """Records that were read; 0 where it is one article."""
    is_done: bool


class ArticleStore:
    """The SQLite file of an archive; use it from one thread at a time.

    Args:
        path: the file.
        create: whether it is made where there is none.

    Raises:
        ArchiveError: there is none, it is damaged, or of a newer version.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self._path = path
        if not create and not path.is_file():
            raise no_archive_error(path.parent)
        self._connection = self._reporting(lambda: connect_store(path, create=create))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def read(self, article_id: int) -> StoredArticle | None:
        """Return the metadata of an article by its number, None if there is none."""
        return self.read_many([article_id]).get(article_id)

    def read_many(self, article_ids: Iterable[int]) -> dict[int, StoredArticle]:
        """Return the metadata of articles, by their numbers; unknown numbers are left out."""
        found: dict[int, StoredArticle] = {}
        for part in _parts(article_ids):
            for row in self._rows(
                f"SELECT {_COLUMNS} FROM articles WHERE id IN {_marks(part)}", part
            ):
                found[row[0]] = _stored_article(row)
        return found

    def read_article(self, article_id: int) -> Article:
        """Return an article.

        Raises:
            ArchiveError: there is none of that number, or it is damaged.
        """
        articles = self.read_articles([article_id])
        if article_id not in articles:
            raise ArchiveError(f"there is no article {article_id} in the archive")
        return articles[article_id]

    def read_articles(self, article_ids: Iterable[int]) -> dict[int, Article]:
        """Return articles by their numbers; unknown and removed ones are left out.

        Raises:
            ArchiveError: one is damaged.
        """
        found: dict[int, Article] = {}
        for part in _parts(article_ids):
            for number, packed in self._rows(
                f"SELECT id, article FROM contents WHERE id IN {_marks(part)}", part
            ):
                try:
                    found[number] = unpack_article(packed)
                except SourceError as error:
                    raise ArchiveError(
                        f"{format_archive_path(self._path)}: article {number}: {error.message}; "
                        "reader archive verify says what else is damaged"
                    ) from error
        return found

    def iterate(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        states: Sequence[ArticleState] = (ArticleState.ADDED, ArticleState.INDEXED),
    ) -> Iterator[StoredArticle]:
        """Yield the metadata of all articles, in the order of their numbers.

        Args:
            since: leave out those before that day, and those without a date of publication.
            until: leave out those after that day, and those without a date of publication.
            states: those that are yielded.
        """
        conditions = [f"id > ? AND state IN {_marks(states)}"]
        values: list[Any] = [state.value for state in states]
        for condition, day in (("date >= ?", since), ("date <= ?", until)):
            if day is not None:
                conditions += [condition, "date_source != 'crawl'"]
                values.append(day.isoformat())
        query = (
            f"SELECT {_COLUMNS} FROM articles WHERE {' AND '.join(conditions)} "
            f"ORDER BY id LIMIT {_MOST_VARIABLES}"
        )
        last = 0
        while rows := self._rows(query, [last, *values]):
            yield from map(_stored_article, rows)
            last = rows[-1][0]

    def read_packed(self, article_ids: Iterable[int]) -> list[tuple[int, bytes]]:
        """Return the numbers and the packed words of articles, in the order of the numbers."""
        found: list[tuple[int, bytes]] = []
        for part in _parts(article_ids):
            found += self._rows(
                f"SELECT id, article FROM contents WHERE id IN {_marks(part)}", part
            )
        return sorted(found)

    def read_packed_as_far_as_whole(self, article_ids: Iterable[int]) -> dict[int, bytes]:
        """Return the packed words of articles by their numbers, those in damaged pages left out."""
        numbers = list(article_ids)
        try:
            return dict(self.read_packed(numbers))
        except ArchiveError:
            found: dict[int, bytes] = {}
            for number in numbers:
                with suppress(ArchiveError):
                    found.update(self.read_packed([number]))
            return found

    def find_by_words(self, words_hash: bytes) -> list[StoredArticle]:
        """Return the articles with a hash of words, the oldest first."""
        return self._find("words_hash = ? AND state != 'removed'", words_hash)

    def find_by_origin(self, origin: str) -> list[StoredArticle]:
        """Return the articles that were at an address or path, the oldest first."""
        return self._find("origin = ? AND state != 'removed'", origin)

    def count_articles(self) -> dict[ArticleState, int]:
        """Return how many articles there are of each state."""
        counts = dict(self._rows("SELECT state, count(*) FROM articles GROUP BY state"))
        return {state: counts.get(state.value, 0) for state in ArticleState}

    def list_unindexed(self) -> list[int]:
        """Return the numbers of the articles that are not yet in the indexes."""
        return [row[0] for row in self._rows("SELECT id FROM articles WHERE state = 'added'")]

    def read_input(self, name: str) -> InputState | None:
        """Return how far an input has been read, None if it never was."""
        rows = self._rows(
            "SELECT fingerprint, position, is_done FROM inputs WHERE name = ?", [name]
        )
        return InputState(rows[0][0], rows[0][1], bool(rows[0][2])) if rows else None

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a statement that reads."""
        return self._rows(statement, values)

    @property
    def is_writing(self) -> bool:
        """Whether a transaction was begun."""
        return bool(self._connection.in_transaction)

    def begin(self) -> None:
        """Begin a transaction that writes; `commit` or `roll_back` ends it."""
        self._reporting(lambda: self._connection.execute("BEGIN IMMEDIATE"))

    def commit(self) -> None:
        """Commit the transaction to the disk."""
        self._reporting(lambda: self._connection.execute("COMMIT"))

    def roll_back(self) -> None:
        """Undo the transaction, if there is one."""
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def insert(self, article: NewArticle) -> int:
        """Store an article inside a transaction; return its number."""
        day, source = article.date
        cursor = self._execute(
            "INSERT INTO articles (outlet, date, date_source, address, language, origin, "
            "words_hash, state, duplicate_of, version_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.outlet,
                day.isoformat() if day else None,
                source.value,
                article.address,
                article.language,
                article.origin,
                article.words_hash,
                ArticleState.ADDED.value,
                article.duplicate_of,
                article.version_of,
            ),
        )
        number = cursor.lastrowid
        assert number is not None
        self._execute("INSERT INTO contents VALUES (?, ?)", (number, article.packed))
        return number

    def save_inputs(self, inputs: Mapping[str, InputState]) -> None:
        """Record how far inputs have been read, inside a transaction."""
        self._execute_many(
            "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?)",
            [(name, *state) for name, state in inputs.items()],
        )

    def mark_indexed(self, article_ids: Iterable[int], copies: Mapping[int, int]) -> int:
        """Record that articles are in the indexes, and which are near-duplicates of which.

        Args:
            article_ids: those that are in the indexes.
            copies: by the number of an article that of the earlier one.

        Returns:
            How many are new near-duplicates; an article is not a near-duplicate of an earlier
            version of itself.
        """
        self._execute_many(
            "UPDATE articles SET state = 'indexed' WHERE id = ? AND state = 'added'",
            [(number,) for number in article_ids],
        )
        cursor = self._execute_many(
            "UPDATE articles SET duplicate_of = (SELECT coalesce(duplicate_of, id) FROM articles "
            "WHERE id = ?1) WHERE id = ?2 AND duplicate_of IS NULL AND (version_of IS NULL OR "
            "version_of NOT IN (SELECT coalesce(version_of, id) FROM articles WHERE id = ?1))",
            [(original, number) for number, original in copies.items()],
        )
        return max(cursor.rowcount, 0)

    def remove(self, article_ids: Iterable[int]) -> None:
        """Delete the words of articles and how their inputs were read, inside a transaction."""
        numbers = [(number,) for number in article_ids]
        self._execute_many(
            "DELETE FROM inputs WHERE name = (SELECT origin FROM articles WHERE id = ?)", numbers
        )
        self._execute_many("DELETE FROM contents WHERE id = ?", numbers)
        self._execute_many(
            "UPDATE articles SET state = 'removed', outlet = NULL, address = NULL, origin = NULL, "
            "words_hash = x'' WHERE id = ?",
            numbers,
        )

    def forget_removed(self) -> None:
        """Delete the numbers of removed articles, too."""
        self._execute("DELETE FROM articles WHERE state = 'removed'", ())

    def compact(self) -> None:
        """Give the space of what was removed back to the disk."""
        self._reporting(lambda: self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
        self._reporting(lambda: self._connection.execute("VACUUM"))
        self._reporting(lambda: self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"))

    def find_damage(self) -> list[str]:
        """Return what SQLite finds wrong with the file, one line each."""
        try:
            rows = self._connection.execute("PRAGMA integrity_check(20)").fetchall()
        except sqlite3.DatabaseError as error:
            return [clean_line(str(error))]
        return [clean_line(str(row[0])) for row in rows if row[0] != "ok"]

    def find_damaged_rows(self) -> Iterator[tuple[int, str]]:
        """Yield the number of each article with an invalid value, and the column of that."""
        wrong = {
            **{name: f"typeof({name}) NOT IN ('text', 'null')" for name in _TEXTS},
            "date_source": f"date_source NOT IN ({_listed(_SOURCES)})",
            "state": f"state NOT IN ({_listed(_STATES)})",
            "words_hash": "typeof(words_hash) != 'blob'",
            "duplicate_of": "typeof(duplicate_of) NOT IN ('integer', 'null')",
            "version_of": "typeof(version_of) NOT IN ('integer', 'null')",
        }
        wrong["date"] += " OR (date IS NOT NULL AND date(date) IS NOT date)"
        for column, condition in wrong.items():
            for row in self._rows(f"SELECT id FROM articles WHERE {condition} LIMIT 100", ()):
                yield row[0], column

    def _find(self, condition: str, value: object) -> list[StoredArticle]:
        query = f"SELECT {_COLUMNS} FROM articles WHERE {condition} ORDER BY id LIMIT 100"
        return [_stored_article(row) for row in self._rows(query, [value])]

    def _rows(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        rows: list[Any] = self._reporting(
            lambda: self._connection.execute(statement, values).fetchall()
        )
        return rows

    def _execute(self, statement: str, values: Sequence[Any]) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self._reporting(
            lambda: self._connection.execute(statement, values)
        )
        return cursor

    def _execute_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self._reporting(
            lambda: self._connection.executemany(statement, rows)
        )
        return cursor

    def _reporting(self, use: Callable[[], Any]) -> Any:
        with reporting_store_errors(self._path):
            return use()


def _parts(values: Iterable[int]) -> Iterator[list[int]]:
    listed = list(dict.fromkeys(values))
    for first in range(0, len(listed), _MOST_VARIABLES):
        yield listed[first : first + _MOST_VARIABLES]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))


def _marks(values: Sequence[object]) -> str:
    return f"({', '.join('?' * len(values))})"


def _stored_article(row: Sequence[Any]) -> StoredArticle:
    """Return a row of the table; damaged values (see `find_damaged_rows`) are left out."""
    number, outlet, day, source, address, language, origin, digest, state, copied, first = row
    printed = _text(day)
    known = read_day(printed) if printed else None
    return StoredArticle(
        id=number,
        outlet=_text(outlet, 300),
        date=known,
        date_source=DateSource(source) if known and source in _SOURCES else DateSource.UNKNOWN,
        address=_text(address),
        language=_text(language),
        origin=_text(origin),
        words_hash=digest if isinstance(digest, bytes) else b"",
        state=ArticleState(state) if state in _STATES else ArticleState.ADDED,
        duplicate_of=copied if isinstance(copied, int) else None,
        version_of=first if isinstance(first, int) else None,
    )


def _text(value: object, limit: int = 4096) -> Clean | None:
    return clean_line(value, limit) if isinstance(value, str) and value else None
