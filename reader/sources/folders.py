"""Which files of a folder are articles, and which names a pattern stands for.

A walk is bounded whatever lies there: so many articles, so many entries, so deep;
links never lead out of the folder named nor round in a circle; hidden files and the
parts of saved pages are left out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.errors import NothingToReadError, SourceError
from reader.sources.files import refusal, shown

MAX_FOLDER_FILES = 200
"""Of a folder with more articles only the first of them are opened."""

MAX_DEPTH = 20
"""Folders further below the one named are not looked into."""

MAX_ENTRIES = 20_000
"""So many names are looked at in a folder named, all in all."""

MOST_PROBLEMS = 20
"""Of what cannot be opened inside a folder so much is told one by one."""

ARTICLE_SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".markdown",
    ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml",
    ".json", ".jsonl",
})  # fmt: skip
"""What is taken from a folder. A file that is named itself may have any suffix."""

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
"""Of pages beside which a browser puts a folder with their parts."""

_LONGEST_COMPANION_WORD = 12

Tell = Callable[[SourceError], None]


def seeds_folder() -> Path:
    """The articles that come with the program, installed or in a checkout.

    Raises:
        NothingToReadError: they are not there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise NothingToReadError(
        "the articles that come with reader are missing: name the files to compare"
    )


def is_folder(path: Path) -> bool:
    """Whether `path` leads to a folder that can be seen."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def folder_files(folder: Path, *, recursive: bool, tell: Tell) -> list[Path]:
    """The articles of a folder: its own by name, then those of the folders in it, by name.

    Args:
        folder: the folder as named.
        recursive: whether to look into the folders below.
        tell: told of what is left out that one would expect to be opened, and where
            the folder cannot be read; may raise.
    """
    walk = _Walk(folder, recursive, tell)
    # One more than are opened, so that it is known whether there are more.
    found = list(islice(walk.files(), MAX_FOLDER_FILES + 1))
    if walk.untold:
        tell(SourceError(f"{shown(folder)}: {walk.untold} more inside it could not be opened"))
    if walk.cut_short:
        tell(
            SourceError(
                f"{shown(folder)}: more than {MAX_ENTRIES} files, not all were looked at; "
                "name the folders inside it"
            )
        )
    if len(found) > MAX_FOLDER_FILES:
        tell(
            SourceError(
                f"{shown(folder)}: more than {MAX_FOLDER_FILES} articles, only the first "
                f"{MAX_FOLDER_FILES} are opened; name the others themselves"
            )
        )
    elif not found and not walk.refused:
        below = "" if recursive or not walk.saw_folders else " itself (--recursive looks further)"
        tell(SourceError(f"{shown(folder)}: no articles in this folder{below}"))
    return found[:MAX_FOLDER_FILES]


def is_pattern(name: str) -> bool:
    """Whether a name that is no file may be a pattern such as `*.txt`."""
    return any(character in name for character in "*?[")


def matching_paths(pattern: str) -> list[Path]:
    """The files and folders a pattern stands for, by name, at most `MAX_FOLDER_FILES` + 1.

    `*`, `?` and `[…]` as in a shell; hidden files only where the pattern says so.
    """
    from glob import iglob

    found = sorted(islice(iglob(pattern), MAX_ENTRIES))
    return [Path(name) for name in found[: MAX_FOLDER_FILES + 1]]


class _Level(NamedTuple):
    """What one folder holds."""

    files: list[os.DirEntry[str]]
    folders: list[os.DirEntry[str]]


class _Walk:
    """One walk through a folder, and through those in it if asked to."""

    def __init__(self, folder: Path, recursive: bool, tell: Tell) -> None:
        self._folder = folder
        self._recursive = recursive
        self._tell = tell
        self._problems = 0
        self._entries = 0
        self._been_in: set[tuple[int, int]] = set()
        self.cut_short = False
        self.refused = False
        self.saw_folders = False

    def files(self) -> Iterator[Path]:
        return self._files(self._folder, 0)

    @property
    def untold(self) -> int:
        """How many problems there were beyond those told."""
        return max(0, self._problems - MOST_PROBLEMS)

    def _files(self, folder: Path, depth: int) -> Iterator[Path]:
        try:
            status = os.stat(folder)
            level = self._level(folder)
        except OSError as error:
            self.refused = True
            self._say(refusal(folder, error))
            return
        # The same folder can be met again through a link or a second mount.
        if (status.st_dev, status.st_ino) in self._been_in:
            return
        self._been_in.add((status.st_dev, status.st_ino))
        for entry in level.files:
            path = Path(entry.path)
            if entry.is_symlink() and not self._stays_inside(path):
                self._say(SourceError(f"{shown(path)}: a link out of the folder; name it itself"))
            else:
                yield path
        self.saw_folders = self.saw_folders or bool(level.folders)
        if not self._recursive:
            return
        for entry in level.folders:
            if depth == MAX_DEPTH:
                self._say(
                    SourceError(
                        f"{shown(entry.path)}: more than {MAX_DEPTH} folders deep; name it itself"
                    )
                )
            elif not self.cut_short:
                yield from self._files(Path(entry.path), depth + 1)

    def _level(self, folder: Path) -> _Level:
        level = _Level([], [])
        pages: set[str] = set()
        with os.scandir(folder) as entries:
            for entry in entries:
                self._entries += 1
                if self._entries > MAX_ENTRIES:
                    self.cut_short = True
                    break
                if entry.name.startswith("."):
                    continue
                stem, suffix = os.path.splitext(entry.name)
                if _is_folder_entry(entry):
                    level.folders.append(entry)
                elif suffix.lower() in ARTICLE_SUFFIXES:
                    level.files.append(entry)
                    if suffix.lower() in PAGE_SUFFIXES:
                        pages.add(stem)
        for found in level:
            found.sort(key=lambda entry: entry.name)
        level.folders[:] = [
            entry
            for entry in level.folders
            if self._may_be_entered(entry) and not _is_companion(entry.name, pages)
        ]
        return level

    def _may_be_entered(self, entry: os.DirEntry[str]) -> bool:
        return not entry.is_symlink() or self._stays_inside(Path(entry.path))

    def _say(self, problem: SourceError) -> None:
        self._problems += 1
        if self._problems <= MOST_PROBLEMS:
            self._tell(problem)

    def _stays_inside(self, link: Path) -> bool:
        try:
            return link.resolve().is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError):
            return False


def _is_folder_entry(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_companion(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and styles of a page saved beside it.

    Browsers call it after the page with one word more, in the user's language:
    `page_files`, `page-Dateien`, `page_fichiers`.
    """
    end = max(folder.rfind(mark) for mark in "_-.")
    word = folder[end + 1 :]
    return (
        end > 0
        and folder[:end] in pages
        and word.isalpha()
        and len(word) <= _LONGEST_COMPANION_WORD
    )
