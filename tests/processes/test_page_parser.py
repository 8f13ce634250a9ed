"""The sandbox of the parsers: one child that is limited, replaced, and ends with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.processes import page_parser
from reader.processes.page_parser import PageParserError, parse_in_sandbox, parser_pid

PAGE = b"<html><body><p>" + b"The ferry did not come, the harbour master said. " * 10


@pytest.fixture(autouse=True)
def fresh_child() -> Iterator[None]:
    page_parser.stop_parser()
    yield
    page_parser.stop_parser()


def test_the_child_serves_the_next_request_too() -> None:
    parse_in_sandbox("page", PAGE, {})
    first = parser_pid()
    assert first is not None
    parse_in_sandbox("page", PAGE, {})
    assert parser_pid() == first


def test_a_stopped_child_is_replaced() -> None:
    parse_in_sandbox("page", PAGE, {})
    page_parser.stop_parser()
    assert parser_pid() is None
    assert parse_in_sandbox("page", PAGE, {})["paragraphs"]


@pytest.mark.skipif(os.name != "posix", reason="ends a process by its number")
def test_a_child_that_was_killed_is_replaced() -> None:
    parse_in_sandbox("page", PAGE, {})
    first = parser_pid()
    assert first is not None
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert parse_in_sandbox("page", PAGE, {})["paragraphs"]
    assert parser_pid() != first


def test_a_task_that_takes_too_much_work_is_stopped_and_the_next_one_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_parser, "SECONDS_TO_ANSWER", 0.001)
    monkeypatch.setattr(page_parser, "SECONDS_A_MEGABYTE", 0.0)
    monkeypatch.setattr(page_parser, "WAITING", 1e6)
    with pytest.raises(PageParserError, match="stopped after 0 seconds of work"):
        parse_in_sandbox("page", PAGE * 2000, {})
    monkeypatch.undo()
    assert parse_in_sandbox("page", PAGE, {})["paragraphs"]


def test_a_child_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_parser, "WAITING", 0)
    with pytest.raises(PageParserError, match=r"stopped after 0 seconds$"):
        parse_in_sandbox("page", PAGE * 2000, {})
    monkeypatch.undo()
    assert parse_in_sandbox("page", PAGE, {})["paragraphs"]


def test_an_answer_that_states_too_great_a_length_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_parser, "LONGEST_ANSWER", 10)
    with pytest.raises(PageParserError, match="broke down"):
        parse_in_sandbox("page", PAGE, {})


def test_a_fault_of_a_parser_is_reported_and_the_child_lives_on() -> None:
    parse_in_sandbox("page", PAGE, {})
    first = parser_pid()
    with pytest.raises(PageParserError, match="KeyError"):
        parse_in_sandbox("no such task", b"", {})
    assert parser_pid() == first


def test_several_threads_may_parse() -> None:
    answers: list[dict[str, object]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(parse_in_sandbox("page", PAGE, {})))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [answers[0]] * 4


def test_without_an_interpreter_the_reason_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(PageParserError, match="no Python"):
        parse_in_sandbox("page", PAGE, {})


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess, sys; subprocess.run([sys.executable, '-V'])",
        "import os; os.system('true')",
    ],
)
def test_nothing_in_the_child_can_connect_or_start_a_process(attempt: str) -> None:
    code = (
        "import sys\n"
        "from reader.processes.page_parser import _refuse_forbidden_events as refuse\n"
        f"sys.addaudithook(refuse); {attempt}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_memory_of_the_child_is_limited() -> None:
    parse_in_sandbox("page", PAGE, {})
    limits = Path(f"/proc/{parser_pid()}/limits").read_text(encoding="ascii")
    line = next(line for line in limits.splitlines() if line.startswith("Max address space"))
    assert int(line.split()[3]) == page_parser.MEMORY_BYTES


def test_the_child_ends_with_its_parent(wait_until_ended: Callable[[int], None]) -> None:
    code = (
        "from reader.processes.page_parser import parse_in_sandbox, parser_pid\n"
        "parse_in_sandbox('page', b'<p>x', {})\n"
        "print(parser_pid(), flush=True); import os; os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    wait_until_ended(int(done.stdout))


def test_opening_text_alone_starts_no_child_and_loads_no_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry did not come. The harbour master said so.\n")
    path = str(tmp_path / "a.txt")
    code = (
        f"import sys; from reader import open_articles; open_articles([{path!r}]);"
        "print([name for name in ('lxml', 'trafilatura', 'email', 'reader.processes.page_parser')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
