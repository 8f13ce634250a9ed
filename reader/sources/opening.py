"""Opens articles by name, in the order given; one that fails does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.articles.article import Article
from reader.articles.display_names import name_articles
from reader.errors import NothingToReadError, SourceError, SourceNoticeError, StoppedError
from reader.sources.callbacks import Cancelled, OnProblem
from reader.sources.files import read_file
from reader.sources.formats.content_types import ContentKind
from reader.sources.source_content import SourceContent, read_articles, read_dossier
from reader.sources.source_resolution import ResolvedSource, SourceResolver, choose_names
from reader.sources.special_names import SIDECAR
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.sources.formats.dossiers import Dossier
    from reader.sources.read_ahead import ReadAhead
    from reader.sources.sidecar import Sidecars
    from reader.sources.web.fetch_values import Fetched, FetchProgress

Progress = Callable[[float, str], None]
OnDossier = Callable[["Dossier", Clean], None]
_Parse = Callable[[], tuple[Article, ...]]
_ReadKept = Callable[[Any, _Parse], tuple[Article, ...]]

# The share of the work that fetching is taken to be, where anything is fetched.
_FETCHING_SHARE = 0.5


def open_articles(
    names: str | Path | Iterable[str | Path] = (),
    *,
    on_problem: OnProblem | None = None,
    on_progress: Progress | None = None,
    is_cancelled: Cancelled | None = None,
    recursive: bool = False,
    refresh: bool = False,
    standard_input: Callable[[], bytes] | None = None,
    typed: Collection[str] | None = None,
    on_fetch: Callable[[FetchProgress], None] | None = None,
    read_cached: _ReadKept | None = None,
    on_dossier: OnDossier | None = None,
) -> tuple[Article, ...]:
    """Open articles by name, in the order given.

    Args:
        names: one name or several: paths of files and of folders, patterns of them such as
            `*.txt`, and addresses; none: the articles that come with the program.
        on_problem: called with each source that cannot be opened, while the others are.
        on_progress: called with the share done in 0..1 and the present activity.
        is_cancelled: called often; once it returns true the work stops.
        recursive: whether folders are searched all the way down.
        refresh: whether addresses are fetched again even where the cache has them.
        standard_input: reads the standard input, which the name `-` refers to; None where a
            screen uses it.
        typed: the addresses among the names that the user typed, if not all of them;
            see `reader.sources.web.fetching.fetch_all`.
        on_fetch: called with the progress of each address.
        read_cached: returns the articles of a source, those of an earlier start or those that the
            function given parses (`ArticleCache.read_articles`); None parses all.
        on_dossier: called with each dossier and the path or address it came from; a SourceError
            that it raises refuses the dossier. None: the notes of dossiers are not used.

    Raises:
        SourceError: the first source that cannot be opened, without `on_problem`.
        NothingToReadError: nothing could be opened.
        StoppedError: `is_cancelled` returned true.
    """
    options = _Options(recursive, refresh, standard_input, typed, on_fetch, read_cached, on_dossier)
    listed = [names] if isinstance(names, (str, Path)) else list(names)
    return _ArticleOpener(options, on_problem, on_progress, is_cancelled).open(listed)


def article_from_text(text: str, *, name: str) -> Article:
    """Build an article from text that was pasted or typed.

    Args:
        text: the words, raw, of any length the caller allows.
        name: a short name to show; it is the article's source too.

    Raises:
        SourceError: there is no word in the text.
    """
    from reader.articles.parsing import parse_article

    article = parse_article(text, source=name, name=name)
    if not article.paragraphs:
        raise SourceError(f"{clean_line(name)}: there is no text in it")
    return article


class _Options(NamedTuple):
    """The arguments of `open_articles` for opening sources."""

    recursive: bool
    refresh: bool
    standard_input: Callable[[], bytes] | None
    typed: Collection[str] | None
    on_fetch: Callable[[FetchProgress], None] | None
    read_cached: _ReadKept | None
    on_dossier: OnDossier | None


class _Read(NamedTuple):
    """What was read from a source."""

    articles: tuple[Article, ...]
    identity: Hashable
    """The same for the same file or address under another name; None: of no other."""


class _ArticleOpener:
    """One call of `open_articles`: the articles opened so far, and the callbacks."""

    def __init__(
        self,
        options: _Options,
        on_problem: OnProblem | None,
        on_progress: Progress | None,
        is_cancelled: Cancelled | None,
    ) -> None:
        self._options = options
        self._on_problem = on_problem
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._reported_share = 0.0
        # Shares of the whole work between which the present stage, fetching or reading, lies.
        self._stage = (0.0, 1.0)
        # By address; None where it could not be fetched.
        self._fetched: dict[str, Fetched | None] = {}
        self._articles: list[Article] = []
        # The places in `_articles` of what each file or address gave.
        self._opened: dict[Hashable, slice] = {}
        self._sidecars: Sidecars | None = None
        self._ahead: ReadAhead[_Read] | None = None
        # Of the sources that are read ahead.
        self._job_numbers: dict[ResolvedSource, int] = {}

    def open(self, names: Sequence[str | Path]) -> tuple[Article, ...]:
        resolver = SourceResolver(
            recursive=self._options.recursive,
            standard_input=self._options.standard_input,
            sort_paths=self._sort_paths,
            on_problem=self._report_problem,
        )
        sources = list(resolver.resolve(names))
        if any(source.address for source in sources):
            from reader.processes.page_parser import preload_parser

            # The parser of pages is loaded while they are fetched.
            preload_parser("page")
        self._fetch([source.address for source in sources if source.address])
        named = list(zip(sources, choose_names(sources), strict=True))
        self._read_ahead(named)
        total, done = sum(source.size for source in sources), 0
        for source, name in named:
            self._report_progress(done / total, source.activity)
            try:
                self._open_source(source, name, done / total, source.size / total)
            except SourceError as error:
                self._report_problem(error)
            done += source.size
        if not self._articles:
            raise NothingToReadError("nothing to read: none of the named sources could be opened")
        return name_articles(self._articles)

    def _fetch(self, addresses: list[str]) -> None:
        if not addresses:
            return
        from reader.sources.web.fetch_values import FetchState
        from reader.sources.web.fetching import fetch_all

        finished: set[int] = set()
        self._stage = (0.0, _FETCHING_SHARE)

        def report(progress: FetchProgress) -> None:
            if progress.state in (FetchState.DONE, FetchState.CACHED, FetchState.FAILED):
                finished.add(progress.position)
            self._report_progress(len(finished) / len(addresses), progress.line)
            if self._options.on_fetch:
                self._options.on_fetch(progress)

        fetched = fetch_all(
            addresses,
            typed=self._options.typed,
            on_progress=report,
            is_cancelled=self._is_cancelled,
            on_problem=self._on_problem,
            refresh=self._options.refresh,
        )
        self._fetched = dict(zip(addresses, fetched, strict=True))
        self._stage = (_FETCHING_SHARE, 1.0)

    def _read_ahead(self, named: Sequence[tuple[ResolvedSource, Clean]]) -> None:
        """Have sources that a child process parses read at the same time."""
        jobs: list[Callable[[], _Read]] = []
        for source, name in named:
            if source.is_parsed_in_child:
                self._job_numbers[source] = len(jobs)
                jobs.append(partial(self._read_source, source, name))
        if jobs:
            from reader.sources.read_ahead import ReadAhead

            self._ahead = ReadAhead(jobs)

    def _read_source(self, source: ResolvedSource, name: Clean) -> _Read:
        """Return the articles of a source; called in threads of their own."""
        content, identity = self._read_content(source, name)
        return _Read(() if content is None else self._parse(content), identity)

    def _open_source(self, source: ResolvedSource, name: Clean, done: float, share: float) -> None:
        def report(part: float) -> None:
            self._report_progress(done + share * part, source.activity)

        number = self._job_numbers.get(source)
        if number is not None and self._ahead is not None:
            articles, identity = self._ahead.result(number, lambda: report(0.0))
        else:
            content, identity = self._read_content(source, name)
            if content is None or identity in self._opened:
                articles = ()
            else:
                articles = self._parse(content, report)
        if identity is not None and identity in self._opened:
            self._note_repetition(source.source, self._opened[identity])
            return
        if not articles:
            return
        if source.path and self._has_sidecar(source.path.parent) and self._sidecars:
            path = source.path
            articles = tuple(self._sidecars.correct(article, path) for article in articles)
        if identity is not None:
            self._opened[identity] = slice(len(self._articles), len(self._articles) + len(articles))
        self._articles.extend(articles)

    def _parse(
        self, content: SourceContent, report: Callable[[float], None] | None = None
    ) -> tuple[Article, ...]:
        """Return the articles of a source, from the cache or parsed."""

        if content.kind is ContentKind.DOSSIER:
            return self._read_dossier(content)

        def parse() -> tuple[Article, ...]:
            return read_articles(content, on_progress=report)

        read_cached = self._options.read_cached
        return parse() if read_cached is None else read_cached(content, parse)

    def _read_dossier(self, content: SourceContent) -> tuple[Article, ...]:
        dossier = read_dossier(content)
        if self._options.on_dossier is not None:
            self._options.on_dossier(dossier, content.source)
        return dossier.articles

    def _read_content(
        self, source: ResolvedSource, name: Clean
    ) -> tuple[SourceContent | None, Hashable]:
        """Return the content, None where nothing is to be opened, and the identity of a source."""
        if source.address:
            fetched = self._fetched[source.address]
            if fetched is None:
                return None, None
            return _fetched_content(fetched, source, name), fetched.address
        if source.path is None:
            return SourceContent(source.data or b"", source.source, name), None
        data, identity = read_file(source.path)
        content = SourceContent(data, source.source, name, suffix=source.path.suffix)
        if source.from_folder and content.kind is ContentKind.DOSSIER:
            # The files beside it are usually the ones that were saved in it.
            return None, identity
        if source.from_folder and content.kind is ContentKind.JSON:
            from reader.sources.formats.article_records import holds_article_records

            # A folder may hold JSON of any origin, which is no more an article than a picture.
            return content if holds_article_records(data) else None, identity
        return content, identity

    def _sort_paths(self, paths: list[Path]) -> list[Path]:
        folders = {path.parent for path in paths}
        if any(self._has_sidecar(folder) for folder in folders) and self._sidecars:
            return self._sidecars.sort(paths)
        return paths

    def _has_sidecar(self, folder: Path) -> bool:
        # There seldom is one, so this needs nothing of the module that reads it.
        if not os.path.lexists(folder / SIDECAR):
            return False
        if self._sidecars is None:
            from reader.sources.sidecar import Sidecars

            self._sidecars = Sidecars(self._report_problem)
        return True

    def _note_repetition(self, source: Clean, opened: slice) -> None:
        """Add a note to articles whose source was named once more under another name."""
        note = clean_line(f"also named as {source}; opened once")
        self._articles[opened] = [
            replace(article, notes=(*article.notes, note)) for article in self._articles[opened]
        ]
        if self._on_problem:
            self._on_problem(SourceNoticeError(f"{source}: named more than once; opened once"))

    def _report_problem(self, error: SourceError) -> None:
        if self._on_problem is None:
            raise error
        self._on_problem(error)

    def _report_progress(self, done: float, activity: str) -> None:
        """Report the share done of the present stage; raise StoppedError if cancelled."""
        if self._is_cancelled and self._is_cancelled():
            raise StoppedError
        if self._on_progress:
            begin, end = self._stage
            share = min(max(self._reported_share, begin + (end - begin) * done), 1.0)
            self._reported_share = share
            self._on_progress(share, activity)


def _fetched_content(fetched: Fetched, source: ResolvedSource, name: Clean) -> SourceContent:
    return SourceContent(
        fetched.data,
        source.source,
        name,
        address=fetched.address,
        content_type=fetched.content_type,
        charset=fetched.charset,
        notes=(fetched.note,) if fetched.note else (),
    )
