"""Shows the progress of fetching and reading on the terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from reader.cli.console import is_dumb_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reader.sources.web.fetch_values import FetchProgress

SECONDS_BEFORE_READING_IS_SHOWN = 1.0
"""Shorter reading is not shown, because a line that appears briefly is distracting."""


class OpeningProgress:
    """Lines of progress on the standard error, if that is a terminal.

    A line for every fetched address remains; the one for reading, shown where that
    takes time, is removed at the end. Nothing is shown for quick inputs. Use it in a `with`
    statement.
    """

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty() and not is_dumb_terminal()
        self._started = time.monotonic()
        self._lines: Progress | None = None
        self._addresses: dict[int, TaskID] = {}
        self._reading: TaskID | None = None

    def __enter__(self) -> OpeningProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lines is None:
            return
        if self._reading is not None:
            self._lines.remove_task(self._reading)
        self._lines.stop()

    def show_fetching(self, progress: FetchProgress) -> None:
        """Show the state of one address."""
        from reader.sources.web.fetch_values import FetchState

        if not self._is_shown or (self._lines is None and progress.state is FetchState.CACHED):
            return
        lines = self._started_lines()
        if progress.position not in self._addresses:
            self._addresses[progress.position] = lines.add_task("", total=1, line=progress.line)
        is_done = progress.state in (FetchState.DONE, FetchState.CACHED, FetchState.FAILED)
        lines.update(
            self._addresses[progress.position], line=progress.line, completed=1 if is_done else 0
        )

    def show_reading(self, share: float, phase: str) -> None:
        """Show the share done, 0..1, and the file or page that is being read."""
        seconds = time.monotonic() - self._started
        is_early = seconds < SECONDS_BEFORE_READING_IS_SHOWN
        if not self._is_shown or is_early or not phase.startswith("reading"):
            return
        lines = self._started_lines()
        line = f"{phase} … {share:.0%}"
        if self._reading is None:
            self._reading = lines.add_task("", total=1, line=line)
        lines.update(self._reading, line=line)

    def _started_lines(self) -> Progress:
        if self._lines is None:
            self._lines = _progress_lines()
            self._lines.start()
        return self._lines


def _progress_lines() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn
    from rich.table import Column

    return Progress(
        SpinnerColumn(finished_text=" "),
        TextColumn(
            "{task.fields[line]}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis"),
        ),
        console=Console(stderr=True),
        redirect_stdout=False,
        redirect_stderr=False,
    )
