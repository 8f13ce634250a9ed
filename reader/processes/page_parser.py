"""The sandbox in which pages, mail and feeds from outside are parsed: a child process.

Parsers are large and what they are given is hostile. They run in an interpreter of their own,
which holds nothing but the bytes at hand, may use 1 GB of memory, opens no connection, starts no
process, and is ended when a task has used too much processor time. There are as many children as
tasks at the same time, up to the number of processors; one that ended is replaced at the next
request.

A request is a line of JSON and the payload, an answer a length and JSON:

    → {"task": "page", "options": {…}, "seconds": 10.0, "length": 5120}\\n  and 5,120 bytes
    ← 8 bytes of length for "ready" (the task's modules are loaded; the time starts)
    ← 8 bytes of length and {"answer": {…}} or {"problem": "…"}
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import struct
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

from reader.errors import describe_fault
from reader.processes.child_limits import (
    ended_by_processor_limit,
    lift_processor_limit,
    limit_memory,
    limit_processor_time,
)
from reader.processes.child_process import ChildProcess, NoInterpreterError, ignore_interrupts

SECONDS_TO_ANSWER = 10.0
"""Processor time of a task. One that takes more is stopped: the user waits for it."""

SECONDS_A_MEGABYTE = 5.0
"""Processor time of a task beside, for every 10⁶ bytes of its payload. A page takes 1.2 s."""

WAITING = 30
"""The time on the clock after which a child is given up, as a multiple of the processor time.

Only a child that hangs, or a system without a limit of processor time, makes it necessary: a
machine with so many programs for each processor still gets its answer."""

MEMORY_BYTES = 1024 * 1024 * 1024
"""Address space of the child, where the system can limit it."""

MAX_CHILDREN = min(os.cpu_count() or 1, 4)
"""Children at the same time. Each may use `MEMORY_BYTES`, and more help a screen no further."""

LONGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer."""

# The function of each task, as `module:function`. It takes the payload and the options, both
# untrusted, and returns what JSON can hold. Its module is imported in the child alone.
_TASKS = {
    "page": "reader.sources.formats.page_extraction:extract_packed_page",
    "message": "reader.sources.formats.mail_unpacking:unpack_message",
    "document": "reader.sources.formats.document_unpacking:unpack_document",
    "pdf": "reader.sources.formats.pdf_extraction:extract_pdf",
    "feed": "reader.sources.formats.feed_parsing:parse_feed",
}
_LENGTH = struct.Struct("!Q")
_READY = b"ready"
_LONGEST_REQUEST = 64 * 1024
_LONGEST_PROBLEM = 200
# A child is replaced after so many tasks, and with it all that it holds of earlier pages.
_TASKS_PER_CHILD = 100
# Objects with references after which garbage is collected: more than a page of news creates.
_OBJECTS_PER_COLLECTION = 100_000
_FORBIDDEN_EVENTS = frozenset({
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.sendto", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
    "os.forkpty", "os.remove", "os.rename", "os.rmdir", "os.truncate",
})  # fmt: skip


class PageParserError(Exception):
    """The child gave no answer; the message says why, in a few words for the user."""


