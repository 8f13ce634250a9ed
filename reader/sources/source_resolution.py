"""Resolves names to sources: files, the files in folders, addresses, the standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import SourceError
from reader.sources.callbacks import OnProblem
from reader.sources.files import format_path, opening_error
from reader.sources.folders import (
    PAGE_SUFFIXES,
    PARSED_SUFFIXES,
    expand_pattern,
    find_article_files,
    find_seeds_folder,
    is_folder,
    is_pattern,
)
from reader.sources.special_names import STANDARD_INPUT
from reader.text.cleaning import Clean, clean_line

# Bytes that a page is taken to have, for the progress, before it is fetched.
_TYPICAL_PAGE_SIZE = 200_000

SortPaths = Callable[[list[Path]], list[Path]]


class ResolvedSource(NamedTuple):
    """One thing to open: a file, an address, or a part of the standard input."""

    source: Clean
    """The path or address to show."""
    stem: str
    """A short name."""
    size: int
    """In bytes; estimated for an address."""
    path: Path | None = None
    from_folder: bool = False
    """Whether the file was found in a folder, not named itself."""
    address: str | None = None
    data: bytes | None = None
    """Of the standard input."""

    @property
    def qualified_name(self) -> str:
        """The short name with the folder or the end of the address."""
        if self.address:
            path = self.address.partition("://")[2].partition("#")[0].partition("?")[0]
            last = path.rstrip("/").rpartition("/")[2]
            return f"{self.stem}/{last}" if "/" in path.rstrip("/") else self.stem
        if self.path is None:
            return self.stem
        try:
            folder = self.path.absolute().parent.name
        except OSError:
            # The folder the program was started in was removed.
            folder = self.path.parent.name
        return f"{folder}/{self.stem}" if folder else self.stem

    @property
    def may_be_page(self) -> bool:
        """Whether its name does not exclude that it is a page."""
        suffix = self.path.suffix.lower() if self.path else ""
        return self.address is not None or suffix in PAGE_SUFFIXES

    @property
    def is_parsed_in_child(self) -> bool:
        """Whether its name shows that a child process will have most of the work with it."""
        return self.may_be_page or (
            self.path is not None and self.path.suffix.lower() in PARSED_SUFFIXES
        )

    @property
    def activity(self) -> str:
        """What the program does while it reads the source, for the progress."""
        return f"reading {format_path(self.path.name) if self.path else self.source}"


class SourceResolver:
    """Finds the sources that names refer to.

    Args:
        recursive: whether folders are searched all the way down.
        standard_input: reads the standard input, which the name `-` refers to; None where
            it may not be read.
        sort_paths: sorts the files found in a folder into the order they are opened in.
        on_problem: called with what cannot be opened; may raise.
    """

    def __init__(
        self,
        *,
        recursive: bool,
        standard_input: Callable[[], bytes] | None,
        sort_paths: SortPaths,
        on_problem: OnProblem,
    ) -> None:
        self._recursive = recursive
        self._standard_input = standard_input
        self._sort_paths = sort_paths
        self._on_problem = on_problem
        self._seeds_folder: Path | None = None

    def resolve(self, names: Sequence[str | Path]) -> Iterator[ResolvedSource]:
        """Yield the sources that the names refer to, in their order; without names the seeds."""
        if not names:
            self._seeds_folder = find_seeds_folder()
            names = [self._seeds_folder]
        for name in names:
            try:
                yield from self._resolve_name(name)
            except SourceError as error:
                self._on_problem(error)

    def _resolve_name(self, name: str | Path) -> Iterator[ResolvedSource]:
        if not os.fspath(name):
            raise SourceError("an empty name: name a file or a folder")
        if name == STANDARD_INPUT:
            yield from self._split_standard_input()
        elif isinstance(name, str) and _is_address(name):
            yield _resolve_address(name)
        else:
            yield from self._resolve_path(Path(name))

    def _resolve_path(self, path: Path) -> Iterator[ResolvedSource]:
        for match in _expand(path):
            if is_folder(match):
                found = find_article_files(
                    match, recursive=self._recursive, on_problem=self._on_problem
                )
                for file in self._sort_paths(found):
                    yield self._resolve_file(file, from_folder=True)
            else:
                yield self._resolve_file(match, from_folder=False)

    def _resolve_file(self, path: Path, *, from_folder: bool) -> ResolvedSource:
        # The path of the installed seeds is not shown.
        is_seed = path.parent == self._seeds_folder
        source = format_path(Path("seeds", path.name) if is_seed else path)
        return ResolvedSource(source, path.stem, _size(path), path=path, from_folder=from_folder)

    def _split_standard_input(self) -> Iterator[ResolvedSource]:
        from reader.sources.standard_input import split_articles

        if self._standard_input is None:
            raise SourceError("-: the standard input can be read at the start only")
        parts = split_articles(self._standard_input())
        for number, part in enumerate(parts, 1):
            name = "standard input" if len(parts) == 1 else f"standard input {number}"
            yield ResolvedSource(Clean(name), name, len(part), data=part)


def choose_names(sources: Sequence[ResolvedSource]) -> list[Clean]:
    """Return a name for each: the file's without its suffix, with its folder if it must be."""
    counts = Counter(stem for _, stem in {(source.source, source.stem) for source in sources})
    return [
        format_path(source.stem if counts[source.stem] == 1 else source.qualified_name)
        for source in sources
    ]


def _expand(path: Path) -> list[Path]:
    """Return the path itself, or what it matches where it is a pattern and no file."""
    try:
        if not is_pattern(str(path)) or os.path.lexists(path):
            return [path]
        found = expand_pattern(str(path))
    except (OSError, ValueError) as error:
        raise opening_error(path, error) from error
    if not found:
        raise SourceError(f"{format_path(path)}: no file has such a name; check the pattern")
    return found


def _is_address(name: str) -> bool:
    # The module is loaded only where there may be an address.
    if "://" not in name:
        return False
    from reader.sources.web.addresses import is_address

    return is_address(name)


def _resolve_address(address: str) -> ResolvedSource:
    host = address.partition("://")[2].partition("#")[0].partition("?")[0].partition("/")[0]
    source = clean_line(address.partition("#")[0])
    return ResolvedSource(source, host.removeprefix("www."), _TYPICAL_PAGE_SIZE, address=address)


def _size(path: Path) -> int:
    try:
        return max(path.stat().st_size, 1)
    except (OSError, ValueError):
        return 1
