"""Writes articles with their notes to a dossier, completely or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.articles import Article, Clean, clean_line
from reader.errors import SourceError
from reader.notebook.dossier_notes import select_notes
from reader.notebook.entries import Entry, KnownArticle
from reader.notebook.exchange import document_record
from reader.notebook.held_notes import read_dossier_notes
from reader.notebook.notebook_file import Notebook
from reader.notebook.text_keys import hash_text
from reader.sources.files import read_file
from reader.sources.formats.dossiers import Dossier, format_dossier
from reader.sources.source_content import SourceContent, read_dossier
from reader.sources.special_names import DOSSIER_SUFFIX

_EXAMPLE = f"ferry{DOSSIER_SUFFIX}"


class BuiltDossier(NamedTuple):
    """A dossier, and the values for the message about it."""

    dossier: Dossier
    note_count: int
    """Entries and corrected paragraphs."""
    left_out: int
    """Entries that are about other articles, too, and are not in it."""

    def describe(self, name: str) -> str:
        """Return a message that it was saved in a file, and what is not in it."""
        articles = len(self.dossier.articles)
        facts = [f"{articles} article{'' if articles == 1 else 's'}"]
        if self.note_count:
            facts.append(f"{self.note_count} note{'' if self.note_count == 1 else 's'}")
        words = f"Saved {name}: {', '.join(facts)}"
        if self.left_out:
            words += f"; {self.left_out} that are about other articles too are not in it"
        return clean_line(words)


def build_dossier(
    articles: Sequence[Article],
    entries: Iterable[Entry],
    known: Mapping[str, KnownArticle],
    notebook: Notebook,
    places: Mapping[str, int],
) -> BuiltDossier:
    """Return a dossier of articles.

    Args:
        articles: the articles, with the corrected kinds of their paragraphs.
        entries: the user's notes and claims, about these and other articles.
        known: the articles that the entries are about, by the key of their text.
        notebook: has the corrected kinds of paragraphs.
        places: the number of the paragraph read last by the key of an article's text, the article
            read last at the end.

    Raises:
        NotebookError: the notebook exists but cannot be read.
    """
    keys = [hash_text(article) for article in articles]
    corrections = {key: notebook.read_corrections(key) for key in dict.fromkeys(keys)}
    selected = select_notes(articles, entries, known, corrections)
    order = list(places)
    read = [position for position, key in enumerate(keys) if key in places]
    dossier = Dossier(
        tuple(articles),
        document_record(selected.document),
        tuple(places.get(key) for key in keys),
        max(read, key=lambda position: order.index(keys[position]), default=None),
    )
    count = len(selected.document.entries) + len(selected.document.corrections)
    return BuiltDossier(dossier, count, selected.left_out)


def write_dossier(name: str, dossier: Dossier, *, replace: bool) -> None:
    """Write a dossier to a file; it has its old content until all is written.

    Args:
        name: the file.
        dossier: the dossier.
        replace: whether a file that exists is replaced.

    Raises:
        ReaderError: it is too large for a dossier.
        ReportFileError: the file cannot be written, or exists and is not replaced.
    """
    from reader.reports.documents.report_files import write_report

    lines = list(format_dossier(dossier))
    write_report(name, lines, replace=replace)


def find_name_fault(name: str) -> str:
    """Return why a typed name cannot be the file of a dossier; empty: it can."""
    if not name.strip():
        return "the name of the file to write is empty"
    if name == "-":
        return f"a dossier is not written to the standard output; name a file, such as {_EXAMPLE}"
    if os.path.isdir(name) or name.endswith("/"):
        return f"{clean_line(name)} is a folder; name the file to write, such as {_EXAMPLE}"
    if os.path.exists(name) and not os.path.isfile(name):
        return f"{clean_line(name)} is not a regular file; name another"
    return ""


def add_suffix(name: str) -> str:
    """Return the name of a file with the suffix of a dossier, unless it has one."""
    return name if Path(name).suffix else f"{name}{DOSSIER_SUFFIX}"


def find_loss(name: str, dossier: Dossier, retired: Iterable[str] = ()) -> str:
    """Return a message about what would be lost if a dossier replaced a file; empty: nothing.

    Args:
        name: the file; there may be none.
        dossier: what would replace it.
        retired: the ids of entries that the user took back.

    Raises:
        ReportFileError: it is a folder.
    """
    from reader.reports.documents.report_files import ReportFileError

    if os.path.isdir(name):
        raise ReportFileError(f"{name} is a folder; name a file in it")
    if not os.path.lexists(name):
        return ""
    source = clean_line(name)
    try:
        content = SourceContent(read_file(Path(name)).data, source, source)
        there = read_dossier(content)
        notes = read_dossier_notes(there, source).notes
    except SourceError:
        return f"{source} exists and is not known as a dossier of reader"
    new = read_dossier_notes(dossier, Clean(""))
    included = {hash_text(article) for article in dossier.articles}
    ids = {entry.id for entry in new.notes.entries} | set(retired)
    missing = sum(hash_text(article) not in included for article in there.articles)
    if missing:
        return f"{source} exists, with {missing} of its articles not among these"
    if any(entry.id not in ids for entry in notes.entries):
        return f"{source} exists, with notes that are not here"
    return ""
