"""An entry about a paragraph, as a line of the drawer."""

from __future__ import annotations

from reader.app.themes.signs import article_mark
from reader.articles import Clean, Place, clean_line
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntry

_SAID_CHARACTERS = 200


def describe_placed(placed: PlacedEntry, here: Place) -> Clean:
    """Return the text of an entry about a paragraph, in one line.

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
        return clean_line(f"{about}{entry.text}{placed.origin}", _SAID_CHARACTERS)
    joined = f" with {others}" if others else ""
    return clean_line(
        f"{entry.detail} {entry.subject.value}{joined}: rejected by you{placed.origin}"
    )
