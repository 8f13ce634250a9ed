"""An archive of articles in one folder: adding to it and searching it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.archive.archive_arguments import check_days, check_number, read_outlets
from reader.archive.archive_folder import ArchiveFolder
from reader.archive.article_store import ArticleState, ArticleStore
from reader.archive.date_windows import DAYS_AROUND, filter_days
from reader.articles import Article
from reader.errors import SourceError

if TYPE_CHECKING:
    from reader.archive.adding import AddingResult, OnProgress
    from reader.archive.archive_events import ArchiveEvents
    from reader.archive.archive_events import OnProgress as OnEventProgress
    from reader.archive.copy_search import CopyHit
    from reader.archive.index_set import IndexSet
    from reader.archive.quote_search import FoundQuote
    from reader.archive.similar_articles import SimilarArticles
    from reader.archive.word_search import WordHit
    from reader.sources.callbacks import Cancelled, OnProblem


class Archive:
    """An archive of articles, for adding and searching; open it with `Archive.open`.

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

    def article_at(self, address: str) -> Article | None:
        """Return the newest article of an address on the web, None where there is none.

        Raises:
            ArchiveError: there is no archive, or the article is damaged.
        """
        found = self.store.find_by_origin(address)
        return self.store.read_article(found[-1].id) if found else None

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
                saved.

        Returns:
            What became of the inputs.

        Raises:
            ArchiveError: the archive cannot be written; what it has acknowledged stays.
            SourceError: the first thing that cannot be read, without `on_problem`.
            ValueError: a value cannot be, as a negative number of days.
        """
        from reader.archive.adding import add_inputs
        from reader.archive.archive_inputs import ReadingOptions

        check_number("processes", processes)
        named = [inputs] if isinstance(inputs, (str, Path, Article)) else inputs
        self.close()
        return add_inputs(
            self._folder,
            named,
            options=ReadingOptions(fields or {}, reads_again, tuple(feeds)),
            processes=processes,
            on_problem=on_problem or _raise_problem,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )

    def similar(
        self,
        article: Article,
        *,
        days: int | None = DAYS_AROUND,
        top: int = 20,
        outlets: Iterable[str] = (),
    ) -> SimilarArticles:
        """Find the articles on the same event as one article, the surest first.

        Args:
            article: the article, which need not be in the archive; it is left out itself.
            days: how many days before and after it are searched, where it has a date; None for
                all. Articles without a date are always among those searched.
            top: at most so many are returned.
            outlets: only those of these outlets, if any is named.

        Raises:
            ArchiveError: the archive or its indexes cannot be used.
            ValueError: a value cannot be, as a negative number of days.
        """
        from reader.archive.similar_articles import find_similar

        check_number("days", days, least=0)
        check_number("top", top)
        return find_similar(
            article,
            self.store,
            self.indexes,
            days=days,
            top=top,
            outlets=read_outlets(outlets),
        )

    def quotes(
        self,
        text: str,
        *,
        speaker: str = "",
        language: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> FoundQuote:
        """Find the versions of a quotation, the earliest first.

        Args:
            text: its words, with or without quotation marks.
            speaker: who said it, where known.
            language: ISO 639-1 code; guessed from the words if None.
            since: leave out articles before that day, and those without a date.
            until: leave out articles after that day, and those without a date.

        Raises:
            ArchiveError: the archive or its indexes cannot be used.
            QuoteTooShortError: there are fewer than two words.
            ValueError: a value cannot be, as a negative number of days.
        """
        from reader.archive.quote_search import find_quote

        check_days(since=since, until=until)
        return find_quote(
            text,
            self.store,
            self.indexes,
            speaker=speaker,
            language=language,
            left_in=filter_days(since, until),
        )

    def copy_of(self, article: Article, *, top: int = 20) -> tuple[CopyHit, ...]:
        """Find the articles that share runs of words with one article, most words first.

        Raises:
            ArchiveError: the archive or its indexes cannot be used.
            ValueError: a value cannot be, as a negative number of days.
        """
        from reader.archive.copy_search import find_copy

        check_number("top", top)
        return find_copy(article, self.store, self.indexes, top=top)

    def find(
        self,
        words: str,
        *,
        top: int = 20,
        language: str | None = None,
        outlets: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[WordHit, ...]:
        """Find the articles that have all of some words, the best first.

        Args:
            words: the words to find; words in quotation marks are a phrase.
            top: at most so many are returned.
            language: ISO 639-1 code of the words and of the articles; of all if None.
            outlets: only articles of these, if any is named.
            since: leave out articles before that day, and those without a date.
            until: leave out articles after that day, and those without a date.

        Raises:
            ArchiveError: the archive or its indexes cannot be used.
            NoWordsError: there are none but stop words.
            ValueError: a value cannot be, as a negative number of days.
        """
        from reader.archive.word_search import find_words

        check_number("top", top)
        check_days(since=since, until=until)
        return find_words(
            words,
            self.store,
            self.indexes,
            top=top,
            language=language,
            left_in=filter_days(since, until, outlets=read_outlets(outlets), language=language),
        )

    def events(
        self,
        since: date,
        until: date | None = None,
        *,
        outlets: int = 2,
        on_progress: OnEventProgress | None = None,
        is_cancelled: Cancelled = lambda: False,
    ) -> ArchiveEvents:
        """Find the events that several outlets report, those of most outlets first.

        Args:
            since: articles before that day, and those without a date, are left out.
            until: articles after that day are left out.
            outlets: events of fewer outlets are left out.
            on_progress: called with the number of articles read and of all.
            is_cancelled: called often.

        Raises:
            ArchiveError: the archive or its indexes cannot be used.
            StoppedError: `is_cancelled` returned true.
            ValueError: a value cannot be, as a negative number of days.
        """
        from reader.archive.archive_events import find_events

        check_days(since=since, until=until)
        check_number("outlets", outlets)
        return find_events(
            self.store,
            self.indexes,
            since=since,
            until=until,
            fewest_outlets=outlets,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )


def _raise_problem(problem: SourceError) -> None:
    raise problem
