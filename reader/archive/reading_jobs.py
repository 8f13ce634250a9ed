"""Jobs: parts of the inputs, each read and prepared by one process.

A job is a plain value that can be sent to a process; its outcome is one prepared article or one
problem for each article in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.archive.article_dates import NO_DATE, find_article_date
from reader.archive.article_store import InputState
from reader.archive.packed_articles import unpack_article
from reader.archive.prepared_articles import (
    IndexedWords,
    PreparedArticle,
    prepare_article,
    read_indexed_words,
)
from reader.archive.record_articles import ReadArticle, read_record
from reader.articles import Article
from reader.errors import SourceError, describe_fault
from reader.sources.files import format_path, read_file
from reader.sources.formats.article_records import MAX_RECORD_CHARACTERS, load_json
from reader.sources.formats.content_types import ContentKind
from reader.sources.source_content import SourceContent, read_articles
from reader.sources.special_names import SIDECAR
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from reader.sources.sidecar import Sidecars

LONGEST_LINE = MAX_RECORD_CHARACTERS
"""Bytes of a line of JSON."""
_LONGEST_REASON = 200
"""Characters."""
_PAGE_KINDS = (ContentKind.HTML, ContentKind.MESSAGE)


class FileItem(NamedTuple):
    """A file that holds one article, or a few records in one piece."""

    path: str


class DocumentItem(NamedTuple):
    """The bytes of such a file, from any file system."""

    path: str
    """A path or an address of a file system."""
    data: bytes


class LineItem(NamedTuple):
    """A record as a line of JSON."""

    number: int
    """Of the line, from 1."""
    line: bytes


class RowItem(NamedTuple):
    """A record as a row of a table."""

    number: int
    """Of the row, from 1, without the heading."""
    row: Mapping[str, object]


class PageItem(NamedTuple):
    """A page that was fetched, or that a web archive holds."""

    address: str
    data: bytes
    content_type: str | None
    charset: str | None
    captured: str | None
    """The day on which a web archive got it, in ISO format."""
    place: str
    """The file it is in, for messages; empty where it was fetched."""
    listed: str | None = None
    """The day that the feed which led to it states, in ISO format."""
    notes: tuple[Clean, ...] = ()
    input_name: str | None = None
    """The name under which the store knows that it was read, if it was fetched."""


class ArticleItem(NamedTuple):
    """An article that was opened already."""

    article: Article


class StoredItem(NamedTuple):
    """An article of the store, whose words are to be indexed."""

    article_id: int
    packed: bytes


Item = FileItem | DocumentItem | LineItem | RowItem | PageItem | ArticleItem | StoredItem


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """Some items of one kind from one input."""

    source: Clean
    """The input as it is shown."""
    items: tuple[Item, ...]
    size: int
    """Bytes of its inputs, for the progress."""
    inputs: Mapping[str, InputState] = field(default_factory=dict)
    """How far the inputs have been read once the job is done."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """The names of fields of records; see `read_record`."""

    def split(self) -> list[ReadingJob]:
        """Return a job for every item."""
        return [replace(self, items=(item,), inputs={}) for item in self.items]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, in one line."""

    message: Clean
    source: Clean
    """The file that it is in."""
    input_name: str | None = None
    """The input of which nothing could be read, if it is a whole one."""


class StoredWords(NamedTuple):
    """What the indexes need of an article of the store."""

    article_id: int
    indexed: IndexedWords


Outcome = PreparedArticle | StoredWords | Problem
_Found = TypeVar("_Found")


def run_job(job: ReadingJob) -> list[Outcome]:
    """Read and prepare the articles of a job; an unreadable one becomes a `Problem`."""
    return _do_items(job, _run_item)


def read_job(job: ReadingJob) -> list[ReadArticle | Problem]:
    """Read the articles of a job; an unreadable one becomes a `Problem`."""
    return _do_items(job, _read_item)


def _do_items(
    job: ReadingJob, do: Callable[[Item, ReadingJob], Iterable[_Found]]
) -> list[_Found | Problem]:
    found: list[_Found | Problem] = []
    for item in job.items:
        try:
            found += do(item, job)
        except SourceError as error:
            found.append(_problem(item, job, error.message))
        # The border of a process: a fault in one article must not lose the others.
        except Exception as error:
            reason = f"it cannot be read ({describe_fault(error)})"
            found.append(_problem(item, job, reason))
    return found


def describe_lost_item(job: ReadingJob) -> Problem:
    """Return the problem that the process that read a job ended while reading it."""
    return _problem(job.items[0], job, "it cannot be read (the process that read it ended)")


def _problem(item: Item, job: ReadingJob, message: str) -> Problem:
    name: str | None = None
    if isinstance(item, FileItem):
        name = format_path(Path(item.path).absolute())
    elif isinstance(item, PageItem):
        name = item.input_name
    source = Clean(name) if name else job.source
    return Problem(_place_message(item, job, message), source, name)


def _run_item(item: Item, job: ReadingJob) -> Iterator[Outcome]:
    if isinstance(item, StoredItem):
        yield StoredWords(item.article_id, read_indexed_words(unpack_article(item.packed)))
        return
    for read in _read_item(item, job):
        if isinstance(read, Problem):
            yield read
        else:
            article, date, address, origin = read
            yield prepare_article(article, date, address=address, origin=origin)


