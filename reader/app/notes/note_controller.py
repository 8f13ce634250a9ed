"""Notes on the reading screen: read when articles are opened, written and undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reader.app.notes.notebook_session import NotebookSession
from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.screen_commands import Command
from reader.app.themes.signs import article_mark
from reader.app.undo_history import UndoableChange, UndoHistory
from reader.articles import Clean, Passage, Place, clean_line
from reader.notebook.entries import Entry, new_entry_id, now
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntry

_WORDS_CHARACTERS = 160
"""Characters of the words that the dialog of a note shows."""
_MOST_OTHERS = 3
"""Articles that a message names; more are counted."""


class NoteController:
    """Writes notes and shows them.

    Args:
        host: the screen.
        session: the notebook.
        history: records changes, so that they can be undone.
        on_change: called when the entries about the open articles changed.
    """

    def __init__(
        self,
        host: ReadingHost,
        session: NotebookSession,
        history: UndoHistory,
        on_change: Callable[[], None],
    ) -> None:
        self._host = host
        self._state = host.state
        self.session = session
        self._history = history
        self._on_change = on_change
        self._offered: tuple[str, Place] | None = None
        """The id of a note that was being typed when a process ended, and the paragraph being read
        when that was said: as long as that is read, the key of notes goes on with the note."""
        self._said_lost: frozenset[str] = frozenset()
        """The ids of the notes whose paragraph was reported as gone."""
        self._said_others: frozenset[str] = frozenset()
        """The ids of the entries that were reported as written on other articles."""
        self._changes = 0
        """How often the notebook was changed."""

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {
            "note": Command(self._write_note, needs_article(self._host)),
        }

    def open(self) -> None:
        """Look for what the notebook has about the open articles."""
        self.session.open(self._state.articles, self._state.notes, self._show_read)

    def write_note(
        self,
        title: str,
        subject: Subject,
        passages: Sequence[Passage],
        *,
        words: str = "",
        detail: str = "",
        describe: str,
    ) -> None:
        """Ask for a note; where there is one already, it is edited.

        Args:
            title: what the note is on, for the dialog.
            subject: what it is about.
            passages: the places of that; the ends of a link, the sides of a difference.
            words: the words of the first passage, if they continue beyond it.
            detail: the kind of a difference.
            describe: the subject in a message: "¶4".
        """
        template = Entry(new_entry_id(), EntryKind.NOTE, subject, (), detail=clean_line(detail))
        draft = self.session.make_entry(template, passages, (words,) if words else ())
        shown = clean_line(words or passages[0].text, _WORDS_CHARACTERS)
        self._ask(title, draft, self._find_note(draft), shown, describe)

    def replace_entries(
        self,
        added: Sequence[PlacedEntry],
        retired: Sequence[PlacedEntry],
        description: str,
        message: str,
    ) -> None:
        """Change the notebook in a way that can be undone.

        Args:
            added: the new entries.
            retired: the entries that are no longer valid.
            description: the subject of the change: "note on ¶4".
            message: the message once it is on the disk.
        """
        self._change(added, retired, message)
        back = partial(self._take_back, [each.entry for each in retired], added)
        self._history.push(UndoableChange(description, back))

    def _ask(
        self, title: str, draft: PlacedEntry, before: PlacedEntry | None, shown: str, describe: str
    ) -> None:
        """Ask for the text of a note.

        Args:
            title: what the note is on, for the dialog.
            draft: the note to be written, without a text.
            before: the note that is edited; None: a new one.
            shown: the words that it is on.
            describe: what it is on, in a message.
        """
        from reader.app.dialogs.note_dialog import NoteDialog

        replaced = before.entry if before else None
        text = replaced.text if replaced else ""

        def save(written: str) -> None:
            if written != text:
                self._save(draft, before, written, describe)
            self.session.save_draft(draft, replaced, "")

        def keep(typed: str) -> None:
            self.session.save_draft(draft, replaced, typed)

        self._host.open_screen(NoteDialog(title, save, shown, text, on_draft=keep))

    def _go_on_with(self, id_: str) -> bool:
        """Go to a note and edit it; return False where it is no longer in the open articles."""
        from dataclasses import replace

        note = next((each for each in self.session.placed.entries if each.entry.id == id_), None)
        place = next(filter(None, note.places), None) if note else None
        if note is None or place is None:
            return False
        self._state.go_to(place)
        self._host.refresh_view()
        draft = PlacedEntry(replace(note.entry, id=new_entry_id(), created=now()), note.places)
        shown = clean_line(note.entry.anchors[0].words, _WORDS_CHARACTERS)
        name = self._name(place)
        self._ask(f"Note on {name}", draft, note, shown, name)
        return True

    def _write_note(self) -> None:
        place = self._state.place
        offered, self._offered = self._offered, None
        if offered is not None and offered[1] == place and self._go_on_with(offered[0]):
            return
        passage = Passage.of_paragraph(self._state.articles, place)
        mark = article_mark(place.article)
        self.write_note(
            f"Note on [{mark}] ¶{passage.number}",
            Subject.PARAGRAPH,
            [passage],
            describe=f"[{mark}] ¶{passage.number}",
        )

    def _find_note(self, draft: PlacedEntry) -> PlacedEntry | None:
        """Return the last note on the same thing."""
        topic = draft.entry.topic
        notes = [
            placed
            for placed in self.session.placed.entries
            if placed.entry.kind is EntryKind.NOTE
            and placed.places == draft.places
            and placed.entry.topic == topic
        ]
        return notes[-1] if notes else None

    def _save(
        self, draft: PlacedEntry, before: PlacedEntry | None, written: str, describe: str
    ) -> None:
        from dataclasses import replace

        retired = [before] if before else []
        if not written:
            message = f"Note on {describe} removed. U brings it back."
            self.replace_entries([], retired, f"removing of the note on {describe}", message)
            return
        note = PlacedEntry(replace(draft.entry, text=Clean(written)), draft.places)
        message = f"Note on {describe} saved. U takes it back."
        self.replace_entries([note], retired, f"note on {describe}", message)

    def _change(
        self, added: Sequence[PlacedEntry], retired: Sequence[PlacedEntry], message: str
    ) -> None:
        self._changes += 1
        change = self._changes

        def say_saved(problem: str) -> None:
            # Where something was changed since, the later message is shown.
            if problem or change == self._changes:
                self._host.say(problem or message)

        ids = [each.entry.id for each in retired]
        self.session.change(added, ids, on_written=say_saved)
        self._show()

    def _take_back(self, gone: Sequence[Entry], added: Sequence[PlacedEntry]) -> None:
        self._changes += 1
        again = [self.session.copy_entry(entry) for entry in gone]
        ids = [each.entry.id for each in added]
        self.session.take_back(again, ids, on_written=self._report_taken_back)
        self._show()

    def _report_taken_back(self, problem: str) -> None:
        if problem:
            self._host.say(problem)
            self._show()
            # A change made in another window is shown.
            self.session.open(self._state.articles, self.session.placed, lambda _: self._show())

    def _report_problem(self, problem: str) -> None:
        if problem:
            self._host.say(problem)

    def _show_read(self, problem: str) -> None:
        self._show()
        self._report_problem(
            problem
            or self._describe_recovered()
            or self._describe_lost()
            or self._describe_others()
        )

    def _describe_recovered(self) -> str:
        """Return the place of the note that was being typed when the program ended."""
        recovered = self.session.recovered
        if not recovered:
            return ""
        for placed in self.session.placed.entries:
            place = next(filter(None, placed.places), None)
            if placed.entry.id in recovered and place is not None:
                self._offered = placed.entry.id, self._state.place
                return (
                    f"The note you were writing on {self._name(place)} is there: e goes on with it."
                )
        return "The note you were writing is in the notebook: E lists it."

    def _describe_lost(self) -> str:
        """Return how many notes have lost their paragraph, if that was not reported before."""
        lost = {entry.id for entry in self.session.lost if entry.kind is EntryKind.NOTE}
        unsaid, self._said_lost = lost - self._said_lost, self._said_lost | lost
        if len(unsaid) == 1:
            return "1 note has lost its paragraph: E lists it."
        return f"{len(unsaid)} notes have lost their paragraph: E lists them." if unsaid else ""

    def _describe_others(self) -> str:
        """Return on whose articles entries were written that apply here, if not said before."""
        found = {each.entry.id: each for each in self.session.placed.entries if each.written_on}
        unsaid = found.keys() - self._said_others
        self._said_others |= unsaid
        if not unsaid:
            return ""
        labels = sorted({label for id_ in unsaid for label in found[id_].written_on})
        named = ", ".join(labels[:_MOST_OTHERS])
        more = len(labels) - _MOST_OTHERS
        rest = f" and {more} more" if more > 0 else ""
        what = "1 entry here was" if len(unsaid) == 1 else f"{len(unsaid)} entries here were"
        return f"{what} written on {named}{rest}: E lists all."

    def _name(self, place: Place) -> str:
        number = self._state.articles[place.article].paragraphs[place.paragraph].number
        return f"[{article_mark(place.article)}] ¶{number}"

    def _show(self) -> None:
        if self._host.is_leaving:
            return
        self._state.show_notes(self.session.placed)
        self._on_change()
        self._host.refresh_view()

    def remove(self, entry: Entry) -> None:
        """Remove an entry, whether its article is open or not."""
        from reader.notebook.entries import name_entry

        placed = [each for each in self.session.placed.entries if each.entry.id == entry.id]
        retired = placed or [PlacedEntry(entry, ())]
        name = name_entry(entry)
        message = f"Removed: {name}. U brings it back."
        self.replace_entries([], retired, f"removing of a {name}", message)
