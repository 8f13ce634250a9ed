"""`reader versions`: the versions of one text, without a screen."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.story.worded_versions import FIRST, SECOND

Run = Callable[..., "subprocess.CompletedProcess[str]"]
HEAD = "\n\nHarbour Herald\nBy Ida Vance\nPublished 4 May 2031 17:40"


def head_of(text: str, dates: str) -> str:
    title, _, story = text.partition("\n\n")
    return f"{title}{dates}\n\n{story}\n"


@pytest.fixture
def folder(folder: Path) -> Path:
    story = folder / "ferry"
    story.mkdir()
    (story / "b-early.txt").write_text(head_of(FIRST, HEAD), "utf-8")
    updated = f"{HEAD}\nUpdated 5 May 2031 09:10"
    (story / "a-late.txt").write_text(head_of(SECOND, updated), "utf-8")
    return folder


def test_lines_name_the_versions_and_then_the_facts(run: Run) -> None:
    done = run("versions", "ferry")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 versions of one text: both of Harbour Herald; ")
    assert "[2] to [1]: 2 facts, 1 headline" in done.stdout
    assert "[-12-]{+21+} passengers" in done.stdout


def test_json_and_csv_have_every_change(run: Run) -> None:
    (record,) = map(json.loads, run("versions", "ferry", "--json").stdout.splitlines())
    (step,) = record["steps"]
    rows = list(csv.DictReader(io.StringIO(run("versions", "ferry", "--csv").stdout)))
    assert [row["old"] for row in rows] == [change["old"] for change in step["changes"]]
    assert rows[0]["kind"] == "fact"


def test_each_story_has_its_rows(run: Run) -> None:
    done = run("versions", "--each", ".", "--csv")
    assert done.returncode == 0, done.stderr
    assert {row["story"] for row in csv.DictReader(io.StringIO(done.stdout))} == {"ferry"}


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    done = run("versions", "nowhere.txt", "ferry/a-late.txt")
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr
