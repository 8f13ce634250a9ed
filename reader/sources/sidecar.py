"""Sidecars: `reader.toml` in a folder, with the user's corrections to the articles there.

    order = ["wire.txt", "daily.html"]

    [articles."wire.txt"]
    outlet = "The Wire"
    published = 2024-04-26
    byline = ""                  # there is none: the one that was found is wrong
    furniture = [1, 2, "30-34"]  # the numbers in the margin of the screen
    body = [12]

It takes precedence over the metadata found in the articles. Each invalid entry is reported in
one line, and the rest is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.articles.article import Article, ParagraphKind, replace_kinds
from reader.errors import SourceError, SourceNoticeError
from reader.sources.callbacks import OnProblem
from reader.sources.files import format_path, opening_error, read_file
from reader.sources.sidecar_parsing import Sidecar, SidecarEntry, parse_sidecar
from reader.sources.special_names import SIDECAR

MAX_SIDECAR_BYTES = 256 * 1024

_TEXT_FIELDS = (
    "title",
    "outlet",
    "agency",
    "byline",
    "dateline",
    "published",
    "updated",
    "corrected",
)
# Ranges of numbers may cover the paragraphs of an article so many times in all.
_MOST_TIMES_COVERED = 10


class Sidecars:
    """The sidecars of the folders that articles are opened from, each read once.

    Args:
        on_problem: called with each problem in one; may raise.
    """

    def __init__(self, on_problem: OnProblem) -> None:
        self._on_problem = on_problem
        self._sidecars: dict[Path, Sidecar] = {}

    def sort(self, paths: Sequence[Path]) -> list[Path]:
        """Return the files of one folder, and of those in it, in the order of their sidecars.

        Folders stay in their order; in each, files that its sidecar does not name come last,
        in theirs.
        """
        folder_places: dict[Path, int] = {}
        for path in paths:
            folder_places.setdefault(path.parent, len(folder_places))

        def place(path: Path) -> tuple[int, int]:
            order = self._of_folder(path.parent).order
            rank = order.index(path.name) if path.name in order else len(order)
            return folder_places[path.parent], rank

        return sorted(paths, key=place)

    def correct(self, article: Article, path: Path) -> Article:
        """Return the article with the fields and kinds that the sidecar beside its file states."""
        entry = self._of_folder(path.parent).entries.get(path.name)
        if entry is None:
            return article
        fields: dict[str, Any] = {
            key: value or None for key in _TEXT_FIELDS if (value := getattr(entry, key)) is not None
        }
        if entry.credits is not None:
            fields["credits"] = entry.credits
        if entry.language is not None:
            fields["language"] = entry.language or None
        return replace_kinds(replace(article, **fields), self._kinds(entry, article, path))

    def _of_folder(self, folder: Path) -> Sidecar:
        """Return the sidecar of a folder, an empty one where there is none."""
        if folder not in self._sidecars:
            # Stored before it is read: a problem that is reported by raising is reported once.
            self._sidecars[folder] = Sidecar()
            self._sidecars[folder] = self._read(folder / SIDECAR)
        return self._sidecars[folder]

    def _read(self, path: Path) -> Sidecar:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return Sidecar()
        except (OSError, ValueError) as error:
            self._on_problem(opening_error(path, error))
            return Sidecar()
        try:
            data = read_file(path, limit=MAX_SIDECAR_BYTES).data
            return parse_sidecar(data, path, self._on_problem)
        except SourceError as problem:
            self._on_problem(problem)
            return Sidecar()

    def _kinds(self, entry: SidecarEntry, article: Article, path: Path) -> dict[int, ParagraphKind]:
        """Return the kinds that an entry states, by the number of the paragraph."""
        count = len(article.paragraphs)
        kinds: dict[int, ParagraphKind] = {}
        covered = 0
        for first, last, kind in entry.kinds:
            problem = ""
            if last > count:
                problem = f"has {count} paragraphs, none with number {last}"
                last = count
            covered += max(last - first + 1, 0)
            is_covered_too_often = covered > _MOST_TIMES_COVERED * count
            if is_covered_too_often:
                problem = "has the same paragraphs corrected too often"
            if problem:
                sidecar = format_path(path.parent / SIDECAR)
                self._on_problem(
                    SourceNoticeError(f"{sidecar}: {format_path(path.name)} {problem}")
                )
            if is_covered_too_often:
                break
            kinds.update(dict.fromkeys(range(first, last + 1), kind))
        return kinds
