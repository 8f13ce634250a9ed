"""One app for one page in a browser: its process, started, fed and ended."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_DRIVER = "reader.app.terminal.served_driver:ServedDriver"
_END_SECONDS = 5.0
"""Seconds that an app may take to end before it is killed: it saves notes."""
_MOST_COLUMNS, _MOST_ROWS = 1000, 500
_USUAL_SIZE = (80, 24)


class AppSession(AppService):
    """The process of an app, and the web socket of the page that shows it.

    Args:
        command: what is started, without a shell.
        socket: the open web socket.
    """

    def __init__(self, command: Sequence[str], socket: web.WebSocketResponse) -> None:
        super().__init__(
            "reader",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close_socket,
            download_manager=DownloadManager(),
        )
        self._arguments = tuple(command)
        self._socket = socket

    async def run(self) -> None:
        """Pass on what the app draws until it ends, then close the web socket."""
        try:
            await super().run()
        finally:
            await self._close_socket()

    async def end(self) -> None:
        """End the app; kill it if it does not end in time."""
        with suppress(asyncio.TimeoutError, OSError, RuntimeError):
            await asyncio.wait_for(self.stop(), _END_SECONDS)
        process = self._process
        if process is None:
            return
        with suppress(OSError, RuntimeError):
            self.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _END_SECONDS)
        except asyncio.TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def take_message(self, text: str) -> None:
        """Carry out a message of the page; ignore an invalid one."""
        try:
            kind, value = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            return
        if kind == "stdin" and isinstance(value, str):
            await self.send_bytes(value.encode("utf-8", "replace"))
        elif kind == "resize" and isinstance(value, dict):
            await self.set_terminal_size(*bound_size(value.get("width"), value.get("height")))
        elif kind == "ping" and isinstance(value, (int, float, str)):
            await self._socket.send_json(["pong", value])
        elif kind == "focus":
            await self.focus()
        elif kind == "blur":
            await self.blur()

    async def on_meta(self, data: bytes) -> None:
        """Close the web socket where the app says that it has ended; it asks for nothing else."""
        with suppress(ValueError, AttributeError):
            if json.loads(data).get("type") == "exit":
                await self._close_socket()

    async def on_packed(self, payload: bytes) -> None:
        """Do nothing: the app sends no files to the browser."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height) | {"TEXTUAL_DRIVER": _DRIVER}
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        assert process.stdin is not None
        self._stdin = process.stdin
        return process

    async def _close_socket(self) -> None:
        with suppress(ConnectionError, RuntimeError):
            await self._socket.close()


def bound_size(columns: object, rows: object) -> tuple[int, int]:
    """Return the size of a terminal that a page asks for, within reason."""
    sizes = []
    for value, most, usual in zip(
        (columns, rows), (_MOST_COLUMNS, _MOST_ROWS), _USUAL_SIZE, strict=True
    ):
        text = str(value)[:9] if not isinstance(value, bool) else ""
        sizes.append(min(max(int(text), 1), most) if text.isascii() and text.isdecimal() else usual)
    return sizes[0], sizes[1]
