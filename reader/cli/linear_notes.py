"""Notes on paragraphs, written and listed while reading without a full screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.articles import Clean, Place, clean_line
from reader.cli.linear_command import LinearCommand, Lines
from reader.coverage import Coverage
from reader.notebook import Notebook, NotebookError
from reader.notebook.entries import Entry, new_entry_id, now
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.journals import save_in_temporary_file
from reader.notebook.notebook_changes import NotebookChange
from reader.notebook.notebook_file import print_path
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.notebook.text_index import TextIndex
from reader.reports.place_names import name_paragraph

_LONGEST_NOTE = 4000


class LinearNotes:
    """Writes and lists the notes on the articles of a comparison.

    Args:
        coverage: the comparison.
        get_place: returns the paragraph being read.
        notebook: where they are stored; the user's own if None.
    """

    def __init__(
        self,
        coverage: Coverage,
        get_place: Callable[[], Place],
        notebook: Notebook | None = None,
    ) -> None:
        self._coverage = coverage
        self._get_place = get_place
        self._notebook = Notebook() if notebook is None else notebook
        self._index = TextIndex(coverage.articles)
        self._changes: list[tuple[Entry | None, Entry | None]] = []
        """The added and the retired entries of each change, the last one last."""
        self.has_unsaved = False
        """Whether a note is not in the notebook."""

    def commands(self) -> tuple[LinearCommand, ...]:
        """Return the commands."""
        return (
            LinearCommand(("e", "note"), "the note on this paragraph; with words, add them to it",
                          self._reporting(self._write), takes_words=True),
            LinearCommand(("_", "remove"), "remove the note on this paragraph",
                          self._reporting(self._remove)),
            LinearCommand(("E", "notes"), "the notes on these articles",
                          self._reporting(self._list)),
            LinearCommand(("U", "undo"), "take the last change of notes back",
                          self._reporting(self._undo)),
        )  # fmt: skip

    def describe(self, place: Place) -> Lines:
        """Yield the note on a paragraph; nothing where there is none or no notebook to be read."""
        try:
            found = self._find(place)
        except NotebookError:
            return
        if found is not None:
            yield f"Note: {clean_line(found.entry.text)}"

    def _write(self, words: str) -> Lines:
        place = self._get_place()
        name = name_paragraph(self._coverage.passage(place))
        try:
            before = self._find(place)
        except NotebookError:
            if not words:
                raise
            # Where it can't be read it may not be written either, and the words are saved then.
            before = None
        if not words:
            text = clean_line(before.entry.text) if before else "none; e and words writes one"
            yield f"Note on {name}: {text}"
            return
        new = clean_line(words, _LONGEST_NOTE)
        template = Entry(
            new_entry_id(),
            EntryKind.NOTE,
            Subject.PARAGRAPH,
            (),
            text=Clean(f"{before.entry.text}\n{new}") if before else new,
            created=now(),
        )
        entry = self._index.make_entry(template, [self._coverage.passage(place)])
        self._change(entry, before.entry if before else None)
        if before:
            yield f"Note on {name} so far: {clean_line(before.entry.text)}"
            yield f"Added to it: {new}. U takes that back; _ removes the whole note."
        else:
            yield f"Note on {name} saved. U takes it back."

    def _remove(self, _: str) -> Lines:
        place = self._get_place()
        before = self._find(place)
        name = name_paragraph(self._coverage.passage(place))
        if before is None:
            yield f"There is no note on {name}."
        else:
            self._change(None, before.entry)
            yield f"Note on {name} removed. U brings it back."

    def _list(self, _: str) -> Lines:
        notes = [each for each in self._read().entries if each.entry.kind is EntryKind.NOTE]
        if not notes:
            yield "There are no notes on these articles. e and words writes one."
        for note in notes:
            places = (place for place in note.places if place is not None)
            names = ", ".join(name_paragraph(self._coverage.passage(place)) for place in places)
            about = (
                "" if note.entry.subject is Subject.PARAGRAPH else f"{note.entry.subject.value} "
            )
            yield f"{about}{names}: {clean_line(note.entry.text)}"

    def _undo(self, _: str) -> Lines:
        if not self._changes:
            yield "No change of notes to take back."
            return
        added, retired = self._changes[-1]
        # A retired entry is never restored; a copy of it is added.
        again = replace(retired, id=new_entry_id()) if retired is not None else None
        self._store(again, added)
        self._changes.pop()
        yield "The last change of notes is taken back."

    def _find(self, place: Place) -> PlacedEntry | None:
        """Return the last note on a paragraph as a whole."""
        notes = [
            placed
            for placed in self._read().notes_at(place)
            if placed.entry.subject is Subject.PARAGRAPH
        ]
        return notes[-1] if notes else None

    def _read(self) -> PlacedEntries:
        entries = self._notebook.find_entries(self._index.paragraph_keys)
        if not entries:
            return PlacedEntries()
        return self._index.place_entries(entries, self._notebook.read_articles())

    def _change(self, added: Entry | None, retired: Entry | None) -> None:
        self._store(added, retired)
        self._changes.append((added, retired))

    def _store(self, added: Entry | None, retired: Entry | None) -> None:
        articles = self._index.describe_articles()
        try:
            self._notebook.write_entries(
                [added] if added is not None else [],
                articles=articles,
                retired=[retired.id] if retired is not None else [],
            )
        except NotebookError as error:
            if added is None:
                raise
            self.has_unsaved = True
            where = _save_elsewhere(NotebookChange((added,), tuple(articles)))
            raise NotebookError(f"{error.message}; {where}", error.reason) from error

    def _reporting(self, run: Callable[[str], Lines]) -> Callable[[str], Lines]:
        """Return a command that reports in a line if the notebook cannot be read or written."""

        def say(words: str) -> Lines:
            try:
                yield from run(words)
            except NotebookError as error:
                yield clean_line(error.message)

        return say


def _save_elsewhere(change: NotebookChange) -> str:
    """Save a note that the notebook did not take, and return where it is."""
    try:
        path = save_in_temporary_file(change)
    except OSError:
        return "it is saved nowhere"
    return f"the note is saved in {print_path(path)}: reader notes import takes it in"
