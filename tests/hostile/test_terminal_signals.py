"""Signals, stops and closed terminals: the program ends in order, or goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from hostile_assertions import LIMIT, READY, assert_ended, assert_ended_in_order
from hostile_terminal import ALTERNATE_SCREEN, PROJECT, find_unrestored_modes

PROGRAM_THAT_CANNOT_SAVE = """
import sys, time
from reader.__main__ import main
from reader.app.app import ReaderApp

def save_before_end(self):
    {}

ReaderApp.save_before_end = save_before_end
sys.exit(main())
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_ends_the_program_in_order_at_any_time(start, name):
    number = getattr(signal, name)
    for delay in (0.0, 0.05, 0.2):
        terminal = start()
        assert terminal.read_until(ALTERNATE_SCREEN[0], LIMIT)
        terminal.read(delay)
        terminal.send(number)
        assert_ended_in_order(terminal, 128 + number)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_while_articles_are_read_leaves_no_process_behind(start, large_articles, name):
    number = getattr(signal, name)
    terminal = start(*large_articles)
    assert terminal.read_until(b"reading", LIMIT)
    children = terminal.descendants()
    terminal.send(number)
    assert_ended_in_order(terminal, 128 + number)
    assert_ended(children)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_that_is_ignored_at_the_start_stays_ignored(start, name):
    number = getattr(signal, name)
    terminal = start(before=lambda: signal.signal(number, signal.SIG_IGN))
    assert terminal.read_until(READY, LIMIT)
    terminal.send(number)
    terminal.settle()
    terminal.press("jq")
    assert_ended_in_order(terminal, 0)


def test_a_closed_terminal_ends_the_program_even_where_hang_ups_are_ignored(start):
    terminal = start(before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    assert terminal.read_until(READY, LIMIT)
    process = terminal.process
    terminal.hang_up()
    assert process.wait(LIMIT) == 128 + signal.SIGHUP


@pytest.mark.parametrize("saving", ["raise RuntimeError", "time.sleep(600)"])
@pytest.mark.parametrize("action", [signal.SIG_IGN, signal.SIG_DFL])
def test_a_closed_terminal_ends_the_program_though_the_place_cannot_be_saved(start, saving, action):
    terminal = start(
        command=[sys.executable, "-c", PROGRAM_THAT_CANNOT_SAVE.format(saving)],
        before=lambda: signal.signal(signal.SIGHUP, action),
    )
    assert terminal.read_until(READY, LIMIT)
    process = terminal.process
    terminal.hang_up()
    assert process.wait(LIMIT) == 128 + signal.SIGHUP


def test_ctrl_c_leaves(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    terminal.press("/ab\x03")
    assert_ended_in_order(terminal, 130)


def test_a_terminal_that_is_closed_ends_the_program_and_its_children(start, large_articles):
    terminal = start(*large_articles)
    assert terminal.read_until(b"reading", LIMIT)
    process, children = terminal.process, terminal.descendants()
    terminal.hang_up()
    assert process.wait(LIMIT) in (-signal.SIGHUP, 128 + signal.SIGHUP)
    assert_ended(children)


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
    assert_ended_in_order(terminal, 128 + signal.SIGTERM)


def test_a_stop_and_a_continuation_from_outside_do_no_harm(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    for stop in (signal.SIGSTOP, signal.SIGTSTP):
        before = len(terminal.written)
        terminal.send(stop)
        wait_for_state(terminal, "T")
        if stop == signal.SIGTSTP:
            terminal.read(0.2)
            assert find_unrestored_modes(terminal.written) == [], "the shell gets its terminal back"
            assert terminal.settings_restored()
        terminal.resize(100, 30)
        terminal.send(signal.SIGCONT)
        terminal.settle()
        assert ALTERNATE_SCREEN[0] in terminal.written[before:]
        assert READY in terminal.written[before:], "it is painted anew"
    terminal.press("q")
    assert_ended_in_order(terminal, 0)


PROGRAM_STOPPED_IN_THE_MIDST_OF_WRITING = """
import os, signal, sys
from queue import Queue
from reader.__main__ import main
from reader.app.app import ReaderApp

ready = ReaderApp.on_ready

def stop_while_writing(self):
    ready(self)
    put = Queue._put
    def stop_and_put(queue, item):
        Queue._put = put
        os.kill(os.getpid(), signal.SIGTSTP)
        put(queue, item)
    Queue._put = stop_and_put

ReaderApp.on_ready = stop_while_writing
sys.exit(main())
"""


def test_a_stop_in_the_midst_of_writing_does_not_block_the_program(start):
    terminal = start(command=[sys.executable, "-c", PROGRAM_STOPPED_IN_THE_MIDST_OF_WRITING])
    wait_for_state(terminal, "T")
    assert find_unrestored_modes(terminal.written) == []
    terminal.send(signal.SIGCONT)
    assert terminal.read_until(READY, LIMIT)
    terminal.press("q")
    assert_ended_in_order(terminal, 0)


def test_ctrl_z_suspends(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    terminal.press("\x1a")
    wait_for_state(terminal, "T")
    terminal.send(signal.SIGCONT)
    terminal.settle()
    terminal.press("q")
    assert_ended_in_order(terminal, 0)


def wait_for_state(terminal, state: str) -> None:
    end = time.monotonic() + LIMIT
    while (found := terminal.state()) != state:
        assert time.monotonic() < end, found
        terminal.read(0.02)


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.02, 0.04, 0.08])
def test_ctrl_c_during_imports_leaves_no_traceback(home, delay):
    process = start_reader(["--plain"], home)
    # From the first line of the program on: before it Python prints a traceback.
    assert process.stderr.readline() == "begun\n"
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=LIMIT)
    assert errors == ""
    assert process.returncode in (0, 130, -signal.SIGINT)


def start_reader(command, home):
    program = (
        "import sys; from reader.__main__ import main; "
        "print('begun', file=sys.stderr, flush=True); raise SystemExit(main(sys.argv[1:]))"
    )
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import signal; signal.signal(signal.SIGINT, signal.SIG_DFL); {program}",
            *command,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={
            "PATH": os.defpath,
            "HOME": str(home),
            "PYTHONPATH": str(PROJECT),
            "LC_ALL": "C.UTF-8",
        },
        cwd=home,
        text=True,
    )
