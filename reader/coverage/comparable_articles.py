"""Which articles can be compared: those of one language, since nothing is translated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.articles import Article


def find_comparable(articles: Sequence[Article], position: int) -> tuple[int, ...]:
    """Return the positions of the other articles that may be in the language of one.

    Args:
        articles: all articles.
        position: that of the one.
    """
    own = articles[position].language
    return tuple(
        other
        for other, article in enumerate(articles)
        if other != position and (own is None or article.language in (None, own))
    )


def find_surely_comparable(articles: Sequence[Article], position: int) -> tuple[int, ...]:
    """Return the positions of the other articles that are known to be in the language of one.

    Without a known language, an article is compared with none, and none with it.

    Args:
        articles: all articles.
        position: that of the one.
    """
    own = articles[position].language
    if own is None:
        return ()
    return tuple(
        other
        for other, article in enumerate(articles)
        if other != position and article.language == own
    )


def name_languages_apart(articles: Sequence[Article]) -> str:
    """Return in words which articles are of which language where they are of several, else ""."""
    from reader.quotes.other_languages.unread_speakers import language_name

    codes = [article.language for article in articles]
    known = list(dict.fromkeys(code for code in codes if code))
    if len(known) < 2:
        return ""
    groups = [
        f"{' '.join(f'[{at + 1}]' for at, code in enumerate(codes) if code == language)} "
        f"{language_name(language)}"
        for language in known
    ]
    return f"{', '.join(groups)}: articles of different languages are not compared"


def explain_silence(articles: Sequence[Article], position: int) -> str:
    """Return why nothing of an article is said to be only in it, or "" where it may be said.

    Args:
        articles: all articles.
        position: that of the article.
    """
    if find_surely_comparable(articles, position):
        return ""
    mark = f"[{position + 1}]"
    if articles[position].language is None:
        return f"the language of {mark} is not known, so what only it has is unknown"
    if apart := name_languages_apart(articles):
        return apart
    return f"no other article is known to be in the language of {mark}"
