"""A result that a screen needs, found in a thread before or when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

from textual.worker import Worker

from reader.app.reading.reading_host import ReadingHost
from reader.app.widgets.bars import Progress

READ_ON_SECONDS = 2.0
"""Seconds of waiting after which another key means that the screen must no longer open."""
_SILENT_SECONDS = 0.2
"""Seconds of waiting before the screen shows the progress."""

_Subject = TypeVar("_Subject")
_Result = TypeVar("_Result")
OnProgress = Callable[[float], None]
Find = Callable[[OnProgress, Callable[[], bool]], "_Result | None"]
"""Computes a result in a thread, given what to report progress to, 0..1, and whether to stop."""


class ResultWords(NamedTuple):
    """The words for a result in messages."""

    name: str
    """The name of the work, as `ReadingHost.start_work` takes it."""
    things: str
    """What is found: "quotes"."""
    ready: str
    """The message when the result is found after the user read on."""
    fault: str
    """The message where it could not be found because of a fault."""


class AwaitedResult(Generic[_Subject, _Result]):
    """Computes a result, once for each subject, and opens a screen with it when asked.

    Keys typed while the user waits are held for the new screen for `READ_ON_SECONDS`; after that
    they act on the text: the user reads on, and a message reports the result when found. Where
    there is no subject yet, it waits for one, until `resume` is called.

    Args:
        host: the screen.
        words: the words for it in messages.
        get_subject: returns the present subject, compared by identity; None if there is none.
        begin: returns the computation for a subject.
    """

    def __init__(
        self,
        host: ReadingHost,
        words: ResultWords,
        get_subject: Callable[[], _Subject | None],
        begin: Callable[[_Subject], Find[_Result]],
    ) -> None:
        self._host = host
        self.words = words
        self._get_subject = get_subject
        self._begin = begin
        self._found: tuple[_Subject, _Result] | None = None
        self._worker: Worker[None] | None = None
        self._searched: _Subject | None = None
        """The subject of the running computation."""
        self._share = 0.0
        """The share of that computation that is done, 0..1."""
        self._use: Callable[[_Result], None] | None = None
        """Called with the result once it is found; the user waits for it."""
        self._follow: Callable[[_Result], None] | None = None
        """Called with the result once it is found, without the user waiting."""
        self._since = 0.0
        self._has_read_on = False
        self._last_key = 0.0
        """When the last key was pressed, in the seconds of `monotonic`; 0 before the first."""
        self._settling_seconds: float | None = None
        """Seconds without a key, after the first key, before the result is computed beforehand."""
        self.on_found: Callable[[_Subject, _Result], None] = lambda _subject, _result: None
        """Called with every result found, before it is used."""

    @property
    def result(self) -> _Result | None:
        """The result for the present subject, if it is found."""
        if self._found is None or self._found[0] is not self._get_subject():
            return None
        return self._found[1]

    def set_result(self, subject: _Subject, result: _Result) -> None:
        """Use a result that was found already."""
        self._found = subject, result

    def forget(self) -> None:
        """Forget the result, so that it is computed again when asked for."""
        self._found = self._searched = None
        if self._use is not None:
            self.start()
        elif self._worker is not None:
            self._worker.cancel()

    def ask(self, use: Callable[[_Result], None]) -> None:
        """Call `use` with the result: now, or when it is found; the user waits for it."""
        if (result := self.result) is not None:
            use(result)
            return
        self._use, self._since, self._has_read_on = use, monotonic(), False
        since = self._since
        self._host.hold_keys()
        self._host.call_after(_SILENT_SECONDS, self._show_progress)
        self._host.call_after(READ_ON_SECONDS, lambda: self._end_holding(since))
        self.start()

    def follow(self, use: Callable[[_Result], None]) -> None:
        """Call `use` with the result when it is found, without holding keys or messages."""
        if (result := self.result) is not None:
            use(result)
            return
        self._follow = use
        self.start()

    @property
    def waits_for_subject(self) -> bool:
        """Whether the user asked for the result before there was a subject."""
        return self._use is not None and self._get_subject() is None

    def resume(self) -> None:
        """Compute what was asked for before there was a subject."""
        if self._use is not None or self._follow is not None:
            self.start()

    def start(self) -> None:
        """Start computing the result, unless it is found or being computed."""
        subject = self._get_subject()
        is_running = self._worker is not None and not self._worker.is_finished
        if subject is None or self.result is not None:
            return
        if is_running and self._searched is subject:
            return
        self._share, self._searched = 0.0, subject
        find = self._begin(subject)

        def work(is_cancelled: Callable[[], bool]) -> _Result | None:
            def on_progress(share: float) -> None:
                self._share = share
                if self._use is not None and not is_cancelled():
                    self._host.call_in_thread_of_screen(self._show_progress)

            return find(on_progress, is_cancelled)

        self._worker = self._host.start_work(
            self.words.name, work, lambda result: self._receive(subject, result)
        )

    def start_when_idle(
        self, seconds: float, is_urgent: Callable[[], bool] = lambda: False
    ) -> None:
        """Start computing the result once no key was pressed for `seconds`.

        Args:
            seconds: how long.
            is_urgent: whether to start then even if keys were pressed.
        """

        def start() -> None:
            idle = monotonic() - self._last_key
            if idle >= seconds or is_urgent():
                self.start()
            else:
                self._host.call_after(seconds - idle, start)

        self._host.call_after(seconds, start)

    def start_after_key(self, seconds: float) -> None:
        """Start computing the result once a key was pressed, then none for `seconds`."""
        if self._last_key:
            self.start_when_idle(seconds)
        else:
            self._settling_seconds = seconds

    def note_key(self) -> None:
        """Note that a key acts on the text: after `READ_ON_SECONDS`, the user reads on."""
        self._last_key = monotonic()
        seconds, self._settling_seconds = self._settling_seconds, None
        if seconds is not None:
            self.start_when_idle(seconds)
        if self._use is not None and monotonic() - self._since > READ_ON_SECONDS:
            self._has_read_on = True

    def stop(self) -> bool:
        """Cancel the computation that was asked for; return False if none was."""
        if self._use is None:
            return False
        self._end_waiting()
        self._host.release_keys()
        self._host.cancel_work(self.words.name)
        self._worker = None
        self._host.say(f"Stopped looking for {self.words.things}.")
        return True

    def give_up(self) -> None:
        """Report that the result was not found because of a fault."""
        self._end_waiting()
        self._host.release_keys()
        self._host.say(self.words.fault)

    def _receive(self, subject: _Subject, result: _Result) -> None:
        if subject is not self._get_subject():
            if self._use is not None or self._follow is not None:
                self.start()
            return
        self._found = subject, result
        self.on_found(subject, result)
        follow, self._follow = self._follow, None
        if follow is not None:
            follow(result)
        use = self._use
        if use is None:
            return
        self._end_waiting()
        if self._has_read_on:
            self._host.say(self.words.ready)
        else:
            use(result)
        self._host.release_keys()

    def _end_waiting(self) -> None:
        self._use = None
        self._host.show_progress(None)

    def _end_holding(self, since: float) -> None:
        """Let typed keys act on the text if the result takes long."""
        if self._use is not None and self._since == since:
            self._host.release_keys()

    def _show_progress(self) -> None:
        """Show the progress of the computation, if the user has waited for `_SILENT_SECONDS`."""
        is_silent = self._use is None or self._get_subject() is None
        if not is_silent and monotonic() - self._since >= _SILENT_SECONDS:
            self._host.show_progress(
                Progress(f"finding {self.words.things}: Esc stops", self._share)
            )
