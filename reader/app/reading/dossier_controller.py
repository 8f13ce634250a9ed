"""Saving a dossier while reading: one file with articles, notes, corrections and places."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.report_saving import WHOLE, FileExistsAlreadyError, SaveRequest
from reader.app.screen_commands import Command
from reader.articles import Article
from reader.errors import ReaderError
from reader.notebook import Notebook
from reader.notebook.held_notes import held_dossiers

if TYPE_CHECKING:
    from reader.app.notes.notebook_session import NotebookSession
    from reader.notebook.entries import Entry, KnownArticle

_SCOPE = WHOLE._replace(name="the articles, with notes, corrections and where you read")
_HINT = "a file that ends in .dossier; reader opens it anywhere"


class DossierController:
    """Opens the dialog that saves a dossier.

    Args:
        host: the screen.
        session: the notebook.
    """

    def __init__(self, host: ReadingHost, session: NotebookSession) -> None:
        self._host = host
        self._state = host.state
        self._session = session

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"save": Command(self.ask, self._find_obstacle)}

    def ask(self, name: str = "") -> None:
        """Ask where to save a dossier, and save it.

        Args:
            name: the name to begin with; one is suggested if it is empty.
        """
        if obstacle := self._find_obstacle():
            self._host.say(obstacle)
            return

        def open_dialog(
            entries: Sequence[Entry], known: Mapping[str, KnownArticle], problem: str
        ) -> None:
            if problem:
                self._host.say(problem)
            else:
                self._open_dialog(name, entries, known)
            self._host.release_keys()

        self._host.hold_keys()
        self._session.read_all(open_dialog)

    def _find_obstacle(self) -> str:
        return needs_article(self._host)()

    def _open_dialog(
        self, name: str, entries: Sequence[Entry], known: Mapping[str, KnownArticle]
    ) -> None:
        from reader.app.dialogs.save_report import SaveReportDialog

        articles, places = self._state.articles, dict(self._state.list_places())
        notebook = self._session.notebook

        def save(request: SaveRequest) -> str:
            return save_dossier(
                request.name, articles, entries, known, notebook, places, replace=request.replaces
            )

        def show_result(said: str | None) -> None:
            if said is not None:
                self._host.say(said)

        dialog = SaveReportDialog(
            name or suggest_name(articles), [_SCOPE], save, None, title="Save a dossier", hint=_HINT
        )
        self._host.open_screen(dialog, show_result)


def suggest_name(articles: Sequence[Article]) -> str:
    """Return the name of the dossier that was opened last, or one made of the title."""
    from reader.reports.report_names import suggest_file_name
    from reader.sources.special_names import DOSSIER_SUFFIX

    for held in reversed(held_dossiers()):
        if os.path.isfile(held.source):
            return held.source
    return suggest_file_name(articles, DOSSIER_SUFFIX)


def save_dossier(
    name: str,
    articles: Sequence[Article],
    entries: Sequence[Entry],
    known: Mapping[str, KnownArticle],
    notebook: Notebook,
    places: Mapping[str, int],
    *,
    replace: bool,
) -> str:
    """Write a dossier and return a message with its path and with what is not in it.

    Args:
        name: the file; the suffix of dossiers is added where it has none.
        articles: the articles.
        entries: the user's notes and claims, about these and other articles.
        known: the articles that the entries are about, by the key of their text.
        notebook: has the corrected kinds of paragraphs.
        places: where articles were read last, as `Remembered` has it.
        replace: whether a file that exists is replaced.

    Raises:
        FileExistsAlreadyError: a file exists and is not to be replaced.
        ReaderError: it cannot be written.
    """
    from reader.reports.documents.report_files import find_article
    from reader.reports.dossier_writing import (
        add_suffix,
        build_dossier,
        find_loss,
        find_name_fault,
        write_dossier,
    )
    from reader.sources.special_names import DOSSIER_SUFFIX

    if fault := find_name_fault(name):
        raise ReaderError(fault)
    name = add_suffix(name)
    if not name.lower().endswith(DOSSIER_SUFFIX):
        raise ReaderError(f"{name}: a dossier ends in {DOSSIER_SUFFIX}")
    if find_article(name, articles):
        raise ReaderError(f"{name} is one of the articles; choose another name")
    built = build_dossier(articles, entries, known, notebook, places)
    if not replace and os.path.lexists(name):
        loss = find_loss(name, built.dossier) or f"{name} exists"
        raise FileExistsAlreadyError(f"{loss}: Enter again replaces it")
    write_dossier(name, built.dossier, replace=replace)
    return built.describe(os.path.abspath(name))
