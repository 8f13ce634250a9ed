"""A file to which the rows of stories are added, and that knows which it has.

Beside it is a file with the name and `.stories`: which rows it has, and for every story where its
rows end. What is behind the last of these ends was being written when a run ended, and is
overwritten.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from reader.cli.console import OutputError
from reader.errors import ReaderError

_BLOCK = 1 << 20
"""Bytes that are read at once."""


class StoriesFile:
    """The rows of stories in a file.

    Args:
        path: the file; it is created at the first story.
        rows: what the rows are; a file with others is refused.

    Raises:
        ReaderError: the file was not written by a run of this kind, or was changed since.
        OutputError: it cannot be read.
    """

    def __init__(self, path: Path, rows: str) -> None:
        self._path = path
        self._record_path = path.with_name(path.name + ".stories")
        self._rows = rows
        self._stories: set[str] = set()
        self._end = 0
        self._checksum = 0
        try:
            self._read_record()
        except OSError as problem:
            raise self._output_error(problem) from problem

    @property
    def is_empty(self) -> bool:
        """Whether it has no story yet."""
        return not self._end

    def has(self, story: str) -> bool:
        """Return whether the rows of a story are in it."""
        return story in self._stories

    def add(self, story: str, lines: Sequence[str]) -> None:
        """Add the rows of a story, to the disk before it counts as written.

        Raises:
            OutputError: they cannot be written.
        """
        content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        try:
            with open(self._path, "r+b" if self._path.exists() else "w+b") as file:
                file.seek(self._end)
                file.write(content)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
            self._end += len(content)
            self._checksum = crc32(content, self._checksum)
            self._add_record({"story": story, "end": self._end, "checksum": self._checksum})
        except OSError as problem:
            raise self._output_error(problem) from problem
        self._stories.add(story)

    def _read_record(self) -> None:
        if not self._record_path.exists():
            if self._path.exists() and self._path.stat().st_size:
                raise ReaderError(
                    f"{self._path} exists, and {self._record_path.name} does not say which stories "
                    "are in it: name another file"
                )
            return
        lines = self._record_path.read_text("utf-8").splitlines()
        try:
            records = [json.loads(line) for line in lines if line.endswith("}")]
            if records and records[0]["rows"] != self._rows:
                raise ReaderError(
                    f"{self._path} has rows of {records[0]['rows']}: name another file"
                )
            self._stories = {str(record["story"]) for record in records[1:]}
            if len(records) > 1:
                self._end, self._checksum = int(records[-1]["end"]), int(records[-1]["checksum"])
        except (ValueError, KeyError, TypeError) as problem:
            raise ReaderError(
                f"{self._record_path} is damaged: delete it and {self._path.name} to begin anew"
            ) from problem
        if self._stories and self._read_checksum() != self._checksum:
            raise ReaderError(
                f"{self._path} was changed since its last story was added: name another file, or "
                f"delete it and {self._record_path.name} to begin anew"
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
        is_new = not self._record_path.exists()
        with open(self._record_path, "a", encoding="utf-8") as file:
            if is_new:
                file.write(json.dumps({"rows": self._rows}) + "\n")
            file.write(json.dumps(record) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def _output_error(self, problem: OSError) -> OutputError:
        return OutputError(f"{self._path} could not be written: {problem.strerror or str(problem)}")
