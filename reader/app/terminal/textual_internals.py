"""The only file that uses private names of Textual and rich, each with its reason.

Everything else builds on the public names that these classes and functions give.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, TypeVar

import rich.control
import textual.content
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Region, Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from reader.text.cleaning import FORBIDDEN_RANGES

_Painted = TypeVar("_Painted", bound="OncePaintedScreen")

_BREAKS_AND_INVISIBLE = "\x1c\x1d\x1e\x85\u2028\u2029\u00ad\u034f\u200b\u2060\ufeff"
"""Characters that `clean` turns into line ends or drops; they cannot be in one line of text."""


def guard_against_control_characters() -> None:
    """Make Textual and rich drop every control character that `clean` replaces.

    A second protection behind `clean`: both libraries drop only five characters by themselves and
    would pass an escape sequence on to the terminal. Their tables have no public name.
    """
    dropped: dict[int, None] = dict.fromkeys(map(ord, _BREAKS_AND_INVISIBLE))
    for first, last in FORBIDDEN_RANGES:
        dropped.update(dict.fromkeys(range(first, last + 1)))
    textual.content._CONTROL_STRIP_TRANSLATE.update(dropped)  # noqa: SLF001
    rich.control._CONTROL_STRIP_TRANSLATE.update(dropped)  # noqa: SLF001


class FaultKeepingApp(App[int]):
    """An application that stores its fault for the command line instead of printing it.

    Textual prints a page of traceback with local variables, and has no public hook for it.
    """

    fault: Exception | None = None
    """The fault that ended the screen, if one did."""

    @property
    def is_leaving(self) -> bool:
        """Whether `exit` was called: the program ends even if work is unfinished."""
        return self._exit

    def follow_theme(self) -> None:
        """Turn the terminal's own colours into others only where the theme, set unwatched, asks."""
        self._refresh_truecolor_filter(self.ansi_theme)

    @property
    def current_driver(self) -> Driver | None:
        """The driver of the terminal, while the application runs."""
        return self._driver

    def _handle_exception(self, error: Exception) -> None:
        if self.is_headless:
            super()._handle_exception(error)
            return
        # Textual mounts nothing once `exit` was called, so that a dialog that opens at that
        # moment finds itself without its widgets: a consequence of leaving, not a fault.
        if not self.is_leaving:
            self.fault = self.fault or error
        self._close_messages_no_wait()


class OncePaintedScreen(Screen[None]):
    """A screen that is painted once at its start.

    Textual paints the whole screen with its first layout, and twice more: since every widget got
    its size, and since the screen came to the top. Nothing public says what is painted already.
    """

    _is_starting = True
    """Whether the first layout is not done with."""
    _is_painted = False

    def refresh(
        self: _Painted,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> _Painted:
        """Paint again; not during the start, whose first layout paints everything."""
        repaint = repaint and not self._is_starting
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def end_start(self) -> None:
        """Paint the whole screen again from now on whenever `refresh` is called."""
        self._is_starting = False

    def _compositor_refresh(self) -> None:
        super()._compositor_refresh()
        if not self._is_painted and self.is_current:
            self._is_painted = True
            for widget in self._compositor.visible_widgets:
                widget._exchange_repaint_regions()  # noqa: SLF001


class UnscrolledWidget(Widget):
    """A widget that Textual never scrolls and whose size its parent sets.

    Textual lays the whole screen out again, and paints a second frame, after any widget got
    another size: a scrolled one may need bars then. Nothing public says that there are none.
    """

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class KeyParser:
    """Turns what the terminal sends into messages; Textual's parser has no public name."""

    def __init__(self) -> None:
        self._parser = XTermParser(debug=False)

    def feed(self, text: str) -> Iterable[Message]:
        """Return the messages of a piece of input."""
        return self._parser.feed(text)

    def tick(self) -> Iterable[Message]:
        """Return the messages that are due because no more input came."""
        return self._parser.tick()


if sys.platform != "win32":
    import asyncio
    import signal

    from textual.drivers.linux_driver import LinuxDriver

    class ResumableDriver(LinuxDriver):
        """Textual's POSIX driver, which may be stopped and continued from outside.

        Textual's own starts a second reader of the keys then, and gives the terminal back in the
        midst of whatever the main thread does; its handlers are private. While that thread holds
        the lock of the output's queue, writing there would wait for the thread itself.
        """

        _is_suspended = False

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
            loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

        @property
        def application(self) -> App[object]:
            """The application that the driver serves."""
            return self._app

        @property
        def output_descriptor(self) -> int:
            """The file descriptor of the terminal's output.

            Raises:
                OSError: the output is no file.
                ValueError: it is closed.
            """
            return self._file.fileno()  # type: ignore[union-attr]

        def suspend_application_mode(self) -> None:
            """Give the terminal back to the shell."""
            self._is_suspended = True
            super().suspend_application_mode()

        def resume_application_mode(self) -> None:
            """Take the terminal back."""
            self._is_suspended = False
            super().resume_application_mode()

        def _sigcont_application(self, *_: object) -> None:
            if not self._auto_restart:
                return
            if not self._is_suspended:
                # Stopped by a signal that cannot be caught: the shell used the terminal in between.
                self._must_signal_resume = True
                self.suspend_application_mode()
            self.resume_application_mode()
