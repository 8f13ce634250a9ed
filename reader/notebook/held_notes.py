"""The notes of open dossiers, which are in effect beside those of the notebook.

A dossier may come from anybody. Its notes are in effect only while it is open, and are not written
into the notebook: so somebody else's claims never affect other comparisons, and commands that only
read write nothing. The user's own changes go into the notebook, and override the dossier when it is
opened again. `reader notes import` merges the notes of a dossier permanently.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.articles import Clean, clean_line
from reader.errors import ReaderError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook.entries import KnownArticle
    from reader.notebook.exchange import NotesDocument
    from reader.sources.formats.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class HeldDossier:
    """The notes in effect of an open dossier."""

    source: Clean
    """The path or address it came from."""
    notes: NotesDocument
    places: Mapping[str, int]
    """The number of the paragraph read last by the key of an article's text, the article read
    last at the end."""
    dropped: int
    """Entries about articles that are not in it; they are ignored."""
    misplaced: int = 0
    """Corrections of paragraphs beyond the last of an article in it; they are ignored."""

    def describe(self) -> str:
        """Describe its notes in one line; empty: it has only articles."""
        from reader.notebook.entry_kinds import EntryKind

        notes = sum(entry.kind is EntryKind.NOTE for entry in self.notes.entries)
        facts = [
            _count(notes, "note"),
            _count(len(self.notes.entries) - notes, "claim"),
            _count(len(self.notes.corrections), "corrected paragraph"),
        ]
        words = []
        if brought := ", ".join(filter(None, facts)):
            is_one = len(self.notes.entries) + len(self.notes.corrections) == 1
            words.append(f"{brought}; {_HOLDS_ONE if is_one else _HOLD_ALL}")
        words += self.describe_left_out()
        return f"{self.source}: {'; '.join(words)}" if words else ""

    def describe_left_out(self) -> list[str]:
        """Describe the ignored entries and corrections."""
        facts = (
            (_count(self.dropped, "entry"), "about other articles left out"),
            (_count(self.misplaced, "correction"), "of paragraphs that no article has left out"),
        )
        return [f"{count} {what}" for count, what in facts if count]


_HOLDS_ONE = "it is used while the dossier is open (reader notes import saves it)"
_HOLD_ALL = "they are used while it is open (reader notes import saves them)"
_LOCK = threading.Lock()
_HELD: dict[str, HeldDossier] = {}
"""The dossiers that were opened by this process, by their sources."""


def holding_notes(on_notice: Callable[[ReaderError], None]) -> Callable[[Dossier, Clean], None]:
    """Return a callback for `open_articles` that puts the notes of a dossier into effect here.

    The notes replace those of an earlier state of the dossier. A dossier with invalid notes is
    refused.

    Args:
        on_notice: called with a description of the dossier's notes, in one line.
    """

    def hold(dossier: Dossier, source: Clean) -> None:
        held = read_dossier_notes(dossier, source)
        with _LOCK:
            _HELD[source] = held
        if words := held.describe():
            on_notice(ReaderError(words))

    return hold


def read_dossier_notes(dossier: Dossier, source: Clean) -> HeldDossier:
    """Return the notes of a dossier about the articles in it.

    Raises:
        SourceError: its notes are not valid in some part.
    """
    # Imported with the first dossier: most starts open none.
    from reader.notebook.entries import now
    from reader.notebook.exchange import NotesDocument, NotesFileError, parse_document_record
    from reader.notebook.text_index import TextIndex

    try:
        notes = parse_document_record(dossier.notes)
    except NotesFileError as error:
        raise SourceError(f"{source}: the document of its notes {error.message}") from error
    index = TextIndex(dossier.articles)
    # Of two contradicting claims the later one is applied, so that none may be from the future.
    latest = now()
    entries = [replace(each, created=min(each.created, latest)) for each in notes.entries]
    known = {article.text_key: article for article in notes.articles}
    placed = index.place_entries(entries, known).entries
    found = {each.entry.id for each in placed if all(each.places)}
    found.update(entry.id for entry in index.find_lost(entries, known))
    keys = set(index.text_keys)
    held = tuple(entry for entry in entries if entry.id in found)
    about = keys | {anchor.text_key for entry in held for anchor in entry.anchors}
    lengths = dict(
        zip(index.text_keys, (len(each.paragraphs) for each in dossier.articles), strict=True)
    )
    near = [each for each in notes.corrections if each.text_key in keys]
    corrections = tuple(each for each in near if each.paragraph <= lengths[each.text_key])
    dropped = len(entries) - len(held) + len(notes.corrections) - len(near)
    articles = tuple(_known_in(each, keys, source) for each in notes.articles)
    return HeldDossier(
        source,
        NotesDocument(
            held, tuple(each for each in articles if each.text_key in about), (), corrections
        ),
        _place_keys(dossier, index.text_keys),
        dropped,
        len(near) - len(corrections),
    )


def held_dossiers() -> tuple[HeldDossier, ...]:
    """Return the notes in effect of the open dossiers, in the order in which they were opened."""
    with _LOCK:
        return tuple(_HELD.values())


def describe_dossiers() -> list[ReaderError]:
    """Describe the notes of the open dossiers, a line each."""
    return [ReaderError(words) for held in held_dossiers() if (words := held.describe())]


def held_places() -> dict[str, int]:
    """Return where the articles of the open dossiers were read last, as `Remembered` has it."""
    places: dict[str, int] = {}
    for held in held_dossiers():
        for key, number in held.places.items():
            places.pop(key, None)
            places[key] = number
    return places


def release_notes() -> None:
    """End the effect of all notes of dossiers."""
    with _LOCK:
        _HELD.clear()


def _known_in(article: KnownArticle, keys: set[str], source: Clean) -> KnownArticle:
    """Return the description of an article, with its source in the dossier if that has it."""
    from reader.notebook.entries import LONGEST_NAME

    if article.text_key not in keys:
        return article
    path = source if "://" in source else os.path.abspath(source)
    return replace(article, source=clean_line(path, LONGEST_NAME))


def _place_keys(dossier: Dossier, keys: tuple[str, ...]) -> dict[str, int]:
    read = [
        (key, place) for key, place in zip(keys, dossier.places, strict=False) if place is not None
    ]
    places = dict(read)
    if dossier.last is not None and (last := keys[dossier.last]) in places:
        places[last] = places.pop(last)
    return places


def _count(number: int, thing: str) -> str:
    if not number:
        return ""
    plural = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number} {thing if number == 1 else plural}"
