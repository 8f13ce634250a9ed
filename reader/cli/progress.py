"""What is being fetched and read, told on the terminal while it takes time."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from reader.cli.console import is_dumb

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reader.sources.web.fetch_values import FetchProgress

SECONDS_OF_SILENCE = 1.0
"""Reading that takes no longer is not told of."""


class OpeningLines:
    """Shows on the standard error, if it is a terminal, how far opening has come.

    A line for every address that is fetched stays there; one for reading, where that
    takes time, goes again. Where all is at hand nothing is shown.
    """

    def __init__(self) -> None:
        self._draws = sys.stderr.isatty() and not is_dumb()
        self._started = time.monotonic()
        self._lines: Progress | None = None
        self._addresses: dict[int, TaskID] = {}
        self._reading: TaskID | None = None

    def __enter__(self) -> OpeningLines:
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

    def fetch(self, progress: FetchProgress) -> None:
        """One address has come further."""
        from reader.sources.web.fetch_values import FetchState

        if not self._draws or (self._lines is None and progress.state is FetchState.CACHED):
            return
        lines = self._shown()
        if progress.position not in self._addresses:
            self._addresses[progress.position] = lines.add_task("", total=1, line=progress.line)
        ended = progress.state in (FetchState.DONE, FetchState.CACHED, FetchState.FAILED)
        lines.update(
            self._addresses[progress.position], line=progress.line, completed=1 if ended else 0
        )

    def read(self, share: float, doing: str) -> None:
        """So much of all is done; the file or page that is read now."""
        waited = time.monotonic() - self._started
        if not self._draws or waited < SECONDS_OF_SILENCE or not doing.startswith("reading"):
            return
        lines = self._shown()
        line = f"{doing} … {share:.0%}"
        if self._reading is None:
            self._reading = lines.add_task("", total=1, line=line)
        lines.update(self._reading, line=line)

    def _shown(self) -> Progress:
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
