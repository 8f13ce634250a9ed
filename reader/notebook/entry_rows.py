"""Entries as rows of the notebook: written, read, found by the words they are about.

Whatever is read is cleaned and checked again: the file may have been changed by anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.articles import clean, clean_line
from reader.notebook.entries import (
    KNOWN_DIGITS,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_WORDS,
    MOST_ANCHORS,
    MOST_IN_STORY,
    Anchor,
    Entry,
    KnownArticle,
    now,
)
from reader.notebook.entry_kinds import EntryKind, Subject

if TYPE_CHECKING:
    from sqlite3 import Connection

NO_CONDITIONS: Mapping[str, str] = MappingProxyType({})
_MOST_BOUND = 500
"""Values in one statement; SQLite takes 999 and more."""
_KINDS = {kind.value: kind for kind in EntryKind}
_SUBJECTS = {subject.value: subject for subject in Subject}
_ENTRY_COLUMNS = "id, kind, subject, text, detail, created"
_ANCHOR_COLUMNS = "entry, text_key, paragraph_key, number, words, is_whole"


def write_entries(
    connection: Connection,
    added: Sequence[Entry],
    articles: Sequence[KnownArticle],
    retired: Sequence[str],
    *,
    replaces_articles: bool = True,
    conditions: Mapping[str, str] = NO_CONDITIONS,
) -> frozenset[str]:
    """Add entries that are neither there nor retired, and retire others.

    Of retired entries only the ids remain. Descriptions of known articles are
    replaced, unless `replaces_articles` is false. An entry with a condition is left out
    unless the entry of that id is there.

    Returns:
        The ids of the entries that are new.
    """
    gone = set(_ids_among(connection, "retired", [entry.id for entry in added]))
    there = set(_ids_among(connection, "entries", [entry.id for entry in added]))
    new: set[str] = set()
    for entry in added:
        if entry.id in gone | there | new:
            continue
        condition = conditions.get(entry.id)
        if condition is None or any(_ids_among(connection, "entries", [condition])):
            _insert_entry(connection, entry)
            new.add(entry.id)
    conflict = "REPLACE" if replaces_articles else "IGNORE"
    for article in articles:
        connection.execute(
            f"INSERT OR {conflict} INTO articles VALUES (?, ?, ?, ?, ?)",
            (
                article.text_key,
                article.label,
                article.heading,
                article.source,
                " ".join(article.paragraphs),
            ),
        )
    for id_ in retired:
        connection.execute("INSERT OR IGNORE INTO retired VALUES (?, ?)", (id_, now()))
        connection.execute("DELETE FROM entries WHERE id = ?", (id_,))
        connection.execute("DELETE FROM anchors WHERE entry = ?", (id_,))
        connection.execute("DELETE FROM stories WHERE entry = ?", (id_,))
    return frozenset(new)


def read_entries(connection: Connection) -> tuple[Entry, ...]:
    """Return all entries, the oldest first."""
    return _build_entries(
        connection.execute(f"SELECT {_ENTRY_COLUMNS} FROM entries").fetchall(),
        connection.execute(
            f"SELECT {_ANCHOR_COLUMNS} FROM anchors ORDER BY entry, position"
        ).fetchall(),
        connection.execute(
            "SELECT entry, text_key FROM stories ORDER BY entry, position"
        ).fetchall(),
    )


def find_entries(connection: Connection, paragraph_keys: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries with an anchor at one of some paragraphs, the oldest first."""
    found: dict[str, None] = {}
    for chunk in _chunks(paragraph_keys):
        rows = connection.execute(
            f"SELECT DISTINCT entry FROM anchors WHERE paragraph_key IN ({_marks(chunk)})", chunk
        )
        found.update((row[0], None) for row in rows)
    entries: list[tuple[Any, ...]] = []
    anchors: list[tuple[Any, ...]] = []
    stories: list[tuple[Any, ...]] = []
    for chunk in _chunks(tuple(found)):
        marks = _marks(chunk)
        entries += connection.execute(
            f"SELECT {_ENTRY_COLUMNS} FROM entries WHERE id IN ({marks})", chunk
        )
        anchors += connection.execute(
            f"SELECT {_ANCHOR_COLUMNS} FROM anchors WHERE entry IN ({marks})"
            " ORDER BY entry, position",
            chunk,
        )
        stories += connection.execute(
            f"SELECT entry, text_key FROM stories WHERE entry IN ({marks})"
            " ORDER BY entry, position",
            chunk,
        )
    return _build_entries(entries, anchors, stories)


