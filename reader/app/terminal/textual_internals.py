"""The only file that imports private names of Textual and rich, each with its reason."""

from __future__ import annotations

import os

import rich.control
import textual.content
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver

from reader.text.cleaning import FORBIDDEN_RANGES

__all__ = ["TerminalApp", "XTermParser", "guard_against_control_characters"]

_BREAKS_AND_INVISIBLE = "\x1c\x1d\x1e\x85\u2028\u2029\u00ad\u034f\u200b\u2060\ufeff"
"""What `clean` turns into line ends or drops, which is no text of one line either."""


def guard_against_control_characters() -> None:
    """Have Textual and rich drop every control character that `clean` replaces.

    A second wall behind `clean`: both libraries remove only five characters of
    their own accord and would pass an escape sequence on to the terminal.
    """
    dropped: dict[int, None] = dict.fromkeys(map(ord, _BREAKS_AND_INVISIBLE))
    for first, last in FORBIDDEN_RANGES:
        dropped.update(dict.fromkeys(range(first, last + 1)))
    textual.content._CONTROL_STRIP_TRANSLATE.update(dropped)
    rich.control._CONTROL_STRIP_TRANSLATE.update(dropped)


class TerminalApp(App[int]):
    """An application whose faults are kept for the command line instead of being printed.

    Textual prints a page of traceback with local variables; a person gets one
    sentence and the place of the log.
    """

    fault: Exception | None = None

    @property
    def is_leaving(self) -> bool:
        """Whether `exit` was called: the program ends, whatever is still under way."""
        return self._exit

    def get_driver_class(self) -> type[Driver]:
        """Our own driver, where the terminal is a POSIX one and no other was asked for."""
        if os.name == "posix" and "TEXTUAL_DRIVER" not in os.environ:
            from reader.app.terminal.posix_driver import PosixDriver

            return PosixDriver
        return super().get_driver_class()

    def end_without_terminal(self) -> None:
        """End the process now: there is no terminal left to restore, and nobody to tell.

        The child processes end with it, because their input does.
        """
        os._exit(128 + 1)

    def end_now(self, code: int) -> None:
        """End the process now; the terminal is restored as far as that needs no waiting."""
        if os.name == "posix":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self._driver, PosixDriver):
                self._driver.abandon()
        os._exit(code)

    def terminal_is_gone(self) -> bool:
        """Whether the terminal was closed."""
        if os.name == "posix":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self._driver, PosixDriver):
                return self._driver.is_gone()
        return False

    def _handle_exception(self, error: Exception) -> None:
        if self.is_headless:
            super()._handle_exception(error)
            return
        # Textual mounts nothing once `exit` was called, so that a dialog that opens at that
        # moment finds itself without its widgets: a consequence of leaving, not a fault.
        if not self.is_leaving:
            self.fault = self.fault or error
        self._close_messages_no_wait()
