"""Links that the user rejects or adds on the reading screen."""

from __future__ import annotations

from collections.abc import Sequence

from reader.app.notes.note_controller import NoteController
from reader.app.reading.reading_host import ReadingHost, needs_links
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs, article_mark, printed_score
from reader.articles import Article, Passage, Place, clean_line
from reader.linking import Link
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntry

_TEXT_CHARACTERS = 120


class ClaimController:
    """Rejects links and adds links.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        notes: changes the notebook.
    """

    def __init__(self, host: ReadingHost, signs: Signs, notes: NoteController) -> None:
        self._host = host
        self._state = host.state
        self._signs = signs
        self._notes = notes
        self._marked: tuple[Article, int] | None = None
        """The article and the position of the paragraph that was marked to be linked."""

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {
            "reject": Command(self._reject, self._find_reject_obstacle),
            "add-link": Command(self._mark, self._find_link_obstacle),
        }

    def forget_mark(self) -> bool:
        """Forget the paragraph that was marked; return False if none was."""
        if self._marked is None:
            return False
        self._marked = None
        self._host.say("The mark is gone.")
        return True

    def reject_link(self, link: Link) -> None:
        """Reject a link; a link that the user added is removed."""
        names = f"{self._name(link.here.place)} and {self._name(link.there.place)}"
        places = {link.here.place, link.there.place}
        added = self._find_claims(EntryKind.ADDED, places)
        if added:
            self._notes.replace_entries(
                [],
                added,
                f"removing of the link of {names}",
                f"The link of {names} is gone. U brings it back.",
            )
            return
        rejected = self._make(EntryKind.REJECTED, [link.here, link.there])
        self._notes.replace_entries(
            [rejected],
            [],
            f"rejecting of the link of {names}",
            f"Rejected: {names} are not the same. U takes it back.",
        )

    def _find_link_obstacle(self) -> str:
        return needs_links(self._host)()

    def _find_reject_obstacle(self) -> str:
        obstacle = self._find_link_obstacle()
        return obstacle or ("" if self._state.links else "This paragraph has no link to reject.")

    def _reject(self) -> None:
        """Reject the link of the paragraph; where it has several, ask which."""
        links = sorted(self._state.links, key=lambda link: -link.score)
        if len(links) == 1:
            self.reject_link(links[0])
            return
        from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog

        choices = [Choice(self._describe(link), _beginning(link)) for link in links]

        def reject_chosen(index: int | None) -> None:
            if index is not None:
                self.reject_link(links[index])

        number = links[0].here.number
        self._host.open_screen(
            ChoiceDialog(f"Reject which link of ¶{number}?", choices), reject_chosen
        )

    def _mark(self) -> None:
        """Mark the paragraph being read, or link it with the one that was marked."""
        here = self._state.place
        marked = self._find_marked()
        if marked == here:
            self.forget_mark()
            return
        if marked is None or marked.article == here.article:
            self._marked = self._state.articles[here.article], here.paragraph
            self._host.say(
                f"Marked {self._name(here)}: press a on a paragraph of another article, or Esc."
            )
            return
        self._marked = None
        self._add(marked, here)

    def _find_marked(self) -> Place | None:
        """Return the place of the marked paragraph; None where its article is gone."""
        if self._marked is None:
            return None
        article, paragraph = self._marked
        for position, other in enumerate(self._state.articles):
            if other.paragraphs == article.paragraphs and other.source == article.source:
                return Place(position, paragraph)
        return None

    def _add(self, one: Place, other: Place) -> None:
        names = f"{self._name(one)} and {self._name(other)}"
        if self._find_claims(EntryKind.ADDED, {one, other}):
            self._host.say(f"You have linked {names} already.")
            return
        ends = [Passage.of_paragraph(self._state.articles, place) for place in (one, other)]
        self._notes.replace_entries(
            [self._make(EntryKind.ADDED, ends)],
            self._find_claims(EntryKind.REJECTED, {one, other}),
            f"linking of {names}",
            f"Linked {names}. U takes it back.",
        )

    def _make(self, kind: EntryKind, ends: Sequence[Passage]) -> PlacedEntry:
        entry = Entry(new_entry_id(), kind, Subject.LINK, ())
        return self._notes.session.make_entry(entry, ends)

    def _find_claims(self, kind: EntryKind, places: set[Place]) -> list[PlacedEntry]:
        claims = self._notes.session.placed.claims(kind, Subject.LINK)
        return [claim for claim in claims if set(claim.places) == places]

    def _name(self, place: Place) -> str:
        number = self._state.articles[place.article].paragraphs[place.paragraph].number
        return f"[{article_mark(place.article)}] ¶{number}"

    def _describe(self, link: Link) -> str:
        sign, there = self._signs.level(link.level), link.there
        label = clean_line(there.article.label, _TEXT_CHARACTERS)
        return f"{sign} {self._name(there.place)} {label}  {printed_score(link.score)}"


def _beginning(link: Link) -> str:
    return clean_line(link.there.text[: 2 * _TEXT_CHARACTERS], _TEXT_CHARACTERS)
