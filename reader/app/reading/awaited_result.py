"""A result that a screen needs, found in a thread before or when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

from textual.worker import Worker

from reader.app.reading.reading_host import ReadingHost
from reader.app.widgets.bars import Progress

READ_ON_SECONDS = 2.0
"""Seconds of waiting after which another key means that the screen must not open any more."""
_SILENT_SECONDS = 0.2
"""Seconds that one may wait before the screen says what it is doing."""

_Subject = TypeVar("_Subject")
_Result = TypeVar("_Result")
OnProgress = Callable[[float], None]
Find = Callable[[OnProgress, Callable[[], bool]], "_Result | None"]
"""Computes a result in a thread, given what to report progress to, 0..1, and whether to stop."""


class ResultWords(NamedTuple):
    """What a result is called in messages."""

    name: str
    """The name of the work, as `ReadingHost.start_work` takes it."""
    things: str
    """What is found: "quotes"."""
    ready: str
    """The message for a user who reads on meanwhile."""
    fault: str
    """The message where it could not be found because of a fault."""


class AwaitedResult(Generic[_Subject, _Result]):
    """Finds a result of what is open, once for each, and opens a screen with it when asked.

    Keys typed while one waits are held for the screen that opens, for `READ_ON_SECONDS`; after that
    they act on the text: the user reads on, and a message says when the result is there. Where
    there is nothing yet that it could be of, it waits for that too, until `resume` is called.

    Args:
        host: the screen.
        words: what it is called.
        get_subject: gives what the result is of now, compared by identity; None if nothing.
        begin: gives the computation for a subject.
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
        """What the worker computes the result of."""
        self._share = 0.0
        """The share of that work that is done."""
        self._use: Callable[[_Result], None] | None = None
        """What to do with the result once it is found."""
        self._follow: Callable[[_Result], None] | None = None
        """What to do with it beside that, without a word meanwhile."""
        self._since = 0.0
        self._has_read_on = False
        self._last_key = 0.0
        """When the last key was pressed, in the seconds of `monotonic`; 0 before the first."""
        self._settling_seconds: float | None = None
        """Seconds without a key after the first one, where the result is found beforehand then."""
        self.on_found: Callable[[_Subject, _Result], None] = lambda _subject, _result: None
        """Called with every result found, before it is used."""

    @property
    def result(self) -> _Result | None:
        """The result of what is open now, where it is found."""
        if self._found is None or self._found[0] is not self._get_subject():
            return None
        return self._found[1]

    def keep(self, subject: _Subject, result: _Result) -> None:
        """Use a result that was found already."""
        self._found = subject, result

    def forget(self) -> None:
        """Find the result anew when it is asked for next: it is another one now."""
        self._found = self._searched = None
        if self._use is not None:
            self.start()
        elif self._worker is not None:
            self._worker.cancel()

    def ask(self, use: Callable[[_Result], None]) -> None:
        """Do something with the result: now, or when it is found."""
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
        """Do something with the result when it is found; keys and messages go on meanwhile."""
        if (result := self.result) is not None:
            use(result)
            return
        self._follow = use
        self.start()

    @property
    def waits_for_subject(self) -> bool:
        """Whether the user asked for the result, and there is nothing yet that it could be of."""
        return self._use is not None and self._get_subject() is None

    def resume(self) -> None:
        """Begin to find what was asked for before there was anything that it could be of."""
        if self._use is not None or self._follow is not None:
            self.start()

    def start(self) -> None:
        """Begin to find the result, unless it is found or looked for already."""
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
        """Begin to find the result, later: once no key was pressed for so many seconds.

        Args:
            seconds: how long.
            is_urgent: whether it begins then although keys were pressed.
        """

        def start() -> None:
            idle = monotonic() - self._last_key
            if idle >= seconds or is_urgent():
                self.start()
            else:
                self._host.call_after(seconds - idle, start)

        self._host.call_after(seconds, start)

    def start_after_key(self, seconds: float) -> None:
        """Begin to find the result once a key was pressed, then none for so many seconds."""
        if self._last_key:
            self.start_when_idle(seconds)
        else:
            self._settling_seconds = seconds

    def note_key(self) -> None:
        """Note that a key acts on the text, which after a while means that the user reads on."""
        self._last_key = monotonic()
        seconds, self._settling_seconds = self._settling_seconds, None
        if seconds is not None:
            self.start_when_idle(seconds)
        if self._use is not None and monotonic() - self._since > READ_ON_SECONDS:
            self._has_read_on = True

    def stop(self) -> bool:
        """Stop what was asked for; return False if nothing was."""
        if self._use is None:
            return False
        self._end_waiting()
        self._host.release_keys()
        self._host.cancel_work(self.words.name)
        self._worker = None
        self._host.say(f"Stopped looking for {self.words.things}.")
        return True

    def give_up(self) -> None:
        """Say that the result was not found because of a fault."""
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
        """Let what is typed act on the text where the result takes long."""
        if self._use is not None and self._since == since:
            self._host.release_keys()

    def _show_progress(self) -> None:
        """Show how far the work is, if it has been waited for a little while."""
        is_silent = self._use is None or self._get_subject() is None
        if not is_silent and monotonic() - self._since >= _SILENT_SECONDS:
            self._host.show_progress(
                Progress(f"finding {self.words.things}: Esc stops", self._share)
            )
