"""Opening articles: whatever is named, in the order named; one bad one never stops the others."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reader.articles.article import Article
from reader.articles.clean import Clean, clean_line
from reader.articles.parsing import parse_article
from reader.errors import NothingToReadError, SourceError, StoppedError
from reader.sources.contents import articles_in
from reader.sources.files import read_file, refusal, shown
from reader.sources.folders import (
    folder_files,
    is_folder,
    is_pattern,
    matching_paths,
    seeds_folder,
)

OnProblem = Callable[[SourceError], None]
Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]


def open_articles(
    names: Sequence[str | Path] = (),
    *,
    on_problem: OnProblem | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    recursive: bool = False,
    refresh: bool = False,
) -> tuple[Article, ...]:
    """Open what is named, in the order given.

    Args:
        names: paths of files and of folders, and patterns of them such as `*.txt`;
            none: the articles that come with the program.
        on_problem: told of each source that cannot be opened, while the others are.
        progress: told the share done in 0..1 and what is being read.
        cancelled: asked often; once it says yes the work stops.
        recursive: whether folders are looked into all the way down.
        refresh: whether addresses are fetched anew even where the cache has them.

    Raises:
        SourceError: the first source that cannot be opened, without `on_problem`.
        NothingToReadError: nothing could be opened.
        StoppedError: `cancelled` said yes.
    """
    return _Opening(on_problem, progress, cancelled, recursive).run(names)


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


class _Target(NamedTuple):
    """One thing to open."""

    path: Path
    size: int


class _Opening:
    """One call of `open_articles`: what was opened so far, and whom to tell."""

    def __init__(
        self,
        on_problem: OnProblem | None,
        progress: Progress | None,
        cancelled: Cancelled | None,
        recursive: bool,
    ) -> None:
        self._on_problem = on_problem
        self._progress = progress
        self._cancelled = cancelled
        self._recursive = recursive
        self._own_seeds: Path | None = None
        self._told = 0.0
        self._articles: list[Article] = []
        self._identities: dict[tuple[int, int], slice] = {}

    def run(self, names: Sequence[str | Path]) -> tuple[Article, ...]:
        self._own_seeds = None if names else seeds_folder()
        targets = [_Target(path, _size(path)) for path in self._paths(names or [seeds_folder()])]
        names_shown = _short_names([target.path for target in targets])
        total, done = sum(target.size for target in targets), 0
        for target, name in zip(targets, names_shown, strict=True):
            self._step(done / total, target.path)
            self._open(target, name, done / total, target.size / total)
            done += target.size
        if not self._articles:
            raise NothingToReadError("nothing to read: none of the named sources could be opened")
        return tuple(self._articles)

    def _paths(self, names: Sequence[str | Path]) -> Iterator[Path]:
        for name in names:
            if not os.fspath(name):
                self._problem(SourceError("an empty name: name a file or a folder"))
                continue
            for path in self._meant(Path(name)):
                if is_folder(path):
                    yield from folder_files(path, recursive=self._recursive, tell=self._problem)
                else:
                    yield path

    def _meant(self, path: Path) -> list[Path]:
        """The path itself, or what it stands for where it is a pattern and no file."""
        try:
            if not is_pattern(str(path)) or os.path.lexists(path):
                return [path]
            found = matching_paths(str(path))
        except (OSError, ValueError) as error:
            self._problem(refusal(path, error))
            return []
        if not found:
            self._problem(SourceError(f"{shown(path)}: no file has such a name; check the pattern"))
        return found

    def _open(self, target: _Target, name: Clean, done: float, share: float) -> None:
        path = target.path
        try:
            data, identity = read_file(path)
            if identity in self._identities:
                self._name_again(path, self._identities[identity])
                return
            articles = articles_in(
                data,
                source=self._source(path),
                name=name,
                suffix=path.suffix,
                progress=lambda part: self._step(done + share * part, path),
            )
        except SourceError as error:
            self._problem(error)
        else:
            start = len(self._articles)
            self._articles.extend(articles)
            self._identities[identity] = slice(start, len(self._articles))

    def _source(self, path: Path) -> Clean:
        """The path as given; the articles that come along are not told by where they lie."""
        if path.parent == self._own_seeds:
            return shown(Path("seeds", path.name))
        return shown(path)

    def _name_again(self, path: Path, opened: slice) -> None:
        note = clean_line(f"also named as {shown(path)}; opened once")
        self._articles[opened] = [
            replace(article, notes=(*article.notes, note)) for article in self._articles[opened]
        ]
        if self._on_problem:
            self._on_problem(SourceError(f"{shown(path)}: named more than once; opened once"))

    def _problem(self, error: SourceError) -> None:
        if self._on_problem is None:
            raise error
        self._on_problem(error)

    def _step(self, done: float, path: Path) -> None:
        if self._cancelled and self._cancelled():
            raise StoppedError
        if self._progress:
            self._told = min(max(self._told, done), 1.0)
            self._progress(self._told, f"reading {shown(path.name)}")


def _short_names(paths: Sequence[Path]) -> list[Clean]:
    """A name for each article: the file's without its suffix, with its folder if it must be."""
    counts = Counter(path.stem for path in dict.fromkeys(paths))
    return [shown(path.stem if counts[path.stem] == 1 else _with_folder(path)) for path in paths]


def _with_folder(path: Path) -> str:
    folder = path.absolute().parent.name
    return f"{folder}/{path.stem}" if folder else path.stem


def _size(path: Path) -> int:
    try:
        return max(path.stat().st_size, 1)
    except (OSError, ValueError):
        return 1
