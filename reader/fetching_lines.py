"""A line for every address that is being fetched, on the terminal, while it is."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from reader.streams import is_dumb

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reader.sources.fetching import FetchProgress


class FetchingLines:
    """Shows on the standard error, if it is a terminal, how far each address has come.

    Nothing is shown where every address is kept from before.
    """

    def __init__(self) -> None:
        self._draws = sys.stderr.isatty() and not is_dumb()
        self._lines: Progress | None = None
        self._tasks: dict[int, TaskID] = {}

    def __enter__(self) -> FetchingLines:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lines is not None:
            self._lines.stop()

    def tell(self, progress: FetchProgress) -> None:
        """One address has come further."""
        from reader.sources.fetching import FetchState

        if not self._draws or (self._lines is None and progress.state is FetchState.CACHED):
            return
        if self._lines is None:
            self._lines = _started()
        if progress.position not in self._tasks:
            self._tasks[progress.position] = self._lines.add_task("", line=progress.line)
        ended = progress.state in (FetchState.DONE, FetchState.CACHED, FetchState.FAILED)
        self._lines.update(
            self._tasks[progress.position],
            line=progress.line,
            total=1 if ended else None,
            completed=1 if ended else 0,
        )


def _started() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn
    from rich.table import Column

    lines = Progress(
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
    lines.start()
    return lines
