"""The notebook as one JSON document: written, read back, merged.

The document is in a stable order, so that it can be put under version control. It comes from
anybody: it is bounded, checked as a whole before anything of it is used, and every text is cleaned.
Its form is described in docs/notes.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple, TypeVar

from reader.articles import Clean, ParagraphKind, clean, clean_line
from reader.errors import ReaderError
from reader.notebook.entries import (
    KNOWN_DIGITS,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_WORDS,
    MOST_ANCHORS,
    MOST_IN_STORY,
    MOST_PARAGRAPHS,
    Anchor,
    Entry,
    KnownArticle,
)
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.notebook_changes import KindChange, NotebookChange

_Value = TypeVar("_Value")

FORMAT = "reader-notes"
FORMAT_VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a document that is read."""
_MOST_ENTRIES = 200_000
_LATEST = 253_402_300_799_000
"""The last millisecond of the year 9999."""
_KEY = re.compile(r"[0-9a-f]{1,64}")
_ID = re.compile(r"[0-9a-f]{32}")


class NotesFileError(ReaderError):
    """A document is not one of notes, or is damaged; nothing of it is used."""


class Correction(NamedTuple):
    """The kind that the user gave to a paragraph."""

    text_key: str
    paragraph: int
    """Its number, from 1."""
    kind: ParagraphKind


class NotesDocument(NamedTuple):
    """Everything in a notebook."""

    entries: tuple[Entry, ...] = ()
    articles: tuple[KnownArticle, ...] = ()
    retired: tuple[str, ...] = ()
    """The ids of the entries that are no longer valid."""
    corrections: tuple[Correction, ...] = ()


class MergeResult(NamedTuple):
    """The outcome of merging a document into a notebook."""

    added: int
    """Entries that are new."""
    known: int
    """Entries that were there already, or were removed before."""
    removed: int
    """Entries that were removed because the document says so."""
    corrections: int
    """Corrected paragraphs that are new."""


def format_document(document: NotesDocument) -> Iterator[str]:
    """Yield the lines of a document: the same lines for the same content, a value each."""
    yield from _format_record(document_record(document))


def parse_document(data: bytes) -> NotesDocument:
    """Return what a document has, its texts cleaned.

    Raises:
        NotesFileError: it is no such document, or one part of it is not valid.
    """
    return parse_document_record(_parse_json(data))


def format_change(change: NotebookChange) -> Iterator[str]:
    """Yield the lines of a change of a notebook: a document, and the corrections it takes back."""
    corrections = [
        Correction(key, number, kind) for key, number, kind in change.kinds if kind is not None
    ]
    record = document_record(
        NotesDocument(change.added, change.articles, change.retired, tuple(corrections))
    )
    record["uncorrected"] = [
        {"text_key": key, "paragraph": number} for key, number, kind in change.kinds if kind is None
    ]
    yield from _format_record(record)


def parse_change(data: bytes) -> NotebookChange:
    """Return the change of a notebook that a file has, its texts cleaned.

    Raises:
        NotesFileError: it has none, or one part of it is not valid.
    """
    record = _parse_json(data)
    document = parse_document_record(record)
    corrected = [KindChange(*correction) for correction in document.corrections]
    uncorrected = _parse_all(record, "uncorrected", _parse_uncorrected)
    return NotebookChange(
        document.entries, document.articles, document.retired, (*corrected, *uncorrected)
    )


def _format_record(record: Mapping[str, Any]) -> list[str]:
    return json.dumps(record, indent=1).splitlines()


def document_record(document: NotesDocument) -> dict[str, Any]:
    """Return the record of a document: the same for the same content."""
    entries = sorted(document.entries, key=lambda entry: (entry.created, entry.id))
    articles = sorted(document.articles, key=lambda article: article.text_key)
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "entries": [entry_record(entry) for entry in entries],
        "articles": [_article_record(article) for article in articles],
        "retired": sorted(document.retired),
        "corrections": [
            {"text_key": key, "paragraph": paragraph, "kind": kind.value}
            for key, paragraph, kind in sorted(document.corrections)
        ],
    }


