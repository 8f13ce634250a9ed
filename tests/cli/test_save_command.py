"""`reader save`, and dossiers as inputs of every command."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reader.articles import Clean, Passage, Place, parse_article
from reader.notebook import Notebook
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex

HERALD = (
    "Ferry stops at Ainaži\n\nAINAŽI (AP) - The ferry stopped on Tuesday with 12 people.\n\n"
    "“We had no choice,” said Ida Vance, the captain.\n\nIt will sail again in May."
)
COURIER = (
    "No ferry until May\n\nThe ferry at Ainaži stopped on Tuesday with 15 people aboard.\n\n"
    "“We had no choice,” said Ida Vance.\n\nThe harbour said nothing."
)


@pytest.fixture(autouse=True)
def stories(folder: Path) -> Path:
    (folder / "herald.txt").write_text(HERALD, encoding="utf-8")
    (folder / "courier.txt").write_text(COURIER, encoding="utf-8")
    return folder


@pytest.fixture
def notebook(run) -> Notebook:
    """The notebook of the program that `run` starts, with a note on the herald."""
    notebook = Notebook(Path(run("notes", "where").stdout.strip()))
    herald = parse_article(HERALD, source=Clean("herald.txt"), name=Clean("herald"))
    index = TextIndex([herald])
    entry = Entry(
        new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean("ask her"), created=10**12
    )
    entry = index.make_entry(entry, [Passage.of_paragraph((herald,), Place(0, 1))])
    notebook.write_entries([entry], articles=index.describe_articles())
    return notebook


def test_it_opens_in_a_bare_place_with_its_notes(run, notebook, folder, environment, tmp_path):
    saved = run("save", "ferry.dossier", "herald.txt", "courier.txt")
    assert saved.returncode == 0
    assert "Saved ferry.dossier: 2 articles, 1 note" in saved.stderr
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(folder / "ferry.dossier", elsewhere / "x.bin")
    bare = {**environment, "XDG_STATE_HOME": str(elsewhere / "state")}
    report = run("report", "x.bin", "--notes", cwd=elsewhere, env=bare)
    assert report.returncode == 0
    assert "ask her" in report.stdout
    assert "x.bin: 1 note; it is used while the dossier is open" in report.stderr
    assert not (elsewhere / "state" / "reader" / "notebook.sqlite3").exists()
    for name in ("links", "matrix", "differences", "collate", "copy", "people", "quotes"):
        here = run(name, "herald.txt", "courier.txt", "--json")
        there = run(name, "x.bin", "--json", cwd=elsewhere, env=bare)
        assert there.stdout == here.stdout, name
        assert there.returncode == 0
    assert "12 people" in run("x.bin", "--plain", cwd=elsewhere, env=bare).stdout


def test_its_notes_are_kept_for_good_when_asked(run, notebook, folder, environment):
    run("save", "ferry.dossier", "herald.txt", "courier.txt")
    other = {**environment, "XDG_STATE_HOME": str(folder / "other")}
    done = run("notes", "import", "ferry.dossier", env=other)
    assert "ferry.dossier: 1 new, 0 known" in done.stderr
    assert "ask her" in run("notes", env=other).stdout


def test_an_import_says_what_of_a_dossier_it_leaves_out(run, notebook, folder, environment):
    run("save", "ferry.dossier", "herald.txt")
    lines = (folder / "ferry.dossier").read_text().splitlines()
    notes = json.loads(lines[-1])
    key = notes["entries"][0]["anchors"][0]["text_key"]
    notes["corrections"] = [{"text_key": key, "paragraph": 999, "kind": "furniture"}]
    (folder / "ferry.dossier").write_text("\n".join([*lines[:-1], json.dumps(notes)]))
    other = {**environment, "XDG_STATE_HOME": str(folder / "other")}
    done = run("notes", "import", "ferry.dossier", env=other)
    assert done.returncode == 0
    said = "1 new, 0 known, 1 correction of paragraphs that no article has left out"
    assert f"ferry.dossier: {said}" in done.stderr
    assert json.loads(run("notes", "export", env=other).stdout)["corrections"] == []


def test_it_is_a_source_of_a_check_and_comes_through_a_pipe(run, run_in_shell, folder):
    (folder / "draft.txt").write_text("“We had no choice,” said Ida Vance.", encoding="utf-8")
    run("save", "ferry", "herald.txt")
    assert (folder / "ferry.dossier").exists()
    checked = run("check", "draft.txt", "--against", "ferry.dossier")
    assert checked.returncode == 0, checked.stderr
    piped = run_in_shell("reader articles --json - < ferry.dossier")
    assert json.loads(piped.stdout.splitlines()[0])["name"] == "herald"


def test_in_a_folder_it_is_left_alone(run, folder):
    run("save", "ferry.dossier", "herald.txt", "courier.txt")
    shutil.copy(folder / "ferry.dossier", folder / "ferry.json")
    listed = run("articles", "--json", ".")
    assert len(listed.stdout.splitlines()) == 2


def test_no_file_is_replaced_by_which_something_would_be_lost(run, notebook, folder):
    (folder / "mine.dossier").write_text("mine", encoding="utf-8")
    refused = run("save", "mine.dossier", "herald.txt")
    assert refused.returncode == 2
    assert "mine.dossier exists and is not known as a dossier of reader; --force" in refused.stderr
    assert (folder / "mine.dossier").read_text() == "mine"
    assert run("save", "mine.dossier", "herald.txt", "courier.txt", "--force").returncode == 0
    both = (folder / "mine.dossier").read_bytes()
    assert run("save", "mine.dossier", "herald.txt", "courier.txt").returncode == 0
    assert (folder / "mine.dossier").read_bytes() == both
    refused = run("save", "mine.dossier", "herald.txt")
    assert "mine.dossier exists, with 1 of its articles not among these" in refused.stderr
    assert (folder / "mine.dossier").read_bytes() == both
    assert [path.name for path in folder.glob(".*")] == []


def test_notes_that_somebody_else_wrote_are_not_replaced(run, notebook, environment, folder):
    run("save", "ferry.dossier", "herald.txt")
    other = {**environment, "XDG_STATE_HOME": str(folder / "other")}
    refused = run("save", "ferry.dossier", "herald.txt", env=other)
    assert "ferry.dossier exists, with notes that are not here" in refused.stderr
    kept = run("save", "ferry.dossier", "ferry.dossier", "courier.txt", env=other)
    assert kept.returncode == 0, kept.stderr
    assert "2 articles, 1 note" in kept.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name the file to write first"),
        (("herald.txt", "courier.txt"), "herald.txt: the first name is the file to write"),
        (("", "herald.txt"), "the name of the file to write is empty"),
        (("-", "herald.txt"), "not written to the standard output"),
        (("/dev/null", "herald.txt"), "/dev/null is not a regular file"),
        ((".", "herald.txt"), ". is a folder; name the file to write"),
        (("gone/", "herald.txt"), "gone/ is a folder; name the file to write"),
        (("gone/ferry.dossier", "herald.txt"), "could not be written"),
        (("ferry.dossier", "gone.txt"), "gone.txt: no such file"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(run, folder, arguments, said):
    done = run("save", *arguments)
    is_unwritable = "is a folder" in said or "could not be written" in said
    assert done.returncode == (74 if is_unwritable else 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "herald.txt").read_text(encoding="utf-8") == HERALD
    assert not list(folder.glob("*.dossier"))


def test_a_dossier_that_is_no_good_does_not_stop_the_others(run, folder):
    (folder / "bad.dossier").write_text('{"format": "reader-dossier/1", "articles": 1e9}\n')
    (folder / "new.dossier").write_text('{"format": "reader-dossier/2"}\n')
    done = run("links", "bad.dossier", "new.dossier", "herald.txt", "courier.txt")
    assert done.returncode == 1
    assert [line.partition(": ")[2].partition(":")[0] for line in done.stderr.splitlines()] == [
        "bad.dossier",
        "new.dossier",
    ]
    assert "newer version" in done.stderr


@pytest.mark.parametrize("command", [["save", "out.dossier"], ["report", "-o", "out.md"]])
def test_what_is_written_of_the_examples_is_said_to_be_so(run, folder, command):
    done = run(*command)
    assert done.returncode == 0
    assert "no article is named: these are the five examples" in done.stderr
    assert "examples" not in run(*command, "herald.txt", "courier.txt", "--force").stderr
