"""Compares the open articles in the background."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

from reader.app.widgets.bars import Progress
from reader.errors import ReaderError
from reader.processes.linker_process import PendingComparison, start_comparison

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

    from reader.app.reading.reading_screen import ReadingScreen
    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.processes.link_cache import LinkCache

COMPARING = "compare"
"""The group of the workers that compare in a thread."""
_POLL_SECONDS = 0.1
"""How often the comparison is asked for its progress."""
_SILENT_SECONDS = 0.4
"""Seconds before progress is shown: most comparisons end sooner, and each message costs a frame."""


class ArticleComparison:
    """Compares articles in a child process, or else in a thread; shows progress and links.

    Args:
        app: the application, for timers and threads.
        pending: the comparison, if it was begun already.
        link_cache: stores links for the next start; None: they are not stored.
    """

    def __init__(
        self, app: App[Any], pending: PendingComparison | None, link_cache: LinkCache | None
    ) -> None:
        self._app = app
        self._pending = pending
        self._link_cache = link_cache
        self._polling: Timer | None = None
        self._since = 0.0
        """When the running comparison was first asked for its progress, in `monotonic` seconds."""

    def read_stored(self, articles: tuple[Article, ...]) -> Coverage | None:
        """Return the links of articles that an earlier run saved, or None."""
        return self._link_cache.read(articles) if self._link_cache else None

    def store_findings(self, coverage: Coverage) -> None:
        """Store what was found out about single links, for the next start."""
        if self._link_cache is not None:
            self._link_cache.write_findings(coverage)

    def start(self, screen: ReadingScreen, articles: tuple[Article, ...]) -> None:
        """Start comparing articles; a screen shows their links when they are found."""
        if self._pending is None:
            try:
                self._pending = start_comparison(articles, self._link_cache)
            except ReaderError:
                self._compare_in_thread(screen, articles)
                return
        if self._pending.done():
            self._show_links(screen, self._pending)
            return
        pending = self._pending
        self._since = monotonic()
        self._polling = self._app.set_interval(_POLL_SECONDS, lambda: self._poll(screen, pending))
        # Not found out by asking: half a period is a twentieth of the start.
        pending.call_when_done(lambda: screen.call_soon(lambda: self._finish(screen, pending)))

    def stop(self, screen: ReadingScreen) -> None:
        """Cancel the running comparison because other articles are open."""
        self._app.workers.cancel_group(self._app, COMPARING)
        if self._polling is not None:
            self._polling.stop()
            screen.show_progress(None)
        self.cancel()
        self._pending = None

    def cancel(self) -> None:
        """End the child process, if there is one."""
        if self._pending is not None:
            self._pending.cancel()

    def _poll(self, screen: ReadingScreen, pending: PendingComparison) -> None:
        if not screen.is_attached:
            # The program is being left; a tick may come when the screens are gone.
            return
        if not pending.done() and monotonic() - self._since >= _SILENT_SECONDS:
            share, doing = pending.progress
            screen.show_progress(Progress(doing or "looking for the same moments", share))

    def _finish(self, screen: ReadingScreen, pending: PendingComparison) -> None:
        """Show the links of a comparison, unless other articles are open now."""
        if pending is not self._pending or not screen.is_attached:
            return
        if self._polling is not None:
            self._polling.stop()
        self._show_links(screen, pending)

    def _show_links(self, screen: ReadingScreen, pending: PendingComparison) -> None:
        screen.show_progress(None)
        try:
            screen.link(pending.result())
        except ReaderError as error:
            screen.report_missing_links(error.message)

    def _compare_in_thread(self, screen: ReadingScreen, articles: tuple[Article, ...]) -> None:
        """Compare in a thread, where no second process can be started."""
        app = self._app

        def work() -> None:
            from reader.coverage import compare

            worker = get_current_worker()

            def call(function: Any, *arguments: object) -> None:
                if not worker.is_cancelled:
                    app.call_from_thread(function, *arguments)

            def on_progress(share: float, doing: str) -> None:
                call(screen.show_progress, Progress(doing, share))

            try:
                coverage = compare(
                    articles, on_progress=on_progress, is_cancelled=lambda: worker.is_cancelled
                )
            except ReaderError as error:
                call(report_missing_links, screen, error.message)
                return
            call(screen.show_progress, None)
            call(screen.link, coverage)

        app.run_worker(
            work, thread=True, exit_on_error=False, group=COMPARING, description="link paragraphs"
        )


def report_missing_links(screen: ReadingScreen, reason: str) -> None:
    """Show that the articles could not be compared, and end the display of progress."""
    screen.show_progress(None)
    screen.report_missing_links(reason)
