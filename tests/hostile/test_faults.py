"""What goes wrong around the program: signals, terminals, processes, limits."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time

import pytest
from hostile_terminal import ALTERNATE_SCREEN, BEGIN_PASTE, PROJECT, harm, is_alive, not_restored

LIMIT = 60.0
READY = b"keys"


@pytest.fixture
def large(tmp_path):
    """Two articles that take seconds to read and to compare."""
    paths = []
    for place in ("Geneva", "Vienna"):
        path = tmp_path / f"{place}.txt"
        path.write_text(
            "".join(
                f"Paragraph {number} tells that the talks in {place} on bridge {number % 97} "
                f"ended on day {number % 31} without a result.\n\n"
                for number in range(30_000)
            )
        )
        paths.append(str(path))
    return paths


def assert_left_in_order(terminal, *codes: int) -> None:
    code = terminal.wait(LIMIT)
    assert code in codes, terminal.written[-600:]
    assert not_restored(terminal.written) == []
    assert harm(terminal.written) == []
    assert terminal.settings_restored()


def assert_gone(processes) -> None:
    end = time.monotonic() + LIMIT
    while any(map(is_alive, processes)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(is_alive, processes))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_leaves_the_terminal_in_order_whenever_it_comes(start, name):
    number = getattr(signal, name)
    for delay in (0.0, 0.05, 0.2):
        terminal = start()
        assert terminal.read_until(ALTERNATE_SCREEN[0], LIMIT)
        terminal.read(delay)
        terminal.send(number)
        assert_left_in_order(terminal, 128 + number)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_while_articles_are_read_leaves_no_process_behind(start, large, name):
    number = getattr(signal, name)
    terminal = start(*large)
    assert terminal.read_until(b"reading", LIMIT)
    children = terminal.descendants()
    terminal.send(number)
    assert_left_in_order(terminal, 128 + number)
    assert_gone(children)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_that_is_ignored_at_the_start_stays_ignored(start, name):
    number = getattr(signal, name)
    terminal = start(before=lambda: signal.signal(number, signal.SIG_IGN))
    assert terminal.read_until(READY, LIMIT)
    terminal.send(number)
    terminal.settle()
    terminal.press("jq")
    assert_left_in_order(terminal, 0)


def test_a_closed_terminal_ends_the_program_even_where_hang_ups_are_ignored(start):
    terminal = start(before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    assert terminal.read_until(READY, LIMIT)
    process = terminal.process
    terminal.hang_up()
    assert process.wait(LIMIT) == 128 + signal.SIGHUP


def test_ctrl_c_leaves(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    terminal.press("/ab\x03")
    assert_left_in_order(terminal, 130)


def test_a_terminal_that_is_closed_ends_the_program_and_its_children(start, large):
    terminal = start(*large)
    assert terminal.read_until(b"reading", LIMIT)
    process, children = terminal.process, terminal.descendants()
    terminal.hang_up()
    assert process.wait(LIMIT) in (-signal.SIGHUP, 128 + signal.SIGHUP)
    assert_gone(children)


def test_a_terminal_that_takes_no_output_does_not_keep_the_program(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    # Nobody reads what it writes now, so that it waits for its terminal.
    terminal.press_without_reading("t" + "jk" * 2000)
    time.sleep(0.5)
    terminal.send(signal.SIGTERM)
    assert terminal.process.wait(LIMIT) == 128 + signal.SIGTERM
    assert terminal.settings_restored()


AFTER_A_SIGNAL = {
    "a dialog opens": "choose_theme(self); self._leave(143)",
    "a key quits": "self._leave(143); self.exit()",
    "nothing can be opened": "self._leave(143); self._give_up([ReaderError('a.txt: empty')])",
}
PROGRAM_LEFT_BY_A_SIGNAL = """
import sys
from reader.__main__ import main
from reader.app.app import ReaderApp
from reader.app.dialogs.theme_choice import choose_theme
from reader.errors import ReaderError

def leave(self):
    {}

