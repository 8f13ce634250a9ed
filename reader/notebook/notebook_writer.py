"""Writes into a notebook in the background, without delaying the screen or losing changes.

A change goes into a journal beside the notebook first, and is removed from it once the notebook
has it. A change that the notebook cannot take (another program writes, the disk is full, it
is of a newer version) stays there and is tried again.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.notebook.journals import Journal, JournalKind, save_in_temporary_file
from reader.notebook.notebook_changes import NotebookChange, join_changes
from reader.notebook.notebook_file import Notebook, NotebookError, print_path

RETRY_SECONDS = 5.0
"""Seconds between attempts to write pending changes."""
FINISH_SECONDS = 2.0
"""Seconds that the end of the program may wait for the notebook: less than a signal allows."""
_JOURNAL_SECONDS = 0.5
"""Seconds to wait for a journal that is being written: a network disk may not answer."""
_POLL_SECONDS = 0.02

OUTDATED = "Changed in another window: that change is used."
"""The message about a change that another reader made pointless."""

OnWritten = Callable[[str], None]
"""Called with a message about a failure, empty on success; called again on a later success."""


@dataclass(slots=True)
class _Pending:
    """A change that the notebook does not have yet."""

    change: NotebookChange
    on_written: OnWritten = lambda _: None
    is_reported: bool = False
    """Whether it was reported that the notebook did not take it."""


class NotebookWriter:
    """Writes changes into a notebook in a thread, in order.

    Args:
        notebook: the notebook.
        list_held: returns what is held of the notebook, to be written into a new one where the
            file was found damaged; called in the thread of the notebook.
    """

    def __init__(
        self, notebook: Notebook, list_held: Callable[[], NotebookChange] = NotebookChange
    ) -> None:
        self._notebook = notebook
        self._list_held = list_held
        # Reentrant: the handler of a signal may acquire them in the thread that holds them.
        self._lock = threading.RLock()
        """Guards what is pending; never held while a file is written: a key may wait for it."""
        self._journal_lock = threading.RLock()
        """Guards the journals."""
        self._pending: list[_Pending] = []
        """The changes that the notebook does not have yet, in order."""
        self._draft = NotebookChange()
        self._journal = Journal(notebook.path, JournalKind.UNSAVED)
        self._drafts = Journal(notebook.path, JournalKind.DRAFT)
        self._reason = ""
        """Why the notebook did not take the pending changes."""
        self._work = _TaskThread("notebook", self._retry, RETRY_SECONDS)
        self._journal_work = _TaskThread("notebook journal")

    def write(self, change: NotebookChange, on_written: OnWritten) -> None:
        """Write a change, after those before it.

        Args:
            change: the change.
            on_written: called in the thread of the notebook.
        """
        with self._lock:
            self._pending.append(_Pending(change, on_written))
        self._journal_work.submit(self._update_journals)
        self._work.submit(self._write_pending)

    def submit(self, work: Callable[[], None]) -> None:
        """Run another task with the notebook, after those before it."""
        self._work.submit(work)

    def add(self, change: NotebookChange) -> None:
        """Add a part to the next change."""
        with self._lock:
            self._pending.append(_Pending(change))

    def save_draft(self, draft: NotebookChange) -> None:
        """Save a note that is being typed, replacing the last one; empty: there is none."""
        with self._lock:
            self._draft = draft
        self._journal_work.submit(self._update_journals)

    def save_journals(self) -> None:
        """Write all changes that the notebook does not have into the journals before returning.

        It may be called by the handler of a signal at any time.
        """
        with suppress(OSError):
            self._save_journals()

    def finish(self, seconds: float = FINISH_SECONDS) -> str:
        """Wait until all is in the notebook; return a message about the rest, empty if none.

        Args:
            seconds: how long to wait at most.
        """
        if not self._work.has_started and not self._journal_work.has_started:
            return ""
        self._work.submit(self._retry)
        with suppress(KeyboardInterrupt):
            self._wait_until_idle(time.monotonic() + seconds)
        try:
            self._save_journals()
            journal = self._journal if self._journal.exists else self._drafts
            message = self._describe_unsaved(journal.path, "taken in at the next start")
        except OSError:
            message = self._save_elsewhere()
        # From now on another process may take in the journal.
        self._journal.leave()
        self._drafts.leave()
        return message

    def _wait_until_idle(self, until: float) -> None:
        """Wait until no task is left."""
        while not (self._work.is_idle and self._journal_work.is_idle):
            if time.monotonic() > until:
                return
            time.sleep(_POLL_SECONDS)

    def _retry(self) -> None:
        with self._lock:
            is_needed = bool(self._pending)
        if is_needed:
            self._write_pending()

    def _write_pending(self) -> None:
        """Write all that is pending, as one change."""
        with self._lock:
            taken = list(self._pending)
        if not taken:
            return
        moved_before = self._notebook.moved_to
        try:
            new = self._notebook.write_change(join_changes(each.change for each in taken))
        except NotebookError as error:
            self._reason = error.reason
            untold = [each for each in taken if not each.is_reported]
            for each in untold:
                each.is_reported = True
                each.on_written(self._describe_failure())
            return
        with self._lock:
            del self._pending[: len(taken)]
        self._journal_work.submit(self._update_journals)
        was_moved = self._notebook.moved_to != moved_before
        moved = self.write_back() if was_moved else ""
        for each in taken:
            is_outdated = any(id_ not in new for id_, _ in each.change.conditions)
            each.on_written(OUTDATED if is_outdated else moved)

    def write_back(self) -> str:
        """Write what is held into the new notebook, in the place of a damaged one.

        To be called in the thread of the notebook, after that was moved aside.

        Returns:
            The message about the move, and how much of it is in the new notebook.
        """
        message = self._notebook.describe_move()
        try:
            count = len(self._notebook.write_change(self._list_held()))
        except NotebookError as error:
            return f"{message}; the new one cannot be written ({error.reason})"
        if not count:
            return message
        what = "1 entry" if count == 1 else f"{count} entries"
        return f"{what} about the open articles written anew, as {message}"

    def _describe_failure(self) -> str:
        """Return a message about a change that the notebook did not take."""
        try:
            self._save_journals()
        except OSError:
            then = _describe_end()
        else:
            # The path last: it is long, and the screen has one line.
            then = f"it is saved beside it and tried again: {print_path(self._notebook.path)}"
        return f"the notebook cannot be written ({self._reason}); {then}"

    def _update_journals(self) -> None:
        with suppress(OSError):
            self._save_journals()

    def _save_journals(self) -> None:
        if not self._journal_lock.acquire(timeout=_JOURNAL_SECONDS):
            raise OSError("its disk does not answer")
        try:
            with self._lock:
                unsaved = join_changes(each.change for each in self._pending)
                draft = self._draft
            self._journal.write(unsaved)
            self._drafts.write(draft)
        finally:
            self._journal_lock.release()

    def _save_elsewhere(self) -> str:
        """Save the pending changes in the folder for temporary files."""
        content = join_changes([*(each.change for each in self._pending), self._draft])
        if not content:
            return ""
        try:
            path = save_in_temporary_file(content)
        except OSError as error:
            notes = " · ".join(entry.text for entry in content.added if entry.text)
            reason = error.strerror or str(error)
            return f"what you added could not be saved anywhere ({reason}): {notes}"
        return self._describe_unsaved(path, "reader notes import takes it in")

    def _describe_unsaved(self, path: Path, then: str) -> str:
        count = sum(
            bool(each.change.added or each.change.retired or each.change.kinds)
            for each in self._pending
        )
        if count:
            what = f"{count} change{'' if count == 1 else 's'} {'is' if count == 1 else 'are'}"
            reason = self._reason or "it is busy"
            return f"{what} not in the notebook ({reason}); saved in {print_path(path)}: {then}"
        if self._draft:
            return f"a note was being written; it is saved in {print_path(path)}: {then}"
        return ""


def _describe_end() -> str:
    """Return what happens at the end to changes that can be saved nowhere beside the notebook."""
    from tempfile import gettempdir

    try:
        folder = print_path(Path(gettempdir()))
    except OSError:
        return "what you add lasts until you quit"
    return f"when you quit, what you add is saved in {folder}"


class _TaskThread:
    """A daemon thread that runs tasks in order.

    Args:
        name: its name.
        on_quiet: called again and again while there is nothing to do.
        quiet_seconds: how often.
    """

    def __init__(
        self, name: str, on_quiet: Callable[[], None] | None = None, quiet_seconds: float = 0.0
    ) -> None:
        self._name = name
        self._on_quiet = on_quiet
        self._quiet_seconds = quiet_seconds if on_quiet else None
        self._tasks: queue.Queue[Callable[[], None]] = queue.Queue()
        self._starting = threading.Lock()
        self.has_started = False

    @property
    def is_idle(self) -> bool:
        """Whether all its tasks are done."""
        return not self._tasks.unfinished_tasks

    def submit(self, task: Callable[[], None]) -> None:
        """Run a task, after those before it."""
        self._tasks.put(task)
        with self._starting:
            if self.has_started:
                return
            self.has_started = True
        threading.Thread(target=self._run, name=self._name, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                task = self._tasks.get(timeout=self._quiet_seconds)
            except queue.Empty:
                if self._on_quiet:
                    self._on_quiet()
                continue
            # The border of this thread: after a fault in one task, those after it still run.
            with suppress(Exception):
                task()
            self._tasks.task_done()
