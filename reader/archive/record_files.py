"""Files that hold many articles: JSON lines, tables, web archives; read part by part.

Reading continues after the last record of an earlier run; a file is never loaded as a whole.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

from reader.archive.archive_errors import missing_package_error
from reader.archive.join_tables import is_join_table
from reader.archive.reading_jobs import LONGEST_LINE, Item, LineItem, PageItem, RowItem
from reader.errors import SourceError
from reader.sources.files import format_path, opening_error
from reader.text.cleaning import Clean, clean_line

LONGEST_PAGE = 16 * 1024 * 1024
"""Bytes of one page of a web archive; longer ones are left out."""

_GZIP = b"\x1f\x8b"
_PARQUET = b"PAR1"
_TABLE_SUFFIXES = {".csv": ",", ".tsv": "\t"}
_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_WEB_ARCHIVE_SUFFIXES = frozenset({".warc"})
_PARQUET_SUFFIXES = frozenset({".parquet", ".pq"})
_ROWS_AT_ONCE = 64
_LONGEST_FIELD = 8 * 1024 * 1024
"""Characters of a field of a table."""
_STORY_TYPES = ("text/html", "application/xhtml")
_SAMPLE = 64 * 1024
RECORD_SUFFIXES = frozenset({
    *_TABLE_SUFFIXES, *_LINES_SUFFIXES, *_PARQUET_SUFFIXES, ".json", ".warc", ".gz",
})  # fmt: skip
"""Of files of many articles, or compressed ones, that are opened in a folder."""


class ReadItem(NamedTuple):
    """A record of a file."""

    item: Item | None
    """None where it cannot hold an article, as the picture of a web archive."""
    position: int
    """How many records were read with it, from the beginning of the file."""
    place: int
    """Bytes of the file that were read, for the progress."""
    problem: str = ""
    """Why it was left out, if it was, with its place in the file."""


RecordReader = Callable[[Path, int], Iterator[ReadItem]]
"""Yields the records of a file after as many as are given."""


def find_record_reader(path: Path) -> RecordReader | None:
    """Return the reader of a file of many articles; None where a file is one article.

    Raises:
        OSError: the file cannot be read.
    """
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    suffix = next((each for each in reversed(suffixes) if each != ".gz"), "")
    with open(path, "rb") as file:
        start = file.read(1024)
    if start.startswith(_PARQUET) or suffix in _PARQUET_SUFFIXES:
        return read_parquet
    if suffix in _WEB_ARCHIVE_SUFFIXES or start.startswith(b"WARC/"):
        return read_web_archive
    if suffix in _TABLE_SUFFIXES:
        return read_table
    if suffix in _LINES_SUFFIXES:
        return read_lines
    if suffix == ".json" and _begins_line_by_line(path):
        return read_lines
    return None


def read_lines(path: Path, position: int) -> Iterator[ReadItem]:
    """Yield the lines of a file of JSON, compressed or not."""
    with _open(path) as (file, raw):
        for number in range(1, 1 << 62):
            line = read_line(file)
            if not line:
                return
            if number > position:
                item = LineItem(number, line) if line.strip() else None
                yield ReadItem(item, number, raw.tell())


def read_line(file: IO[bytes]) -> bytes:
    """Return the next line, empty at the end; of one that is too long only as much as shows it."""
    line = file.readline(LONGEST_LINE + 1)
    rest = line
    while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
        rest = file.readline(LONGEST_LINE + 1)
    return line


def read_table(path: Path, position: int) -> Iterator[ReadItem]:
    """Yield the rows of a table in CSV, whose first row names the columns."""
    delimiter = _TABLE_SUFFIXES[".tsv" if ".tsv" in map(str.lower, path.suffixes) else ".csv"]
    csv.field_size_limit(_LONGEST_FIELD)
    with _open(path) as (file, raw):
        sample: bytes = file.peek(_SAMPLE)[:_SAMPLE]
        heading = sample.partition(b"\n")[0]
        # A table made on a machine set to another language has semicolons.
        if delimiter == "," and heading.count(b";") > heading.count(b","):
            delimiter = ";"
        encoding = "utf-8-sig" if _is_unicode(sample) else "cp1252"
        text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
        rows = csv.DictReader(text, delimiter=delimiter)
        for number in range(1, 1 << 62):
            problem, row = "", None
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                problem = f"row {number}: no table that can be read ({clean_line(str(error))})"
            if number > position:
                item = RowItem(number, _named(row)) if row else None
                yield ReadItem(item, number, raw.tell(), problem)


def read_parquet(path: Path, position: int) -> Iterator[ReadItem]:
    """Yield the rows of a Parquet file; a table of joins of `reader archive spark` has none."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise missing_package_error("pyarrow", "parquet") from error
    size = path.stat().st_size
    try:
        with ParquetFile(path) as table:
            if is_join_table(table.schema_arrow.names):
                return
            total = table.metadata.num_rows or 1
            number = 0
            for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE):
                if number + batch.num_rows <= position:
                    number += batch.num_rows
                    continue
                for row in batch.to_pylist():
                    number += 1
                    if number > position:
                        place = size * number // total
                        yield ReadItem(RowItem(number, _named(row)), number, place)
    except (ArrowException, OSError, ValueError) as error:
        raise SourceError(
            f"{format_path(path)}: no Parquet that can be read ({clean_line(str(error), 120)})"
        ) from error


