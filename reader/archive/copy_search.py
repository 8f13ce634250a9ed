"""The articles of an archive that share runs of words with one article: wire copy, mostly.

Candidates share prints; their shared words are then measured like the shared copy of a comparison,
without what both merely quote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.article_terms import article_language
from reader.archive.copy_prints import FEWEST_SHARED, MOST_HOLDERS, read_prints
from reader.archive.index_set import IndexSet
from reader.archive.indexes import PrintIndex
from reader.archive.readable_articles import read_readable
from reader.archive.story_hash import hash_story
from reader.articles import Article, Clean
from reader.quotes import Quote, find_quotes
from reader.story.shared_copy.origins import find_direction
from reader.story.shared_copy.shared_runs import SharedCopy, find_shared_copy
from reader.text.excerpts import excerpt

CANDIDATES = 50
"""Most articles sharing prints that are compared word by word."""
MOST_PRINTS = 400
"""Most prints of an article in a query, the rarest."""
_EXCERPT = 200
"""Characters."""


@dataclass(frozen=True, slots=True)
class CopyHit:
    """An article of the archive that shares copy with the one asked about."""

    stored: StoredArticle
    article: Article
    words: int
    """How many words both have in common runs."""
    share_here: float
    """The share, 0..1, of the words of the asked article that are in these runs."""
    share_there: float
    """The same of the article of the archive."""
    direction: Clean | None
    """Which article has the other's copy and the evidence; None without a credit."""
    excerpt: Clean
    """The longest run, as the asked article prints it."""


def find_copy(
    article: Article, store: ArticleStore, indexes: IndexSet, *, top: int = 20
) -> tuple[CopyHit, ...]:
    """Find the articles that share runs of words with one article, most words first.

    Args:
        article: the article asked about; the same words in the archive are among what is found,
            but not the article itself where it has the same source.
        store: the articles.
        indexes: their indexes.
        top: at most so many are returned.
    """
    hits = indexes.prints.search(_rare_prints(article, indexes.prints), CANDIDATES + 1)
    numbers = [hit.article_id for hit in hits if hit.score >= FEWEST_SHARED]
    stored, articles = store.read_many(numbers), read_readable(store, numbers)
    own = hash_story(article)
    asked = _QuotedArticle.read(article)
    found = []
    for number in numbers:
        if number not in articles or _is_itself(article, own, articles[number], stored[number]):
            continue
        other = _QuotedArticle.read(articles[number])
        copies = find_shared_copy((asked.article, other.article), (asked.quotes, other.quotes))
        if copies:
            found.append(_describe(asked, other, copies[0], stored[number]))
    return tuple(sorted(found, key=lambda hit: (-hit.words, hit.stored.id))[:top])


class _QuotedArticle(NamedTuple):
    """An article with its language, which is guessed where none is stated, and its quotes."""

    article: Article
    quotes: tuple[Quote, ...]

    @classmethod
    def read(cls, article: Article) -> _QuotedArticle:
        return cls(
            replace(article, language=article_language(article)), tuple(find_quotes(article))
        )


def _rare_prints(article: Article, index: PrintIndex) -> list[int]:
    """Return the prints of an article that few others have, the rarest first."""
    held = [(index.document_frequency(each), each) for each in read_prints(article)]
    return [each for holders, each in sorted(held) if 0 < holders <= MOST_HOLDERS][:MOST_PRINTS]


def _is_itself(article: Article, own: bytes, other: Article, stored: StoredArticle) -> bool:
    """Whether an article of the archive is the one asked about, and no copy of it."""
    if stored.words_hash != own:
        return False
    return other.outlet == article.outlet or article.source in (other.source, stored.address)


def _describe(
    asked: _QuotedArticle, other: _QuotedArticle, copy: SharedCopy, stored: StoredArticle
) -> CopyHit:
    source = find_direction((asked.article, other.article), copy)
    longest = max(copy.runs, key=lambda run: run.words)
    return CopyHit(
        stored=stored,
        article=other.article,
        words=copy.words,
        share_here=round(copy.share_here, 4),
        share_there=round(copy.share_there, 4),
        direction=source.reason if source else None,
        excerpt=excerpt(longest.here.text, _EXCERPT),
    )
