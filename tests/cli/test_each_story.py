"""One table over many stories: `--each`, and continuing an interrupted run."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

FERRY = """The ferry Saule ran aground off Ventspils on Monday with 212 passengers on board.

Its captain, Ojars Berzins, said that the steering had failed in the storm.
"""
OTHER_FERRY = """With 212 passengers on board, the ferry Saule ran aground off Ventspils on Monday.

Divers will examine the hull of the ship before it is towed to a dockyard.
"""


def make_story(folder: Path, name: str, *texts: str) -> Path:
    story = folder / name
    story.mkdir()
    for number, text in enumerate(texts):
        (story / f"{number}.txt").write_text(text, encoding="utf-8")
    return story


@pytest.fixture
def folder(folder: Path) -> Path:
    stories = folder / "all"
    stories.mkdir()
    make_story(stories, "b-ferry", FERRY, OTHER_FERRY)
    make_story(stories, "a-ferry", OTHER_FERRY, FERRY)
    return folder


def test_every_row_begins_with_its_story(run: Run, folder: Path) -> None:
    done = run("matrix", "--each", "all", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [next(iter(record)) for record in records] == ["story"] * len(records)
    stories = list(dict.fromkeys(record["story"] for record in records))
    assert stories == ["a-ferry", "b-ferry"]
    shared = [record for record in records if record["moment"] is not None]
    assert {len(record["articles"]) for record in shared} == {2}


def test_people_of_all_stories_are_rows_of_one_table(run: Run, folder: Path) -> None:
    done = run("people", "--each", "all", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    named = [(record["story"], record["name"]) for record in records if "name" in record]
    assert named == [("a-ferry", "Ojars Berzins"), ("b-ferry", "Ojars Berzins")]
    rows = list(csv.reader(io.StringIO(run("people", "--each", "all", "--csv").stdout)))
    assert rows[0][:3] == ["story", "name", "kind"]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_csv_has_one_heading(run: Run, folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("matrix", "--each", "all", "--csv").stdout)))
    assert rows[0][:3] == ["story", "order", "moment"]
    assert {row[0] for row in rows[1:]} == {"a-ferry", "b-ferry"}
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize(
    "command", [["links"], ["quotes"], ["quotes", "--shared"], ["differences"], ["matrix"]]
)
def test_lines_for_people_begin_with_the_story_too(
    run: Run, folder: Path, command: list[str]
) -> None:
    done = run(*command, "--each", "all")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert {line.split("\t")[0] for line in lines} <= {"a-ferry", "b-ferry"}


def test_a_story_that_fails_costs_one_line(run: Run, folder: Path) -> None:
    (folder / "all" / "c-empty").mkdir()
    make_story(folder / "all", "aa-alone", FERRY)
    broken = make_story(folder / "all", "d-broken", FERRY)
    (broken / "z.txt").write_bytes(bytes(range(256)) * 20)
    done = run("matrix", "--each", "all", "--json")
    assert done.returncode == 1
    stories = {json.loads(line)["story"] for line in done.stdout.splitlines()}
    assert stories == {"a-ferry", "b-ferry"}
    failures = [line.split(": ")[1] for line in done.stderr.splitlines()]
    assert failures == ["aa-alone", "c-empty", "d-broken"]


def test_a_link_that_leads_to_itself_costs_one_line(run: Run, folder: Path) -> None:
    (folder / "all" / "again").symlink_to("again")
    done = run("matrix", "--each", "all", "--json")
    assert done.returncode == 1
    assert done.stderr.startswith("reader: again: ")
    assert len(done.stderr.splitlines()) == 1
    stories = [json.loads(line)["story"] for line in done.stdout.splitlines()]
    assert list(dict.fromkeys(stories)) == ["a-ferry", "b-ferry"]


def test_a_story_without_one_of_its_articles_is_written_and_reported(
    run: Run, folder: Path
) -> None:
    (folder / "all" / "b-ferry" / "z.txt").write_bytes(bytes(range(256)) * 20)
    done = run("matrix", "--each", "all", "--json")
    assert done.returncode == 1
    assert "reader: b-ferry: " in done.stderr
    assert "z.txt" in done.stderr
    assert '"story": "b-ferry"' in done.stdout


def test_a_run_goes_on_where_the_last_one_ended(run: Run, folder: Path) -> None:
    arguments = ["matrix", "--each", "all", "--csv", "--output", "out.csv"]
    whole = run("matrix", "--each", "all", "--csv").stdout
    (folder / "all" / "b-ferry").rename(folder / "b-ferry")
    assert run(*arguments).returncode == 0
    output = folder / "out.csv"
    first = output.read_text("utf-8")
    # What a run that was ended in the middle of a story left behind.
    output.write_text(first + "b-ferry,1,1,half a", "utf-8")
    with open(folder / "out.csv.stories", "a", encoding="utf-8") as record:
        record.write('{"begins": "b-ferry", "bytes": 500}\n{"story": "b-fe')
    (folder / "b-ferry").rename(folder / "all" / "b-ferry")
    assert run(*arguments).returncode == 0
    assert output.read_text("utf-8") == whole
    assert whole.startswith(first)


def test_a_story_that_is_written_is_not_compared_again(run: Run, folder: Path) -> None:
    arguments = ["quotes", "--each", "all", "--json", "--output", "out.jsonl"]
    assert run(*arguments).returncode == 0
    written = (folder / "out.jsonl").read_bytes()
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "out.jsonl").read_bytes() == written


def test_a_story_whose_files_were_changed_is_said(run: Run, folder: Path) -> None:
    arguments = ["quotes", "--each", "all", "--json", "--output", "out.jsonl"]
    assert run(*arguments).returncode == 0
    written = (folder / "out.jsonl").read_bytes()
    (folder / "all" / "a-ferry" / "0.txt").write_text("“New,” she said.", "utf-8")
    done = run(*arguments)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith("reader: a-ferry: its files were changed after its rows were written")
    assert (folder / "out.jsonl").read_bytes() == written


def test_a_folder_of_the_same_name_elsewhere_is_another_story(run: Run, folder: Path) -> None:
    arguments = ["matrix", "--json", "--output", "out.jsonl"]
    assert run(*arguments, "--each", "all").returncode == 0
    other = folder / "other"
    other.mkdir()
    make_story(other, "a-ferry", FERRY, OTHER_FERRY.replace("Saule", "Menuo"))
    make_story(other, "b-ferry", FERRY, OTHER_FERRY)
    assert run(*arguments, "--each", "other").returncode == 0
    lines = (folder / "out.jsonl").read_text("utf-8").splitlines()
    stories = dict.fromkeys(json.loads(line)["story"] for line in lines)
    assert list(stories) == ["a-ferry", "b-ferry", str((other / "a-ferry").resolve())]


def test_a_record_that_was_cut_breaks_no_later_story(run: Run, folder: Path) -> None:
    arguments = ["matrix", "--each", "all", "--csv", "--output", "out.csv"]
    assert run(*arguments).returncode == 0
    whole, record = (folder / "out.csv").read_bytes(), folder / "out.csv.stories"
    record.write_bytes(record.read_bytes()[:-30])
    assert run(*arguments).returncode == 0
    make_story(folder / "all", "c-ferry", FERRY, OTHER_FERRY)
    assert run(*arguments).returncode == 0
    assert (folder / "out.csv").read_bytes().startswith(whole)
    assert run(*arguments).returncode == 0


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"\n",
        b'{"rows": "mat',
        b"\xff\xfe\x00",
        b"[]\n",
        b'{"rows": "matrix csv"}\n',
        b"5\n" * 3,
    ],
)
def test_rows_whose_record_is_damaged_are_left_alone(run: Run, folder: Path, record: bytes) -> None:
    arguments = ["matrix", "--each", "all", "--csv", "--output", "out.csv"]
    run(*arguments)
    written = (folder / "out.csv").read_bytes()
    (folder / "out.csv.stories").write_bytes(record)
    done = run(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "out.csv.stories" in done.stderr
    assert (folder / "out.csv").read_bytes() == written


def test_lines_that_were_added_by_hand_are_not_overwritten(run: Run, folder: Path) -> None:
    arguments = ["matrix", "--each", "all", "--csv", "--output", "out.csv"]
    run(*arguments)
    with open(folder / "out.csv", "a", encoding="utf-8") as output:
        output.write("mine\n")
    make_story(folder / "all", "c-ferry", FERRY, OTHER_FERRY)
    done = run(*arguments)
    assert done.returncode == 2
    assert "was changed" in done.stderr
    assert (folder / "out.csv").read_text("utf-8").endswith("mine\n")


@pytest.mark.skipif(sys.platform == "win32", reason="locks by the system's own calls")
def test_a_second_run_on_one_file_is_refused(run: Run, folder: Path) -> None:
    import fcntl

    arguments = ["matrix", "--each", "all", "--csv", "--output", "out.csv"]
    with open(folder / "out.csv.stories", "wb") as record:
        fcntl.flock(record, fcntl.LOCK_EX)
        done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr == ("reader: another run is writing into out.csv: wait for its end\n")
    assert run(*arguments).returncode == 0


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (".", ". is a folder"),
        ("all", "all is a folder"),
        ("pipe", "pipe is no file that can be added to"),
        ("/dev/null", "/dev/null is no file that can be added to"),
        ("all/a-ferry/out.jsonl", "is in the folder of a story"),
        ("missing/out.jsonl", "could not be written"),
    ],
)
def test_where_no_rows_can_be_added_is_said(
    run: Run, folder: Path, output: str, reason: str
) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    done = run("matrix", "--each", "all", "--json", "--output", output)
    assert done.returncode in (2, 74)
    [line] = done.stderr.splitlines()
    assert reason in line


def test_a_hyphen_is_the_standard_output(run: Run, folder: Path) -> None:
    done = run("matrix", "--each", "all", "--json", "--output", "-")
    assert done.stdout == run("matrix", "--each", "all", "--json").stdout
    assert not (folder / "-").exists()


def test_a_failed_story_is_tried_again(run: Run, folder: Path) -> None:
    story = make_story(folder / "all", "c-alone", FERRY)
    arguments = ["matrix", "--each", "all", "--json", "--output", "out.jsonl"]
    assert run(*arguments).returncode == 1
    (story / "1.txt").write_text(OTHER_FERRY, "utf-8")
    assert run(*arguments).returncode == 0
    assert '"story": "c-alone"' in (folder / "out.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (["differences", "--csv"], "has rows of matrix csv"),
        (["matrix", "--json"], "has rows of matrix csv"),
    ],
)
def test_rows_of_another_kind_are_refused(
    run: Run, folder: Path, other: list[str], reason: str
) -> None:
    run("matrix", "--each", "all", "--csv", "--output", "out.csv")
    written = (folder / "out.csv").read_bytes()
    done = run(*other, "--each", "all", "--output", "out.csv")
    assert done.returncode == 2
    assert reason in done.stderr
    assert (folder / "out.csv").read_bytes() == written


def test_a_file_that_it_did_not_write_is_left_alone(run: Run, folder: Path) -> None:
    (folder / "out.csv").write_text("mine\n", "utf-8")
    done = run("matrix", "--each", "all", "--csv", "--output", "out.csv")
    assert done.returncode == 2
    assert (folder / "out.csv").read_text("utf-8") == "mine\n"


def test_a_file_that_was_changed_is_left_alone(run: Run, folder: Path) -> None:
    arguments = ["matrix", "--each", "all", "--csv", "--output", "out.csv"]
    run(*arguments)
    changed = (folder / "out.csv").read_text("utf-8").replace("ferry", "boat")
    (folder / "out.csv").write_text(changed, "utf-8")
    make_story(folder / "all", "c-ferry", FERRY, OTHER_FERRY)
    done = run(*arguments)
    assert done.returncode == 2
    assert "was changed" in done.stderr
    assert (folder / "out.csv").read_text("utf-8") == changed


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--each", "all", "extra"], "name no others"),
        (["--output", "out.csv", "all/a-ferry"], "--output belongs to --each"),
        (["--each", "all", "--output", "out.csv"], "give --json or --csv"),
        (["--each", "nowhere"], "nowhere"),
        (["--each", "all/a-ferry"], "no folder in it"),
    ],
)
def test_wrong_usage_is_said(run: Run, folder: Path, arguments: list[str], reason: str) -> None:
    done = run("matrix", *arguments)
    assert done.returncode == 2
    assert reason in done.stderr
