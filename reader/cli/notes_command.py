"""`reader notes`: lists, exports or merges notes, or prints the path of the notebook."""

from __future__ import annotations

import os
import stat
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.cli.console import print_lines, print_message
from reader.errors import ReaderError
from reader.notebook import Notebook, NotebookError
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.notebook.exchange import NotesDocument

_STANDARD_STREAM = "-"


def use_notes(arguments: Namespace) -> int:
    """Carry out an action on the notebook.

    Raises:
        NotebookError: the notebook cannot be read or written.
        ReaderError: a document is not valid, or a file cannot be written.
    """
    notebook = Notebook()
    names: Sequence[str] = arguments.names
    if arguments.action == "where":
        print_lines([_print_path(notebook.path)])
        return 0
    _take_in_drafts(notebook)
    if arguments.action == "export":
        name = names[0] if names else _STANDARD_STREAM
        _export(notebook, name, may_replace=arguments.force)
    elif arguments.action == "import":
        for name in names:
            _import(notebook, name, removes=arguments.with_removals)
    else:
        _list(notebook, " ".join(names), as_json=arguments.json)
    # Only writing gets here: an action that reads a damaged notebook ends with this error.
    damage = [words for words in (notebook.describe_move(), notebook.take_notice()) if words]
    for words in damage:
        print_message(words)
    return NotebookError.exit_code if damage else 0


def _take_in_drafts(notebook: Notebook) -> None:
    """Recover the notes that were being typed when the program ended, and report that."""
    try:
        taken = notebook.take_in_drafts()
    except NotebookError as error:
        print_message(error.message)
        return
    count = sum(len(change.added) for change in taken.changes)
    if count:
        print_message(f"taken in: {count} note{'' if count == 1 else 's'} that nobody finished")


def _list(notebook: Notebook, words: str, *, as_json: bool) -> None:
    from reader.reports.notes_report import (
        filter_entries,
        format_notes_as_json,
        format_notes_as_text,
    )

    known = notebook.read_articles()
    entries = filter_entries(notebook.read_entries(), known, words)
    if not entries:
        what = f"no note has “{clean_line(words, 60)}”" if words else "the notebook has no notes"
        print_message(what)
    write = format_notes_as_json if as_json else format_notes_as_text
    print_lines(write(entries, known))


def _export(notebook: Notebook, name: str, *, may_replace: bool) -> None:
    from reader.notebook.exchange import format_document
    from reader.reports.documents.report_files import write_report

    document = notebook.read_document()
    lines = list(format_document(document))
    if name == _STANDARD_STREAM:
        print_lines(lines)
        return
    if _is_of_notebook(name, notebook):
        raise ReaderError(f"{clean_line(name)} is the notebook; name another file")
    if os.path.isfile(name) and not may_replace:
        _check_export(name, document)
    write_report(name, lines)
    print_message(f"{clean_line(name)} written")


def _is_of_notebook(name: str, notebook: Notebook) -> bool:
    """Return whether a file is the notebook, or one that SQLite creates beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path = f"{notebook.path}{ending}"
        if os.path.realpath(name) == os.path.realpath(path):
            return True
        with suppress(OSError):
            if os.path.samefile(name, path):
                return True
    return False


def _check_export(name: str, document: NotesDocument) -> None:
    """Refuse a file that is not an earlier export, or has entries that the notebook lacks.

    Raises:
        ReaderError: it is.
    """
    from reader.notebook.exchange import NotesFileError, parse_document

    data = _read(name)
    if not data:
        return
    shown = clean_line(name)
    try:
        there = parse_document(data)
    except NotesFileError as error:
        raise ReaderError(f"{shown} exists and {error.message}; --force replaces it") from error
    known = {entry.id for entry in document.entries} | set(document.retired)
    paragraphs = {correction[:2] for correction in document.corrections}
    if any(entry.id not in known for entry in there.entries) or any(
        correction[:2] not in paragraphs for correction in there.corrections
    ):
        raise ReaderError(
            f"{shown} has what the notebook has not: import it first; --force replaces it"
        )


def _import(notebook: Notebook, name: str, *, removes: bool) -> None:
    from reader.notebook.exchange import NotesFileError

    shown = Clean("the standard input") if name == _STANDARD_STREAM else clean_line(name)
    try:
        document, left_out = _parse(_read(name), shown)
    except NotesFileError as error:
        raise NotesFileError(f"{shown} {error.message}; nothing of it was imported") from error
    result = notebook.merge_document(document, removes=removes)
    facts = [f"{result.added} new", f"{result.known} known"]
    if result.removed:
        facts.append(f"{result.removed} removed")
    if result.corrections:
        facts.append(f"{result.corrections} corrected paragraphs")
    facts += left_out
    print_message(f"{shown}: {', '.join(facts)}")


def _parse(data: bytes, shown: Clean) -> tuple[NotesDocument, list[str]]:
    """Return the content of a document, or the notes of a dossier about its articles.

    The second value is a message about what is left out of a dossier.

    Raises:
        NotesFileError: it is no document of notes.
        SourceError: it is a dossier, and damaged.
    """
    from reader.notebook.exchange import parse_document
    from reader.notebook.held_notes import read_dossier_notes
    from reader.sources.formats.content_types import ContentKind
    from reader.sources.source_content import SourceContent, read_dossier

    content = SourceContent(data, shown, shown)
    if content.kind is not ContentKind.DOSSIER:
        return parse_document(data), []
    held = read_dossier_notes(read_dossier(content), shown)
    return held.notes, held.describe_left_out()


def _read(name: str) -> bytes:
    """Return a document, and a byte more than it may have where it is too large.

    Raises:
        NotesFileError: the file cannot be read.
    """
    from reader.notebook.exchange import MOST_BYTES

    try:
        if name == _STANDARD_STREAM:
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        # Opening a pipe that nobody writes to would wait forever.
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ReaderError(f"{clean_line(name)} is no file")
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError(
            f"{clean_line(name)} cannot be read: {clean_line(reason, 120)}"
        ) from error


def _print_path(path: os.PathLike[str]) -> str:
    return clean_line(os.fsencode(path).decode("utf-8", "replace"), 10_000)
