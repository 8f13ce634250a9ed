"""Notes and claims made on the ladder, the differences screen and the word-by-word dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.app.notes.note_controller import NoteController
from reader.app.reading.reading_host import ReadingHost
from reader.app.themes.signs import article_mark
from reader.app.undo_history import UndoHistory
from reader.articles import Clean, Passage, clean_line
from reader.notebook.entries import LONGEST_NAME, Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject

if TYPE_CHECKING:
    from reader.linking import Link
    from reader.notebook.placed_entries import PlacedEntries
    from reader.quote_versions import Version
    from reader.story import Difference

_NAME_CHARACTERS = 40
"""Characters of a speaker's name in a message."""


class ScreenNotes:
    """Writes notes, rejects claims and undoes changes on these screens.

    Args:
        host: the reading screen.
        notes: changes the notebook.
        history: the changes so far.
    """

    def __init__(self, host: ReadingHost, notes: NoteController, history: UndoHistory) -> None:
        self._host = host
        self._notes = notes
        self._history = history

    @property
    def placed(self) -> PlacedEntries:
        """The entries of the notebook about the open articles."""
        return self._notes.session.placed

    def take_back(self) -> None:
        """Undo the last change, unless it changed the set of articles."""
        last = self._history.last
        if last is None:
            self._host.say(self._history.find_obstacle())
        elif last.is_of_articles:
            self._host.say("The last change was of the articles: U takes it back there.")
        else:
            self._history.take_back()
            self._host.say(f"Taken back: {clean_line(last.description, 80).rstrip('.')}.")

    def note_link(self, link: Link) -> None:
        """Write a note on a link."""
        names = f"{_name(link.here)} and {_name(link.there)}"
        self._notes.write_note(
            f"Note on the link of {names}",
            Subject.LINK,
            [link.here, link.there],
            describe=f"the link of {names}",
        )

    def note_paragraph(self, passage: Passage) -> None:
        """Write a note on the paragraph that a passage is of."""
        whole = replace(passage, start=0, end=len(passage.paragraph.text))
        name = _name(whole)
        self._notes.write_note(f"Note on {name}", Subject.PARAGRAPH, [whole], describe=name)

    def note_quotation(self, version: Version) -> None:
        """Write a note on a quotation, as one article has it."""
        name = _name(version.passages[0])
        self._notes.write_note(
            f"Note on the quotation in {name}",
            Subject.QUOTATION,
            version.passages[:1],
            words=version.text,
            describe=f"the quotation in {name}",
        )

    def note_difference(self, difference: Difference) -> None:
        """Write a note on a difference."""
        passages = [side.passage for side in difference.sides]
        names = " ".join(map(_name, passages))
        self._notes.write_note(
            f"Note on the difference of {names}",
            Subject.DIFFERENCE,
            passages,
            detail=difference.kind.value,
            describe=f"the difference of {names}",
        )

    def reject_difference(self, difference: Difference) -> None:
        """Reject a difference: the articles do not contradict each other."""
        passages = [side.passage for side in difference.sides]
        names = " ".join(map(_name, passages))
        self._claim(
            EntryKind.REJECTED,
            Subject.DIFFERENCE,
            passages,
            detail=difference.kind.value,
            description=f"rejecting of the difference of {names}",
            message=f"Rejected: {names} do not differ in this. U takes it back.",
        )

    def ask_what_to_reject(self, version: Version, others: Sequence[Version]) -> None:
        """Ask what is wrong with a version: that it is a version, or its speaker.

        Args:
            version: the version.
            others: the others of its quote, the fullest first.
        """
        from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog

        choices: list[tuple[str, Callable[[], None]]] = []
        if others:
            choices.append(
                ("It is no version of this quote", partial(self._reject_version, version, others))
            )
        speaker = version.speaker
        if speaker is not None:
            label = f"It was not said by {speaker.name}; by whom is not known"
            choices.append((label, partial(self._name_speaker, version, "")))
        names = [other.speaker.name for other in others if other.speaker]
        for name in dict.fromkeys(names):
            if speaker is None or name != speaker.name:
                choices.append((f"{name} said it", partial(self._name_speaker, version, name)))
        choices.append(("Somebody else said it: type who", partial(self._ask_name, version)))

        def choose(index: int | None) -> None:
            if index is not None:
                choices[index][1]()

        title = f"What is wrong with the version in {_name(version.passages[0])}?"
        listed = [Choice(clean_line(label)) for label, _ in choices]
        self._host.open_screen(ChoiceDialog(title, listed), choose)

    def _reject_version(self, version: Version, others: Sequence[Version]) -> None:
        name = _name(version.passages[0])
        left = " and no other version is left" if len(others) == 1 else ""
        self._claim(
            EntryKind.REJECTED,
            Subject.VERSION,
            [version.passages[0], others[0].passages[0]],
            words=(version.text, others[0].text),
            description=f"rejecting of the version in {name}",
            message=f"Rejected: {name} has another quote{left}. U takes it back.",
        )

    def _ask_name(self, version: Version) -> None:
        from reader.app.dialogs.name_dialog import NameDialog

        session = self._notes.session
        template = Entry(new_entry_id(), EntryKind.NOTE, Subject.QUOTATION, ())
        draft = session.make_entry(template, version.passages[:1], (version.text,))

        def keep(typed: str) -> None:
            # A name that is typed in part is no claim yet, so it is saved as a note.
            session.save_draft(draft, None, typed and f"Who said it: {typed}")

        def name(typed: str | None) -> None:
            if typed:
                self._name_speaker(version, typed)
            keep("")

        dialog = NameDialog("Who said it?", clean_line(version.text), on_draft=keep)
        self._host.open_screen(dialog, name)

    def _name_speaker(self, version: Version, name: str) -> None:
        place = _name(version.passages[0])
        who = clean_line(name, _NAME_CHARACTERS) or "not known by whom"
        self._claim(
            EntryKind.SPEAKER,
            Subject.SPEAKER,
            version.passages[:1],
            words=(version.text,),
            text=name,
            detail=version.speaker.name if version.speaker else "",
            description=f"speaker of {place}: {who}",
            message=f"Speaker of {place}: {who}. U takes it back.",
        )

    def _claim(
        self,
        kind: EntryKind,
        subject: Subject,
        passages: Sequence[Passage],
        *,
        words: Sequence[str] = (),
        text: str = "",
        detail: str = "",
        description: str,
        message: str,
    ) -> None:
        entry = Entry(
            new_entry_id(),
            kind,
            subject,
            (),
            Clean(clean_line(text, LONGEST_NAME)),
            clean_line(detail, LONGEST_NAME),
        )
        claim = self._notes.session.make_entry(entry, passages, words)
        retired = [
            placed
            for placed in self._notes.session.placed.entries
            if kind is EntryKind.SPEAKER
            and placed.entry.kind is kind
            and placed.places == claim.places
            and placed.entry.topic[1] == claim.entry.topic[1]
        ]
        self._notes.replace_entries([claim], retired, description, message)


def _name(passage: Passage) -> str:
    return f"[{article_mark(passage.article_position)}] ¶{passage.number}"
