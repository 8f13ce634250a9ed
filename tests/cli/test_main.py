"""How the program ends: every error is one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import main, side_by_side
from reader.errors import ReaderError

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
SECONDS_TO_END = 120


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Have the main command raise an error."""

    def fail(options: object) -> int:
        raise error

    monkeypatch.setattr(side_by_side, "print_comparison", fail)


@pytest.fixture
def log_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("error", "exit_code", "message"),
    [
        (ReaderError("a.txt: no words in it"), 2, "a.txt: no words in it"),
        (MemoryError(), 70, "there is not enough memory for this; open fewer or smaller articles"),
        (
            ModuleNotFoundError("No module named 'textual.app'", name="textual.app"),
            2,
            "the package textual is not installed for this Python; start reader with the commands "
            "of README.md, or with the Python it was installed for",
        ),
    ],
    ids=["known problem", "memory", "missing package"],
)
def test_an_error_is_one_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    exit_code: int,
    message: str,
) -> None:
    fail_with(monkeypatch, error)
    assert main.main(["--plain"]) == exit_code
    assert capsys.readouterr().err == f"reader: {message}\n"


@pytest.mark.parametrize(
    "error",
    [
        ZeroDivisionError("by a\nzero"),
        ModuleNotFoundError("No module named 'reader.gone'", name="reader.gone"),
    ],
)
def test_a_fault_is_one_line_with_the_place_of_the_log(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    log_folder: Path,
    error: Exception,
) -> None:
    fail_with(monkeypatch, error)
    assert main.main(["--plain"]) == 70
    errors = capsys.readouterr().err
    assert len(errors.splitlines()) == 1
    log = next(log_folder.rglob("reader.log"))
    assert str(log) in errors
    assert type(error).__name__ in log.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a path that is no folder")
def test_a_fault_is_named_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], log_folder: Path
) -> None:
    for name in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "/dev/null")
    fail_with(monkeypatch, ZeroDivisionError("by zero"))
    assert main.main(["--plain"]) == 70
    assert "its log could not be written: ZeroDivisionError: by zero" in capsys.readouterr().err


def test_an_interruption_is_exit_code_130_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    assert main.main(["--plain"]) == 130
    assert capsys.readouterr().err == ""


def test_an_error_that_an_interruption_leaves_behind_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, ImportError("a module that was loaded half"))
    assert main.main(["--plain"], was_interrupted=lambda: True) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("code", [0, 2])
def test_argparse_ends_with_its_own_exit_code(code: int) -> None:
    assert main.main(["--help"] if code == 0 else ["--nonsense"]) == code


SLOW_PROGRAM = """
import sys, time
from reader.__main__ import main
from reader.cli import side_by_side

def wait(options):
    print("ready", flush=True)
    time.sleep(1 if "--short" in sys.argv else 60)
    return 0

side_by_side.print_comparison = wait
sys.exit(main(["--plain"]))
"""


def start_slow_program(
    environment: dict[str, str], *arguments: str, before: Callable[[], object] | None = None
) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW_PROGRAM, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@POSIX
def test_ctrl_c_is_exit_code_130(environment: dict[str, str]) -> None:
    process = start_slow_program(environment)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=SECONDS_TO_END)
    assert process.returncode == 130
    assert errors == ""


@POSIX
def test_an_ignored_ctrl_c_stays_ignored(environment: dict[str, str]) -> None:
    process = start_slow_program(
        environment, "--short", before=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)
    )
    process.send_signal(signal.SIGINT)
    assert process.wait(SECONDS_TO_END) == 0


INTERRUPTED_CALLBACK = """
import signal, sys, time, weakref
import reader.__main__, reader.cli.main

class Thing:
    pass

def run(arguments, was_interrupted):
    thing = Thing()
    # As the callback of the lock of a module that is being imported.
    reference = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
    del thing
    time.sleep(5)
    return 0

reader.cli.main.main = run
sys.exit(reader.__main__.main())
"""


@POSIX
def test_ctrl_c_in_a_callback_that_can_raise_nothing_ends_the_program(
    environment: dict[str, str],
) -> None:
    process = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_CALLBACK],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 130
    assert process.stderr == ""
