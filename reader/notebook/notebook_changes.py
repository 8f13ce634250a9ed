"""Changes of a notebook as values: they are written into it, or stored until they can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import ParagraphKind
from reader.notebook.entry_rows import write_entries

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reader.notebook.entries import Entry, KnownArticle


class KindChange(NamedTuple):
    """The user gives a paragraph another kind, or undoes that."""

    text_key: str
    """The key of the article's text (`hash_text`)."""
    number: int
    """The number of the paragraph, from 1."""
    kind: ParagraphKind | None
    """Its kind; None takes the correction back."""


@dataclass(frozen=True, slots=True)
class NotebookChange:
    """Changes to be written into a notebook, all or nothing. Writing them again has no effect."""

    added: tuple[Entry, ...] = ()
    articles: tuple[KnownArticle, ...] = ()
    """The articles that the added entries are about."""
    retired: tuple[str, ...] = ()
    """The ids of entries that become invalid."""
    kinds: tuple[KindChange, ...] = ()
    conditions: tuple[tuple[str, str], ...] = ()
    """For ids of added entries, the id of another entry that must be valid when they are written.
    Not saved with the change: they concern changes by other readers until then."""

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.added or self.articles or self.retired or self.kinds)


def join_changes(changes: Iterable[NotebookChange]) -> NotebookChange:
    """Return one change with the effect of several, in their order."""
    changes = tuple(changes)
    kinds = {(each.text_key, each.number): each for change in changes for each in change.kinds}
    articles = {each.text_key: each for change in changes for each in change.articles}
    return NotebookChange(
        tuple(chain.from_iterable(change.added for change in changes)),
        tuple(articles.values()),
        tuple(chain.from_iterable(change.retired for change in changes)),
        tuple(kinds.values()),
        tuple(chain.from_iterable(change.conditions for change in changes)),
    )


def write_change(
    connection: Connection, change: NotebookChange, *, replaces_articles: bool = True
) -> frozenset[str]:
    """Write a change into a notebook; return the ids of its entries that are new."""
    new = write_entries(
        connection,
        change.added,
        change.articles,
        change.retired,
        replaces_articles=replaces_articles,
        conditions=dict(change.conditions),
    )
    for text_key, number, kind in change.kinds:
        if kind is None:
            connection.execute(
                "DELETE FROM corrections WHERE text_key = ? AND paragraph = ?", (text_key, number)
            )
        else:
            connection.execute(
                "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)",
                (text_key, number, kind.value),
            )
    return new
