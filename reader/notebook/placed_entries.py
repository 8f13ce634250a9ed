"""Entries at their places in the articles that are open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.articles import Clean, Place
from reader.notebook.entry_kinds import EntryKind, Subject

if TYPE_CHECKING:
    from reader.notebook.entries import Entry


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry, and where it is in the open articles."""

    entry: Entry
    places: tuple[Place | None, ...]
    """The place of each anchor; None where its article is not open or has it no longer."""
    written_on: tuple[Clean, ...] = ()
    """The labels of the articles it was written on, where it applies to another's here: copy of an
    agency, another edition. Empty: it was written on the articles that are open."""

    @property
    def origin(self) -> Clean:
        """Where it was written and when, in brackets after a space; empty: on these articles."""
        if not self.written_on:
            return Clean("")
        from reader.notebook.entries import print_day

        day = print_day(self.entry.created)
        return Clean(f" (written on {', '.join(self.written_on)}, {day})")

    @property
    def is_complete(self) -> bool:
        """Whether all that it is about is open, in as many articles as it has anchors."""
        articles = {place.article for place in self.places if place is not None}
        return len(articles) == len(self.places)


class PlacedEntries:
    """The entries about some articles. Immutable.

    Args:
        entries: those of which something is open, the oldest first.
    """

    __slots__ = ("_at", "entries")

    def __init__(self, entries: Iterable[PlacedEntry] = ()) -> None:
        self.entries = tuple(entries)
        at: dict[Place, list[PlacedEntry]] = defaultdict(list)
        for placed in self.entries:
            for place in dict.fromkeys(placed.places):
                if place is not None:
                    at[place].append(placed)
        self._at: Mapping[Place, Sequence[PlacedEntry]] = at

    def __bool__(self) -> bool:
        """Whether there is any entry."""
        return bool(self.entries)

    def at(self, place: Place) -> tuple[PlacedEntry, ...]:
        """Return the entries about a paragraph, the oldest first."""
        return tuple(self._at.get(place, ()))

    def notes_at(self, place: Place) -> tuple[PlacedEntry, ...]:
        """Return the notes on a paragraph or on something of it."""
        return tuple(each for each in self.at(place) if each.entry.kind is EntryKind.NOTE)

    def claims(self, kind: EntryKind, subject: Subject) -> tuple[PlacedEntry, ...]:
        """Return the claims whose articles are all open, the oldest first."""
        return tuple(
            placed
            for placed in self.entries
            if placed.entry.kind is kind and placed.entry.subject is subject
            if placed.is_complete
        )

    def moved(self, positions: Mapping[int, int]) -> PlacedEntries:
        """Return these entries where articles have other positions.

        Args:
            positions: the position of each article that is still open, by the one it had.
        """
        moved = []
        for placed in self.entries:
            places = tuple(
                Place(positions[place.article], place.paragraph)
                if place is not None and place.article in positions
                else None
                for place in placed.places
            )
            if any(places):
                moved.append(replace(placed, places=places))
        return PlacedEntries(moved)

    def without(self, ids: Iterable[str]) -> PlacedEntries:
        """Return these entries without some, by their ids."""
        gone = frozenset(ids)
        return PlacedEntries(each for each in self.entries if each.entry.id not in gone)


def with_lost_notes(placed: PlacedEntries, lost: Iterable[Entry]) -> PlacedEntries:
    """Return entries and after them the notes that have lost their paragraphs, without a place."""
    notes = (entry for entry in lost if entry.kind is EntryKind.NOTE)
    nowhere = (PlacedEntry(entry, (None,) * len(entry.anchors)) for entry in notes)
    return PlacedEntries((*placed.entries, *nowhere))
