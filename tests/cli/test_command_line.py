"""The command line as a person or a pipe meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles import ParagraphKind
from reader.notebook import Notebook, hash_text
from reader.sources import open_articles

POSIX = pytest.mark.skipif(os.name == "nt", reason="closes and signals as POSIX does")

ONE = """The harbour bridge at Ventspils reopened on Monday after nine years of repairs.

Mayor Ilze Kalnina cut a blue ribbon before four hundred cyclists rode across.

The work cost 84 million euros, a third more than the council had planned in 2016.
"""
TWO = """Cyclists were the first to use the reopened harbour bridge at Ventspils on Monday.

Repairs cost 84 million euros, far above the plan the council made in 2016.

Ferries to Gotland sail from another pier until the autumn storms are over.
"""
SECONDS_TO_END = 120

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


def test_without_a_terminal_the_comparison_is_plain_text(run: Run) -> None:
    done = run("one.txt", "two.txt")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "SHARED MOMENTS" in done.stdout
    assert "Ferries to Gotland" in done.stdout
    assert not any(ord(c) < 32 and c != "\n" for c in done.stdout)
    assert run("--plain", "one.txt", "two.txt").stdout == done.stdout


def test_with_no_names_the_five_articles_that_come_along_are_opened(run: Run) -> None:
    done = run("--plain")
    assert done.returncode == 0
    assert done.stdout.startswith("5 articles compared")


@pytest.mark.skipif(sys.platform != "linux", reason="names the folder of the notebook")
def test_corrections_of_the_user_are_applied(run: Run, folder: Path, tmp_path: Path) -> None:
    [article] = open_articles([folder / "two.txt"])
    notebook = Notebook(tmp_path / "state" / "reader" / "notebook.sqlite3")
    notebook.save_correction(hash_text(article), 3, ParagraphKind.FURNITURE)
    done = run("articles", "--json", "one.txt", "two.txt")
    _, corrected = map(json.loads, done.stdout.splitlines())
    assert [paragraph["kind"] for paragraph in corrected["paragraphs"]][2] == "furniture"
    assert "Ferries" not in run("--plain", "one.txt", "two.txt").stdout


def test_a_folder_is_opened(run: Run, folder: Path) -> None:
    assert run(str(folder)).stdout.startswith("2 articles compared")


def test_bad_input_is_one_line_each_and_the_others_open(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    (folder / "nothing").mkdir()
    done = run("one.txt", "missing.txt", "empty.txt", "picture.txt", "nothing", "two.txt")
    assert done.returncode == 1
    assert done.stdout.startswith("2 articles compared")
    lines = done.stderr.splitlines()
    for name in ("missing.txt", "empty.txt", "picture.txt", "nothing"):
        assert sum(name in line for line in lines) == 1
    assert len(lines) == 4


def test_nothing_to_open_is_exit_code_2_without_a_traceback(run: Run) -> None:
    done = run("missing.txt", "also-missing.txt")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "missing.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 3


def test_one_article_says_so_and_opens_all_the_same(run: Run) -> None:
    done = run("one.txt")
    assert done.returncode == 0
    assert "only one article" in done.stderr
    assert "cut a blue ribbon" in done.stdout


def test_a_name_cannot_steer_the_terminal(run: Run) -> None:
    unknown_option = run("one.txt", "\x1b]0;gone\x07.txt", "--\x1b[31m")
    assert unknown_option.returncode == 2
    missing_file = run("one.txt", "\x1b]0;gone\x07.txt")
    assert "\x1b" not in unknown_option.stderr + missing_file.stderr
    assert "gone" in missing_file.stderr


def test_links_are_json_lines_that_can_be_checked(run: Run) -> None:
    done = run("links", "--json", "one.txt", "two.txt")
    assert done.returncode == 0
    links = [json.loads(line) for line in done.stdout.splitlines()]
    assert links
    assert done.stdout.isascii()
    for link in links:
        assert (link["a"], link["b"]) == ("one.txt", "two.txt")
        assert link["a_text"] in ONE
        assert link["b_text"] in TWO
        assert 0.0 <= link["score"] <= 1.0
        assert link["level"] in ("same", "probably", "related", "perhaps")
        assert link["conflicts"] == []
        assert 1 <= len(link["evidence"]) <= 3
        for text, spans in zip((link["a_text"], link["b_text"]), link["spans"], strict=True):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert spans == sorted(spans)
    by_ends = {(link["i"], link["j"]): link for link in links}
    assert max(by_ends.values(), key=lambda link: link["score"])["j"] in (1, 2)


def test_no_link_below_the_floor_is_listed(run: Run) -> None:
    every = run("links", "--json", "one.txt", "two.txt", "--floor", "0").stdout.splitlines()
    least, *_, most = sorted(json.loads(line)["score"] for line in every)
    floor = str((least + most) / 2)
    high = run("links", "--json", "one.txt", "two.txt", "--floor", floor).stdout.splitlines()
    assert 0 < len(high) < len(every)
    assert all(json.loads(line)["score"] >= float(floor) for line in high)
    for wrong in ("2", "-1", "nan", "much"):
        assert run("links", "one.txt", "two.txt", f"--floor={wrong}").returncode == 2


def test_links_are_plain_on_a_pipe(run: Run) -> None:
    lines = run("links", "one.txt", "two.txt").stdout.splitlines()
    assert lines
    assert all(line.split("\t")[0] in ("same", "probably", "related") for line in lines)
    assert all(len(line.split("\t")) == 5 for line in lines)


@pytest.mark.parametrize("arguments", [("./links",), ("--", "links")])
def test_a_file_named_as_a_command_is_opened_by_its_path(
    run: Run, folder: Path, arguments: tuple[str, ...]
) -> None:
    (folder / "links").write_text(ONE, encoding="utf-8")
    done = run("two.txt", *arguments)
    assert done.returncode == 0
    assert done.stdout.startswith("2 articles compared")
    assert done.stderr == ""


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_command_warns_of_a_file_or_folder_of_its_name(run: Run, folder: Path, kind: str) -> None:
    if kind == "folder":
        (folder / "links").mkdir()
    else:
        (folder / "links").write_text(ONE, encoding="utf-8")
    done = run("links", "one.txt", "two.txt")
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == (
        f"reader: links is a command here; the {kind} of that name opens with "
        f"reader {os.path.join('.', 'links')} or reader -- links\n"
    )


def test_a_command_warns_of_nothing_where_its_name_is_free(run: Run, folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "links").write_text(ONE, encoding="utf-8")
    assert run("links", "one.txt", "two.txt").stderr == ""
    (folder / "links").write_text(ONE, encoding="utf-8")
    assert run("one.txt", "links").stderr == ""


def test_a_small_character_set_gets_question_marks(run: Run, environment: dict[str, str]) -> None:
    done = run("one.txt", "two.txt", env=environment | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "?1 " in done.stdout


@POSIX
def test_a_pipe_that_is_closed_early_is_no_error(run_in_shell: Run) -> None:
    done = run_in_shell("reader --plain | head -n 1; echo ${PIPESTATUS[0]}")
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


@POSIX
@pytest.mark.parametrize(
    ("closed", "code"), [("<&-", 0), (">&-", 74), ("2>&-", 0), ("<&- >&- 2>&-", 74)]
)
def test_nothing_is_written_into_a_file_in_the_place_of_a_closed_stream(
    run_in_shell: Run, folder: Path, closed: str, code: int
) -> None:
    done = run_in_shell(f"reader one.txt two.txt {closed}")
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert (folder / "one.txt").read_text(encoding="utf-8") == ONE


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["one.txt", "two.txt"],
        ["links", "--json", "one.txt", "two.txt"],
        ["articles", "--json", "one.txt"],
        ["articles", "--text", "one.txt"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_full_disk_is_reported(
    run: Run, environment: dict[str, str], arguments: list[str], unbuffered: str
) -> None:
    streams = {"capture_output": False, "stderr": subprocess.PIPE}
    variables = environment | {"PYTHONUNBUFFERED": unbuffered}
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run(*arguments, stdout=full, env=variables, **streams)
    assert done.returncode == 74
    assert done.stderr == "reader: the output could not be written: No space left on device\n"


@POSIX
@pytest.mark.parametrize(
    "command", ["--help", "one.txt two.txt", "check one.txt --against two.txt"]
)
def test_a_closed_output_is_reported(run_in_shell: Run, command: str) -> None:
    done = run_in_shell(f"reader {command} >&-")
    assert done.returncode == 74
    assert done.stderr == "reader: the output could not be written: the standard output is closed\n"


@POSIX
@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_dumb_terminal_gets_plain_text(
    folder: Path, environment: dict[str, str], terminal: str
) -> None:
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "one.txt", "two.txt"],
        cwd=folder,
        env=environment | {"TERM": terminal},
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    written = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(master)
    assert process.wait(SECONDS_TO_END) == 0
    assert b"2 articles compared" in written
    assert b"\x1b" not in written


def test_linear_reading_goes_through_a_pipe(run: Run) -> None:
    commands = "]\nw\nW\nD\n:2:3\n?\n\xff\x1b[31m\nq\nnever answered\n"
    done = run("--linear", "one.txt", "two.txt", input=commands)
    assert done.returncode == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0].startswith("2 articles, ")
    assert any(line.startswith("[2] ¶") and " same, " in line for line in lines)
    assert any(line.startswith("[2] ¶") and line.endswith("[+…+] is only here:") for line in lines)
    assert any(line.startswith(("No difference", "1 difference")) for line in lines)
    assert "[2] two, paragraph 3 of 3." in lines
    assert "q, quit: leave." in lines
    assert "never" not in done.stdout
    assert not any(ord(c) < 32 and c != "\n" for c in done.stdout)


def test_linear_reading_ends_with_its_input(run: Run) -> None:
    done = run("--linear", "one.txt", "two.txt", "--at", "2:2", input="j")
    assert done.returncode == 0
    assert "[2] two, paragraph 3 of 3." in done.stdout
