"""Journals: files beside a notebook with changes that are not in it yet.

A notebook may be locked, full or damaged just when something is added, and a program may be ended
while a note is typed. So a process that adds something stores it in a separate file until the
notebook has it. Whoever reads the notebook next takes in what a process left that has ended: it
holds the lock of its file as long as it lives.

There are two kinds. *unsaved* has changes that are made; *draft* has notes that are still typed.
Both are documents as `reader notes export` writes them, so that they can be imported by hand, too.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.notebook.notebook_changes import NotebookChange

# Writing and parsing are imported where they are used: most starts find no journal.

_SUFFIX = ".json"
_UNFINISHED_SECONDS = 600.0
"""Seconds after which an unfinished file is taken to be abandoned."""


class JournalKind(str, Enum):
    """The kind of a journal; the value is a part of the name of its file."""

    UNSAVED = "unsaved"
    DRAFT = "draft"


class Journal:
    """The journal of this process. Not safe to be written by two threads at once.

    Args:
        notebook_path: the file of the notebook.
        kind: the kind of its changes.
    """

    def __init__(self, notebook_path: Path, kind: JournalKind) -> None:
        from uuid import uuid4

        name = f"{notebook_path.stem} {kind.value} {uuid4().hex[:12]}{_SUFFIX}"
        self.path = notebook_path.with_name(name)
        self._descriptor: int | None = None

    @property
    def exists(self) -> bool:
        """Whether it has anything."""
        return self._descriptor is not None

    def write(self, change: NotebookChange) -> None:
        """Replace its content; on the disk when this returns. Without a change the file is removed.

        Raises:
            OSError: it could not be written; its content is unchanged.
        """
        from reader.files.whole_files import replace_locked_file

        before = self._descriptor
        if change:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._descriptor = replace_locked_file(self.path, encode_change(change))
        elif before is not None:
            self.path.unlink(missing_ok=True)
            self._descriptor = None
        if before is not None:
            os.close(before)

    def leave(self) -> None:
        """Release the journal, so that another process can take its changes in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class TakenIn(NamedTuple):
    """The result of taking in the journals of processes that have ended."""

    changes: tuple[NotebookChange, ...] = ()
    damaged: tuple[Path, ...] = ()
    """The new paths of journals that cannot be read."""


def has_journals(notebook_path: Path) -> bool:
    """Return whether there is a journal of any process beside a notebook."""
    return any(
        any(_list_journals(notebook_path, kind)) or any(_list_unfinished(notebook_path, kind))
        for kind in JournalKind
    )


def take_in_journals(
    notebook_path: Path, kind: JournalKind, write: Callable[[NotebookChange], object]
) -> TakenIn:
    """Write the changes of processes that have ended into the notebook, and remove their journals.

    Args:
        notebook_path: the file of the notebook.
        kind: which journals.
        write: writes a change into the notebook; what it raises is passed on, and the journal
            stays.
    """
    from reader.notebook.exchange import MOST_BYTES, NotesFileError, parse_change

    _complete_unfinished(notebook_path, kind)
    _remove_unfinished(notebook_path.parent)
    changes: list[NotebookChange] = []
    damaged: list[Path] = []
    for path in sorted(_list_journals(notebook_path, kind)):
        with _open_left(path) as descriptor:
            if descriptor is None:
                continue
            try:
                with open(descriptor, "rb", closefd=False) as file:
                    change = parse_change(file.read(MOST_BYTES + 1))
            except (OSError, NotesFileError):
                moved_to = path.with_name(f"{path.name}.damaged")
                with suppress(OSError):
                    os.rename(path, moved_to)
                    damaged.append(moved_to)
                continue
            write(change)
            changes.append(change)
            with suppress(OSError):
                path.unlink()
    return TakenIn(tuple(changes), tuple(damaged))


def save_in_temporary_file(change: NotebookChange) -> Path:
    """Save a change in the folder for temporary files, to be taken in by `reader notes import`.

    Raises:
        OSError: it cannot be written there.
    """
    import os
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix="reader-notes-", suffix=".json")
    with open(descriptor, "wb") as file:
        file.write(encode_change(change))
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def encode_change(change: NotebookChange) -> bytes:
    """Return a change as the content of a file."""
    from reader.notebook.exchange import format_change

    return "".join(f"{line}\n" for line in format_change(change)).encode()


def _list_journals(notebook_path: Path, kind: JournalKind) -> Iterator[Path]:
    beginning = f"{notebook_path.stem} {kind.value} "
    with suppress(OSError), os.scandir(notebook_path.parent) as entries:
        for entry in entries:
            if entry.name.startswith(beginning) and entry.name.endswith(_SUFFIX):
                yield Path(entry.path)


def _list_unfinished(notebook_path: Path, kind: JournalKind) -> Iterator[Path]:
    """Yield the incomplete files that were to become journals."""
    from reader.files.whole_files import is_unfinished, unfinished_file_of

    beginning = f"{notebook_path.stem} {kind.value} "
    with suppress(OSError), os.scandir(notebook_path.parent) as entries:
        for entry in entries:
            if is_unfinished(entry.name) and unfinished_file_of(entry.name).startswith(beginning):
                yield Path(entry.path)


def _complete_unfinished(notebook_path: Path, kind: JournalKind) -> None:
    """Make journals of files that a killed process had written whole, and remove the others.

    Such a file may have a note that the journal it was to replace does not have yet.
    """
    from reader.notebook.exchange import MOST_BYTES, NotesFileError, parse_change

    for path in list(_list_unfinished(notebook_path, kind)):
        with _open_left(path) as descriptor, suppress(OSError):
            # Without content it may be so new that its process has not locked it yet.
            if descriptor is None or not os.fstat(descriptor).st_size:
                continue
            try:
                with open(descriptor, "rb", closefd=False) as file:
                    parse_change(file.read(MOST_BYTES + 1))
            except NotesFileError:
                path.unlink()
            else:
                os.rename(path, Journal(notebook_path, kind).path)


def _remove_unfinished(folder: Path) -> None:
    """Remove files that were being written when a process was killed, long ago."""
    from reader.files.whole_files import is_unfinished

    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if is_unfinished(entry.name) and age > _UNFINISHED_SECONDS:
                    os.unlink(entry.path)


@contextmanager
def _open_left(path: Path) -> Iterator[int | None]:
    """Open and lock a journal; None where its process lives, or another one takes it in."""
    from reader.files.file_locks import is_file_at, try_lock

    try:
        # The lock needs no right to write; a pipe of this name would be waited for without end.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(path, flags)
    except OSError:
        yield None
        return
    try:
        is_ours = stat.S_ISREG(os.fstat(descriptor).st_mode)
        # Without locks it may be taken in twice, which does no harm.
        with suppress(OSError):
            is_ours = is_ours and try_lock(descriptor)
        yield descriptor if is_ours and is_file_at(descriptor, path) else None
    finally:
        os.close(descriptor)