def _read_item(item: Item, job: ReadingJob) -> Iterator[ReadArticle | Problem]:
    if isinstance(item, FileItem):
        yield from _read_file_item(Path(item.path), job)
    elif isinstance(item, DocumentItem):
        yield from _read_document_item(item, job)
    elif isinstance(item, LineItem):
        yield _read_record_item(_load_line(item.line), item.number, job)
    elif isinstance(item, RowItem):
        yield _read_record_item(item.row, item.number, job)
    elif isinstance(item, PageItem):
        yield from _read_page_item(item)
    elif isinstance(item, ArticleItem):
        yield _read_opened(item.article)
    else:
        yield ReadArticle(unpack_article(item.packed), NO_DATE)


def _read_file_item(path: Path, job: ReadingJob) -> Iterator[ReadArticle | Problem]:
    data = read_file(path).data
    content = SourceContent(data, format_path(path), format_path(path.stem), suffix=path.suffix)
    origin = format_path(path.absolute())
    yield from _read_document(content, origin, job, lambda article: _correct(article, path))


def _read_document_item(item: DocumentItem, job: ReadingJob) -> Iterator[ReadArticle | Problem]:
    source, path = clean_line(item.path, 4096), PurePosixPath(item.path)
    content = SourceContent(item.data, source, clean_line(path.stem), suffix=path.suffix)
    yield from _read_document(content, source, job, lambda article: article)


def _read_document(
    content: SourceContent, origin: Clean, job: ReadingJob, correct: Callable[[Article], Article]
) -> Iterator[ReadArticle | Problem]:
    """Yield the articles in a file.

    Args:
        content: its bytes.
        origin: the path by which a later version of it is known.
        job: says how records are read.
        correct: returns the corrected article.
    """
    kind = content.kind
    if kind is ContentKind.JSON:
        from reader.sources.formats.decoding import decode

        value = load_json(decode(content.data).text)
        records = value if isinstance(value, list) else [value]
        for number, record in enumerate(records, 1):
            yield _read_record_item(record, number, job, source=content.source)
        return
    for read in read_articles(content):
        article = correct(read)
        date = find_article_date(article, is_page=kind in _PAGE_KINDS, place=origin)
        yield ReadArticle(article, date, None, origin)


def _correct(article: Article, path: Path) -> Article:
    """Return an article as `reader.toml` in its folder corrects it."""
    if not os.path.lexists(path.parent / SIDECAR):
        return article
    return _sidecars().correct(article, path)


@lru_cache(maxsize=1)
def _sidecars() -> Sidecars:
    from reader.sources.sidecar import Sidecars

    # Problems of `reader.toml` are reported where the folder is opened, not by every process.
    return Sidecars(lambda _: None)


def _load_line(line: bytes) -> object:
    if len(line) > LONGEST_LINE:
        size = f"{LONGEST_LINE >> 20} MB"
        raise SourceError(f"longer than the {size} that a record in one line may have; split it")
    try:
        return load_json(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise SourceError("no JSON that can be read") from error


def _read_record_item(
    record: object, number: int, job: ReadingJob, *, source: Clean | None = None
) -> ReadArticle | Problem:
    shown = source or job.source
    stem = Path(shown).name.partition(".")[0] or shown
    try:
        return read_record(
            record, source=f"{shown}, record {number}", name=f"{stem} {number}", renamed=job.renamed
        )
    except SourceError as error:
        if source is None:
            raise
        return Problem(clean_line(f"{source}: record {number}: {error.message}"), source)


def _read_page_item(item: PageItem) -> Iterator[ReadArticle]:
    source = clean_line(item.address, 4096)
    content = SourceContent(
        item.data,
        source,
        clean_line(_host(item.address)),
        address=item.address,
        content_type=item.content_type,
        charset=item.charset,
        notes=item.notes,
    )
    for article in read_articles(content):
        date = find_article_date(
            article, is_page=True, place=item.address, listed=item.listed, captured=item.captured
        )
        yield ReadArticle(article, date, source, source)


def _read_opened(article: Article) -> ReadArticle:
    is_web = "://" in article.source
    date = find_article_date(article, is_page=is_web, place=article.source)
    return ReadArticle(article, date, article.source if is_web else None, article.source)


@lru_cache(maxsize=1000)
def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def _place_message(item: Item, job: ReadingJob, message: str) -> Clean:
    if isinstance(item, LineItem):
        return clean_line(f"{job.source}: line {item.number}: {message}")
    if isinstance(item, RowItem):
        return clean_line(f"{job.source}: row {item.number}: {message}")
    if isinstance(item, StoredItem):
        return clean_line(f"{job.source}: article {item.article_id}: {message}")
    if isinstance(item, PageItem):
        place = f"{item.place}: " if item.place else ""
        return clean_line(f"{place}{item.address}: {_without_source(message, item.address)}")
    path = item.article.source if isinstance(item, ArticleItem) else item.path
    shown = format_path(path)
    return clean_line(f"{shown}: {_without_source(message, shown)}")


def _without_source(message: str, source: str) -> str:
    """Return a message that begins with its source without that."""
    return message.removeprefix(f"{clean_line(source)}: ")[:_LONGEST_REASON]
