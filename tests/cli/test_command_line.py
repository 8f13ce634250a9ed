"""The command line as a person or a pipe meets it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import __version__
from reader.articles import ParagraphKind
from reader.cli import main
from reader.errors import ReaderError
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
LONG = 120

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        settings: dict[str, object] = {
            "cwd": folder,
            "capture_output": True,
            "stdin": subprocess.DEVNULL,
            "encoding": "utf-8",
            "timeout": LONG,
            "env": environment(folder),
        }
        command = [sys.executable, "-m", "reader", *arguments]
        return subprocess.run(command, **(settings | options))  # type: ignore[call-overload,no-any-return]

    return run


def environment(home: Path) -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return os.environ | {
        "PYTHONPATH": root,
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
    }


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(option: str) -> None:
    code = (
        "import sys\nfrom reader.__main__ import main\n"
        f"assert main([{option!r}]) == 0\n"
        "heavy = {'textual', 'rich', 'rapidfuzz', 'numpy'} & sys.modules.keys()\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "reader" in done.stdout
    assert option != "--version" or done.stdout == f"reader {__version__}\n"


def test_without_a_terminal_the_comparison_is_plain_text(run: Run) -> None:
    done = run("one.txt", "two.txt")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "ARTICLE [1]" in done.stdout
    assert "Ferries to Gotland" in done.stdout
    assert not any(ord(c) < 32 and c != "\n" for c in done.stdout)
    assert run("--plain", "one.txt", "two.txt").stdout == done.stdout


def test_with_no_names_the_five_articles_that_come_along_are_opened(run: Run) -> None:
    done = run("--plain")
    assert done.returncode == 0
    assert done.stdout.startswith("5 articles compared")


@pytest.mark.skipif(sys.platform != "linux", reason="says where the notebook lies")
def test_what_the_user_corrected_before_holds_again(run: Run, folder: Path) -> None:
    [article] = open_articles([folder / "two.txt"])
    notebook = Notebook(folder / "state" / "reader" / "notebook.sqlite3")
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
    assert done.returncode == 0
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
    done = run("one.txt", "\x1b]0;gone\x07.txt", "--\x1b[31m")
    assert done.returncode == 2
    done_without_option = run("one.txt", "\x1b]0;gone\x07.txt")
    assert "\x1b" not in done.stderr + done_without_option.stderr
    assert "gone" in done_without_option.stderr


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
        assert link["level"] in ("same", "related")
        assert 1 <= len(link["evidence"]) <= 3
        for text, spans in zip((link["a_text"], link["b_text"]), link["spans"], strict=True):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert spans == sorted(spans)
    by_ends = {(link["i"], link["j"]): link for link in links}
    assert max(by_ends.values(), key=lambda link: link["score"])["j"] in (1, 2)


def test_the_floor_of_links_is_kept(run: Run) -> None:
    every = run("links", "--json", "one.txt", "two.txt", "--floor", "0").stdout.splitlines()
    least, *_, most = sorted(json.loads(line)["score"] for line in every)
    floor = str((least + most) / 2)
    some = run("links", "--json", "one.txt", "two.txt", "--floor", floor).stdout.splitlines()
    assert 0 < len(some) < len(every)
    assert all(json.loads(line)["score"] >= float(floor) for line in some)
    for wrong in ("2", "-1", "nan", "much"):
        assert run("links", "one.txt", "two.txt", f"--floor={wrong}").returncode == 2


def test_links_are_plain_on_a_pipe(run: Run) -> None:
    lines = run("links", "one.txt", "two.txt").stdout.splitlines()
    assert lines
    assert all(line.split("\t")[0] in ("same", "related") for line in lines)
    assert all(len(line.split("\t")) == 5 for line in lines)


def test_a_file_called_links_is_reached_by_its_path(run: Run, folder: Path) -> None:
    (folder / "links").write_text(ONE, encoding="utf-8")
    done = run("./links", "two.txt")
    assert done.returncode == 0
    assert done.stdout.startswith("2 articles compared")


def test_a_small_character_set_gets_question_marks(run: Run, folder: Path) -> None:
    done = run("one.txt", "two.txt", env=environment(folder) | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "?1 " in done.stdout


@POSIX
def test_a_pipe_that_is_closed_early_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m reader --plain | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
        timeout=LONG,
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


@POSIX
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_borne(folder: Path, closed: str) -> None:
    command = f"{sys.executable} -m reader one.txt two.txt {closed}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert (folder / "one.txt").read_text(encoding="utf-8") == ONE


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told(run: Run) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run("one.txt", "two.txt", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "reader: the output could not be written: No space left on device"
    ]


@POSIX
def test_ctrl_c_is_exit_code_130(folder: Path) -> None:
    code = (
        "import sys, time\nfrom reader.cli import main\n"
        "def slow(names):\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "main._plain = slow\nsys.exit(main.main(['--plain']))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=LONG)
    assert process.returncode == 130
    assert "Traceback" not in errors


def test_a_missing_package_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(names: object) -> int:
        raise ModuleNotFoundError("No module named 'textual.app'", name="textual.app")

    monkeypatch.setattr(main, "_plain", missing)
    assert main.main(["--plain"]) == 2
    errors = capsys.readouterr().err
    assert len(errors.splitlines()) == 1
    assert "the package textual is not installed" in errors
    assert "README" in errors


def test_a_fault_is_one_sentence_with_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fault(names: object) -> int:
        raise ZeroDivisionError("by a\nzero")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(main, "_plain", fault)
    assert main.main(["--plain"]) == 70
    errors = capsys.readouterr().err
    assert len(errors.splitlines()) == 1
    log = next(tmp_path.rglob("reader.log"))
    assert str(log) in errors
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_known_problem_is_its_own_sentence_and_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(names: object) -> int:
        raise ReaderError("a.txt: no words in it")

    monkeypatch.setattr(main, "_plain", refuse)
    assert main.main(["--plain"]) == 2
    assert capsys.readouterr().err == "reader: a.txt: no words in it\n"


@POSIX
@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_dumb_terminal_gets_plain_text(folder: Path, terminal: str) -> None:
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "one.txt", "two.txt"],
        cwd=folder,
        env=environment(folder) | {"TERM": terminal},
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
    assert process.wait(LONG) == 0
    assert b"2 articles compared" in written
    assert b"\x1b" not in written
