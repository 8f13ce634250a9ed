"""From a path to the rows of its files, each with the place in its file; any path Hadoop reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from reader.archive.reading_jobs import (
    LONGEST_LINE,
    DocumentItem,
    Item,
    LineItem,
    PageItem,
    Problem,
    RowItem,
)
from reader.archive.record_files import read_pages
from reader.archive.spark.spark_rows import Row
from reader.errors import NothingToReadError, SourceError
from reader.sources.folders import ARTICLE_SUFFIXES
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PATH, START, NUMBER = "_reader_path", "_reader_start", "_reader_number"
"""The columns beside the content: the file, where its part begins, and the number of the row."""
_COMPRESSED = (".gz", ".bz2")
_LONGEST_PATH = 4096


class PlacedItem(NamedTuple):
    """Something to be read, and its place."""

    source: Clean
    """The file to show."""
    number: int
    """Of the line, row or page in the file, from 1."""
    item: Item | Problem


class FileKind(NamedTuple):
    """One kind of files."""

    suffixes: tuple[str, ...]
    read: Callable[[SparkSession, str, str], DataFrame]
    """Reads the files under a path whose names match a pattern."""
    make_items: Callable[[Row], Iterator[PlacedItem]]
    """Yields what is to be read of a row."""


def read_inputs(session: SparkSession, path: str) -> list[tuple[FileKind, DataFrame]]:
    """Return the rows of the files under a path, by the kinds of files that are there.

    Args:
        session: a session of Spark.
        path: a file, a folder with all that is in it, or a pattern, on any file system.

    Raises:
        NothingToReadError: there is no such path, or nothing in it of a kind that is read.
    """
    names = _list_suffixes(session, path)
    found = []
    for kind in KINDS:
        here = sorted(name for name in names if _plain_suffix(name) in kind.suffixes)
        if here:
            pattern = f"*{{{','.join(here)}}}"
            found.append((kind, kind.read(session, path, pattern)))
    if not found:
        raise NothingToReadError(f"{show_path(path)}: no file of a kind that is read is in it")
    return found


def exists(session: SparkSession, path: str) -> bool:
    """Return whether there is a file or folder, on any file system."""
    from pyspark.errors import AnalysisException

    try:
        session.read.format("binaryFile").load(path)
    except AnalysisException as error:
        if "PATH_NOT_FOUND" in str(error):
            return False
        raise
    return True


def is_writable(session: SparkSession, path: str) -> bool:
    """Return whether a folder can be created, on any file system; nothing is left of it.

    PySpark offers no way to Hadoop's file systems of its own, hence the names with underscores.
    """
    from py4j.protocol import Py4JJavaError

    context = session.sparkContext
    folder = context._jvm.org.apache.hadoop.fs.Path(path)  # noqa: SLF001
    try:
        files = folder.getFileSystem(context._jsc.hadoopConfiguration())  # noqa: SLF001
        return bool(files.mkdirs(folder) and files.delete(folder, False))
    except Py4JJavaError:
        return False


def show_path(path: str) -> Clean:
    """Return a path as it can be shown; one of this machine as its other programs write it."""
    parts = urlsplit(path)
    shown = unquote(parts.path) if parts.scheme == "file" else path
    return clean_line(shown, _LONGEST_PATH)


def _list_suffixes(session: SparkSession, path: str) -> set[str]:
    """Return the ends of the names of all files, as `.jsonl` or `.jsonl.gz`."""
    from pyspark.sql import functions as sql

    if not exists(session, path):
        raise NothingToReadError(f"{show_path(path)}: no such file or folder; check the name")
    files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(path)
    end = sql.regexp_extract("path", r"(?i)(\.[a-z0-9]+(?:\.gz|\.bz2)?)$", 1)
    return {row[0] for row in files.select(end).distinct().collect() if row[0]}


def _plain_suffix(name: str) -> str:
    lower = name.lower()
    for compressed in _COMPRESSED:
        lower = lower.removesuffix(compressed)
    return lower


def _reader(session: SparkSession, pattern: str, **options: str) -> object:
    reader = session.read.option("recursiveFileLookup", "true").option("pathGlobFilter", pattern)
    for name, value in options.items():
        reader = reader.option(name, value)
    return reader


def _read_lines(session: SparkSession, path: str, pattern: str) -> DataFrame:
    from pyspark.sql import functions as sql

    lines = _reader(session, pattern, lineSep="\n").text(path)  # type: ignore[attr-defined]
    # Python refuses a line with bytes that are no UTF-8, and Spark would end the run.
    return _number_rows(lines.withColumn("value", sql.make_valid_utf8("value")))


def _read_parquet(session: SparkSession, path: str, pattern: str) -> DataFrame:
    return _number_rows(_reader(session, pattern).parquet(path))  # type: ignore[attr-defined]


def _read_table(session: SparkSession, path: str, pattern: str) -> DataFrame:
    separator = "\t" if ".tsv" in pattern.lower() else ","
    options = {"header": "true", "multiLine": "true", "escape": '"', "sep": separator}
    return _number_rows(_reader(session, pattern, **options).csv(path))  # type: ignore[attr-defined]


def _read_whole_files(session: SparkSession, path: str, pattern: str) -> DataFrame:
    from pyspark.sql import functions as sql

    files = _reader(session, pattern).format("binaryFile").load(path)  # type: ignore[attr-defined]
    return files.select(sql.col("path").alias(PATH), "content")


def _number_rows(rows: DataFrame) -> DataFrame:
    """Return rows with their file and their number in it, from 1.

    Spark reads a file in parts. The number of a row is that in its part and the number of rows in
    the parts before. A file that is one part, as a compressed one, is spread over all processors.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    placed = rows.select(
        "*",
        sql.col("_metadata.file_path").alias(PATH),
        sql.col("_metadata.file_block_start").alias(START),
        sql.monotonically_increasing_id().alias("_reader_at"),
    )
    parts = placed.groupBy(PATH, START).agg(
        sql.min("_reader_at").alias("_reader_first"), sql.count("*").alias("_reader_rows")
    )
    before = Window.partitionBy(PATH).orderBy(START).rowsBetween(Window.unboundedPreceding, -1)
    parts = parts.withColumn(
        "_reader_before", sql.coalesce(sql.sum("_reader_rows").over(before), sql.lit(0))
    )
    number = sql.expr("_reader_at - _reader_first + _reader_before + 1")
    numbered = placed.join(sql.broadcast(parts), [PATH, START]).withColumn(NUMBER, number)
    numbered = numbered.drop(START, "_reader_at", "_reader_first", "_reader_rows", "_reader_before")
    processors = rows.sparkSession.sparkContext.defaultParallelism
    is_spread = rows.rdd.getNumPartitions() >= processors
    return numbered if is_spread else numbered.repartition(processors)


