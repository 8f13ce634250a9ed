"""Tests for notes of the user on a version of a quotation or on a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.entry_kinds import Subject
from reader.notebook.placed_entries import PlacedEntries
from reader.notebook.text_index import means_words

if TYPE_CHECKING:
    from reader.quote_versions import Version
    from reader.story import Difference


def is_version_noted(version: Version, notes: PlacedEntries) -> bool:
    """Return whether there is a note on a version of a quotation.

    Args:
        version: the version, with its passages.
        notes: the entries of the notebook about the open articles.
    """
    return any(
        placed.entry.subject is Subject.QUOTATION
        and means_words(placed.entry.anchors[0], version.text)
        for placed in notes.notes_at(version.passages[0].place)
    )


def is_difference_noted(difference: Difference, notes: PlacedEntries) -> bool:
    """Return whether there is a note on a difference.

    Args:
        difference: the difference.
        notes: the entries of the notebook about the open articles.
    """
    stated = [side.passage for side in difference.sides]
    return any(
        placed.entry.subject is Subject.DIFFERENCE
        and placed.entry.detail == difference.kind.value
        and placed.places == tuple(passage.place for passage in stated)
        and all(map(means_words, placed.entry.anchors, (passage.text for passage in stated)))
        for placed in notes.notes_at(stated[0].place)
    )