def _parse_json(data: bytes) -> Mapping[str, Any]:
    """Return the record of a document of a version that is known."""
    if len(data) > MOST_BYTES:
        raise NotesFileError(f"is larger than {MOST_BYTES // 1024 // 1024} MB")
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotesFileError("is not in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise NotesFileError("is no JSON") from error
    _check_version(record)
    checked: Mapping[str, Any] = record
    return checked


def _check_version(record: object) -> None:
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise NotesFileError("has no notes that reader notes export wrote")
    version = record.get("version")
    if not isinstance(version, int) or version < 1:
        raise NotesFileError("names no version of its format")
    if version > FORMAT_VERSION:
        raise NotesFileError("was written by a newer version of reader")


def parse_document_record(record: Mapping[str, Any]) -> NotesDocument:
    """Return what the record of a document has, its texts cleaned.

    Raises:
        NotesFileError: it is not a file of notes, or one part of it is not valid.
    """
    _check_version(record)
    return NotesDocument(
        _parse_entries(record),
        tuple(_parse_all(record, "articles", _parse_article)),
        tuple(_parse_all(record, "retired", _parse_id)),
        tuple(_parse_all(record, "corrections", _parse_correction)),
    )


def print_time(milliseconds: int) -> str:
    """Return a time in milliseconds since 1970 as ISO 8601, in UTC."""
    seconds, rest = divmod(min(max(milliseconds, 0), _LATEST), 1000)
    moment = datetime.fromtimestamp(seconds, timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{rest:03}Z"


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return the record of an entry, as a document has it."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "subject": entry.subject.value,
        "created": print_time(entry.created),
        "text": entry.text,
        "detail": entry.detail,
        "anchors": [
            {
                "text_key": anchor.text_key,
                "paragraph_key": anchor.paragraph_key,
                "number": anchor.number,
                "words": anchor.words,
                "is_whole": anchor.is_whole,
            }
            for anchor in entry.anchors
        ],
        "story": list(entry.story),
    }


def _article_record(article: KnownArticle) -> dict[str, Any]:
    return {
        "text_key": article.text_key,
        "label": article.label,
        "heading": article.heading,
        "source": article.source,
        "paragraphs": list(article.paragraphs),
    }


def _parse_all(
    record: Mapping[str, Any], name: str, parse: Callable[[Any], _Value]
) -> Iterator[_Value]:
    try:
        values = _list(record.get(name, []), _MOST_ENTRIES, name)
    except NotesFileError as error:
        raise NotesFileError(f"is not valid: {error.message}") from error
    for number, value in enumerate(values):
        try:
            yield parse(value)
        except NotesFileError as error:
            raise NotesFileError(f"is not valid at {name}[{number}]: {error.message}") from error


def _parse_entries(record: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Return the entries, without repetitions; different entries must have different ids."""
    entries: dict[str, Entry] = {}
    for number, entry in enumerate(_parse_all(record, "entries", _parse_entry)):
        if entries.setdefault(entry.id, entry) != entry:
            raise NotesFileError(f"is not valid at entries[{number}]: another entry has its id")
    return tuple(entries.values())


def _parse_entry(value: Any) -> Entry:
    record = _record(value)
    anchors = _list(record.get("anchors"), MOST_ANCHORS, "anchors")
    if not anchors:
        raise NotesFileError("it is about nothing")
    story = _list(record.get("story", []), MOST_IN_STORY, "story")
    return Entry(
        id=_parse_id(record.get("id")),
        kind=_member(record.get("kind"), EntryKind, "kind"),
        subject=_member(record.get("subject"), Subject, "subject"),
        anchors=tuple(map(_parse_anchor, anchors)),
        text=clean(_text(record, "text", LONGEST_NOTE)),
        detail=clean_line(_text(record, "detail", LONGEST_NAME), LONGEST_NAME),
        created=_parse_time(record.get("created")),
        story=tuple(map(_parse_key, story)),
    )


def _parse_anchor(value: Any) -> Anchor:
    record = _record(value)
    return Anchor(
        text_key=_parse_key(record.get("text_key")),
        paragraph_key=_parse_key(record.get("paragraph_key")),
        number=_number(record.get("number"), "number"),
        words=clean(_text(record, "words", LONGEST_WORDS)),
        is_whole=record.get("is_whole") is not False,
    )


def _parse_article(value: Any) -> KnownArticle:
    record = _record(value)
    paragraphs = _list(record.get("paragraphs", []), MOST_PARAGRAPHS, "paragraphs")
    return KnownArticle(
        text_key=_parse_key(record.get("text_key")),
        label=_line(record, "label"),
        heading=_line(record, "heading"),
        source=_line(record, "source"),
        paragraphs=tuple(_parse_key(key)[:KNOWN_DIGITS] for key in paragraphs),
    )


def _parse_correction(value: Any) -> Correction:
    record = _record(value)
    return Correction(
        _parse_key(record.get("text_key")),
        _number(record.get("paragraph"), "paragraph"),
        _member(record.get("kind"), ParagraphKind, "kind"),
    )


def _parse_uncorrected(value: Any) -> KindChange:
    record = _record(value)
    key, number = record.get("text_key"), record.get("paragraph")
    return KindChange(_parse_key(key), _number(number, "paragraph"), None)


def _parse_id(value: Any) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise NotesFileError("an id is 32 hexadecimal digits")
    return value


def _parse_key(value: Any) -> str:
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        raise NotesFileError("a key is up to 64 hexadecimal digits")
    return value


def _parse_time(value: Any) -> int:
    try:
        moment = datetime.strptime(str(value)[:40], "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError as error:
        raise NotesFileError("created is no time like 2026-11-29T09:30:00.000Z") from error
    seconds = moment.replace(tzinfo=timezone.utc, microsecond=0).timestamp()
    return int(seconds) * 1000 + moment.microsecond // 1000


def _record(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise NotesFileError("it is no object")
    return value


def _list(value: Any, most: int, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise NotesFileError(f"{name} is no list")
    if len(value) > most:
        raise NotesFileError(f"{name} has more than {most} values")
    return value


def _text(record: Mapping[str, Any], name: str, most: int) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise NotesFileError(f"{name} is no text")
    if len(value) > most:
        raise NotesFileError(f"{name} has more than {most} characters")
    return value


def _line(record: Mapping[str, Any], name: str) -> Clean:
    return clean_line(_text(record, name, LONGEST_NAME), LONGEST_NAME)


def _number(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value < 10**9:
        raise NotesFileError(f"{name} is no number from 1")
    return value


def _member(value: Any, kinds: Iterable[_Value], name: str) -> _Value:
    for member in kinds:
        if value == getattr(member, "value", None):
            return member
    raise NotesFileError(f"{name} is unknown")
