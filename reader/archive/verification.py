"""Checks the integrity of an archive: the store, its articles, and the files of the indexes."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.archive.archive_errors import ArchiveError, format_archive_path
from reader.archive.archive_folder import ArchiveFolder
from reader.archive.article_store import ArticleState, ArticleStore
from reader.archive.index_set import IndexSet
from reader.archive.packed_articles import unpack_article
from reader.archive.story_hash import hash_story
from reader.errors import SourceError
from reader.text.cleaning import Clean, clean_line

MOST_REPORTED = 100
"""Damaged articles that are reported one by one; the rest is counted."""
_ARTICLES_AT_ONCE = 200
_READ_BYTES = 1 << 20
# At the end of every file of an index: the length of a note in JSON with the checksum of what
# precedes it, and a number that marks the end.
_FOOTER = struct.Struct("<II")
_FOOTER_MARK = 1337
_LONGEST_FOOTER = 10_000


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of the check."""

    articles: int
    """Articles that are whole."""
    waiting: int
    """Articles that are stored and not yet in the indexes; the next adding indexes them."""
    damage: tuple[Clean, ...]
    """The damage found, in one line each."""
    needs_rebuild: bool
    """Whether the indexes must be made anew."""


def verify_archive(
    folder: ArchiveFolder, *, on_progress: Callable[[int, int], None] = lambda done, total: None
) -> Verification:
    """Read all of an archive and return what is damaged; nothing is written.

    Args:
        folder: the archive.
        on_progress: called with the articles that were read, and how many there are.

    Raises:
        ArchiveError: there is no archive, or the store cannot be opened.
    """
    store = ArticleStore(folder.store_path)
    try:
        damage = [clean_line(f"the store: {line}") for line in store.find_damage()]
        counts = store.count_articles()
        total = counts[ArticleState.ADDED] + counts[ArticleState.INDEXED]
        whole, damaged = _check_articles(store, total, on_progress)
        damage += damaged
        damage += [
            clean_line(f"article {number}: a damaged value in {column}")
            for number, column in store.find_damaged_rows()
        ]
        in_indexes = list(_check_indexes(folder, counts[ArticleState.INDEXED]))
        return Verification(
            articles=whole,
            waiting=counts[ArticleState.ADDED],
            damage=(*damage, *in_indexes),
            needs_rebuild=bool(in_indexes),
        )
    finally:
        store.close()


def _check_articles(
    store: ArticleStore, total: int, on_progress: Callable[[int, int], None]
) -> tuple[int, list[Clean]]:
    """Return how many articles are whole, and what is wrong with the others."""
    whole, more = 0, 0
    lines: list[Clean] = []
    batch: dict[int, bytes] = {}

    def check() -> None:
        nonlocal whole, more
        packed = store.read_packed_as_far_as_whole(batch)
        for number, digest in batch.items():
            problem = _find_problem(packed.get(number), digest)
            if not problem:
                whole += 1
            elif len(lines) < MOST_REPORTED:
                lines.append(clean_line(f"article {number}: {problem}"))
            else:
                more += 1
        batch.clear()
        on_progress(whole + len(lines) + more, total)

    try:
        for stored in store.iterate():
            batch[stored.id] = stored.words_hash
            if len(batch) >= _ARTICLES_AT_ONCE:
                check()
    except ArchiveError as error:
        lines.append(clean_line(error.message))
    if batch:
        check()
    if more:
        lines.append(clean_line(f"{more} more articles are damaged"))
    return whole, lines


def _find_problem(packed: bytes | None, words_hash: bytes) -> str:
    if packed is None:
        return "its words are missing"
    try:
        article = unpack_article(packed)
    except SourceError as error:
        return error.message
    return "" if hash_story(article) == words_hash else "its words were changed"


def _check_indexes(folder: ArchiveFolder, indexed: int) -> Iterator[Clean]:
    """Yield what is wrong with the indexes, in one line each."""
    try:
        folder.check_index_version()
        indexes = IndexSet(folder.indexes_path)
        count = indexes.articles.document_count
    except ArchiveError as error:
        yield clean_line(error.message)
        return
    if count < indexed:
        yield clean_line(f"the indexes lack {indexed - count} of {indexed} articles")
    for index in indexes.all:
        own = folder.indexes_path / index.name
        committed = _read_committed(own)
        for path in sorted(own.iterdir()):
            if path.name.partition(".")[0] in committed and not _matches_checksum(path):
                yield clean_line(f"{format_archive_path(path)}: the file is damaged")


def _read_committed(index: Path) -> frozenset[str]:
    """Return the names, without suffixes, of the parts of an index that were committed.

    Others are being written, or were when a program was killed: nothing reads them.
    """
    try:
        segments = json.loads((index / "meta.json").read_bytes())["segments"]
        return frozenset(segment["segment_id"].replace("-", "") for segment in segments)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()


def _matches_checksum(path: Path) -> bool:
    try:
        size = path.stat().st_size
        with open(path, "rb") as file:
            file.seek(max(size - _FOOTER.size, 0))
            length, mark = _FOOTER.unpack(file.read())
            if mark != _FOOTER_MARK or length > min(size, _LONGEST_FOOTER):
                return False
            file.seek(size - _FOOTER.size - length)
            stated = json.loads(file.read(length))["crc"]
            file.seek(0)
            rest, checksum = size - _FOOTER.size - length, 0
            while rest > 0 and (part := file.read(min(_READ_BYTES, rest))):
                checksum = zlib.crc32(part, checksum)
                rest -= len(part)
        return bool(checksum == stated)
    except FileNotFoundError:
        # Another program has merged it with others in between.
        return True
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return False
