"""The list of all notes over all stories, and opening the place of one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.app.notes.note_controller import NoteController
from reader.app.reading.article_changes import ArticleChange
from reader.app.reading.reading_host import ReadingHost
from reader.app.screen_commands import Command, no_obstacle
from reader.app.themes.signs import Signs
from reader.app.widgets.bars import Progress
from reader.articles import Article, Clean, Place, clean_line, name_articles
from reader.errors import ReaderError
from reader.notebook.entries import Entry, KnownArticle, name_entry

if TYPE_CHECKING:
    from reader.app.notes.notebook_session import NotebookSession

_NAME_CHARACTERS = 60
_ADDRESS = re.compile("https?://", re.IGNORECASE)


class OpenedStory(NamedTuple):
    """The articles that were opened to show an entry."""

    articles: tuple[Article, ...]
    place: Place | None
    """Where the entry is; None where its words are no longer there."""
    problems: tuple[ReaderError, ...]


class NoteList:
    """Lists all notes; Enter goes to one, and opens its story first if it is not open.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        notes: removes notes.
        replace: applies a change of the articles; called with its description.
        on_problems: called with what could not be opened.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        notes: NoteController,
        replace: Callable[[ArticleChange, str], None],
        on_problems: Callable[[Sequence[ReaderError]], None],
    ) -> None:
        self._host = host
        self._state = host.state
        self._signs = signs
        self._notes = notes
        self._replace = replace
        self._on_problems = on_problems

    @property
    def _session(self) -> NotebookSession:
        return self._notes.session

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"all-notes": Command(self.open, no_obstacle)}

    def give_up(self) -> None:
        """Report that the story of a note could not be opened because of a fault."""
        self._host.show_progress(None)
        self._host.say("The articles of this note could not be opened.")

    def open(self) -> None:
        """Open the list, once the notebook is read."""
        self._session.read_all(self._open_dialog)

    def _open_dialog(
        self, entries: Sequence[Entry], known: Mapping[str, KnownArticle], problem: str
    ) -> None:
        from reader.app.dialogs.notes_dialog import NotebookContent, NotesDialog

        if problem or not entries:
            self._host.say(problem or "The notebook is empty: e writes a note.")
            if not entries:
                return

        def go_to_chosen(entry: Entry | None) -> None:
            if entry is not None:
                self._go_to(entry, known)

        lost = frozenset(entry.id for entry in self._session.lost)
        content = NotebookContent(tuple(reversed(entries)), known, lost)
        self._host.open_screen(NotesDialog(content, self._signs, self._notes.remove), go_to_chosen)

    def _go_to(self, entry: Entry, known: Mapping[str, KnownArticle]) -> None:
        """Go to an entry, in the articles that are open if they have it."""
        for placed in self._session.placed.entries:
            place = next(filter(None, placed.places), None)
            if placed.entry.id == entry.id and place is not None:
                self._show_at(place)
                return
        if self._session.has_articles(entry, known):
            words = clean_line(entry.anchors[0].words, _NAME_CHARACTERS)
            self._host.say(f"The open article does not have the paragraph any more: “{words}”")
        else:
            self._open_story(entry, known)

    def _show_at(self, place: Place) -> None:
        self._host.return_to_texts()
        self._state.go_to(place)
        self._host.refresh_view()
        self._host.say("Backspace leads back to where you were.")

    def _open_story(self, entry: Entry, known: Mapping[str, KnownArticle]) -> None:
        sources = find_sources(entry, known)
        addresses = [source for source in sources if "://" in source]
        if not sources:
            self._host.say("It is not known where the articles of this note were opened from.")
        elif addresses:
            self._ask_to_fetch(entry, known, sources, addresses)
        else:
            self._open_sources(entry, known, sources)

    def _ask_to_fetch(
        self,
        entry: Entry,
        known: Mapping[str, KnownArticle],
        sources: Sequence[Clean],
        addresses: Sequence[Clean],
    ) -> None:
        """Ask before addresses are fetched: they may come from the notes of somebody else."""
        from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog

        files = [source for source in sources if source not in addresses]
        choices = [Choice(f"Fetch {_count(len(addresses), 'address')}", "\n".join(addresses))]
        if files:
            choices.append(Choice(f"Open only {_count(len(files), 'file')}", "\n".join(files)))

        def open_chosen(index: int | None) -> None:
            if index is not None:
                self._open_sources(entry, known, files if index else sources)

        self._host.open_screen(ChoiceDialog("The articles of this note", choices), open_chosen)

    def _open_sources(
        self, entry: Entry, known: Mapping[str, KnownArticle], sources: Sequence[Clean]
    ) -> None:
        def open_again(is_cancelled: Callable[[], bool]) -> OpenedStory:
            return open_story(entry, known, sources, self._session, is_cancelled)

        self._host.return_to_texts()
        self._host.show_progress(Progress("opening the articles of the note"))
        self._host.start_work("open note", open_again, self._show_story)

    def _show_story(self, story: OpenedStory) -> None:
        self._host.show_progress(None)
        if not story.articles:
            self._on_problems(story.problems)
            return
        count = len(story.articles)
        articles = name_articles(story.articles)
        change = ArticleChange(articles, (None,) * count, (None,) * count)
        self._replace(change, "opening of other articles")
        if story.place is not None:
            self._state.go_to(story.place)
            self._host.refresh_view()
            self._host.say("The story of the note. U brings the other articles back.")
        else:
            self._host.say("The words of the note are not in these articles any more.")
        if story.problems:
            self._on_problems(story.problems)


def find_sources(entry: Entry, known: Mapping[str, KnownArticle]) -> tuple[Clean, ...]:
    """Return the files and addresses of the articles that were open when an entry was written.

    A name that is neither an address nor the whole path of a file is left out.

    Those that the entry itself is about come first where it does not say what else was open.
    """
    own = tuple(anchor.text_key for anchor in entry.anchors)
    keys = dict.fromkeys(entry.story if set(own) <= set(entry.story) else (*own, *entry.story))
    sources = dict.fromkeys(known[key].source for key in keys if key in known)
    return tuple(source for source in sources if _ADDRESS.match(source) or os.path.isabs(source))


def _count(number: int, thing: str) -> str:
    if number == 1:
        return f"1 {thing}"
    return f"{number} {thing}{'es' if thing.endswith('s') else 's'}"


def open_story(
    entry: Entry,
    known: Mapping[str, KnownArticle],
    sources: Sequence[str],
    session: NotebookSession,
    is_cancelled: Callable[[], bool],
) -> OpenedStory:
    """Open the articles of an entry, and find its place among them."""
    from reader.notebook import apply_corrections
    from reader.notebook.held_notes import holding_notes
    from reader.notebook.text_index import TextIndex
    from reader.sources import open_articles

    problems: list[ReaderError] = []
    try:
        articles = open_articles(
            list(sources),
            on_problem=problems.append,
            is_cancelled=is_cancelled,
            on_dossier=holding_notes(problems.append),
        )
    except ReaderError as error:
        name = clean_line(name_entry(entry), _NAME_CHARACTERS)
        problems.append(ReaderError(f"{error.message} (opened for the {name})"))
        return OpenedStory((), None, tuple(problems))
    articles = apply_corrections(articles, session.notebook, problems.append)
    placed = TextIndex(articles).place_entries([entry], known).entries
    place = next(filter(None, placed[0].places), None) if placed else None
    return OpenedStory(articles, place, tuple(problems))
