"""Describes entries of the notebook for a list: text, place and date."""

from __future__ import annotations

from collections.abc import Mapping

from reader.app.themes.signs import Signs
from reader.articles import Clean, clean_line
from reader.notebook.entries import Entry, KnownArticle, name_entry
from reader.notebook.entry_kinds import EntryKind
from reader.reports.notes_report import describe_anchor, print_date

_SAID_CHARACTERS = 200
_PLACES_NAMED = 3


def describe_entry(
    entry: Entry, known: Mapping[str, KnownArticle], signs: Signs
) -> tuple[Clean, Clean]:
    """Return the text of an entry and its place, each in one line.

    Args:
        entry: the entry.
        known: the articles it is about, by the key of their text.
        signs: the signs of this terminal.
    """
    is_note = entry.kind is EntryKind.NOTE
    sign = signs.note if is_note else signs.rejected if entry.kind is EntryKind.REJECTED else "+"
    said = entry.text if is_note else name_entry(entry)
    what = f"{entry.detail} " if entry.detail and not is_note else ""
    places = f" {signs.dot} ".join(
        describe_anchor(anchor, known) for anchor in entry.anchors[:_PLACES_NAMED]
    )
    return (
        clean_line(f"{sign} {what}{said}", _SAID_CHARACTERS),
        clean_line(f"  {print_date(entry.created)}  {places}"),
    )
