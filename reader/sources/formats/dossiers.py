"""Dossiers: articles as they were read, with notes and reading places, in one file.

A dossier is lines of JSON, in ASCII: a header, an article record a line, and the notes. There is
nothing to unpack in it, no name of a file, and the same content gives the same bytes. It comes from
anybody: every count is bounded, every type checked and every text cleaned. Its form is described in
docs/dossiers.md.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.errors import ReaderError, SourceError
from reader.sources.files import MAX_FILE_BYTES
from reader.sources.formats.article_records import (
    MAX_RECORD_CHARACTERS,
    MAX_RECORDS,
    article_to_record,
    load_json,
    parse_article_record,
)
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from typing import TypeGuard

FORMAT = "reader-dossier/1"
"""The first field of the header; a higher number is of a newer version of the program."""
_NO_DOSSIER = "no dossier that reader save wrote, or a damaged one; get it anew from who saved it"
_FORMAT = re.compile(r"reader-dossier/([1-9][0-9]{0,8})")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BYTE_ORDER_MARK = "\xef\xbb\xbf"
"""Of UTF-8, a character a byte; skipped only to read the version of a file that is refused."""
_LONGEST_HEADER = 16 * 1024
"""Characters; the header has a number for each article."""
_HIGHEST_NUMBER = 10**9
"""Of a paragraph."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a dossier has."""

    articles: tuple[Article, ...]
    """The articles as they were read, with the corrected kinds of their paragraphs."""
    notes: Mapping[str, object]
    """The record of the document of notes, not checked yet; see `reader.notebook.exchange`."""
    places: tuple[int | None, ...] = ()
    """For each article the number of the paragraph read last, or None where it is not known."""
    last: int | None = None
    """The position of the article read last."""


def format_dossier(dossier: Dossier) -> Iterator[str]:
    """Yield the lines of a dossier: the same lines for the same content.

    Raises:
        ReaderError: it would have more articles, or more bytes, than are read again.
    """
    if len(dossier.articles) > MAX_RECORDS:
        raise ReaderError(f"a dossier has at most {MAX_RECORDS} articles; save fewer")
    header = {
        "format": FORMAT,
        "articles": len(dossier.articles),
        "places": list(dossier.places or (None for _ in dossier.articles)),
        "last": dossier.last,
    }
    size = 0
    for record in (header, *map(_article_record, dossier.articles), dossier.notes):
        line = json.dumps(record)
        size += len(line) + 1
        if len(line) > MAX_RECORD_CHARACTERS or size > MAX_FILE_BYTES:
            megabytes = MAX_FILE_BYTES // 1024 // 1024
            raise ReaderError(f"this is more than the {megabytes} MB of a dossier; save fewer")
        yield line


def parse_dossier(text: str, *, source: Clean) -> Dossier:
    """Return the content of a dossier; the notes are not checked yet.

    Args:
        text: the content, raw, a character a byte.
        source: its name in messages.

    Raises:
        SourceError: it is no dossier, cut off, of a newer version, or damaged in any part.
    """
    try:
        return _parse_lines(text)
    except _DossierError as error:
        raise SourceError(f"{source}: {error}") from error


class _DossierError(Exception):
    """A dossier is not valid; the message says why, without its name."""


def _article_record(article: Article) -> dict[str, object]:
    """Return the record of an article, without the folders of this machine.

    An address is of use to everybody; a path is only valid on one disk.
    """
    record = article_to_record(article)
    record["source"] = strip_folders(article.source)
    record["notes"] = [note for note in article.notes if not note.startswith("also named as ")]
    return record


def strip_folders(source: str) -> Clean:
    """Return the name of a file without the folders of a whole path; any other source as it is."""
    is_path = source.startswith(("/", "\\", "~")) or source[1:3] in (":\\", ":/")
    return clean_line(re.split(r"[/\\]", source)[-1] if is_path else source)


def _parse_lines(text: str) -> Dossier:
    lines = io.StringIO(text.lstrip().removeprefix(_BYTE_ORDER_MARK))
    header = _parse_header(lines.readline())
    _check_format(header.get("format"))
    _check_ascii(text)
    count = header.get("articles")
    if not _is_number(count) or not 1 <= count <= MAX_RECORDS:
        raise _DossierError(f"line 1: it must have from 1 to {MAX_RECORDS} articles")
    places, last = _parse_places(header, count)
    articles = []
    for number in range(2, count + 2):
        record = _parse_object(_next_line(lines, number - 2, count), number)
        try:
            articles.append(parse_article_record(record))
        except SourceError as error:
            raise _DossierError(f"line {number}: {error.message}") from error
    notes = _parse_notes(lines, count)
    if any(not line.isspace() for line in lines):
        raise _DossierError(f"line {count + 3}: there is more in it than its header says")
    return Dossier(tuple(articles), notes, places, last)


def _parse_header(line: str) -> dict[str, object]:
    try:
        return _parse_object(line, 1, _LONGEST_HEADER)
    except _DossierError as error:
        raise _DossierError(f"{error}: {_NO_DOSSIER}") from error


def _next_line(lines: io.StringIO, done: int, count: int) -> str:
    line = lines.readline()
    if not line.endswith("\n"):
        raise _cut_off(done, count)
    return line


def _parse_notes(lines: io.StringIO, count: int) -> dict[str, object]:
    """Return the record in the last line; an object that ends is whole without a line end."""
    line = lines.readline()
    try:
        return _parse_object(line, count + 2)
    except _DossierError as error:
        raise (error if line.endswith("\n") else _cut_off(count, count)) from error


def _cut_off(done: int, count: int) -> _DossierError:
    return _DossierError(
        f"the file is cut off after {done} of {count} articles; get it anew from who saved it"
    )


def _check_ascii(text: str) -> None:
    """Refuse what `reader save` cannot have written: guessing its encoding alters words."""
    if (strange := _NOT_ASCII.search(text)) is not None:
        number = text.count("\n", 0, strange.start()) + 1
        raise _DossierError(
            f"line {number} has a byte that is not ASCII: the file is damaged; "
            "get it anew from who saved it"
        )


def _check_format(form: object) -> None:
    known = _FORMAT.fullmatch(form) if isinstance(form, str) else None
    if known is None:
        raise _DossierError(_NO_DOSSIER)
    if form != FORMAT:
        raise _DossierError("a dossier of a newer version of reader; update this one")


def _parse_places(
    header: Mapping[str, object], count: int
) -> tuple[tuple[int | None, ...], int | None]:
    places, last = header.get("places"), header.get("last")
    if not isinstance(places, list) or len(places) != count:
        raise _DossierError('line 1: "places" must have a number or null for each article')
    if not all(place is None or _is_paragraph(place) for place in places):
        raise _DossierError('line 1: "places" must have numbers of paragraphs')
    if last is not None and not (_is_number(last) and 0 <= last < count):
        raise _DossierError('line 1: "last" must be the position of an article, from 0')
    return tuple(places), last


def _parse_object(
    line: str, number: int, longest: int = MAX_RECORD_CHARACTERS
) -> dict[str, object]:
    if len(line) > longest:
        raise _DossierError(f"line {number} is longer than any line of a dossier")
    try:
        value = load_json(line)
    except (ValueError, RecursionError) as error:
        raise _DossierError(f"line {number} is no JSON that can be read") from error
    if not isinstance(value, dict):
        raise _DossierError(f"line {number} must be an object")
    return value


def _is_paragraph(value: object) -> bool:
    return _is_number(value) and 1 <= value < _HIGHEST_NUMBER


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
