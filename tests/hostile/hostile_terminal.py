"""The real program in a pseudo-terminal, and a strict check of all that it writes there."""

from __future__ import annotations

import base64
import errno
import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from hostile_commands import forbidden_characters

PROJECT = Path(__file__).resolve().parents[2]

ALTERNATE_SCREEN = (b"\x1b[?1049h", b"\x1b[?1049l")
BEGIN_PASTE, END_PASTE = b"\x1b[200~", b"\x1b[201~"
_MODES = {7, 1000, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2027, 2048, 25}

_SEQUENCE = re.compile(
    rb"\x1b(?:"
    rb"\[\?(?P<mode>[0-9]{1,4})(?P<set>[hl])"
    rb"|\[\?(?P<queried>[0-9]{1,4})\$p"
    rb"|\[[0-9;]{0,60}m"
    rb"|\[[0-9]{0,4}(?:;[0-9]{1,4})?[HABCDJK]"
    rb"|\[[<>=]?(?:[0-9]{1,2}(?:;[0-9])?)?u"
    rb"|\]22;[a-z-]{1,20}\x07"
    rb"|\]52;c;(?P<clipboard>[A-Za-z0-9+/=]{0,4000000})\x07"
    rb"|P=[12]s\x1b\\"
    rb"|\[6n|\[c|\[\?u|\[>4;[0-9]m"
    rb")"
)


class Terminal:
    """The program in a terminal of its own; use it in a `with` statement.

    Args:
        arguments: what follows `reader`.
        size: columns and rows.
        environment: what is set, or unset where it is None, beside a plain environment.
        home: the home of the user.
        before: run in the process before the program.
        command: what is run instead of the module `reader`.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        home: Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str | None] | None = None,
        before: Callable[[], None] | None = None,
        command: Sequence[str] = (),
        streams: Mapping[str, int] | None = None,
    ) -> None:
        self.written = b""
        self._master, slave = os.openpty()
        os.set_blocking(self._master, False)
        self.resize(*size)
        self.settings_before = termios.tcgetattr(slave)
        settings: dict[str, str | None] = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(home),
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(PROJECT),
            **(environment or {}),
        }
        given = {"stdin": slave, "stdout": slave, "stderr": slave, **(streams or {})}
        self.process = subprocess.Popen(
            [*(command or (sys.executable, "-m", "reader")), *arguments],
            cwd=home,
            env={name: value for name, value in settings.items() if value is not None},
            preexec_fn=lambda: _own_terminal(slave, before),
            close_fds=True,
            **given,  # type: ignore[call-overload]
        )
        self._slave = slave

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def press(self, keys: str | bytes) -> None:
        """Type, and read what the program writes meanwhile, so that neither waits for the other."""
        data = keys.encode() if isinstance(keys, str) else keys
        end = time.monotonic() + 60
        while data and time.monotonic() < end:
            if select.select([self._master], [self._master], [], 1)[1]:
                with suppress(BlockingIOError):
                    data = data[os.write(self._master, data[:1024]) :]
            self._read(0)

    def press_without_reading(self, keys: str) -> None:
        """Type, and leave what the program writes unread; what does not fit is dropped."""
        with suppress(BlockingIOError):
            os.write(self._master, keys.encode())

    def state(self) -> str:
        """The state of the process as the system names it: R, S, T (stopped), Z."""
        return state_of(self.process.pid)

    def paste(self, text: str) -> None:
        """Paste, as a terminal with bracketed paste does."""
        self.press(BEGIN_PASTE + text.encode("utf-8", "surrogatepass") + END_PASTE)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, number: int) -> None:
        """Send the program a signal."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)

    def read(self, seconds: float) -> None:
        """Read for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._read(left):
            pass
        time.sleep(max(0.0, end - time.monotonic()))

    def settle(self, quiet: float = 0.25, limit: float = 60.0) -> None:
        """Read until nothing was written for a while."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self._read(quiet):
            pass

    def read_until(self, words: bytes, seconds: float = 60.0) -> bool:
        """Read until these words are written; whether they were."""
        end = time.monotonic() + seconds
        while words not in self.written:
            left = end - time.monotonic()
            if left <= 0 or not self._read(left):
                return words in self.written
        return True

    def wait(self, seconds: float = 60.0) -> int | None:
        """Read until the program ends; its exit code, or None."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        while self._read(0):
            pass
        code: int | None = self.process.poll()
        return code

    def descendants(self) -> list[int]:
        """The processes the program has started and that still run."""
        return descendants(self.process.pid)

    def settings_restored(self) -> bool:
        """Whether echo and line editing are as they were."""
        return termios.tcgetattr(self._slave)[:4] == self.settings_before[:4]

    def close(self) -> None:
        """End what runs and close the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self._slave, self._master):
            with suppress(OSError):
                os.close(descriptor)

    def hang_up(self) -> None:
        """Close the window."""
        for descriptor in (self._slave, self._master):
            os.close(descriptor)
        self._slave = self._master = -1

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._master, 1 << 16)
        except OSError as problem:
            if problem.errno != errno.EIO:
                raise
            chunk = b""
        self.written += chunk
        return bool(chunk)


