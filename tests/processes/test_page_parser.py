import os
import subprocess
import sys
import threading

import pytest

from reader.processes import page_parser
from reader.processes.page_parser import WorkerError, ask

PAGE = b"<html><body><p>" + b"The ferry did not come, the harbour master said. " * 10


@pytest.fixture(autouse=True)
def _fresh_child():
    page_parser.stop()
    yield
    page_parser.stop()


def child_id() -> int:
    assert page_parser._child is not None
    return page_parser._child._process.pid


def test_the_child_is_kept_for_the_next_question():
    ask("page", PAGE, {})
    first = child_id()
    ask("page", PAGE, {})
    assert child_id() == first


def test_a_child_that_was_killed_is_replaced():
    ask("page", PAGE, {})
    page_parser._child._process.kill()
    page_parser._child._process.wait()
    assert ask("page", PAGE, {})["paragraphs"]


def test_a_task_that_takes_too_long_is_stopped_and_the_next_one_is_done(monkeypatch):
    monkeypatch.setattr(page_parser, "SECONDS_TO_ANSWER", 0.0)
    with pytest.raises(WorkerError, match="stopped after 0 seconds"):
        ask("page", PAGE * 2000, {})
    monkeypatch.undo()
    assert ask("page", PAGE, {})["paragraphs"]


def test_an_answer_that_states_too_great_a_length_is_not_read(monkeypatch):
    monkeypatch.setattr(page_parser, "LONGEST_ANSWER", 10)
    with pytest.raises(WorkerError, match="broke down"):
        ask("page", PAGE, {})


def test_a_fault_of_a_parser_is_told_and_the_child_lives_on():
    ask("page", PAGE, {})
    first = child_id()
    with pytest.raises(WorkerError, match="KeyError"):
        ask("no such task", b"", {})
    assert child_id() == first


def test_several_threads_may_ask():
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(ask("page", PAGE, {}))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4
    assert all(answer == answers[0] for answer in answers)


def test_no_python_to_start_is_told(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(WorkerError, match="no Python"):
        ask("page", PAGE, {})


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess, sys; subprocess.run([sys.executable, '-V'])",
        "import os; os.system('true')",
    ],
)
def test_nothing_in_the_child_can_connect_or_start_a_process(attempt):
    code = (
        "import sys\n"
        "from reader.processes.page_parser import _refuse_what_no_parser_needs as refuse\n"
        f"sys.addaudithook(refuse); {attempt}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_memory_of_the_child_is_limited():
    ask("page", PAGE, {})
    with open(f"/proc/{child_id()}/limits", encoding="ascii") as limits:
        line = next(line for line in limits if line.startswith("Max address space"))
    assert int(line.split()[3]) == page_parser.MEMORY_BYTES


@pytest.mark.skipif(os.name != "posix", reason="ends a process by its group")
def test_the_child_ends_with_its_parent():
    code = (
        "from reader.processes import page_parser; page_parser.ask('page', b'<p>x', {});"
        "print(page_parser._child._process.pid, flush=True); import os; os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    child = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        threading.Event().wait(0.05)
    pytest.fail("the child lives on")


def test_opening_text_alone_starts_no_child_and_loads_no_parser(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry did not come. The harbour master said so.\n")
    path = str(tmp_path / "a.txt")
    code = (
        f"import sys; from reader import open_articles; open_articles([{path!r}]);"
        "print([name for name in ('lxml', 'trafilatura', 'email', 'reader.processes.page_parser')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
