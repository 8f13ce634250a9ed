"""Reading the articles that a search found, leaving out damaged ones."""

from __future__ import annotations

from collections.abc import Iterable

from reader.archive.archive_errors import ArchiveError
from reader.archive.article_store import ArticleStore
from reader.articles import Article


def read_readable(store: ArticleStore, article_ids: Iterable[int]) -> dict[int, Article]:
    """Return articles by their numbers.

    Unknown, removed and damaged ones are left out; `reader archive verify` names the damaged.

    Raises:
        ArchiveError: the store itself cannot be read.
    """
    numbers = list(dict.fromkeys(article_ids))
    try:
        return store.read_articles(numbers)
    except ArchiveError:
        found: dict[int, Article] = {}
        readable = store.read_many(numbers)
        for number in numbers:
            if number in readable:
                try:
                    found.update(store.read_articles([number]))
                except ArchiveError:
                    continue
        return found
