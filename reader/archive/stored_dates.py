"""Takes the date of an article that states none from the same article in an archive."""

from __future__ import annotations

from dataclasses import replace

from reader.archive.article_dates import ArticleDate, DateSource, find_article_date
from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.story_hash import hash_story
from reader.articles import Article, clean_line

_SOURCES = {
    DateSource.STATED: "the text",
    DateSource.PAGE: "its page",
    DateSource.FILE: "the name of its file or address",
}


def find_known_date(article: Article, store: ArticleStore) -> ArticleDate:
    """Return the date of an article: its own, else that of the same article in the archive.

    It is the same with the same words, from the same outlet or place.
    """
    own = find_article_date(article, place=article.source)
    if own.day is not None:
        return own
    for stored in store.find_by_words(hash_story(article)):
        is_same = stored.outlet == article.outlet or article.source in (
            stored.address,
            stored.origin,
        )
        if is_same and stored.date is not None:
            return stored.known_date
    return own


def date_article(article: Article, stored: StoredArticle) -> Article:
    """Return an article of an archive with its date, and a note that says where it came from.

    An article that states its date itself, and one whose date is unknown, are returned as they
    are.
    """
    if article.published or stored.date is None:
        return article
    if stored.published is None:
        note = f"crawled on {stored.date.isoformat()}; when it was published is not known"
        return replace(article, notes=(*article.notes, clean_line(note)))
    by = _SOURCES.get(stored.date_source, "the archive")
    note = f"dated {stored.date.isoformat()} by {by}, in the archive"
    return replace(
        article,
        published=clean_line(stored.date.isoformat()),
        notes=(*article.notes, clean_line(note)),
    )
