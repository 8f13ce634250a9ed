"""One index of an archive: opened, written and searched by tantivy."""

from __future__ import annotations

import os
import shutil
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, ClassVar, NamedTuple, Protocol

from reader.archive.archive_errors import (
    ArchiveError,
    can_write,
    file_error,
    format_archive_path,
    is_full_disk,
    missing_package_error,
)
from reader.archive.article_dates import NO_DAY
from reader.archive.library_messages import without_library_messages

_DELETED_AT_ONCE = 1000
_LIBRARY_ERRORS = (ValueError, OSError, RuntimeError)


class FieldKind(Enum):
    """The kind of a field of an index: its type in the library, and how it is indexed."""

    KEY = ("unsigned", {"indexed": True, "fast": True})
    """The number of an article: it is searched for and given back."""
    NUMBER = ("unsigned", {"fast": True})
    PRINTS = ("unsigned", {"indexed": True})
    DAY = ("integer", {"indexed": True, "fast": True})
    PLACED_TERMS = ("text", {"tokenizer_name": "spaces", "index_option": "position"})
    """Terms separated by spaces, with their places: phrases can be searched for."""
    COUNTED_TERMS = ("text", {"tokenizer_name": "spaces", "index_option": "freq"})
    TERMS = ("text", {"tokenizer_name": "spaces", "index_option": "basic"})
    NAME = ("text", {"tokenizer_name": "raw", "index_option": "basic"})
    """A text as a whole."""


class Hit(NamedTuple):
    """A document that a query found."""

    article_id: int
    score: float
    number: int = 0
    """Of the utterance in its article, from 0."""


class Document(Protocol):
    """A named tuple with the fields of an index."""

    def _asdict(self) -> dict[str, Any]: ...


class SearchFilter(NamedTuple):
    """The filter of a query."""

    first_day: int | None = None
    last_day: int | None = None
    """Documents of other days are left out."""
    with_undated: bool = True
    """Whether documents without a date stay, where days are left out."""
    language: str | None = None
    outlets: Sequence[str] = ()
    """Documents of other outlets are left out, if any is named; in lower case."""


NO_FILTER = SearchFilter()


