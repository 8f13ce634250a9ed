"""The child process in which pages, mail and feeds from outside are taken apart.

Parsers are large and what they are given is hostile. They run in an interpreter of
their own, which holds nothing but the bytes at hand, may use 1 GB of memory, opens no
connection, starts no process, and is killed when it has not answered in time. One
child is kept warm for the whole process; a killed one is replaced at the next question.

A question is a line of JSON and the payload, an answer a length and JSON:

    → {"task": "page", "options": {…}, "length": 5120}\\n  and 5,120 bytes
    ← 8 bytes of length for "ready" (the task's modules are loaded; the clock starts)
    ← 8 bytes of length and {"answer": {…}} or {"problem": "…"}
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

SECONDS_TO_ANSWER = 10.0
"""A task that takes longer is stopped."""

SECONDS_TO_LOAD = 30.0
"""Starting the child and loading what a task needs may take as long on a busy machine."""

MEMORY_BYTES = 1024 * 1024 * 1024
"""What the child may have of address space, where the system can limit it."""

LONGEST_ANSWER = 64 * 1024 * 1024

# Where each task is done: `module:function`. A function takes the payload and the options,
# both untrusted, and gives what JSON can hold. Its module is imported in the child alone.
_TASKS = {
    "page": "reader.sources.formats.page_extraction:extract_page",
    "message": "reader.sources.formats.mail:unpack_message",
    "feed": "reader.sources.feeds:parse_feed",
}
_BOOTSTRAP = (
    "import marshal, sys; sys.path[:] = marshal.load(sys.stdin.buffer);"
    "from reader.processes.page_parser import serve; serve()"
)
# Isolated, and without the site module: the child takes the parent's import path.
_FLAGS = ("-I", "-S")
_LENGTH = struct.Struct("!Q")
_READY = b"ready"
_LONGEST_QUESTION = 64 * 1024
# What a child may have kept of the pages it has seen goes with it.
_TASKS_A_CHILD = 100
_FORBIDDEN_EVENTS = frozenset({
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.sendto", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
    "os.forkpty", "os.remove", "os.rename", "os.rmdir", "os.truncate",
})  # fmt: skip


class WorkerError(Exception):
    """The child gave no answer; the message says why, in a few words for people."""


def ask(task: str, payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Have `payload` taken apart in the child; waits for the answer.

    Args:
        task: `page`, `message` or `feed`.
        payload: the untrusted bytes.
        options: what the task is to know, as JSON can hold it.

    Returns the task's answer, which is as untrusted as the payload: its strings are raw.
    Safe to call from several threads; one question is worked on at a time.

    Raises:
        WorkerError: too much time or memory, a fault of the parser, no child to start.
    """
    with _lock:
        return _warm_child().ask(task, payload, options)


def prepare(task: str) -> None:
    """Start the child, and have it load what `task` needs, without waiting for it.

    Raises nothing: where no child can be started, `ask` will say so.
    """
    threading.Thread(target=_prepare, args=(task,), name="prepare worker", daemon=True).start()


def stop() -> None:
    """End the child, if there is one; the next question starts another."""
    global _child
    with _lock:
        if _child is not None:
            _child.end()
            _child = None


def serve() -> None:
    """The child's side: answer questions until the input ends."""
    import signal

    # Ctrl+C reaches every process of the terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions = sys.stdin.buffer
    answers = _private_output()
    _limit_memory()
    sys.addaudithook(_refuse_what_no_parser_needs)
    while line := questions.readline(_LONGEST_QUESTION):
        question = json.loads(line)
        payload = questions.read(question["length"])
        if len(payload) != question["length"]:
            break
        _answer(question["task"], payload, question["options"], answers)
    os._exit(0)


