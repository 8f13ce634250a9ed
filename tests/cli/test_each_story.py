"""One table over many stories: `--each`, and going on where a run ended."""

from __future__ import annotations

import csv
import io
import json
import subprocess
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
    (folder / "b-ferry").rename(folder / "all" / "b-ferry")
    assert run(*arguments).returncode == 0
    assert output.read_text("utf-8") == whole
    assert whole.startswith(first)


def test_a_story_that_is_written_is_not_read_again(run: Run, folder: Path) -> None:
    arguments = ["quotes", "--each", "all", "--json", "--output", "out.jsonl"]
    assert run(*arguments).returncode == 0
    written = (folder / "out.jsonl").read_bytes()
    (folder / "all" / "a-ferry" / "0.txt").write_text("“New,” she said.", "utf-8")
    assert run(*arguments).returncode == 0
    assert (folder / "out.jsonl").read_bytes() == written


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