_DAMAGED = (ValueError, LookupError, EOFError, TypeError, AttributeError)
"""What the reader of web archives raises on damaged records, beside its own errors."""


def read_web_archive(path: Path, position: int) -> Iterator[ReadItem]:
    """Yield the pages of a web archive (WARC), compressed or not."""
    with open(path, "rb") as file:
        yield from read_pages(file, format_path(path), position)


def read_pages(file: IO[bytes], shown: Clean, position: int = 0) -> Iterator[ReadItem]:
    """Yield the pages of an open web archive.

    Args:
        file: its bytes.
        shown: its path to show.
        position: so many records are passed over.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise missing_package_error("warcio", "archive") from error
    records = ArchiveIterator(file)
    number = 0
    try:
        for number, record in enumerate(records, 1):
            if number > position:
                yield _read_page(record, number, file.tell(), shown)
    # On damaged data the library raises errors of its own, of zlib and others.
    except (ArchiveLoadFailed, OSError, *_DAMAGED) as error:
        is_faulty = isinstance(error, (AttributeError, TypeError))
        reason = "a record lacks what it must have" if is_faulty else clean_line(str(error), 120)
        raise SourceError(f"{shown}: the web archive is damaged from here on ({reason})") from error
    if not number:
        raise SourceError(f"{shown}: no record of a web archive in it; see what made it")


def _read_page(record: Any, number: int, place: int, shown: Clean) -> ReadItem:
    headers, http = record.rec_headers, record.http_headers
    if record.rec_type not in ("response", "resource"):
        return ReadItem(None, number, place)
    content_type = (http or headers).get_header("Content-Type") or ""
    if not content_type.lower().startswith(_STORY_TYPES):
        return ReadItem(None, number, place)
    if http is not None and not (http.get_statuscode() or "").startswith("2"):
        return ReadItem(None, number, place)
    address = clean_line(headers.get_header("WARC-Target-URI") or "", 4096)
    data = record.content_stream().read(LONGEST_PAGE + 1)
    if len(data) > LONGEST_PAGE:
        return ReadItem(None, number, place, f"{address}: a page of too many bytes")
    if _is_cut_off(record):
        return ReadItem(None, number, place, f"{address}: the web archive ends inside of the page")
    item = PageItem(
        address=address,
        data=data,
        content_type=content_type,
        charset=_read_charset(content_type),
        captured=headers.get_header("WARC-Date"),
        place=shown,
    )
    return ReadItem(item, number, place)


def _is_cut_off(record: Any) -> bool:
    """Whether a record that was read has fewer bytes than it states."""
    while record.raw_stream.read(_SAMPLE):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def _read_charset(content_type: str) -> str | None:
    _, _, value = content_type.lower().partition("charset=")
    return value.split(";")[0].strip(" \"'") or None


def _named(row: Mapping[Any, object] | None) -> dict[str, object]:
    """Return a row by the names of its columns; fields beyond them have none and are left out."""
    return {key: value for key, value in (row or {}).items() if isinstance(key, str)}


class _OpenFile:
    """A file and, where it is compressed, what is in it."""

    def __init__(self, path: Path) -> None:
        self._raw = open(path, "rb")  # noqa: SIM115
        is_compressed = self._raw.peek(2)[:2] == _GZIP
        self._file: IO[bytes] = (
            gzip.GzipFile(fileobj=self._raw) if is_compressed else self._raw  # type: ignore[assignment]
        )

    def __enter__(self) -> tuple[Any, IO[bytes]]:
        return self._file, self._raw

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._raw.close()


def _open(path: Path) -> _OpenFile:
    try:
        return _OpenFile(path)
    except (OSError, ValueError) as error:
        raise opening_error(path, error) from error


def _begins_line_by_line(path: Path) -> bool:
    """Whether the first line of a file of JSON is an object by itself."""
    from reader.sources.formats.article_records import load_json

    with _open(path) as (file, _):
        first = next((line for line in islice(file, 100) if line.strip()), b"")
    try:
        return isinstance(load_json(first.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False


def _is_unicode(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        # The sample may end inside of a character.
        return error.start > len(sample) - 4
    return True