ReaderApp.on_ready = leave
sys.exit(main())
"""


@pytest.mark.parametrize("body", AFTER_A_SIGNAL.values(), ids=AFTER_A_SIGNAL)
def test_nothing_that_fails_after_a_signal_changes_the_exit_code(start, body):
    terminal = start(command=[sys.executable, "-c", PROGRAM_LEFT_BY_A_SIGNAL.format(body)])
    assert_left_in_order(terminal, 128 + signal.SIGTERM)


def test_a_stop_and_a_continuation_from_outside_do_no_harm(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    for stop in (signal.SIGSTOP, signal.SIGTSTP):
        before = len(terminal.written)
        terminal.send(stop)
        wait_for_state(terminal, "T")
        if stop == signal.SIGTSTP:
            terminal.read(0.2)
            assert not_restored(terminal.written) == [], "the shell gets its terminal back"
            assert terminal.settings_restored()
        terminal.resize(100, 30)
        terminal.send(signal.SIGCONT)
        terminal.settle()
        assert ALTERNATE_SCREEN[0] in terminal.written[before:]
        assert READY in terminal.written[before:], "it is painted anew"
    terminal.press("q")
    assert_left_in_order(terminal, 0)


def test_ctrl_z_suspends(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    terminal.press("\x1a")
    wait_for_state(terminal, "T")
    terminal.send(signal.SIGCONT)
    terminal.settle()
    terminal.press("q")
    assert_left_in_order(terminal, 0)


def wait_for_state(terminal, state: str) -> None:
    end = time.monotonic() + LIMIT
    while terminal.state() != state:
        assert time.monotonic() < end
        terminal.read(0.02)


def test_keys_that_are_no_text_do_no_harm(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    for number in range(10):
        junk = random.Random(number).randbytes(300)
        terminal.press(bytes(byte for byte in junk if byte not in b"\x03\x11\x1aq"))
        terminal.press("\x1b")
        terminal.settle(0.02, 5)
    terminal.press("\x1b[201~\x11")
    assert_left_in_order(terminal, 0)


def test_escapes_in_a_paste_are_no_keys(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    terminal.press(BEGIN_PASTE + b"\x1bqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq\x1b[201~")
    terminal.settle()
    terminal.press("/")
    terminal.paste("a\x1b]0;PAWNED\x07\x9b31m[/][b]\u202e\x00" + "x" * 100_000)
    terminal.settle()
    terminal.press("\r")
    terminal.settle()
    terminal.press("\x11")
    assert_left_in_order(terminal, 0)
    assert b"stands in none" in terminal.written


def test_a_storm_of_sizes_while_keys_are_pressed(start):
    terminal = start()
    assert terminal.read_until(ALTERNATE_SCREEN[0], LIMIT)
    numbers = random.Random(3)
    for _ in range(80):
        terminal.resize(numbers.randint(1, 250), numbers.randint(1, 80))
        terminal.press(numbers.choice(["j", "k", "G", "w", "p", "z", "c", "\x1b", "?", "i", "/"]))
        terminal.read(0.005)
    for size in ((10, 3), (1, 1), (1, 80), (250, 1), (0, 0), (80, 24)):
        terminal.resize(*size)
        terminal.press("\x1bj")
        terminal.settle(0.05, 5)
    terminal.press("\x11")
    assert_left_in_order(terminal, 0)


def test_the_articles_can_be_read_when_the_process_that_links_them_is_killed(start, large):
    terminal = start(*large)
    end = time.monotonic() + LIMIT
    while not (children := terminal.descendants()) and time.monotonic() < end:
        terminal.read(0.05)
    for child in children:
        os.kill(child, signal.SIGKILL)
    assert terminal.read_until(b"could not be compared", LIMIT)
    terminal.press("jjq")
    assert_left_in_order(terminal, 0)


@pytest.mark.parametrize(
    ("what", "limit"),
    [("RLIMIT_NPROC", 1), ("RLIMIT_NOFILE", 32), ("RLIMIT_FSIZE", 0), ("RLIMIT_AS", 600 << 20)],
)
def test_a_poor_machine_is_enough_to_read_on(start, what, limit):
    def poor() -> None:
        resource.setrlimit(getattr(resource, what), (limit, limit))

    terminal = start(before=poor)
    assert terminal.read_until(READY, LIMIT)
    for key in ("j", "c", "\x1b", "i", "\x1b", "y"):
        terminal.press(key)
        terminal.settle(0.05, 5)
    terminal.press("\x11")
    assert_left_in_order(terminal, 0)


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": None, "PATH": None},
        {"HOME": "/dev/null", "XDG_STATE_HOME": "/dev/null", "XDG_CACHE_HOME": "\x1b[31m"},
        {"TERM": "\x1b[31m", "LC_ALL": "C", "COLUMNS": "-5", "LINES": "x", "TMPDIR": "/nowhere"},
    ],
    ids=["nothing set", "no home", "nonsense"],
)
def test_a_strange_environment_does_no_harm(start, environment):
    terminal = start(environment=environment)
    assert terminal.read_until(ALTERNATE_SCREEN[0], LIMIT)
    terminal.settle()
    terminal.press("jq")
    assert_left_in_order(terminal, 0)


@pytest.mark.parametrize("term", ["dumb", "", None])
def test_a_terminal_that_cannot_be_drawn_on_gets_plain_text(start, term):
    terminal = start(environment={"TERM": term})
    assert terminal.wait(LIMIT) == 0
    assert b"\x1b" not in terminal.written
    assert b"5 articles compared" in terminal.written


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["--plain"], ["links", "--json"]])
def test_a_full_disk_is_told(command, home):
    with open("/dev/full", "w") as full:
        done = run_reader(command, home, stdout=full)
    assert done.returncode == 1
    assert done.stderr == "reader: the output could not be written: No space left on device\n"


def test_an_interruption_while_everything_is_imported_leaves_no_traceback(home):
    for delay in (0.0, 0.01, 0.02, 0.04, 0.08):
        process = start_reader(["--plain"], home)
        # From the first line of ours on: what Python does before is Python's.
        assert process.stderr.readline() == "begun\n"
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=LIMIT)
        assert errors == ""
        assert process.returncode in (0, 130, -signal.SIGINT)


def environment(home) -> dict[str, str]:
    return {"PATH": os.defpath, "HOME": str(home), "PYTHONPATH": str(PROJECT), "LC_ALL": "C.UTF-8"}


def run_reader(command, home, *, stdout=subprocess.PIPE, **options):
    return subprocess.run(
        [sys.executable, "-m", "reader", *command],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(home),
        cwd=home,
        text=True,
        timeout=LIMIT,
        check=False,
        **options,
    )


def start_reader(command, home):
    program = (
        "import signal, sys; signal.signal(2, signal.SIG_DFL); from reader.__main__ import main; "
        "print('begun', file=sys.stderr, flush=True); raise SystemExit(main(sys.argv[1:]))"
    )
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import signal; signal.signal(2, signal.SIG_DFL); {program}",
            *command,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(home),
        cwd=home,
        text=True,
    )