class SearchIndex:
    """One index of an archive. A search sees the last commit before it was opened or reloaded.

    Args:
        folder: where it is.
        create: whether it is made where there is none.

    Raises:
        ArchiveError: there is none, it is damaged or of another version, or tantivy is missing.
    """

    name: ClassVar[str]
    """The name of its folder in an archive."""
    heap_bytes: ClassVar[int]
    """Memory in which documents are gathered before they are written."""
    fields: ClassVar[Mapping[str, FieldKind]]
    """Its fields; a document has a value for each."""
    main_field: ClassVar[str]
    """The field whose terms are counted."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self._tantivy = import_tantivy()
        self._folder = folder
        self._writer: Any = None
        with self._reading():
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            elif not self._tantivy.Index.exists(str(folder)):
                raise ArchiveError(
                    f"{format_archive_path(folder)}: the index is missing; "
                    "reader archive rebuild makes it anew"
                )
            if self._tantivy.Index.exists(str(folder)):
                self._index = self._tantivy.Index.open(self._find_readable())
            else:
                self._index = self._tantivy.Index(self._build_schema(), str(folder))
            builder = self._tantivy.TextAnalyzerBuilder(self._tantivy.Tokenizer.whitespace())
            self._index.register_tokenizer("spaces", builder.build())
            self._index.config_reader("manual")
            self._searcher = self._index.searcher()

    def _find_readable(self) -> str:
        """Return the folder to open: of links, where nothing can be written into the own one.

        The library locks a file in the folder even to read it.
        """
        if can_write(self._folder):
            return str(self._folder)
        view = mkdtemp(prefix="reader-")
        weakref.finalize(self, shutil.rmtree, view, ignore_errors=True)
        for path in self._folder.iterdir():
            if path.suffix != ".lock":
                os.symlink(path.absolute(), os.path.join(view, path.name))
        return view

    @property
    def document_count(self) -> int:
        """The number of documents."""
        return int(self._searcher.num_docs)

    def reload(self) -> None:
        """Make later commits visible."""
        with self._reading():
            self._index.reload()
            self._searcher = self._index.searcher()

    def document_frequency(self, term: object) -> int:
        """Return the number of documents that have a term."""
        with self._reading():
            return int(self._searcher.doc_freq(self.main_field, term))

    def begin_writing(self) -> None:
        """Open the index for writing; `commit` makes added documents visible to others.

        Raises:
            ArchiveError: another program writes into it.
        """
        with self._reporting():
            self._writer = self._index.writer(self.heap_bytes, 1)

    def remove(self, article_ids: Iterable[int]) -> None:
        """Delete the documents of articles."""
        make, schema = self._tantivy.Query.term_set_query, self._index.schema
        numbers = list(article_ids)
        with self._reporting():
            for first in range(0, len(numbers), _DELETED_AT_ONCE):
                part = numbers[first : first + _DELETED_AT_ONCE]
                # By a query: a term that is deleted by itself must be of the field's exact type.
                self._writer.delete_documents_by_query(make(schema, "id", part))

    def commit(self) -> None:
        """Write what was added and deleted through to the disk."""
        with self._reporting():
            self._writer.commit()
        self.reload()

    def end_writing(self, *, merges: bool = False) -> None:
        """Close the index for writing; what was not committed is dropped.

        Args:
            merges: whether to wait until parts of the index are merged, and to delete what
                killed writers left.
        """
        writer, self._writer = self._writer, None
        if writer is None:
            return
        with self._reporting():
            if merges:
                writer.garbage_collect_files()
                writer.wait_merging_threads()
            del writer

    def add(self, documents: Iterable[Document]) -> None:
        """Add documents, to be written by the next commit."""
        make, schema = self._tantivy.Document.from_dict, self._index.schema
        with self._reporting():
            for document in documents:
                self._writer.add_document(make(document._asdict(), schema))

    def _build_schema(self) -> Any:
        schema = self._tantivy.SchemaBuilder()
        for name, kind in self.fields.items():
            type_name, options = kind.value
            getattr(schema, f"add_{type_name}_field")(name, **options)
        return schema.build()

    def _search(self, query: Any, limit: int, *, with_number: bool = False) -> list[Hit]:
        with self._reading():
            found = self._searcher.search(query, limit, count=False).hits
            addresses = [address for _, address in found]
            if not addresses:
                return []
            ids = self._searcher.fast_field_values("id", addresses)
            numbers = (
                self._searcher.fast_field_values("number", addresses)
                if with_number
                else [0] * len(ids)
            )
        return [
            Hit(number, float(score), place)
            for (score, _), number, place in zip(found, ids, numbers, strict=True)
        ]

    def _any_of(self, field: str, terms: Iterable[tuple[object, float]]) -> Any:
        """Return a query for the documents with any of some terms, each with its weight."""
        query, occur = self._tantivy.Query, self._tantivy.Occur.Should
        parts = [
            (occur, query.boost_query(query.term_query(self._index.schema, field, term), weight))
            for term, weight in terms
        ]
        return query.boolean_query(parts) if parts else query.empty_query()

    def _filtered(self, query: Any, left_in: SearchFilter) -> Any:
        """Return a query for the results of another that pass the filter, with the same scores."""
        make, must = self._tantivy.Query, self._tantivy.Occur.Must
        conditions = []
        if left_in.first_day is not None or left_in.last_day is not None:
            conditions.append(self._days(left_in))
        if left_in.language is not None:
            conditions.append(self._any_of("language", [(left_in.language, 1.0)]))
        if left_in.outlets:
            conditions.append(self._any_of("outlet", [(name, 1.0) for name in left_in.outlets]))
        if not conditions:
            return query
        return make.boolean_query([
            (must, query),
            *((must, make.const_score_query(condition, 0.0)) for condition in conditions),
        ])  # fmt: skip

    def _days(self, left_in: SearchFilter) -> Any:
        make, field_type = self._tantivy.Query, self._tantivy.FieldType.Integer
        first = NO_DAY + 1 if left_in.first_day is None else left_in.first_day
        days = make.range_query(self._index.schema, "day", field_type, first, left_in.last_day)
        if not left_in.with_undated:
            return days
        undated = make.term_query(self._index.schema, "day", NO_DAY)
        should = self._tantivy.Occur.Should
        return make.boolean_query([(should, days), (should, undated)])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Do as `_reporting` does, and suppress the library's own messages about damaged files."""
        with without_library_messages(), self._reporting():
            yield

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Raise ArchiveError about an error in the library."""
        try:
            yield
        except ArchiveError:
            raise
        except BaseException as error:
            # An error that the library did not expect, as of a damaged file, is not an `Exception`.
            if isinstance(error, _LIBRARY_ERRORS) or type(error).__name__ == "PanicException":
                raise self._describe(error) from error
            raise

    def _describe(self, error: BaseException) -> ArchiveError:
        if is_full_disk(error):
            return file_error(self._folder, error)
        if "Permission denied" in str(error) or "Read-only" in str(error):
            return file_error(self._folder, PermissionError())
        if "LockBusy" in str(error):
            return ArchiveError(
                f"{format_archive_path(self._folder)}: another program writes into the archive; "
                "wait until it has ended"
            )
        return ArchiveError(
            f"{format_archive_path(self._folder)}: the index is damaged or of another version; "
            "reader archive rebuild makes it anew, no article is lost"
        )


def import_tantivy() -> Any:
    """Return the library of the indexes.

    Raises:
        ArchiveError: it is not installed.
    """
    try:
        import tantivy
    except ImportError as error:
        raise missing_package_error("tantivy", "archive") from error
    return tantivy
