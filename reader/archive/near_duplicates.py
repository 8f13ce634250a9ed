"""Near-duplicates: articles that have most of their prints in common."""

from __future__ import annotations

from collections.abc import Sequence

from reader.archive.archive_errors import ArchiveError
from reader.archive.article_store import ArticleStore
from reader.archive.copy_prints import read_prints
from reader.archive.indexes import PrintIndex

SHARED = 0.6
"""The share of the prints of the longer article that both must have. One changed word in fifteen
leaves about this much."""
_SKETCH = 8
"""The least prints of an article: of articles that share so much, most are the same."""
_FEWEST_IN_SKETCH = 2
_FEWEST_PRINTS = 4
"""A text of fewer prints is too short to be distinguished from another."""
_CANDIDATES = 8


def find_near_duplicate(
    article_id: int, prints: Sequence[int], index: PrintIndex, store: ArticleStore
) -> int | None:
    """Return the first earlier article of which an article is a near-duplicate, None if of none.

    Args:
        article_id: the number of the article, which the index has.
        prints: its prints, in ascending order.
        index: the prints of all articles.
        store: the articles.
    """
    if len(prints) < _FEWEST_PRINTS:
        return None
    fewest = min(_FEWEST_IN_SKETCH, len(prints))
    hits = index.search(prints[:_SKETCH], _CANDIDATES)
    earlier = sorted(
        hit.article_id for hit in hits if hit.article_id < article_id and hit.score >= fewest
    )
    own = set(prints)
    for candidate in earlier:
        try:
            articles = store.read_articles([candidate])
        except ArchiveError:
            continue
        others = read_prints(articles[candidate]) if candidate in articles else ()
        if len(own.intersection(others)) >= SHARED * max(len(own), len(others)):
            return candidate
    return None
