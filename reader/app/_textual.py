"""The only file that touches private names of Textual and rich, each with its reason."""

from __future__ import annotations

import rich.control
import textual.content
from textual.app import App

from reader.articles.clean import FORBIDDEN_RANGES

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


class QuietApp(App[int]):
    """An application whose faults are kept for the command line instead of being printed.

    Textual prints a page of traceback with local variables; a person gets one
    sentence and the place of the log.
    """

    fault: Exception | None = None

    def _handle_exception(self, error: Exception) -> None:
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.fault = self.fault or error
            self._close_messages_no_wait()