class _Child:
    """A child process and the conversation with it."""

    def __init__(self) -> None:
        import marshal

        if getattr(sys, "frozen", False) or not sys.executable:
            raise WorkerError("no Python to start the parser in")
        self._asked = 0
        self._timed_out = False
        try:
            self._process = subprocess.Popen(
                [sys.executable, *_FLAGS, "-c", _BOOTSTRAP],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._send(marshal.dumps([os.path.abspath(entry) for entry in sys.path]))
        except OSError as problem:
            raise WorkerError("the parser could not be started") from problem

    @property
    def usable(self) -> bool:
        return self._process.poll() is None and self._asked < _TASKS_A_CHILD

    def ask(self, task: str, payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
        self._asked += 1
        question = {"task": task, "options": dict(options), "length": len(payload)}
        line = json.dumps(question).encode() + b"\n"
        if len(line) > _LONGEST_QUESTION:
            raise WorkerError("the options are too long")
        try:
            with _Alarm(SECONDS_TO_LOAD, self._expire):
                self._send(line)
                self._send(payload)
                data = self._receive()
            if data == _READY:
                with _Alarm(SECONDS_TO_ANSWER, self._expire):
                    data = self._receive()
            message = json.loads(data)
        except (OSError, EOFError, ValueError, RecursionError) as problem:
            self.end()
            if self._timed_out:
                raise WorkerError(f"stopped after {SECONDS_TO_ANSWER:.0f} seconds") from problem
            raise WorkerError("the parser broke down") from problem
        except BaseException:
            # The conversation is cut in the middle of an answer.
            self.end()
            raise
        if isinstance(message, dict) and isinstance(answer := message.get("answer"), dict):
            return answer
        problem_told = message.get("problem") if isinstance(message, dict) else None
        raise WorkerError(str(problem_told or "the parser gave no answer")[:200])

    def end(self) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            # A pipe to a killed child may still hold bytes that nobody will read.
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()

    def _send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def _receive(self) -> bytes:
        """One message; the length it states is checked before any of it is read."""
        assert self._process.stdout is not None
        head = self._process.stdout.read(_LENGTH.size)
        if len(head) != _LENGTH.size:
            raise EOFError("no answer")
        (length,) = _LENGTH.unpack(head)
        if length > LONGEST_ANSWER:
            raise ValueError("the answer is too long")
        data = self._process.stdout.read(length)
        if len(data) != length:
            raise EOFError("the answer is cut short")
        return data

    def _expire(self) -> None:
        self._timed_out = True
        self._process.kill()


class _Alarm:
    """Calls `ring` unless the block is left in time."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, ring)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


_lock = threading.Lock()
_child: _Child | None = None
atexit.register(stop)


def _warm_child() -> _Child:
    """The child that is there, or a new one; to be called with the lock held."""
    global _child
    if _child is not None and not _child.usable:
        _child.end()
        _child = None
    if _child is None:
        _child = _Child()
    return _child


def _prepare(task: str) -> None:
    with suppress(WorkerError):
        ask(task, b"", {"prepare": True})


def _answer(task: str, payload: bytes, options: dict[str, object], answers: IO[bytes]) -> None:
    message: dict[str, Any]
    try:
        module, _, function = _TASKS[task].partition(":")
        perform = getattr(import_module(module), function)
        _write(answers, _READY)
        _end_oneself_after(SECONDS_TO_ANSWER + SECONDS_TO_LOAD)
        message = {"answer": {} if options.get("prepare") else perform(payload, options)}
    except MemoryError:
        # What is left of the heap is in an unknown state.
        os._exit(1)
    except Exception as problem:
        message = {"problem": f"{type(problem).__name__}: {problem}"[:200]}
    _write(answers, json.dumps(message).encode("ascii"))
    _end_oneself_after(0)


def _write(answers: IO[bytes], data: bytes) -> None:
    answers.write(_LENGTH.pack(len(data)) + data)
    answers.flush()


def _private_output() -> IO[bytes]:
    """A copy of the standard output; what a library prints goes nowhere from now on."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _limit_memory() -> None:
    # Windows has no such module, and some systems refuse the limit.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _end_oneself_after(seconds: float) -> None:
    """Even if the parent was killed and nobody is left to stop a parser that runs on."""
    import signal

    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds))


def _refuse_what_no_parser_needs(event: str, _: tuple[object, ...]) -> None:
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(f"{event} in the parser")
