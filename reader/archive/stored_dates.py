"""The date that an archive knows of an article, put into the article where it states none."""

from __future__ import annotations

from dataclasses import replace

from reader.archive.article_dates import DateSource
from reader.archive.article_store import StoredArticle
from reader.articles import Article, clean_line

_SOURCES = {
    DateSource.STATED: "the text",
    DateSource.PAGE: "its page",
    DateSource.FILE: "the name of its file or address",
}


def date_article(article: Article, stored: StoredArticle) -> Article:
    """Return an article of an archive with its date, and a note that says where it came from.

    An article that states its date itself, and one whose date is unknown, are returned as they
    are.
    """
    if article.published or stored.date is None or stored.date_source not in _SOURCES:
        return article
    note = f"dated {stored.date.isoformat()} by {_SOURCES[stored.date_source]}, in the archive"
    return replace(
        article,
        published=clean_line(stored.date.isoformat()),
        notes=(*article.notes, clean_line(note)),
    )
