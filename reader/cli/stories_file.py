"""A file to which the rows of stories are added, with a record of its stories.

Beside it is a file with the name and `.stories`, its record: which rows it has, and two lines for
every story. The first is written before its rows, and says how long they are; the second after
them, and says where they end. So what is behind the last of these ends is known to be a story that
was being written when a run ended, and only that is overwritten.

The record is locked as long as a run lasts.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple
from zlib import crc32

from reader.cli.console import OutputError
from reader.errors import ReaderError
from reader.files.file_locks import is_file_at, try_lock
from reader.text.cleaning import clean_line

_BLOCK = 1 << 20
"""Bytes that are read at once."""
_VERSION = 2
"""The version of the format of the record."""
_MOST_RECORD_BYTES = 64 * 1024 * 1024


class StoryIdentity(NamedTuple):
    """The identity of a story."""

    name: str
    """The name of its folder."""
    path: str
    """The whole path of its folder."""
    content: str
    """The key of the content of its files."""


class StoriesFile:
    """The rows of stories in a file. Used in a `with` block, at whose end it is unlocked.

    Args:
        path: the file; it is created at the first story.
        rows: the kind of the rows; a file with rows of another kind is refused.

    Raises:
        ReaderError: the file was not written by a run of this kind, was changed since, or
            another run is writing into it.
        OutputError: it cannot be read or written.
    """

    def __init__(self, path: Path, rows: str) -> None:
        self._path = path
        self._name = clean_line(os.fsencode(path).decode("utf-8", "replace"))
        self._record_path = path.with_name(f"{path.name}.stories") if path.name else path
        self._record_name = f"{self._name}.stories"
        self._rows = rows
        self._stories: dict[str, StoryIdentity] = {}
        """By the name under which its rows are."""
        self._end = 0
        self._checksum = 0
        self._unfinished = 0
        """The most bytes of an unfinished story, whose rows were being written when a run ended."""
        self._check_kind()
        try:
            self._record = self._lock_record()
            try:
                self._read_record()
            except BaseException:
                self.close()
                raise
        except OSError as problem:
            raise self._output_error(problem) from problem

    def __enter__(self) -> StoriesFile:
        """Return the file, which is locked."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Unlock the file."""
        self.close()

    def close(self) -> None:
        """Let another run write into it. An empty record is removed."""
        is_unused = not os.fstat(self._record).st_size
        os.close(self._record)
        if is_unused:
            self._record_path.unlink(missing_ok=True)

    @property
    def is_empty(self) -> bool:
        """Whether it has no story yet."""
        return not self._end

    def find(self, story: StoryIdentity) -> str | None:
        """Return the name under which the rows of a story are in it; None if they are not.

        Raises:
            ReaderError: the rows were written before the files of the story were changed.
        """
        for name, known in self._stories.items():
            if known.content == story.content and known.name == story.name:
                return name
        if any(known.path == story.path for known in self._stories.values()):
            raise ReaderError(
                f"its files were changed after its rows were written: delete {self._name} and "
                f"{self._record_name} to begin anew, or name another file"
            )
        return None

    def name_story(self, story: StoryIdentity) -> str:
        """Return the name for the rows of a story: its folder's, unless another story has it."""
        return story.name if story.name not in self._stories else story.path

    def add(self, story: StoryIdentity, lines: Sequence[str]) -> None:
        """Add the rows of a story; the disk has them before the story counts as written.

        Raises:
            OutputError: they cannot be written.
        """
        content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        name = self.name_story(story)
        try:
            if not os.fstat(self._record).st_size:
                self._add_record({"rows": self._rows, "version": _VERSION})
            self._add_record({"begins": name, "bytes": len(content)})
            with open(self._path, "r+b" if self._path.exists() else "w+b") as file:
                file.seek(self._end)
                file.write(content)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
            self._end += len(content)
            self._checksum = crc32(content, self._checksum)
            ends = {"end": self._end, "checksum": self._checksum}
            self._add_record({"story": name, **ends, "of": list(story)})
        except OSError as problem:
            raise self._output_error(problem) from problem
        self._stories[name] = story

    def _check_kind(self) -> None:
        """Refuse anything but a regular file: rows are added to it, and read again."""
        for path, name in ((self._path, self._name), (self._record_path, self._record_name)):
            try:
                mode = os.stat(path).st_mode
            except (OSError, ValueError):
                continue
            if stat.S_ISDIR(mode):
                raise OutputError(f"{name} is a folder; name a file in it")
            if not stat.S_ISREG(mode):
                raise OutputError(
                    f"{name} is no file that can be added to; without --output the rows are "
                    "written to the standard output"
                )

    def _lock_record(self) -> int:
        """Open the record and lock it.

        Raises:
            ReaderError: another run has it.
            OSError: it cannot be opened.
        """
        if not self._record_path.exists():
            self._refuse_unknown_rows()
        descriptor = os.open(self._record_path, os.O_RDWR | os.O_CREAT, 0o666)
        # A file system without locks: one run at a time is up to the user.
        is_ours = True
        with suppress(OSError):
            is_ours = try_lock(descriptor)
        # A run that wrote nothing removes its record at its end.
        if not is_ours or not is_file_at(descriptor, self._record_path.resolve()):
            os.close(descriptor)
            raise ReaderError(f"another run is writing into {self._name}: wait for its end")
        return descriptor

    def _read_record(self) -> None:
        """Read the record, and drop its last line if it is incomplete."""
        with open(self._record, "rb", closefd=False) as file:
            data = file.read(_MOST_RECORD_BYTES)
        whole = data[: data.rfind(b"\n") + 1]
        try:
            records = [json.loads(line) for line in whole.decode("utf-8").splitlines()]
            self._take_records(records)
        except (ValueError, KeyError, TypeError, IndexError, RecursionError) as problem:
            raise ReaderError(
                f"{self._record_name} is damaged: delete it and {self._name} to begin anew, or "
                "name another file"
            ) from problem
        if not whole:
            self._refuse_unknown_rows()
        size = self._path.stat().st_size if self._path.exists() else 0
        if size > self._end + self._unfinished or (
            self._stories and self._read_checksum() != self._checksum
        ):
            raise ReaderError(
                f"{self._name} was changed since its last story was added: name another file, or "
                f"delete it and {self._record_name} to begin anew"
            )
        if len(whole) < len(data):
            os.ftruncate(self._record, len(whole))

    def _take_records(self, records: Sequence[dict[str, Any]]) -> None:
        """Apply the lines of the record; raise if they are not valid."""
        if not records:
            return
        rows, version = str(records[0]["rows"]), records[0].get("version")
        if rows != self._rows:
            raise ReaderError(f"{self._name} has rows of {clean_line(rows)}: name another file")
        if version != _VERSION:
            raise ReaderError(
                f"{self._record_name} was written by another version of reader: delete it and "
                f"{self._name} to begin anew"
            )
        for record in records[1:]:
            if "begins" in record:
                self._unfinished = int(record["bytes"])
                continue
            name, path, content = map(str, record["of"])
            self._stories[str(record["story"])] = StoryIdentity(name, path, content)
            self._end, self._checksum = int(record["end"]), int(record["checksum"])
            self._unfinished = 0

    def _refuse_unknown_rows(self) -> None:
        if self._path.exists() and self._path.stat().st_size:
            raise ReaderError(
                f"{self._name} exists, and {self._record_name} does not say which stories are in "
                "it: name another file"
            )

    def _read_checksum(self) -> int | None:
        """Return the checksum of the finished stories, None where the file is too short."""
        if not self._path.exists():
            return None
        checksum, left = 0, self._end
        with open(self._path, "rb") as file:
            while left and (block := file.read(min(left, _BLOCK))):
                checksum = crc32(block, checksum)
                left -= len(block)
        return None if left else checksum

    def _add_record(self, record: dict[str, object]) -> None:
        os.lseek(self._record, 0, os.SEEK_END)
        with open(self._record, "ab", closefd=False) as file:
            file.write(json.dumps(record).encode() + b"\n")
            file.flush()
            os.fsync(self._record)

    def _output_error(self, problem: OSError) -> OutputError:
        return OutputError(f"{self._name} could not be written: {problem.strerror or str(problem)}")
