"""What the user said paragraphs are, kept by the text they belong to.

One SQLite file in the user's state folder (mode 0700), written before anything is called
saved. A correction belongs to the words of an article, not to its path: it holds again
wherever the same text is opened.

A notebook that cannot be opened or written is said once and never in the way: one goes on
reading without it. A damaged one is moved aside, never deleted.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles import Article, ParagraphKind, clean_line, replace_kinds
from reader.errors import ReaderError

if TYPE_CHECKING:
    from sqlite3 import Connection

SCHEMA_VERSION = 1
LONGEST_WAIT = 5.0
"""Seconds to wait for another reader that writes at the same time."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS corrections (
    text_key TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (text_key, paragraph)
) WITHOUT ROWID
"""
_KINDS = {kind.value: kind for kind in ParagraphKind}


class NotebookError(ReaderError):
    """The notebook cannot be read or written; the articles can be read all the same."""

    exit_code = 1


class Notebook:
    """The user's corrections of what paragraphs are.

    Args:
        path: its file; the one in the user's state folder if None. It is made when
            something is written for the first time.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or _usual_path()
        self.moved_aside: Path | None = None
        """Where a damaged notebook was moved to."""

    @property
    def is_there(self) -> bool:
        """Whether anything was ever written into it."""
        return os.path.lexists(self._path)

    def corrections(self, key: str) -> dict[int, ParagraphKind]:
        """The kinds given to paragraphs (by number, from 1) of the text with this key.

        Raises `NotebookError` where the notebook is there but cannot be read.
        """
        if not self.is_there:
            return {}
        with self._opened() as notebook:
            rows = notebook.execute(
                "SELECT paragraph, kind FROM corrections WHERE text_key = ?", (key,)
            ).fetchall()
        return {
            number: _KINDS[kind]
            for number, kind in rows
            if isinstance(number, int) and kind in _KINDS
        }

    def correct(self, key: str, number: int, kind: ParagraphKind | None) -> None:
        """Keep what the user says a paragraph is; None forgets it.

        Raises `NotebookError` where it could not be written.
        """
        with self._opened() as notebook:
            if kind is None:
                notebook.execute(
                    "DELETE FROM corrections WHERE text_key = ? AND paragraph = ?", (key, number)
                )
            else:
                notebook.execute(
                    "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)", (key, number, kind.value)
                )

    @contextmanager
    def _opened(self) -> Iterator[Connection]:
        """The notebook, committed at the end."""
        import sqlite3

        try:
            notebook = self._connect()
            try:
                with notebook:
                    yield notebook
            finally:
                notebook.close()
        except (OSError, sqlite3.Error) as problem:
            raise NotebookError(
                f"{_shown(self._path)}: the notebook cannot be used "
                f"({clean_line(str(problem), 120)}); corrections last until you quit"
            ) from problem

    def _connect(self) -> Connection:
        import sqlite3

        try:
            return self._try_to_connect()
        except sqlite3.DatabaseError as problem:
            if isinstance(problem, sqlite3.OperationalError):
                raise
            self._move_aside()
            return self._try_to_connect()

    def _try_to_connect(self) -> Connection:
        import sqlite3

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.path.lexists(self._path) and not stat.S_ISREG(os.lstat(self._path).st_mode):
            raise OSError("it is not a regular file")
        notebook = sqlite3.connect(self._path, timeout=LONGEST_WAIT)
        try:
            version = notebook.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise OSError("it was written by a newer version of reader")
            notebook.execute("PRAGMA journal_mode = WAL")
            # What is called saved must outlive a power cut.
            notebook.execute("PRAGMA synchronous = FULL")
            if version < SCHEMA_VERSION:
                with notebook:
                    notebook.execute(_SCHEMA)
                    notebook.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        except BaseException:
            notebook.close()
            raise
        return notebook

    def _move_aside(self) -> None:
        aside = self._path.with_name(
            f"{self._path.stem} damaged {time.strftime('%Y-%m-%d %H%M%S')}{self._path.suffix}"
        )
        os.rename(self._path, aside)
        self.moved_aside = aside


def with_corrections(
    articles: Iterable[Article],
    notebook: Notebook,
    on_problem: Callable[[ReaderError], None],
) -> tuple[Article, ...]:
    """The articles with what the user said of them before.

    Args:
        articles: as they were opened.
        notebook: where the corrections are.
        on_problem: told once if the notebook cannot be read, or was damaged.
    """
    if not notebook.is_there:
        return tuple(articles)
    corrected = []
    readable = True
    for article in articles:
        kinds: dict[int, ParagraphKind] = {}
        if readable:
            try:
                kinds = notebook.corrections(text_key(article))
            except NotebookError as problem:
                readable = False
                on_problem(problem)
        known = {paragraph.number for paragraph in article.paragraphs}
        kinds = {number: kind for number, kind in kinds.items() if number in known}
        corrected.append(replace_kinds(article, kinds) if kinds else article)
    if notebook.moved_aside is not None:
        on_problem(
            NotebookError(f"the notebook was damaged; it is kept as {_shown(notebook.moved_aside)}")
        )
    return tuple(corrected)


def text_key(article: Article) -> str:
    """What tells the text of an article from every other, whatever kinds its paragraphs have."""
    # Needed only where there is a notebook, so it costs the others no start.
    from hashlib import sha256

    digest = sha256()
    for paragraph in article.paragraphs:
        digest.update(paragraph.text.encode("utf-8", "replace"))
        digest.update(b"\n\n")
    return digest.hexdigest()


def _usual_path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False) / "notebook.sqlite3"


def _shown(path: Path) -> str:
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))
