"""Runs the command line on hostile inputs, one bounded process each, and checks its output.

As a program (`python hostile_commands.py`) it is the parent of those processes: it has everything
imported already, so that a command costs a fork instead of an interpreter's start. It reads
one JSON list of commands and writes one JSON line for each.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

CPU_SECONDS = 30
ADDRESS_SPACE = 3 << 30


@dataclass(frozen=True)
class CommandResult:
    """The end of one command.

    Args:
        code: its exit code; negative where a signal ended it.
        output: what it wrote to the standard output.
        errors: what it wrote to the standard error.
        cpu: seconds of processor time.
        memory: bytes resident at the most.
    """

    code: int
    output: bytes
    errors: bytes
    cpu: float
    memory: int


def run_commands(commands: Sequence[Sequence[str]], home: Path) -> Iterator[CommandResult]:
    """Run commands one after the other, each in a process with bounded time and memory.

    Args:
        commands: the arguments of each.
        home: a folder for everything a program may keep.
    """
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONPATH": str(PROJECT),
    }
    encoded = [[base64.b64encode(os.fsencode(word)).decode() for word in one] for one in commands]
    process = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=PROJECT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        process.stdin.write(json.dumps(encoded).encode())
        process.stdin.close()
        for line in process.stdout:
            ended = json.loads(line)
            output, errors = (Path(ended[name]).read_bytes() for name in ("output", "errors"))
            os.unlink(ended["output"])
            os.unlink(ended["errors"])
            yield CommandResult(ended["code"], output, errors, ended["cpu"], ended["memory"])


_ALLOWED_ALSO = {"\n", "\ufe0e"}
_NEVER_SHOWN = {
    *"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2060\ufeff\u3164\uffa0",
    *map(chr, range(0x180B, 0x1810)), *map(chr, range(0x2028, 0x202F)),
    *map(chr, range(0x2061, 0x2070)), *map(chr, range(0xFDD0, 0xFDF0)),
    *map(chr, range(0xFE00, 0xFE0E)), *map(chr, range(0xFFF0, 0xFFFC)),
}  # fmt: skip


def is_forbidden(character: str) -> bool:
    """Whether a character may steer, hide or turn text; stated apart from the program."""
    code = ord(character)
    if character in _ALLOWED_ALSO or 0x20 <= code < 0x7F:
        return False
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or character in _NEVER_SHOWN
        or 0xE0000 <= code <= 0xE0FFF
        or code & 0xFFFE == 0xFFFE
    )


def forbidden_characters(text: str) -> str:
    """The code points of the forbidden characters of a text, or an empty string."""
    found = sorted(character for character in set(text) if is_forbidden(character))
    return " ".join(f"U+{ord(character):04X}" for character in found)


def has_mark_flood(text: str) -> bool:
    """Whether one character has more than five combining marks."""
    marks = 0
    for character in text:
        if unicodedata.category(character)[0] == "M":
            marks += 1
            if marks > 5:
                return True
        elif character not in "\u200c\u200d":
            marks = 0
    return False


def find_harm(result: CommandResult) -> list[str]:
    """What is wrong with the output and the exit code of a command, whatever its input."""
    wrong = []
    if result.code not in (0, 1, 2):
        wrong.append(f"exit code {result.code}")
    for name, data in (("output", result.output), ("errors", result.errors)):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as problem:
            wrong.append(f"{name}: {problem}")
            continue
        if found := forbidden_characters(text):
            wrong.append(f"{name}: {found}")
        if not text.isascii() and has_mark_flood(text):
            wrong.append(f"{name}: a flood of marks")
        if "Traceback" in text:
            wrong.append(f"{name}: a traceback")
    for line in result.errors.decode("utf-8", "replace").splitlines():
        if not line.startswith("reader: "):
            wrong.append(f"errors: not one line: {line[:100]!r}")
        if len(line) > 1100:
            wrong.append("errors: a line without an end")
        if "inside reader" in line:
            wrong.append(f"a fault: {line[:200]}")
    return wrong


def error_lines(result: CommandResult) -> list[str]:
    """The lines of the standard error of a command."""
    return result.errors.decode("utf-8", "replace").splitlines()


def names_input(line: str, argument: str) -> bool:
    """Whether a line names an input, as far as its name can be shown."""
    name = os.fsencode(os.path.basename(argument.rstrip("/")) or "empty name")
    plain = max(name.decode("utf-8", "replace").split("\ufffd"), key=len)
    runs = "".join(c if c.isprintable() and not is_forbidden(c) else "\n" for c in plain)
    longest = max(runs.split("\n"), key=len)[:60].strip()
    return " ".join(longest.split()) in line


def _serve() -> None:
    commands = [
        [os.fsdecode(base64.b64decode(word)) for word in command]
        for command in json.loads(sys.stdin.buffer.read())
    ]
    _import_everything()
    for command in commands:
        sys.stdout.write(json.dumps(_run_in_fork(command)) + "\n")
        sys.stdout.flush()


def _import_everything() -> None:
    from contextlib import redirect_stdout

    from reader.cli.main import main

    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):
        for command in (["--plain"], ["links", "--json"], ["quotes", "--json"]):
            main(command)


def _run_in_fork(command: list[str]) -> dict[str, object]:
    files = [tempfile.mkstemp(prefix="reader-hostile-") for _ in range(2)]
    process = os.fork()
    if process == 0:
        os._exit(_run_program(command, [number for number, _ in files]))
    _, status, used = os.wait4(process, 0)
    for number, _ in files:
        os.close(number)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "output": files[0][1],
        "errors": files[1][1],
        "cpu": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
    }


def _run_program(command: Iterable[str], files: list[int]) -> int:
    from reader.cli.main import main

    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    signal.alarm(CPU_SECONDS * 4)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, target in zip((nothing, *files), range(3), strict=True):
        os.dup2(number, target)
    try:
        return main(list(command))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


if __name__ == "__main__":
    _serve()
