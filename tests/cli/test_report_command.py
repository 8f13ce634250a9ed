"""`reader report` as a person meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles import Clean, Passage, Place
from reader.notebook import Notebook
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex
from reader.sources import open_articles

Run = Callable[..., "subprocess.CompletedProcess[str]"]

ONE = "The harbour bridge at Velmar reopened on Monday after nine years of repairs.\n"
TWO = "Cyclists were the first to use the reopened harbour bridge at Velmar on Monday.\n"


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


def test_a_report_is_written_in_the_format_of_the_suffix(run: Run, folder: Path) -> None:
    done = run("report", "one.txt", "-o", "out.md", "two.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "reader: out.md written\n"
    assert (folder / "out.md").read_text(encoding="utf-8").startswith("# ")


def test_without_a_file_it_is_printed(run: Run, folder: Path) -> None:
    done = run("report", "one.txt", "two.txt")
    assert done.stdout.startswith("# ")
    assert done.stdout == run("report", "one.txt", "two.txt", "-o", "-").stdout
    run("report", "one.txt", "two.txt", "-o", "out.md")
    assert (folder / "out.md").read_text(encoding="utf-8") == done.stdout


def test_parts_can_be_chosen(run: Run) -> None:
    done = run("report", "one.txt", "two.txt", "--only", "sources, summary")
    assert [line for line in done.stdout.splitlines() if line.startswith("## ")] == ["## Sources"]
    wrong = run("report", "one.txt", "two.txt", "--only", "summary,nonsense")
    assert wrong.returncode == 2
    assert "nonsense is not one of them" in wrong.stderr


def test_an_article_is_never_written_over(run: Run, folder: Path) -> None:
    os.link(folder / "one.txt", folder / "same.md")
    done = run("report", "one.txt", "two.txt", "-o", "same.md")
    assert done.returncode == 2
    assert "same.md is one of the articles" in done.stderr
    assert (folder / "one.txt").read_text(encoding="utf-8") == ONE


def test_a_table_is_never_written_over_an_article(run: Run, folder: Path) -> None:
    (folder / "one.txt").rename(folder / "out-links.csv.txt")
    os.link(folder / "out-links.csv.txt", folder / "out-links.csv")
    done = run("report", "out-links.csv.txt", "two.txt", "-o", "out.csv")
    assert done.returncode == 2
    assert "out-links.csv is one of the articles" in done.stderr
    assert (folder / "out-links.csv").read_text(encoding="utf-8") == ONE


def test_what_cannot_be_written_is_one_line(run: Run, folder: Path) -> None:
    (folder / "out.md").mkdir()
    done = run("report", "one.txt", "two.txt", "-o", "out.md")
    assert (done.returncode, done.stderr) == (74, "reader: out.md is a folder; name a file in it\n")
    done = run("report", "one.txt", "two.txt", "-o", "report.xyz")
    assert done.returncode == 2
    assert "report.xyz is no format of a report: .xyz" in done.stderr
    bare = run("report", "one.txt", "two.txt", "-o", "report")
    assert "report has no suffix that names a format" in bare.stderr
    empty = run("report", "one.txt", "two.txt", "-o", "")
    assert (empty.returncode, empty.stderr) == (
        2,
        "reader: the name of the file is empty; name a file, as story.md\n",
    )
    for name in ("out.md/", ".", "out.md"):
        assert run("report", "one.txt", "two.txt", "-o", name).returncode == 74, name
    done = run("report", "one.txt", "two.txt", "--quote", "7")
    assert (done.returncode, done.stderr) == (2, "reader: there is no quotation 7: there is none\n")


def test_a_command_spelled_wrongly_is_asked_about_last(run: Run, folder: Path) -> None:
    done = run("reprot", "one.txt", "two.txt")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "reader: reprot: no such file; did you mean the command report?"
    )


def test_the_format_can_be_chosen(run: Run, folder: Path) -> None:
    assert run("report", "one.txt", "two.txt", "-o", "out", "--format", "md").returncode == 0
    assert (folder / "out").read_text(encoding="utf-8").startswith("# ")


def test_csv_is_a_file_for_each_table_or_one_that_is_chosen(run: Run, folder: Path) -> None:
    done = run("report", "one.txt", "two.txt", "-o", "out.csv")
    assert sorted(path.name for path in folder.glob("*.csv")) == [
        f"out-{name}.csv"
        for name in (
            "copy",
            "differences",
            "links",
            "matrix",
            "origins",
            "people",
            "quotes",
            "versions",
        )
    ]
    assert done.stderr.count(" written") == 8
    alone = run("report", "one.txt", "two.txt", "--format", "csv", "--only", "differences")
    assert alone.stdout.startswith("difference,kind,")
    several = run("report", "one.txt", "two.txt", "--format", "csv")
    assert (several.returncode, several.stdout) == (2, "")
    assert "CSV has several tables" in several.stderr


def test_every_format_is_written_in_one_run(run: Run, folder: Path) -> None:
    names = ("a.md", "a.html", "a.txt", "a.json")
    done = run("report", "one.txt", "two.txt", *(word for name in names for word in ("-o", name)))
    assert done.returncode == 0
    first = {name: (folder / name).read_text(encoding="utf-8").split("\n")[0] for name in names}
    assert first["a.html"] == "<!doctype html>"
    assert first["a.json"] == "{"
    assert first["a.md"].startswith("# ")
    assert first["a.txt"].startswith("2 articles compared")
    card = run("report", "one.txt", "two.txt", "-o", "a.svg")
    assert card.returncode == 2
    assert "no quotation is in several articles" in card.stderr


def test_a_file_that_fails_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "sv").mkdir()
    names = ("a.md", "x.pdf", "sv/", "nowhere/b.md", "one.txt", "a.svg", "sv/c.json")
    done = run("report", "one.txt", "two.txt", *(word for name in names for word in ("-o", name)))
    assert done.returncode == 2
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == [
        "a.md", "c.json", "one.txt", "two.txt"
    ]  # fmt: skip
    told = done.stderr.splitlines()
    assert len(told) == len(names)
    assert "x.pdf is no format of a report: .pdf (.md, " in told[0]
    assert "sv/ is a folder; name a file in it, as sv/story.md" in told[1]
    assert "one.txt is one of the articles" in told[2]
    assert told[3] == "reader: a.md written"
    assert "nowhere/b.md could not be written: there is no folder nowhere" in told[4]
    assert "no quotation is in several articles" in told[5]
    assert told[6] == "reader: sv/c.json written"
    only = run("report", "one.txt", "two.txt", "-o", "nowhere/b.md")
    assert only.returncode == 74
    neither = run("report", "one.txt", "two.txt", "-o", "x.pdf", "-o", "y.doc")
    assert (neither.returncode, neither.stderr.count("is no format")) == (2, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="names the folder of the notebook")
def test_notes_are_written_when_asked_for(run: Run, tmp_path: Path, folder: Path) -> None:
    rest = "\nFerries to Gosund sail until the autumn storms are over.\n"
    (folder / "one.txt").write_text(ONE + rest, encoding="utf-8")
    articles = open_articles([folder / "one.txt", folder / "two.txt"])
    index = TextIndex(articles)
    note = Entry(new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean("Ask the mayor."))
    entry = index.make_entry(note, [Passage.of_paragraph(tuple(articles), Place(0, 0))])
    notebook = Notebook(tmp_path / "state" / "reader" / "notebook.sqlite3")
    notebook.write_entries(added=[entry], articles=index.describe_articles())
    assert "Ask the mayor." not in run("report", "one.txt", "two.txt").stdout
    assert "Ask the mayor." in run("report", "one.txt", "two.txt", "--notes").stdout
    (folder / "one.txt").write_text("A bridge at Velmar is open again.\n" + rest, encoding="utf-8")
    edited = run("report", "one.txt", "two.txt", "--notes").stdout
    assert "that the articles do not have any more" in edited
    assert "Ask the mayor." in edited


def test_an_earlier_report_is_replaced_and_another_file_only_by_force(
    run: Run, folder: Path
) -> None:
    names = ["a.md", "a.html", "a.txt", "a.json", "a.csv"]
    outputs = [word for name in names for word in ("-o", name)]
    assert run("report", "one.txt", "two.txt", *outputs).returncode == 0
    assert run("report", "one.txt", "two.txt", *outputs).returncode == 0
    for name in (*names[:-1], "a-links.csv"):
        (folder / name).write_text("mine\n", "utf-8")
        done = run("report", "one.txt", "two.txt", *outputs)
        assert done.returncode == 2
        refused = f"{name} exists and is not known as a report of reader; --force replaces it"
        told = done.stderr.splitlines()
        assert [line for line in told if not line.endswith(" written")] == [f"reader: {refused}"]
        assert (folder / name).read_text("utf-8") == "mine\n"
        assert run("report", "one.txt", "two.txt", *outputs, "--force").returncode == 0
        assert (folder / name).read_text("utf-8") != "mine\n"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_the_articles_are_read_from_is_never_written_over(
    run: Run, folder: Path, force: list[str]
) -> None:
    (folder / "list.txt").write_text("one.txt\ntwo.txt\n", "utf-8")
    done = run("report", "--from", "list.txt", "-o", "list.txt", *force)
    assert done.returncode == 2
    assert "list.txt is what the articles are read from" in done.stderr
    kept = run("articles", "--json", "one.txt", "two.txt").stdout
    (folder / "kept.json").write_text(kept, "utf-8")
    done = run("report", "kept.json", "-o", "kept.json", *force)
    assert done.returncode == 2
    assert "kept.json is what the articles are read from" in done.stderr
    assert (folder / "kept.json").read_text("utf-8") == kept
    done = run("report", "--from", "list.txt", "-o", "two.txt", *force)
    assert "two.txt is one of the articles" in done.stderr
    assert (folder / "two.txt").read_text("utf-8") == TWO


def test_one_file_is_not_written_twice(run: Run, folder: Path) -> None:
    done = run("report", "one.txt", "two.txt", "-o", "a.md", "-o", "./a.md")
    assert done.returncode == 2
    assert "./a.md would be written twice" in done.stderr
    assert (folder / "a.md").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with a name")
def test_a_pipe_is_written_to_where_somebody_reads_and_else_refused(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    alone = run("report", "one.txt", "two.txt", "-o", "pipe", "--format", "md")
    assert (alone.returncode, alone.stderr) == (74, "reader: pipe: nobody reads from this pipe\n")
    with subprocess.Popen(["cat", folder / "pipe"], stdout=subprocess.PIPE, text=True) as reader:
        # A second writer that stays open until the report is there: `cat` waits for it.
        holder = os.open(folder / "pipe", os.O_WRONLY)
        done = run("report", "one.txt", "two.txt", "-o", "pipe", "--format", "md")
        os.close(holder)
        assert reader.stdout is not None
        assert reader.stdout.read().startswith("# ")
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="has no /dev")
def test_tables_are_not_written_beside_a_device(run: Run, folder: Path) -> None:
    done = run("report", "one.txt", "two.txt", "-o", "/dev/null", "--format", "csv")
    assert done.returncode == 2
    assert "CSV has several tables, /dev/null takes one" in done.stderr
    chosen = ["--only", "differences", "--format", "csv"]
    assert run("report", "one.txt", "two.txt", "-o", "/dev/null", *chosen).returncode == 0
    out = run("report", "one.txt", "two.txt", "-o", "/dev/stdout", *chosen).stdout
    assert out.startswith("difference,kind,")


@pytest.mark.parametrize("name", [".", "..", "/", ""])
@pytest.mark.parametrize("form", ["csv", "md"])
def test_a_folder_is_no_file_to_write(run: Run, name: str, form: str) -> None:
    done = run("report", "one.txt", "two.txt", "-o", name, "--format", form)
    assert done.returncode in (2, 74)
    [line] = done.stderr.splitlines()
    assert "is a folder" in line or (not name and "is empty" in line)


def test_near_copies_among_many_articles_are_listed_but_not_compared(
    run: Run, folder: Path
) -> None:
    names = [f"copy{number}.txt" for number in range(12)]
    for number, name in enumerate(names):
        paragraphs = (
            "The harbour bridge at Velmar reopened on Monday after nine years of repairs.",
            f"The mayor cut a ribbon before 40{number} cyclists rode across it to the other side.",
            "The work cost more than twice as much as the council had planned at the time.",
        )
        (folder / name).write_text("\n\n".join(paragraphs), encoding="utf-8")
    names.append("two.txt")
    plain = run("--plain", *names).stdout
    assert plain.startswith("2 articles compared, 11 near copies of them: ")
    assert "“405” in " in plain
    assert run("report", *names, "--format", "txt").stdout == plain
    every = run("report", *names, "--format", "txt", "--all-copies").stdout
    assert every.startswith("13 articles compared: ")
