"""The terminal driver on POSIX systems: reading, stopping and restoring the terminal."""

from __future__ import annotations

import contextlib
import os
import selectors
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterable
from typing import Any

from textual.message import Message

from reader.app.terminal import textual_internals
from reader.app.terminal.ascii_output import to_ascii
from reader.app.terminal.pasting import PasteFilter
from reader.app.terminal.process_end import end_without_terminal
from reader.app.terminal.style_codes import StyleCodes

# What this module uses exists on POSIX systems only; type checkers skip the rest elsewhere.
assert sys.platform != "win32"

_READ_BYTES = 4096
"""Bytes read at a time, more than anybody types between two frames."""
_EXIT_CHECK_SECONDS = 0.1
"""Seconds that the thread waits for keys before it checks whether the program ends."""
_RESTORING = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2048l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Resets all modes that the driver sets, as the driver itself does when it ends normally."""


class PosixDriver(textual_internals.ResumableDriver):
    """Textual's driver, made robust against events that end or block Textual's own.

    That is, beside a stop and a continuation from outside: bytes that are no UTF-8 (a paste
    or an old mouse report), and a terminal that goes.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._style_codes = StyleCodes()
        self.is_ascii = False
        """Whether everything is written in ASCII."""

    def resume_application_mode(self) -> None:
        """Take the terminal back, and send all colours again."""
        self._style_codes = StyleCodes()
        super().resume_application_mode()

    def write(self, data: str) -> None:
        """Write to the terminal; colours that are set already are not sent again."""
        data = self._style_codes.shorten(data)
        super().write(to_ascii(data) if self.is_ascii else data)

    def run_input_thread(self) -> None:
        """Read the keys until the program ends; end it if the terminal is gone."""
        decoder = getincrementaldecoder("utf-8")("replace")
        parser = textual_internals.KeyParser()
        pasting = PasteFilter()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = None
                if selector.select(_EXIT_CHECK_SECONDS):
                    data = self._read()
                    if not data:
                        end_without_terminal(self._save_before_end)
                        return
                try:
                    if data and (text := pasting.filter(decoder.decode(data))):
                        self._process(parser.feed(text))
                    self._process(parser.tick())
                except Exception:
                    # What a terminal sends is not under our control; the next key is read afresh.
                    parser = textual_internals.KeyParser()

    def is_gone(self) -> bool:
        """Return whether the terminal has been closed."""
        try:
            termios.tcgetattr(self.fileno)
        except (OSError, termios.error):
            return True
        return False

    def abandon(self) -> None:
        """Restore the terminal without waiting for anything, before the process is ended."""
        if self.attrs_before is not None:
            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with contextlib.suppress(OSError, ValueError):
            output = self.output_descriptor
            was_blocking = os.get_blocking(output)
            os.set_blocking(output, False)
            try:
                os.write(output, _RESTORING)
            finally:
                os.set_blocking(output, was_blocking)

    def _save_before_end(self) -> None:
        save = getattr(self.application, "save_before_end", None)
        if save is not None:
            save()

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ_BYTES)
        except OSError:
            return b""
