"""Maintenance of an archive: rebuilding, compacting, removing, exporting, and its status."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.archive.adding import open_for_writing
from reader.archive.archive_errors import ArchiveError, file_error, format_archive_path
from reader.archive.archive_folder import ArchiveFolder, write_index_version
from reader.archive.archive_writer import ArchiveWriter
from reader.archive.article_dates import read_day
from reader.archive.article_store import ArticleState, ArticleStore, StoredArticle
from reader.archive.index_set import IndexSet
from reader.archive.packed_articles import unpack_record
from reader.archive.worker_pool import WorkerPool
from reader.errors import SourceError
from reader.sources.files import format_path
from reader.text.cleaning import Clean

_NEW, _OLD = "indexes new", "indexes old"
_ARTICLES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """The figures of an archive."""

    path: Path
    articles: int
    waiting: int
    """Articles that are stored and not yet in the indexes."""
    removed: int
    near_duplicates: int
    versions: int
    outlets: int
    first_date: date | None
    last_date: date | None
    date_sources: dict[str, int]
    """How many articles have their date from where."""
    languages: dict[str, int]
    """How many articles are in which language, the commonest first; "" if unknown."""
    store_bytes: int
    index_bytes: int
    index_problem: Clean | None
    """Why the indexes cannot be used, None if they can."""


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """Some articles of an archive; all of them if nothing is stated."""

    names: tuple[str, ...] = ()
    """Numbers, addresses, and paths of files or of folders."""
    outlet: str | None = None
    since: date | None = None
    until: date | None = None

    def choose(self, store: ArticleStore) -> Iterator[StoredArticle]:
        """Yield the articles of a store that are among them, in the order of their numbers."""
        for stored in store.iterate(since=self.since, until=self.until):
            if self.outlet and (stored.outlet or "").casefold() != self.outlet.casefold():
                continue
            if not self.names or any(_is_named(stored, name) for name in self.names):
                yield stored


def read_status(folder: ArchiveFolder) -> ArchiveStatus:
    """Return the figures of an archive.

    Raises:
        ArchiveError: there is none, or the store cannot be read.
    """
    store = ArticleStore(folder.store_path)
    try:
        counts = store.count_articles()
        there = "FROM articles WHERE state != 'removed'"
        dated = f"{there} AND date_source != 'crawl'"
        first, last = store.query(f"SELECT min(date), max(date) {dated}")[0]
        return ArchiveStatus(
            path=folder.path,
            articles=counts[ArticleState.ADDED] + counts[ArticleState.INDEXED],
            waiting=counts[ArticleState.ADDED],
            removed=counts[ArticleState.REMOVED],
            near_duplicates=_count(store, f"{there} AND duplicate_of IS NOT NULL"),
            versions=_count(store, f"{there} AND version_of IS NOT NULL"),
            outlets=store.query(f"SELECT count(DISTINCT outlet) {there}")[0][0],
            first_date=read_day(str(first)),
            last_date=read_day(str(last)),
            date_sources=_group(store, "date_source", there),
            languages=_group(store, "coalesce(language, '')", there),
            store_bytes=_size(folder.store_path) + _size(Path(f"{folder.store_path}-wal")),
            index_bytes=_size(folder.indexes_path),
            index_problem=_find_index_problem(folder),
        )
    finally:
        store.close()


def rebuild_indexes(
    folder: ArchiveFolder,
    *,
    processes: int | None = None,
    on_problem: Callable[[Clean], None],
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """Rebuild the indexes from the store; the old ones are used until the new ones are complete.

    Args:
        folder: the archive.
        processes: how many processes read; one for every processor if None.
        on_problem: called with each article that is damaged.
        on_progress: called with the articles that were indexed, and how many there are.

    Returns:
        The number of articles in the indexes.

    Raises:
        ArchiveError: there is no archive, another program writes, or it cannot be written.
    """
    with folder.lock():
        store = ArticleStore(folder.store_path)
        try:
            return _rebuild(folder, store, processes, on_problem, on_progress)
        finally:
            store.roll_back()
            store.close()


def compact_archive(
    folder: ArchiveFolder,
    *,
    on_problem: Callable[[Clean], None],
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[int, int]:
    """Give back the space of what was removed, and merge the parts of the indexes.

    If articles were removed, the indexes are rebuilt, so that none of their words remains.

    Args:
        folder: the archive.
        on_problem: called with each article that is damaged.
        on_progress: called with the articles that were indexed, and how many there are.

    Returns:
        The bytes of the archive before and after.

    Raises:
        ArchiveError: there is no archive, another program writes, or it cannot be written.
    """
    before = _size(folder.path)
    with open_for_writing(folder) as (store, indexes):
        has_removed = store.count_articles()[ArticleState.REMOVED] > 0
        if not has_removed:
            indexes.commit()
            indexes.end_writing(merges=True)
        store.forget_removed()
        store.compact()
    if has_removed:
        rebuild_indexes(folder, on_problem=on_problem, on_progress=on_progress)
    return before, _size(folder.path)


def remove_articles(folder: ArchiveFolder, choice: ArticleChoice) -> int:
    """Remove articles from the store and the indexes; return how many.

    Raises:
        ArchiveError: there is no archive, another program writes, or nothing is chosen.
    """
    with open_for_writing(folder) as (store, indexes):
        numbers = [stored.id for stored in choice.choose(store)]
        if not numbers:
            raise ArchiveError(
                f"{format_archive_path(folder.path)}: no such article; nothing was removed"
            )
        # First from the store: if the program is killed, leftovers in an index refer to no article.
        store.begin()
        store.remove(numbers)
        store.commit()
        indexes.remove(numbers)
        indexes.commit()
    return len(numbers)


def export_records(
    folder: ArchiveFolder, choice: ArticleChoice, on_problem: Callable[[Clean], None]
) -> Iterator[dict[str, object]]:
    """Yield the records of articles, as `reader articles --json` writes them.

    Each has one field more, `archive`: the number, the date and where it came from, the address,
    and of which article it is a near-duplicate or a version. `reader archive add` reads it back.

    Args:
        folder: the archive.
        choice: the articles.
        on_problem: called with each article that is damaged.

    Raises:
        ArchiveError: there is no archive, or it cannot be read.
    """
    store = ArticleStore(folder.store_path)
    try:
        batch: list[StoredArticle] = []
        for stored in choice.choose(store):
            batch.append(stored)
            if len(batch) >= _ARTICLES_AT_ONCE:
                yield from _records(store, batch, on_problem)
                batch = []
        yield from _records(store, batch, on_problem)
    finally:
        store.close()


def _records(
    store: ArticleStore, batch: list[StoredArticle], on_problem: Callable[[Clean], None]
) -> Iterator[dict[str, object]]:
    packed = store.read_packed_as_far_as_whole(stored.id for stored in batch)
    for stored in batch:
        try:
            record = unpack_record(packed.get(stored.id, b""))
        except SourceError as error:
            on_problem(Clean(f"article {stored.id}: {error.message}"))
            continue
        known = {
            "id": stored.id,
            "date": stored.date.isoformat() if stored.date else None,
            "date_source": stored.date_source.value,
            "address": stored.address,
            "origin": stored.origin,
            "duplicate_of": stored.duplicate_of,
            "version_of": stored.version_of,
        }
        yield {**record, "archive": known}


def _rebuild(
    folder: ArchiveFolder,
    store: ArticleStore,
    processes: int | None,
    on_problem: Callable[[Clean], None],
    on_progress: Callable[[int, int], None],
) -> int:
    new, old = folder.path / _NEW, folder.path / _OLD
    try:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        numbers = [stored.id for stored in store.iterate()]
        write_index_version(new)
        indexes = IndexSet(new, create=True)
        indexes.begin_writing()
        writer = ArchiveWriter(store, indexes, marks=False)
        try:
            with WorkerPool(processes) as pool:
                writer.index_stored(
                    numbers,
                    pool,
                    is_new_index=True,
                    on_problem=on_problem,
                    on_progress=lambda done: on_progress(done, len(numbers)),
                )
        finally:
            indexes.end_writing(merges=True)
        count = indexes.articles.document_count
        del indexes, writer
        if folder.has_indexes:
            os.replace(folder.indexes_path, old)
        os.replace(new, folder.indexes_path)
        store.begin()
        store.mark_indexed(numbers, {})
        store.commit()
        shutil.rmtree(old, ignore_errors=True)
        return count
    except OSError as error:
        raise file_error(folder.path, error) from error


def _is_named(stored: StoredArticle, name: str) -> bool:
    if name.isdecimal():
        return stored.id == int(name)
    if "://" in name:
        return name in (stored.address, stored.origin)
    path = format_path(Path(name).absolute())
    origin = stored.origin or ""
    return origin == path or origin.startswith((f"{path}{os.sep}", f"{path}#", f"{path},"))


def _find_index_problem(folder: ArchiveFolder) -> Clean | None:
    try:
        folder.check_index_version()
        IndexSet(folder.indexes_path)
    except ArchiveError as error:
        return Clean(error.message)
    return None


def _count(store: ArticleStore, rest: str) -> int:
    return int(store.query(f"SELECT count(*) {rest}")[0][0])


def _group(store: ArticleStore, column: str, rest: str) -> dict[str, int]:
    rows = store.query(f"SELECT {column}, count(*) {rest} GROUP BY 1 ORDER BY 2 DESC, 1")
    return {str(name): int(count) for name, count in rows}


def _size(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    try:
        if not path.is_dir():
            return path.stat().st_size
        return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
    except OSError:
        return 0
