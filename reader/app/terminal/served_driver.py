"""The driver of an app that is shown in a browser, which ends with the server that started it."""

from __future__ import annotations

import os
import threading

from textual import messages
from textual.drivers.web_driver import WebDriver

_END_SECONDS = 5.0
"""Seconds that the app may take to end normally once nobody can see it any more."""


class ServedDriver(WebDriver):
    """Reads keys from the server; where that is gone, the app ends."""

    def run_input_thread(self) -> None:
        """Read keys until the app ends or the server does."""
        super().run_input_thread()
        if self.exit_event.is_set():
            return
        timer = threading.Timer(_END_SECONDS, os._exit, [1])
        timer.daemon = True
        timer.start()
        self._app.call_from_thread(self._app.post_message, messages.ExitApp())
