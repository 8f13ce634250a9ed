"""What names stand for: files, the files in folders, addresses, the standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import SourceError
from reader.sources.files import refusal, shown
from reader.sources.folders import (
    PAGE_SUFFIXES,
    folder_files,
    is_folder,
    is_pattern,
    matching_paths,
    seeds_folder,
)
from reader.text.cleaning import Clean, clean_line

STANDARD_INPUT = "-"

_TYPICAL_PAGE = 200_000

Tell = Callable[[SourceError], None]
InOrder = Callable[[list[Path]], list[Path]]


class Target(NamedTuple):
    """One thing to open: a file, an address, or what came from the standard input."""

    source: Clean
    stem: str
    """A short name."""
    size: int
    path: Path | None = None
    found: bool = False
    """Whether the file was found in a folder, not named itself."""
    address: str | None = None
    data: bytes | None = None

    @property
    def longer_name(self) -> str:
        """Where several have the same stem: with the folder or the end of the address."""
        if self.address:
            path = self.address.partition("://")[2].partition("#")[0].partition("?")[0]
            last = path.rstrip("/").rpartition("/")[2]
            return f"{self.stem}/{last}" if "/" in path.rstrip("/") else self.stem
        if self.path is None:
            return self.stem
        try:
            folder = self.path.absolute().parent.name
        except OSError:
            # The folder the program was started in is gone.
            folder = self.path.parent.name
        return f"{folder}/{self.stem}" if folder else self.stem

    @property
    def may_be_page(self) -> bool:
        suffix = self.path.suffix.lower() if self.path else ""
        return self.address is not None or suffix in PAGE_SUFFIXES

    @property
    def doing(self) -> str:
        return f"reading {shown(self.path.name) if self.path else self.source}"


class Targets:
    """The things to open that names stand for.

    Args:
        recursive: whether folders are looked into all the way down.
        standard_input: reads what the name `-` stands for, if it may be read.
        in_order: puts the files found in a folder into the order they are opened in.
        tell: told of what cannot be opened; may raise.
    """

    def __init__(
        self,
        *,
        recursive: bool,
        standard_input: Callable[[], bytes] | None,
        in_order: InOrder,
        tell: Tell,
    ) -> None:
        self._recursive = recursive
        self._standard_input = standard_input
        self._in_order = in_order
        self._tell = tell
        self._own_seeds: Path | None = None

    def named(self, names: Sequence[str | Path]) -> Iterator[Target]:
        """What the names stand for, in their order; without names the seeds."""
        if not names:
            self._own_seeds = seeds_folder()
            names = [self._own_seeds]
        for name in names:
            try:
                yield from self._meant_by(name)
            except SourceError as error:
                self._tell(error)

    def _meant_by(self, name: str | Path) -> Iterator[Target]:
        if not os.fspath(name):
            raise SourceError("an empty name: name a file or a folder")
        if name == STANDARD_INPUT:
            yield from self._from_standard_input()
        elif isinstance(name, str) and _is_address(name):
            yield _address(name)
        else:
            yield from self._files(Path(name))

    def _files(self, path: Path) -> Iterator[Target]:
        for meant in _meant(path):
            if is_folder(meant):
                found = folder_files(meant, recursive=self._recursive, tell=self._tell)
                for inside in self._in_order(found):
                    yield self._file(inside, found=True)
            else:
                yield self._file(meant, found=False)

    def _file(self, path: Path, *, found: bool) -> Target:
        # The articles that come along are not told by where they lie.
        own = path.parent == self._own_seeds
        source = shown(Path("seeds", path.name) if own else path)
        return Target(source, path.stem, _size(path), path=path, found=found)

    def _from_standard_input(self) -> Iterator[Target]:
        from reader.sources.standard_input import split_articles

        if self._standard_input is None:
            raise SourceError("-: the standard input can be read at the start only")
        parts = split_articles(self._standard_input())
        for number, part in enumerate(parts, 1):
            name = "standard input" if len(parts) == 1 else f"standard input {number}"
            yield Target(Clean(name), name, len(part), data=part)


def short_names(targets: Sequence[Target]) -> list[Clean]:
    """A name for each article: the file's without its suffix, with its folder if it must be."""
    counts = Counter(stem for _, stem in {(target.source, target.stem) for target in targets})
    return [
        shown(target.stem if counts[target.stem] == 1 else target.longer_name) for target in targets
    ]


def _meant(path: Path) -> list[Path]:
    """The path itself, or what it stands for where it is a pattern and no file."""
    try:
        if not is_pattern(str(path)) or os.path.lexists(path):
            return [path]
        found = matching_paths(str(path))
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    if not found:
        raise SourceError(f"{shown(path)}: no file has such a name; check the pattern")
    return found


def _is_address(name: str) -> bool:
    # What asks more closely is loaded only where there may be one.
    if "://" not in name:
        return False
    from reader.sources.web.addresses import is_address

    return is_address(name)


def _address(address: str) -> Target:
    host = address.partition("://")[2].partition("#")[0].partition("?")[0].partition("/")[0]
    source = clean_line(address.partition("#")[0])
    return Target(source, host.removeprefix("www."), _TYPICAL_PAGE, address=address)


def _size(path: Path) -> int:
    try:
        return max(path.stat().st_size, 1)
    except (OSError, ValueError):
        return 1
