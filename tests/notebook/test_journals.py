"""Journals: changes that a notebook does not have yet, taken in after their process ended."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, ParagraphKind
from reader.files.file_locks import try_lock
from reader.files.whole_files import replace_locked_file
from reader.notebook import Notebook, NotebookError, hash_text
from reader.notebook.exchange import format_change, parse_change
from reader.notebook.journals import (
    Journal,
    JournalKind,
    encode_change,
    has_journals,
    take_in_journals,
)
from reader.notebook.notebook_changes import KindChange, NotebookChange


@pytest.fixture
def journal(notebook: Notebook) -> Journal:
    return Journal(notebook.path, JournalKind.UNSAVED)


def test_what_a_process_left_is_in_the_notebook_at_the_next_reading(
    notebook: Notebook, journal: Journal, make_entry
) -> None:
    entry = make_entry()
    journal.write(NotebookChange((entry,)))
    journal.leave()
    assert notebook.exists
    assert notebook.read_entries() == (entry,)
    assert not journal.path.exists()
    assert not has_journals(notebook.path)


def test_a_process_that_lives_keeps_its_journal(
    notebook: Notebook, journal: Journal, make_entry
) -> None:
    journal.write(NotebookChange((make_entry(),)))
    assert notebook.read_entries() == ()
    journal.write(NotebookChange((make_entry(), make_entry())))
    assert Notebook(notebook.path).read_entries() == ()
    assert journal.path.exists()
    journal.write(NotebookChange())
    assert not journal.path.exists()


def test_what_cannot_be_taken_in_stays(notebook: Notebook, journal: Journal, make_entry) -> None:
    entry = make_entry()
    journal.write(NotebookChange((entry,)))
    journal.leave()

    def fail(_change: NotebookChange) -> None:
        raise NotebookError("locked")

    with pytest.raises(NotebookError):
        take_in_journals(notebook.path, JournalKind.UNSAVED, fail)
    assert journal.path.exists()
    assert notebook.read_entries() == (entry,)


def test_a_note_being_typed_is_taken_in_where_that_is_asked_for(
    notebook: Notebook, make_entry
) -> None:
    old, typed = make_entry("old"), make_entry("old and more")
    notebook.write_entries([old])
    drafts = Journal(notebook.path, JournalKind.DRAFT)
    drafts.write(NotebookChange((typed,), retired=(old.id,)))
    drafts.leave()
    assert notebook.read_entries() == (old,)
    assert notebook.take_in_drafts().changes == (NotebookChange((typed,), retired=(old.id,)),)
    assert notebook.read_entries() == (typed,)
    assert notebook.take_in_drafts().changes == ()


def test_a_damaged_journal_is_put_aside_and_nothing_of_it_is_deleted(
    notebook: Notebook, journal: Journal, make_entry
) -> None:
    journal.write(NotebookChange((make_entry(),)))
    journal.leave()
    cut = journal.path.read_bytes()[:-20]
    journal.path.write_bytes(cut)
    taken = take_in_journals(notebook.path, JournalKind.UNSAVED, notebook.write_change)
    assert taken.changes == ()
    assert [path.read_bytes() for path in taken.damaged] == [cut]
    assert not has_journals(notebook.path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with a name")
def test_what_is_no_file_is_left_alone(notebook: Notebook) -> None:
    notebook.path.parent.mkdir()
    os.mkfifo(notebook.path.with_name("notebook unsaved 1.json"))
    (notebook.path.with_name("notebook unsaved 2.json")).mkdir()
    os.symlink(__file__, notebook.path.with_name("notebook unsaved 3.json"))
    assert notebook.read_entries() == ()
    assert len(list(notebook.path.parent.glob("notebook unsaved *"))) == 3
    assert Path(__file__).exists()


def test_a_correction_that_was_taken_back_is_taken_back(
    notebook: Notebook, journal: Journal, article: Article
) -> None:
    key = hash_text(article)
    notebook.save_correction(key, 1, ParagraphKind.HEADING)
    notebook.save_correction(key, 2, ParagraphKind.BODY)
    kinds = (KindChange(key, 1, None), KindChange(key, 2, ParagraphKind.FURNITURE))
    journal.write(NotebookChange(kinds=kinds))
    journal.leave()
    assert Notebook(notebook.path).read_corrections(key) == {2: ParagraphKind.FURNITURE}


_KIND_CHANGES = st.builds(
    KindChange,
    st.text("0123456789abcdef", min_size=1, max_size=64),
    st.integers(1, 10**9 - 1),
    st.sampled_from([*ParagraphKind, None]),
)
_IDS = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(st.lists(_KIND_CHANGES), st.lists(_IDS))
def test_a_change_is_read_as_it_was_written(kinds: list[KindChange], retired: list[str]) -> None:
    change = NotebookChange(retired=tuple(retired), kinds=tuple(kinds))
    read = parse_change("\n".join(format_change(change)).encode())
    assert sorted(read.retired) == sorted(retired)
    assert sorted(read.kinds, key=repr) == sorted(kinds, key=repr)


def test_a_damaged_journal_is_said_once(notebook: Notebook, journal: Journal, make_entry) -> None:
    journal.write(NotebookChange((make_entry(),)))
    journal.leave()
    journal.path.write_bytes(b"{")
    assert notebook.read_entries() == ()
    notice = notebook.take_notice()
    assert notice.endswith(f"it was moved to {journal.path}.damaged")
    assert notebook.take_notice() == ""


def test_files_that_were_being_written_long_ago_are_removed(
    notebook: Notebook, journal: Journal, make_entry
) -> None:
    journal.write(NotebookChange((make_entry(),)))
    journal.leave()
    old, new = (notebook.path.with_name(f".reader-{name}.tmp") for name in ("old", "new"))
    old.write_bytes(b"")
    new.write_bytes(b"")
    os.utime(old, (0, 0))
    notebook.read_entries()
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize("kind", JournalKind)
def test_what_a_killed_process_was_writing_is_taken_in_at_the_next_start(
    notebook: Notebook, make_entry, kind: JournalKind
) -> None:
    entry = make_entry()
    _leave_unfinished(notebook, kind, encode_change(NotebookChange((entry,))))
    assert notebook.exists
    taken = take_in_journals(notebook.path, kind, lambda _change: None)
    assert taken.changes == (NotebookChange((entry,)),)
    assert not list(notebook.path.parent.iterdir())


def test_half_of_what_a_killed_process_was_writing_is_removed(
    notebook: Notebook, make_entry
) -> None:
    half = encode_change(NotebookChange((make_entry(),)))[:40]
    _leave_unfinished(notebook, JournalKind.DRAFT, half)
    assert take_in_journals(notebook.path, JournalKind.DRAFT, lambda _: None).changes == ()
    assert not list(notebook.path.parent.iterdir())


def test_what_a_process_that_lives_is_writing_is_left_alone(notebook: Notebook, make_entry) -> None:
    content = encode_change(NotebookChange((make_entry(),)))
    path = _leave_unfinished(notebook, JournalKind.DRAFT, content)
    with path.open("rb") as file:
        assert try_lock(file.fileno())
        assert take_in_journals(notebook.path, JournalKind.DRAFT, lambda _: None).changes == ()
        assert path.exists()


def _leave_unfinished(notebook: Notebook, kind: JournalKind, content: bytes) -> Path:
    """Leave the file that a process writes before it replaces its journal."""
    journal = Journal(notebook.path, kind)
    journal.path.parent.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.files.whole_files.os.replace", _fail)
        patch.setattr("reader.files.whole_files.os.unlink", lambda _path: None)
        with pytest.raises(OSError, match="killed"):
            replace_locked_file(journal.path, content)
    (left,) = journal.path.parent.iterdir()
    return left


def _fail(*_paths: object) -> None:
    raise OSError("killed")
