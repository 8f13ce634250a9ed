"""The files of a folder that are articles, and the names that match a pattern.

A search is bounded whatever the folder holds: in the number of articles and of entries, and
in depth; links never lead out of the folder named nor round in a circle; hidden files and
the parts of saved pages are left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.errors import NothingToReadError, SourceError
from reader.sources.callbacks import OnProblem
from reader.sources.files import format_path, opening_error

MAX_FOLDER_FILES = 200
"""Of a folder with more articles only the first of them are opened."""

MAX_DEPTH = 20
"""Folders further below the one named are not searched."""

MAX_ENTRIES = 20_000
"""Most names that are read in a given folder, including those of the folders in it."""

MAX_REPORTED_PROBLEMS = 20
"""Problems inside a folder that are reported one by one; the rest is counted."""

ARTICLE_SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".markdown", ".srt", ".vtt",
    ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml",
    ".json", ".jsonl", ".docx", ".odt",
})  # fmt: skip
"""Of the files that are opened in a folder. A file that is named itself may have any suffix."""

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
"""Of pages beside which a browser puts a folder with their parts."""

PARSED_SUFFIXES = PAGE_SUFFIXES | {".mhtml", ".mht", ".eml", ".docx", ".odt", ".pdf"}
"""Of files that are parsed in a child process."""

# Letters.
_LONGEST_COMPANION_WORD = 12


def find_seeds_folder() -> Path:
    """Return the folder of the articles that come with the program, installed or in a checkout.

    Raises:
        NothingToReadError: it does not exist.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise NothingToReadError(
        "the articles that come with reader are missing: name the files to compare"
    )


