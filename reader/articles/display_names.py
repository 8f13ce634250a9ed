"""Distinct names for articles that are open together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.articles.article import Article
from reader.text.cleaning import Clean, clean_line
from reader.text.excerpts import excerpt

# Characters of a title beside the name of its outlet.
_LONGEST_TITLE = 40

_Feature = Callable[[Article], str | None]


def name_articles(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles with distinctions for those of the same name.

    Texts of one outlet are distinguished by their titles, or as versions by their dates, else
    by the names of their files, else by numbers. If no label changes, `articles` itself is
    returned.
    """
    groups: dict[str, list[int]] = {}
    for position, article in enumerate(articles):
        groups.setdefault(article.base_label.casefold(), []).append(position)
    distinctions: dict[int, Clean] = {}
    for positions in groups.values():
        if len(positions) > 1:
            found = _distinguish([articles[position] for position in positions])
            distinctions.update(zip(positions, found, strict=True))
    named = tuple(
        article
        if article.distinction == distinctions.get(position)
        else replace(article, distinction=distinctions.get(position))
        for position, article in enumerate(articles)
    )
    is_unchanged = all(one is other for one, other in zip(named, articles, strict=True))
    return articles if is_unchanged and isinstance(articles, tuple) else named


def _distinguish(articles: Sequence[Article]) -> list[Clean]:
    """Return words for each article that distinguish it from the others."""
    for feature in (_title, _version, _title_and_version, _file):
        values = [feature(article) for article in articles]
        if None not in values and len(set(values)) == len(values):
            return [clean_line(value) for value in values if value]
    return [clean_line(f"no. {number}") for number in range(1, len(articles) + 1)]


def _title(article: Article) -> str | None:
    if not article.title or article.is_called_by_heading:
        return None
    return f"“{excerpt(article.title, _LONGEST_TITLE)}”"


def _version(article: Article) -> str | None:
    # Few articles are called by their dates, and reading dates takes long to import.
    from reader.articles.metadata.date_forms import show_date

    return show_date(article.corrected or article.updated or article.published)


def _title_and_version(article: Article) -> str | None:
    title, version = _title(article), _version(article)
    return f"{title}, {version}" if title and version else None


def _file(article: Article) -> str | None:
    return None if article.name == article.base_label else article.name
