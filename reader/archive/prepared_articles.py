"""All values that an archive stores and indexes for one article, computed from it alone.

It uses neither a store nor an index: articles are prepared in processes beside the one that
writes.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.archive.article_dates import ArticleDate
from reader.archive.article_terms import read_article_terms
from reader.archive.copy_prints import read_prints
from reader.archive.packed_articles import pack_article
from reader.archive.story_hash import hash_story
from reader.archive.utterance_words import read_utterances
from reader.articles import Article


class IndexedWords(NamedTuple):
    """The indexed values of an article."""

    language: str | None
    title: str
    """The terms of the title, separated by spaces."""
    words: str
    """The terms of title, lead and body, in order."""
    utterances: tuple[tuple[int, str, str], ...]
    """The number from 0, the stems and the speaker of each."""
    prints: tuple[int, ...]


class PreparedArticle(NamedTuple):
    """An article with all that is stored and indexed of it."""

    packed: bytes
    outlet: str | None
    date: ArticleDate
    address: str | None
    origin: str | None
    words_hash: bytes
    indexed: IndexedWords


def prepare_article(
    article: Article, date: ArticleDate, *, address: str | None = None, origin: str | None = None
) -> PreparedArticle:
    """Return all that an archive stores and indexes of an article.

    Args:
        article: the article.
        date: its day, and where that came from.
        address: where it was on the web, if known.
        origin: the address or path by which a later version of it is known, if there is one.
    """
    return PreparedArticle(
        packed=pack_article(article),
        outlet=article.outlet,
        date=date,
        address=address,
        origin=origin,
        words_hash=hash_story(article),
        indexed=read_indexed_words(article),
    )


def read_indexed_words(article: Article) -> IndexedWords:
    """Return the indexed values of an article."""
    terms = read_article_terms(article)
    return IndexedWords(
        language=terms.language,
        title=" ".join(terms.title),
        words=" ".join((*terms.title, *terms.lead, *terms.body)),
        utterances=tuple(
            (each.number, " ".join(each.stems), each.speaker) for each in read_utterances(article)
        ),
        prints=read_prints(article),
    )
