"""`reader.toml` in a folder: what the user knows of the articles there, and it wins.

    order = ["wire.txt", "daily.html"]

    [articles."wire.txt"]
    outlet = "The Wire"
    published = 2024-04-26
    byline = ""                  # says nothing: what was guessed is wrong
    furniture = [1, 2, "30-34"]  # the numbers that the margin shows
    body = [12]

What is not understood is told in one line each, and the rest holds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from reader.articles.article import Article, ParagraphKind, replace_kinds
from reader.errors import SourceError
from reader.sources.files import read_file, refusal, shown
from reader.text.cleaning import Clean, clean_line

SIDECAR_NAME = "reader.toml"

MAX_SIDECAR_BYTES = 256 * 1024

_TEXTS = ("title", "outlet", "agency", "byline", "dateline", "published")
_KINDS = {kind.value: kind for kind in ParagraphKind}
_MOST_LINES = 100
_MOST_RUNS = 1000
_MOST_PROBLEMS = 20
_MOST_TIMES = 10
_MOST_DOTS = 100

Tell = Callable[[SourceError], None]


@dataclass(frozen=True, slots=True)
class Correction:
    """What is said of one article; None is what nothing is said of, and "" says there is none."""

    title: Clean | None = None
    outlet: Clean | None = None
    agency: Clean | None = None
    byline: Clean | None = None
    dateline: Clean | None = None
    published: Clean | None = None
    credits: tuple[Clean, ...] | None = None
    language: str | None = None
    kinds: tuple[Kinds, ...] = ()


class Kinds(NamedTuple):
    """What a run of paragraphs is, from one number to another, both included."""

    first: int
    last: int
    kind: ParagraphKind


class Sidecar(NamedTuple):
    """What one `reader.toml` says."""

    order: tuple[str, ...] = ()
    """Names of files, first to last."""
    corrections: Mapping[str, Correction] = {}
    """By the name of the file."""


class Sidecars:
    """The sidecars of the folders that articles are opened from, each read once.

    Args:
        tell: told of what is wrong with one; may raise.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._read: dict[Path, Sidecar] = {}

    def ordered(self, paths: Sequence[Path]) -> list[Path]:
        """The files of one folder, and of those in it, in the order that their sidecars give.

        Each folder's own come in its order first, then the rest as they were.
        """
        places: dict[Path, int] = {}
        for path in paths:
            places.setdefault(path.parent, len(places))

        def place(path: Path) -> tuple[int, int]:
            order = self.of(path.parent).order
            rank = order.index(path.name) if path.name in order else len(order)
            return places[path.parent], rank

        return sorted(paths, key=place)

    def correct(self, article: Article, path: Path) -> Article:
        """The article with what the sidecar beside its file says of it."""
        correction = self.of(path.parent).corrections.get(path.name)
        if correction is None:
            return article
        fields: dict[str, Any] = {
            key: value or None for key in _TEXTS if (value := getattr(correction, key)) is not None
        }
        if correction.credits is not None:
            fields["credits"] = correction.credits
        if correction.language is not None:
            fields["language"] = correction.language or None
        corrected = replace(article, **fields)
        return replace_kinds(corrected, self._kinds(correction, article, path))

    def of(self, folder: Path) -> Sidecar:
        """What the sidecar of a folder says; nothing where there is none."""
        if folder not in self._read:
            # Known before it is read: a problem told by raising is told once.
            self._read[folder] = Sidecar()
            self._read[folder] = self._opened(folder / SIDECAR_NAME)
        return self._read[folder]

    def _opened(self, path: Path) -> Sidecar:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return Sidecar()
        except (OSError, ValueError) as error:
            self._tell(refusal(path, error))
            return Sidecar()
        try:
            table = _parsed(read_file(path, limit=MAX_SIDECAR_BYTES).data, path)
        except SourceError as problem:
            self._tell(problem)
            return Sidecar()
        return _Reading(path, self._tell).sidecar(table)

    def _kinds(
        self, correction: Correction, article: Article, path: Path
    ) -> dict[int, ParagraphKind]:
        count = len(article.paragraphs)
        kinds: dict[int, ParagraphKind] = {}
        covered = 0
        for first, last, kind in correction.kinds:
            wrong = ""
            if last > count:
                wrong = f"has {count} paragraphs, none with number {last}"
                last = count
            covered += max(last - first + 1, 0)
            if covered > _MOST_TIMES * count:
                wrong = "has the same paragraphs corrected too often"
            if wrong:
                self._tell(
                    SourceError(f"{shown(path.parent / SIDECAR_NAME)}: {shown(path.name)} {wrong}")
                )
            if covered > _MOST_TIMES * count:
                break
            kinds.update(dict.fromkeys(range(first, last + 1), kind))
        return kinds


