"""Opening articles at a terminal: the progress shown, and the source of the keys."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from socket import create_server

import pytest

if os.name == "nt":
    pytest.skip("a terminal as POSIX has it", allow_module_level=True)

import fcntl
import pty
import select
import struct
import termios

SECONDS_TO_END = 60
ONE = "The harbour bridge at Ventspils reopened on Monday after nine years of repairs.\n"
TWO = "Cyclists were the first to use the reopened harbour bridge at Ventspils on Monday.\n"


class Terminal:
    """The program in a terminal of its own, and what it writes there."""

    def __init__(self, folder: Path, *arguments: str, given: bytes | None = None) -> None:
        self.master, slave = pty.openpty()
        # A second handle, so that the settings can be seen when the program has ended.
        self.slave = os.dup(slave)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", *arguments],
            cwd=folder,
            env=os.environ
            | {
                "PYTHONPATH": str(Path(__file__).parents[2]),
                "TERM": "xterm-256color",
                "HOME": str(folder),
                "XDG_CACHE_HOME": str(folder / "cache"),
            },
            stdin=slave if given is None else subprocess.PIPE,
            stdout=slave,
            stderr=slave,
            preexec_fn=lambda: _take_terminal(slave),
        )
        os.close(slave)
        if given is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(given)
            self.process.stdin.close()

    def read_until(self, words: bytes) -> bool:
        end = time.monotonic() + SECONDS_TO_END
        while words not in self.written and time.monotonic() < end:
            if not self._read():
                break
        return words in self.written

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def wait(self) -> int:
        end = time.monotonic() + SECONDS_TO_END
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        while self._read(0):
            pass
        return self.process.wait(1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.slave)
        os.close(self.master)

    def _read(self, seconds: float = SECONDS_TO_END) -> bool:
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        with suppress(OSError):
            part = os.read(self.master, 65536)
            self.written += part
            return bool(part)
        return False


def _take_terminal(slave: int) -> None:
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    terminals: list[Terminal] = []

    def start(*arguments: str, given: bytes | None = None) -> Terminal:
        terminals.append(Terminal(tmp_path, *arguments, given=given))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


def test_with_an_article_on_the_standard_input_keys_come_from_the_terminal(
    start: Callable[..., Terminal],
) -> None:
    terminal = start("-", "two.txt", given=ONE.encode())
    assert terminal.read_until(b"standard input")
    assert terminal.read_until(b"\x1b[?25l")
    terminal.press(b"q")
    assert terminal.wait() == 0


def test_at_a_terminal_it_says_how_a_pasted_article_ends(start: Callable[..., Terminal]) -> None:
    terminal = start("articles", "-")
    assert terminal.read_until(b"end with Enter and Ctrl+D")
    terminal.press(f"{ONE}===\n{TWO}\x04".encode())
    assert terminal.wait() == 0
    assert b"standard input 2" in terminal.written


def test_a_pasted_paragraph_may_be_longer_than_a_line_of_a_terminal(
    start: Callable[..., Terminal],
) -> None:
    terminal = start("articles", "-", "--json")
    assert terminal.read_until(b"end with Enter and Ctrl+D")
    words = "word " * 3000
    for part in range(0, len(words), 1000):
        terminal.press(words[part : part + 1000].encode())
        assert terminal.read_until(words[: part + 1000].strip().encode())
    terminal.press(b"the ende\x7f.\n\x04")
    assert terminal.wait() == 0
    assert f'"text": "{words}the end."'.encode() in terminal.written


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_while_pasting_leaves_the_terminal_as_it_was(
    start: Callable[..., Terminal], number: signal.Signals, code: int
) -> None:
    terminal = start("articles", "-")
    before = termios.tcgetattr(terminal.slave)
    assert terminal.read_until(b"end with Enter and Ctrl+D")
    end = time.monotonic() + SECONDS_TO_END
    while termios.tcgetattr(terminal.slave)[3] & termios.ICANON and time.monotonic() < end:
        time.sleep(0.01)
    terminal.process.send_signal(number)
    assert terminal.process.wait(SECONDS_TO_END) == code
    assert termios.tcgetattr(terminal.slave)[:4] == before[:4]


def test_ctrl_c_ends_fetching_at_once(start: Callable[..., Terminal]) -> None:
    with create_server(("127.0.0.1", 0)) as server:
        terminal = start(f"http://127.0.0.1:{server.getsockname()[1]}/stalls", "two.txt")
        assert terminal.read_until(b": asking")
        terminal.press(b"\x03")
        assert terminal.wait() == 130
    # An address that is given up after its 20 seconds would have been reported.
    assert b"two.txt" not in terminal.written.partition(b": asking")[2]
    assert b"Traceback" not in terminal.written
    assert b"\x1b[?25h" in terminal.written


def test_an_address_that_fails_has_its_line_and_its_reason(start: Callable[..., Terminal]) -> None:
    with create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    terminal = start("articles", f"http://127.0.0.1:{port}/", "two.txt")
    assert terminal.wait() == 1
    assert f"http://127.0.0.1:{port}/: failed".encode() in terminal.written
    assert f"reader: http://127.0.0.1:{port}/: no connection".encode() in terminal.written
