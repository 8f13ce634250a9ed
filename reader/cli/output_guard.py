"""Protects files from being overwritten: inputs of the command, and files that are no reports."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.input_options import STANDARD_INPUT, InputOptions
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.articles import Article


class OutputGuard:
    """Refuses files that a report may not be written to.

    Args:
        options: the inputs of the command.
        articles: the articles opened from them.
        may_replace: whether a file that is no report may be replaced.
    """

    def __init__(
        self, options: InputOptions, articles: Sequence[Article], *, may_replace: bool
    ) -> None:
        self._options = options
        self._articles = articles
        self._may_replace = may_replace
        self._outputs: list[str] = []

    def check_input(self, name: str) -> None:
        """Refuse a file that the command reads.

        Raises:
            ReaderError: it does.
        """
        from reader.reports.documents.report_files import find_article

        if find_article(name, self._articles):
            raise ReaderError(f"{name} is one of the articles; name another file")
        if any(_is_same(name, path) for path in list_input_files(self._options)):
            raise ReaderError(f"{name} is what the articles are read from; name another file")

    def check(self, name: str, lines: Sequence[str]) -> None:
        """Refuse a file that may not be replaced, or is written already.

        Raises:
            ReaderError: it may not be.
        """
        from reader.reports.documents.report_files import find_obstacle, is_stream

        self.check_input(name)
        path = os.path.realpath(name)
        if path in self._outputs and not is_stream(name):
            raise ReaderError(f"{name} would be written twice; name another file")
        self._outputs.append(path)
        obstacle = find_obstacle(name, lines)
        if obstacle and not self._may_replace:
            raise ReaderError(f"{obstacle}; --force replaces it")


def list_input_files(options: InputOptions) -> Iterator[str]:
    """Yield the files that a command reads: articles, lists and what they name, feeds, folders."""
    from reader.sources.list_files import read_list_file

    names: list[str] = []
    for source in options.inputs:
        if source.name == STANDARD_INPUT:
            continue
        names.append(source.name)
        if source.kind == "list":
            with suppress(ReaderError):
                names += read_list_file(Path(source.name), on_problem=_ignore)
    if options.like is not None:
        names.append(options.like)
    for name in names:
        yield from _list_files(name, recursive=options.recursive)


def _list_files(name: str, *, recursive: bool) -> Iterator[str]:
    """Yield a file, or the files of a folder or a pattern."""
    from reader.sources.folders import (
        expand_pattern,
        find_article_files,
        is_folder,
        is_pattern,
    )
    from reader.sources.special_names import SIDECAR

    path = Path(name)
    if is_folder(path):
        yield str(path / SIDECAR)
        yield from map(str, find_article_files(path, recursive=recursive, on_problem=_ignore))
    elif not os.path.lexists(name) and is_pattern(name):
        yield from map(str, expand_pattern(name))
    else:
        yield name
        yield str(path.with_name(SIDECAR)) if path.name else name


def _is_same(name: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(name, other)
    return False


def _ignore(_problem: ReaderError) -> None:
    """Ignore a problem here: opening the input has reported it."""
