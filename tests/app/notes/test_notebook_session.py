"""The notebook while articles are open, without a screen: calls come back in order."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.app.notes.notebook_session import NotebookSession
from reader.articles import Article, Clean, Passage, Place
from reader.notebook import Notebook
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry


class Screen:
    """A screen that queues calls and runs them one by one with `run_next`."""

    def __init__(self) -> None:
        self.calls: queue.Queue[Callable[[], None]] = queue.Queue()

    def run_next(self) -> None:
        self.calls.get(timeout=30)()


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def articles(make_long_article) -> tuple[Article, ...]:
    return make_long_article(4, name="a"), make_long_article(5, name="b")


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "notebook.sqlite3")


def open_session(screen: Screen, notebook: Notebook, articles) -> NotebookSession:  # type: ignore[no-untyped-def]
    session = NotebookSession(screen.calls.put, notebook)
    session.open(articles, PlacedEntries(), lambda _: None)
    return session


def make_note(session: NotebookSession, articles, text: str) -> PlacedEntry:  # type: ignore[no-untyped-def]
    entry = Entry(new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean(text))
    return session.make_entry(entry, [Passage.of_paragraph(articles, Place(0, 1))])


def test_what_is_added_holds_at_once_and_is_confirmed_when_it_is_saved(
    screen, notebook, articles
) -> None:
    session, confirmed = open_session(screen, notebook, articles), []
    note = make_note(session, articles, "one")
    session.change([note], on_written=confirmed.append)
    assert session.placed.entries == (note,)
    screen.run_next()
    assert confirmed == [""]
    assert notebook.read_entries() == (note.entry,)


def test_a_locked_file_makes_nothing_wait_but_the_confirmation(
    screen, notebook, articles, monkeypatch
) -> None:
    session = open_session(screen, notebook, articles)
    is_free = threading.Event()
    write = Notebook.write_change
    monkeypatch.setattr(Notebook, "write_change", lambda *a: (is_free.wait(30), write(*a))[1])
    first, second = (make_note(session, articles, text) for text in ("one", "two"))
    session.change([first], on_written=lambda _: None)
    session.change([second], [first.entry.id], on_written=lambda _: None)
    assert session.placed.entries == (second,)
    assert notebook.read_entries() == ()
    is_free.set()
    assert session.finish() == ""
    assert notebook.read_entries() == (second.entry,)


def test_what_cannot_be_saved_lasts_as_long_as_the_session(screen, tmp_path, articles) -> None:
    (tmp_path / "folder").mkdir()
    session = open_session(screen, Notebook(tmp_path / "folder"), articles)
    screen.run_next()
    problems: list[str] = []
    note = make_note(session, articles, "one")
    session.change([note], on_written=problems.append)
    screen.run_next()
    assert "saved beside it and tried again" in problems[0]
    session.open(articles[::-1], PlacedEntries(), problems.append)
    screen.run_next()
    assert [each.places for each in session.placed.entries] == [(Place(1, 1),)]


def test_a_change_while_the_file_is_read_is_not_lost(screen, notebook, articles) -> None:
    before = open_session(screen, notebook, articles)
    old, gone = make_note(before, articles, "old"), make_note(before, articles, "gone")
    before.change([old, gone], on_written=lambda _: None)
    before.finish()
    session = open_session(screen, notebook, articles)
    new = make_note(session, articles, "new")
    session.change([new], [gone.entry.id], on_written=lambda _: None)
    session.finish()
    while not screen.calls.empty():
        screen.run_next()
    assert {each.entry.text for each in session.placed.entries} == {"old", "new"}


def test_a_copy_of_a_retired_entry_is_what_its_id_names_from_then_on(
    screen, notebook, articles
) -> None:
    session = open_session(screen, notebook, articles)
    note = make_note(session, articles, "one")
    session.change([note], on_written=lambda _: None)
    session.change([], [note.entry.id], on_written=lambda _: None)
    copy = session.copy_entry(note.entry)
    session.change([copy], on_written=lambda _: None)
    assert copy.entry == replace(note.entry, id=copy.entry.id)
    assert copy.places == note.places
    session.change([], [note.entry.id], on_written=lambda _: None)
    session.finish()
    assert session.placed.entries == ()
    assert notebook.read_entries() == ()


def run_all(screen: Screen, *sessions: NotebookSession) -> None:
    """Run what both screens were asked to, until nothing is left to write."""
    for session in sessions:
        session.finish()
    while not screen.calls.empty():
        screen.run_next()


def test_two_readers_that_bring_one_note_back_have_it_once(screen, notebook, articles) -> None:
    first, second = (open_session(screen, notebook, articles) for _ in range(2))
    note = make_note(first, articles, "one")
    first.change([note], on_written=lambda _: None)
    run_all(screen, first)
    for session in (first, second):
        session.change([], [note.entry.id], on_written=lambda _: None)
    for session in (first, second):
        session.take_back([session.copy_entry(note.entry)], [], on_written=lambda _: None)
    run_all(screen, first, second)
    assert [entry.text for entry in notebook.read_entries()] == ["one"]


def test_what_another_reader_edited_since_is_not_taken_back(screen, notebook, articles) -> None:
    first, second = (open_session(screen, notebook, articles) for _ in range(2))
    before, after, later = (make_note(first, articles, text) for text in ("one", "two", "three"))
    first.change([before], on_written=lambda _: None)
    first.change([after], [before.entry.id], on_written=lambda _: None)
    run_all(screen, first)
    second.change([later], [after.entry.id], on_written=lambda _: None)
    run_all(screen, second)
    said: list[str] = []
    again = first.copy_entry(before.entry)
    first.take_back([again], [after.entry.id], on_written=said.append)
    run_all(screen, first)
    assert [entry.text for entry in notebook.read_entries()] == ["three"]
    assert "another window" in said[0]
    assert again.entry.id not in {each.entry.id for each in first.placed.entries}


def test_what_nobody_else_changed_is_taken_back(screen, notebook, articles) -> None:
    session, said = open_session(screen, notebook, articles), []
    before, after = (make_note(session, articles, text) for text in ("one", "two"))
    session.change([before], on_written=lambda _: None)
    session.change([after], [before.entry.id], on_written=lambda _: None)
    again = session.copy_entry(before.entry)
    session.take_back([again], [after.entry.id], on_written=said.append)
    run_all(screen, session)
    assert ([entry.text for entry in notebook.read_entries()], said) == (["one"], [""])


@pytest.mark.parametrize("way", ["added", "opened again"])
def test_what_is_held_is_written_anew_where_the_notebook_was_damaged(
    screen, notebook, articles, way
) -> None:
    session = open_session(screen, notebook, articles)
    session.change([make_note(session, articles, "before")], on_written=lambda _: None)
    screen.run_next()
    again = open_session(screen, notebook, articles)
    screen.run_next()
    for path in notebook.path.parent.glob("notebook.sqlite3*"):
        path.write_bytes(b"garbage" * 1000)
    said: list[str] = []
    if way == "added":
        again.change([make_note(again, articles, "after")], on_written=said.append)
    else:
        again.open(articles, again.placed, said.append)
    screen.run_next()
    assert said[0].startswith("1 entry about the open articles written anew, as the notebook was")
    texts = {entry.text for entry in Notebook(notebook.path).read_entries()}
    assert texts == ({"before", "after"} if way == "added" else {"before"})
    assert {each.entry.text for each in again.placed.entries} == texts
    assert Notebook(notebook.path).read_articles()
