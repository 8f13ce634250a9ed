"""The user's notes and rejections about a moment, in the matrix."""

from __future__ import annotations

from reader.app.notes.entry_lines import describe_placed
from reader.app.themes.signs import Signs
from reader.app.widgets.line_parts import article_tag
from reader.app.widgets.line_widget import Line
from reader.notebook.entry_kinds import EntryKind
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.story.matrix.coverage_matrix import MatrixRow

_SHOWN_KINDS = (EntryKind.NOTE, EntryKind.REJECTED)


def entries_of_row(row: MatrixRow, notes: PlacedEntries) -> tuple[PlacedEntry, ...]:
    """Return the notes and rejections about paragraphs of a moment, each once, the oldest first.

    Args:
        row: the moment.
        notes: the entries about the articles of the matrix.
    """
    if not notes:
        return ()
    places = {passage.place for cell in row.cells for passage in cell.passages}
    return tuple(
        placed
        for placed in notes.entries
        if placed.entry.kind in _SHOWN_KINDS and places.intersection(placed.places)
    )


def row_sign(row: MatrixRow, notes: PlacedEntries, signs: Signs) -> str:
    """Return the sign of a note on a moment, or else of a rejection."""
    kinds = {placed.entry.kind for placed in entries_of_row(row, notes)}
    if EntryKind.NOTE in kinds:
        return signs.note
    return signs.rejected if kinds else ""


def draw_entries(row: MatrixRow, notes: PlacedEntries, signs: Signs) -> list[Line]:
    """Return a line for each note and rejection about a moment: `✎ [2] ¶5 ask the harbour`."""
    lines: list[Line] = []
    places = {passage.place for cell in row.cells for passage in cell.passages}
    for placed in entries_of_row(row, notes):
        here, anchor = next(
            (place, anchor)
            for place, anchor in zip(placed.places, placed.entry.anchors, strict=True)
            if place in places
        )
        is_note = placed.entry.kind is EntryKind.NOTE
        sign = signs.note if is_note else signs.rejected
        assert here is not None
        lines.append(
            (
                (f" {sign} ", "key"),
                article_tag(here.article),
                (f" ¶{anchor.number} ", "muted"),
                (describe_placed(placed, here), ""),
            )
        )
    return lines