def _make_line(row: Row) -> Iterator[PlacedItem]:
    source, number, line = show_path(row[PATH]), row[NUMBER], row["value"] or ""
    if len(line) > LONGEST_LINE:
        size = f"longer than the {LONGEST_LINE >> 20} MB a record may have"
        problem = Problem(clean_line(f"{source}: line {number}: {size}"), source)
        yield PlacedItem(source, number, problem)
    elif line.strip():
        yield PlacedItem(source, number, LineItem(number, line.encode("utf-8", "replace")))


def _make_row(row: Row) -> Iterator[PlacedItem]:
    named = {key: value for key, value in row.items() if key not in (PATH, NUMBER)}
    yield PlacedItem(show_path(row[PATH]), row[NUMBER], RowItem(row[NUMBER], named))


def _make_document(row: Row) -> Iterator[PlacedItem]:
    source = show_path(row[PATH])
    yield PlacedItem(source, 1, DocumentItem(source, row["content"]))


def _make_pages(row: Row) -> Iterator[PlacedItem]:
    source = show_path(row[PATH])
    number = 0
    try:
        for read in read_pages(BytesIO(row["content"]), source):
            number = read.position
            if read.problem:
                problem = Problem(clean_line(f"{source}: {read.problem}"), source)
                yield PlacedItem(source, number, problem)
            elif isinstance(read.item, PageItem):
                yield PlacedItem(source, number, read.item)
    except SourceError as error:
        yield PlacedItem(source, number + 1, Problem(clean_line(error.message), source))


_LINES = (".jsonl", ".ndjson", ".jsonlines", ".json")
_WEB_ARCHIVES = (".warc",)
KINDS: Sequence[FileKind] = (
    FileKind(_LINES, _read_lines, _make_line),
    FileKind((".parquet", ".pq"), _read_parquet, _make_row),
    FileKind((".csv",), _read_table, _make_row),
    FileKind((".tsv",), _read_table, _make_row),
    FileKind(_WEB_ARCHIVES, _read_whole_files, _make_pages),
    FileKind(
        tuple(sorted({*ARTICLE_SUFFIXES, ".pdf"} - {*_LINES, ".csv", ".tsv", *_WEB_ARCHIVES})),
        _read_whole_files,
        _make_document,
    ),
)
