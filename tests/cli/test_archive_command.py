"""`reader archive` as a program: its lines, its exit codes, and what is left after kill -9."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
STORY = "Ferry {number} hits pier\n\nThe ferry number {number} struck the pier on Monday.\n"


@pytest.fixture(autouse=True)
def indexes_library() -> None:
    if find_spec("tantivy") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs the extra: pip install '.[test]'")
        pytest.skip("the extra `archive` is not installed")


@pytest.fixture
def stories(folder: Path) -> Path:
    """Five files in a folder."""
    for number in range(5):
        (folder / f"{number}.txt").write_text(STORY.format(number=number))
    return folder


def test_added_and_counted(run, stories: Path) -> None:
    done = run("archive", "add", ".", "--archive", "../archive")
    assert (done.returncode, done.stdout, done.stderr) == (0, "5 articles added\n", "")

    again = run("archive", "add", ".", "--archive", "../archive")
    assert again.stdout == "0 articles added; 5 inputs read before\n"

    status = run("archive", "status", "--archive", "../archive", "--json")
    assert json.loads(status.stdout)["articles"] == 5
    assert "articles     5 (" in run("archive", "status", "--archive", "../archive").stdout


def test_each_bad_input_is_one_line(run, stories: Path) -> None:
    (stories / "empty.txt").write_text("")
    (stories / "bad.jsonl").write_text('{"title": "no text"}\n{broken\n')
    done = run("archive", "add", ".", "missing.txt", "--archive", "../archive")
    assert done.returncode == 0
    assert done.stdout == "5 articles added; 4 could not be read\n"
    assert sorted(done.stderr.splitlines()) == [
        "reader: bad.jsonl: line 1: no text in a field text, body or content",
        "reader: bad.jsonl: line 2: no JSON that can be read",
        "reader: empty.txt: the file is empty",
        "reader: missing.txt: no such file; check the name",
    ]


def test_lines_of_the_standard_input(run, folder: Path) -> None:
    lines = "".join(json.dumps({"text": STORY.format(number=n)}) + "\n" for n in range(3))
    done = run("archive", "add", "-", "--archive", "../archive", input=f"{lines}\n{{no\n")
    assert done.stdout == "3 articles added; 1 could not be read\n"
    assert done.stderr == "reader: standard input: line 5: no JSON that can be read\n"


def test_nothing_could_be_read(run, folder: Path) -> None:
    done = run("archive", "add", "missing.txt", "--archive", "../archive")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "reader: nothing to add: none of the inputs could be read"
    )


def test_list_of_files(run, stories: Path) -> None:
    (stories / "some.list").write_text("# two of them\n1.txt\n3.txt\n")
    done = run("archive", "add", "--from", "some.list", "--archive", "../archive")
    assert done.stdout == "2 articles added\n"


def test_verify_and_rebuild(run, stories: Path, tmp_path: Path) -> None:
    run("archive", "add", ".", "--archive", "../archive")
    assert run("archive", "verify", "--archive", "../archive").stdout == (
        "5 articles are whole; 0 problems\n"
    )
    (tmp_path / "archive" / "indexes" / "articles" / "meta.json").write_text("{")
    damaged = run("archive", "verify", "--archive", "../archive")
    assert damaged.returncode == 1
    assert "reader archive rebuild" in damaged.stderr
    rebuilt = run("archive", "rebuild", "--archive", "../archive")
    assert rebuilt.stdout == "5 articles indexed anew\n"
    assert run("archive", "verify", "--archive", "../archive").returncode == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_an_export_leaves_pipes_and_links_what_they_are(run, stories: Path) -> None:
    run("archive", "add", ".", "--archive", "../archive")
    pipe, link, target = stories / "pipe", stories / "link", stories / "kept.jsonl"
    target.write_text("old")
    link.symlink_to(target)
    refused = run("archive", "export", "-o", "link", "--archive", "../archive")
    assert (refused.returncode, target.read_text()) == (2, "old")
    assert "link: the file exists; --force replaces it" in refused.stderr
    done = run("archive", "export", "-o", "link", "--force", "--archive", "../archive")
    assert done.returncode == 0
    assert link.is_symlink()
    assert len(target.read_text().splitlines()) == 5

    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reading:
        run("archive", "export", "-o", "pipe", "--archive", "../archive")
        assert reading.stdout is not None
        assert len(reading.stdout.read().splitlines()) == 5
    assert pipe.is_fifo()


def test_remove_export_compact(run, stories: Path) -> None:
    run("archive", "add", ".", "--archive", "../archive")
    assert run("archive", "remove", "2.txt", "--archive", "../archive").stdout == (
        "1 article removed\n"
    )
    assert run("archive", "compact", "--archive", "../archive").returncode == 0
    exported = run("archive", "export", "--archive", "../archive").stdout.splitlines()
    assert [json.loads(line)["name"] for line in exported] == ["0", "1", "3", "4"]
    written = run("archive", "export", "-o", "all.jsonl", "--archive", "../archive")
    assert written.stderr == "reader: all.jsonl written: 4 articles\n"
    assert (stories / "all.jsonl").read_text().splitlines() == exported


@pytest.mark.parametrize("action", ["status", "rebuild", "compact", "verify"])
def test_no_archive(run, folder: Path, action: str) -> None:
    done = run("archive", action, "--archive", "../nowhere")
    assert done.returncode == 2
    assert done.stderr == (
        "reader: ../nowhere: there is no archive here; reader archive add makes one\n"
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("frobnicate",), "say what to do"),
        (("add",), "name what to add"),
        (("status", "x"), "takes no name"),
        (("export", "--feed", "x"), "belong to add"),
        (("remove",), "say what to remove"),
        (("add", "x", "--field", "nonsense"), "must be NAME=COLUMN"),
        (("export", "--since", "yesterday"), "must be a day"),
    ],
)
def test_wrong_usage(run, arguments: tuple[str, ...], problem: str) -> None:
    done = run("archive", *arguments)
    assert done.returncode == 2
    assert problem in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_interrupted_adding_goes_on(run, folder: Path, environment: dict[str, str]) -> None:
    with open(folder / "news.jsonl", "w", encoding="utf-8") as file:
        for number in range(4000):
            file.write(json.dumps({"text": STORY.format(number=number) * 3}) + "\n")
    command = [sys.executable, "-m", "reader", "archive", "add", "news.jsonl"]
    process = subprocess.Popen(
        [*command, "--archive", "../archive"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    store = folder / "../archive/articles.sqlite3"
    until = time.monotonic() + 60
    while not store.exists() and time.monotonic() < until and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on" in messages

    rest = run("archive", "add", "news.jsonl", "--archive", "../archive")

    assert rest.returncode == 0
    status = run("archive", "status", "--archive", "../archive", "--json")
    assert json.loads(status.stdout)["articles"] == 4000


def test_nothing_acknowledged_is_lost_by_kills() -> None:
    command = [sys.executable, "tests/benchmarks/archive_kills.py", "4", "3000"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 lost, " in done.stdout
