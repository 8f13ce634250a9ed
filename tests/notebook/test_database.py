"""The file of the notebook: durable, migrated, shared by several readers, protected."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles import Article, ParagraphKind
from reader.notebook import Notebook, NotebookError, hash_text
from reader.notebook.database import SCHEMA_VERSION, Database
from reader.notebook.entries import Entry

MakeEntry = Callable[..., Entry]

WRITER = Path(__file__).parent / "killed_writer.py"


def test_what_is_written_is_logged_ahead_and_written_through(tmp_path: Path) -> None:
    database = Database(tmp_path / "notebook.sqlite3")

    def read_modes(connection: sqlite3.Connection) -> tuple[str, int]:
        (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = connection.execute("PRAGMA synchronous").fetchone()
        return journal, synchronous

    full = 2
    assert database.write(read_modes) == ("wal", full)
    assert database.write(read_modes) == ("wal", full), "once it is there, too"


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_the_notebook_is_for_its_owner_alone(tmp_path: Path, make_entry: MakeEntry) -> None:
    path = tmp_path / "state" / "notebook.sqlite3"
    mask = os.umask(0o022)
    try:
        Notebook(path).write_entries([make_entry()])
        # An open connection keeps the log and the shared memory.
        with sqlite3.connect(path) as rows:
            rows.execute("SELECT count(*) FROM entries").fetchall()
            modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    finally:
        os.umask(mask)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}
    assert len(modes) > 1


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_a_notebook_that_others_can_read_is_made_private_at_the_next_use(
    tmp_path: Path, make_entry: MakeEntry
) -> None:
    path = tmp_path / "notebook.sqlite3"
    Notebook(path).write_entries([entry := make_entry()])
    path.chmod(0o664)
    assert Notebook(path).read_entries() == (entry,)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_notebook_without_tables_is_damaged_whoever_asks(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite3"

    def half_make() -> Notebook:
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as rows:
            rows.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        rows.close()
        return Notebook(path)

    for read in (
        lambda notebook: notebook.read_entries(),
        lambda notebook: notebook.read_document(),
        lambda notebook: notebook.read_corrections("key"),
    ):
        with pytest.raises(NotebookError, match="was damaged; it was moved to"):
            read(half_make())


def test_a_state_folder_that_is_a_file_does_not_pass_for_an_empty_notebook(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    notebook = Notebook(tmp_path / "state" / "notebook.sqlite3")
    with pytest.raises(NotebookError, match="its folder is not a folder"):
        notebook.read_entries()


def make_version_1(path: Path, key: str) -> None:
    with sqlite3.connect(path) as rows:
        rows.execute(
            "CREATE TABLE corrections (text_key TEXT NOT NULL, paragraph INTEGER NOT NULL, "
            "kind TEXT NOT NULL, PRIMARY KEY (text_key, paragraph)) WITHOUT ROWID"
        )
        rows.execute("INSERT INTO corrections VALUES (?, 2, 'heading')", (key,))
        rows.execute("PRAGMA user_version = 1")
    rows.close()


def test_a_notebook_of_version_1_keeps_its_corrections(
    article: Article, make_entry: MakeEntry, tmp_path: Path
) -> None:
    path = tmp_path / "notebook.sqlite3"
    make_version_1(path, hash_text(article))
    notebook, entry = Notebook(path), make_entry()
    notebook.write_entries([entry])
    assert notebook.read_corrections(hash_text(article)) == {2: ParagraphKind.HEADING}
    assert notebook.read_entries() == (entry,)
    with sqlite3.connect(path) as rows:
        assert rows.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    rows.close()


def test_a_notebook_in_a_folder_that_cannot_be_written_is_read(
    article: Article, make_entry: MakeEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.sqlite3", tmp_path / "new.sqlite3"
    make_version_1(old, hash_text(article))
    entry = make_entry()
    Notebook(new).write_entries([entry])
    before = sorted(os.listdir(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert Notebook(old).read_corrections(hash_text(article)) == {2: ParagraphKind.HEADING}
    assert Notebook(old).read_entries() == ()
    assert Notebook(new).read_entries() == (entry,)
    assert sorted(os.listdir(tmp_path)) == before, "nothing was made beside them"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_a_full_disk_is_said_and_what_was_written_stays(
    make_entry: MakeEntry, tmp_path: Path
) -> None:
    notebook, entry = Notebook(tmp_path / "notebook.sqlite3"), make_entry()
    notebook.write_entries([entry])
    code = (
        "import resource, sys\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from reader.notebook import Notebook, NotebookError\n"
        "notebook = Notebook(Path(sys.argv[1]))\n"
        "entry = replace(notebook.read_entries()[0], id='f' * 32, text='x' * 20_000)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096))\n"
        "try: notebook.write_entries([entry])\n"
        "except NotebookError as error: print(error.message)\n"
        "print(len(notebook.read_entries()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(notebook.path)],
        capture_output=True,
        text=True,
        check=True,
    )
    message, count = done.stdout.splitlines()
    assert "the notebook cannot be written" in message
    assert count == "1"
    assert notebook.read_entries() == (entry,)


def test_damage_inside_the_file_is_moved_aside_with_its_log(
    make_entry: MakeEntry, tmp_path: Path
) -> None:
    path = tmp_path / "notebook.sqlite3"
    notebook = Notebook(path)
    notebook.write_entries([make_entry("x" * 9_000) for _ in range(20)])
    data = bytearray(path.read_bytes())
    data[100:8_192] = b"\xff" * (8_192 - 100)
    path.write_bytes(data)
    with pytest.raises(NotebookError, match="damaged") as caught:
        notebook.read_entries()
    assert notebook.moved_to is not None
    assert str(notebook.moved_to) in caught.value.message
    assert notebook.read_entries() == ()
    assert notebook.moved_to.read_bytes() == bytes(data)
    assert "damaged" in notebook.describe_move()
    entry = make_entry()
    notebook.write_entries([entry])
    assert Notebook(path).read_entries() == (entry,)


def test_readers_that_write_at_once_lose_nothing(make_entry: MakeEntry, tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite3"
    entries = [[make_entry(f"{reader} {number}") for number in range(8)] for reader in range(4)]
    threads = [
        threading.Thread(target=lambda mine=mine: [Notebook(path).write_entries([e]) for e in mine])
        for mine in entries
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(Notebook(path).read_entries()) == {entry for mine in entries for entry in mine}


def test_a_locked_notebook_is_waited_for_and_then_said(
    make_entry: MakeEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite3")
    notebook.write_entries([make_entry()])
    monkeypatch.setattr("reader.notebook.database.WRITE_TIMEOUT_SECONDS", 0.05)
    holder = sqlite3.connect(notebook.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert len(notebook.read_entries()) == 1, "what is there can be read meanwhile"
    with pytest.raises(NotebookError, match="locked"):
        notebook.write_entries([make_entry()])
    holder.execute("ROLLBACK")
    holder.close()
    notebook.write_entries([make_entry()])
    assert len(notebook.read_entries()) == 2


def kill_writers(path: Path, kills: int) -> int:
    """Kill one of two processes that write, again and again; return what was confirmed.

    Fails where an entry that a process had confirmed is not there.
    """
    confirmed: set[str] = set()
    writers: list[subprocess.Popen[str]] = []
    try:
        for kill in range(kills):
            while len(writers) < 2:
                writers.append(
                    subprocess.Popen(
                        [sys.executable, str(WRITER), str(path)], stdout=subprocess.PIPE, text=True
                    )
                )
            victim = writers.pop(0)
            assert victim.stdout is not None
            # At another moment of its work each time: after one to three confirmed entries.
            lines = [victim.stdout.readline() for _ in range(1 + kill % 3)]
            victim.kill()
            lines += victim.stdout.readlines()
            victim.wait()
            victim.stdout.close()
            confirmed.update(line.strip() for line in lines if line.endswith("\n"))
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    saved = {entry.id for entry in Notebook(path).read_entries()}
    assert confirmed <= saved
    with sqlite3.connect(path) as rows:
        assert rows.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows.close()
    return len(confirmed)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="has no SIGKILL")
def test_nothing_confirmed_is_lost_where_writers_are_killed(tmp_path: Path) -> None:
    assert kill_writers(tmp_path / "notebook.sqlite3", 6) >= 6


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="has no SIGKILL")
def test_nothing_confirmed_is_lost_where_writers_are_killed_200_times(tmp_path: Path) -> None:
    assert kill_writers(tmp_path / "notebook.sqlite3", 200) >= 200
