"""The user's entries about the articles of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.articles import Clean, Passage, Place, clean_line
from reader.coverage import Coverage
from reader.notebook.entries import name_entry
from reader.notebook.entry_kinds import EntryKind
from reader.notebook.placed_entries import PlacedEntry

_LOST_CHARACTERS = 80
"""Characters of the words that a note was on, where the articles do not have them any more."""


class NotedWords(NamedTuple):
    """Words that an entry of the notebook is about."""

    passage: Passage
    """Their paragraph."""
    words: Clean
    """The words themselves; the paragraph where it is meant as a whole."""
    is_whole: bool


class ReportedNote(NamedTuple):
    """An entry of the notebook."""

    name: str
    """"note on a paragraph", "rejected link"; with the words that it was on where it is lost."""
    text: Clean
    """The note itself, of several lines perhaps; empty where there is no note."""
    about: tuple[NotedWords, ...]
    """Those that are in the articles of the report."""

    @property
    def places(self) -> frozenset[Place]:
        """The paragraphs it is about."""
        return frozenset(each.passage.place for each in self.about)


def describe_notes(coverage: Coverage, entries: Iterable[PlacedEntry]) -> Sequence[ReportedNote]:
    """Return entries as they are reported, in the order of the articles.

    Args:
        coverage: the comparison.
        entries: the entries of the notebook about its articles.
    """
    notes = [_describe(coverage, placed) for placed in entries]
    return sorted(notes, key=lambda note: (not note.places, min(note.places, default=Place(0, 0))))


def _describe(coverage: Coverage, placed: PlacedEntry) -> ReportedNote:
    entry = placed.entry
    about = tuple(
        NotedWords(coverage.passage(place), anchor.words, anchor.is_whole)
        for place, anchor in zip(placed.places, entry.anchors, strict=True)
        if place is not None
    )
    text = entry.text if entry.kind is EntryKind.NOTE else Clean("")
    name = f"{name_entry(entry)}{placed.origin}"
    if not about and entry.anchors:
        words = clean_line(entry.anchors[0].words, _LOST_CHARACTERS)
        name = f"{name} that the articles do not have any more (“{words}”)"
    return ReportedNote(name, text, about)
