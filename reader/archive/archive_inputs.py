"""Turns inputs into jobs that read them: files, folders, patterns, articles, addresses."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from reader.archive.archive_errors import ArchiveError
from reader.archive.article_store import InputState
from reader.archive.reading_jobs import (
    ArticleItem,
    FileItem,
    Item,
    LineItem,
    PageItem,
    ReadingJob,
)
from reader.archive.record_files import (
    RECORD_SUFFIXES,
    ReadItem,
    RecordReader,
    find_record_reader,
    read_line,
)
from reader.archive.web_inputs import TYPICAL_PAGE, WebPage, fetch_pages, list_feed_pages
from reader.articles import Article
from reader.errors import SourceError
from reader.sources.callbacks import Cancelled, OnProblem
from reader.sources.files import format_path, opening_error, refuse_special
from reader.sources.folders import (
    ARTICLE_SUFFIXES,
    expand_pattern,
    is_folder,
    is_pattern,
    iterate_article_files,
)
from reader.sources.special_names import STANDARD_INPUT
from reader.sources.web.addresses import is_address
from reader.text.cleaning import Clean, clean_line

SUFFIXES = ARTICLE_SUFFIXES | RECORD_SUFFIXES | {".pdf"}
"""Of the files that are read in a folder."""

_FILES_AT_ONCE = 16
_RECORDS_AT_ONCE = 64
_PAGES_AT_ONCE = 8
_BYTES_AT_ONCE = 512 * 1024
"""Of items in one job: small enough that little is lost when a process ends."""
MOST_REPORTED = 100
"""Problems of one file that are reported one by one; the rest is counted."""

ReadState = Callable[[str], InputState | None]
"""Returns how far an earlier run read an input, by its name."""


class ReadingOptions(NamedTuple):
    """How inputs are read."""

    renamed: Mapping[str, str] = {}
    """The names of fields of records; see `read_record`."""
    reads_again: bool = False
    """Whether to read inputs again that were read before and did not change."""
    feeds: Sequence[str] = ()
    """Feeds whose entries are fetched."""


class FoundFile(NamedTuple):
    """A file among the inputs."""

    path: Path
    size: int
    fingerprint: str
    """Changes when the file does."""

    @property
    def name(self) -> str:
        """The name under which the store knows how far it was read."""
        return format_path(self.path.absolute())


class InputJobs:
    """The jobs for some inputs, in their order; iterate over it once.

    Args:
        inputs: paths of files and folders, patterns, and articles.
        read_state: returns how far an input was read before.
        on_problem: called with what cannot be read.
        options: how they are read.
        standard_input: the stream that the name `-` refers to; None where it may not be read.
        is_cancelled: called often while pages are fetched; once it returns true that ends with
            `StoppedError`.
    """

    def __init__(
        self,
        inputs: Iterable[str | Path | Article],
        *,
        read_state: ReadState,
        on_problem: OnProblem,
        options: ReadingOptions,
        standard_input: IO[bytes] | None = None,
        is_cancelled: Cancelled = lambda: False,
    ) -> None:
        named = list(inputs)
        self._articles = [each for each in named if isinstance(each, Article)]
        names = [each for each in named if not isinstance(each, Article)]
        self._addresses = [each for each in names if isinstance(each, str) and is_address(each)]
        others = [each for each in names if not (isinstance(each, str) and is_address(each))]
        self._standard_input = standard_input if STANDARD_INPUT in others else None
        self._paths = [
            Path(each) for each in others if each != STANDARD_INPUT or not self._standard_input
        ]
        self._read_state = read_state
        self._on_problem = on_problem
        self._options = options
        self._is_cancelled = is_cancelled
        self.known_inputs = 0
        """Files that were read before and did not change, and pages that were fetched before."""
        self.skipped_bytes = 0
        """Their bytes, and those of the parts of files that were read before."""

    def measure(self) -> int:
        """Return the bytes of all inputs; a page is taken to have `TYPICAL_PAGE`."""
        total = len(self._addresses) * TYPICAL_PAGE
        for file in self._find_files(lambda _: None):
            total += file.size
            if self._is_cancelled():
                break
        return total

    def __iter__(self) -> Iterator[ReadingJob]:
        for first in range(0, len(self._articles), _RECORDS_AT_ONCE):
            part = self._articles[first : first + _RECORDS_AT_ONCE]
            yield ReadingJob(Clean("the articles"), tuple(map(ArticleItem, part)), 0)
        if self._standard_input is not None:
            yield from _stream_jobs(self._standard_input, self._options.renamed)
        yield from self._file_jobs()
        yield from self._page_jobs()

    def _file_jobs(self) -> Iterator[ReadingJob]:
        single: list[FoundFile] = []
        for file in self._find_files(self._on_problem):
            state = None if self._options.reads_again else self._read_state(file.name)
            if state is not None and state.fingerprint != file.fingerprint:
                state = None
            if state is not None and state.is_done:
                self.known_inputs += 1
                self.skipped_bytes += file.size
                continue
            try:
                read = find_record_reader(file.path)
            except (OSError, EOFError, zlib.error) as error:
                self._on_problem(opening_error(file.path, _system_error(error)))
                continue
            if read is not None:
                yield from self._record_jobs(file, read, state.position if state else 0)
                continue
            single.append(file)
            if len(single) >= _FILES_AT_ONCE or sum(each.size for each in single) > _BYTES_AT_ONCE:
                yield _file_job(single)
                single = []
        if single:
            yield _file_job(single)

    def _page_jobs(self) -> Iterator[ReadingJob]:
        pages = [WebPage(address) for address in self._addresses]
        for feed in self._options.feeds:
            pages += list_feed_pages(
                feed, is_cancelled=self._is_cancelled, on_problem=self._on_problem
            )
        if pages:
            yield from fetch_pages(
                pages,
                refresh=self._options.reads_again,
                is_known=lambda address: self._read_state(address) is not None,
                on_known=self._count_known,
                is_cancelled=self._is_cancelled,
                on_problem=self._on_problem,
            )

    def _count_known(self) -> None:
        self.known_inputs += 1

    def _find_files(self, on_problem: OnProblem) -> Iterator[FoundFile]:
        for name in self._paths:
            try:
                for path in _expand(name, on_problem):
                    try:
                        status = path.stat()
                        refuse_special(path, status)
                    except (OSError, ValueError) as error:
                        on_problem(opening_error(path, error))
                        continue
                    except SourceError as error:
                        on_problem(error)
                        continue
                    yield FoundFile(path, status.st_size, f"{status.st_size} {status.st_mtime_ns}")
            except SourceError as error:
                on_problem(error)

    def _record_jobs(self, file: FoundFile, read: RecordReader, start: int) -> Iterator[ReadingJob]:
        """Yield the jobs of a file of records, after as many as were read before."""
        batch = _Batch(file, self._options.renamed)
        try:
            for record in self._report_problems(read(file.path, start), batch.source):
                if start and record.position == start + 1:
                    self.skipped_bytes += batch.skip(record.place)
                batch.add(record.item, record.position, record.place)
                if batch.is_full:
                    yield batch.take()
        except (OSError, EOFError, zlib.error) as error:
            reason = clean_line(getattr(error, "strerror", None) or str(error), 120)
            self._on_problem(SourceError(f"{batch.source}: damaged from here on ({reason})"))
        except SourceError as error:
            self._on_problem(error)
        except ArchiveError as error:
            # The package that reads it is not installed: the file is not recorded as read.
            self._on_problem(SourceError(f"{batch.source}: {error.message}"))
            return
        yield batch.take(is_done=True)

    def _report_problems(self, records: Iterable[ReadItem], source: Clean) -> Iterator[ReadItem]:
        """Yield records, and report what is wrong with some; many are counted only."""
        problems = 0
        for record in records:
            if record.problem:
                problems += 1
                if problems <= MOST_REPORTED:
                    self._on_problem(SourceError(f"{source}: {record.problem}"))
            yield record
        if problems > MOST_REPORTED:
            rest = f"{problems - MOST_REPORTED} more records cannot be read"
            self._on_problem(SourceError(f"{source}: {rest}"))


class _Batch:
    """The records of a file that make the next job."""

    def __init__(self, file: FoundFile, renamed: Mapping[str, str]) -> None:
        self._file = file
        self._renamed = renamed
        self.source = format_path(file.path)
        self._items: list[Item] = []
        self._bytes = 0
        self._position = 0
        self._place = 0
        self._taken = 0

    def add(self, item: Item | None, position: int, place: int) -> None:
        self._position, self._place = position, place
        if item is not None:
            self._items.append(item)
            self._bytes += _size_of(item)

    def skip(self, place: int) -> int:
        """Leave out what precedes a place in the file; return its bytes."""
        self._taken = min(place, self._file.size)
        return self._taken

    @property
    def is_full(self) -> bool:
        most = _PAGES_AT_ONCE if self._items[:1] and isinstance(self._items[0], PageItem) else None
        return len(self._items) >= (most or _RECORDS_AT_ONCE) or self._bytes > _BYTES_AT_ONCE

    def take(self, *, is_done: bool = False) -> ReadingJob:
        place = self._file.size if is_done else min(self._place, self._file.size)
        size, self._taken = max(place - self._taken, 0), max(place, self._taken)
        state = InputState(self._file.fingerprint, self._position, is_done)
        job = ReadingJob(
            self.source, tuple(self._items), size, {self._file.name: state}, self._renamed
        )
        self._items, self._bytes = [], 0
        return job


def _stream_jobs(stream: IO[bytes], renamed: Mapping[str, str]) -> Iterator[ReadingJob]:
    """Yield the jobs for lines of JSON from a stream, as many as it has."""
    items: list[Item] = []
    size = 0
    for number in range(1, 1 << 62):
        line = read_line(stream)
        if line.strip():
            items.append(LineItem(number, line))
            size += len(line)
        if items and (not line or len(items) >= _RECORDS_AT_ONCE or size > _BYTES_AT_ONCE):
            yield ReadingJob(Clean("standard input"), tuple(items), 0, renamed=renamed)
            items, size = [], 0
        if not line:
            return


def _expand(path: Path, on_problem: OnProblem) -> Iterator[Path]:
    """Yield the files of a path, a folder or a pattern."""
    matches: Sequence[Path] = [path]
    if is_pattern(str(path)) and not path.exists():
        matches = expand_pattern(str(path))
        if not matches:
            raise SourceError(f"{format_path(path)}: no file has such a name")
    for match in matches:
        if is_folder(match):
            yield from iterate_article_files(match, suffixes=SUFFIXES, on_problem=on_problem)
        else:
            yield match


def _file_job(files: Sequence[FoundFile]) -> ReadingJob:
    return ReadingJob(
        Clean("files"),
        tuple(FileItem(str(file.path)) for file in files),
        sum(file.size for file in files),
        {file.name: InputState(file.fingerprint, 0, True) for file in files},
    )


def _system_error(error: Exception) -> OSError:
    return error if isinstance(error, OSError) else OSError(str(error))


def _size_of(item: Item) -> int:
    data = getattr(item, "line", None) or getattr(item, "data", None)
    if data is not None:
        return len(data)
    row = getattr(item, "row", None)
    return sum(len(value) for value in row.values() if isinstance(value, str)) if row else 0
