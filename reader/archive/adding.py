"""Adding to an archive: from inputs to articles that are stored and indexed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from reader.archive.archive_folder import ArchiveFolder, write_index_version
from reader.archive.archive_inputs import MOST_REPORTED, InputJobs, ReadingOptions
from reader.archive.archive_writer import Acceptance, ArchiveWriter
from reader.archive.article_store import ArticleStore
from reader.archive.index_set import IndexSet
from reader.archive.prepared_articles import PreparedArticle
from reader.archive.reading_jobs import Outcome, Problem, ReadingJob
from reader.archive.search_index import import_tantivy
from reader.archive.worker_pool import WorkerPool
from reader.articles import Article
from reader.errors import SourceError, StoppedError
from reader.sources.callbacks import Cancelled, OnProblem
from reader.text.cleaning import Clean


class AddingProgress(NamedTuple):
    """The progress of adding."""

    activity: str
    done: int
    total: int
    """Bytes of the inputs, or articles where stored ones are indexed; 0 if unknown."""
    articles: int
    """Articles read since it began."""
    seconds: float
    """Since it began."""


OnProgress = Callable[[AddingProgress], None]


@dataclass(frozen=True, slots=True)
class AddingResult:
    """The outcome of adding: what became of the inputs."""

    added: int = 0
    """Articles that are new in the archive, versions and near-duplicates included."""
    duplicates: int = 0
    """Articles that were there already, with the same words from the same outlet."""
    near_duplicates: int = 0
    """Articles among those added that have the words of an earlier one, or nearly."""
    versions: int = 0
    """Articles among those added that were there before with other words."""
    problems: int = 0
    """What could not be read."""
    known_inputs: int = 0
    """Files that were read by an earlier run and did not change."""
    is_stopped: bool = False
    """Whether it was stopped; adding the same inputs again goes on."""


def add_inputs(
    folder: ArchiveFolder,
    inputs: Iterable[str | Path | Article],
    *,
    options: ReadingOptions,
    processes: int | None = None,
    standard_input: IO[bytes] | None = None,
    on_problem: OnProblem,
    on_progress: OnProgress | None = None,
    is_cancelled: Cancelled = lambda: False,
) -> AddingResult:
    """Add all articles of inputs to an archive, which is made where there is none.

    Args:
        folder: the archive.
        inputs: paths of files and folders, patterns, addresses, and articles.
        options: how they are read.
        processes: how many processes read; one for every processor if None.
        standard_input: the stream of JSON lines that the name `-` refers to.
        on_problem: called with each thing that cannot be read, while the others are.
        on_progress: called often.
        is_cancelled: called often; once it returns true the work ends, and what was read is saved.

    Raises:
        ArchiveError: the archive cannot be written; what it has acknowledged stays.
    """
    was_there = folder.exists
    try:
        with open_for_writing(folder, create=True) as (store, indexes):
            adding = _Adding(store, indexes, on_problem, on_progress, is_cancelled)
            with WorkerPool(processes) as pool:
                adding.index_rest(pool)
            if adding.is_stopped:
                return adding.result()
            with WorkerPool(processes) as pool:
                return adding.run(inputs, options, pool, standard_input)
    finally:
        if not was_there:
            folder.remove_empty()


@contextmanager
def open_for_writing(
    folder: ArchiveFolder, *, create: bool = False
) -> Iterator[tuple[ArticleStore, IndexSet]]:
    """Lock an archive and open it for writing.

    Raises:
        ArchiveError: there is none, another program writes, or it is damaged or of another
            version.
    """
    # Before anything is made: without the library there would be a store without indexes.
    import_tantivy()
    if create:
        folder.create()
    with folder.lock():
        store = ArticleStore(folder.store_path, create=create)
        try:
            is_new = not folder.has_indexes and not any(store.count_articles().values())
            if is_new:
                write_index_version(folder.indexes_path)
            folder.check_index_version()
            indexes = IndexSet(folder.indexes_path, create=is_new)
            indexes.begin_writing()
            try:
                yield store, indexes
            finally:
                indexes.end_writing()
        finally:
            store.roll_back()
            store.close()


class _Adding:
    """One call of `add_inputs`: what was counted so far, and the callbacks."""

    def __init__(
        self,
        store: ArticleStore,
        indexes: IndexSet,
        on_problem: OnProblem,
        on_progress: OnProgress | None,
        is_cancelled: Cancelled,
    ) -> None:
        self._store = store
        self._writer = ArchiveWriter(store, indexes)
        self._on_problem = on_problem
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._started = time.monotonic()
        self._counts = dict.fromkeys(Acceptance, 0)
        self._problems = 0
        self._bad_records: Counter[Clean] = Counter()
        self._known_inputs = 0
        self.is_stopped = False

    def index_rest(self, pool: WorkerPool) -> None:
        """Index what an earlier program stored and could not index."""
        rest = self._store.list_unindexed()
        if not rest:
            return

        def report(done: int) -> None:
            self._report("indexing articles of an earlier run", done, len(rest))

        self._writer.index_stored(
            rest,
            pool,
            on_problem=self._report_line,
            on_progress=report,
            is_cancelled=self._check,
        )

    def run(
        self,
        inputs: Iterable[str | Path | Article],
        options: ReadingOptions,
        pool: WorkerPool,
        standard_input: IO[bytes] | None,
    ) -> AddingResult:
        """Add the articles of inputs."""
        jobs = InputJobs(
            inputs,
            read_state=self._store.read_input,
            on_problem=self._report_problem,
            options=options,
            standard_input=standard_input,
            is_cancelled=self._check,
        )
        total = jobs.measure() if self._on_progress else 0
        done = 0
        try:
            for job, outcomes in pool.run(jobs):
                self._take(job, outcomes)
                done += job.size
                self._report("adding", done, max(total - jobs.skipped_bytes, done))
                if self._check():
                    break
        except StoppedError:
            self.is_stopped = True
        self._known_inputs = jobs.known_inputs
        self._report("writing the indexes", done, done)
        self._writer.commit_indexes()
        self._report_rest()
        return self.result()

    def result(self) -> AddingResult:
        """Return what was counted."""
        counts = self._counts
        added = sum(counts.values()) - counts[Acceptance.DUPLICATE]
        return AddingResult(
            added=added,
            duplicates=counts[Acceptance.DUPLICATE],
            near_duplicates=self._writer.near_duplicates + counts[Acceptance.COPY],
            versions=counts[Acceptance.VERSION],
            problems=self._problems,
            known_inputs=self._known_inputs,
            is_stopped=self.is_stopped,
        )

    def _take(self, job: ReadingJob, outcomes: list[Outcome]) -> None:
        self._writer.begin()
        read = dict(job.inputs)
        for outcome in outcomes:
            if isinstance(outcome, Problem):
                self._report_outcome(outcome)
                # The next run reads it again: the problem may have been repaired.
                read.pop(outcome.input_name or "", None)
            elif isinstance(outcome, PreparedArticle):
                self._counts[self._writer.add(outcome)] += 1
        self._writer.end_step(read)

    def _check(self) -> bool:
        self.is_stopped = self.is_stopped or self._is_cancelled()
        return self.is_stopped

    def _report_outcome(self, problem: Problem) -> None:
        """Report what is wrong with a record, or count it where its file has many."""
        self._bad_records[problem.source] += 1
        if self._bad_records[problem.source] <= MOST_REPORTED:
            self._report_line(problem.message)
        else:
            self._problems += 1

    def _report_rest(self) -> None:
        """Report the number of problems that were only counted."""
        for source, count in self._bad_records.items():
            if count > MOST_REPORTED:
                rest = f"{source}: {count - MOST_REPORTED:,} more records cannot be read"
                self._on_problem(SourceError(rest))

    def _report_line(self, message: Clean) -> None:
        self._report_problem(SourceError(message))

    def _report_problem(self, problem: SourceError) -> None:
        self._problems += 1
        self._on_problem(problem)

    def _report(self, activity: str, done: int, total: int) -> None:
        if self._on_progress is not None:
            seconds = time.monotonic() - self._started
            articles = sum(self._counts.values())
            self._on_progress(AddingProgress(activity, done, total, articles, seconds))