def is_folder(path: Path) -> bool:
    """Return whether `path` leads to a folder that is accessible."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def find_article_files(folder: Path, *, recursive: bool, on_problem: OnProblem) -> list[Path]:
    """Return the articles of a folder: its own by name, then those of the folders in it, by name.

    Args:
        folder: the folder as named.
        recursive: whether to search the folders below.
        on_problem: called with each file left out that a user would expect to be opened,
            and with the reason where the folder cannot be read; may raise.
    """
    search = _FolderSearch(folder, recursive, on_problem)
    # One more than are opened shows whether there are more.
    found = list(islice(search.files(), MAX_FOLDER_FILES + 1))
    name = format_path(folder)
    if search.unreported_problems:
        on_problem(
            SourceError(f"{name}: {search.unreported_problems} more inside it could not be opened")
        )
    if search.has_more_entries:
        on_problem(
            SourceError(
                f"{name}: more than {MAX_ENTRIES} files, not all were looked at; "
                "name the folders inside it"
            )
        )
    if len(found) > MAX_FOLDER_FILES:
        on_problem(
            SourceError(
                f"{name}: more than {MAX_FOLDER_FILES} articles, only the first "
                f"{MAX_FOLDER_FILES} are opened; name the others themselves"
            )
        )
    elif not found and not search.has_unreadable_folder:
        hint = "" if recursive or not search.has_folders else " itself (--recursive looks further)"
        on_problem(SourceError(f"{name}: no articles in this folder{hint}"))
    return found[:MAX_FOLDER_FILES]


def iterate_article_files(
    folder: Path, *, suffixes: frozenset[str], on_problem: OnProblem
) -> Iterator[Path]:
    """Yield all files of a folder and of those in it that have a suffix, however many there are.

    Args:
        folder: the folder as named.
        suffixes: in lower case, with their dot.
        on_problem: called with what cannot be searched; may raise.
    """
    search = _FolderSearch(folder, True, on_problem, suffixes=suffixes, is_bounded=False)
    yield from search.files()
    if search.unreported_problems:
        on_problem(
            SourceError(
                f"{format_path(folder)}: {search.unreported_problems} more inside it could not "
                "be opened"
            )
        )


def is_pattern(name: str) -> bool:
    """Return whether a name that is no file may be a pattern such as `*.txt`."""
    return any(character in name for character in "*?[")


def expand_pattern(pattern: str) -> list[Path]:
    """Return the files and folders that match, by name, at most `MAX_FOLDER_FILES` + 1.

    `*`, `?` and `[…]` as in a shell; hidden files only where the pattern says so.
    """
    from glob import iglob

    found = sorted(islice(iglob(pattern), MAX_ENTRIES))
    return [Path(name) for name in found[: MAX_FOLDER_FILES + 1]]


class _FolderEntries(NamedTuple):
    """The entries of one folder that may be opened or searched."""

    files: list[os.DirEntry[str]]
    folders: list[os.DirEntry[str]]


class _FolderSearch:
    """One search of a folder, and of those in it if it is recursive."""

    def __init__(
        self,
        folder: Path,
        recursive: bool,
        on_problem: OnProblem,
        *,
        suffixes: frozenset[str] = ARTICLE_SUFFIXES,
        is_bounded: bool = True,
    ) -> None:
        self._suffixes = suffixes
        self._is_bounded = is_bounded
        self._folder = folder
        self._recursive = recursive
        self._on_problem = on_problem
        self._problem_count = 0
        self._entry_count = 0
        # Device and inode of the folders searched.
        self._searched: set[tuple[int, int]] = set()
        self.has_more_entries = False
        self.has_unreadable_folder = False
        self.has_folders = False

    def files(self) -> Iterator[Path]:
        return self._files(self._folder, 0)

    @property
    def unreported_problems(self) -> int:
        return max(0, self._problem_count - MAX_REPORTED_PROBLEMS)

    def _files(self, folder: Path, depth: int) -> Iterator[Path]:
        try:
            status = os.stat(folder)
            entries = self._read_entries(folder)
        except OSError as error:
            self.has_unreadable_folder = True
            self._report(opening_error(folder, error))
            return
        # The same folder can be met again through a link or a second mount.
        if (status.st_dev, status.st_ino) in self._searched:
            return
        self._searched.add((status.st_dev, status.st_ino))
        for entry in entries.files:
            path = Path(entry.path)
            if entry.is_symlink() and not self._stays_inside(path):
                self._report(
                    SourceError(f"{format_path(path)}: a link out of the folder; name it itself")
                )
            else:
                yield path
        self.has_folders = self.has_folders or bool(entries.folders)
        if not self._recursive:
            return
        for entry in entries.folders:
            if depth == MAX_DEPTH:
                self._report(
                    SourceError(
                        f"{format_path(entry.path)}: more than {MAX_DEPTH} folders deep; "
                        "name it itself"
                    )
                )
            elif not self.has_more_entries:
                yield from self._files(Path(entry.path), depth + 1)

    def _read_entries(self, folder: Path) -> _FolderEntries:
        entries = _FolderEntries([], [])
        pages: set[str] = set()
        with os.scandir(folder) as scanned:
            for entry in scanned:
                self._entry_count += 1
                if self._is_bounded and self._entry_count > MAX_ENTRIES:
                    self.has_more_entries = True
                    break
                if entry.name.startswith("."):
                    continue
                stem, suffix = os.path.splitext(entry.name)
                if _is_folder_entry(entry):
                    entries.folders.append(entry)
                elif suffix.lower() in self._suffixes:
                    entries.files.append(entry)
                    if suffix.lower() in PAGE_SUFFIXES:
                        pages.add(stem)
        for found in entries:
            found.sort(key=lambda entry: entry.name)
        entries.folders[:] = [
            entry
            for entry in entries.folders
            if self._may_be_searched(entry) and not _is_companion(entry.name, pages)
        ]
        return entries

    def _may_be_searched(self, entry: os.DirEntry[str]) -> bool:
        return not entry.is_symlink() or self._stays_inside(Path(entry.path))

    def _stays_inside(self, link: Path) -> bool:
        try:
            return link.resolve().is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError):
            return False

    def _report(self, problem: SourceError) -> None:
        self._problem_count += 1
        if self._problem_count <= MAX_REPORTED_PROBLEMS:
            self._on_problem(problem)


def _is_folder_entry(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_companion(folder: str, pages: set[str]) -> bool:
    """Return whether a folder holds the pictures and styles of a page saved beside it.

    Browsers name it after the page with an additional word in the user's language:
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
