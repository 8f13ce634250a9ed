"""Finds which articles are new, changed or gone since the same inputs were opened last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.app.themes.signs import name_articles
from reader.articles import Article, clean_line
from reader.notebook.text_keys import hash_text
from reader.settings.memory import OpenedArticle

_NAME_CHARACTERS = 40
_MOST_GONE = 3
"""Articles that are gone and named; more are counted."""
NEW, CHANGED = "new", "changed"


class OpeningNews(NamedTuple):
    """The differences from the last opening."""

    words: dict[str, str]
    """"new" or "changed" by the source of an article."""
    message: str
    """In one line; empty: nothing differs."""


def describe_opened(articles: Sequence[Article]) -> tuple[OpenedArticle, ...]:
    """Return the record that is remembered of articles opened together."""
    return tuple(
        OpenedArticle(article.source, hash_text(article), article.label) for article in articles
    )


def find_news(before: Sequence[OpenedArticle], articles: Sequence[Article]) -> OpeningNews:
    """Return the differences between two openings.

    An article whose words were there under another name is neither new nor gone.

    Args:
        before: the record of the last opening; empty: there was none.
        articles: what is opened now, in the order of their positions.
    """
    if not before:
        return OpeningNews({}, "")
    now = describe_opened(articles)
    texts, sources = {each.text_key for each in before}, {each.source for each in before}
    words = {
        each.source: CHANGED if each.source in sources else NEW
        for each in now
        if each.text_key not in texts
    }
    there = {each.text_key for each in now} | set(words)
    gone = [each for each in before if not {each.text_key, each.source} & there]
    facts = []
    for word in (NEW, CHANGED):
        found = [at for at, each in enumerate(now) if words.get(each.source) == word]
        if found:
            facts.append(f"{len(found)} {word} {name_articles(found)}")
    if gone:
        named = [clean_line(each.label, _NAME_CHARACTERS) for each in gone[:_MOST_GONE]]
        more = len(gone) - len(named)
        names = ", ".join(named) + (f" and {more} more" if more else "")
        facts.append(f"{len(gone)} gone: {names}")
    return OpeningNews(words, f"Since the last time: {'; '.join(facts)}" if facts else "")
