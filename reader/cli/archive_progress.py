"""Shows the progress of work on an archive on the terminal, and stops it on Ctrl+C."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from reader.cli.console import is_dumb_terminal, print_message
from reader.cli.opening_progress import SECONDS_BEFORE_READING_IS_SHOWN
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reader.archive.adding import AddingProgress
    from reader.errors import SourceError

_LONGEST_MESSAGE = 1000
"""Characters."""
_REDRAW_SECONDS = 0.1
_FEWEST_SECONDS = 3.0
"""A rate is stated after so long: the first one is of starting the processes."""


class ArchiveProgress:
    """A line of progress on the standard error, if that is a terminal.

    It is shown where the work takes time, and removed at the end. Use it in a `with` statement.
    """

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty() and not is_dumb_terminal()
        self._started = time.monotonic()
        self._drawn = 0.0
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> ArchiveProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def print_problem(self, problem: SourceError) -> None:
        """Print what could not be read, above the line."""
        self.print_line(problem.message)

    def print_line(self, message: str) -> None:
        """Print a message above the line."""
        if self._bar is None:
            print_message(message)
        else:
            text = clean_line(f"reader: {message}", _LONGEST_MESSAGE)
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def show_adding(self, progress: AddingProgress) -> None:
        """Show how far adding is: the share done, the rate and the time left."""
        facts = [progress.activity]
        if progress.articles:
            facts.append(f"{progress.articles:,} articles")
        if progress.seconds > _FEWEST_SECONDS and progress.articles:
            facts.append(f"{progress.articles / progress.seconds:,.0f}/s")
            if left := _time_left(progress.done, progress.total, progress.seconds):
                facts.append(left)
        self._show("  ".join(facts), progress.done, progress.total)

    def show_articles(self, activity: str) -> Callable[[int, int], None]:
        """Return a function that shows how many articles of how many are done."""

        def show(done: int, total: int) -> None:
            seconds = time.monotonic() - self._started
            facts = [activity, f"{done:,} of {total:,} articles", _time_left(done, total, seconds)]
            self._show("  ".join(filter(None, facts)), done, total)

        return show

    def _show(self, line: str, done: int, total: int) -> None:
        now = time.monotonic()
        if not self._is_shown or now - self._started < SECONDS_BEFORE_READING_IS_SHOWN:
            return
        if now - self._drawn < _REDRAW_SECONDS:
            return
        self._drawn = now
        if self._bar is None:
            self._bar = _progress_bar()
            self._bar.start()
            self._task = self._bar.add_task("", total=None, line="")
        assert self._task is not None
        share = f"{done / total:.0%}  " if total and done <= total else ""
        self._bar.update(
            self._task, line=f"{share}{line}", completed=min(done, total), total=total or None
        )


@contextmanager
def stopping_on_interrupt(
    print_line: Callable[[str], None] = print_message,
) -> Iterator[Callable[[], bool]]:
    """Yield a function that returns whether Ctrl+C was pressed once; a second Ctrl+C interrupts.

    The same holds for SIGTERM, which asks a program to end.

    Args:
        print_line: prints that the work is being stopped.
    """
    pressed = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True
        print_line("stopping, what was read is saved; again to stop at once")

    before = {}
    for name in ("SIGINT", "SIGTERM"):
        number = getattr(signal, name)
        # A signal that is ignored at the start stays ignored; only the main thread sets them.
        with suppress(ValueError):
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, stop)
    try:
        yield lambda: pressed
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _time_left(done: int, total: int, seconds: float) -> str:
    if seconds < _FEWEST_SECONDS or not done or done >= total:
        return ""
    left = int(seconds * (total - done) / done)
    hours, minutes = left // 3600, left // 60 % 60
    if hours:
        return f"{hours}:{minutes:02d} h left"
    return f"{minutes} min left" if minutes else f"{left} s left"


def _progress_bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    return Progress(
        BarColumn(bar_width=20),
        TextColumn(
            "{task.fields[line]}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis"),
        ),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
