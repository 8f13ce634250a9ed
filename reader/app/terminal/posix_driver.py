"""How the terminal is read, stopped and left where it is a POSIX one.

The private module of Textual that is needed for it is imported in `_textual`, as all are.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.app.terminal.pasting import PasteFilter
from reader.app.terminal.textual_internals import TerminalApp, XTermParser

_AT_ONCE = 4096
_LOOK_EVERY = 0.1
_RESTORING = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2048l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""All modes that the driver sets, unset: what it writes itself where it ends in order."""


class PosixDriver(LinuxDriver):
    """Textual's driver, made to bear three things that end or block Textual's own.

    Bytes that are no UTF-8 (a paste or an old mouse report), a stop and a continuation
    from outside (which would start a second reader of the keys), and a terminal that goes.
    """

    _stopped = False

    def suspend_application_mode(self) -> None:
        """Leave the terminal to others."""
        self._stopped = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal back."""
        self._stopped = False
        super().resume_application_mode()

    def _sigcont_application(self, *_: object) -> None:
        if not self._auto_restart:
            return
        if not self._stopped:
            # Stopped by a signal that cannot be caught: the shell has had the terminal since.
            self._must_signal_resume = True
            self.suspend_application_mode()
        self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Read the keys until told to stop; tell the application if the terminal is gone."""
        decoder = getincrementaldecoder("utf-8")("replace")
        parser = XTermParser(self._debug)
        pasting = PasteFilter()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = None
                if selector.select(_LOOK_EVERY):
                    data = self._read()
                    if not data:
                        self._tell_that_it_is_gone()
                        return
                try:
                    if data and (text := pasting.filter(decoder.decode(data))):
                        self._process(parser.feed(text))
                    self._process(parser.tick())
                except Exception:
                    # What a terminal sends is not under our control; the next key starts anew.
                    parser = XTermParser(self._debug)

    def is_gone(self) -> bool:
        """Whether the terminal has been closed."""
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
            output = self._file.fileno()  # type: ignore[union-attr]
            was_blocking = os.get_blocking(output)
            os.set_blocking(output, False)
            try:
                os.write(output, _RESTORING)
            finally:
                os.set_blocking(output, was_blocking)

    def _process(self, events: Iterable[Message]) -> None:
        for event in events:
            self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _tell_that_it_is_gone(self) -> None:
        if isinstance(self._app, TerminalApp):
            self._app.end_without_terminal()
