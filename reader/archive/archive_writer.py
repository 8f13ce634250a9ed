"""Writing into an archive: first the store, then the indexes, then the mark that both have it.

An article counts as added once the store has written it through to the disk. The indexes follow
in larger steps. What is stored and not marked when a program is killed is indexed by the next one
that writes: it deletes the documents of such articles, which may be there, and adds them anew.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto

from reader.archive.article_store import ArticleStore, InputState, NewArticle
from reader.archive.free_memory import give_back_memory
from reader.archive.index_set import IndexedArticle, IndexSet, index_stored
from reader.archive.near_duplicates import find_near_duplicate
from reader.archive.prepared_articles import PreparedArticle
from reader.archive.reading_jobs import Problem, ReadingJob, StoredItem, StoredWords
from reader.archive.worker_pool import WorkerPool
from reader.sources.callbacks import Cancelled
from reader.text.cleaning import Clean

STORE_ARTICLES = 256
STORE_SECONDS = 1.0
"""The store is written to the disk after this many articles or seconds."""
INDEX_ARTICLES = 20_000
INDEX_SECONDS = 60.0
"""The indexes are written to the disk after this many articles or seconds."""
_ITEMS_AT_ONCE = 64


class Acceptance(Enum):
    """The outcome of adding an article."""

    ADDED = auto()
    DUPLICATE = auto()
    """The same words from the same outlet are there already; it is not stored again."""
    COPY = auto()
    """Stored; the same words are there from another outlet."""
    VERSION = auto()
    """Stored; other words were at its address or path before."""


class ArchiveWriter:
    """Writes into the store and the indexes of an archive that is locked.

    Args:
        store: the store.
        indexes: the indexes, open for writing.
        marks: whether to mark indexed articles in the store; False while new indexes are built
            beside the ones in use.
    """

    def __init__(self, store: ArticleStore, indexes: IndexSet, *, marks: bool = True) -> None:
        self._marks = marks
        self._store = store
        self._indexes = indexes
        self._waiting: list[IndexedArticle] = []
        """Inserted in the store and not committed."""
        self._unmarked: list[tuple[int, array[int]]] = []
        """In the indexes and not marked, with their prints."""
        self._last_store_commit = self._last_index_commit = time.monotonic()
        self.near_duplicates = 0
        """Articles that were marked as such."""

    def add(self, prepared: PreparedArticle) -> Acceptance:
        """Store an article, unless it is there already; `record` writes it through."""
        same_words = self._store.find_by_words(prepared.words_hash)
        if any(_is_same_outlet(prepared.outlet, stored.outlet) for stored in same_words):
            return Acceptance.DUPLICATE
        earlier = self._store.find_by_origin(prepared.origin) if prepared.origin else []
        copied = (same_words[0].duplicate_of or same_words[0].id) if same_words else None
        first = (earlier[0].version_of or earlier[0].id) if earlier else None
        number = self._store.insert(
            NewArticle(
                packed=prepared.packed,
                outlet=prepared.outlet,
                date=prepared.date,
                address=prepared.address,
                language=prepared.indexed.language,
                origin=prepared.origin,
                words_hash=prepared.words_hash,
                duplicate_of=copied,
                version_of=first,
            )
        )
        self._waiting.append(
            IndexedArticle(number, prepared.outlet, prepared.date.index_day, prepared.indexed)
        )
        if first is not None:
            return Acceptance.VERSION
        return Acceptance.ADDED if copied is None else Acceptance.COPY

    def begin(self) -> None:
        """Begin a step; `end_step` may commit it."""
        if not self._store.is_writing:
            self._store.begin()

    def end_step(self, inputs: dict[str, InputState]) -> None:
        """Record how far inputs have been read; commit if it is time."""
        self._store.save_inputs(inputs)
        now = time.monotonic()
        if len(self._waiting) >= STORE_ARTICLES or now - self._last_store_commit > STORE_SECONDS:
            self.commit_store()
        if self._unmarked and (
            len(self._unmarked) >= INDEX_ARTICLES or now - self._last_index_commit > INDEX_SECONDS
        ):
            self.commit_indexes()

    def commit_store(self) -> None:
        """Commit the store to the disk, and add its new articles to the indexes."""
        if self._store.is_writing:
            self._store.commit()
        self._last_store_commit = time.monotonic()
        waiting, self._waiting = self._waiting, []
        self._indexes.add(waiting)
        self._unmarked += [(each.article_id, array("I", each.indexed.prints)) for each in waiting]

    def commit_indexes(self) -> None:
        """Commit the indexes to the disk and mark their articles in the store."""
        self.commit_store()
        unmarked, self._unmarked = self._unmarked, []
        if not unmarked:
            return
        self._indexes.commit()
        self._last_index_commit = time.monotonic()
        if self._marks:
            self._mark(unmarked)
        give_back_memory()

    def _mark(self, unmarked: Sequence[tuple[int, array[int]]]) -> None:
        copies: dict[int, int] = {}
        for number, prints in unmarked:
            original = find_near_duplicate(number, prints, self._indexes.prints, self._store)
            if original is not None:
                copies[number] = copies.get(original, original)
        self._store.begin()
        self.near_duplicates += self._store.mark_indexed([number for number, _ in unmarked], copies)
        self._store.commit()

    def index_stored(
        self,
        article_ids: Sequence[int],
        pool: WorkerPool,
        *,
        is_new_index: bool = False,
        on_problem: Callable[[Clean], None],
        on_progress: Callable[[int], None] = lambda _: None,
        is_cancelled: Cancelled = lambda: False,
    ) -> None:
        """Index articles of the store that are not, or not surely, in the indexes.

        Args:
            article_ids: their numbers.
            pool: reads their words.
            is_new_index: whether none of them can be in the indexes.
            on_problem: called with each article that is damaged.
            on_progress: called with how many were indexed.
            is_cancelled: called often; once it returns true the work ends early.
        """
        if not is_new_index:
            self._indexes.remove(article_ids)
        for done, (job, outcomes) in enumerate(pool.run(self._stored_jobs(article_ids)), 1):
            stored = self._store.read_many(
                item.article_id for item in job.items if isinstance(item, StoredItem)
            )
            for outcome in outcomes:
                if isinstance(outcome, Problem):
                    on_problem(outcome.message)
                elif isinstance(outcome, StoredWords):
                    article = index_stored(stored[outcome.article_id], outcome.indexed)
                    self._waiting.append(article)
            self.end_step({})
            on_progress(min(done * _ITEMS_AT_ONCE, len(article_ids)))
            if is_cancelled():
                break
        self.commit_indexes()

    def _stored_jobs(self, article_ids: Sequence[int]) -> Iterable[ReadingJob]:
        for first in range(0, len(article_ids), _ITEMS_AT_ONCE):
            packed = self._store.read_packed(article_ids[first : first + _ITEMS_AT_ONCE])
            yield ReadingJob(
                Clean("the archive"),
                tuple(StoredItem(number, data) for number, data in packed),
                0,
            )


def _is_same_outlet(one: str | None, other: str | None) -> bool:
    """Whether two articles with the same words are one, as far as their outlets are known."""
    return not one or not other or one.casefold() == other.casefold()
