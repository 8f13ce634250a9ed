"""`reader notes`: list, export, import, where."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import Clean, Passage, Place, parse_article
from reader.notebook import Notebook
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.journals import Journal, JournalKind
from reader.notebook.notebook_changes import NotebookChange
from reader.notebook.text_index import TextIndex

Run = Callable[..., object]
FERRY = "The ferry to Ainaži stopped on Tuesday.\n\nIt will sail again in May."


@pytest.fixture
def notebook(run, tmp_path: Path) -> Notebook:
    """The notebook of the program that `run` starts, with one note."""
    path = Path(run("notes", "where").stdout.strip())
    assert tmp_path in path.parents
    article = parse_article(FERRY, source=Clean("a.txt"), name=Clean("ferry"))
    index = TextIndex([article])
    entry = Entry(
        new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean("two\nlines"), created=10**12
    )
    entry = index.make_entry(entry, [Passage.of_paragraph((article,), Place(0, 1))])
    notebook = Notebook(path)
    notebook.write_entries([entry], articles=index.describe_articles())
    return notebook


def test_notes_are_listed_and_searched(run, notebook: Notebook) -> None:
    done = run("notes")
    assert done.stdout.splitlines() == [
        "2001-09-09  note on a paragraph",
        "  two",
        "  lines",
        "    ferry ¶2: It will sail again in May.",
    ]
    assert run("notes", "list", "SAIL", "ferry").stdout == done.stdout
    nothing = run("notes", "list", "submarine")
    assert nothing.stdout == ""
    assert "no note has “submarine”" in nothing.stderr


def test_json_lists_an_object_a_line(run, notebook: Notebook) -> None:
    [line] = run("notes", "list", "--json").stdout.splitlines()
    record = json.loads(line)
    assert record["text"] == "two\nlines"
    assert record["created"] == "2001-09-09T01:46:40.000Z"
    assert record["articles"][0]["label"] == "ferry"


def test_what_is_exported_is_merged_elsewhere(run, notebook: Notebook, folder, environment) -> None:
    done = run("notes", "export", "notes.json")
    assert done.returncode == 0
    assert (folder / "notes.json").read_text() == run("notes", "export").stdout
    other = {**environment, "XDG_STATE_HOME": str(folder / "elsewhere")}
    merged = run("notes", "import", "notes.json", env=other)
    assert merged.returncode == 0
    assert "notes.json: 1 new, 0 known" in merged.stderr
    assert "0 new, 1 known" in run("notes", "import", "notes.json", env=other).stderr
    assert run("notes", "list", env=other).stdout == run("notes", "list").stdout
    [entry] = notebook.read_entries()
    notebook.write_entries(retired=[entry.id])
    run("notes", "export", "notes.json")
    kept = run("notes", "import", "notes.json", env=other)
    assert "0 new, 0 known" in kept.stderr
    assert run("notes", "list", env=other).stdout
    gone = run("notes", "import", "--with-removals", "notes.json", env=other)
    assert "1 removed" in gone.stderr
    assert run("notes", "list", env=other).stdout == ""


def test_the_notebook_is_not_exported_onto_itself(run, notebook: Notebook) -> None:
    done = run("notes", "export", str(notebook.path))
    assert done.returncode == 2
    assert "is the notebook; name another file" in done.stderr
    assert run("notes").stdout == run("notes", "list").stdout != ""


def test_a_bad_document_is_one_line_and_nothing_of_it_is_used(run, notebook, folder) -> None:
    (folder / "bad.json").write_text('{"format": "reader-notes", "version": 1, "entries": [1]}')
    for arguments, given in ((["bad.json"], None), (["-"], "\x1b]0;title\x07"), (["none"], None)):
        options = {} if given is None else {"input": given}
        done = run("notes", "import", *arguments, **options)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert "\x1b" not in done.stderr
        assert "Traceback" not in done.stderr
    assert len(notebook.read_entries()) == 1


def test_no_control_character_of_a_document_reaches_the_terminal(run, notebook, folder) -> None:
    [entry] = notebook.read_entries()
    run("notes", "export", "notes.json")
    hostile = (folder / "notes.json").read_text().replace(entry.id, "f" * 32)
    for field in ("two", "ferry", "It will"):
        hostile = hostile.replace(field, "\\u001b]52;c;x\\u0007\\u009b\\u202e")
    (folder / "notes.json").write_text(hostile)
    assert "1 new" in run("notes", "import", "notes.json").stderr
    for arguments in (["list"], ["list", "--json"], ["export"]):
        shown = run("notes", *arguments).stdout
        assert shown
        assert not any(ord(character) < 32 and character != "\n" for character in shown)
        assert not {"\x7f", "\x9b", "\u202e"} & set(shown)


@pytest.mark.parametrize(
    "arguments",
    [["frob"], ["import"], ["export", "a", "b"], ["where", "x"], ["export", "--json"],
     ["list", "--with-removals"]],
)  # fmt: skip
def test_wrong_usage_is_said(run, arguments) -> None:
    done = run("notes", *arguments)
    assert done.returncode == 2
    assert "usage: reader notes" in done.stderr


def test_a_notebook_of_a_newer_version_is_said(run, notebook: Notebook) -> None:
    import sqlite3

    with sqlite3.connect(notebook.path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    done = run("notes")
    assert done.returncode == 1
    assert "newer version of reader" in done.stderr
    # The corrections, the claims and the notes are read one after the other.
    done = run("report", "--notes")
    assert done.stderr.count("newer version of reader") == 1


@pytest.mark.parametrize("action", [["list"], ["export", "notes.json"], ["export"]])
def test_a_damaged_notebook_is_said_and_nothing_is_exported(
    run, notebook: Notebook, folder, action
) -> None:
    run("notes", "export", "notes.json")
    exported = (folder / "notes.json").read_bytes()
    damaged = b"no database" * 100
    notebook.path.write_bytes(damaged)
    done = run("notes", *action)
    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    [moved] = notebook.path.parent.glob("notebook damaged *.sqlite3")
    assert line == f"reader: the notebook was damaged; it was moved to {moved}"
    assert moved.read_bytes() == damaged
    assert (folder / "notes.json").read_bytes() == exported


def test_an_import_into_a_damaged_notebook_says_where_that_is(
    run, notebook: Notebook, folder
) -> None:
    run("notes", "export", "notes.json")
    notebook.path.write_bytes(b"no database" * 100)
    done = run("notes", "import", "notes.json")
    assert done.returncode == 1
    [moved] = notebook.path.parent.glob("notebook damaged *.sqlite3")
    assert done.stderr.splitlines() == [
        "reader: notes.json: 1 new, 0 known",
        f"reader: the notebook was damaged; it was moved to {moved}",
    ]
    assert run("notes", "list").stdout.startswith("2001-09-09")


def test_a_note_that_was_not_finished_is_taken_in(run, notebook: Notebook) -> None:
    drafts = Journal(notebook.path, JournalKind.DRAFT)
    [entry] = notebook.read_entries()
    drafts.write(NotebookChange((replace(entry, id="f" * 32, text=Clean("half a tho")),)))
    drafts.leave()
    done = run("notes", "list", "half")
    assert done.stderr == "reader: taken in: 1 note that nobody finished\n"
    assert "half a tho" in done.stdout


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"mine\n", "is no JSON"),
        (b'{"mine": 1}', "has no notes that reader notes export wrote"),
        (b"\xff\xfe", "is not in UTF-8"),
    ],
)
def test_an_export_replaces_no_file_but_an_earlier_export(
    run, notebook: Notebook, folder, content, reason
) -> None:
    (folder / "a.json").write_bytes(content)
    done = run("notes", "export", "a.json")
    assert (done.returncode, done.stderr) == (
        2,
        f"reader: a.json exists and {reason}; --force replaces it\n",
    )
    assert (folder / "a.json").read_bytes() == content
    assert run("notes", "export", "a.json", "--force").returncode == 0
    assert run("notes", "export", "a.json").returncode == 0
    notebook.write_entries([], retired=[notebook.read_entries()[0].id])
    assert run("notes", "export", "a.json").returncode == 0


def test_an_export_does_not_replace_the_notes_of_somebody_else(
    run, notebook: Notebook, folder
) -> None:
    run("notes", "export", "theirs.json")
    theirs = (folder / "theirs.json").read_text("utf-8").replace('"id": "', '"id": "0')
    theirs = re.sub(r'("id": "0[0-9a-f]{31})[0-9a-f]"', r'\1"', theirs)
    (folder / "theirs.json").write_text(theirs, "utf-8")
    done = run("notes", "export", "theirs.json")
    assert done.returncode == 2
    assert "theirs.json has what the notebook has not: import it first" in done.stderr
    assert run("notes", "import", "theirs.json").returncode == 0
    assert run("notes", "export", "theirs.json").returncode == 0


def test_force_belongs_to_export(run) -> None:
    assert "--force belongs to export" in run("notes", "list", "--force").stderr
