"""The rows of a notebook as a document, and a document merged into the rows of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import ParagraphKind
from reader.notebook.entry_rows import read_articles, read_entries, read_retired, write_entries
from reader.notebook.exchange import Correction, MergeResult, NotesDocument

if TYPE_CHECKING:
    from sqlite3 import Connection

_KINDS = {kind.value: kind for kind in ParagraphKind}


def read_document(connection: Connection) -> NotesDocument:
    """Return everything in a notebook."""
    rows = connection.execute("SELECT text_key, paragraph, kind FROM corrections").fetchall()
    return NotesDocument(
        read_entries(connection),
        tuple(read_articles(connection).values()),
        tuple(read_retired(connection)),
        tuple(
            Correction(str(key), paragraph, _KINDS[kind])
            for key, paragraph, kind in rows
            if kind in _KINDS and isinstance(paragraph, int)
        ),
    )


def merge_document(
    connection: Connection, document: NotesDocument, *, removes: bool
) -> MergeResult:
    """Merge a document into a notebook; see `Notebook.merge_document`."""
    held_no_longer = set(document.retired)
    entries = [entry for entry in document.entries if entry.id not in held_no_longer]
    before = _count(connection, "entries")
    new = write_entries(
        connection,
        entries,
        document.articles,
        document.retired if removes else (),
        replaces_articles=False,
    )
    added = len(new)
    removed = before + added - _count(connection, "entries")
    corrections = _count(connection, "corrections")
    connection.executemany(
        "INSERT OR IGNORE INTO corrections VALUES (?, ?, ?)",
        [(key, paragraph, kind.value) for key, paragraph, kind in document.corrections],
    )
    new_corrections = _count(connection, "corrections") - corrections
    return MergeResult(added, len(entries) - added, removed, new_corrections)


def _count(connection: Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count