def _parsed(data: bytes, path: Path) -> Mapping[str, object]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        # The parser's time and memory grow with the square of the parts of a dotted key.
        if any(line.count(b".") > _MOST_DOTS for line in data.split(b"\n")):
            raise ValueError(f"a line with more than {_MOST_DOTS} full stops")
        table: dict[str, object] = tomllib.loads(data.decode("utf-8-sig"))
        return table
    except UnicodeDecodeError as problem:
        raise SourceError(
            f"{shown(path)}: not written in UTF-8; nothing in it is used"
        ) from problem
    except (ValueError, RecursionError) as problem:
        reason = "nested too deep" if isinstance(problem, RecursionError) else str(problem)
        raise SourceError(
            f"{shown(path)}: no TOML that can be read ({clean_line(reason, 120)}); "
            "nothing in it is used"
        ) from problem


class _WrongError(Exception):
    """What is wrong with a value, in words for people."""


class _Reading:
    """One sidecar on its way in: what is not understood is told and left out."""

    def __init__(self, path: Path, tell: Tell) -> None:
        self._path = path
        self._tell = tell
        self._problems = 0

    def sidecar(self, table: Mapping[str, object]) -> Sidecar:
        order: tuple[str, ...] = ()
        corrections: dict[str, Correction] = {}
        for key, value in table.items():
            try:
                if key == "order":
                    order = _names(value)
                elif key == "articles":
                    for name, fields in _table(value).items():
                        corrections[name] = self._correction(name, fields)
                else:
                    raise _WrongError('no such key; there are "order" and "articles"')
            except _WrongError as wrong:
                self._say(key, wrong)
        return Sidecar(order, corrections)

    def _correction(self, name: str, value: object) -> Correction:
        fields: dict[str, Any] = {}
        kinds: list[Kinds] = []
        try:
            stated = _table(value)
        except _WrongError as wrong:
            self._say(name, wrong)
            return Correction()
        for key, field in stated.items():
            try:
                if key in _KINDS:
                    kinds.extend(_kinds(field, _KINDS[key]))
                elif key in _FIELDS:
                    fields[key] = _FIELDS[key](field)
                else:
                    raise _WrongError(f"no such key; there are {', '.join((*_FIELDS, *_KINDS))}")
            except _WrongError as wrong:
                self._say(f"{name}: {key}", wrong)
        return Correction(**fields, kinds=tuple(kinds))

    def _say(self, where: str, wrong: _WrongError) -> None:
        self._problems += 1
        if self._problems == _MOST_PROBLEMS:
            wrong = _WrongError("wrong as well, as is more; this is the last told")
        if self._problems <= _MOST_PROBLEMS:
            self._tell(SourceError(f"{shown(self._path)}: {clean_line(where, 80)}: {wrong}"))


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _WrongError("must be a table")
    return value


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise _WrongError("must be a list of names of files")
    return tuple(dict.fromkeys(value))


def _line(value: object) -> Clean:
    if not isinstance(value, str):
        raise _WrongError("must be a text in quotation marks")
    return clean_line(value)


def _date(value: object) -> Clean:
    if isinstance(value, datetime):
        return clean_line(value.isoformat(" ", "minutes"))
    if isinstance(value, date):
        return clean_line(value.isoformat())
    if not isinstance(value, str):
        raise _WrongError("must be a date or a text in quotation marks")
    return clean_line(value)


def _lines(value: object) -> tuple[Clean, ...]:
    if not isinstance(value, list) or len(value) > _MOST_LINES:
        raise _WrongError(f"must be a list of at most {_MOST_LINES} texts")
    return tuple(line for line in map(_line, value) if line)


def _code(value: object) -> str:
    if value == "":
        return ""
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        return value.lower()
    raise _WrongError('must be a code of two letters, such as "en"')


def _kinds(value: object, kind: ParagraphKind) -> list[Kinds]:
    if not isinstance(value, list) or len(value) > _MOST_RUNS:
        raise _WrongError(f"must be a list of at most {_MOST_RUNS} paragraph numbers")
    return [Kinds(*_run(each), kind) for each in value]


def _run(value: object) -> tuple[int, int]:
    """One number, or the first and the last of `"30-34"`."""
    if isinstance(value, str):
        parts = [part.strip() for part in value.split("-", 2)]
        if all(part.isascii() and part.isdigit() and len(part) < 8 for part in parts):
            first, last = int(parts[0]), int(parts[-1])
            if len(parts) <= 2 and 1 <= first <= last:
                return first, last
    elif isinstance(value, int) and not isinstance(value, bool) and 1 <= value < 10**7:
        return value, value
    raise _WrongError('must hold numbers of paragraphs, from 1, and runs such as "30-34"')


_FIELDS: dict[str, Callable[[object], object]] = {
    "title": _line,
    "outlet": _line,
    "agency": _line,
    "byline": _line,
    "dateline": _line,
    "published": _date,
    "credits": _lines,
    "language": _code,
}
