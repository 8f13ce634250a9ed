"""Strange keys, sizes, environments and limits: the program goes on and does no harm."""

from __future__ import annotations

import os
import random
import resource
import signal

import pytest
from hostile_assertions import LIMIT, READY, assert_ended_in_order
from hostile_terminal import ALTERNATE_SCREEN, BEGIN_PASTE


def test_keys_that_are_no_text_do_no_harm(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    for number in range(10):
        noise = random.Random(number).randbytes(300)
        terminal.press(bytes(byte for byte in noise if byte not in b"\x03\x11\x1aq"))
        terminal.press("\x1b")
        terminal.settle(0.02, 5)
    terminal.press("\x1b[201~\x11")
    assert_ended_in_order(terminal, 0)


def test_escapes_in_a_paste_are_no_keys(start):
    terminal = start()
    assert terminal.read_until(READY, LIMIT)
    terminal.press(BEGIN_PASTE + b"\x1bqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq\x1b[201~")
    terminal.settle()
    terminal.press("/")
    # All but the first letter of the hint, which is under the cursor.
    assert terminal.read_until(b"ords to find", LIMIT)
    terminal.paste("a\x1b]0;PAWNED\x07\x9b31m[/][b]\u202e\x00" + "x" * 100_000)
    terminal.settle()
    terminal.press("\r")
    assert terminal.read_until(b"is in none", LIMIT)
    terminal.press("\x11")
    assert_ended_in_order(terminal, 0)


def test_many_changes_of_size_while_keys_are_pressed_do_no_harm(start):
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
    assert_ended_in_order(terminal, 0)


def test_the_articles_can_be_read_when_the_process_that_links_them_is_killed(start, large_articles):
    terminal = start(*large_articles)
    # Its articles are shown once the process is there; one that ends before is done without.
    assert terminal.read_until(b"Paragraph 1 tells", LIMIT)
    children = terminal.descendants()
    assert children
    for child in children:
        os.kill(child, signal.SIGKILL)
    assert terminal.read_until(b"could not be compared", LIMIT)
    terminal.press("jjq")
    assert_ended_in_order(terminal, 0)


@pytest.mark.parametrize(
    ("resource_name", "limit"),
    [("RLIMIT_NPROC", 1), ("RLIMIT_NOFILE", 32), ("RLIMIT_FSIZE", 0), ("RLIMIT_AS", 600 << 20)],
)
def test_articles_can_be_read_with_few_resources(start, resource_name, limit):
    def limit_resources() -> None:
        resource.setrlimit(getattr(resource, resource_name), (limit, limit))

    terminal = start(before=limit_resources)
    assert terminal.read_until(READY, LIMIT)
    for key in ("j", "c", "\x1b", "i", "\x1b", "y"):
        terminal.press(key)
        terminal.settle(0.05, 5)
    terminal.press("\x11")
    assert_ended_in_order(terminal, 0)


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
    assert_ended_in_order(terminal, 0)


@pytest.mark.parametrize("term", ["dumb", "", None])
def test_a_terminal_that_cannot_be_drawn_on_gets_plain_text(start, term):
    terminal = start(environment={"TERM": term})
    assert terminal.wait(LIMIT) == 0
    assert b"\x1b" not in terminal.written
    assert b"5 articles compared" in terminal.written