def parse_in_sandbox(task: str, payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Run a parser on untrusted bytes in a child and wait for its answer.

    Safe to call from several threads; `MAX_CHILDREN` tasks run at a time.

    Args:
        task: `page`, `message`, `document`, `pdf` or `feed`.
        payload: the untrusted bytes.
        options: arguments of the task, as JSON can hold them.

    Returns:
        The answer, as untrusted as the payload: its strings are raw.

    Raises:
        PageParserError: too much time or memory, a fault of the parser, no child to start.
    """
    with _slots:
        parser = _take_parser()
        try:
            return parser.run_task(task, payload, options)
        finally:
            _give_back(parser)


def preload_parser(task: str) -> None:
    """Start the child and have it load the modules of a task; returns at once.

    If no child can be started, nothing is raised: `parse_in_sandbox` will report it.
    """
    threading.Thread(target=_preload, args=(task,), name="preload parser", daemon=True).start()


def parser_pid() -> int | None:
    """The number of the child that serves the next request, None where it is to be started."""
    with _lock:
        return _idle[-1].pid if _idle else None


def stop_parser() -> None:
    """End all children, those at work too; the next request starts another. Waits for none."""
    with _lock:
        idle, busy = list(_idle), list(_busy)
        _idle.clear()
    for parser in busy:
        parser.kill()
    for parser in idle:
        parser.close()


def serve() -> None:
    """Run the child: answer requests until the input ends."""
    ignore_interrupts()
    requests = sys.stdin.buffer
    answers = _private_output()
    limit_memory(MEMORY_BYTES)
    gc.set_threshold(_OBJECTS_PER_COLLECTION)
    sys.addaudithook(_refuse_forbidden_events)
    while line := requests.readline(_LONGEST_REQUEST):
        request = json.loads(line)
        payload = requests.read(request["length"])
        if len(payload) != request["length"]:
            break
        _answer(request, payload, answers)
    os._exit(0)


class _Parser:
    """A child process and the exchange of requests and answers with it."""

    def __init__(self) -> None:
        self._task_count = 0
        self._timed_out = False
        try:
            self._child = ChildProcess(__name__)
        except NoInterpreterError as problem:
            raise PageParserError("no Python to start the parser in") from problem
        except OSError as problem:
            raise PageParserError("the parser could not be started") from problem

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def is_usable(self) -> bool:
        return self._child.is_running and self._task_count < _TASKS_PER_CHILD

    def run_task(
        self, task: str, payload: bytes, options: Mapping[str, object]
    ) -> dict[str, object]:
        self._task_count += 1
        seconds = SECONDS_TO_ANSWER + SECONDS_A_MEGABYTE * len(payload) / 1e6
        request = {
            "task": task,
            "options": dict(options),
            "seconds": seconds,
            "length": len(payload),
        }
        line = json.dumps(request).encode() + b"\n"
        if len(line) > _LONGEST_REQUEST:
            raise PageParserError("the options are too long")
        try:
            message = json.loads(self._exchange(line, payload, WAITING * seconds))
        except (OSError, EOFError, ValueError, RecursionError) as problem:
            raise PageParserError(self._find_reason(seconds)) from problem
        except BaseException:
            # The exchange is broken off in the middle of an answer.
            self.close()
            raise
        return _answer_in(message)

    def close(self) -> None:
        """End the child and release its pipes; only for the thread that uses it."""
        self._child.close()

    def kill(self) -> None:
        """End the child; the thread that uses it gets an error."""
        self._child.kill()

    def _exchange(self, line: bytes, payload: bytes, waiting: float) -> bytes:
        with _TimeLimit(waiting, self._expire):
            self._child.send(line)
            self._child.send(payload)
            data = self._receive()
            return self._receive() if data == _READY else data

    def _find_reason(self, seconds: float) -> str:
        """End the child that gave no answer; return why it didn't, in words for the user."""
        exit_code = self._child.close()
        if self._timed_out:
            return f"stopped after {WAITING * seconds:.0f} seconds"
        if ended_by_processor_limit(exit_code):
            return f"stopped after {seconds:.0f} seconds of work"
        return "the parser broke down"

    def _receive(self) -> bytes:
        """One message; the length it states is checked before any of it is read."""
        output = self._child.output
        head = output.read(_LENGTH.size)
        if len(head) != _LENGTH.size:
            raise EOFError("no answer")
        (length,) = _LENGTH.unpack(head)
        if length > LONGEST_ANSWER:
            raise ValueError("the answer is too long")
        data = output.read(length)
        if len(data) != length:
            raise EOFError("the answer is cut short")
        return data

    def _expire(self) -> None:
        self._timed_out = True
        self._child.kill()


class _TimeLimit:
    """Calls `on_expiry` in a thread unless the `with` block is left in time."""

    def __init__(self, seconds: float, on_expiry: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, on_expiry)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


_lock = threading.Lock()
_slots = threading.BoundedSemaphore(MAX_CHILDREN)
# Take the one used last: its modules are loaded.
_idle: list[_Parser] = []
_busy: set[_Parser] = set()
atexit.register(stop_parser)


def _take_parser() -> _Parser:
    """Return a child that nothing else uses, a new one where there is none."""
    with _lock:
        parser = _idle.pop() if _idle else None
    if parser is not None and not parser.is_usable:
        parser.close()
        parser = None
    if parser is None:
        parser = _Parser()
    with _lock:
        _busy.add(parser)
    return parser


def _give_back(parser: _Parser) -> None:
    with _lock:
        _busy.discard(parser)
        if parser.is_usable:
            _idle.append(parser)
            return
    parser.close()


def _preload(task: str) -> None:
    with suppress(PageParserError):
        parse_in_sandbox(task, b"", {"prepare": True})


def _answer_in(message: object) -> dict[str, object]:
    if isinstance(message, dict) and isinstance(answer := message.get("answer"), dict):
        return answer
    problem = message.get("problem") if isinstance(message, dict) else None
    raise PageParserError(str(problem or "the parser gave no answer")[:_LONGEST_PROBLEM])


def _answer(request: dict[str, Any], payload: bytes, answers: IO[bytes]) -> None:
    message: dict[str, Any]
    options = request["options"]
    try:
        module, _, function = _TASKS[request["task"]].partition(":")
        perform = getattr(import_module(module), function)
        # Modules are never garbage: without this, each collection would scan them again.
        gc.freeze()
        _write(answers, _READY)
        limit_processor_time(request["seconds"])
        message = {"answer": {} if options.get("prepare") else perform(payload, options)}
    except MemoryError:
        # What is left of the heap is in an unknown state.
        os._exit(1)
    # The border of the process: a parser may fail in any way on hostile bytes, and the parent
    # reports it beside the name of the input.
    except Exception as problem:
        message = {"problem": describe_fault(problem)[:_LONGEST_PROBLEM]}
    _write(answers, json.dumps(message).encode("ascii"))
    lift_processor_limit()


def _write(answers: IO[bytes], data: bytes) -> None:
    answers.write(_LENGTH.pack(len(data)) + data)
    answers.flush()


def _private_output() -> IO[bytes]:
    """A copy of the standard output; what a library prints goes to the null device."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _refuse_forbidden_events(event: str, _: tuple[object, ...]) -> None:
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(f"{event} in the parser")
