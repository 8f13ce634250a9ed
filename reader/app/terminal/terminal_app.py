"""An application with the program's own driver, which can end although its terminal is gone."""

from __future__ import annotations

import os
import sys

from textual.driver import Driver

from reader.app.terminal.textual_internals import FaultKeepingApp


class TerminalApp(FaultKeepingApp):
    """An application that leaves its terminal as it was, however it ends."""

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver on a POSIX terminal, unless another is asked for."""
        if sys.platform != "win32" and "TEXTUAL_DRIVER" not in os.environ:
            from reader.app.terminal.posix_driver import PosixDriver

            return PosixDriver
        return super().get_driver_class()

    def end_now(self, code: int) -> None:
        """End the process now; the terminal is restored as far as that needs no waiting."""
        if sys.platform != "win32":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self.current_driver, PosixDriver):
                self.current_driver.abandon()
        os._exit(code)

    def is_terminal_gone(self) -> bool:
        """Return whether the terminal was closed."""
        if sys.platform != "win32":
            from reader.app.terminal.posix_driver import PosixDriver

            if isinstance(self.current_driver, PosixDriver):
                return self.current_driver.is_gone()
        return False
