"""The notebook while articles are open: the entries about them, and new entries.

The file is read and written in one thread, in order, so that a notebook that is locked by another
reader, or on a slow disk, never makes a key wait. What is added holds at once; that it is saved is
reported when it is on the disk. Changes that cannot be saved are stored beside the notebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reader.articles import Clean
from reader.notebook import Notebook, NotebookError, hash_text
from reader.notebook.entries import Entry, KnownArticle, copy_id, now
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.notebook.text_index import TextIndex

if TYPE_CHECKING:
    from reader.articles import Article, ParagraphKind, Passage
    from reader.notebook.notebook_changes import NotebookChange
    from reader.notebook.notebook_writer import NotebookWriter

_Found = TypeVar("_Found")

OnDone = Callable[[str], None]
"""Called in the thread of the screen with a message about a failure; empty on success."""


class NotebookSession:
    """Reads and changes the entries of the notebook about the open articles.

    Args:
        call_in_screen: calls a function in the thread of the screen, from any thread, soon.
        notebook: the notebook; the user's own if None.
    """

    def __init__(
        self, call_in_screen: Callable[[Callable[[], None]], None], notebook: Notebook | None = None
    ) -> None:
        self._call_in_screen = call_in_screen
        self._given = notebook
        self._writer: NotebookWriter | None = None
        self._index = TextIndex(())
        self._described: TextIndex | None = None
        """The articles that are described in the file already, or will be."""
        self._described_for_draft: tuple[TextIndex | None, tuple[KnownArticle, ...]] = None, ()
        """The open articles, and the descriptions of them that are saved with a draft."""
        self._known: dict[str, KnownArticle] = {}
        self._added: dict[str, Entry] = {}
        """The valid entries of this session, saved or not."""
        self._retired: set[str] = set()
        self._copies: dict[str, str] = {}
        """The id of the copy of a retired entry, by the id of that."""
        self.placed = PlacedEntries()
        """The entries about the open articles."""
        self.lost: tuple[Entry, ...] = ()
        """The entries about the open articles, edited since, whose paragraphs are gone."""
        self.recovered: frozenset[str] = frozenset()
        """The ids of the notes recovered last: those being typed when a process ended."""

    @property
    def notebook(self) -> Notebook:
        """The file."""
        if self._given is None:
            self._given = Notebook()
        return self._given

    def open(
        self, articles: Sequence[Article], known_before: PlacedEntries, on_read: OnDone
    ) -> None:
        """Look for the entries about these articles, which are open from now on.

        Args:
            articles: the articles, in the order of their positions.
            known_before: the entries about those of them that were open already.
            on_read: called when `placed` has them; not at all where there is no notebook.
        """
        self._index = index = TextIndex(articles)
        self.placed, self.lost = known_before, ()
        if not self.notebook.exists and not self._added:
            return
        added = tuple(self._added.values())

        def read() -> tuple[PlacedEntries, tuple[Entry, ...], dict[str, KnownArticle], str]:
            saved: tuple[Entry, ...] = ()
            lost: tuple[Entry, ...] = ()
            moved_before = self.notebook.moved_to
            known, problem = dict(self._known), self._take_in_drafts()
            if problem and self.notebook.moved_to != moved_before:
                problem = self._start_writer().write_back()
            try:
                saved = self.notebook.find_entries(index.paragraph_keys)
                known.update(self.notebook.read_articles())
                if index.find_states(known) > set(index.text_keys) & known.keys():
                    lost = index.find_lost(self.notebook.read_entries(), known)
            except NotebookError as error:
                problem = error.message
                if self.notebook.moved_to != moved_before:
                    held = self._list_held()
                    problem, saved = self._start_writer().write_back(), held.added
            entries = {entry.id: entry for entry in (*saved, *added)}
            return index.place_entries(entries.values(), known), lost, known, problem

        def show(
            found: tuple[PlacedEntries, tuple[Entry, ...], dict[str, KnownArticle], str],
        ) -> None:
            if self._index is not index:
                return
            placed, lost, self._known, problem = found
            self.lost = tuple(entry for entry in lost if entry.id not in self._retired)
            ids = {each.entry.id for each in placed.entries}
            # Added while the file was read.
            more = [
                each
                for each in self.placed.entries
                if each.entry.id in self._added and each.entry.id not in ids
            ]
            self.placed = PlacedEntries((*placed.entries, *more)).without(self._retired)
            on_read(problem)

        self._submit(read, show)

    def has_articles(self, entry: Entry, known: Mapping[str, KnownArticle]) -> bool:
        """Return whether all articles that an entry is about are open, edited perhaps.

        Args:
            entry: the entry.
            known: articles by the key of their text.
        """
        keys = {anchor.text_key for anchor in entry.anchors}
        about = {key: known[key] for key in keys if key in known}
        return self._index.find_states(about) >= keys

    def make_entry(
        self, entry: Entry, passages: Sequence[Passage], words: Sequence[str] = ()
    ) -> PlacedEntry:
        """Return an entry that is about passages of the open articles.

        Args:
            entry: the entry, without anchors.
            passages: what it is about.
            words: the words meant of the first passages, where they go on after these.
        """
        whole = self._index.make_entry(replace(entry, created=now()), passages, words)
        return PlacedEntry(whole, tuple(passage.place for passage in passages))

    def copy_entry(self, entry: Entry) -> PlacedEntry:
        """Return a copy of a retired entry, placed in the articles that are open."""
        again = replace(entry, id=copy_id(entry.id))
        self._copies[entry.id] = again.id
        found = self._index.place_entries([again], self._known).entries
        return found[0] if found else PlacedEntry(again, (None,) * len(again.anchors))

    def take_back(
        self, added: Sequence[PlacedEntry], retired: Sequence[str], *, on_written: OnDone
    ) -> None:
        """Undo a change of the notebook.

        Where another reader changed since what that change added, it stays as it is there.

        Args:
            added: the entries that become valid again.
            retired: the ids of the entries that the change added.
            on_written: as of `change`.
        """
        conditions = [(each.entry.id, id_) for each in added for id_ in retired[:1]]

        def report(problem: str) -> None:
            from reader.notebook.notebook_writer import OUTDATED

            if problem == OUTDATED:
                ids = [each.entry.id for each in added]
                for id_ in ids:
                    self._added.pop(id_, None)
                self.placed = self.placed.without(ids)
            on_written(problem)

        self.change(added, retired, on_written=report, conditions=conditions)

    def change(
        self,
        added: Iterable[PlacedEntry] = (),
        retired: Iterable[str] = (),
        *,
        on_written: OnDone,
        conditions: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Add entries and retire others: at once in `placed`, then in the file, all or nothing.

        Args:
            added: the entries.
            retired: the ids of entries that become invalid.
            on_written: called when it is on the disk, or could not be written.
            conditions: as of `NotebookChange`.
        """
        from reader.notebook.notebook_changes import NotebookChange

        followed = tuple((id_, self._follow_copies(other)) for id_, other in conditions)
        placed, index = tuple(added), self._index
        gone = tuple(map(self._follow_copies, retired))
        new = [each.entry for each in placed]
        self._added.update((entry.id, entry) for entry in new)
        self._retired.update(gone)
        for id_ in gone:
            self._added.pop(id_, None)
        self.placed = PlacedEntries((*self.placed.entries, *placed)).without(gone)

        if new and self._described is not index:
            self._described = index
            self._start_writer().submit(lambda: self._add_articles(index))
        change = NotebookChange(tuple(new), (), gone, conditions=followed)
        self._write(change, on_written)

    def correct_kind(
        self, article: Article, number: int, kind: ParagraphKind | None, *, on_written: OnDone
    ) -> None:
        """Save the kind that the user gave a paragraph.

        Args:
            article: its article.
            number: its number, from 1.
            kind: its kind; None takes the correction back.
            on_written: as of `change`.
        """
        from reader.notebook.notebook_changes import KindChange, NotebookChange

        correction = KindChange(hash_text(article), number, kind)
        self._write(NotebookChange(kinds=(correction,)), on_written)

    def save_draft(self, draft: PlacedEntry, before: Entry | None, text: str) -> None:
        """Save a note while it is typed, in case the program ends.

        Args:
            draft: the note.
            before: the note that is edited.
            text: the present text; empty or unchanged: there is nothing to save.
        """
        from reader.notebook.notebook_changes import NotebookChange

        if not text or (before is not None and text == before.text):
            if self._writer is not None:
                self._writer.save_draft(NotebookChange())
            return
        # A note whose words are all in the draft is replaced by it; else both remain.
        replaced = (before.id,) if before is not None and before.text in text else ()
        entry, index = replace(draft.entry, text=Clean(text)), self._index
        if self._described_for_draft[0] is not index:
            self._described_for_draft = index, ()
            self._start_writer().submit(lambda: self._describe_for_draft(index))
        articles = self._described_for_draft[1]
        self._start_writer().save_draft(NotebookChange((entry,), articles, replaced))

    def read_all(
        self, on_read: Callable[[tuple[Entry, ...], dict[str, KnownArticle], str], None]
    ) -> None:
        """Read all entries of the notebook, and those that could not be saved.

        Args:
            on_read: called with the entries, the articles they are about, and a message about a
                failure.
        """

        index = self._index

        def read() -> tuple[tuple[Entry, ...], dict[str, KnownArticle], str]:
            saved: tuple[Entry, ...] = ()
            known: dict[str, KnownArticle] = {}
            problem = ""
            try:
                saved, known = self.notebook.read_entries(), self.notebook.read_articles()
            except NotebookError as error:
                problem = error.message
            known = {each.text_key: each for each in index.describe_articles()} | known
            return saved, known, problem

        def show(found: tuple[tuple[Entry, ...], dict[str, KnownArticle], str]) -> None:
            saved, known, problem = found
            entries = {entry.id: entry for entry in (*saved, *self._added.values())}
            valid = (entry for entry in entries.values() if entry.id not in self._retired)
            on_read(tuple(sorted(valid, key=lambda entry: entry.created)), known, problem)

        self._submit(read, show)

    def save_now(self) -> None:
        """Write all that was added or is being typed to the disk before returning.

        Used where the program ends at once: it does not wait for the notebook.
        """
        if self._writer is not None:
            self._writer.save_journals()

    def finish(self) -> str:
        """Wait a little until all that was added is in the notebook.

        Returns:
            A message about what is not, and where it is saved; empty: all is in the notebook.
        """
        return self._writer.finish() if self._writer is not None else ""

    def _add_articles(self, index: TextIndex) -> None:
        """Have the descriptions of articles written with the next entry."""
        from reader.notebook.notebook_changes import NotebookChange

        self._start_writer().add(NotebookChange(articles=index.describe_articles()))

    def _describe_for_draft(self, index: TextIndex) -> None:
        self._described_for_draft = index, index.describe_articles()

    def _take_in_drafts(self) -> str:
        """Recover notes that were being typed when a process ended; return a failure message."""
        moved_before = self.notebook.moved_to
        try:
            taken = self.notebook.take_in_drafts()
        except NotebookError as error:
            return error.message
        was_moved = self.notebook.moved_to != moved_before
        entries = [entry for change in taken.changes for entry in change.added]
        self.recovered = frozenset(entry.id for entry in entries)
        return self.notebook.describe_move() if was_moved else self.notebook.take_notice()

    def _list_held(self) -> NotebookChange:
        """Return the entries about the open articles, without those of dossiers."""
        from reader.notebook.held_notes import held_dossiers
        from reader.notebook.notebook_changes import NotebookChange

        of_dossiers = {entry.id for held in held_dossiers() for entry in held.notes.entries}
        own = {each.entry.id: each.entry for each in self.placed.entries}
        own |= {entry.id: entry for entry in self.lost} | self._added
        entries = [
            entry
            for entry in own.values()
            if entry.id not in of_dossiers or entry.id in self._added
            if entry.id not in self._retired
        ]
        keys = {anchor.text_key for entry in entries for anchor in entry.anchors}
        known = {each.text_key: each for each in self._index.describe_articles()} | self._known
        articles = [each for key, each in known.items() if key in keys]
        return NotebookChange(tuple(entries), tuple(articles), tuple(self._retired))

    def _follow_copies(self, id_: str) -> str:
        while id_ in self._copies:
            id_ = self._copies[id_]
        return id_

    def _write(self, change: NotebookChange, on_written: OnDone) -> None:
        def report(problem: str) -> None:
            self._call_in_screen(lambda: on_written(problem))

        self._start_writer().write(change, report)

    def _submit(self, work: Callable[[], _Found], on_done: Callable[[_Found], None]) -> None:
        """Run `work` in the thread of the file, then `on_done` in that of the screen."""

        def run() -> None:
            found = work()
            self._call_in_screen(lambda: on_done(found))

        self._start_writer().submit(run)

    def _start_writer(self) -> NotebookWriter:
        if self._writer is None:
            # Imported with the first use: most starts find no notebook.
            from reader.notebook.notebook_writer import NotebookWriter

            self._writer = NotebookWriter(self.notebook, self._list_held)
        return self._writer
