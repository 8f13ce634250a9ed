"""An archive of articles: one folder that is added to and asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.archive.archive_folder import ArchiveFolder
from reader.archive.article_store import ArticleState, ArticleStore
from reader.articles import Article
from reader.errors import SourceError

if TYPE_CHECKING:
    from reader.archive.adding import AddingResult, OnProgress
    from reader.archive.index_set import IndexSet
    from reader.sources.callbacks import Cancelled, OnProblem


class Archive:
    """Articles in one folder, to be added to and asked; open it with `Archive.open`.

    It holds files open; `close` it, or use it in a `with` statement.
    """

    def __init__(self, folder: ArchiveFolder) -> None:
        self._folder = folder

    @classmethod
    def open(cls, path: str | Path | None = None) -> Archive:
        """Open an archive; the first article that is added makes it.

        Args:
            path: its folder; the one in the user's data folder if None.
        """
        return cls(ArchiveFolder(Path(path) if path is not None else None))

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close its files; they are opened again where they are needed."""
        if "store" in self.__dict__:
            self.store.close()
        self.__dict__.pop("store", None)
        self.__dict__.pop("indexes", None)

    @property
    def path(self) -> Path:
        """Its folder."""
        return self._folder.path

    @cached_property
    def store(self) -> ArticleStore:
        """The articles.

        Raises:
            ArchiveError: there is no archive, or it cannot be opened.
        """
        return ArticleStore(self._folder.store_path)

    @cached_property
    def indexes(self) -> IndexSet:
        """The indexes; they see what was added when they are opened or reloaded.

        Raises:
            ArchiveError: there is no archive, its indexes are missing, damaged or of another
                version, or the extra `archive` is not installed.
        """
        from reader.archive.index_set import IndexSet

        _ = self.store
        self._folder.check_index_version()
        return IndexSet(self._folder.indexes_path)

    def __len__(self) -> int:
        counts = self.store.count_articles()
        return counts[ArticleState.ADDED] + counts[ArticleState.INDEXED]

    def article(self, article_id: int) -> Article:
        """Return the article of a number.

        Raises:
            ArchiveError: there is none, or it is damaged.
        """
        return self.store.read_article(article_id)

    def add(
        self,
        inputs: str | Path | Article | Iterable[str | Path | Article],
        *,
        fields: Mapping[str, str] | None = None,
        processes: int | None = None,
        feeds: Iterable[str] = (),
        reads_again: bool = False,
        on_problem: OnProblem | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: Cancelled = lambda: False,
    ) -> AddingResult:
        """Add articles; what was read before is not read again.

        Args:
            inputs: one or several: files, folders, patterns, addresses, articles. A file may hold
                many articles: JSON lines, a table in CSV or Parquet, a web archive.
            fields: the names of fields of records, by `text`, `title`, `outlet`, `published` and
                the other names in `reader.archive.record_articles.FIELDS`.
            processes: how many processes read; one for every processor if None.
            feeds: addresses or files of feeds, whose entries are fetched.
            reads_again: whether to read and fetch also what was read before and did not change.
            on_problem: called with each thing that cannot be read, while the others are.
            on_progress: called often.
            is_cancelled: called often; once it returns true the work ends, and what was read is
                kept.

        Returns:
            What became of the inputs.

        Raises:
            ArchiveError: the archive cannot be written; what it has acknowledged stays.
            SourceError: the first thing that cannot be read, without `on_problem`.
        """
        from reader.archive.adding import add_inputs
        from reader.archive.archive_inputs import InputOptions

        named = [inputs] if isinstance(inputs, (str, Path, Article)) else inputs
        self.close()
        return add_inputs(
            self._folder,
            named,
            options=InputOptions(fields or {}, reads_again, tuple(feeds)),
            processes=processes,
            on_problem=on_problem or _raise_problem,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )


def _raise_problem(problem: SourceError) -> None:
    raise problem
