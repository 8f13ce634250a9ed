"""A program in a pseudo-terminal of its own: what it is sent, what it writes, what it costs.

The terminal answers what a plain modern one answers (device attributes, cursor position,
synchronised output) and ignores the rest. Everything written is kept with its time, so that
the screen of any moment can be read afterwards without slowing the program down.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyte

PROJECT = Path(__file__).resolve().parents[2]

FRAME_END = b"\x1b[?2026l"
"""What ends a frame, once the terminal has said that it knows synchronised output."""

MOST_MEMORY = 8 << 30
"""Bytes a program may reserve: a mistake must not take the machine down with it."""

_QUESTION = re.compile(rb"\x1b\[(?:\?(?P<mode>\d+)\$p|(?P<attributes>0?c)|(?P<cursor>6n))")
_LONGEST_QUESTION = 16
_KNOWN_MODES = {b"2026"}
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=][0-9;]*[a-z]|\x1bP[^\x1b]*\x1b\\")


@dataclass(frozen=True)
class Reply:
    """What followed a key."""

    seconds: float
    """From the key to the end of the last frame it caused; 0 where it caused none."""
    frames: int
    size: int
    """Bytes written."""
    cpu: float
    """Seconds of processor time that the program used meanwhile."""


@dataclass(frozen=True)
class Spent:
    """What a program used from its start to its end, its child processes included."""

    cpu: float
    peak_memory: int
    """Bytes, of the largest single process."""


@dataclass(frozen=True)
class Memory:
    """Bytes resident now and at the most, of the program alone."""

    now: int
    peak: int


@dataclass(frozen=True)
class Shown:
    """The screen at the end of a frame."""

    seconds: float
    """Since the program was started."""
    lines: tuple[str, ...]


class Program:
    """Starts a program, plays its terminal and its user; use it in a `with` statement.

    Args:
        arguments: the command; the first is found on the path.
        columns: width of the terminal.
        rows: height of the terminal.
        home: the folder of what the program keeps; one that is removed at the end if None.
    """

    def __init__(
        self, arguments: Sequence[str], *, columns: int, rows: int, home: str | None = None
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.spent: Spent | None = None
        self._chunks: list[tuple[float, bytes]] = []
        self._frame_ends: list[tuple[float, int]] = []
        self._written = 0
        self._tail = b""
        self._home = tempfile.TemporaryDirectory(prefix="reader-benchmark-")
        environment = _environment(home or self._home.name)
        self._started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            try:
                size = struct.pack("HHHH", rows, columns, 0, 0)
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
                os.chdir(PROJECT)
                os.execvpe(arguments[0], list(arguments), environment)
            finally:
                os._exit(127)

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether the terminal is still open at the other end."""
        return self._terminal >= 0

    @property
    def written(self) -> int:
        """Bytes written so far."""
        return self._written

    def drain(self, quiet: float, limit: float = 30.0, *, at_least_one_frame: bool = False) -> bool:
        """Read until nothing was written for `quiet` seconds; False where `limit` came first."""
        begun = time.perf_counter()
        frames = len(self._frame_ends)
        last = begun
        while True:
            now = time.perf_counter()
            waiting = at_least_one_frame and len(self._frame_ends) == frames
            if now - last >= quiet and not waiting:
                return True
            if now - begun >= limit or not self.running:
                return False
            if self._read(min(quiet, limit)):
                last = time.perf_counter()

    def press(self, keys: str) -> None:
        """Type, all at once."""
        if not self.running:
            last = b"".join(data for _, data in self._chunks)[-500:].decode(errors="replace")
            raise RuntimeError(f"the program has ended; its last words: {last.strip()}")
        os.write(self._terminal, keys.encode())

    def ask(self, keys: str, *, quiet: float = 0.03, limit: float = 1.0) -> Reply:
        """Type, and read on until the program has painted and is quiet."""
        frames, size, cpu = len(self._frame_ends), self._written, self.cpu()
        asked = time.perf_counter() - self._started
        self.press(keys)
        self.drain(quiet, limit, at_least_one_frame=True)
        ends = self._frame_ends[frames:]
        seconds = ends[-1][0] - asked if ends else 0.0
        return Reply(seconds, len(ends), self._written - size, self.cpu() - cpu)

    def settle(self, quiet: float = 0.5, limit: float = 900.0) -> bool:
        """Read on until the program has painted, has no child process left and is quiet."""
        begun = time.perf_counter()
        while time.perf_counter() - begun < limit and self.running:
            quietly = self.drain(quiet, limit, at_least_one_frame=not self._frame_ends)
            if quietly and not children_of(self.pid):
                return True
        return False

    def cpu(self) -> float:
        """Seconds of processor time of the program's own process so far, all threads."""
        with contextlib.suppress(OSError):
            threads = Path(f"/proc/{self.pid}/task")
            spent = [int((thread / "schedstat").read_text().split()[0]) for thread in _in(threads)]
            if spent:
                return sum(spent) / 1e9
        return _clock(_ask_ps(self.pid, "time"))

    def memory(self) -> Memory:
        """What the program's own process holds now, and the most it held."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except OSError:
            now = int(_ask_ps(self.pid, "rss") or 0) * 1024
            return Memory(now, now)
        fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        return Memory(*(int(fields[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM")))

    def frames(self, first: int = 0) -> Iterator[Shown]:
        """The screen at the end of each frame from the first, oldest first.

        Whatever was written after the last frame is not shown.
        """
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        data = b"".join(data for _, data in self._chunks)
        begin = 0
        for number, (seconds, end) in enumerate(self._frame_ends):
            stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[begin:end]))
            begin = end
            if number >= first:
                yield Shown(seconds, tuple(screen.display))

    @property
    def frame_count(self) -> int:
        """Frames painted so far."""
        return len(self._frame_ends)

    def screen(self) -> tuple[str, ...]:
        """The lines of the screen now."""
        last: tuple[str, ...] = ()
        for shown in self.frames(self.frame_count - 1):
            last = shown.lines
        return last

    def close(self) -> Spent:
        """Leave by ctrl+q, by a signal where that does not help; what was spent."""
        if self.spent is None:
            if self.running:
                with contextlib.suppress(OSError):
                    self.press("\x11")
                self._read_to_end(5.0)
            self.spent = self._reap()
            with contextlib.suppress(OSError):
                os.close(self._terminal)
            self._terminal = -1
            self._home.cleanup()
        return self.spent

    def _read_to_end(self, limit: float) -> None:
        begun = time.perf_counter()
        while self.running and time.perf_counter() - begun < limit:
            self._read(0.05)

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            data = b""
        if not data:
            os.close(self._terminal)
            self._terminal = -1
            return False
        seconds = time.perf_counter() - self._started
        self._answer(data)
        self._note_frames(seconds, data)
        self._chunks.append((seconds, data))
        self._written += len(data)
        self._tail = (self._tail + data)[-_LONGEST_QUESTION:]
        return True

    def _answer(self, data: bytes) -> None:
        joined = self._tail + data
        for question in _QUESTION.finditer(joined):
            if question.end() <= len(self._tail):
                continue
            if mode := question["mode"]:
                answer = b"\x1b[?%s;%d$y" % (mode, 2 if mode in _KNOWN_MODES else 0)
            elif question["attributes"]:
                answer = b"\x1b[?62;22c"
            else:
                answer = b"\x1b[1;1R"
            os.write(self._terminal, answer)

    def _note_frames(self, seconds: float, data: bytes) -> None:
        joined = self._tail + data
        offset = self._written - len(self._tail)
        end = joined.find(FRAME_END)
        while end >= 0:
            end += len(FRAME_END)
            if end > len(self._tail):
                self._frame_ends.append((seconds, offset + end))
            end = joined.find(FRAME_END, end)

    def _reap(self) -> Spent:
        for number in (None, signal.SIGTERM, signal.SIGKILL):
            if number is not None:
                os.kill(self.pid, number)
            begun = time.perf_counter()
            while time.perf_counter() - begun < 3.0:
                pid, _, used = os.wait4(self.pid, os.WNOHANG)
                if pid:
                    return _spent(used)
                time.sleep(0.01)
        raise RuntimeError(f"process {self.pid} cannot be ended")


def children_of(pid: int) -> list[int]:
    """The process numbers of a program's living children."""
    try:
        lists = [(thread / "children").read_text() for thread in _in(Path(f"/proc/{pid}/task"))]
    except OSError:
        found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)
        lists = [found.stdout]
    return [int(number) for text in lists for number in text.split()]


def resident(pid: int) -> int:
    """Bytes of a process in memory; 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return int(_ask_ps(pid, "rss") or 0) * 1024
    return pages * resource.getpagesize()


def _environment(home: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TEXTUAL", "READER", "XDG_", "PYTHON", "LC_"))
        and name not in {"NO_COLOR", "CI", "LINES", "COLUMNS"}
    }
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "XDG_CONFIG_HOME": home,
        "XDG_STATE_HOME": home,
        "XDG_DATA_HOME": home,
        "XDG_CACHE_HOME": home,
    }


def _in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def _spent(used: resource.struct_rusage) -> Spent:
    unit = 1 if sys.platform == "darwin" else 1024
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def _ask_ps(pid: int, field: str) -> str:
    """One field of the process list, for systems without /proc; empty where the process ended."""
    asked = subprocess.run(
        ["ps", "-o", f"{field}=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


def _clock(text: str) -> float:
    """`1:02.50` or `01:02:03` in seconds."""
    seconds = 0.0
    for part in text.replace("-", ":").split(":"):
        seconds = seconds * 60 + float(part or 0)
    return seconds
