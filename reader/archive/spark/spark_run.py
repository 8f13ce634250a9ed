"""All joins of an archive as one run of Spark, from files to tables in Parquet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.archive import join_tables
from reader.archive.archive_errors import ArchiveError
from reader.archive.spark.spark_articles import keep_first, read_articles
from reader.archive.spark.spark_copies import pair_copies
from reader.archive.spark.spark_events import group_events, make_vectors, pair_near
from reader.archive.spark.spark_inputs import exists, is_writable, read_inputs, show_path
from reader.archive.spark.spark_quotes import group_quotes, list_utterances, pair_quotes
from reader.archive.spark.spark_session import open_session
from reader.errors import NothingToReadError, SourceError
from reader.sources.callbacks import OnProblem
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

MOST_REPORTED = 100
"""Problems that are reported one by one; the rest is counted."""

OnTable = Callable[[str, int], None]
"""Called with the name of each table and its rows, once it is written."""


@dataclass(frozen=True, slots=True)
class SparkOptions:
    """How a run reads and where."""

    renamed: Mapping[str, str] = field(default_factory=dict)
    """The names of fields of records; see `read_record`."""
    master: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    """Of Spark; see `open_session`."""


@dataclass(frozen=True, slots=True)
class SparkResult:
    """What a run wrote."""

    rows: Mapping[str, int]
    """By the names of the tables (`join_tables`)."""
    duplicates: int
    """Articles that were left out: another has the same words and outlet."""
    problems: int
    """What could not be read."""


def run_spark(
    inputs: Sequence[str],
    output: str,
    options: SparkOptions,
    *,
    on_problem: OnProblem,
    on_table: OnTable = lambda name, rows: None,
) -> SparkResult:
    """Read articles and write them with their joins, one folder of Parquet for every table.

    Args:
        inputs: files, folders and patterns, on any file system that Hadoop reads.
        output: the folder that is created, on any such file system.
        options: how they are read and where.
        on_problem: called with each thing that cannot be read, up to `MOST_REPORTED`.
        on_table: called once a table is written.

    Raises:
        ArchiveError: Spark cannot be used or fails, or the output is there already or cannot be
            created.
        NothingToReadError: an input is not there, or nothing in them can be read.
    """
    with open_session(options.master, options.settings) as session:
        if exists(session, output):
            raise ArchiveError(
                f"{show_path(output)}: it is there already; name a new folder with --output"
            )
        rows = [each for path in inputs for each in read_inputs(session, path)]
        # Reading takes hours; that nothing can be written is to be known before.
        if not is_writable(session, output):
            raise ArchiveError(
                f"{show_path(output)}: cannot be created; name another folder with --output"
            )
        return _Run(session, output, on_problem, on_table).run(read_articles(rows, options.renamed))


class _Run:
    """One call of `run_spark`: where it writes and what it has written."""

    def __init__(
        self, session: SparkSession, output: str, on_problem: OnProblem, on_table: OnTable
    ) -> None:
        self._session = session
        self._output = output.rstrip("/")
        self._on_problem = on_problem
        self._on_table = on_table
        self._rows: dict[str, int] = {}

    def run(self, read: DataFrame) -> SparkResult:
        """Write all tables of what was read."""
        from pyspark import StorageLevel

        # It takes most of the time, and every join begins with it.
        read = read.persist(StorageLevel.DISK_ONLY)
        problems = self._report_problems(read.where("problem is not null"))
        found = read.where("problem is null")
        total = found.count()
        if not total:
            raise NothingToReadError("none of the inputs could be read")
        articles = keep_first(found)
        self._write(join_tables.ARTICLES, articles.select("id", "record.*"))
        utterances = list_utterances(articles)
        self._write(join_tables.UTTERANCES, utterances)
        quote_pairs = self._write(join_tables.QUOTE_PAIRS, pair_quotes(utterances))
        self._write(join_tables.QUOTE_GROUPS, group_quotes(quote_pairs))
        self._write(join_tables.COPY_PAIRS, pair_copies(articles))
        vectors = make_vectors(articles, self._rows[join_tables.ARTICLES])
        vectors = vectors.persist(StorageLevel.DISK_ONLY)
        event_pairs = self._write(join_tables.EVENT_PAIRS, pair_near(vectors))
        self._write(join_tables.EVENTS, group_events(event_pairs, vectors, articles))
        return SparkResult(self._rows, total - self._rows[join_tables.ARTICLES], problems)

    def _write(self, name: str, table: DataFrame) -> DataFrame:
        """Write a table; return it as it was written."""
        folder = f"{self._output}/{name}"
        if name in join_tables.COLUMNS:
            table = table.select(*join_tables.COLUMNS[name])
        table.write.parquet(folder, compression="zstd")
        written = self._session.read.parquet(folder)
        self._rows[name] = written.count()
        self._on_table(name, self._rows[name])
        return written

    def _report_problems(self, problems: DataFrame) -> int:
        count = int(problems.count())
        ordered = problems.orderBy("file", "number", "part").select("problem")
        for (message,) in ordered.limit(MOST_REPORTED).collect():
            self._on_problem(SourceError(clean_line(message)))
        if count > MOST_REPORTED:
            rest = f"{count - MOST_REPORTED:,} more records cannot be read"
            self._on_problem(SourceError(clean_line(rest)))
        return count
