"""Writing into a notebook in the background: failed changes are stored and tried again."""

from __future__ import annotations

import queue
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.notebook import Notebook
from reader.notebook.journals import Journal, has_journals
from reader.notebook.notebook_changes import NotebookChange
from reader.notebook.notebook_writer import NotebookWriter

LIMIT = 60.0
"""Seconds after which something is taken to hang."""


@pytest.fixture
def said() -> queue.Queue[str]:
    return queue.Queue()


@pytest.fixture
def writer(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotebookWriter]:
    monkeypatch.setattr("reader.notebook.database.WRITE_TIMEOUT_SECONDS", 0.05)
    monkeypatch.setattr("reader.notebook.notebook_writer.RETRY_SECONDS", 0.05)
    writer = NotebookWriter(notebook)
    yield writer
    writer.finish()


@contextmanager
def locked(notebook: Notebook) -> Iterator[None]:
    """Another process writes into the notebook."""
    notebook.path.parent.mkdir(exist_ok=True)
    holder = sqlite3.connect(notebook.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


def test_what_is_written_is_confirmed_once_the_notebook_has_it(
    writer: NotebookWriter, notebook: Notebook, said, make_entry
) -> None:
    entry = make_entry()
    writer.write(NotebookChange((entry,)), said.put)
    assert said.get(timeout=LIMIT) == ""
    assert notebook.read_entries() == (entry,)
    assert writer.finish() == ""
    assert not has_journals(notebook.path)


def test_what_a_locked_notebook_cannot_take_is_tried_again(
    writer: NotebookWriter, notebook: Notebook, said, make_entry
) -> None:
    first, second = make_entry("one"), make_entry("two")
    notebook.write_entries([first])
    with locked(notebook):
        writer.write(NotebookChange((second,), retired=(first.id,)), said.put)
        problem = said.get(timeout=LIMIT)
        assert "(database is locked); it is saved beside it and tried again" in problem
    assert said.get(timeout=LIMIT) == ""
    assert notebook.read_entries() == (second,)


def test_what_is_not_written_at_the_end_is_taken_in_at_the_next_start(
    writer: NotebookWriter, notebook: Notebook, said, make_entry
) -> None:
    notebook.write_entries([make_entry("one")])
    with locked(notebook):
        writer.write(NotebookChange((make_entry("two"),)), said.put)
        writer.write(NotebookChange((make_entry("three"),)), said.put)
        message = writer.finish(0.2)
        assert message.startswith("2 changes are not in the notebook (")
        assert message.endswith(".json: taken in at the next start")
    texts = [entry.text for entry in Notebook(notebook.path).read_entries()]
    assert sorted(texts) == ["one", "three", "two"]


def test_what_can_be_kept_nowhere_near_is_kept_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said, make_entry
) -> None:
    (tmp_path / "state").write_text("no folder")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    writer = NotebookWriter(Notebook(tmp_path / "state" / "notebook.sqlite3"))
    entry = make_entry()
    writer.write(NotebookChange((entry,)), said.put)
    assert f"when you quit, what you add is saved in {elsewhere}" in said.get(timeout=LIMIT)
    message = writer.finish()
    [kept] = elsewhere.iterdir()
    assert f"saved in {kept}: reader notes import takes it in" in message
    if sys.platform != "win32":
        assert kept.stat().st_mode & 0o077 == 0

    elsewhere.rename(tmp_path / "gone")
    assert entry.text in NotebookWriterThatFails(tmp_path).finish_with(NotebookChange((entry,)))


class NotebookWriterThatFails:
    """A writer that can save nothing anywhere."""

    def __init__(self, folder: Path) -> None:
        self._writer = NotebookWriter(Notebook(folder / "state" / "notebook.sqlite3"))

    def finish_with(self, change: NotebookChange) -> str:
        self._writer.write(change, lambda _: None)
        return self._writer.finish()


def test_a_disk_that_does_not_answer_makes_the_end_wait_for_a_bounded_time(
    writer: NotebookWriter, said, make_entry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers, is_asked = threading.Event(), threading.Event()

    def wait(*_: object) -> None:
        is_asked.set()
        answers.wait(LIMIT)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(Journal, "write", wait)
    monkeypatch.setattr(Notebook, "write_change", wait)
    writer.write(NotebookChange((make_entry("one"),)), said.put)
    assert is_asked.wait(LIMIT)
    message = writer.finish(0.1)
    answers.set()
    assert message.startswith("1 change is not in the notebook (it is busy)")
    [kept] = tmp_path.glob("reader-notes-*.json")
    assert '"one"' in kept.read_text("utf-8")


def test_a_fault_in_one_task_costs_none_of_the_next(
    writer: NotebookWriter, notebook: Notebook, said, make_entry
) -> None:
    writer.submit(lambda: 1 // 0)
    entry = make_entry()
    writer.write(NotebookChange((entry,)), said.put)
    assert said.get(timeout=LIMIT) == ""
    assert notebook.read_entries() == (entry,)


def test_a_draft_is_on_the_disk_at_once_where_that_is_asked_for(
    writer: NotebookWriter, notebook: Notebook, make_entry
) -> None:
    entry = make_entry("half a")
    writer.save_draft(NotebookChange((entry,)))
    writer.save_journals()
    [path] = notebook.path.parent.glob("notebook draft *.json")
    assert '"half a"' in path.read_text("utf-8")
    writer.save_draft(NotebookChange())
    assert writer.finish() == ""
    assert not path.exists()


def test_a_note_that_is_still_being_written_at_the_end_is_said(
    writer: NotebookWriter, notebook: Notebook, make_entry
) -> None:
    writer.save_draft(NotebookChange((make_entry("half a"),)))
    message = writer.finish()
    [path] = notebook.path.parent.glob("notebook draft *.json")
    assert message == f"a note was being written; it is saved in {path}: taken in at the next start"
