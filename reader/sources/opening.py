"""Opening articles: whatever is named, in the order named; one bad one never stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import Article
from reader.articles.parsing import parse_article
from reader.errors import NothingToReadError, SourceError, StoppedError
from reader.sources.contents import Content, articles_in
from reader.sources.files import read_file
from reader.sources.formats.content_types import ContentKind
from reader.sources.targets import Target, Targets, short_names
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.sources.sidecar import Sidecars
    from reader.sources.web.fetching import Fetched, FetchProgress

SIDECAR_NAME = "reader.toml"

OnProblem = Callable[[SourceError], None]
Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]

_FETCHING = 0.5
"""The share of the work that fetching is taken to be, where anything is fetched."""


def open_articles(
    names: Sequence[str | Path] = (),
    *,
    on_problem: OnProblem | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    recursive: bool = False,
    refresh: bool = False,
    standard_input: Callable[[], bytes] | None = None,
    typed: Collection[str] | None = None,
    on_fetch: Callable[[FetchProgress], None] | None = None,
) -> tuple[Article, ...]:
    """Open what is named, in the order given.

    Args:
        names: paths of files and of folders, patterns of them such as `*.txt`, and
            addresses; none: the articles that come with the program.
        on_problem: told of each source that cannot be opened, while the others are.
        progress: told the share done in 0..1 and what is being read.
        cancelled: asked often; once it says yes the work stops.
        recursive: whether folders are looked into all the way down.
        refresh: whether addresses are fetched anew even where the cache has them.
        standard_input: reads what the name `-` stands for; None where a screen listens there.
        typed: the addresses among the names that the user typed, if not all of them;
            see `reader.sources.web.fetching.fetch_all`.
        on_fetch: told how far each address has come.

    Raises:
        SourceError: the first source that cannot be opened, without `on_problem`.
        NothingToReadError: nothing could be opened.
        StoppedError: `cancelled` said yes.
    """
    asked = _Asked(recursive, refresh, standard_input, typed, on_fetch)
    return _Opening(asked, on_problem, progress, cancelled).run(names)


def article_from_text(text: str, *, name: str) -> Article:
    """An article from text that was pasted or typed.

    Args:
        text: the words, raw, of any length the caller allows.
        name: a short name to show; it is the article's source too.

    Raises:
        SourceError: there is no word in the text.
    """
    article = parse_article(text, source=name, name=name)
    if not article.paragraphs:
        raise SourceError(f"{clean_line(name)}: there is no text in it")
    return article


class _Asked(NamedTuple):
    """What `open_articles` was asked for beside the names."""

    recursive: bool
    refresh: bool
    standard_input: Callable[[], bytes] | None
    typed: Collection[str] | None
    on_fetch: Callable[[FetchProgress], None] | None


class _Opening:
    """One call of `open_articles`: what was opened so far, and whom to tell."""

    def __init__(
        self,
        asked: _Asked,
        on_problem: OnProblem | None,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._asked = asked
        self._on_problem = on_problem
        self._progress = progress
        self._cancelled = cancelled
        self._told = 0.0
        self._stage = (0.0, 1.0)
        self._fetched: dict[str, Fetched | None] = {}
        self._articles: list[Article] = []
        self._opened: dict[Hashable, slice] = {}
        self._sidecars: Sidecars | None = None

    def run(self, names: Sequence[str | Path]) -> tuple[Article, ...]:
        targets = list(
            Targets(
                recursive=self._asked.recursive,
                standard_input=self._asked.standard_input,
                in_order=self._in_order,
                tell=self._problem,
            ).named(names)
        )
        if any(target.may_be_page for target in targets):
            from reader.processes.page_parser import preload_parser

            # What takes pages apart is loaded while the files before them are read.
            preload_parser("page")
        self._fetch([target.address for target in targets if target.address])
        names_shown = short_names(targets)
        total, done = sum(target.size for target in targets), 0
        for target, name in zip(targets, names_shown, strict=True):
            self._step(done / total, target.doing)
            try:
                self._open(target, name, done / total, target.size / total)
            except SourceError as error:
                self._problem(error)
            done += target.size
        if not self._articles:
            raise NothingToReadError("nothing to read: none of the named sources could be opened")
        return tuple(self._articles)

    # Addresses

    def _fetch(self, addresses: list[str]) -> None:
        if not addresses:
            return
        from reader.sources.web.fetching import FetchState, fetch_all

        finished: set[int] = set()
        self._stage = (0.0, _FETCHING)

        def tell(progress: FetchProgress) -> None:
            if progress.state in (FetchState.DONE, FetchState.CACHED, FetchState.FAILED):
                finished.add(progress.position)
            self._step(len(finished) / len(addresses), progress.line)
            if self._asked.on_fetch:
                self._asked.on_fetch(progress)

        answers = fetch_all(
            addresses,
            typed=self._asked.typed,
            progress=tell,
            cancelled=self._cancelled,
            on_problem=self._on_problem,
            refresh=self._asked.refresh,
        )
        self._fetched = dict(zip(addresses, answers, strict=True))
        self._stage = (_FETCHING, 1.0)

    # Opening

    def _open(self, target: Target, name: Clean, done: float, share: float) -> None:
        content, identity = self._content(target, name)
        if content is None:
            return
        if identity is not None and identity in self._opened:
            self._name_again(target.source, self._opened[identity])
            return
        articles = articles_in(
            content, progress=lambda part: self._step(done + share * part, target.doing)
        )
        if target.path:
            articles = self._corrected(articles, target.path)
        if identity is not None:
            self._opened[identity] = slice(len(self._articles), len(self._articles) + len(articles))
        self._articles.extend(articles)

    def _content(self, target: Target, name: Clean) -> tuple[Content | None, Hashable]:
        """What a target holds, or None where nothing is to be opened; and what tells it apart."""
        if target.address:
            fetched = self._fetched[target.address]
            if fetched is None:
                return None, None
            return _fetched_content(fetched, target, name), fetched.address
        if target.path is None:
            return Content(target.data or b"", target.source, name), None
        data, identity = read_file(target.path)
        content = Content(data, target.source, name, suffix=target.path.suffix)
        if target.found and content.kind is ContentKind.JSON:
            from reader.sources.formats.article_records import is_stored

            # A folder may hold JSON of any origin, which is no more an article than a picture.
            return content if is_stored(data) else None, identity
        return content, identity

    def _in_order(self, paths: list[Path]) -> list[Path]:
        folders = {path.parent for path in paths}
        if any(self._has_sidecar(folder) for folder in folders) and self._sidecars:
            return self._sidecars.ordered(paths)
        return paths

    def _corrected(self, articles: tuple[Article, ...], path: Path) -> tuple[Article, ...]:
        if self._has_sidecar(path.parent) and self._sidecars:
            return tuple(self._sidecars.correct(article, path) for article in articles)
        return articles

    def _has_sidecar(self, folder: Path) -> bool:
        # Seldom there, so it is looked for without loading what reads it.
        if not os.path.lexists(folder / SIDECAR_NAME):
            return False
        if self._sidecars is None:
            from reader.sources.sidecar import Sidecars

            self._sidecars = Sidecars(self._problem)
        return True

    def _name_again(self, source: Clean, opened: slice) -> None:
        note = clean_line(f"also named as {source}; opened once")
        self._articles[opened] = [
            replace(article, notes=(*article.notes, note)) for article in self._articles[opened]
        ]
        if self._on_problem:
            self._on_problem(SourceError(f"{source}: named more than once; opened once"))

    def _problem(self, error: SourceError) -> None:
        if self._on_problem is None:
            raise error
        self._on_problem(error)

    def _step(self, done: float, doing: str) -> None:
        """Tell that so much of the present stage, fetching or reading, is done."""
        if self._cancelled and self._cancelled():
            raise StoppedError
        if self._progress:
            begin, end = self._stage
            self._told = min(max(self._told, begin + (end - begin) * done), 1.0)
            self._progress(self._told, doing)


def _fetched_content(fetched: Fetched, target: Target, name: Clean) -> Content:
    return Content(
        fetched.data,
        target.source,
        name,
        address=fetched.address,
        content_type=fetched.content_type,
        charset=fetched.charset,
        notes=(fetched.note,) if fetched.note else (),
    )
