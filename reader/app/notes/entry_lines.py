"""Entries of the notebook as lines: what each says, where, and when it was written."""

from __future__ import annotations

from collections.abc import Mapping

from reader.app.themes.signs import Signs, article_mark
from reader.articles import Clean, Place, clean_line
from reader.notebook.entries import Entry, EntryKind, KnownArticle, Subject, name_entry
from reader.notebook.placed_entries import PlacedEntry
from reader.reports.notes_report import describe_anchor, print_date

_SAID_CHARACTERS = 200
_PLACES_NAMED = 3


def describe_entry(
    entry: Entry, known: Mapping[str, KnownArticle], signs: Signs
) -> tuple[Clean, Clean]:
    """Return what an entry says, and where it is, each in one line.

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


def describe_placed(placed: PlacedEntry, here: Place) -> Clean:
    """Return what an entry about a paragraph says, in one line.

    Args:
        placed: the entry.
        here: the place of the paragraph.
    """
    entry = placed.entry
    others = " ".join(
        f"[{article_mark(place.article)}] ¶{anchor.number}"
        for place, anchor in zip(placed.places, entry.anchors, strict=True)
        if place is not None and place != here
    )
    if entry.kind is EntryKind.NOTE:
        about = "" if entry.subject is Subject.PARAGRAPH else f"{entry.subject.value} {others}: "
        return clean_line(f"{about}{entry.text}", _SAID_CHARACTERS)
    joined = f" with {others}" if others else ""
    return clean_line(f"{entry.detail} {entry.subject.value}{joined}: rejected by you")
