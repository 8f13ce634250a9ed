"""Parsing of `reader.toml`; an entry that is not valid is reported in one line and left out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from reader.articles.article import ParagraphKind
from reader.errors import SourceError, SourceNoticeError
from reader.sources.callbacks import OnProblem
from reader.sources.files import format_path
from reader.text.cleaning import Clean, clean_line

_KINDS = {kind.value: kind for kind in ParagraphKind}
_MOST_LINES = 100
_MOST_RANGES = 1000
_MAX_REPORTED_PROBLEMS = 20
# Full stops in one line. The parser's time and memory grow with the square of the parts of a
# dotted key.
_MOST_STOPS = 100
_NUMBER_LIMIT = 10**7


class KindRange(NamedTuple):
    """The kind of the paragraphs from one number to another, both included."""

    first: int
    last: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class SidecarEntry:
    """The fields of one article in a sidecar: None is not stated, "" states that there is none."""

    title: Clean | None = None
    outlet: Clean | None = None
    agency: Clean | None = None
    byline: Clean | None = None
    dateline: Clean | None = None
    published: Clean | None = None
    updated: Clean | None = None
    corrected: Clean | None = None
    credits: tuple[Clean, ...] | None = None
    language: str | None = None
    kinds: tuple[KindRange, ...] = ()


class Sidecar(NamedTuple):
    """The content of one `reader.toml`."""

    order: tuple[str, ...] = ()
    """Names of files, first to last."""
    entries: Mapping[str, SidecarEntry] = {}
    """By the name of the file."""


def parse_sidecar(data: bytes, path: Path, on_problem: OnProblem) -> Sidecar:
    """Return the content of a sidecar.

    Args:
        data: its bytes.
        path: its path, for messages.
        on_problem: called with each entry that is not valid; may raise.

    Raises:
        SourceError: it is not TOML in UTF-8.
    """
    return _SidecarParser(path, on_problem).parse(_parse_toml(data, path))


def _parse_toml(data: bytes, path: Path) -> Mapping[str, object]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        if any(line.count(b".") > _MOST_STOPS for line in data.split(b"\n")):
            raise ValueError(f"a line with more than {_MOST_STOPS} full stops")
        table: dict[str, object] = tomllib.loads(data.decode("utf-8-sig"))
        return table
    except UnicodeDecodeError as problem:
        raise SourceError(
            f"{format_path(path)}: not written in UTF-8; nothing in it is used"
        ) from problem
    except (ValueError, RecursionError) as problem:
        reason = "nested too deep" if isinstance(problem, RecursionError) else str(problem)
        raise SourceError(
            f"{format_path(path)}: no TOML that can be read ({clean_line(reason, 120)}); "
            "nothing in it is used"
        ) from problem


class _EntryError(Exception):
    """A value that is not valid; the message says why, in words for people."""


class _SidecarParser:
    """Parses one sidecar and reports its invalid entries."""

    def __init__(self, path: Path, on_problem: OnProblem) -> None:
        self._path = path
        self._on_problem = on_problem
        self._problem_count = 0

    def parse(self, table: Mapping[str, object]) -> Sidecar:
        order: tuple[str, ...] = ()
        entries: dict[str, SidecarEntry] = {}
        for key, value in table.items():
            try:
                if key == "order":
                    order = _parse_names(value)
                elif key == "articles":
                    for name, fields in _parse_table(value).items():
                        entries[name] = self._parse_entry(name, fields)
                else:
                    raise _EntryError('no such key; there are "order" and "articles"')
            except _EntryError as error:
                self._report(key, error)
        return Sidecar(order, entries)

    def _parse_entry(self, name: str, value: object) -> SidecarEntry:
        fields: dict[str, Any] = {}
        kinds: list[KindRange] = []
        try:
            table = _parse_table(value)
        except _EntryError as error:
            self._report(name, error)
            return SidecarEntry()
        for key, field in table.items():
            try:
                if key in _KINDS:
                    kinds.extend(_parse_ranges(field, _KINDS[key]))
                elif key in _FIELD_PARSERS:
                    fields[key] = _FIELD_PARSERS[key](field)
                else:
                    keys = ", ".join((*_FIELD_PARSERS, *_KINDS))
                    raise _EntryError(f"no such key; there are {keys}")
            except _EntryError as error:
                self._report(f"{name}: {key}", error)
        return SidecarEntry(**fields, kinds=tuple(kinds))

    def _report(self, place: str, error: _EntryError) -> None:
        self._problem_count += 1
        if self._problem_count == _MAX_REPORTED_PROBLEMS:
            error = _EntryError("wrong as well, as is more; this is the last reported")
        if self._problem_count <= _MAX_REPORTED_PROBLEMS:
            message = f"{format_path(self._path)}: {clean_line(place, 80)}: {error}"
            self._on_problem(SourceNoticeError(message))


def _parse_table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _EntryError("must be a table")
    return value


def _parse_names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise _EntryError("must be a list of names of files")
    return tuple(dict.fromkeys(value))


def _parse_line(value: object) -> Clean:
    if not isinstance(value, str):
        raise _EntryError("must be a text in quotation marks")
    return clean_line(value)


def _parse_date(value: object) -> Clean:
    if isinstance(value, datetime):
        return clean_line(value.isoformat(" ", "minutes"))
    if isinstance(value, date):
        return clean_line(value.isoformat())
    if not isinstance(value, str):
        raise _EntryError("must be a date or a text in quotation marks")
    return clean_line(value)


def _parse_lines(value: object) -> tuple[Clean, ...]:
    if not isinstance(value, list) or len(value) > _MOST_LINES:
        raise _EntryError(f"must be a list of at most {_MOST_LINES} texts")
    return tuple(line for line in map(_parse_line, value) if line)


def _parse_language(value: object) -> str:
    if value == "":
        return ""
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        return value.lower()
    raise _EntryError('must be a code of two letters, such as "en"')


def _parse_ranges(value: object, kind: ParagraphKind) -> list[KindRange]:
    if not isinstance(value, list) or len(value) > _MOST_RANGES:
        raise _EntryError(f"must be a list of at most {_MOST_RANGES} paragraph numbers")
    return [KindRange(*_parse_range(each), kind) for each in value]


def _parse_range(value: object) -> tuple[int, int]:
    """Return a number twice, or the first and the last number of `"30-34"`."""
    if isinstance(value, str):
        parts = [part.strip() for part in value.split("-", 2)]
        if all(part.isascii() and part.isdigit() and len(part) < 8 for part in parts):
            first, last = int(parts[0]), int(parts[-1])
            if len(parts) <= 2 and 1 <= first <= last:
                return first, last
    elif isinstance(value, int) and not isinstance(value, bool) and 1 <= value < _NUMBER_LIMIT:
        return value, value
    raise _EntryError('must hold numbers of paragraphs, from 1, and runs such as "30-34"')


_FIELD_PARSERS: dict[str, Callable[[object], object]] = {
    "title": _parse_line,
    "outlet": _parse_line,
    "agency": _parse_line,
    "byline": _parse_line,
    "dateline": _parse_line,
    "published": _parse_date,
    "updated": _parse_date,
    "corrected": _parse_date,
    "credits": _parse_lines,
    "language": _parse_language,
}
