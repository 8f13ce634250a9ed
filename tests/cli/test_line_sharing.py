"""`reader check --jsonl` with several processes: order, streaming, and processes that end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from reader.articles import parse_article
from reader.cli import line_sharing, line_worker
from reader.cli.check_lines import AnsweredLines, LineChecker
from reader.cli.input_options import InputOptions
from reader.cli.line_sharing import LineSharing
from reader.cli.line_worker import LineWorker, NumberedLines

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and processes of POSIX")
SECONDS_TO_END = 60
NAMES = ("Ada", "Bo", "Cleo", "Dan", "Eve", "Finn")
SOURCE = "\n\n".join(
    f"“Ferry {number} will not sail before Easter, and {name} waits,” said {name} Quill."
    for number, name in enumerate(NAMES, 2)
)
PROGRAM = """\
import sys
from reader.cli import line_sharing, line_worker
from reader.cli.main import main

line_sharing._SECONDS_TO_START = -10.0
ask = line_worker.LineWorker.answer

def answer(self, lines):
    found = ask(self, lines)
    print("shared", file=sys.stderr, flush=True)
    line_worker.LineWorker.answer = ask
    return found

line_worker.LineWorker.answer = answer
line_sharing.count_processors = lambda: 2
sys.exit(main(sys.argv[1:]))
"""


def make_lines(count: int) -> list[bytes]:
    """Return lines of which no two are equal; every fifth has no good question."""
    lines = []
    for number in range(count):
        name = NAMES[number % len(NAMES)]
        ferry = f"Ferry {2 + number % 7} will {'not ' * (number % 3)}sail before Easter"
        words = f"{ferry}, and {number} wait"
        asked = {"quote": words, "speaker": f"{name} Quill", "id": number}
        lines.append(b"no json" if number % 5 == 4 else json.dumps(asked).encode())
    return lines


@pytest.fixture
def checker() -> LineChecker:
    return LineChecker([parse_article(SOURCE, source="a.txt", name="a")], InputOptions(()))


@pytest.fixture
def starts_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_sharing, "_SECONDS_TO_START", -10.0)


def test_shared_lines_are_answered_as_by_one_process(
    checker: LineChecker, starts_early: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = []

    class CountedWorker(LineWorker):
        def answer(self, lines: NumberedLines) -> AnsweredLines:
            jobs.append(len(lines))
            return super().answer(lines)

    monkeypatch.setattr(line_worker, "LineWorker", CountedWorker)
    lines = make_lines(800)
    with LineSharing(checker, processes=3) as sharing:
        shared = list(sharing.answer([lines[:600], [b"", b" "], lines[600:]]))
    alone = checker.answer(enumerate([*lines[:600], b"", b" ", *lines[600:]], 1))
    assert jobs
    assert shared == alone.answers
    assert (sharing.count, sharing.has_errors, sharing.needs_review) == (800, True, True)


@pytest.mark.parametrize("answers_before", [0, 2])
def test_a_worker_that_ends_leaves_its_lines_to_the_others(
    checker: LineChecker, starts_early: None, monkeypatch: pytest.MonkeyPatch, answers_before: int
) -> None:
    ended = []

    class FragileWorker(LineWorker):
        count = 0

        def answer(self, lines: NumberedLines) -> AnsweredLines:
            if self.count == answers_before:
                self.kill()
                ended.append(self)
            self.count += 1
            return super().answer(lines)

    monkeypatch.setattr(line_worker, "LineWorker", FragileWorker)
    lines = make_lines(800)
    with LineSharing(checker, processes=2) as sharing:
        shared = list(sharing.answer([lines]))
    assert len(ended) == 1
    assert shared == checker.answer(enumerate(lines, 1)).answers


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_worker_with_a_fault_leaves_its_lines_to_the_others(
    checker: LineChecker, starts_early: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = []

    class FaultyWorker(LineWorker):
        def answer(self, lines: NumberedLines) -> AnsweredLines:
            faults.append(len(lines))
            raise RuntimeError("a fault")

    monkeypatch.setattr(line_worker, "LineWorker", FaultyWorker)
    lines = make_lines(800)
    with LineSharing(checker, processes=2) as sharing:
        shared = list(sharing.answer([lines]))
    assert len(faults) == 1
    assert shared == checker.answer(enumerate(lines, 1)).answers


def test_few_lines_or_equal_ones_start_no_process(
    checker: LineChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(line_worker, "LineWorker", started.append)
    equal = json.dumps({"quote": "will not sail before Easter"}).encode()
    for lines in (make_lines(50), [equal] * 5_000):
        with LineSharing(checker, processes=2) as sharing:
            assert len(list(sharing.answer([lines]))) == len(lines)
    assert started == []


def start_program(source: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start `reader check --jsonl`, which shares its lines as soon as there are some."""
    source.write_text(SOURCE, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "check", "--jsonl", *arguments, "--against", str(source)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def group_has_ended(group: int) -> bool:
    """Whether no process of a group is left, within a few seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_a_line_on_a_pipe_is_answered_before_the_next_is_there(tmp_path: Path) -> None:
    with start_program(tmp_path / "a.txt") as process:
        # One, then many at once that are shared, then one again.
        numbers = iter(range(10_000))
        for count in (1, 1, 300, 1):
            asked = [next(numbers) for _ in range(count)]
            lines = [json.dumps({"quote": "will sail", "id": number}) for number in asked]
            pipe(process.stdin).write("".join(f"{line}\n" for line in lines).encode())
            pipe(process.stdin).flush()
            answers = [json.loads(pipe(process.stdout).readline()) for _ in asked]
            assert [answer["id"] for answer in answers] == asked
        pipe(process.stdin).close()
        assert process.wait(SECONDS_TO_END) == 1


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGKILL", -9)])
def test_a_program_that_is_ended_leaves_no_process(tmp_path: Path, number: str, code: int) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b"\n".join(make_lines(100_000)))
    with start_program(tmp_path / "a.txt", str(lines)) as process:
        pipe(process.stdin).close()
        assert pipe(process.stderr).readline() == b"shared\n"
        os.kill(process.pid, getattr(signal, number))
        pipe(process.stdout).read()
        assert process.wait(SECONDS_TO_END) == code
        assert pipe(process.stderr).read() == b""
        assert group_has_ended(process.pid)


@POSIX
@pytest.mark.slow
def test_a_pipe_whose_reader_has_enough_is_no_fault(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b"\n".join(make_lines(100_000)))
    with start_program(tmp_path / "a.txt", str(lines)) as process:
        pipe(process.stdin).close()
        pipe(process.stdout).readline()
        pipe(process.stdout).close()
        assert process.wait(SECONDS_TO_END) in (1, 2)
        assert b"Traceback" not in pipe(process.stderr).read()
        assert group_has_ended(process.pid)