def read_articles(connection: Connection) -> dict[str, KnownArticle]:
    """Return the articles that entries are about, by the key of their text."""
    return {
        row[0]: KnownArticle(
            row[0],
            clean_line(str(row[1]), LONGEST_NAME),
            clean_line(str(row[2]), LONGEST_NAME),
            clean_line(str(row[3]), LONGEST_NAME),
            tuple(key[:KNOWN_DIGITS] for key in str(row[4]).split()),
        )
        for row in connection.execute(
            "SELECT text_key, label, heading, source, paragraphs FROM articles"
        )
        if isinstance(row[0], str)
    }


def read_retired(connection: Connection) -> list[str]:
    """Return the ids of the entries that were retired, in their order."""
    return [str(row[0]) for row in connection.execute("SELECT id FROM retired ORDER BY id")]


def _insert_entry(connection: Connection, entry: Entry) -> None:
    connection.execute(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
        (
            entry.id,
            entry.kind.value,
            entry.subject.value,
            clean(entry.text)[:LONGEST_NOTE],
            clean_line(entry.detail, LONGEST_NAME),
            entry.created,
        ),
    )
    connection.executemany(
        "INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                entry.id,
                position,
                anchor.text_key,
                anchor.paragraph_key,
                anchor.number,
                clean(anchor.words)[:LONGEST_WORDS],
                int(anchor.is_whole),
            )
            for position, anchor in enumerate(entry.anchors[:MOST_ANCHORS])
        ],
    )
    connection.executemany(
        "INSERT INTO stories VALUES (?, ?, ?)",
        [(entry.id, position, key) for position, key in enumerate(entry.story[:MOST_IN_STORY])],
    )


def _build_entries(
    entries: Iterable[tuple[Any, ...]],
    anchors: Iterable[tuple[Any, ...]],
    stories: Iterable[tuple[Any, ...]],
) -> tuple[Entry, ...]:
    """Return the entries of rows, the oldest first; invalid rows are left out."""
    anchors_of: dict[str, list[Anchor]] = defaultdict(list)
    for entry, text_key, paragraph_key, number, words, is_whole in anchors:
        if isinstance(number, int):
            anchors_of[entry].append(
                Anchor(
                    str(text_key),
                    str(paragraph_key),
                    number,
                    clean(str(words)[:LONGEST_WORDS]),
                    bool(is_whole),
                )
            )
    story_of: dict[str, list[str]] = defaultdict(list)
    for entry, text_key in stories:
        story_of[entry].append(str(text_key))
    built = [
        Entry(
            str(id_),
            _KINDS[kind],
            _SUBJECTS[subject],
            tuple(anchors_of[id_]),
            clean(str(text)[:LONGEST_NOTE]),
            clean_line(str(detail), LONGEST_NAME),
            created,
            tuple(story_of[id_]),
        )
        for id_, kind, subject, text, detail, created in entries
        if kind in _KINDS and subject in _SUBJECTS and isinstance(created, int) and anchors_of[id_]
    ]
    return tuple(sorted(built, key=lambda entry: (entry.created, entry.id)))


def _ids_among(connection: Connection, table: str, ids: Sequence[str]) -> Iterator[str]:
    """Yield those of some ids that a table has."""
    for chunk in _chunks(ids):
        rows = connection.execute(f"SELECT id FROM {table} WHERE id IN ({_marks(chunk)})", chunk)
        yield from (row[0] for row in rows)


def _chunks(values: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(values)
    while chunk := list(islice(rest, _MOST_BOUND)):
        yield chunk


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))
