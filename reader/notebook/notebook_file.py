"""The notebook: what the user adds to articles, in a file in the user's state folder.

It has the kinds of paragraphs that were corrected, by the text of their article, and entries:
notes, rejected claims, added links, corrected speakers (`reader.notebook.entries`). All of it
belongs to the words of an article and not to its path, so it is found wherever the same words are
opened.

Articles can be read without a notebook: one that cannot be opened or written is reported once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reader.articles import ParagraphKind, clean_line
from reader.errors import ReaderError
from reader.notebook.database import Database
from reader.notebook.held_notes import held_dossiers
from reader.notebook.journals import JournalKind, TakenIn, has_journals, take_in_journals

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reader.notebook.entries import Entry, KnownArticle
    from reader.notebook.exchange import MergeResult, NotesDocument
    from reader.notebook.notebook_changes import NotebookChange

_Result = TypeVar("_Result")
_LONGEST_REASON = 120
"""Characters of the reason that SQLite or the system gives."""
_KINDS = {kind.value: kind for kind in ParagraphKind}


class NotebookError(ReaderError):
    """The notebook cannot be read or written; the articles can be read all the same."""

    exit_code = 1

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason or message
        """What is wrong, in a few words and without the file."""


class UnsavedNotesError(NotebookError):
    """The program ends, and something that was added is not in the notebook."""

    exit_code = 74
    """EX_IOERR of sysexits.h."""


class Notebook:
    """The file of what the user adds. Safe to use from any thread; each call opens the file.

    Args:
        path: its file; the one in the user's state folder if None, beside which the notes of
            open dossiers hold (`reader.notebook.held_notes`). It is created at the first write.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._shows_held = path is None
        self._database = Database(path or default_path())
        self._has_taken_in = False
        """Whether changes that other processes could not write were taken in."""
        self._notices: list[str] = []

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def exists(self) -> bool:
        """Whether anything was written into it or waits to be, or notes of dossiers are in use."""
        return self._is_written or bool(self._held)

    @property
    def _is_written(self) -> bool:
        return self._database.exists or has_journals(self.path)

    @property
    def _held(self) -> Sequence[NotesDocument]:
        """The notes of the dossiers that are open."""
        return [each.notes for each in held_dossiers()] if self._shows_held else []

    @property
    def moved_to(self) -> Path | None:
        """Where a damaged notebook was moved to, or None."""
        return self._database.moved_to

    def read_corrections(self, text_key: str) -> dict[int, ParagraphKind]:
        """Return the kinds that were given to paragraphs, by their numbers from 1.

        Args:
            text_key: the key of the article's text, as `hash_text` gives it.

        Raises:
            NotebookError: the notebook exists but cannot be read.
        """
        rows: list[tuple[Any, Any]] = self._read(
            lambda connection: connection.execute(
                "SELECT paragraph, kind FROM corrections WHERE text_key = ?", (text_key,)
            ).fetchall(),
            [],
        )
        kinds = {
            each.paragraph: each.kind
            for held in self._held
            for each in held.corrections
            if each.text_key == text_key
        }
        kinds.update(
            (number, _KINDS[kind])
            for number, kind in rows
            if isinstance(number, int) and kind in _KINDS
        )
        return kinds

    def save_correction(self, text_key: str, number: int, kind: ParagraphKind | None) -> None:
        """Save the kind of a paragraph, or delete the correction.

        Args:
            text_key: the key of the article's text, as `hash_text` gives it.
            number: the number of the paragraph, from 1.
            kind: its kind; None deletes the correction.

        Raises:
            NotebookError: the notebook could not be written.
        """
        from reader.notebook.notebook_changes import KindChange, NotebookChange

        self.write_change(NotebookChange(kinds=(KindChange(text_key, number, kind),)))

    def read_entries(self) -> tuple[Entry, ...]:
        """Return all entries, the oldest first.

        Raises:
            NotebookError: the notebook exists but cannot be read.
        """
        from reader.notebook.entry_rows import read_entries

        own: tuple[Entry, ...] = self._read(read_entries, ())
        return self._with_held(own, self._list_held_entries())

    def find_entries(self, paragraph_keys: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries that are about paragraphs with these words, the oldest first.

        Args:
            paragraph_keys: the keys of the words, as `hash_words` gives them.

        Raises:
            NotebookError: the notebook exists but cannot be read.
        """
        from reader.notebook.entry_rows import find_entries

        keys = tuple(dict.fromkeys(paragraph_keys))
        own: tuple[Entry, ...] = self._read(lambda connection: find_entries(connection, keys), ())
        among = set(keys)
        held = [
            entry
            for entry in self._list_held_entries()
            if any(anchor.paragraph_key in among for anchor in entry.anchors)
        ]
        return self._with_held(own, held)

    def read_articles(self) -> dict[str, KnownArticle]:
        """Return the articles that entries are about, by the key of their text.

        Raises:
            NotebookError: the notebook exists but cannot be read.
        """
        from reader.notebook.entry_rows import read_articles

        own: dict[str, KnownArticle] = self._read(read_articles, {})
        return {each.text_key: each for held in self._held for each in held.articles} | own

    def _list_held_entries(self) -> list[Entry]:
        return [entry for held in self._held for entry in held.entries]

    def _with_held(self, own: tuple[Entry, ...], held: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return entries with those of open dossiers that the user has not taken back."""
        if not held:
            return own
        from reader.notebook.entry_rows import read_retired

        retired: list[str] = self._read(read_retired, [])
        gone = {*retired, *(entry.id for entry in own)}
        more = {entry.id: entry for entry in held if entry.id not in gone}
        return tuple(sorted((*own, *more.values()), key=lambda each: (each.created, each.id)))

    def write_entries(
        self,
        added: Sequence[Entry] = (),
        *,
        articles: Iterable[KnownArticle] = (),
        retired: Iterable[str] = (),
    ) -> int:
        """Add entries and retire others, all or nothing; on the disk when this returns.

        Args:
            added: entries; one that is there, or was retired, is left as it is.
            articles: the articles that they are about.
            retired: the ids of entries that become invalid; their content is deleted.

        Returns:
            The number of entries that are new.

        Raises:
            NotebookError: the notebook could not be written; nothing of it is.
        """
        from reader.notebook.notebook_changes import NotebookChange

        change = NotebookChange(tuple(added), tuple(articles), tuple(retired))
        return len(self.write_change(change))

    def write_change(self, change: NotebookChange) -> frozenset[str]:
        """Write a change, all or nothing; on the disk when this returns.

        Returns:
            The ids of the entries that are new.

        Raises:
            NotebookError: the notebook could not be written; nothing of the change is.
        """
        from reader.notebook.notebook_changes import write_change

        return self._write(lambda connection: write_change(connection, change))

    def take_in_drafts(self) -> TakenIn:
        """Add the notes that were being typed when a process ended.

        Raises:
            NotebookError: the notebook could not be written; their files remain.
        """
        return self._take_in(JournalKind.DRAFT)

    def read_document(self) -> NotesDocument:
        """Return everything in the notebook.

        Raises:
            NotebookError: the notebook exists but cannot be read.
        """
        from reader.notebook.exchange import NotesDocument
        from reader.notebook.merging import read_document

        return self._read(read_document, NotesDocument())

    def merge_document(self, document: NotesDocument, *, removes: bool = False) -> MergeResult:
        """Merge a document into the notebook, all or nothing; existing entries are unchanged.

        Args:
            document: the document; none of its corrections replaces an existing one.
            removes: whether entries that are retired in the document are removed here, too.

        Raises:
            NotebookError: the notebook could not be written; nothing of the document is.
        """
        from reader.notebook.merging import merge_document

        return self._write(lambda connection: merge_document(connection, document, removes=removes))

    def take_notice(self) -> str:
        """Return a message about damaged files beside the notebook, once; empty: none."""
        notice = "; ".join(self._notices)
        self._notices.clear()
        return notice

    def describe_move(self) -> str:
        """Return the message that the damaged notebook was moved; empty where none was."""
        if self.moved_to is None:
            return ""
        return f"the notebook was damaged; it was moved to {print_path(self.moved_to)}"

    def _read(self, work: Callable[[Connection], _Result], nothing: _Result) -> _Result:
        if not self._is_written:
            return nothing
        moved_before = self.moved_to
        self._take_in_unsaved()
        found = self._reporting("read", lambda: self._database.read(work))
        if self.moved_to != moved_before:
            # The notebook is a new, empty file: it must not pass for the user's notes.
            raise NotebookError(self.describe_move())
        return found

    def _write(self, work: Callable[[Connection], _Result]) -> _Result:
        return self._reporting("written", lambda: self._database.write(work))

    def _take_in_unsaved(self) -> None:
        """Take in changes that other processes could not write, once; on failure they remain."""
        if not self._has_taken_in:
            self._has_taken_in = True
            with suppress(NotebookError):
                self._take_in(JournalKind.UNSAVED)

    def _take_in(self, kind: JournalKind) -> TakenIn:
        from reader.notebook.notebook_changes import write_change

        def write(change: NotebookChange) -> None:
            self._write(lambda rows: write_change(rows, change, replaces_articles=False))

        taken = take_in_journals(self.path, kind, write)
        self._notices += [
            f"what the notebook did not have yet was damaged; it was moved to {print_path(path)}"
            for path in taken.damaged
        ]
        return taken

    def _reporting(self, done: str, use: Callable[[], _Result]) -> _Result:
        """Use the file; raise NotebookError about its errors."""
        import sqlite3

        try:
            return use()
        except (OSError, sqlite3.Error) as error:
            # The path last: it is long, and the screen has one line.
            reason = clean_line(getattr(error, "strerror", None) or str(error), _LONGEST_REASON)
            raise NotebookError(
                f"the notebook cannot be {done} ({reason}): {print_path(self.path)}", reason
            ) from error


def default_path() -> Path:
    """Return the file of the notebook in the user's state folder."""
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False) / "notebook.sqlite3"


def print_path(path: Path) -> str:
    """Return a path as it can be shown."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))