def find_harm_on_screen(written: bytes) -> list[str]:
    """Sequences and characters in the output that the program never writes on purpose."""
    wrong: dict[str, None] = {}
    shown = []
    at = 0
    while True:
        escape = written.find(b"\x1b", at)
        shown.append(written[at : escape if escape >= 0 else len(written)])
        if escape < 0:
            break
        sequence = _SEQUENCE.match(written, escape)
        if sequence is None:
            wrong[f"an unknown sequence: {written[escape : escape + 40]!r}"] = None
            at = escape + 1
            continue
        for mode in (sequence["mode"], sequence["queried"]):
            if mode is not None and int(mode) not in _MODES:
                wrong[f"an unknown mode: {sequence.group()!r}"] = None
        if sequence["clipboard"]:
            copied = base64.b64decode(sequence["clipboard"]).decode("utf-8", "replace")
            if found := forbidden_characters(copied):
                wrong[f"in the clipboard: {found}"] = None
        at = sequence.end()
    text = b"".join(shown).decode("utf-8", "replace")
    if found := forbidden_characters(text.replace("\r", "")):
        wrong[f"on the screen: {found}"] = None
    if "Traceback" in text:
        wrong["a traceback"] = None
    return list(wrong)


def words_on_screen(written: bytes) -> str:
    """All that was drawn, without the sequences between the words."""
    return _SEQUENCE.sub(b"", written).decode("utf-8", "replace")


def find_unrestored_modes(written: bytes) -> list[str]:
    """The modes that a program which drew on the whole screen has not reset."""
    entered, left = (written.rfind(sequence) for sequence in ALTERNATE_SCREEN)
    wrong = []
    if entered >= 0 and left < entered:
        wrong.append("the alternate screen is not left")
    for mode, name in ((25, "the cursor is hidden"),):
        if written.rfind(b"\x1b[?%dl" % mode) > written.rfind(b"\x1b[?%dh" % mode):
            wrong.append(name)
    for mode, name in (
        (1000, "mouse reports"), (1003, "mouse moves"), (1006, "long mouse reports"),
        (1015, "other mouse reports"), (1004, "focus reports"), (2004, "bracketed paste"),
        (2048, "size reports"),
    ):  # fmt: skip
        if written.rfind(b"\x1b[?%dh" % mode) > written.rfind(b"\x1b[?%dl" % mode):
            wrong.append(f"{name} are still on")
    if written.rfind(b"\x1b[>1u") > written.rfind(b"\x1b[<u"):
        wrong.append("the keyboard protocol is still on")
    return wrong


def descendants(pid: int) -> list[int]:
    """The living processes started by one, and by those."""
    found: list[int] = []
    for task in Path("/proc").glob(f"{pid}/task/*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text().split()):
                found += [child, *descendants(child)]
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    return state_of(pid) not in "ZX"


def state_of(pid: int) -> str:
    """The state of a process as the system names it; X where there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def _own_terminal(slave: int, before: Callable[[], None] | None) -> None:
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    if before is not None:
        before()
